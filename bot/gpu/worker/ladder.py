"""What is given up, one thing after another, when memory runs out; and taken back when things went well for a while.

Smaller batches come first and are the forwards' own affair. Then, in this order: idle models leave, the autoencoder
works in tiles and slices, the text encoders move off the device, and the denoiser goes to half precision (not on a
processor, where that is slow and wrong). Shared parts of a pipeline are changed here alone, between forwards.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import torch

from bot.gpu.worker.device import Device

log = logging.getLogger(__name__)

RELAX_AFTER = 16  # pictures without trouble


class Rung(Enum):
    """Values are sentences for the person."""

    TILES = "The device was short of memory: the picture was decoded in tiles, whose seams can show."
    ENCODERS = "The device was short of memory: the text encoder was moved off it, so the picture took longer to begin."
    HALF = "The device was short of memory: the picture was drawn in half precision, which changes it slightly."


class Ladder:
    """One loaded pipeline's state. ``make_room`` drops models that nobody uses; True when it did."""

    def __init__(self, pipeline: Any, device: Device, make_room: Callable[[], bool]) -> None:
        self._pipeline, self._device, self.make_room = pipeline, device, make_room
        self._given: list[Rung] = []
        self._good = 0
        self.encoding = threading.Lock()
        """Held while a text encoder works, so that it is not moved under its request."""
        if device.mode == "low" and hasattr(pipeline, "vae"):
            self._apply(Rung.TILES)
            self._apply(Rung.ENCODERS)

    @property
    def encoders_off(self) -> bool:
        return Rung.ENCODERS in self._given or self._device.mode == "low"

    def climb(self, decoding: bool) -> bool:
        if self.make_room():
            log.warning("memory ran out: models that nobody uses were dropped")
            return True
        for rung in self._open(decoding):
            self._given.append(rung)
            self._good = 0
            log.warning("memory ran out: %s", rung.value)
            self._apply(rung)
            return True
        return False

    def notes(self, decoding: bool) -> list[str]:
        """What is given up now, beyond what the memory mode asks for."""
        return [rung.value for rung in self._given if decoding or rung is not Rung.TILES]

    def held(self) -> None:
        """After a run of pictures without trouble the last thing given up is tried again."""
        self._good += 1
        if self._good >= RELAX_AFTER and self._given and self._given[-1] is not Rung.HALF:  # those bits are gone
            self._good = 0
            self._undo(self._given.pop())

    def _open(self, decoding: bool) -> list[Rung]:
        low = self._device.mode == "low"
        rungs = [Rung.TILES] if decoding and not low else []
        rungs += [] if low else [Rung.ENCODERS]
        rungs += [Rung.HALF] if not decoding and self._device.may_halve else []
        return [rung for rung in rungs if rung not in self._given]

    def _apply(self, rung: Rung) -> None:
        if rung is Rung.TILES:
            self._pipeline.vae.enable_slicing()
            self._pipeline.vae.enable_tiling()
        elif rung is Rung.ENCODERS:
            self._move_encoders(torch.device("cpu"))
        else:
            narrow(self._denoiser(), torch.float16)

    def _undo(self, rung: Rung) -> None:
        log.info("memory held for a while: taking back %s", rung.name)
        if rung is Rung.TILES:
            self._pipeline.vae.disable_tiling()
            self._pipeline.vae.disable_slicing()
        else:
            self._move_encoders(self._device.place)

    def _move_encoders(self, place: torch.device) -> None:
        with self.encoding:
            for encoder in encoders(self._pipeline).values():
                encoder.to(place)

    def _denoiser(self) -> Any:
        return denoiser_of(self._pipeline)


def denoiser_of(pipeline: Any) -> Any:
    """The UNet or transformer."""
    return getattr(pipeline, "unet", None) or pipeline.transformer


def narrow(denoiser: Any, dtype: torch.dtype) -> None:
    """Weights in 16 bits; callers go on with float32. Timesteps stay, for half precision cannot count them."""

    def inward(_: Any, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        kept = {name: value if name == "timestep" else _cast(value, dtype) for name, value in named.items()}
        return (*(_cast(value, dtype) for value in values[:1]), *values[1:]), kept  # the sample comes first

    def outward(_: Any, __: Any, output: Any) -> Any:
        return _cast(output, torch.float32)

    torch.nn.Module.to(denoiser, dtype)
    denoiser.register_forward_pre_hook(inward, with_kwargs=True)
    denoiser.register_forward_hook(outward)


def _cast(value: Any, dtype: torch.dtype) -> Any:
    if isinstance(value, torch.Tensor):
        return value.to(dtype) if value.is_floating_point() else value
    if isinstance(value, Mapping):
        return {key: _cast(inner, dtype) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_cast(inner, dtype) for inner in value)
    return value


def encoders(pipeline: Any) -> dict[str, Any]:
    """Attribute name -> text encoder."""
    found = {f"text_encoder{suffix}": getattr(pipeline, f"text_encoder{suffix}", None) for suffix in ("", "_2", "_3")}
    return {name: encoder for name, encoder in found.items() if encoder is not None}
