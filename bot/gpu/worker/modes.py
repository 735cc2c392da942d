"""The stock pipelines of one loaded model: from words, from a picture, and into the masked part of one.

They share the model's parts, so none takes memory of its own; their schedulers and image processors are their own.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Mapping
from typing import Any

from bot.errors import JobFailed
from bot.gpu.job import Mode
from bot.gpu.worker import painting

_NOT_HERE = {
    Mode.WORDS: "This model draws into a part of a picture only: give it a picture with a transparent part or a mask.",
    Mode.IMAGE: "This model cannot start from a picture.",
    Mode.INPAINT: "This model cannot draw into a part of a picture.",
    Mode.UPSCALE: "This model cannot enlarge pictures.",
}

_NEEDS_A_PICTURE = "This model keeps the depth of a picture: give it one to start from."

_SIBLINGS: Mapping[str, Mapping[Mode, str]] = {
    "StableDiffusionPipeline": {
        Mode.IMAGE: "StableDiffusionImg2ImgPipeline",
        Mode.INPAINT: "StableDiffusionInpaintPipeline",
    },
    "StableDiffusionXLPipeline": {
        Mode.IMAGE: "StableDiffusionXLImg2ImgPipeline",
        Mode.INPAINT: "StableDiffusionXLInpaintPipeline",
    },
    "LatentConsistencyModelPipeline": {Mode.IMAGE: "LatentConsistencyModelImg2ImgPipeline"},
    "StableDiffusion3Pipeline": {
        Mode.IMAGE: "StableDiffusion3Img2ImgPipeline",
        Mode.INPAINT: "StableDiffusion3InpaintPipeline",
    },
    "FluxPipeline": {Mode.IMAGE: "FluxImg2ImgPipeline", Mode.INPAINT: "FluxInpaintPipeline"},
    "StableDiffusionDepth2ImgPipeline": {Mode.IMAGE: "StableDiffusionDepth2ImgPipeline"},
    "StableDiffusionUpscalePipeline": {Mode.UPSCALE: "StableDiffusionUpscalePipeline"},
    "StableDiffusionInpaintPipeline": {Mode.INPAINT: "StableDiffusionInpaintPipeline"},
    "StableDiffusionXLInpaintPipeline": {Mode.INPAINT: "StableDiffusionXLInpaintPipeline"},
}
"""Class of a loaded pipeline -> the classes in diffusers that take the same parts."""

DEPTH = "StableDiffusionDepth2ImgPipeline"
"""It always starts from a picture, and keeps its depth."""
UPSCALER = "StableDiffusionUpscalePipeline"
"""It enlarges four times by itself; other models redraw what was enlarged."""


def in_mode(pipeline: Any, mode: Mode) -> Any:
    """The pipeline of ``mode`` over the parts of ``pipeline``. Raises JobFailed where there is none."""
    own = type(pipeline).__name__
    siblings = _SIBLINGS.get(own, {})
    if mode is Mode.UPSCALE and own != UPSCALER:
        mode = Mode.IMAGE  # each tile is a picture to start from
    if mode is Mode.INPAINT and Mode.INPAINT in siblings and painting.is_needed(pipeline):
        mode = Mode.IMAGE
    if mode is Mode.WORDS and own == DEPTH:
        raise JobFailed("mode", _NEEDS_A_PICTURE)
    if siblings.get(mode) == own or (mode is Mode.WORDS and own not in siblings.values()):
        return pipeline
    if mode not in siblings:
        raise JobFailed("mode", _NOT_HERE[mode])
    import diffusers

    cls = getattr(diffusers, siblings[mode])
    taken = inspect.signature(cls.__init__).parameters
    given = {**pipeline.config, **pipeline.components}
    # Making one may correct its scheduler's configuration, and a watermark is nobody's wish that the model's is not.
    given["scheduler"] = copy.deepcopy(pipeline.scheduler)
    given["add_watermarker"] = getattr(pipeline, "watermark", None) is not None
    return cls(**{key: value for key, value in given.items() if key in taken})
