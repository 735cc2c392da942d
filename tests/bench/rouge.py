"""ROUGE-1, ROUGE-2 and ROUGE-L as F1, after Lin 2004 (https://aclanthology.org/W04-1013/).

Words are lower case, letters and digits only, as in Google's rouge_score without its stemmer. ROUGE-L is the
summary-level one: the union of longest common subsequences, sentence by sentence (section 3.2 of the paper).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def rouge_n(summary: Sequence[str], reference: Sequence[str], n: int) -> float:
    """F1 of the n-grams that both have, each counted as often as it occurs in both."""
    made, wanted = _grams(summary, n), _grams(reference, n)
    common = sum((made & wanted).values())
    return _f1(common, sum(made.values()), sum(wanted.values()))


def rouge_l(summary: Sequence[str], reference: Sequence[str]) -> float:
    """F1 of the words of each reference sentence that occur, in order, in some sentence of the summary."""
    made = [words(sentence) for sentence in summary]
    left = Counter(word for sentence in made for word in sentence)
    wanted = [words(sentence) for sentence in reference]
    total, spare = 0, Counter(word for sentence in wanted for word in sentence)
    for sentence in wanted:
        hit: set[int] = set()
        for other in made:
            hit |= set(_common(sentence, other))
        for index in sorted(hit):
            word = sentence[index]
            if left[word] > 0 and spare[word] > 0:
                total += 1
                left[word] -= 1
                spare[word] -= 1
    return _f1(total, sum(map(len, made)), sum(map(len, wanted)))


def _grams(sentences: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        said = words(sentence)
        found.update(tuple(said[at : at + n]) for at in range(len(said) - n + 1))
    return found


def _common(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """The places in ``one`` of a longest common subsequence."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, word in enumerate(one):
        for j, against in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if word == against else max(table[i][j + 1], table[i + 1][j])
    places, i, j = [], len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1]:
            places.append(i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return places[::-1]


def _f1(common: int, made: int, wanted: int) -> float:
    return 2 * common / (made + wanted) if made and wanted else 0.0
