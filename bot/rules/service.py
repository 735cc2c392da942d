"""Who may ask for how much, and what a server's admins may choose about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, replace

from bot.db.database import Database, Tx
from bot.errors import BadRequest
from bot.moderation.model import Action, Deed
from bot.moderation.service import Moderation
from bot.rules.model import Defaults, Limits, ServerRules, weight_of
from bot.rules.showing import SERVERS, Floors, Place, Showing
from bot.rules.store import RulesStore
from bot.rules.wording import MAX_PHRASE, MOST_PHRASES, tidied
from bot.settings import Settings

MOST_ROLES = 25
MAX_NEGATIVE = 1000
NOWHERE = ServerRules()


class RulesService:
    """What admins change is written into the audit log; ``by`` says who did it."""

    def __init__(self, database: Database, store: RulesStore, settings: Settings, moderation: Moderation) -> None:
        self._database = database
        self._store = store
        self._settings = settings
        self._moderation = moderation

    @property
    def ceiling(self) -> Limits:
        """What the operator allows one person at most."""
        made = self._settings
        return Limits(made.max_waiting, made.daily_cost or None, made.max_running or None)

    @property
    def server_ceiling(self) -> Limits:
        """What the operator allows one server at most, all its people together."""
        return Limits(self._settings.server_max_waiting or None, self._settings.server_daily_cost or None)

    @property
    def boosts(self) -> tuple[tuple[int, float], ...]:
        """User, role or server id and the weight that goes with it."""
        return self._settings.boosts

    def weight(self, user_id: int, guild_id: int | None, role_ids: Collection[int]) -> float:
        """A person's weight in the fair shares."""
        return weight_of(self.boosts, {user_id, guild_id or 0, *role_ids})

    async def of(self, guild_id: int | None) -> ServerRules:
        """A server's rules; outside of servers there are only the operator's."""
        if guild_id is None:
            return NOWHERE
        found = await self._store.server(guild_id)
        defaults, limits, is_open, flagged = found or (
            NOWHERE.defaults,
            NOWHERE.limits,
            NOWHERE.open_pictures,
            NOWHERE.flagged,
        )
        roles, refused = await self._store.roles(guild_id), await self._store.refused(guild_id)
        flagged = replace(flagged, roles=await self._store.flagged_roles(guild_id))
        return ServerRules(defaults, limits, roles, is_open, refused, flagged)

    @property
    def floors(self) -> Floors:
        """The least that the operator wants done about flagged pictures, by kind of place."""
        made = self._settings
        return {
            Place.SERVER: Showing(made.flagged_in_servers),
            Place.AGE_RESTRICTED: Showing(made.flagged_in_age_restricted),
            Place.DIRECT: Showing(made.flagged_in_direct_messages),
            Place.ELSEWHERE: Showing(made.flagged_elsewhere),
        }

    async def showing(self, guild_id: int | None, place: Place, role_ids: Collection[int]) -> Showing:
        """What becomes of a flagged picture of somebody with these roles there."""
        return (await self.of(guild_id)).flagged.decided(place, role_ids, self.floors)

    async def set_flagged(
        self, guild_id: int, usual: Showing | None, restricted: Showing | None, by: int | None = None
    ) -> None:
        """Raises BadRequest below the operator's floors."""
        self._check_floor(usual, Place.SERVER)
        self._check_floor(restricted, Place.AGE_RESTRICTED)
        async with self._database.transaction() as tx:
            await self._store.add_server(tx, guild_id)
            await self._store.set_flagged(tx, guild_id, usual, restricted)
            said = f"flagged pictures: {usual or 'default'}, in age-restricted channels: {restricted or 'the same'}"
            await self._note(tx, guild_id, by, said)

    async def set_role_flagged(
        self, guild_id: int, role_id: int, showing: Showing | None, by: int | None = None
    ) -> None:
        """None ends the role's own. Raises BadRequest below both of the operator's floors, or for too many roles."""
        self._check_floor(showing, min(SERVERS, key=lambda place: self.floors[place].strictness))
        known = await self._store.flagged_roles(guild_id)
        if showing is not None and role_id not in known and len(known) >= MOST_ROLES:
            raise BadRequest(f"{MOST_ROLES} roles have a rule of their own already. End one of them first.")
        async with self._database.transaction() as tx:
            if showing is None:
                await self._store.drop_role_flagged(tx, guild_id, role_id)
            else:
                await self._store.set_role_flagged(tx, guild_id, role_id, showing)
            await self._note(tx, guild_id, by, f"flagged pictures of <@&{role_id}>: {showing or 'as everyone’s'}")

    def _check_floor(self, showing: Showing | None, place: Place) -> None:
        floor = self.floors[place]
        if showing is not None and showing.strictness < floor.strictness:
            raise BadRequest(f"Whoever runs this bot asks for at least “{floor}” there, so “{showing}” is too open.")

    async def set_open_pictures(self, guild_id: int, is_open: bool, by: int | None = None) -> None:
        """Whether people may use pictures that others posted in this server."""
        async with self._database.transaction() as tx:
            await self._store.add_server(tx, guild_id)
            await self._store.set_open_pictures(tx, guild_id, is_open)
            await self._note(tx, guild_id, by, f"people’s pictures {'opened' if is_open else 'closed'}")

    async def set_refused(self, guild_id: int, typed: Iterable[str], by: int | None = None) -> None:
        """Words and phrases that prompts must not hold here. Raises BadRequest for too many or too long ones."""
        phrases = tidied(typed)
        if len(phrases) > MOST_PHRASES:
            raise BadRequest(f"Those are {len(phrases)} words and phrases; {MOST_PHRASES} fit.")
        if long := next((phrase for phrase in phrases if len(phrase) > MAX_PHRASE), None):
            raise BadRequest(f"“{long[:MAX_PHRASE]}…” is too long: a phrase has {MAX_PHRASE} characters at most.")
        async with self._database.transaction() as tx:
            await self._store.drop_refused(tx, guild_id)
            await self._store.add_refused(tx, guild_id, phrases)
            await self._note(tx, guild_id, by, f"refused words and phrases: {len(phrases)}")

    async def set_defaults(self, guild_id: int, defaults: Defaults, by: int | None = None) -> None:
        """Raises BadRequest for what the operator's limits do not allow. ``size`` is checked by the caller."""
        if len(defaults.negative) > MAX_NEGATIVE:
            raise BadRequest(f"The negative prompt has {len(defaults.negative):,} characters; {MAX_NEGATIVE:,} fit.")
        if defaults.steps is not None and not 1 <= defaults.steps <= self._settings.max_steps:
            raise BadRequest(f"Steps go from 1 to {self._settings.max_steps}, not {defaults.steps}.")
        async with self._database.transaction() as tx:
            await self._store.add_server(tx, guild_id)
            await self._store.set_defaults(tx, guild_id, defaults)
            await self._note(tx, guild_id, by, f"defaults: {_told(defaults)}")

    async def set_limits(self, guild_id: int, limits: Limits, by: int | None = None) -> None:
        """Raises BadRequest above the operator's ceilings."""
        self._check(limits)
        async with self._database.transaction() as tx:
            await self._store.add_server(tx, guild_id)
            await self._store.set_limits(tx, guild_id, limits)
            await self._note(tx, guild_id, by, f"limits: {_told(limits)}")

    async def set_role(self, guild_id: int, role_id: int, limits: Limits, by: int | None = None) -> None:
        """Limits without a number end the role's own. Raises BadRequest above the ceilings or for too many roles."""
        self._check(limits)
        known = await self._store.roles(guild_id)
        if limits != Limits() and role_id not in known and len(known) >= MOST_ROLES:
            raise BadRequest(f"{MOST_ROLES} roles have limits of their own already. Empty one of them first.")
        async with self._database.transaction() as tx:
            if limits == Limits():
                await self._store.drop_role(tx, guild_id, role_id)
            else:
                await self._store.set_role(tx, guild_id, role_id, limits)
            await self._note(tx, guild_id, by, f"limits of <@&{role_id}>: {_told(limits)}")

    async def _note(self, tx: Tx, guild_id: int, by: int | None, what: str) -> None:
        await self._moderation.note(tx, Deed(Action.RULES, guild_id, by, detail=what))

    def _check(self, limits: Limits) -> None:
        if limits.running == 0:
            raise BadRequest("With 0 running nothing would ever be drawn. To shut people out, let them have 0 waiting.")
        for what, value, most in (
            ("requests waiting", limits.waiting, self.ceiling.waiting),
            ("a day", limits.daily, self.ceiling.daily),
            ("running", limits.running, self.ceiling.running),
        ):
            if value is not None and value < 0:
                raise BadRequest("A limit cannot be less than 0.")
            if value is not None and most is not None and value > most:
                raise BadRequest(f"Whoever runs this bot allows at most {most:g} {what}, so {value:g} is too much.")


def _told(chosen: Defaults | Limits) -> str:
    """What was chosen, for the audit log."""
    parts = [f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}" for name, value in _set(chosen)]
    return ", ".join(parts) or "none"


def _set(chosen: Defaults | Limits) -> list[tuple[str, object]]:
    return [(name, value) for name, value in asdict(chosen).items() if value not in (None, "")]
