"""Painting into a part of a picture with models that stock inpaint pipelines refuse: those whose latents have neither
four channels nor a mask beside them.

It is the stock pipeline that starts from a picture. After each step what the mask hides is put back, at the noise of
that step, as the stock inpaint pipelines do it for models with four channels.
"""

from __future__ import annotations

from typing import Any

import torch
from PIL import Image
from torch import Tensor

from bot.gpu.job import Generation

STOCK_CHANNELS = frozenset({4, 9})


def is_needed(pipeline: Any) -> bool:
    """True for models that stock inpaint pipelines refuse."""
    unet = getattr(pipeline, "unet", None)
    return unet is not None and unet.config.in_channels not in STOCK_CHANNELS


class Painting:
    """Called by the pipeline after each step (``callback_on_step_end``), in the request's thread."""

    def __init__(self, image: Image.Image, mask: Image.Image, generation: Generation) -> None:
        self._image, self._mask, self._seeds = image, mask, generation.seeds
        self._parts: tuple[Tensor, Tensor, Tensor] | None = None

    def __call__(self, pipeline: Any, step: int, _: Tensor, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        latents = tensors["latents"]
        if self._parts is None:  # not earlier: the executor serves the encoder once the words are read
            self._parts = self._prepare(pipeline, latents)
        shown, original, noise = self._parts
        left = pipeline.num_timesteps - step - 1
        if left:
            later = pipeline.scheduler.timesteps[-left]
            original = pipeline.scheduler.add_noise(original, noise, later.reshape(1))
        return {"latents": shown * latents + (1 - shown) * original}

    def _prepare(self, pipeline: Any, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The mask, the picture and noise, each of the latents' size. Every row has noise of its own seed."""
        pixels = pipeline.image_processor.preprocess(self._image).to(latents.device, latents.dtype)
        original = pipeline.vae.encode(pixels).latent_dist.mode().to(latents.dtype)
        original = (original * pipeline.vae.config.scaling_factor).expand_as(latents)
        mask = torch.frombuffer(bytearray(self._mask.tobytes()), dtype=torch.uint8)
        mask = (mask.reshape(1, 1, self._mask.height, self._mask.width) >= 128).float()
        shown = torch.nn.functional.interpolate(mask, size=latents.shape[-2:])
        generators = (torch.Generator("cpu").manual_seed(seed) for seed in self._seeds)
        noise = torch.stack([torch.randn(latents.shape[1:], generator=generator) for generator in generators])
        return shown.to(latents), original, noise.to(latents)
