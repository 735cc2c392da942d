"""The sentences that say most of what a text says. Pure, and in no hurry: to be run off the event loop.

Sentences are weighted bags of words (log tf × idf, over the sentences of this text). Each is as central as it is alike
to all the others together (the centroid of Radev et al. 2004, https://doi.org/10.1016/j.ipm.2003.10.006), a little more
so near the beginning of its note; and each further one is chosen for being central and unlike those already taken
(maximal marginal relevance, Carbonell and Goldstein 1998). A long text is split, and the best of its parts are merged.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.notes.query import STOP_WORDS

PART = 120
"""Sentences that are compared with each other at once."""
UNLIKE = 1.2
"""Weight of being unlike what was taken; this and the next were chosen on papers (tests/bench/summaries.py)."""
EARLY = 0.4
"""How much more the first sentence of a note counts than its last."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``source`` is the note that it is from, ``place`` 0 to 1 where in it."""

    text: str
    source: int
    place: float = 0.0


def extract(sentences: Sequence[Sentence], count: int) -> list[Sentence]:
    """The ``count`` most telling sentences, in the order in which they stand."""
    if len(sentences) <= count:
        return list(sentences)
    numbered = list(enumerate(sentences))
    while len(numbered) > PART:
        parts = [numbered[at : at + PART] for at in range(0, len(numbered), PART)]
        each = max(count, PART // (2 * len(parts)))
        best = [one for part in parts for one in _best(part, min(each, max(1, len(part) // 2)))]
        if len(best) >= len(numbered):
            break
        numbered = sorted(best)
    return [sentence for _, sentence in sorted(_best(numbered, count))]


def _best(numbered: Sequence[tuple[int, Sentence]], count: int) -> list[tuple[int, Sentence]]:
    vectors = _vectors([sentence.text for _, sentence in numbered])
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    length = math.sqrt(sum(weight * weight for weight in centre.values())) or 1.0
    central = [
        sum(weight * centre[word] for word, weight in vector.items()) / length * (1 + EARLY * (1 - sentence.place))
        for vector, (_, sentence) in zip(vectors, numbered, strict=True)
    ]
    top = max(central, default=0.0) or 1.0
    chosen: list[int] = []
    like = [0.0] * len(numbered)
    while len(chosen) < min(count, len(numbered)):
        rest = (index for index in range(len(numbered)) if index not in chosen)
        best = max(rest, key=lambda index: (central[index] / top - UNLIKE * like[index], -index))
        chosen.append(best)
        for index, vector in enumerate(vectors):
            like[index] = max(like[index], _alike(vector, vectors[best]))
    return [numbered[index] for index in chosen]


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    """Each text as word -> weight, of length 1."""
    counts = [
        Counter(_stem(word) for word in _WORD.findall(text.casefold()) if word not in STOP_WORDS) for text in texts
    ]
    spread = Counter(word for count in counts for word in count)
    total = len(texts)
    vectors = []
    for count in counts:
        vector = {word: (1 + math.log(number)) * math.log(1 + total / spread[word]) for word, number in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def _stem(word: str) -> str:
    """A rough one: enough that singular and plural are alike."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _alike(one: dict[str, float], other: dict[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
