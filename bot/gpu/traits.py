"""What a model's files tell of how it was trained: for few steps, for velocity, at which size. Pure; nothing is loaded.

Most telling first: the configurations of a diffusers folder, then marks in a single file (the key ``v_pred``, the
``modelspec`` of https://github.com/Stability-AI/ModelSpec), and names only where nothing else speaks. The numbers are
those of the model cards: stabilityai/sd-turbo and sdxl-turbo, ByteDance/SDXL-Lightning and Hyper-SD, the LCM paper
(arXiv 2310.04378), black-forest-labs/FLUX.1-schnell.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

FEW_STEPS = 4
"""What distilled models are made for, where their name does not say another number."""
MOST_FEW = 16
LCM_GUIDANCE = 8.0
"""For those that are told it; diffusers' default for them."""

EPSILON, VELOCITY, SAMPLE = "epsilon", "v_prediction", "sample"
_SHORT = frozenset({"LCMScheduler", "TCDScheduler"})
_NAMED: Mapping[str, str] = MappingProxyType(
    {
        r"turbo": "EulerAncestralDiscreteScheduler",
        r"lightning": "EulerDiscreteScheduler",
        r"hyper[ _-]?sd(?:xl|15)?|dmd2?": "DDIMScheduler",
        r"lcm": "LCMScheduler",
        r"schnell": "FlowMatchEulerDiscreteScheduler",
    }
)
"""Words in names of distilled models -> the scheduler that they were made for."""
_STEPS = re.compile(r"(?<!\d)(\d{1,2})[ _-]?steps?(?![a-z])")
_STABILITYS_TURBO = re.compile(r"sd[ _-]?xl[ _-]?turbo")
_SIDE = re.compile(r"(?<!\d)(512|768|1024)(?!\d)")
_RESOLUTION = re.compile(r"(\d{2,4})x(\d{2,4})")


@dataclass(frozen=True, slots=True)
class Traits:
    """None where the files do not say. ``native`` is in pixels; ``scheduler`` is what a single file's has to be told
    on top of its family's configuration. ``told``: guidance is told as a number, which takes no rows."""

    steps: int | None = None
    guidance: float | None = None
    native: int | None = None
    prediction: str | None = None
    scheduler: Mapping[str, Any] = field(default_factory=dict)
    told: bool = False


def of_folder(name: str, index: Mapping[str, Any], denoiser: Mapping[str, Any], scheduler: Mapping[str, Any]) -> Traits:
    """From ``model_index.json`` and the configurations of the denoiser and the scheduler."""
    prediction = scheduler.get("prediction_type")
    found = Traits(prediction=prediction if isinstance(prediction, str) else None)
    names = " ".join(str(where.get("_name_or_path") or "") for where in (index, denoiser)) + f" {name}"
    if denoiser.get("time_cond_proj_dim"):
        return _few(found, names, LCM_GUIDANCE, told=True)
    if denoiser.get("guidance_embeds") is False:  # Flux that was distilled without it
        return _few(found, names, 0.0, told=True)
    if scheduler.get("_class_name") in _SHORT:
        return _few(found, names, 1.0)
    trailing = scheduler.get("timestep_spacing") == "trailing"
    if trailing and prediction in (EPSILON, SAMPLE) and not scheduler.get("rescale_betas_zero_snr"):
        return _few(found, names, 0.0)
    return _few(found, names, 0.0) if _made_for(names) else found


def of_file(name: str, keys: Collection[str], metadata: Mapping[str, str], family: str) -> Traits:
    """From the header of a single file, ``name`` without its suffix."""
    scheduler: dict[str, Any] = {}
    prediction = _prediction(name, keys, metadata, family)
    if prediction is not None:
        scheduler["prediction_type"] = prediction
    if "ztsnr" in keys:
        scheduler |= {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    found = Traits(native=_native(name, metadata, family), prediction=prediction, scheduler=scheduler)
    made_for = _made_for(name)
    if made_for is None:
        return found
    if made_for == "LCMScheduler":
        scheduler |= {"_class_name": made_for}
        return _few(found, name, 1.0)
    scheduler |= {"_class_name": made_for, "timestep_spacing": "trailing"}
    if family == "sd2" and prediction is None:  # the only one is Stability's
        found = replace(found, native=found.native or 512, prediction=EPSILON)
        scheduler |= {"prediction_type": EPSILON}
    elif family == "sdxl" and _STABILITYS_TURBO.search(_spaced(name)):
        found = replace(found, native=found.native or 512)
    return _few(found, name, 0.0)


class Few(NamedTuple):
    """What a LoRA for few steps wants. ``guidance`` is None where the model's own is meant; ``sampler`` is a usual
    name."""

    steps: int
    guidance: float | None
    sampler: str


def of_lora(name: str) -> Few | None:
    """From the name of a LoRA, which is all there is: ``lcm-lora-sdv1-5``, ``sdxl_lightning_4step_lora``.

    One that only sounds like it (``lightning over the sea``) says neither LoRA nor steps.
    """
    text, made_for = _spaced(name), _made_for(name)
    if made_for is None or not ("lora" in text or _STEPS.search(text)):
        return None
    short = made_for == "LCMScheduler"
    found = _few(Traits(), name, 1.0 if short else 0.0)
    keeps = re.search(r"(?<![a-z])cfg(?![a-z])", text) is not None  # Hyper-SD's that go with guidance
    return Few(found.steps or FEW_STEPS, None if keeps else found.guidance, "LCM" if short else "Euler trailing")


def _few(found: Traits, names: str, guidance: float, told: bool = False) -> Traits:
    said = _STEPS.search(_spaced(names))
    steps = int(said[1]) if said and 1 <= int(said[1]) <= MOST_FEW else FEW_STEPS
    return replace(found, steps=steps, guidance=guidance, told=told)


def _made_for(names: str) -> str | None:
    """The scheduler of the distillation that a name speaks of."""
    text = _spaced(names)
    return next((cls for word, cls in _NAMED.items() if re.search(rf"(?<![a-z])(?:{word})(?![a-z])", text)), None)


def _spaced(names: str) -> str:
    """In lower case, with a space where a new word begins without one: ``dreamshaperXL_v2LightningBaked``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", names).casefold()


def _prediction(name: str, keys: Collection[str], metadata: Mapping[str, str], family: str) -> str | None:
    said = metadata.get("modelspec.prediction_type", "").casefold()
    if said in ("v", "v_prediction", "epsilon"):
        return EPSILON if said == "epsilon" else VELOCITY
    if "v_pred" in keys:
        return VELOCITY
    if re.search(r"(?<!\d)1[ _-]?step[ _-]x0", name.casefold()):
        return SAMPLE
    if re.search(r"(?<![a-z])v[ _-]?pred(?![a-z]{4,})", _spaced(name)):
        return VELOCITY
    if family == "sd2" and (side := _sd2_side(name)):
        return VELOCITY if side > 512 else EPSILON
    return None


def _native(name: str, metadata: Mapping[str, str], family: str) -> int | None:
    said = _RESOLUTION.fullmatch(metadata.get("modelspec.resolution", "").strip())
    if said and 256 <= (side := round(math.sqrt(int(said[1]) * int(said[2])) / 64) * 64) <= 2048:
        return side
    return _sd2_side(name) if family == "sd2" else None


def _sd2_side(name: str) -> int | None:
    """Both sizes of Stable Diffusion 2 have the same tensors: 512-base-ema, v2-1_768-ema-pruned."""
    text = _spaced(name)
    if side := _SIDE.search(text):
        return int(side[1])
    return 512 if re.search(r"(?<![a-z])base(?![a-z])", text) else None
