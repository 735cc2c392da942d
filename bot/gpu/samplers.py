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
        "UniPC": _sampler("UniPCMultistepScheduler"),
        "LMS": _sampler("LMSDiscreteScheduler"),
        "LMS Karras": _sampler("LMSDiscreteScheduler", use_karras_sigmas=True),
        "Heun": _sampler("HeunDiscreteScheduler"),
        "DEIS": _sampler("DEISMultistepScheduler"),
        "KDPM2": _sampler("KDPM2DiscreteScheduler"),
        "KDPM2 a": _sampler("KDPM2AncestralDiscreteScheduler"),
        "LCM": _sampler("LCMScheduler"),
        "DDPM": _sampler("DDPMScheduler"),
    }
)
"""Usual name -> class and options. DPM++ SDE is missing on purpose: diffusers' version ignores the seed."""
