"""Samplers by their usual names, as classes of diffusers and what to set in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Sampler:
    """A sampler's class in diffusers and what to set on top of the model's own scheduler configuration."""

    cls: str
    options: Mapping[str, Any] = field(default_factory=dict)


def _sampler(cls: str, **options: Any) -> Sampler:
    return Sampler(cls, MappingProxyType(options))


SAMPLERS: Mapping[str, Sampler] = MappingProxyType(
    {
        "DDIM": _sampler("DDIMScheduler"),
        "PNDM": _sampler("PNDMScheduler", skip_prk_steps=True),
        "Euler": _sampler("EulerDiscreteScheduler"),
        "Euler trailing": _sampler("EulerDiscreteScheduler", timestep_spacing="trailing"),
        "Euler a": _sampler("EulerAncestralDiscreteScheduler"),
        "DPM++ 2M": _sampler("DPMSolverMultistepScheduler", algorithm_type="dpmsolver++"),
        "DPM++ 2M Karras": _sampler(
            "DPMSolverMultistepScheduler", algorithm_type="dpmsolver++", use_karras_sigmas=True
        ),
        "DPM++ 2M SDE": _sampler("DPMSolverMultistepScheduler", algorithm_type="sde-dpmsolver++"),
        "DPM++ 2M SDE Karras": _sampler(
            "DPMSolverMultistepScheduler", algorithm_type="sde-dpmsolver++", use_karras_sigmas=True
        ),
        "DPM++ 2S": _sampler("DPMSolverSinglestepScheduler", algorithm_type="dpmsolver++", lower_order_final=True),
        "DPM++ 2S Karras": _sampler(
            "DPMSolverSinglestepScheduler", algorithm_type="dpmsolver++", lower_order_final=True, use_karras_sigmas=True
        ),
        "DPM++ SDE": _sampler("DPMSolverSDEScheduler"),
        "DPM++ SDE Karras": _sampler("DPMSolverSDEScheduler", use_karras_sigmas=True),
        "UniPC": _sampler("UniPCMultistepScheduler"),
        "LMS": _sampler("LMSDiscreteScheduler"),
        "LMS Karras": _sampler("LMSDiscreteScheduler", use_karras_sigmas=True),
        "Heun": _sampler("HeunDiscreteScheduler"),
        "Heun Karras": _sampler("HeunDiscreteScheduler", use_karras_sigmas=True),
        "DEIS": _sampler("DEISMultistepScheduler"),
        "KDPM2": _sampler("KDPM2DiscreteScheduler"),
        "KDPM2 Karras": _sampler("KDPM2DiscreteScheduler", use_karras_sigmas=True),
        "KDPM2 a": _sampler("KDPM2AncestralDiscreteScheduler"),
        "KDPM2 a Karras": _sampler("KDPM2AncestralDiscreteScheduler", use_karras_sigmas=True),
        "LCM": _sampler("LCMScheduler"),
        "TCD": _sampler("TCDScheduler"),
        "DDPM": _sampler("DDPMScheduler"),
    }
)
"""Usual name -> class and options; a menu of Discord's holds 25 besides the one in use. The model's own class names
the first of its kind."""

ALSO: Mapping[str, str] = MappingProxyType(
    {
        "PLMS": "PNDM",
        "Euler SGM Uniform": "Euler trailing",
        "DPM2": "KDPM2",
        "DPM2 Karras": "KDPM2 Karras",
        "DPM2 a": "KDPM2 a",
        "DPM2 a Karras": "KDPM2 a Karras",
    }
)
"""What other programs call them -> the name here."""


def named(name: str) -> str | None:
    """The name here of what somebody calls a sampler, in whatever case; None for one that there is not."""
    known = {one.casefold(): one for one in SAMPLERS} | {one.casefold(): here for one, here in ALSO.items()}
    return known.get(" ".join(name.split()).casefold())
