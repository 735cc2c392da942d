"""The model that puts pictures into words: a transformers folder that the settings name. Nothing is loaded here."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from bot.errors import ModelUnusable
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Mode

CAPTIONER = "captioner"
"""The family of these models."""
KINDS = ("blip", "blip-2", "git", "vision-encoder-decoder")
"""Of transformers' image-to-text models those that describe a picture without being asked a question."""
MOST_TOKENS = 40
_USUAL_SIDE = 384
_MAX_CONFIG = 4 << 20


def read_captioner(source: str, models_dir: Path, taken: Collection[str]) -> ModelInfo:
    """``source`` is a folder, or a hub id that was fetched. Never raises: see ``problem``."""
    path = Path(source).expanduser()
    if not path.exists() and not path.is_absolute():
        path = models_dir / source.replace("/", "--")
    stem = Path(source).name or CAPTIONER
    name = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    side, problem = _USUAL_SIDE, None
    try:
        side = _side(_check(source, path))
    except ModelUnusable as error:
        problem = str(error)
    return ModelInfo(
        name=name,
        label=name,
        source=path,
        family=CAPTIONER,
        native_size=side,
        default_steps=MOST_TOKENS,
        default_guidance=1.0,
        min_side=side,
        max_side=side,
        samplers=(),
        modes=(Mode.DESCRIBE,),
        problem=problem,
    )


def _check(source: str, path: Path) -> dict[str, Any]:
    """The model's configuration. Raises ModelUnusable."""
    if not path.is_dir():
        raise ModelUnusable(
            f"CAPTION_MODEL names {source}, and there is no such folder. A model of the hub is fetched with: "
            f"./deploy/run model add {source}"
        )
    try:
        if (path / "config.json").stat().st_size > _MAX_CONFIG:
            raise ValueError("too long")
        config = json.loads((path / "config.json").read_bytes())
        kind = str(config["model_type"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise ModelUnusable("It is no transformers folder: its config.json is missing or cannot be read.") from None
    if kind not in KINDS:
        raise ModelUnusable(f"It is a {kind[:40]} model; pictures are described by: {', '.join(KINDS)}.")
    if not any(path.glob("*.safetensors")):
        raise ModelUnusable("It has no .safetensors weights; pickled ones are not opened.")
    return dict(config)


def _side(config: dict[str, Any]) -> int:
    """Pixels that it looks at, as far as they are said."""
    seen = config.get("vision_config") or config.get("encoder")
    side = seen.get("image_size") if isinstance(seen, dict) else None
    return side if isinstance(side, int) and 16 <= side <= 2048 else _USUAL_SIDE
