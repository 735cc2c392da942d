"""The text stage: a small CLIP-style tokenizer, and a text encoder that sketches before any diffusion.

A caption's 24 tokens are followed by 64 more places, one for each 2x2 square of latents. The encoder learns to fill
them with what belongs there: the mean picture of the caption, by plain regression, which costs a fifth of a diffusion
step and has no noise in it. The UNet then finds by cross attention what its place should look like, instead of
having to learn every shape through the noise.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL
from safetensors.torch import load_model, save_model
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from torch import nn
from transformers import AttentionInterface, CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from bot.pocket import WEIGHTS
from bot.pocket.bank import PLACES, TOKENS, WORD_TOKENS, Bank
from bot.pocket.data import Pixels
from bot.pocket.latents import CHANNELS
from bot.pocket.optim import Named, Tensors
from bot.pocket.scenes import KINDS, Composer
from bot.pocket.schedule import SHARES
from bot.pocket.training import Plan

VOCABULARY = 4096
WIDTH = 256
LAYERS = 4
INNER = 688
HEAD = "text_head.safetensors"
SQUARE = CHANNELS * 2 * 2
CLIP_WORDS = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def train_tokenizer(composer: Composer, captions: int = 20_000) -> Any:
    """A byte-pair tokenizer over what captions can say, in CLIP's form: a word seen in them is one token."""
    seen = [composer.compose(KINDS[place % len(KINDS)]).caption for place in range(captions)]
    tokenizer = Tokenizer(models.BPE(unk_token="<|endoftext|>", end_of_word_suffix="</w>"))  # noqa: S106 - a token
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(CLIP_WORDS), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY, min_frequency=2, initial_alphabet=alphabet, end_of_word_suffix="</w>"
    )
    tokenizer.train_from_iterator(seen, trainer)
    return as_clip(tokenizer, alphabet)


def as_clip(tokenizer: Any, alphabet: list[str]) -> Any:
    """The same vocabulary as a `CLIPTokenizer`, with every byte at a word's end and the two special tokens."""
    model = json.loads(tokenizer.to_str())["model"]
    vocabulary: dict[str, int] = model["vocab"]
    for piece in [*(letter + "</w>" for letter in alphabet), "<|startoftext|>", "<|endoftext|>"]:
        vocabulary.setdefault(piece, len(vocabulary))
    merges = [tuple(pair) for pair in model["merges"]]
    return CLIPTokenizer(vocab=vocabulary, merges=merges, model_max_length=TOKENS)


def new_encoder(tokenizer: Any) -> Any:
    """An untaught text encoder: four layers of 256, causal as CLIP's, so the places see all the words."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=WIDTH,
            intermediate_size=INNER,
            num_hidden_layers=LAYERS,
            num_attention_heads=4,
            max_position_embeddings=TOKENS,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            projection_dim=WIDTH,
        )
    )


def plain_attention(
    module: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: object, scaling: float, **_: object
) -> tuple[torch.Tensor, None]:
    """Causal attention by plain matrix products; (n, heads, tokens, width) in, (n, tokens, heads, width) out.

    The fused kernel's backward pass is several times slower at this size on a processor.
    """
    future = torch.full((query.shape[2], query.shape[2]), float("-inf"), device=query.device).triu(1)
    scores = (query @ key.transpose(-1, -2) * scaling).float() + future
    return (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2), None


AttentionInterface.register("plain", plain_attention)


class Head(nn.Module):
    """Encoder states (n, 88, 256) to the latents they sketch, (n, 12, 16, 16). Used in training only."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, SQUARE)
        self.places = nn.Parameter(torch.zeros(PLACES**2, SQUARE))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        squares = self.linear(states[:, WORD_TOKENS:]) + self.places
        grid = squares.unflatten(1, (PLACES, PLACES)).unflatten(3, (CHANNELS, 2, 2))
        latents: torch.Tensor = grid.permute(0, 3, 1, 4, 2, 5).flatten(4, 5).flatten(2, 3)
        return latents


class Sketching:
    """The lesson: predict a scene's latents from its caption alone."""

    name = "text"

    def __init__(self, encoder: Any, tokenizer: Any, bank: Bank, plan: Plan) -> None:
        self.encoder, self.tokenizer, self.bank, self.plan = encoder, tokenizer, bank, plan
        self.head = Head()
        sample = bank.draw(SHARES, 2000)[0]
        self.variance = float((sample - sample.mean(0)).pow(2).mean())
        loss = torch.compile(self._loss) if plan.compiled else self._loss
        self.loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor] = loss

    def parameters(self) -> Named:
        named = [(f"text.{name}", parameter) for name, parameter in self.encoder.named_parameters()]
        return named + [(f"head.{name}", parameter) for name, parameter in self.head.named_parameters()]

    def ready(self) -> None:
        self.encoder.config._attn_implementation = "plain"
        for part in (self.encoder, self.head):
            part.to(device=self.plan.device, dtype=torch.bfloat16).train()

    def _loss(self, tokens: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        sketch = self.head(self.encoder(tokens).last_hidden_state)
        losses: torch.Tensor = (sketch.float() - latents).pow(2).mean((1, 2, 3))
        return losses

    def learn(self) -> Mapping[str, float]:
        """One batch; the share of the scenes' variance that the sketch leaves unexplained."""
        self.bank.renew(SHARES, self.plan.refresh)
        latents, tokens = self.bank.draw(SHARES, self.plan.batch)
        losses = self.loss(tokens.to(self.plan.device), latents.to(self.plan.device))
        torch.autograd.backward(losses.mean())
        return {"unexplained": float(losses.detach().mean()) / self.variance}

    @torch.no_grad()
    def export(self, averages: Tensors, folder: Path) -> None:
        """Write `text_encoder/`, in float32, and the head, with which a sketch can be looked at."""
        encoder, head = CLIPTextModel(self.encoder.config), Head()
        torch._foreach_copy_([*encoder.parameters(), *head.parameters()], averages)
        encoder.save_pretrained(folder / "text_encoder")
        save_model(head, str(folder / HEAD))


def look(encoder: Any, head: Head, tokens: torch.Tensor) -> torch.Tensor:
    """What the encoder sketches for these captions, as latents (n, 12, 16, 16)."""
    with torch.no_grad():
        sketch: torch.Tensor = head(encoder(tokens).last_hidden_state)
    return sketch


class Sketcher:
    """Decodes sketches, to see how much the text stage knows. `folder` holds what that stage wrote."""

    def __init__(self, folder: Path, batch: int = 32) -> None:
        self.encoder = CLIPTextModel.from_pretrained(folder / "text_encoder", dtype=torch.float32)
        self.tokenizer = CLIPTokenizer.from_pretrained(folder / "tokenizer")
        self.head, self.batch = Head(), batch
        load_model(self.head, folder / HEAD)
        self.autoencoder = AutoencoderKL.from_pretrained(WEIGHTS / "vae", dtype=torch.float32)

    @torch.no_grad()
    def paint(self, prompts: Iterable[str], seed: int = 0) -> list[Pixels]:
        """One (128, 128, 3) picture a prompt. There is no noise in it, so the seed changes nothing."""
        asked, painted = list(prompts), []
        for start in range(0, len(asked), self.batch):
            rows = self.tokenizer(asked[start : start + self.batch], padding="max_length", max_length=TOKENS)
            decoded = self.autoencoder.decode(look(self.encoder, self.head, torch.tensor(rows.input_ids))).sample
            bytes_ = ((decoded.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
            painted += list(bytes_.permute(0, 2, 3, 1).numpy())
        return painted
