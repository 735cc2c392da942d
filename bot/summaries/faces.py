"""A summary as what the clock brings says it. Pure."""

from __future__ import annotations

import re

from bot.schedule.model import Face
from bot.summaries.model import About, State, Summary

WEEK_TITLE = "Your week in notes"
MAX_NAME, MAX_LINE = 200, 350


def face_of(name: str, summary: Summary) -> Face | None:
    """None while it is being made, and for one that was cancelled."""
    title = WEEK_TITLE if summary.target.about is About.WEEK else f"Summary: {_shortened(name, MAX_NAME)}"
    if summary.state is State.FAILED:
        return Face(title, (f"It could not be made: {plain(summary.error)}",), "Try again", f"sum:again:{summary.id}")
    if summary.state is not State.READY:
        return None
    lines = tuple(f"{number}. {plain(line.text)}" for number, line in enumerate(summary.lines, start=1))
    return Face(title, (*lines, plain(summary.made_by)), "Open", f"sum:show:{summary.id}")


def plain(text: str) -> str:
    """One line with nothing in it that would be formatted: a face's lines hold markup."""
    return re.sub(r"([\\*_~`|>#\[\]<])", r"\\\1", _shortened(text, MAX_LINE))


def _shortened(text: str, longest: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
