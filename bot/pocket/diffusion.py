"""The diffusion stage: UNet and text encoder learn to denoise the scenes' latents (v-prediction, cosine schedule).

What makes it affordable on two processor cores: latents from a bank, plain matrix attention (the fused kernel's
backward pass is slow at this size), bfloat16 weights behind float32 masters, and `torch.compile`.
"""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
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
from diffusers.models.attention_processor import AttnProcessor
from transformers import CLIPTextModel, CLIPTokenizer

from bot.pocket import schedule
from bot.pocket.bank import CAPTION_TOKENS, Bank
from bot.pocket.optim import Optimiser

SNR_DAMPING = 5.0
TIMESTEPS = 1000
HIGH_NOISE = 700

Loss = Callable[[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


@dataclass
class Plan:
    """How one training run goes; `minutes` is wall time, pauses included, so a run ends when it was meant to."""

    folder: Path
    minutes: float
    peak_rate: float = 1e-3
    batch: int = 60
    empty_share: float = 0.08
    average: float = 0.998
    refresh: int = 8
    checkpoint_minutes: float = 10.0
    pause_file: Path | None = None
    compiled: bool = True
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))


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

    def parameters(self) -> list[tuple[str, torch.nn.Parameter]]:
        """Everything this stage trains, by name."""
        named = [(f"unet.{name}", parameter) for name, parameter in self.unet.named_parameters()]
        return named + [(f"text.{name}", parameter) for name, parameter in self.text_encoder.named_parameters()]

    def tokenise(self, captions: list[str]) -> torch.Tensor:
        """Captions as (n, 24) token numbers."""
        rows = self.tokenizer(captions, padding="max_length", max_length=CAPTION_TOKENS, truncation=True)
        return torch.tensor(rows.input_ids)


