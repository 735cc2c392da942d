"""The walls, held for every module there is: import-linter's contracts name theirs, and a new one is named last."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]


class Wall(NamedTuple):
    libraries: frozenset[str]
    inside: tuple[str, ...]


WALLS = {
    "discord": Wall(
        frozenset({"discord", "simcord"}),
        ("cogs/", "bot/__main__.py", "bot/app.py", "bot/client.py", "bot/delivery.py", "bot/playground/"),
    ),
    "torch": Wall(
        frozenset({"torch", "diffusers", "transformers", "peft", "accelerate"}), ("bot/gpu/worker/", "bot/pocket/")
    ),
    "SQL": Wall(frozenset({"aiosqlite", "sqlite3"}), ("bot/db/",)),
}


def imported(path: Path) -> Iterator[str]:
    """The libraries that a module imports anywhere in it, but for types alone."""
    tree = ast.parse(path.read_text("utf-8"))
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("wall", WALLS)
def test_a_library_stays_in_its_rooms(wall: str) -> None:
    libraries, inside = WALLS[wall]
    outside = {}
    for path in sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/**/*.py")]):
        name = path.relative_to(ROOT).as_posix()
        is_store = wall == "SQL" and path.stem.endswith("store")
        if not name.startswith(inside) and not is_store and (found := libraries & set(imported(path))):
            outside[name] = found
    assert outside == {}
