"""Words left to chance: ``a {red|green} apple``, and ``__animal__`` for a line of the list of that name. Pure.

The syntax is that of dynamicprompts, as far as it goes here; the seed decides, so that a seed gives the same picture.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from bot.errors import BadRequest
from bot.imagine.model import quoted

MOST_ROUNDS = 50
"""Lists may name lists, and one of them itself."""

_INNERMOST = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_LIST = re.compile(r"__([\w-]{1,40}?)__")

Lists = Mapping[str, Sequence[str]]


def leaves_something(prompt: str) -> bool:
    """True where there is something to choose."""
    return bool(_INNERMOST.search(prompt) or _LIST.search(prompt))


def chosen(prompt: str, seed: int, lists: Lists) -> str:
    """The prompt with everything chosen. Raises BadRequest for a list that there is not, or that names itself."""
    chance = random.Random(seed)  # noqa: S311 - whoever knows the seed shall get the same words
    for _ in range(MOST_ROUNDS):
        if not leaves_something(prompt):
            return " ".join(prompt.split())
        prompt = _INNERMOST.sub(lambda found: chance.choice(found[1].split("|")), prompt, count=1)
        prompt = _LIST.sub(lambda found: chance.choice(_named(found[1], lists)), prompt, count=1)
    raise BadRequest(f"{quoted(prompt)} never comes to an end: a list names itself, or there is too much to choose.")


def _named(name: str, lists: Lists) -> Sequence[str]:
    lines = lists.get(name.casefold())
    if not lines:
        there = f"There are: {', '.join(sorted(lists))}." if lists else "There are no lists here."
        raise BadRequest(f"There is no list called {quoted(name)}. {there}")
    return lines
