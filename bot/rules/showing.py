"""What becomes of a picture that the safety check flags: shown, behind a spoiler, or withheld. Pure.

Who decides, in this order; each step can only be stricter than the operator's floor, which nobody relaxes:

1. Whoever runs the bot sets a floor for each kind of place (``FLAGGED_IN_SERVERS``, ``FLAGGED_IN_AGE_RESTRICTED``,
   ``FLAGGED_IN_DIRECT_MESSAGES``, ``FLAGGED_ELSEWHERE``). In direct messages, and in servers that the bot is not in,
   that is all there is.
2. A server's admins choose for their channels, and for age-restricted ones if these shall differ. Where they chose
   nothing a spoiler hides it.
3. What they choose for a role stands in for that; of somebody's several roles the most open one counts.
4. The stricter of their choice and the floor of the place is what happens.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Showing(StrEnum):
    """From open to strict. Values stand in the database and in the settings."""

    SHOW = "show"
    SPOILER = "spoiler"
    WITHHOLD = "withhold"

    @property
    def strictness(self) -> int:
        return list(Showing).index(self)


class Place(StrEnum):
    """Where a picture was asked for. ELSEWHERE is a server that the bot is not in, by a user's own install."""

    SERVER = "server"
    AGE_RESTRICTED = "age-restricted"
    DIRECT = "direct"
    ELSEWHERE = "elsewhere"


SERVERS = frozenset({Place.SERVER, Place.AGE_RESTRICTED})
UNSAID = Showing.SPOILER

Floors = Mapping[Place, Showing]


@dataclass(frozen=True, slots=True)
class Flagged:
    """What a server's admins chose; None: nothing. ``restricted`` is for age-restricted channels, else as elsewhere."""

    usual: Showing | None = None
    restricted: Showing | None = None
    roles: Mapping[int, Showing] = field(default_factory=dict)

    def decided(self, place: Place, role_ids: Collection[int], floors: Floors) -> Showing:
        """What happens to a flagged picture of somebody with these roles."""
        if place not in SERVERS:
            return floors[place]
        chosen = self.usual or UNSAID
        if place is Place.AGE_RESTRICTED and self.restricted is not None:
            chosen = self.restricted
        own = [showing for role_id, showing in self.roles.items() if role_id in role_ids]
        if own:
            chosen = min(own, key=_strictness)
        return stricter(chosen, floors[place])


def stricter(one: Showing, other: Showing) -> Showing:
    return max(one, other, key=_strictness)


def at_least(floor: Showing) -> list[Showing]:
    """What may be chosen above that floor."""
    return [showing for showing in Showing if showing.strictness >= floor.strictness]


def _strictness(showing: Showing) -> int:
    return showing.strictness
