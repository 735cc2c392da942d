"""The ``parameters`` text that AUTOMATIC1111's web UI writes into PNG files, so that other tools can read ours.

Format: https://github.com/AUTOMATIC1111/stable-diffusion-webui/blob/v1.10.1/modules/processing.py (create_infotext).
"""

from __future__ import annotations

import re

from bot import __version__
from bot.gpu.job import Generation
from bot.imagine.tags import tags


def parameters_text(generation: Generation, seed: int, *, sampler: str, model: str) -> str:
    """The text chunk for one picture: prompt, negative prompt, then ``Key: value`` pairs on one line."""
    lines = [generation.prompt + tags(generation.loras)]
    if generation.negative_prompt:
        lines.append(f"Negative prompt: {generation.negative_prompt}")
    pairs = {
        "Steps": generation.steps,
        "Sampler": sampler,
        "CFG scale": f"{generation.guidance:g}",
        "Seed": seed,
        "Size": f"{generation.width}x{generation.height}",
        "Model": _plain(model),
        **({"Tiling": generation.seamless.value} if generation.seamless else {}),
        **({"Denoising strength": f"{generation.strength:g}"} if generation.image else {}),
        **({"Blend": "two pictures"} if generation.blend else {}),
        **({"IP-Adapter scale": f"{generation.image_scale:g}"} if generation.image_prompts else {}),
        "Version": f"Inkling {__version__}",
    }
    lines.append(", ".join(f"{key}: {value}" for key, value in pairs.items()))
    return "\n".join(lines)


def _plain(value: str) -> str:
    """Readers split at commas and colons and not all of them know quoting."""
    return re.sub(r"[,:\s]+", " ", value).strip()
