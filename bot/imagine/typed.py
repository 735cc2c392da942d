"""A command that was typed as plain text, as it happens on phones: ``/imagine a red fox size: wide``. Pure."""

from __future__ import annotations

import re

from bot.gpu.job import Seamless
from bot.imagine.model import MAX_COUNT, MAX_GUIDANCE, MAX_SEED, STYLES, Wish

_OPTION = re.compile(
    r"(?:^|(?<=\s))(prompt|count|size|style|model|negative|private|seed|steps|guidance|seamless)[ \t]*:[ \t]*",
    re.IGNORECASE,
)


def typed_wish(text: str) -> Wish:
    """The wish that the words after ``/imagine`` mean; what cannot be read is left open."""
    parts = _OPTION.split(text)
    given = {"prompt": parts[0]}
    for name, value in zip(parts[1::2], parts[2::2], strict=True):
        given[name.lower()] = value
    words = {name: " ".join(value.split()) for name, value in given.items()}
    seamless = words.get("seamless", "").casefold()
    style = words.get("style", "").casefold()
    return Wish(
        prompt=words["prompt"],
        negative=words.get("negative", ""),
        count=_whole(words.get("count"), 1, MAX_COUNT),
        size=words.get("size") or None,
        steps=_whole(words.get("steps"), 1, 1000),
        guidance=_number(words.get("guidance"), MAX_GUIDANCE),
        seed=_whole(words.get("seed"), 0, MAX_SEED),
        model=words.get("model") or None,
        style=style if style in STYLES else None,
        seamless=seamless if seamless in list(Seamless) else None,
        private=words.get("private", "").casefold() in ("true", "yes", "1"),
    )


def _whole(text: str | None, low: int, high: int) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 12 and low <= int(text) <= high else None


def _number(text: str | None, high: float) -> float | None:
    found = re.fullmatch(r"\d{1,3}(?:\.\d{1,6})?", text or "")
    return float(found[0]) if found and float(found[0]) <= high else None
