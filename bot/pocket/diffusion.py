"""The diffusion stage: the UNet learns to denoise the scenes' latents (v-prediction, cosine schedule)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    DDPMScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from torch import nn
from transformers import CLIPTextModel, CLIPTokenizer

from bot.pocket.attention import Attention, guide
from bot.pocket.bank import TOKENS, Bank
from bot.pocket.optim import Named, Tensors
from bot.pocket.schedule import SHARES
from bot.pocket.training import Plan

SNR_DAMPING = 5.0
TIMESTEPS = 1000
HIGH_NOISE, MIDDLE_NOISE = 700, 300
LEANING = 0.5
EMPTY_SHARE = 0.08
GUIDANCE = 0.1

Loss = Callable[..., tuple[torch.Tensor, torch.Tensor]]


@dataclass
class Models:
    """The parts of the pipeline, and a pipeline from them."""

    unet: Any
    text_encoder: Any
    tokenizer: Any
    autoencoder: Any

    @classmethod
    def load(cls, folder: Path) -> "Models":
        """Read a pipeline folder in float32."""
        return cls(
            unet=UNet2DConditionModel.from_pretrained(folder / "unet", dtype=torch.float32),
            text_encoder=CLIPTextModel.from_pretrained(folder / "text_encoder", dtype=torch.float32),
            tokenizer=CLIPTokenizer.from_pretrained(folder / "tokenizer"),
            autoencoder=AutoencoderKL.from_pretrained(folder / "vae", dtype=torch.float32),
        )

    def pipeline(self) -> Any:
        """An ordinary pipeline of these parts."""
        return StableDiffusionPipeline(
            vae=self.autoencoder,
            text_encoder=self.text_encoder,
            tokenizer=self.tokenizer,
            unet=self.unet,
            scheduler=DDIMScheduler(
                beta_schedule="squaredcos_cap_v2",
                prediction_type="v_prediction",
                clip_sample=False,
                set_alpha_to_one=True,
                steps_offset=1,
                timestep_spacing="trailing",
            ),
            safety_checker=None,
            feature_extractor=None,
            requires_safety_checker=False,
        )

    def tokenise(self, captions: list[str]) -> torch.Tensor:
        """Captions as (n, 88) token numbers."""
        rows = self.tokenizer(captions, padding="max_length", max_length=TOKENS, truncation=True)
        return torch.tensor(rows.input_ids)


class Denoising:
    """The lesson: tell the noise in a scene's latents, with the caption's sketch at hand (v-prediction)."""

    name = "diffusion"

    def __init__(self, models: Models, bank: Bank, plan: Plan) -> None:
        self.models, self.bank, self.plan = models, bank, plan
        self.alphas = DDPMScheduler(beta_schedule="squaredcos_cap_v2").alphas_cumprod
        self.empty = models.tokenise([""])
        self.guided: list[Attention] = []
        self.loss: Loss = torch.compile(self._loss) if plan.compiled else self._loss

    def parameters(self) -> Named:
        """The UNet's. The text encoder keeps what its own stage taught it."""
        return [(f"unet.{name}", parameter) for name, parameter in self.models.unet.named_parameters()]

    def ready(self) -> None:
        models, device = self.models, self.plan.device
        models.unet.to(device=device, dtype=torch.bfloat16, memory_format=torch.channels_last).train()
        self.guided = guide(models.unet)
        models.text_encoder.to(device=device, dtype=torch.bfloat16).requires_grad_(False).eval()

    def _loss(
        self, noisy: torch.Tensor, t: torch.Tensor, tokens: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        with torch.no_grad():
            states = self.models.text_encoder(tokens).last_hidden_state
        guess: torch.Tensor = self.models.unet(noisy, t, states).sample
        misses = [each.miss for each in self.guided if each.miss is not None]
        return (guess.float() - target).pow(2).mean((1, 2, 3)), torch.stack(misses).mean()

    def noised(self, latents: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Noisy latents, timesteps, v-targets and loss weights.

        Timesteps are stratified over the batch and lean to high noise, where words decide what is drawn; low noise is
        damped by sqrt(5 / SNR), a softer min-SNR (arXiv:2303.09556).
        """
        count = len(latents)
        even = (torch.arange(count) + torch.rand(count)) / count
        t = (even[torch.randperm(count)] ** LEANING * TIMESTEPS).long().clamp(0, TIMESTEPS - 1)
        alpha = self.alphas[t].view(-1, 1, 1, 1)
        noise = torch.randn_like(latents)
        noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
        target = alpha.sqrt() * noise - (1 - alpha).sqrt() * latents
        snr = (alpha / (1 - alpha)).flatten()
        return noisy, t, target, (SNR_DAMPING / snr).clamp(max=1).sqrt()

    def learn(self) -> Mapping[str, float]:
        """One batch; the mean loss, and that at high and at middle noise."""
        plan = self.plan
        self.bank.renew(SHARES, plan.refresh)
        latents, tokens = self.bank.draw(SHARES, plan.batch)
        tokens[torch.rand(plan.batch) < EMPTY_SHARE] = self.empty
        noisy, t, target, weight = self.noised(latents)
        ready = noisy.to(plan.device, torch.bfloat16).contiguous(memory_format=torch.channels_last)
        losses, miss = self.loss(ready, t.to(plan.device), tokens.to(plan.device), target.to(plan.device))
        torch.autograd.backward((losses * weight.to(plan.device)).mean() + GUIDANCE * miss)
        losses = losses.detach().cpu()
        high = t > HIGH_NOISE
        middle = (t > MIDDLE_NOISE) & ~high
        return {
            "loss": float(losses.mean()),
            "high noise": float(losses[high].mean()),
            "middle": float(losses[middle].mean()),
            "misplaced": float(miss.detach()),
        }

    @torch.no_grad()
    def export(self, averages: Tensors, folder: Path) -> None:
        """Write a float16 `StableDiffusionPipeline` folder, `pipeline/`."""
        models = self.models
        fresh = Models(
            unet=UNet2DConditionModel.from_config(nameless(models.unet.config)),
            text_encoder=CLIPTextModel(models.text_encoder.config),
            tokenizer=models.tokenizer,
            autoencoder=AutoencoderKL.from_config(nameless(models.autoencoder.config)),
        )
        torch._foreach_copy_(list(fresh.unet.parameters()), averages)
        fresh.text_encoder.load_state_dict(models.text_encoder.state_dict())
        fresh.autoencoder.load_state_dict(models.autoencoder.state_dict())
        for part in (fresh.unet, fresh.text_encoder, fresh.autoencoder):
            part.half()
        fresh.pipeline().save_pretrained(folder / "pipeline", safe_serialization=True)


def renew_words(unet: Any) -> None:
    """Forget how the UNet read another text encoder: its cross attention and its pooled text begin anew."""
    for name, module in unet.named_modules():
        if isinstance(module, nn.Linear | nn.LayerNorm) and (".attn2." in name or name.startswith("add_embedding")):
            module.reset_parameters()


def nameless(config: Any) -> dict[str, Any]:
    """A part's configuration without the folder it was loaded from, which is nobody else's business."""
    return {key: value for key, value in config.items() if key != "_name_or_path"}
