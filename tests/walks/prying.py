"""All that somebody can press, choose, type or complete, made out of the bot itself: what comes later is in it.

Custom ids come from the patterns of the dynamic items: each number in one is tried with every id given, everything else
with each way to write it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]  # the parts of a pattern have no public form
from typing import Any

import discord
from discord import app_commands

from bot.client import InklingBot

DAY = "20261125"
FEW, MOST = 3, 6
"""Ways to write a part that is no number, and a whole pattern."""


def templates(bot: InklingBot) -> dict[str, type[discord.ui.DynamicItem[Any]]]:
    """Pattern -> item, of every dynamic item that the bot has registered."""
    found: dict[Any, type[discord.ui.DynamicItem[Any]]] = bot._connection._view_store._dynamic_items
    return {pattern.pattern: kind for pattern, kind in found.items()}


def is_menu(kind: type[discord.ui.DynamicItem[Any]]) -> bool:
    return any(base.__name__ == "RecordSelect" for base in kind.__mro__)


def custom_ids(pattern: str, ids: Sequence[int]) -> Iterator[str]:
    """Strings that the pattern matches; all numbers in one are the same of ``ids``."""
    written = [text for one in dict.fromkeys(ids) for text in _written(_parser.parse(pattern), str(one))]
    found = [text for text in dict.fromkeys(written) if re.fullmatch(pattern, text)]
    assert found, f"nothing is written that {pattern} matches: teach this to write it"
    yield from found


def _written(parts: Any, number: str) -> list[str]:
    choices = [_part(kind, value, number) for kind, value in parts]
    return ["".join(words) for words in itertools.islice(itertools.product(*choices), MOST)]


def _part(kind: Any, value: Any, number: str) -> list[str]:
    name = str(kind)
    if name == "LITERAL":
        return [chr(value)]
    if name == "ANY":
        return ["a"]
    if name == "SUBPATTERN":
        return _written(value[-1], number)
    if name == "BRANCH":
        return [text for branch in value[1] for text in _written(branch, number)]
    if name == "IN":
        return _letters(value)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, inside = value
        if _is_digit(inside):
            return [DAY] if int(low) == len(DAY) else [number.zfill(int(low))[: int(high)]]
        once = _written(inside, number)
        return [*([""] if low == 0 else []), *(text * max(1, int(low)) for text in once)]
    raise NotImplementedError(f"a pattern with {name}: teach this to write it")


def _is_digit(inside: Any) -> bool:
    return len(inside) == 1 and str(inside[0][0]) == "IN" and "CATEGORY_DIGIT" in str(inside[0][1])


def _letters(value: Any) -> list[str]:
    found: list[str] = []
    for kind, what in value:
        if str(kind) == "LITERAL":
            found.append(chr(what))
        elif str(kind) == "RANGE":
            found += [chr(code) for code in range(what[0], what[1] + 1)]
        elif "CATEGORY_DIGIT" in str(what):
            found += ["0", "1"]
        else:
            found.append("a")
    return found[:FEW]


def leaves(bot: InklingBot) -> Iterator[app_commands.Command[Any, ..., Any]]:
    """Every slash command."""
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command


def fillings(
    command: app_commands.Command[Any, ..., Any], words: Sequence[str], ids: Sequence[int], person: int
) -> Iterator[dict[str, object]]:
    """Options to run the command with: none but what it needs, then each option with each thing that might find
    something."""
    needed = {one.display_name: _values(one, words, ids, person)[0] for one in command.parameters if one.required}
    yield needed
    for one in command.parameters:
        for value in _values(one, words, ids, person):
            yield {**needed, one.display_name: value}


def _values(parameter: app_commands.Parameter, words: Sequence[str], ids: Sequence[int], person: int) -> list[object]:
    kinds = discord.AppCommandOptionType
    if parameter.choices:
        return [choice.value for choice in parameter.choices[:FEW]]
    if parameter.type is kinds.boolean:
        return [True]
    if parameter.type in (kinds.integer, kinds.number):
        low = parameter.min_value if parameter.min_value is not None else 0
        high = parameter.max_value if parameter.max_value is not None else 2**31
        return [number for number in ids if low <= number <= high] or [max(low, min(1, high))]
    if parameter.type in (kinds.user, kinds.mentionable):
        return [person]
    if parameter.type is kinds.attachment:
        return [("a.txt", b"words")]
    if parameter.type is kinds.string:
        longest = int(parameter.max_value or 6000)
        return [word for word in words if len(word) <= longest] or ["a"]
    return []


def completed(command: app_commands.Command[Any, ..., Any]) -> Iterator[str]:
    """The options that offer suggestions."""
    for one in command.parameters:
        if one.autocomplete:
            yield one.display_name
