"""Words and phrases that a prompt must not hold, whatever their case, accents and spacing. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

MOST_PHRASES = 100
MAX_PHRASE = 60
"""Characters."""

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese are written without spaces between words."""


def folded(text: str) -> str:
    """Without case, accents, and what cannot be seen; wide and decorated letters as plain ones (NFKD)."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in spread if unicodedata.category(letter) not in ("Mn", "Cf"))


def tidied(typed: Iterable[str]) -> tuple[str, ...]:
    """Phrases with single spaces, each once, without those that hold no word at all."""
    found: dict[str, str] = {}
    for phrase in typed:
        words = " ".join(phrase.split())
        if key := " ".join(_WORD.findall(folded(words))):
            found.setdefault(key, words)
    return tuple(found.values())


def found_in(text: str, phrases: Sequence[str]) -> str | None:
    """The first of ``phrases`` that stands in ``text`` as whole words, one after the other; None where none does."""
    plain = folded(text)
    words = f" {' '.join(_WORD.findall(plain))} "
    run_together = "".join(_WORD.findall(plain))
    for phrase in phrases:
        wanted = _WORD.findall(folded(phrase))
        if not wanted:
            continue
        if _UNSPACED.search(phrase):
            if "".join(wanted) in run_together:
                return phrase
        elif f" {' '.join(wanted)} " in words:
            return phrase
    return None
