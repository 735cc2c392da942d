"""IP-Adapters: files that let a model look at pictures besides reading words. No torch, nothing is loaded.

Each belongs to one width of cross attention, and was made for one image encoder (CLIP's), which lies in a folder
``image_encoder`` beside it, or where h94/IP-Adapter on the hub keeps it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.gpu import header
from bot.gpu.catalog import Adapter, ModelInfo
from bot.gpu.header import Unreadable
from bot.gpu.job import Mode

ENCODER = "image_encoder"
_ATTENTION = "ip_adapter.1.to_k_ip.weight"
_PLAIN, _PLUS, _FACE = "image_proj.proj.weight", "image_proj.proj_in.weight", "image_proj.proj.0.weight"
_FACE_ID = ("image_proj.proj.2.weight", "image_proj.perceiver_resampler.proj_in.weight")
_MAX_CONFIG = 1 << 20


@dataclass(frozen=True, slots=True)
class FoundAdapter:
    """``width`` is that of the cross attention it fits. ``problem`` says why it cannot be used, and how to mend it."""

    file: Path
    width: int = 0
    encoder: Path | None = None
    problem: str | None = None


def read_adapters(files: Iterable[str]) -> tuple[FoundAdapter, ...]:
    """The adapters named in the settings, in their order. Never raises."""
    return tuple(_read(Path(file).expanduser()) for file in files)


def with_adapters(models: Sequence[ModelInfo], files: Iterable[str]) -> tuple[ModelInfo, ...]:
    """The models, each with the first adapter that fits it."""
    usable = [one for one in read_adapters(files) if not one.problem]
    return tuple(replace(model, adapter=_fitting(model, usable)) if usable else model for model in models)


def _fitting(model: ModelInfo, found: Iterable[FoundAdapter]) -> Adapter | None:
    if model.problem or Mode.WORDS not in model.modes or not model.width:
        return None
    return next((Adapter(one.file, one.encoder) for one in found if one.encoder and one.width == model.width), None)


def _read(file: Path) -> FoundAdapter:
    try:
        if not file.is_file():
            raise Unreadable(f"There is no file {file}.")
        if file.suffix != ".safetensors":
            raise Unreadable("It is not a .safetensors file; pickled weights are not opened.")
        shapes, _ = header.read(file)
        if any(key in shapes for key in _FACE_ID) and _PLAIN not in shapes:
            raise Unreadable("It is an adapter for faces (FaceID), which needs a face recogniser: it cannot be used.")
        attention = shapes.get(_ATTENTION)
        kind = next((key for key in (_PLAIN, _PLUS, _FACE) if key in shapes), None)
        if not attention or kind is None:
            raise Unreadable("Its tensors are not those of an IP-Adapter for Stable Diffusion.")
        return FoundAdapter(file, attention[-1], _encoder(file, kind, shapes[kind][-1]))
    except Unreadable as problem:
        return FoundAdapter(file, problem=str(problem))


def _encoder(file: Path, kind: str, width: int) -> Path:
    """The folder of the image encoder whose output is ``width`` wide, as the adapter wants it."""
    beside = [file.parent / ENCODER, file.parent.parent / "models" / ENCODER]
    for folder in beside:
        says = _numbers(folder / "config.json").get("projection_dim" if kind == _PLAIN else "hidden_size")
        if says == width and any(folder.glob("*.safetensors")):
            return folder
    raise Unreadable(
        f"The image encoder it was made for is missing: put its folder {ENCODER}, with config.json and "
        f"model.safetensors, beside {file.name}."
    )


def _numbers(path: Path) -> dict[str, int]:
    """The whole numbers of a configuration; none where it cannot be read."""
    try:
        if path.stat().st_size > _MAX_CONFIG:
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in found.items() if type(value) is int} if isinstance(found, dict) else {}
