"""Loading a model: the starter model, a Stable Diffusion folder and a single file take the same road.

Only safetensors are opened and no code from a model folder is run.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from bot.errors import ModelUnusable
from bot.gpu.worker import single_file
from bot.gpu.worker.device import Device, out_of_memory
from bot.gpu.worker.preview import Preview, fit


@dataclass(frozen=True, slots=True)
class Resident:
    """A model on the device, ready for requests."""

    name: str
    pipeline: Any
    preview: Preview | None
    seconds: float

    def encoders(self) -> Iterator[tuple[Any, Any]]:
        """(tokenizer, text encoder) pairs."""
        for suffix in ("", "_2", "_3"):
            tokenizer = getattr(self.pipeline, f"tokenizer{suffix}", None)
            if tokenizer is not None:
                yield tokenizer, getattr(self.pipeline, f"text_encoder{suffix}", None)


def load(name: str, source: Path, family: str, device: Device) -> Resident:
    """Read a model and bring it to the device. Raises ModelUnusable with a sentence about what is wrong."""
    started = time.perf_counter()
    failure: str
    try:
        pipeline = _read(source, family, device.dtype)
        pipeline.to(device.place)
        if device.mode == "low":
            pipeline.vae.enable_slicing()
            pipeline.vae.enable_tiling()
        preview = fit(pipeline.vae, pipeline.scheduler)
        return Resident(name, pipeline, preview, time.perf_counter() - started)
    except ModelUnusable:
        raise
    except Exception as error:
        if out_of_memory(error):
            failure = "it does not fit into the memory of this device"
        else:
            first = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
            failure = f"its files cannot be read ({type(error).__name__}: {first})"
    release()
    raise ModelUnusable(f"The model “{name}” cannot be used: {failure}.")


def release() -> None:
    """Give back what a dropped model held."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _read(source: Path, family: str, dtype: torch.dtype) -> Any:
    from diffusers import DiffusionPipeline

    if source.is_dir():
        return DiffusionPipeline.from_pretrained(
            source,
            dtype=dtype,
            variant=_variant(source),
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
        )
    return single_file.read(source, family, dtype)


def _variant(folder: Path) -> str | None:
    """``fp16`` where a folder has nothing but half-precision files, which are named so."""
    names = [path.name for path in folder.glob("*/*.safetensors")]
    return "fp16" if names and all(".fp16." in name for name in names) else None
