"""What the starter model makes of a wish: it knows few words, so it is told in those, and people are told so. Pure."""

from __future__ import annotations

import re

from bot.gpu.weights import plain, weighed
from bot.imagine.model import Wish
from bot.imagine.tags import without_tags
from bot.pocket.vocabulary import Understanding, understand

MOST_NAMED = 5


def starter_prompt(prompt: str) -> str:
    """The prompt in words that the starter model knows; its beginning when it knows none of them."""
    return understand(plain(prompt)).prompt_for_model


def starter_negative(negative: str) -> str:
    """What of a negative prompt the starter model knows, without stand-ins: avoiding “ugly” is not avoiding swans."""
    negative = plain(negative)
    read = understand(negative)
    while read.replaced:
        words = "|".join(re.escape(word) for word, _ in read.replaced)
        negative, removed = re.subn(rf"\b(?:{words})\b", " ", negative, flags=re.IGNORECASE)
        if not removed:
            return ""
        read = understand(negative)
    return "" if read.guessed else read.prompt_for_model


def starter_notes(wish: Wish) -> list[str]:
    """Sentences on which words had no effect, and what was drawn instead."""
    words = weighed(without_tags(wish.prompt))
    read = understand(words.text)
    notes = ["The starter model knows no weights: the words count as they are."] if words.spans else []
    if read.guessed:
        notes.append("The starter model knows none of these words, so it guessed. It is small: try an apple or a cat.")
    elif read.unknown:
        notes.append(f"The starter model does not know {_listed(read.unknown)}.")
    notes += _instead(read)
    if wish.style:
        notes.append("The starter model has one style only, its own.")
    return notes


def _instead(read: Understanding) -> list[str]:
    drawn = [f"{known} for “{word}”" for word, known in read.replaced if known not in read.left_out]
    notes = [f"It drew {', '.join(drawn)}."] if drawn else []
    if read.left_out:
        notes.append(f"It draws two things at most and left out {_listed(tuple(dict.fromkeys(read.left_out)))}.")
    return notes


def _listed(words: tuple[str, ...]) -> str:
    named = [f"“{word}”" for word in words[:MOST_NAMED]]
    if len(words) > MOST_NAMED:
        named.append(f"{len(words) - MOST_NAMED} more words")
    return " or ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
