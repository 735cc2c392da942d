"""The largest picture that can surely not be ruled out, by a model's configuration files and the device's memory. No
torch, nothing is loaded.

It is a bound, not a forecast: only what every forward of one row has to hold at the same time is counted, so that
nothing is refused which might fit. A UNet keeps the output of each of its downward layers for the way up
(Ronneberger et al. 2015, https://arxiv.org/abs/1505.04597); a transformer keeps each token beside its normalised self.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.gpu.worker.sizes import value_bytes

CONFIGS = Path(__file__).with_name("configs")
DENOISERS = ("unet", "transformer")


def most_pixels(source: Path, family: str, memory: int, bytes_a_value: int) -> int | None:
    """Width × height of one picture, 0 where the denoiser's weights alone do not fit, None where nothing can be said.

    ``memory`` in bytes is all that the device has; ``bytes_a_value`` are those of its half or full precision.
    """
    try:
        configs = _configs(source, family)
        part = next(name for name in DENOISERS if name in configs)
        needed = _unet(configs[part]) if part == "unet" else _transformer(configs[part])
        scale = 2 ** (len(configs["vae"]["block_out_channels"]) - 1)
        weights = _weights(source / part, bytes_a_value)
    except (OSError, ValueError, KeyError, TypeError, StopIteration, AttributeError):
        return None
    a_pixel = needed * bytes_a_value / scale**2
    return max(0, int((memory - weights) / a_pixel)) if a_pixel > 0 else None


def _configs(source: Path, family: str) -> dict[str, Any]:
    if source.is_file():
        shipped: Mapping[str, Any] = json.loads((CONFIGS / f"{family}.json").read_text("utf-8"))
        return {name.partition("/")[0]: one for name, one in shipped.items() if name.endswith("/config.json")}
    found = [source / part / "config.json" for part in (*DENOISERS, "vae")]
    return {path.parent.name: json.loads(path.read_text("utf-8")) for path in found if path.is_file()}


def _weights(folder: Path, bytes_a_value: int) -> int:
    """Bytes on the device, of the largest precision that lies there or of the only one; 0 for a single file, whose
    parts cannot be told apart."""
    files = list(folder.glob("*.safetensors"))
    half = [path for path in files if ".fp16." in path.name]
    files = [path for path in files if path not in half] or half
    return sum(path.stat().st_size * bytes_a_value // value_bytes(path) for path in files)


def _unet(config: Mapping[str, Any]) -> float:
    """Values for each latent pixel that are kept on the way down."""
    channels = [int(one) for one in config["block_out_channels"]]
    layers = config.get("layers_per_block", 2)
    each = [int(layers)] * len(channels) if isinstance(layers, int) else [int(one) for one in layers]
    kept = float(channels[0])  # of the first convolution
    for level, (width, count) in enumerate(zip(channels, each, strict=True)):
        area = 1 / 4**level
        kept += count * width * area
        if level < len(channels) - 1:
            kept += width * area / 4  # made smaller
    return kept


def _transformer(config: Mapping[str, Any]) -> float:
    """Values for each latent pixel: at most one token for four of them, twice."""
    return 2 * int(config["num_attention_heads"]) * int(config["attention_head_dim"]) / 4
