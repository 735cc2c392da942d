"""Reminders that people wrote themselves: they come at their time, whatever it is."""

from __future__ import annotations

from bot.schedule.model import Face, Occurrence


class PlainReminders:
    """The clock's kind for them."""

    waits_for_quiet = False

    async def face(self, occurrence: Occurrence) -> Face | None:
        return None if occurrence.alarm.muted else Face(occurrence.alarm.text)

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Nothing hangs on it."""
