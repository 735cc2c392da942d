"""The starter model: a tiny text-to-image diffusion model that ships with the bot.

Importing this package is cheap: nothing here imports torch. The training code beside it does.
"""

from pathlib import Path

WEIGHTS: Path = Path(__file__).resolve().parent / "weights"
"""An ordinary diffusers `StableDiffusionPipeline` folder (float16, 128x128 pixels). Pass the dtype when loading."""

EXCLUDED_SAMPLERS: frozenset[str] = frozenset(
    {"HeunDiscreteScheduler", "KDPM2DiscreteScheduler", "KDPM2AncestralDiscreteScheduler"}
)
"""Diffusers scheduler classes that break with it.

Its cosine noise schedule ends in pure noise, where sigma runs into the hundreds: second-order steps from there, and
any sampler with Karras sigmas, raise or end in noise. The model's own sampler is `DDIMScheduler`.
"""

__all__ = ["EXCLUDED_SAMPLERS", "WEIGHTS"]
