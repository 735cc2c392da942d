"""Kind by design: no sentence of reminders and habits presses, blames, begs or promises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (
    "bot/habits",
    "bot/habits/together",
    "bot/habits/milestones",
    "bot/schedule",
    "bot/people",
    "cogs/habits",
    "cogs/remind",
    "cogs/settings",
)
PRESSURE = re.compile(
    r"don'?t (?:forget|break|lose|give up|miss)|you (?:failed|should|must|have to|need to|ought)|shame|guilt|lazy"
    r"|excuse"
    r"|disappoint|streak (?:is )?(?:over|lost|broken|dead|at risk)|about to lose|last chance|hurry|right now|act now"
    r"|keep it up|come on(?! time)|we miss you|miss(?:ed)? you|please come|come back"
    r"|never (?:quit|stop)|no pain|only \d+ left"
    r"|guarantee|will change your life|you can do it|wow|amazing|awesome|great job|well done|good job|proud|!!",
    re.IGNORECASE,
)


def texts(path: Path) -> Iterator[str]:
    """Every text in the file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_no_pressure(path: Path) -> None:
    assert [text for text in texts(path) if PRESSURE.search(text)] == []


@pytest.mark.parametrize(
    "text", ["Don't break your streak", "You failed today", "Great job!", "We miss you", "Your streak is at risk"]
)
def test_the_net_catches(text: str) -> None:
    assert PRESSURE.search(text)


def test_no_exclamation_marks() -> None:
    for path in FILES:
        assert [text for text in texts(path) if re.search(r"[a-z]!(?:\s|$)", text)] == [], path
