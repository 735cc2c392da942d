"""What models of the older families are known to fail at, said once to each person, before they wonder. Pure.

The model cards of Stable Diffusion 1 and XL name legible text, composition and people's faces and hands; SD 3 and Flux
were made to do better, and the starter model says in words of its own what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.gpu.catalog import ModelInfo
from bot.imagine.tags import without_tags


class Hint(StrEnum):
    """Values are kept for each person: they never change."""

    LETTERING = "lettering"
    COUNTS = "counts"
    HANDS = "hands"


SENTENCES: Mapping[Hint, str] = {
    Hint.LETTERING: "{} cannot spell: letters come out as shapes that look like some. Write words onto the picture "
    "afterwards, or use a model that can (Stable Diffusion 3, Flux).",
    Hint.COUNTS: "{} cannot count beyond three or so. Ask for several pictures and pick one, or take two or three of a "
    "thing.",
    Hint.HANDS: "{} often draws hands with too many fingers. Ask for several pictures, or paint a hand anew: save the "
    "picture, make that part transparent, and give it as `image`.",
}
CLUMSY = frozenset({"sd1", "sd2", "sdxl", "lcm"})

_QUOTED = r"“[^”]{1,60}”|\"[^\"]{1,60}\""
_SAYING = r"(?:that|which) (?:says|reads)|(?:sign|text|banner|label|words?) (?:saying|reading)|lettering|typography"
_MANY = r"\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|1\d|20)\s+(?:[a-z-]+\s+){0,2}?"
_NOT_THINGS = r"(?!(?:mm|years?|hours?|bits?|pixels?|steps?|points?|degrees|minutes|seconds|days|centuries)\b)"
_THINGS = r"(?:[a-z]{2,}(?<!s)s|people|men|women|children|mice|geese|sheep|fish)\b"
_PATTERNS = {
    Hint.LETTERING: re.compile(rf"{_QUOTED}|\b(?:{_SAYING})\b", re.IGNORECASE),
    Hint.COUNTS: re.compile(f"{_MANY}{_NOT_THINGS}{_THINGS}", re.IGNORECASE),
    Hint.HANDS: re.compile(r"\b(?:hands?|fingers?|fists?|handshake|thumbs?|holding|waving|pointing)\b", re.IGNORECASE),
}


def hints(prompt: str, model: ModelInfo | None) -> list[Hint]:
    """What the prompt asks of the model that it is known to fail at."""
    if model is None or model.starter or model.family not in CLUMSY:
        return []
    words = without_tags(prompt)
    return [hint for hint, pattern in _PATTERNS.items() if pattern.search(words)]


def sentence(hint: Hint, model: ModelInfo) -> str:
    return SENTENCES[hint].format(model.label)
