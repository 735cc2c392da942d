"""The starter model: a tiny text-to-image diffusion model that ships with the bot.

Importing this package is cheap: nothing here imports torch. The training code beside it does.
"""

from pathlib import Path

WEIGHTS: Path = Path(__file__).resolve().parent / "weights"
"""An ordinary diffusers `StableDiffusionPipeline` folder (float16, 128x128 pixels). Pass the dtype when loading."""

__all__ = ["WEIGHTS"]
