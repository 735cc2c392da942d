"""LoRA files as what they add to the layers of a loaded model.

To a layer's output ``up(down(x)) * strength * alpha / rank`` is added (Hu et al. 2021, arXiv 2106.09685), in the order
in which peft computes it, so that a picture is the same bit for bit. Names come in four styles: kohya's, which
AUTOMATIC1111 reads too, both of diffusers, and peft's; diffusers' own converter sorts out the first.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import Tensor
from torch.nn import functional

from bot.errors import JobFailed
from bot.gpu import header
from bot.gpu.worker.device import out_of_memory

PARTS = ("unet", "text_encoder", "text_encoder_2")
Place = tuple[str, str]
"""A part of the pipeline, and the path of a layer in it."""

_WEIGHT = re.compile(r"^(?P<path>.+?)(?:[._]lora(?:_linear_layer)?\.(?P<old>down|up)|\.lora_(?P<peft>[AB]))\.weight$")
_KOHYAS = ("lora_unet_", "lora_te")
_ALPHA = re.compile(r"(?:[._]lora(?:_linear_layer)?\.down\.weight)?\.alpha$")
_ENCODERS = {".to_q": ".q_proj", ".to_k": ".k_proj", ".to_v": ".v_proj", ".to_out": ".out_proj"}


@dataclass(frozen=True, slots=True, eq=False)
class Delta:
    """What is added to one layer: ``down`` is (rank, in, …), ``up`` (out, rank, …)."""

    down: Tensor
    up: Tensor
    alpha: float

    def scale(self, strength: float) -> float:
        return strength * self.alpha / int(self.down.shape[0])


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A LoRA on the device: part -> path of a layer -> what is added there. ``missed`` counts layers that this model
    does not have."""

    deltas: Mapping[str, Mapping[str, Delta]]
    missed: int

    @property
    def bytes(self) -> int:
        halves = (
            half for layers in self.deltas.values() for delta in layers.values() for half in (delta.down, delta.up)
        )
        return sum(half.numel() * half.element_size() for half in halves)


def opened(path: Path, name: str, pipeline: Any) -> Network:
    """Raises JobFailed for a file that is gone, broken, or made for another model."""
    from safetensors.torch import load_file

    try:
        tensors, said = load_file(path), header.read(path).said
        if kohyas := {key: tensor for key, tensor in tensors.items() if key.startswith(_KOHYAS)}:
            tensors = kohyas  # some carry embeddings along
        weights, alphas = type(pipeline).lora_state_dict(tensors, unet_config=pipeline.unet.config)
        told = {_place(_ALPHA.sub("", key), pipeline): float(alpha) for key, alpha in (alphas or {}).items()}
        return _fitted(weights, lambda place, rank: told.get(place) or _in_metadata(said, place, rank), pipeline, name)
    except JobFailed:
        raise
    except Exception as error:  # strangers' files: whatever is wrong with one, the others stay usable
        if out_of_memory(error):
            raise
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:150]
        raise JobFailed("lora", f"The LoRA “{name}” cannot be read ({type(error).__name__}: {first}).") from None


def _fitted(weights: Mapping[str, Tensor], alpha: Callable[[Place, int], float], pipeline: Any, name: str) -> Network:
    """The weights at the layers of this model, in their place and dtype."""
    halves: dict[Place, dict[str, Tensor]] = {}
    for key, tensor in weights.items():
        if (found := _WEIGHT.match(key)) is not None:
            side = "down" if found["old"] == "down" or found["peft"] == "A" else "up"
            halves.setdefault(_place(found["path"], pipeline), {})[side] = tensor
    layers = {part: dict(getattr(pipeline, part).named_modules()) for part in PARTS if getattr(pipeline, part, None)}
    deltas: dict[str, dict[str, Delta]] = {}
    missed = 0
    for (part, path), both in halves.items():
        layer = layers.get(part, {}).get(path)
        if not isinstance(getattr(layer, "weight", None), Tensor) or len(both) < 2:
            missed += 1
            continue
        down, up = _sized(layer, both, name)
        deltas.setdefault(part, {})[path] = Delta(down, up, alpha((part, path), down.shape[0]))
    if not deltas:
        raise JobFailed("lora", f"The LoRA “{name}” fits no layer of this model.")
    return Network(deltas, missed)


def _sized(layer: Any, both: Mapping[str, Tensor], name: str) -> tuple[Tensor, Tensor]:
    weight, down, up = layer.weight, both["down"], both["up"]
    if weight.dim() == 2 and down.dim() == 4:  # made for a model that has a convolution there
        down, up = down.flatten(1), up.flatten(1)
    rank = down.shape[0]
    inward, outward = (rank, *weight.shape[1:]), (weight.shape[0], rank, *[1] * (weight.dim() - 2))
    if tuple(down.shape) != inward or tuple(up.shape) != outward or not rank:
        raise JobFailed("lora", f"The LoRA “{name}” is made for another model: its layers have other sizes.")
    return down.to(weight.device, weight.dtype).contiguous(), up.to(weight.device, weight.dtype).contiguous()


def _place(path: str, pipeline: Any) -> Place:
    """Where a layer is, whatever the style of its name."""
    path = path.removeprefix("base_model.model.")
    part, _, rest = path.partition(".")
    if part not in PARTS:
        part, rest = "unet", path
    if part == "unet":
        rest = rest.replace(".processor.", ".")
        return part, f"{rest}.0" if rest.endswith(".to_out") else rest
    for old, new in _ENCODERS.items():
        if rest.endswith(old):
            rest = rest.removesuffix(old) + new
    if not hasattr(getattr(pipeline, part, None), "text_model"):  # as transformers has it since version 5
        rest = rest.removeprefix("text_model.")
    return part, rest


def _in_metadata(said: Mapping[str, str], place: Place, rank: int) -> float:
    """Alpha as peft's configuration has it; the rank, which means a scale of 1, where nothing is said."""
    config = json.loads(said.get("lora_adapter_metadata", "{}"))
    part, path = place
    of_layers: Mapping[str, float] = config.get(f"{part}.alpha_pattern") or {}
    alpha = next((value for key, value in of_layers.items() if path.endswith(key)), None)
    alpha = config.get(f"{part}.lora_alpha", rank) if alpha is None else alpha
    return float(alpha) * (math.sqrt(rank) if config.get(f"{part}.use_rslora") else 1.0)


def adding(deltas: Sequence[tuple[Delta, float]]) -> Callable[[Any, tuple[Any, ...], Tensor], Tensor]:
    """A forward hook for a layer that adds these, each with its scale."""

    def add(layer: Any, given: tuple[Any, ...], output: Tensor) -> Tensor:
        x, dtype = given[0], output.dtype
        for delta, scale in deltas:
            down, up = delta.down.to(x.device), delta.up.to(x.device)
            x = x.to(down.dtype)
            if down.dim() == 2:
                added = functional.linear(functional.linear(x, down), up)
            else:
                hidden = layer._conv_forward(x, down, None)  # at the edges as the layer itself: it may go around
                added = functional.conv2d(hidden, up)
            output = output + added * scale
        return output.to(dtype)

    return add
