"""Pictures that tile: convolutions whose padding is what lies at the opposite side, as if the picture were a cylinder
or a torus."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from bot.gpu.job import Seamless

MARGIN = 8
"""Latents that go around on each side where an autoencoder that works in tiles decodes."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A state (``bot.gpu.worker.states``) of a UNet or an autoencoder: which of its axes go around."""

    sideways: bool
    upright: bool

    @contextlib.contextmanager
    def on(self, module: Any) -> Iterator[None]:
        changed = [part for part in module.modules() if isinstance(part, torch.nn.Conv2d) and _is_padded(part)]
        try:
            for conv in changed:
                conv.__dict__["_conv_forward"] = partial(self._convolve, conv)
            yield
        finally:
            for conv in changed:
                conv.__dict__.pop("_conv_forward", None)

    def decode(self, vae: Any, z: Tensor, *values: Any, **named: Any) -> Any:
        """Tiles of an autoencoder that saves memory would each go around by themselves: instead the latents go on
        beyond their sides, and what comes of that is cut off."""
        if not (getattr(vae, "use_tiling", False) and max(z.shape[-2:]) > vae.tile_latent_min_size):
            with self.on(vae):
                return vae.decode(z, *values, **named)
        across, down = (min(MARGIN, side) for side in (z.shape[-1] * self.sideways, z.shape[-2] * self.upright))
        larger = F.pad(z, (across, across, down, down), mode="circular")
        decoded = vae.decode(larger, *values, **named)[0]
        times = decoded.shape[-1] // larger.shape[-1]
        high, wide = (side * times for side in z.shape[-2:])
        return (decoded[..., down * times :, across * times :][..., :high, :wide],)

    def _convolve(self, conv: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        left, right, top, bottom = conv._reversed_padding_repeated_twice
        around = (left, right) if self.sideways else (0, 0), (top, bottom) if self.upright else (0, 0)
        x = F.pad(x, (*around[0], *around[1]), mode="circular")
        rest = (0 if self.upright else top, 0 if self.sideways else left)
        return F.conv2d(x, weight, bias, conv.stride, rest, conv.dilation, conv.groups)


def wrapped(seamless: Seamless) -> Wrapped:
    return Wrapped(seamless is not Seamless.UP_AND_DOWN, seamless is not Seamless.SIDEWAYS)


def _is_padded(conv: torch.nn.Conv2d) -> bool:
    return conv.padding_mode == "zeros" and any(conv._reversed_padding_repeated_twice)