class Trainer:
    """One resumable run. `state.pt` in the plan's folder holds all of it."""

    def __init__(self, models: Models, bank: Bank, plan: Plan, say: Callable[[str], None]) -> None:
        self.models, self.bank, self.plan, self.say = models, bank, plan, say
        self.samples = 0
        self.seconds = 0.0
        self.passed_before = 0.0
        self.stopped = False
        self.optimiser = Optimiser(models.parameters(), average=plan.average)
        self.state_file = plan.folder / "state.pt"
        if self.state_file.exists():
            self._restore(torch.load(self.state_file, weights_only=True))
        for part in (models.unet, models.text_encoder):
            part.to(device=plan.device, dtype=torch.bfloat16, memory_format=torch.channels_last).train()
        models.unet.set_attn_processor(AttnProcessor())
        models.text_encoder.config._attn_implementation = "eager"
        self.optimiser.follow([parameter for _, parameter in models.parameters()])
        self.alphas = DDPMScheduler(beta_schedule="squaredcos_cap_v2").alphas_cumprod
        self.empty = models.tokenise([""])
        self.loss: Loss = torch.compile(self._loss) if plan.compiled else self._loss

    def _loss(self, noisy: torch.Tensor, t: torch.Tensor, tokens: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        states = self.models.text_encoder(tokens).last_hidden_state
        guess: torch.Tensor = self.models.unet(noisy, t, states).sample
        return (guess.float() - target).pow(2).mean((1, 2, 3))

    def noised(self, latents: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Noisy latents, timesteps, v-targets and loss weights.

        Timesteps are stratified over the batch and lean to high noise, where words decide what is drawn; low noise is
        damped by sqrt(5 / SNR), a softer min-SNR (arXiv:2303.09556).
        """
        count = len(latents)
        even = (torch.arange(count) + torch.rand(count)) / count
        t = (even[torch.randperm(count)] ** 0.7 * TIMESTEPS).long().clamp(0, TIMESTEPS - 1)
        alpha = self.alphas[t].view(-1, 1, 1, 1)
        noise = torch.randn_like(latents)
        noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
        target = alpha.sqrt() * noise - (1 - alpha).sqrt() * latents
        snr = (alpha / (1 - alpha)).flatten()
        return noisy, t, target, (SNR_DAMPING / snr).clamp(max=1).sqrt()

    def step(self, passed: float) -> tuple[float, float]:
        """One update; the mean loss, and that at high noise."""
        plan = self.plan
        kinds = schedule.shares(passed)
        fresh = max(kinds, key=lambda kind: self.bank.rng.random() ** (1 / max(kinds[kind], 1e-9)))
        self.bank.refresh(fresh, plan.refresh)
        latents, tokens = self.bank.draw(kinds, plan.batch)
        tokens[torch.rand(plan.batch) < plan.empty_share] = self.empty
        noisy, t, target, weight = self.noised(latents)
        ready = noisy.to(plan.device, torch.bfloat16).contiguous(memory_format=torch.channels_last)
        losses = self.loss(ready, t.to(plan.device), tokens.to(plan.device), target.to(plan.device))
        torch.autograd.backward((losses * weight.to(plan.device)).mean())
        self.optimiser.step(schedule.rate(plan.peak_rate, passed, self.optimiser.steps))
        self.samples += plan.batch
        losses = losses.detach().cpu()
        return float(losses.mean()), float(losses[t > HIGH_NOISE].mean())

    def run(self) -> None:
        """Train until the plan's minutes are over, then save.

        SIGTERM saves and stops. A run that was stopped goes on where it was; a finished one begins a new fall of the
        learning rate.
        """
        start = saved = time.monotonic()
        seen: list[tuple[float, float]] = []
        limit = self.plan.minutes * 60
        passed = self.passed_before
        signal.signal(signal.SIGTERM, self._stop)
        while (elapsed := time.monotonic() - start) < limit and not self.stopped:
            self._wait_while_paused()
            passed = self.passed_before + (1 - self.passed_before) * min(1.0, elapsed / limit)
            seen.append(self.step(passed))
            if len(seen) == 50:
                mean, high = (sum(column) / len(seen) for column in zip(*seen, strict=True))
                speed = self.samples / (self.seconds + time.monotonic() - start)
                done = f"{passed:6.1%}  {self.samples:8,} samples  {speed:5.1f}/s"
                self.say(f"{done}  loss {mean:.4f}  high noise {high:.4f}")
                seen = []
            if time.monotonic() - saved > self.plan.checkpoint_minutes * 60:
                self.save(passed, self.seconds + time.monotonic() - start)
                saved = time.monotonic()
        self.save(passed if self.stopped else 1.0, self.seconds + time.monotonic() - start)

    def _stop(self, *_: object) -> None:
        self.stopped = True

    def _wait_while_paused(self) -> None:
        while self.plan.pause_file is not None and self.plan.pause_file.exists():
            time.sleep(0.5)

    def save(self, passed: float, seconds: float) -> None:
        """Write the state, and the averaged model as a float16 pipeline folder beside it."""
        state = {"optimiser": self.optimiser.state(), "samples": self.samples, "passed": passed, "seconds": seconds}
        torch.save(state, self.state_file.with_suffix(".tmp"))
        self.state_file.with_suffix(".tmp").replace(self.state_file)
        export(self.models, self.optimiser.averages, self.plan.folder / "pipeline")
        self.say(f"saved after {self.samples:,} samples and {seconds / 60:.0f} minutes")

    def _restore(self, state: dict[str, Any]) -> None:
        self.optimiser.restore(state["optimiser"])
        self.samples, self.seconds = state["samples"], state["seconds"]
        self.passed_before = state["passed"] if state["passed"] < 1 else 0.0
        torch.manual_seed(torch.initial_seed() + self.samples)  # other noise than the first time
        self.say(f"going on after {self.samples:,} samples")


@torch.no_grad()
def export(models: Models, averages: list[torch.Tensor], folder: Path) -> None:
    """Write these averaged weights as a float16 `StableDiffusionPipeline` folder, leaving the live model alone."""
    fresh = Models(
        unet=UNet2DConditionModel.from_config(nameless(models.unet.config)),
        text_encoder=CLIPTextModel(models.text_encoder.config),
        tokenizer=models.tokenizer,
        autoencoder=AutoencoderKL.from_config(nameless(models.autoencoder.config)),
    )
    fresh.autoencoder.load_state_dict(models.autoencoder.state_dict())
    torch._foreach_copy_([parameter for _, parameter in fresh.parameters()], averages)
    for part in (fresh.unet, fresh.text_encoder, fresh.autoencoder):
        part.half()
    fresh.pipeline().save_pretrained(folder, safe_serialization=True)


def nameless(config: Any) -> dict[str, Any]:
    """A part's configuration without the folder it was loaded from, which is nobody else's business."""
    return {key: value for key, value in config.items() if key != "_name_or_path"}
