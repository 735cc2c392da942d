"""The sentences of the Sunday review."""

from __future__ import annotations

from collections.abc import Sequence

from bot.habits.model import Habit

TITLE = "Your week"
ON = "On Sundays at 18:00 you get a short review by direct message."
OFF = "The Sunday review is off."


def lines_of(
    rose: Sequence[tuple[str, float]], fell: Sequence[tuple[str, float]], idea: Habit | None
) -> tuple[str, ...]:
    """What rose, what fell, and one idea."""
    lines = []
    if rose:
        lines.append("Rose: " + ", ".join(f"{name} +{round(change * 100)}%" for name, change in rose))
    if fell:
        lines.append("Fell: " + ", ".join(f"{name} {round(change * 100)}%" for name, change in fell).replace("-", "−"))
    if not rose and not fell:
        lines.append("Steady: nothing moved much.")
    if idea is not None:
        lines.append(f"One idea, from {idea.area}: {idea.name} once more than last week.")
    return tuple(lines)
