"""bfloat16 on processors that compute with it, if that pays; float16 never.

Only the denoiser is narrowed, where nearly all the time goes: latents, schedulers, text encoders and the autoencoder
stay in float32, so that pictures keep their fine steps. The starter model is fast and small, and stays as it is.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from bot.gpu.catalog import STARTER
from bot.gpu.worker.device import Device

log = logging.getLogger(__name__)

WORTH = 1.15
"""Times as fast as float32, below which its rounding is not worth it."""
ROUNDS = 2


def computes_bfloat16() -> bool:
    """AVX-512 BF16 or AMX on x86, and Arm's bf16; others only convert."""
    known = (getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported"))
    if any(ask is not None and ask() for ask in known):
        return True
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any("bf16" in line.split() for line in lines if line.startswith("Features"))


class Precision:
    """Decides once for a process. ``wanted`` is auto, float32 or bfloat16; ``gain`` what an earlier life measured, and
    ``tell`` is called with a new measurement."""

    def __init__(
        self, wanted: str, device: Device, gain: float | None = None, tell: Callable[[float], None] | None = None
    ) -> None:
        self._wanted, self._device, self._gain, self._tell = wanted, device, gain, tell

    def narrows(self, model: str) -> bool:
        """Whether this model's denoiser works in bfloat16. Takes seconds when it has to be measured."""
        if self._device.place.type != "cpu" or model == STARTER or self._wanted == "float32":
            return False
        if not computes_bfloat16():
            return False
        if self._wanted == "bfloat16":
            return True
        if self._gain is None:
            self._gain = gain()
            log.info("bfloat16 is %.2f times as fast as float32 on this processor", self._gain)
            if self._tell is not None:
                self._tell(self._gain)
        return self._gain >= WORTH


def gain() -> float:
    """How many times as fast layers of Stable Diffusion 1's shape are in bfloat16, here and with these threads.

    In turns, and the best of each: whatever else the machine does meanwhile meets both.
    """
    sample, words = torch.randn(1, 4, 24, 24), torch.randn(1, 77, 768)
    best: dict[torch.dtype, float] = {}
    with torch.no_grad():
        nets = {dtype: _small_unet(dtype) for dtype in (torch.float32, torch.bfloat16)}
        for turn in range(ROUNDS + 1):  # the first is to warm up
            for dtype, net in nets.items():
                begun = time.perf_counter()
                net(sample.to(dtype), torch.tensor(500), words.to(dtype))
                took = time.perf_counter() - begun
                best[dtype] = min(took, best.get(dtype, took)) if turn > 1 else took
    return best[torch.float32] / best[torch.bfloat16]


def _small_unet(dtype: torch.dtype) -> Any:
    """The widths, heads and blocks of SD 1's upper half, for pictures of 192 pixels."""
    from diffusers import UNet2DConditionModel

    with torch.device("meta"):  # drawing random weights would take longer than the rest
        net = UNet2DConditionModel(
            sample_size=24,
            block_out_channels=(320, 320),
            layers_per_block=1,
            down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
            cross_attention_dim=768,
            attention_head_dim=8,
        ).eval()
    torch.nn.Module.to(net.to_empty(device="cpu"), dtype)
    for values in (*net.parameters(), *net.buffers()):
        values.fill_(0.01)
    return net
