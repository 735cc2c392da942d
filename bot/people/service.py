"""What a person set for themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest
from bot.people.model import MINUTES_A_DAY, Person, cut_short, find_zones, zones
from bot.people.store import PeopleStore


class PeopleService:
    def __init__(self, database: Database, store: PeopleStore, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._clock = clock

    async def find(self, user_id: int) -> Person:
        """With the defaults for someone who has set nothing."""
        return await self._store.find(user_id) or Person(user_id)

    async def set_zone(self, user_id: int, name: str) -> Person:
        """Raises BadRequest for what is no IANA zone."""
        known = {zone.casefold(): zone for zone in zones()}
        zone = known.get(name.strip().casefold().replace(" ", "_"))
        if zone is None:
            near = find_zones(name, 3)
            if len(near) != 1:
                hint = (
                    f" Do you mean {', '.join(near)}?"
                    if near
                    else " Pick one from the list, for example Europe/Berlin."
                )
                raise BadRequest(f"{name[:60]} is no time zone I know.{hint}")
            zone = near[0]
        return await self._put(replace(await self.find(user_id), zone=zone))

    async def set_day_start(self, user_id: int, hour: int) -> Person:
        """``hour`` 0 to 12. Raises BadRequest otherwise."""
        if not 0 <= hour <= 12:
            raise BadRequest("A day can begin between 0:00 and 12:00.")
        return await self._put(replace(await self.find(user_id), day_start=hour * 60))

    async def set_quiet(self, user_id: int, text: str) -> Person:
        """ "22:00-7:00", or "off". Raises BadRequest otherwise."""
        begin, end = parse_quiet(text)
        return await self._put(replace(await self.find(user_id), quiet_from=begin, quiet_to=end))

    async def _put(self, person: Person) -> Person:
        """Days that the change cuts short or leaves out are remembered: they must not count against anybody."""
        days = cut_short(await self.find(person.user_id), person, self._clock())
        async with self._database.transaction() as tx:
            await self._store.put(tx, person)
            for day in days:
                await self._store.add_travel(tx, person.user_id, day)
        return person


def parse_quiet(text: str) -> tuple[int | None, int | None]:
    """Minutes after midnight; (None, None) for none. Raises BadRequest."""
    if text.strip().lower() in ("off", "none", "no", "-"):
        return None, None
    clock = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
    match = re.fullmatch(rf"\s*{clock}\s*(?:-|–|to|until)\s*{clock}\s*", text.lower())
    if match:
        begin, end = _minutes(*match.groups()[:3]), _minutes(*match.groups()[3:])
        if begin is not None and end is not None and begin != end:
            return begin, end
    raise BadRequest("Write quiet hours like 22:00-7:00, or off.")


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half == "pm" else 0)
    total = number * 60 + int(minute or 0)
    return total if total < MINUTES_A_DAY and int(minute or 0) < 60 else None
