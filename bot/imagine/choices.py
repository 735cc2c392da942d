"""Words left to chance: ``a {red|green} apple``, and ``__animal__`` for a line of the list of that name. Pure.

The syntax is that of dynamicprompts (https://github.com/adieyal/sd-dynamic-prompts/blob/main/docs/SYNTAX.md), as far as
prompts in the wild use it: ``{3::red|blue}`` gives red three times the weight, ``{2$$a|b|c}`` takes two, ``{1-2$$a|b}``
one or two, ``{2$$ and $$a|b|c}`` says what stands between them. The seed decides: it gives the same words each time.

The library itself (0.31.0) is not used: a ``#`` silently cuts a prompt there, a brace too many is an error in a
parser's words, a list that names itself takes seconds, and it needs calls that pyparsing has deprecated.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import BadRequest
from bot.imagine.model import MAX_PROMPT, quoted

MOST_CHOICES = 500
DEEPEST = 20
"""Lists may name lists, and one of them itself."""
MOST_ROUNDS = 5
"""A choice may name a list: ``__{animal|plant}__``."""
BETWEEN = ", "
ANY = 99
"""As many as there are."""

_LIST = re.compile(r"__([\w-]{1,40}?(?:/[\w-]{1,40}?){0,3})__")
_LORA = re.compile(r"<lora:[^<>{}]*>", re.IGNORECASE)
"""Its name may have underscores, too."""
_WEIGHT = re.compile(r"\s*(\d{1,4}(?:\.\d{1,4})?)::")
_BOUNDS = re.compile(r"\s*(\d{0,2})(-?)(\d{0,2})\$\$")

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Named:
    """A list."""

    name: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """``least`` to ``most`` of the options, each with its weight."""

    options: tuple[tuple[float, str], ...]
    least: int = 1
    most: int = 1
    between: str = BETWEEN


def leaves_something(prompt: str) -> bool:
    """True where there is something to choose."""
    return any(not isinstance(piece, str) for piece in _pieces(prompt))


def chosen(prompt: str, seed: int, lists: Lists) -> str:
    """The prompt with everything chosen. Raises BadRequest for a list that there is not, or what never ends."""
    chooser = _Chooser(random.Random(seed), lists)  # noqa: S311 - whoever knows the seed shall get the same words
    words = prompt
    for _ in range(MOST_ROUNDS):
        if not leaves_something(words):
            return " ".join(words.split())
        words = chooser.text(words, 0)
    raise BadRequest(_endless(prompt))


class _Chooser:
    def __init__(self, chance: random.Random, lists: Lists) -> None:
        self._chance, self._lists = chance, lists
        self._choices = 0

    def text(self, words: str, depth: int) -> str:
        found = []
        for piece in _pieces(words):
            if isinstance(piece, str):
                found.append(piece)
                continue
            self._choices += 1
            if depth > DEEPEST or self._choices > MOST_CHOICES or sum(map(len, found)) > MAX_PROMPT:
                raise BadRequest(_endless(words))
            found.append(self._piece(piece, depth + 1))
        return "".join(found)

    def _piece(self, piece: _Named | _Choice, depth: int) -> str:
        if isinstance(piece, _Named):
            return self.text(self._chance.choice(self._lines(piece.name)), depth)
        options = list(piece.options)
        if len(options) == 1 and (alone := _LIST.fullmatch(options[0][1].strip())):
            options = [(1.0, line) for line in self._lines(alone[1])]
        least, most = sorted(min(bound, len(options)) for bound in (piece.least, piece.most))
        count = self._chance.randint(least, most)
        return piece.between.join(self.text(option, depth) for option in self._some(options, count))

    def _some(self, options: list[tuple[float, str]], count: int) -> Iterator[str]:
        """So many different ones, by their weight."""
        left = list(options)
        for _ in range(count):
            weights = [weight for weight, _ in left]
            at = self._chance.choices(range(len(left)), weights if any(weights) else None)[0]
            yield left.pop(at)[1]

    def _lines(self, name: str) -> Sequence[str]:
        lines = self._lists.get(name.casefold())
        if not lines:
            there = f"There are: {', '.join(sorted(self._lists))}." if self._lists else "There are no lists here."
            raise BadRequest(f"There is no list called {quoted(name)}. {there}")
        return lines


def _pieces(words: str) -> Iterator[str | _Named | _Choice]:
    """Runs of plain words, and what is to be chosen between them. Braces without a partner are plain."""
    at = run = 0
    while at < len(words):
        found: _Named | _Choice | None = None
        after = at + 1
        if words[at] == "<" and (lora := _LORA.match(words, at)):
            after = lora.end()
        elif words[at] == "_" and (listed := _LIST.match(words, at)):
            found, after = _Named(listed[1]), listed.end()
        elif words[at] == "{" and (end := _closing(words, at)) and (found := _choice(words[at + 1 : end])):
            after = end + 1
        if found is not None:
            if run < at:
                yield words[run:at]
            yield found
            run = after
        at = after
    if run < len(words):
        yield words[run:]


def _closing(words: str, opening: int) -> int:
    """Where the brace that opens there is closed; 0 where it is not."""
    depth = 0
    for at in range(opening, len(words)):
        depth += {"{": 1, "}": -1}.get(words[at], 0)
        if depth == 0:
            return at
    return 0


def _choice(inner: str) -> _Choice | None:
    """What stands between two braces; None where it is nothing to choose from."""
    bounds = _BOUNDS.match(inner)
    if bounds is None or not (bounds[1] or bounds[3] or bounds[2]):
        parts = _split(inner, "|")
        return _Choice(tuple(map(_option, parts))) if len(parts) > 1 else None
    rest = inner[bounds.end() :]
    first, *others = _split(rest, "$$")
    between = BETWEEN
    if others and "|" not in first:
        between, rest = first, rest[len(first) + 2 :]
    options = tuple(map(_option, _split(rest, "|")))
    least = int(bounds[1] or 1)
    return _Choice(options, least, int(bounds[3] or (ANY if bounds[2] else least)), between)


def _option(text: str) -> tuple[float, str]:
    weight = _WEIGHT.match(text)
    return (float(weight[1]), text[weight.end() :]) if weight else (1.0, text)


def _split(text: str, mark: str) -> list[str]:
    """At every mark outside of inner braces."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0 and text.startswith(mark, at):
            parts.append(text[start:at])
            at = start = at + len(mark)
            continue
        at += 1
    return [*parts, text[start:]]


def _endless(prompt: str) -> str:
    return f"{quoted(prompt)} never comes to an end: a list names itself, or there is too much to choose."
