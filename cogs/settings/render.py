"""The wording of ``/settings``."""

from __future__ import annotations

from bot.people.model import Person
from cogs.cards import View, card


def clock(person: Person, now_utc: float, moved: int = 0) -> View:
    zone = person.clock_zone.replace("_", " ")
    lines = [
        "### Your clock",
        f"Time zone **{zone}** · it is {person.local(now_utc):%H:%M}",
        f"A new day begins at **{_clock(person.day_start)}**",
        f"Quiet hours **{quiet(person)}**",
    ]
    if person.zone is None:
        lines.append("-# You have not chosen a time zone yet: `/settings timezone: your city`")
    if moved:
        lines.append(f"-# Your recurring reminders follow ({moved}): 9:00 stays 9:00, where you are now.")
    lines.append(
        "-# In quiet hours I keep what I would say by myself for later. Reminders that you set yourself come on time."
    )
    return card(lines)


def quiet(person: Person) -> str:
    if person.quiet_from is None or person.quiet_to is None:
        return "off"
    return f"{_clock(person.quiet_from)} to {_clock(person.quiet_to)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
