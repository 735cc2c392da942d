"""What people write back to a reminder: "done", "20 min, good", "no", "skip: ill". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.habits.model import QUALITIES, Mark

_YES = r"done|yes|yep|yeah|ok|did it|did|finished|check|✓|✅|👍"
_NO = r"no|nope|not today|didn'?t|did not|missed"
_SKIP = r"skip(?:ped)?|pass"
_UNITS = {"h": 60.0, "hr": 60.0, "hrs": 60.0, "hour": 60.0, "hours": 60.0}
_NUMBER = r"(?P<n>\d+(?:[.,]\d+)?)\s*(?P<unit>hours?|hrs?|h|minutes?|mins?|min|m|times|x|×)?(?![a-z0-9])"


@dataclass(frozen=True, slots=True)
class Reply:
    """``value`` in minutes where a unit of time was given. ``rest`` are words that were not understood."""

    mark: Mark
    value: float | None = None
    is_time: bool = False
    quality: int | None = None
    rest: str = ""
    name: str = ""


def is_answer(text: str) -> bool:
    """True for what begins as an answer does, even without a reminder that it replies to."""
    return re.match(r"\s*(?:done|did it|skip(?:ped)?)(?![a-z])", text, re.IGNORECASE) is not None


def read_reply(text: str) -> Reply | None:
    """An answer, or None when it does not look like one."""
    words = " ".join(text.replace("’", "'").split())
    if match := re.fullmatch(rf"(?:{_SKIP})(?:\s*[:,-]?\s+(?P<why>.+))?", words, re.IGNORECASE):
        return Reply(Mark.SKIP, rest=match["why"] or "")
    if re.fullmatch(rf"(?:{_NO})[.!]*", words, re.IGNORECASE):
        return Reply(Mark.NO)
    said_done = re.match(rf"(?:{_YES})(?![a-z])[.,!]*\s*", words, re.IGNORECASE)
    rest = words[said_done.end() :] if said_done else words
    value, is_time = None, False
    if match := re.search(rf"(?<![\w.,]){_NUMBER}", rest, re.IGNORECASE):
        unit = (match["unit"] or "").lower()
        value = float(match["n"].replace(",", ".")) * _UNITS.get(unit, 1.0)
        is_time = unit not in ("", "times", "x", "×")
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    quality = None
    for number, word in enumerate(QUALITIES, start=1):
        if match := re.search(rf"\b{word}\b", rest, re.IGNORECASE):
            quality = number
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    if said_done is None and value is None and quality is None:
        return None
    return Reply(Mark.ENTRY, value, is_time, quality, " ".join(rest.split()).strip(" ,.;:-"))
