"""What a wish asks for besides words and numbers, as far as the model can do it. Pure; every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.errors import BadRequest
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Generation, Mode, Seamless
from bot.imagine.model import Wish, quoted

USUAL_SCALE = 0.6
"""How much a picture counts that the new one is to be like: its subject and its colours, not its every stroke."""


def seamless(wish: Wish, model: ModelInfo) -> Seamless | None:
    """At which sides the picture is to tile. Raises BadRequest."""
    if not wish.seamless:
        return None
    found = next((one for one in Seamless if one == wish.seamless.casefold()), None)
    if found is None:
        raise BadRequest(f"{quoted(wish.seamless)} is no way to tile. Choose {', '.join(Seamless)}.")
    if not model.seamless:
        raise BadRequest(f"{model.label} cannot draw pictures that tile: leave out seamless, or choose another model.")
    return found


def blend(wish: Wish) -> str | None:
    """The second picture to mix. Raises BadRequest."""
    if wish.start is None or wish.start.blend is None:
        return None
    if wish.start.mask is not None:
        raise BadRequest("A mask and a second picture to blend do not go together: leave one out.")
    return wish.start.blend


class ImagePrompts(NamedTuple):
    """What an IP-Adapter is to look at, and how much that counts, from 0 to 1."""

    pictures: tuple[str, ...] = ()
    scale: float = 0.0


def image_prompts(wish: Wish, model: ModelInfo) -> ImagePrompts:
    """The pictures that the new one is to be like; with a blend both, where the model can. Raises BadRequest."""
    start = wish.start
    if not wish.look:
        both = (start.sha256, start.blend) if start and start.blend and model.adapter and not wish.upscale else ()
        return ImagePrompts(tuple(filter(None, both)), USUAL_SCALE) if both else ImagePrompts()
    if start is None:
        raise BadRequest("There is no picture to look like. Choose one with the option image.")
    if model.adapter is None:
        raise BadRequest(f"{model.label} cannot look at pictures: it has no IP-Adapter here. It can start from one.")
    strength = 1 - USUAL_SCALE if wish.strength is None else wish.strength
    if not 0 < strength < 1:
        raise BadRequest(f"To look like a picture, strength goes from 0.01 (much like it) to 0.99, not {strength:g}.")
    pictures = (start.sha256, start.blend) if start.blend else (start.sha256,)
    return ImagePrompts(pictures, round(1 - strength, 2))


def rivals(models: Iterable[ModelInfo], made: Generation) -> list[ModelInfo]:
    """Other models that could draw the same."""
    if made.cells or made.mode is Mode.UPSCALE:
        return []
    usable = (model for model in models if not model.problem and model.name != made.model)
    return [model for model in usable if can_do(made, model)]


def can_do(made: Generation, model: ModelInfo) -> bool:
    """Whether this model could have made it, too."""
    sees = model.adapter is not None or not made.image_prompts or made.image is not None
    return made.mode in model.modes and (model.seamless or not made.seamless) and sees
