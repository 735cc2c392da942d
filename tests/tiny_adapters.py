"""Tiny IP-Adapters of the true architecture with random weights, for a tiny UNet, with their image encoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

SEEN, HIDDEN = 24, 16
"""Widths of what the image encoder says: projected, and within."""
TOKENS = 4


def save(folder: Path, unet: Any, plus: bool = False) -> tuple[Path, Path]:
    """The adapter's file and its encoder's folder, laid out as on the hub."""
    from safetensors.torch import save_file
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(7)
    config = CLIPVisionConfig(
        hidden_size=HIDDEN,
        projection_dim=SEEN,
        intermediate_size=HIDDEN,
        num_hidden_layers=2,
        num_attention_heads=2,
        image_size=32,
        patch_size=16,
    )
    CLIPVisionModelWithProjection(config).eval().save_pretrained(folder / "image_encoder")
    width = unet.config.cross_attention_dim
    tensors = {f"image_proj.{name}": value for name, value in (_plus if plus else _plain)(width).items()}
    modules, number = dict(unet.named_modules()), 1
    for name in unet.attn_processors:
        if "attn2" in name:
            hidden = modules[name.removesuffix(".processor")].to_k.out_features
            for kind in "kv":
                tensors[f"ip_adapter.{number}.to_{kind}_ip.weight"] = torch.randn(hidden, width) / width**0.5
            number += 2
    file = folder / ("adapter-plus.safetensors" if plus else "adapter.safetensors")
    save_file({name: value.contiguous().clone() for name, value in tensors.items()}, file)
    return file, folder / "image_encoder"


def _plain(width: int) -> dict[str, Tensor]:
    return {
        "proj.weight": torch.randn(TOKENS * width, SEEN),
        "proj.bias": torch.randn(TOKENS * width),
        "norm.weight": torch.ones(width),
        "norm.bias": torch.zeros(width),
    }


def _plus(width: int) -> dict[str, Tensor]:
    """By the names that the original has, which diffusers translates when it reads them."""
    from diffusers.models.embeddings import IPAdapterPlusImageProjection

    made = IPAdapterPlusImageProjection(HIDDEN, width, HIDDEN, heads=1, num_queries=TOKENS).state_dict()
    names = {
        "ln0": "0.norm1",
        "ln1": "0.norm2",
        "attn.to_q": "0.to_q",
        "attn.to_out.0": "0.to_out",
        "ff.0": "1.0",
        "ff.1.net.0.proj": "1.1",
        "ff.1.net.2": "1.3",
    }
    found: dict[str, Tensor] = {}
    for key, value in made.items():
        layer, _, rest = key.removeprefix("layers.").partition(".")
        part, _, kind = rest.rpartition(".")
        if not key.startswith("layers."):
            found[key] = value
        elif part in names:
            found[f"layers.{layer}.{names[part]}.{kind}"] = value
        elif part == "attn.to_k":
            both = torch.cat([value, made[key.replace("to_k", "to_v")]])
            found[f"layers.{layer}.0.to_kv.{kind}"] = both
    return found
