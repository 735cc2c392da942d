"""LoRAs and textual inversions with random weights, in the styles that people's files have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

RANK = 3
LAYERS = ("to_q", "to_k", "to_v", "to_out.0", "ff.net.2", "conv1", "time_emb_proj")
TEXT = ("q_proj", "k_proj", "v_proj", "out_proj", "fc1")


def layers(module: Any, endings: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Path of a layer -> shape of its weight."""
    return {path: tuple(one.weight.shape) for path, one in module.named_modules() if path.endswith(endings)}


def halves(shape: tuple[int, ...], rank: int, size: float = 0.3) -> tuple[torch.Tensor, torch.Tensor]:
    down = torch.randn((rank, *shape[1:])) * size
    return down, torch.randn((shape[0], rank, *[1] * (len(shape) - 2))) * size


def parts(pipeline: Any, text: bool) -> dict[str, tuple[Any, tuple[str, ...]]]:
    found = {"unet": (pipeline.unet, LAYERS)}
    if text:
        found["text_encoder"] = (pipeline.text_encoder, TEXT)
        if getattr(pipeline, "text_encoder_2", None) is not None:
            found["text_encoder_2"] = (pipeline.text_encoder_2, TEXT)
    return found


def kohya(path: Path, pipeline: Any, seed: int = 0, text: bool = True, alpha: float = 2.0) -> Path:
    """As kohya's trainer and AUTOMATIC1111 have it."""
    torch.manual_seed(seed)
    second = getattr(pipeline, "text_encoder_2", None) is not None
    prefixes = {"unet": "lora_unet_", "text_encoder": "lora_te1_" if second else "lora_te_"}
    prefixes["text_encoder_2"] = "lora_te2_"
    tensors = {}
    for part, (module, endings) in parts(pipeline, text).items():
        for where, shape in layers(module, endings).items():
            inner = where if part == "unet" else f"text_model.{where.removeprefix('text_model.')}"
            name = prefixes[part] + inner.replace(".", "_")
            down, up = halves(shape, RANK)
            tensors |= {f"{name}.lora_down.weight": down, f"{name}.lora_up.weight": up}
            tensors[f"{name}.alpha"] = torch.tensor(alpha)
    return saved(path, tensors)


def peft(path: Path, pipeline: Any, seed: int = 0, text: bool = True, pictures: bool = True) -> Path:
    """As diffusers saves it now; without alpha, which means a scale of one."""
    torch.manual_seed(seed)
    tensors = {}
    for part, (module, endings) in parts(pipeline, text).items():
        for where, shape in layers(module, endings).items() if pictures or part != "unet" else ():
            down, up = halves(shape, RANK)
            tensors |= {f"{part}.{where}.lora_A.weight": down, f"{part}.{where}.lora_B.weight": up}
    return saved(path, tensors)


def saved(path: Path, tensors: dict[str, torch.Tensor], metadata: dict[str, str] | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path, metadata)
    return path
