"""Attention weights in prompts: ``a (red:1.3) apple``, as AUTOMATIC1111's users write them. Pure.

Only what names a number is a weight: other parentheses are part of the words. Weights inside each other multiply, and a
backslash before a parenthesis makes it plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST, MOST = 0.1, 3.0
"""Beyond these pictures fall apart."""

_CLOSING = re.compile(r"\s*:\s*([+-]?\d{0,3}(?:\.\d{1,4})?)\s*\)")
_PLAIN = re.compile(r"\\([()\\])")


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words without their weights: ``text[start:end]`` of each span counts ``weight`` times."""

    text: str
    spans: tuple[tuple[int, int, float], ...] = ()

    def at(self, start: int, end: int) -> float:
        """The weight of a token that stands there."""
        found = (weight for low, high, weight in self.spans if low <= start and end <= high)
        return next(found, 1.0)


def weighed(prompt: str) -> Weighed:
    """Takes the weights out of the words. What is not well formed stays as it was written."""
    text, spans = "", []
    for piece, weight in _pieces(prompt, 1.0):
        if weight != 1.0:
            spans.append((len(text), len(text) + len(piece), weight))
        text += piece
    return Weighed(text, tuple(spans))


def plain(prompt: str) -> str:
    """The words alone."""
    return weighed(prompt).text


def _pieces(text: str, weight: float) -> list[tuple[str, float]]:
    """Runs of words with their weight, in order."""
    pieces: list[tuple[str, float]] = []
    at = run = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        inner = _weighted(text, at) if text[at] == "(" else None
        if inner is None:
            at += 1
            continue
        content, number, after = inner
        pieces.append((_PLAIN.sub(r"\1", text[run:at]), weight))
        pieces += _pieces(content, min(max(weight * number, LEAST), MOST))
        at = run = after
    pieces.append((_PLAIN.sub(r"\1", text[run:]), weight))
    return [(piece, own) for piece, own in pieces if piece]


def _weighted(text: str, opening: int) -> tuple[str, float, int] | None:
    """What stands in the parenthesis that opens there, its number, and where it ends; None for one without a number."""
    depth, at = 0, opening
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == ":" and depth == 1 and (closing := _CLOSING.match(text, at)) and closing[1].strip("+-."):
            return text[opening + 1 : at].rstrip(), float(closing[1]), closing.end()
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return None
        at += 1
    return None
