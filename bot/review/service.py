"""A person's reviews: what comes now, what an answer changes, what can be taken back."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest, NotFound
from bot.notes.scope import Scope
from bot.people.service import PeopleService
from bot.review.memory import answered, order
from bot.review.model import MOST_DAILY, Card, Face, Hand, Kind, Rating
from bot.review.sources import Source
from bot.review.store import ReviewStore, memory_of

GONE = "That card is not here any more."
GONE_BY = "That was answered already."
NOTHING_TO_UNDO = "Only the last answer can be taken back, and there is none here."


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with both its sides."""

    card: Card
    face: Face


class ReviewService:
    def __init__(self, database: Database, people: PeopleService, sources: Mapping[Kind, Source], clock: Clock) -> None:
        self._database = database
        self._people = people
        self._sources = sources
        self._clock = clock
        self._store = ReviewStore()

    def _scope(self, owner_id: int) -> Scope:
        return Scope(self._database, owner_id)

    # ---- what comes

    async def hand(self, owner_id: int) -> Hand:
        """What is to be reviewed now, and how much there is."""
        present = await self._gather(owner_id)
        scope, now = self._scope(owner_id), self._clock()
        person = await self._people.find(owner_id)
        today = person.day(now)
        ends = person.day_begins(today + timedelta(days=1))
        daily, done = await self._store.daily(scope), await self._store.answered_on(scope, today.isoformat())
        cards = [card for card in await self._store.cards(scope) if card.subject_id in present[card.kind]]
        coming = order(cards, now, ends, daily - done)
        waiting = len(order(cards, now, ends, len(cards))) - len(coming)
        card, face = await self._first(owner_id, coming)
        later = [one.memory.due_utc for one in cards if one not in coming and not one.memory.is_new]
        last = await self._store.last_answer(scope)
        return Hand(
            card=card,
            face=face,
            done=done,
            left=len(coming) if card is not None else 0,
            waiting=waiting,
            days=math.ceil(waiting / daily),
            daily=daily,
            next_utc=ends if waiting else min(later, default=None),
            last_answer=last["id"] if last is not None and last["day"] == today.isoformat() else None,
        )

    async def _first(self, owner_id: int, cards: Sequence[Card]) -> tuple[Card | None, Face | None]:
        """The first that has something to ask."""
        for card in cards:
            face = await self._sources[card.kind].face(owner_id, card.subject_id)
            if face is not None:
                return card, face
        return None, None

    async def show(self, owner_id: int, card_id: int) -> Shown:
        """Raises NotFound."""
        card = await self._store.card(self._scope(owner_id), card_id)
        face = None if card is None else await self._sources[card.kind].face(owner_id, card.subject_id)
        if card is None or face is None:
            raise NotFound(GONE)
        return Shown(card, face)

    async def is_in(self, owner_id: int, kind: Kind, subject_id: int) -> bool:
        card = await self._store.card_of(self._scope(owner_id), kind, subject_id)
        return card is not None and not card.left_out

    async def _gather(self, owner_id: int) -> dict[Kind, set[int]]:
        """What can be asked; whatever should have a card and has none yet gets one."""
        scope = self._scope(owner_id)
        present: dict[Kind, set[int]] = {}
        missing: dict[Kind, set[int]] = {}
        for kind, source in self._sources.items():
            known = await self._store.subjects(scope, kind)
            present[kind] = await source.present(owner_id, known)
            missing[kind] = present[kind] - known
        if any(missing.values()):
            async with self._database.transaction() as tx:
                for kind, subjects in missing.items():
                    await self._store.add(tx, scope, kind, sorted(subjects), self._clock())
        return present

    # ---- answering

    async def answer(self, owner_id: int, card_id: int, rating: Rating, *, answers: int) -> Card:
        """``answers`` is the count that the button was made for. Raises NotFound when it was answered since."""
        scope, now = self._scope(owner_id), self._clock()
        day = (await self._people.find(owner_id)).day(now).isoformat()
        async with self._database.transaction() as tx:
            card = await self._store.card_in(tx, scope, card_id)
            if card is None:
                raise NotFound(GONE)
            if card.answers != answers:
                raise NotFound(GONE_BY)
            await self._store.add_answer(tx, scope, card, rating, now, day)
            await self._store.remember(tx, scope, card.id, answered(card.memory, rating, now), card.answers + 1)
        return (await self.show(owner_id, card_id)).card

    async def undo(self, owner_id: int, answer_id: int) -> int:
        """Take the last answer back; its card's id. Raises NotFound for any other."""
        scope = self._scope(owner_id)
        async with self._database.transaction() as tx:
            last = await self._store.last_answer_in(tx, scope)
            if last is None or last["id"] != answer_id:
                raise NotFound(NOTHING_TO_UNDO)
            card = await self._store.card_in(tx, scope, last["card_id"])
            if card is None or not await self._store.remove_answer(tx, scope, answer_id):
                raise NotFound(NOTHING_TO_UNDO)
            await self._store.remember(tx, scope, card.id, memory_of(last["before"]), card.answers + 1)
        return card.id

    # ---- choosing

    async def choose(self, owner_id: int, kind: Kind, subject_id: int) -> Card:
        """Put it into the reviews; again, if it was left out. Raises NotFound for what is not there."""
        if await self._sources[kind].face(owner_id, subject_id) is None:
            raise NotFound(GONE)
        scope = self._scope(owner_id)
        async with self._database.transaction() as tx:
            await self._store.add(tx, scope, kind, [subject_id], self._clock())
        card = await self._store.card_of(scope, kind, subject_id)
        if card is None:
            raise NotFound(GONE)
        return await self.leave_out(owner_id, card.id, False) if card.left_out else card

    async def leave_out(self, owner_id: int, card_id: int, left_out: bool) -> Card:
        """Out of the reviews, or back in; what is known of it stays. Raises NotFound."""
        scope = self._scope(owner_id)
        async with self._database.transaction() as tx:
            if not await self._store.set_left_out(tx, scope, card_id, left_out):
                raise NotFound(GONE)
        card = await self._store.card(scope, card_id)
        if card is None:
            raise NotFound(GONE)
        return card

    async def set_daily(self, owner_id: int, daily: int) -> None:
        """How many cards a day at most. Raises BadRequest outside 1 to MOST_DAILY."""
        if not 1 <= daily <= MOST_DAILY:
            raise BadRequest(f"Write a number from 1 to {MOST_DAILY}.")
        async with self._database.transaction() as tx:
            await self._store.set_daily(tx, self._scope(owner_id), daily)
