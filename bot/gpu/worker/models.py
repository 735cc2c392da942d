"""Loading a model: the starter model, a Stable Diffusion folder and a single file take the same road.

Only safetensors are opened, and single checkpoints of weights; no code from a model is run.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import prod
from pathlib import Path
from typing import Any

import torch

from bot.errors import ModelUnusable
from bot.gpu import checkpoint, single
from bot.gpu.captioner import CAPTIONER
from bot.gpu.job import Mode
from bot.gpu.worker import captions, checking, single_file
from bot.gpu.worker.device import Device, out_of_memory, poisoned
from bot.gpu.worker.ladder import denoiser_of, encoders, narrow
from bot.gpu.worker.likeness import Looker, attach
from bot.gpu.worker.modes import in_mode
from bot.gpu.worker.precision import Precision
from bot.gpu.worker.preview import Preview, fit
from bot.gpu.worker.sizes import value_bytes
from bot.gpu.worker.wardrobe import Wardrobe

log = logging.getLogger(__name__)


class TooLarge(ModelUnusable):
    """The model does not fit into what memory is left."""


@dataclass(frozen=True, slots=True)
class Resident:
    """A model on the device, ready for requests. ``bytes`` are those of its weights there; ``encoders_off``: the text
    encoders are not. ``looker`` lets it look at pictures."""

    name: str
    pipeline: Any
    preview: Preview | None
    seconds: float
    bytes: int
    encoders_off: bool = False
    looker: Looker | None = None
    checker: checking.Checker | None = None
    _modes: dict[Mode, Any] = field(default_factory=dict)
    wardrobe: Wardrobe = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wardrobe", Wardrobe(self.pipeline))

    def in_mode(self, mode: Mode) -> Any:
        """The pipeline for ``mode``, made when it is first asked for. Raises JobFailed where the model has none."""
        if mode not in self._modes:
            self._modes[mode] = in_mode(self.pipeline, mode)
        return self._modes[mode]

    def readers(self) -> Iterator[tuple[Any, Any]]:
        """(tokenizer, text encoder) pairs."""
        found = encoders(self.pipeline)
        for suffix in ("", "_2", "_3"):
            tokenizer = getattr(self.pipeline, f"tokenizer{suffix}", None)
            if tokenizer is not None:
                yield tokenizer, found.get(f"text_encoder{suffix}")


def load(name: str, source: Path, family: str, device: Device, precision: Precision | None = None) -> Resident:
    """Read a model and bring it to the device; ``precision`` says whether its denoiser works in bfloat16. Raises
    ModelUnusable with a sentence about what is wrong, and lets a fault of the device through.

    It is read in float32 and brought to the device's dtype afterwards: reading in half precision would change the
    default dtype of the whole process, and with it the numbers of the pictures that are being drawn meanwhile.
    """
    started = time.perf_counter()
    large = False
    try:
        draws = family != CAPTIONER
        pipeline: Any = _read(source, family) if draws else captions.read(source)
        if draws and precision is not None and precision.narrows(name):
            narrow(denoiser_of(pipeline), torch.bfloat16)
        away = draws and device.mode == "low"
        try:
            size = _bring(pipeline, device, with_encoders=not away)
        except Exception as error:
            if away or not draws or not out_of_memory(error) or not device.may_offload:
                raise
            away = True
        if away and device.mode != "low":  # outside of the except block, whose frames hold what did not fit
            log.warning("%s does not fit with its text encoders: they stay off the device", name)
            _take_back(pipeline)
            size = _bring(pipeline, device, with_encoders=False)
        preview = fit(pipeline.vae, pipeline.scheduler) if draws else None
        if getattr(pipeline, "watermark", None) is not None:  # SDXL's own, where that library is: ours is one for all
            pipeline.watermark = None
        checker = checking.of_pipeline(pipeline)
        return Resident(
            name, pipeline, preview, time.perf_counter() - started, size, encoders_off=away, checker=checker
        )
    except ModelUnusable:
        raise
    except Exception as error:
        if poisoned(error):
            raise
        large = out_of_memory(error)
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        failure = f"its files cannot be read ({type(error).__name__}: {first})"
    release()
    if large:
        raise TooLarge(f"The model “{name}” cannot be used: it does not fit into the memory of this device.")
    raise ModelUnusable(f"The model “{name}” cannot be used: {failure}.")


def _take_back(pipeline: Any) -> None:
    """Off the device again, as far as it had come."""
    for part in pipeline.components.values():
        if isinstance(part, torch.nn.Module):
            part.to("cpu")
    release()


def with_adapter(resident: Resident, file: Path, encoder: Path, device: Device) -> Resident:
    """The model, which can look at pictures now; as it was where the adapter cannot be read, which is logged."""
    try:
        looker, size = attach(resident.pipeline, file, encoder, device)
    except Exception as error:
        if poisoned(error):
            raise
        log.warning("the IP-Adapter %s cannot be used with %s: %s", file, resident.name, error)
        return resident
    if resident.encoders_off:
        resident.pipeline.image_encoder.to("cpu")
    return replace(resident, looker=looker, bytes=resident.bytes + size)


def release() -> None:
    """Give back what a dropped model held."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def expected_bytes(source: Path, device: Device) -> int:
    """About what the weights will take on the device, by the size of the files; 0 where there are none."""
    wide = torch.finfo(device.dtype).bits // 8
    if source.suffix.lower() in checkpoint.SUFFIXES:
        try:
            shapes = single.read(source).shapes
        except ModelUnusable:  # loading it says so
            return 0
        return sum(prod(shape) for name, shape in shapes.items() if not name.startswith("model_ema.")) * wide
    half = _variant(source) is not None
    inside = list(source.glob("*/*.safetensors")) or list(source.glob("*.safetensors"))
    files = [source] if source.is_file() else inside
    files = [path for path in files if path == source or (".fp16." in path.name) is half]
    return sum(path.stat().st_size * wide // value_bytes(path) for path in files)


def _bring(pipeline: Any, device: Device, *, with_encoders: bool) -> int:
    """To the device, in its dtype, but for what the model says has to stay in float32. Returns bytes there.

    Without them the text encoders get their dtype, and stay where they were read.
    """
    size = 0
    for name, part in pipeline.components.items():
        if not isinstance(part, torch.nn.Module):
            continue
        is_away = not with_encoders and name.startswith("text_encoder")
        dtype = device.dtype
        overflows = name == "vae" and getattr(part.config, "force_upcast", False)
        if overflows or name == "depth_estimator":  # half precision is not enough for them
            dtype = torch.float32
        if name == checking.PART and device.place.type == "cpu":  # it is fast, and its thresholds are close
            dtype = torch.float32
        exempt = tuple(getattr(part, "_keep_in_fp32_modules", None) or ())
        for key, tensor in (*part.named_parameters(), *part.named_buffers()):
            kept = not tensor.is_floating_point() or any(word in key.split(".") for word in exempt)
            kept |= tensor.dtype is torch.bfloat16  # made so by its precision
            place = torch.device("cpu") if is_away else device.place
            tensor.data = moved(tensor.data, place, tensor.dtype if kept else dtype)
            size += 0 if is_away else tensor.numel() * tensor.element_size()
    return size


def moved(tensor: torch.Tensor, place: torch.device, dtype: torch.dtype) -> torch.Tensor:
    return tensor.to(place, dtype)


def _read(source: Path, family: str) -> Any:
    from diffusers import DiffusionPipeline

    if source.is_dir():
        return DiffusionPipeline.from_pretrained(
            source,
            dtype=torch.float32,
            variant=_variant(source),
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
        )
    return single_file.read(source, family, torch.float32)


def _variant(folder: Path) -> str | None:
    """``fp16`` where a folder has nothing but half-precision files, which are named so."""
    names = [path.name for path in folder.glob("*/*.safetensors")]
    return "fp16" if names and all(".fp16." in name for name in names) else None
