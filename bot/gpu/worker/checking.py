"""The safety check: a CLIP model that compares a picture with concepts, as Stable Diffusion brings it along.

Stock pipelines black flagged pictures out. Here the same checker only says which it flags; what becomes of them is the
bot's to decide, by the rules of the place. Nothing is shown unchecked where there is a checker: one that cannot be
loaded makes the models that need it unusable.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from bot.errors import ModelUnusable
from bot.gpu.worker.device import Device

TOGETHER = 4
"""Pictures in one forward: a grid has many."""
PART, EXTRACTOR = "safety_checker", "feature_extractor"
UNUSABLE = "The safety checker named in SAFETY_CHECKER cannot be used, so nothing is drawn without it: {}."


class Checker:
    """``model`` is a StableDiffusionSafetyChecker, ``extractor`` a CLIPImageProcessor."""

    def __init__(self, model: Any, extractor: Any) -> None:
        self._model, self._extractor = model, extractor
        self._lock = threading.Lock()

    @property
    def device(self) -> torch.device:
        return torch.device(self._model.device)

    def flags(self, images: Sequence[Image.Image]) -> tuple[bool, ...]:
        """True for each picture that it flags, or whose numbers ran away in it."""
        found: list[bool] = []
        for first in range(0, len(images), TOGETHER):
            found += self._flags(images[first : first + TOGETHER])
        return tuple(found)

    def _flags(self, images: Sequence[Image.Image]) -> list[bool]:
        pixels = self._extractor([image.convert("RGB") for image in images], return_tensors="pt").pixel_values
        black = [np.zeros((1, 1, 3)) for _ in images]  # what it would black out
        seen: list[torch.Tensor] = []
        with self._lock, torch.no_grad():
            hook = self._model.visual_projection.register_forward_hook(lambda *call: seen.append(call[-1]))
            try:
                _, found = self._model(clip_input=pixels.to(self._model.device, self._model.dtype), images=black)
            finally:
                hook.remove()
        sound = torch.isfinite(seen[0]).all(dim=1).tolist()
        return [bool(flagged) or not finite for flagged, finite in zip(found, sound, strict=True)]

    def to(self, place: torch.device, dtype: torch.dtype) -> None:
        self._model.to(place, dtype)


def of_pipeline(pipeline: Any) -> Checker | None:
    """The checker that a loaded model brings along."""
    model = getattr(pipeline, PART, None)
    if model is None:
        return None
    return Checker(model, getattr(pipeline, EXTRACTOR, None) or _extractor(model))


def read(folder: Path) -> Checker:
    """The checker in a folder, or in the part of that name in a model's folder; in float32, on the processor.

    Raises ModelUnusable with a sentence about what is wrong.
    """
    from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
    from transformers import CLIPImageProcessor

    part = folder / PART if (folder / PART).is_dir() else folder
    beside = folder / EXTRACTOR
    try:
        model = StableDiffusionSafetyChecker.from_pretrained(
            str(part), local_files_only=True, use_safetensors=True, dtype=torch.float32
        ).eval()
        found = next((place for place in (part, beside) if (place / "preprocessor_config.json").is_file()), None)
        extractor = CLIPImageProcessor.from_pretrained(str(found), local_files_only=True) if found else None
    except Exception as error:  # a strange folder raises whatever it likes
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelUnusable(UNUSABLE.format(f"{type(error).__name__}: {first}")) from None
    return Checker(model, extractor or _extractor(model))


def _extractor(model: Any) -> Any:
    """CLIP's own preparation of pictures, at the size that this one takes."""
    from transformers import CLIPImageProcessor

    side = model.config.vision_config.image_size
    return CLIPImageProcessor(size={"shortest_edge": side}, crop_size={"height": side, "width": side})


class Named:
    """The checker that the operator names for models without one: read when the first of them is."""

    def __init__(self, folder: str, device: Device) -> None:
        """``folder`` may be empty: there is none."""
        self._folder, self._device = folder, device
        self._checker: Checker | None = None
        self._lock = threading.Lock()

    def get(self) -> Checker | None:
        """Raises ModelUnusable when it cannot be read. In low-memory mode it stays on the processor."""
        if not self._folder:
            return None
        with self._lock:
            if self._checker is None:
                checker = read(Path(self._folder).expanduser())
                if self._device.mode == "full":
                    checker.to(self._device.place, self._device.dtype)
                self._checker = checker
            return self._checker
