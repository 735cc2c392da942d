"""Pictures that a new one is to look like, where a model can look at them."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import NotFound
from bot.gpu.catalog import ModelInfo
from bot.imagine.model import Wish
from bot.imagine.service import ImagineService


def looker(imagine: ImagineService) -> ModelInfo | None:
    """The first model that can look at pictures, the default one if it can."""
    usable = [imagine.default_model, *(model for model in imagine.models if not model.problem)]
    return next((model for model in usable if model.adapter), None)


def looking(wish: Wish, imagine: ImagineService) -> Wish:
    """The wish for a picture that looks like the one it names, by a model that can. Raises NotFound without one."""
    found = looker(imagine)
    if found is None:
        raise NotFound("No model here can look at pictures: that takes an IP-Adapter.")
    able = {model.name for model in imagine.models if model.adapter}
    return replace(wish, look=True, strength=None, model=wish.model if wish.model in able else found.name)
