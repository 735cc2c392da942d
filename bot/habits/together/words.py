"""The sentences of challenges."""

from __future__ import annotations

from collections.abc import Sequence

from bot.habits.streak_words import short
from bot.habits.together.service import Standing
from bot.habits.together.store import Challenge

PICK = "With which habit? Others see its name and your count."
JOINED = "You are in; the card shows it in a moment. “Leave” there takes you off again."
OVER = "-# It has ended."


def lines(title: str, challenge: Challenge, standings: Sequence[Standing]) -> list[str]:
    """The card; ``title`` and the habits' names are escaped already."""
    span = f"{short(challenge.first_day)} to {short(challenge.last_day)}"
    head = [f"### {title}", f"{span}. Join with a habit of your own; only your count is shown."]
    return head + [
        f"<@{one.user_id}> · {one.habit} · **{one.done}** of {one.days} {'day' if one.days == 1 else 'days'}"
        for one in standings
    ]
