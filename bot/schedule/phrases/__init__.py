"""Everyday phrases about time, read into recurrence rules."""

from __future__ import annotations

from bot.schedule.phrases.reading import EXAMPLES, Reading, read

__all__ = ["EXAMPLES", "Reading", "read"]
