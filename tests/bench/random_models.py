"""Models of the true sizes with random weights: as slow as real ones, without a download."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from bot.gpu.worker.device import Device
from bot.gpu.worker.models import Resident
from bot.gpu.worker.preview import fit
from bot.gpu.worker.single_file import CONFIGS, tokenizer


def build(name: str, source: Path, family: str, device: Device) -> Resident:
    """A loader for the studio: the pipeline of ``family`` (sd1 or sdxl), made on the device. ``source`` is not read."""
    import diffusers
    import transformers

    contents: dict[str, Any] = json.loads((CONFIGS / f"{family}.json").read_text("utf-8"))
    index = contents["model_index.json"]
    parts: dict[str, Any] = {}
    torch.manual_seed(0)
    for part, (library, cls) in ((key, value) for key, value in index.items() if isinstance(value, list)):
        config = contents.get(f"{part}/config.json") or contents.get(f"{part}/scheduler_config.json")
        if library is None:
            parts[part] = None
        elif part.startswith("tokenizer"):
            parts[part] = tokenizer(contents[part]["pad"])
        elif part == "scheduler":
            parts[part] = getattr(diffusers, cls).from_config(config)
        elif library == "diffusers":
            with device.place:
                made = getattr(diffusers, cls).from_config(config)
            parts[part] = made.to(device.dtype).eval()
        else:
            with device.place:
                made = getattr(transformers, cls)(transformers.CLIPTextConfig(**config))
            parts[part] = made.to(device.dtype).eval()
    with torch.no_grad():
        parts["unet"].conv_out.weight.mul_(0.1)  # random predictions must not run away over many steps
    options = {key: value for key, value in index.items() if isinstance(value, bool)}
    pipeline = getattr(diffusers, index["_class_name"])(**parts, **options)
    return Resident(name, pipeline, fit(pipeline.vae, pipeline.scheduler), 0.0, 0)
