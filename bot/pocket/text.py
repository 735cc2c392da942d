"""The text stage: a small CLIP-style tokenizer, and a text encoder taught what words look like before any diffusion.

The encoder first learns to predict a scene's latents at a sixteenth of their size from its caption. That is cheap, and
the UNet then starts from states in which a rocket is already unlike an apple.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from torch import nn
from torch.nn import functional
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from bot.pocket.bank import CAPTION_TOKENS, Bank
from bot.pocket.data import read_emoji
from bot.pocket.latents import CHANNELS
from bot.pocket.scenes import KINDS, Composer
from bot.pocket.schedule import STAGES

VOCABULARY = 4096
WIDTH = 256
THUMBNAIL = CHANNELS * 8 * 8
BATCH = 96
CLIP_WORDS = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def train_tokenizer(composer: Composer, packages: Path) -> Any:
    """A byte-pair tokenizer over captions, labels and keywords, in CLIP's form."""
    captions = [composer.compose(KINDS[place % len(KINDS)]).caption for place in range(20_000)]
    for emoji in read_emoji(packages).values():
        captions += [emoji.label, *emoji.keywords]
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
    tokenizer.train_from_iterator(captions, trainer)
    return as_clip(tokenizer, alphabet)


def as_clip(tokenizer: Any, alphabet: list[str]) -> Any:
    """The same vocabulary as a `CLIPTokenizer`, with every byte at a word's end and the two special tokens."""
    model = json.loads(tokenizer.to_str())["model"]
    vocabulary: dict[str, int] = model["vocab"]
    for piece in [*(letter + "</w>" for letter in alphabet), "<|startoftext|>", "<|endoftext|>"]:
        vocabulary.setdefault(piece, len(vocabulary))
    merges = [tuple(pair) for pair in model["merges"]]
    return CLIPTokenizer(vocab=vocabulary, merges=merges, model_max_length=CAPTION_TOKENS)


def new_encoder(tokenizer: Any) -> Any:
    """An untaught text encoder: three layers of 256, 2.9 M parameters."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=WIDTH,
            intermediate_size=640,
            num_hidden_layers=3,
            num_attention_heads=4,
            max_position_embeddings=CAPTION_TOKENS,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            projection_dim=WIDTH,
        )
    )


def pretrain(encoder: Any, bank: Bank, end_token: int, minutes: float, say: Callable[[str], None]) -> None:
    """Teach captions their thumbnails for so long; `say` hears the share of variance still unexplained."""
    head = nn.Linear(2 * WIDTH, THUMBNAIL)
    parts = [*encoder.parameters(), *head.parameters()]
    optimiser = torch.optim.AdamW(parts, lr=1e-3, betas=(0.9, 0.98), weight_decay=0.01)
    kinds = STAGES[-1][1]
    variance = functional.avg_pool2d(bank.draw(kinds, 2000)[0], 2).var(0).mean()
    encoder.train()
    start, steps = time.monotonic(), 0
    while (passed := (time.monotonic() - start) / (minutes * 60)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * min(1, (steps + 1) / 100) * max(0.05, 1 - passed)
        latents, tokens = bank.draw(kinds, BATCH)
        states = encoder(tokens).last_hidden_state
        end = (tokens == end_token).int().argmax(1)
        summary = torch.cat([states[torch.arange(len(tokens)), end], states.mean(1)], 1)
        loss = functional.mse_loss(head(summary), functional.avg_pool2d(latents, 2).flatten(1))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(parts, 1.0)
        optimiser.step()
        steps += 1
        if steps % 200 == 0:
            say(f"{passed:6.1%}  text step {steps}  unexplained {float(loss / variance):.3f}")
