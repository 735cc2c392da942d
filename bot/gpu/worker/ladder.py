"""What is given up, one thing after another, when memory runs out; and taken back when things went well for a while.

Smaller batches come first and are the forwards' own affair. Then, in this order: idle models leave, the autoencoder
works in tiles and slices, the text encoders move off the device, and the denoiser goes to half precision (not on a
processor, where that is slow and wrong). Where a text encoder runs out of memory itself, it moves off, so that only one
is there at a time, and reads on the processor where even that is too much. Shared parts of a pipeline are changed here
alone, between forwards.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

import torch

from bot.gpu.worker.device import Device, out_of_memory

log = logging.getLogger(__name__)

RELAX_AFTER = 16  # pictures without trouble


class Rung(Enum):
    """Values are sentences for the person."""

    TILES = "The device was short of memory: the picture was decoded in tiles, whose seams can show."
    ENCODERS = "The device was short of memory: the text encoder was moved off it, so the picture took longer to begin."
    READING = (
        "The device was short of memory: the prompt was read on the processor, which can change the picture slightly."
    )
    HALF = "The device was short of memory: the picture was drawn in half precision, which changes it slightly."


class Ladder:
    """One loaded pipeline's state. ``make_room`` drops models that nobody uses; True when it did."""

    def __init__(
        self, pipeline: Any, device: Device, make_room: Callable[[], bool], *, encoders_off: bool = False
    ) -> None:
        """``encoders_off``: the model only fitted without its text encoders."""
        self._pipeline, self._device, self.make_room = pipeline, device, make_room
        self._given: list[Rung] = [Rung.ENCODERS] if encoders_off and device.mode != "low" else []
        self._changing = threading.RLock()
        self._good = 0
        self.encoding = threading.Lock()
        """Held while a text encoder works, so that it is not moved under its request."""
        if device.mode == "low" and hasattr(pipeline, "vae"):
            self._apply(Rung.TILES)
            self._apply(Rung.ENCODERS)

    @property
    def encoders_off(self) -> bool:
        return Rung.ENCODERS in self._given or self._device.mode == "low"

    @property
    def reads_here(self) -> bool:
        """The text encoders work on the processor."""
        return Rung.READING in self._given

    def climb(self, decoding: bool) -> bool:
        return self._climb(self._open(decoding))

    def climb_reading(self) -> bool:
        """The same for a text encoder that does not fit. Called by a request's thread, which does not hold
        ``encoding``."""
        reading = [] if self.encoders_off else [Rung.ENCODERS]
        if not reading and self._device.may_offload and not self.reads_here:
            reading = [Rung.READING]
        return self._climb(reading)

    def _climb(self, rungs: Sequence[Rung]) -> bool:
        if self.make_room():
            log.warning("memory ran out: models that nobody uses were dropped")
            return True
        with self._changing:
            for rung in rungs:
                if rung not in self._given:
                    self._give(rung)
                return True
        return False

    def _give(self, rung: Rung) -> None:
        self._given.append(rung)
        self._good = 0
        log.warning("memory ran out: %s", rung.value)
        self._apply(rung)

    def notes(self, decoding: bool) -> list[str]:
        """What is given up now, beyond what the memory mode asks for."""
        return [rung.value for rung in self._given if decoding or rung is not Rung.TILES]

    def notes_on_reading(self) -> list[str]:
        return [rung.value for rung in self._given if rung in (Rung.ENCODERS, Rung.READING)]

    def held(self) -> None:
        """After a run of pictures without trouble the last thing given up is tried again."""
        with self._changing:
            self._good += 1
            if self._good >= RELAX_AFTER and self._given and self._given[-1] is not Rung.HALF:  # those bits are gone
                self._good = 0
                self._take_back(self._given.pop())

    def _take_back(self, rung: Rung) -> None:
        try:
            self._undo(rung)
        except Exception as error:
            if not out_of_memory(error):
                raise
            failed = True
        else:
            failed = False
        if failed:  # outside of the except block, whose frames hold what did not fit
            log.info("there is no room for that yet")
            self._apply(rung)
            self._given.append(rung)

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
        elif rung is Rung.HALF:
            narrow(self._denoiser(), torch.float16)

    def _undo(self, rung: Rung) -> None:
        log.info("memory held for a while: taking back %s", rung.name)
        if rung is Rung.TILES:
            self._pipeline.vae.disable_tiling()
            self._pipeline.vae.disable_slicing()
        elif rung is Rung.ENCODERS:
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
    """Attribute name -> text encoder, and the image encoder of a model that looks at pictures."""
    names = ("text_encoder", "text_encoder_2", "text_encoder_3", "image_encoder")
    found = {name: getattr(pipeline, name, None) for name in names}
    return {name: encoder for name, encoder in found.items() if encoder is not None}
