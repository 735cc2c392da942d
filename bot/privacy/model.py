"""What is kept of a person, by room of the house. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """What can be erased by itself. Values stand in menus."""

    PICTURES = "pictures"
    NOTES = "notes"
    HABITS = "habits"
    REMINDERS = "reminders"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Held:
    """How many of what there are, in each room: ``{Room.PICTURES: {"picture": 3}}``. Empty rooms are left out."""

    rooms: Mapping[Room, Mapping[str, int]]

    @property
    def is_nothing(self) -> bool:
        return not self.rooms
