"""Terms that come back in several chapters' notes: what a glossary should have. Pure.

A term is a word or up to three words that stand together, without common ones at its ends. What is written in bold, in
backticks or with a capital letter inside a sentence counts more, and so does what has several words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from bot.notes.markup import fold
from bot.reading.model import MAX_TERM, Proposal

MOST_WORDS = 3
SHORTEST = 4
"""Letters of a single word."""
_PIECE = re.compile(r"[^\n.,;:!?()\[\]{}<>\"“”„|/\\=+#]+")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_STRESSED = re.compile(r"\*\*([^*\n]{2,80})\*\*|`([^`\n]{2,80})`")
COMMON = frozenset(
    _WORD.findall(
        """a able about above across actually after again against all almost along already also although always am
        among an and another any anything are around as ask at away back be became because become been before begin
        being below best better between big both but by call called came can cannot case cases certain chapter
        chapters clear come comes common could day days did different do does doing done down during each easy
        either else end enough even ever every everything example examples explain explains explained fact far few
        find first following follow follows for found from full further gave general get gets give given gives go
        goes going good got great had hand happen happens hard has have having he help helps hence her here high him
        his how however i idea ideas if important in instead into introduce introduces is it its itself just keep
        kind kinds knew know known large last later learn learned learnt least left less let lets like little long
        look looks lot low made main make makes making many matter matters may maybe me mean means might more most
        much must my name near need needed needs never new next no none nor not note notes nothing now number of off
        often old on once one ones only onto or order other others our out over own page pages part parts people
        perhaps place point points possible problem problems put question questions quite rather read reading really
        reason reasons right said same say says second section see seem seems seen set several shall she should show
        shows side simple simply since small so some something sometimes soon still such sure take takes taken than
        that the their them then there therefore these they thing things think this those though three through thus
        time times to together told too took toward towards true try turn two under understand until up upon us use
        used useful user uses using usually very want wants was way ways we well went were what when where whether
        which while who whole whose why will with within without word words work works world would write wrong year
        years yes yet you your"""
    )
)
"""Words that no glossary needs."""


@dataclass(slots=True)
class _Candidate:
    chapters: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    stressed: bool = False

    def score(self, words: int) -> float:
        return len(self.chapters) * (1.6 if words > 1 else 1.0) * (1.5 if self.stressed else 1.0)


def recurring(chapters: Sequence[str], known: Collection[str], limit: int = 8) -> list[Proposal]:
    """The terms that occur in at least two of the texts, best first, without those of ``known`` (as written)."""
    found: defaultdict[tuple[str, ...], _Candidate] = defaultdict(_Candidate)
    for number, text in enumerate(chapters):
        marked = {_key(part) for match in _STRESSED.finditer(text) for part in match.groups() if part}
        for form, opens in _phrases(text):
            key = _key(form)
            candidate = found[key]
            candidate.chapters.add(number)
            candidate.forms[form] += 1
            inside = form[:1].isupper() and not opens
            candidate.stressed = candidate.stressed or key in marked or inside
    have = {_key(term) for term in known}
    usable = {key: one for key, one in found.items() if len(one.chapters) > 1 and key not in have}
    ranked = sorted(usable, key=lambda key: (-usable[key].score(len(key)), -len(key), key))
    chosen: list[tuple[str, ...]] = []
    for key in ranked:
        if not any(_inside(key, other) or _inside(other, key) for other in chosen):
            chosen.append(key)
    return [Proposal(usable[key].forms.most_common(1)[0][0], len(usable[key].chapters)) for key in chosen[:limit]]


def _phrases(text: str) -> Iterator[tuple[str, bool]]:
    """Every word and short run of words that may be a term, and whether it opens a sentence."""
    for piece in _PIECE.finditer(re.sub(r"[*`_~]", "", text)):
        words = _WORD.findall(piece[0])
        for start in range(len(words)):
            for length in range(1, min(MOST_WORDS, len(words) - start) + 1):
                run = words[start : start + length]
                phrase = " ".join(run)
                if len(phrase) <= MAX_TERM and _is_telling(run):
                    yield phrase, start == 0


def _is_telling(run: Sequence[str]) -> bool:
    ends = (run[0], run[-1])
    if any(word.casefold() in COMMON or word.isdecimal() or len(word) < 2 for word in ends):
        return False
    return len(run) > 1 or len(run[0]) >= SHORTEST or (run[0].isupper() and len(run[0]) > 1)


def _key(phrase: str) -> tuple[str, ...]:
    """Folded, and the last word without an English plural's s: “B-trees” is “B-tree”."""
    words = fold(re.sub(r"[*`_~]", "", phrase)).split()
    last = words[-1] if words else ""
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        words[-1] = last[:-1]
    return tuple(words)


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
