"""The only module that imports simcord. Its in-memory Discord, with real time, real media and private messages.

What is relied upon here lies outside simcord's promise of stability: the version is pinned exactly, and a canary
test (``tests/playground/loopback/test_canary.py``) names each of these internals.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from simcord import intents as simcord_intents
from simcord import interactions as simcord_interactions
from simcord._clock import Clock
from simcord.backend import Backend, serializers
from simcord.backend.access import channel_accessible
from simcord.backend.errors import BackendError, unknown_webhook
from simcord.backend.models import Overwrite, Role
from simcord.enums import OverwriteType
from simcord.http import routes as simcord_routes
from simcord.http.router import RouteNotImplemented, UnsupportedField, dispatch

from .cdn import Cdn
from .dress import dress

log = logging.getLogger(__name__)

__all__ = ["ApiError", "DiscordState", "Overwrite", "OverwriteType", "Role", "needed_intent", "simcord_routes"]

ApiError = BackendError  # ApiError(status, code, message)
Payload = dict[str, Any]
LOADING = 1 << 7
UPLOAD_LIMIT = 10 * 1024 * 1024  # bytes a file, Discord's default
COMPONENT, MODAL_SUBMIT = 3, 5  # kinds of interaction
MESSAGE_MENU = 3  # a kind of command
BOT_ONLY = frozenset({"INTERACTION_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE"})


class WallClock(Clock):  # type: ignore[misc]  # simcord is untyped to mypy by choice
    """Real time plus what has been travelled; simcord's own stands still at 2026-01-01."""

    def __init__(self) -> None:
        super().__init__()
        self.skew = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.skew

    def advance(self, seconds: float) -> None:
        self.skew += timedelta(seconds=seconds)


class DiscordState(Backend):  # type: ignore[misc]
    """simcord's world. Every event goes out as a snapshot: to the bot, and to the people who may see it."""

    def __init__(self, cdn: Cdn, *, bot_name: str) -> None:
        self.on_bot_event: Callable[[str, Payload], None] = lambda name, payload: None
        self.on_user_event: Callable[[str, Payload, Callable[[int], bool]], None] = lambda name, payload, sees: None
        self._completing: int | None = None
        self._nonce: int | str | None = None
        self._payloads: dict[int, tuple[tuple[Any, ...], Payload]] = {}  # by message
        self.modal_openers: dict[int, int] = {}  # interaction of a submission -> interaction that opened the form
        super().__init__(clock=WallClock())
        self.cdn = cdn
        self.age_restricted: set[int] = set()  # channels; simcord knows no such thing
        self.bot_user.name = bot_name
        # simcord keeps every request and event for its own assertions; here they would only grow.
        self.http_requests: deque[Any] = deque(maxlen=0)
        self.transcript: deque[Any] = deque(maxlen=0)

    # ---------------------------------------------------------------- events

    def snapshot(self, payload: Any) -> Any:
        """Plain JSON that shares nothing with the store, filled in as Discord would."""
        return dress(json.loads(json.dumps(payload, default=str)), self.cdn.size_of)

    def emit(self, event: str, payload: Any) -> None:
        name, plain = event, self.snapshot(payload)
        self._mark_restricted(plain)
        if name == "TYPING_START":
            plain["timestamp"] = int(self.clock.now().timestamp())
        if name == "MESSAGE_UPDATE" and plain["id"] == str(self._completing):
            plain["edited_timestamp"] = None  # "thinking" that turns into an answer is not marked as edited
        if name in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and (message := self.find_message(int(plain["id"]))):
            _name_the_pinged(plain, message)
        if name == "MESSAGE_CREATE" and self._nonce is not None:
            plain["nonce"] = self._nonce
        if name == "INTERACTION_CREATE" or self.can_see(self.bot_user.id, name, plain):
            self.on_bot_event(name, plain)
        if name not in BOT_ONLY:
            self.on_user_event(name, plain, lambda user: self.can_see(user, name, plain))

    def can_see(self, user: int, event: str, payload: Payload) -> bool:
        channel = payload.get("channel_id") or (payload.get("id") if event.startswith("CHANNEL_") else None)
        if channel is not None and int(channel) in self.channels:
            return bool(channel_accessible(self, int(channel), user))
        guild = payload.get("guild_id") or (payload.get("id") if event.startswith("GUILD_") else None)
        if guild is None:
            return user == int(self.bot_user.id)
        known = self.guilds.get(int(guild))
        return known is None or user in known.members

    def _whisper(self, event: str, message: Any, payload: Payload) -> None:
        """An ephemeral message exists only for the person who caused it; the bot hears nothing on the gateway."""
        person = int(message.interaction_metadata["user"]["id"])
        self.on_user_event(event, self.snapshot(payload), lambda user: user == person)

    # -------------------------------------------------------------- messages

    @contextmanager
    def nonce(self, value: int | str | None) -> Iterator[None]:
        """Messages created within carry this nonce in their event."""
        self._nonce = value
        try:
            yield
        finally:
            self._nonce = None

    def prepare_message(self, channel_id: int, *args: Any, **fields: Any) -> Any:
        if metadata := fields.get("interaction_metadata"):
            fields["interaction_metadata"] = self._metadata(int(metadata["id"]))
        return super().prepare_message(channel_id, *args, **fields)

    def _metadata(self, interaction: int) -> Payload:
        """What a message says about the interaction behind it."""
        record = self.interactions[interaction]
        about: Payload = {
            "id": str(record.id),
            "type": int(record.type),
            "user": self.user_payload(record.user_id),
            "authorizing_integration_owners": {"0": str(record.guild_id or 0)},
        }
        if record.command_name is not None:
            about |= {"name": record.command_name, "command_type": record.command_type}
        if record.target_type == MESSAGE_MENU:
            about["target_message_id"] = str(record.target_id)
        if record.type == COMPONENT:
            about["interacted_message_id"] = str(record.source_message_id)
        if record.type == MODAL_SUBMIT:
            about["triggering_interaction_metadata"] = self._metadata(self.modal_openers[record.id])
        return about

    def commit_message(self, message: Any, *, broadcast: bool = True) -> Any:
        message = super().commit_message(message, broadcast=broadcast)
        if message.is_ephemeral:
            self._whisper("MESSAGE_CREATE", message, self.message_payload(message))
        return message

    def edit_message(self, channel_id: int, message_id: int, fields: Payload) -> Any:
        was_loading = bool(self.get_message(channel_id, message_id).flags & LOADING)
        self._completing = message_id if was_loading else None
        try:
            message = super().edit_message(channel_id, message_id, fields)
        finally:
            self._completing = None
        if was_loading:
            message.edited_timestamp = None
        if message.is_ephemeral:
            self._whisper("MESSAGE_UPDATE", message, self.message_payload(message))
        return message

    def delete_message(self, channel_id: int, message_id: int) -> None:
        message = self.get_message(channel_id, message_id)
        super().delete_message(channel_id, message_id)
        self._payloads.pop(message_id, None)
        if message.is_ephemeral:
            self._whisper("MESSAGE_DELETE", message, {"id": str(message_id), "channel_id": str(channel_id)})

    def message_payload(self, message: Any, *, for_user: int | None = None) -> Payload:
        """As Discord shows it. Kept while nothing changes, for waiters look often: do not change what is inside."""
        if message.reactions or message.reference or message.poll:  # these depend on the viewer or on other messages
            return self._fresh_payload(message, for_user)
        state = (message.edited_timestamp, message.flags, message.pinned)
        kept = self._payloads.get(message.id)
        if kept is None or kept[0] != state:
            kept = self._payloads[message.id] = (state, self._fresh_payload(message, None))
        return dict(kept[1])

    def _fresh_payload(self, message: Any, for_user: int | None) -> Payload:
        payload = dict(self.snapshot(serializers.message_payload(self, message, for_user=for_user)))
        _name_the_pinged(payload, message)
        return payload

    def find_message(self, message_id: int) -> Any:
        """The stored message, wherever it is; None where there is none."""
        return next((store[message_id] for store in self.messages.values() if message_id in store), None)

    # ---------------------------------------------------------- interactions

    def new_interaction(self, type: int, channel_id: int, user_id: int, guild_id: int | None) -> Any:
        record = super().new_interaction(type, channel_id, user_id, guild_id)
        del self.interaction_tokens[record.token]
        record.token = secrets.token_urlsafe(96)
        self.interaction_tokens[record.token] = record.id
        return record

    def interaction_by_token(self, token: str) -> Any:
        record = self.interactions.get(self.interaction_tokens.get(token, 0))
        if record is not None and self.now_iso() >= record.expires_at:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if record is None or not record.responded:
            raise unknown_webhook()  # 10015, also before the first answer
        return record

    def open_interaction(
        self, kind: int, user: int, channel_id: int, data: Payload, source: Any = None
    ) -> tuple[Any, Payload]:
        """A new interaction and its payload, not sent yet. ``source`` is the message pressed or listed."""
        guild_id = self.get_channel(channel_id).guild_id
        record, payload = simcord_interactions.base_payload(
            self, type=kind, channel_id=channel_id, guild_id=guild_id, user_id=user, data=data
        )
        payload["attachment_size_limit"] = UPLOAD_LIMIT
        payload["authorizing_integration_owners"] = {"0": str(guild_id or 0)}
        if source is not None:
            record.source_message_id = source.id
            payload["message"] = self.message_payload(source)
        return record, payload

    # -------------------------------------------------------------- commands

    def register_commands(self, guild_id: int | None, payloads: list[Payload]) -> list[Payload]:
        commands: list[Payload] = super().register_commands(guild_id, payloads)
        for command in commands:
            command["version"] = str(self.snowflake())
            command.setdefault("nsfw", False)
            command.setdefault("contexts", None)
            command["integration_types"] = command.get("integration_types") or [0]
            if command["default_member_permissions"] is not None:
                command["default_member_permissions"] = str(command["default_member_permissions"])
        return commands

    # ------------------------------------------------------------------ REST

    def answer(
        self, method: str, path: str, body: Any, query: dict[str, str], files: list[Any], reason: str | None
    ) -> Any:
        """What Discord would answer, as plain JSON (None for 204). Raises ApiError."""
        try:
            return self.snapshot(dispatch(self, method, path, json=body, params=query, files=files, reason=reason))
        except (RouteNotImplemented, UnsupportedField) as error:
            log.error("the playground's Discord lacks this: %s", error.message)
            raise
        except BackendError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("%s %s has a body that cannot be read: %r", method, path, error)
            raise ApiError(400, 50035, f"Invalid Form Body: {error!r}") from error

    # -------------------------------------------------------------- payloads

    def user_payload(self, user: int) -> Payload:
        return dict(serializers.user_payload(self.get_user(user)))

    def member_payload(self, guild_id: int, user: int) -> Payload:
        guild = self.get_guild(guild_id)
        return dict(serializers.member_payload(self, guild, guild.members[user], with_user=False))

    def role_payload(self, guild_id: int, role: int) -> Payload:
        return dict(serializers.role_payload(self.get_role(guild_id, role)))

    def channel_payload(self, channel_id: int) -> Payload:
        return dict(serializers.channel_payload(self, self.get_channel(channel_id)))

    def guild_payload(self, guild_id: int) -> Payload:
        payload: Payload = self.snapshot(serializers.guild_create_payload(self, self.get_guild(guild_id)))
        self._mark_restricted(payload)
        return payload

    def _mark_restricted(self, payload: Payload) -> None:
        for channel in payload.get("channels") or [payload]:
            if int(channel.get("id") or 0) in self.age_restricted:
                channel["nsfw"] = True

    def accessible(self, channel_id: int, user: int) -> bool:
        return bool(channel_accessible(self, channel_id, user))

    def prune_guild(self, payload: Payload, declared: Any) -> None:
        simcord_intents.prune_guild_create(payload, declared, self.bot_user.id)

    def censor(self, payload: Payload) -> None:
        simcord_intents.censor_message(payload, self.bot_user.id, backend=self)


def needed_intent(event: str, payload: Payload) -> str | None:
    """The intent without which a bot does not hear of ``event``; None where everyone does."""
    intent: str | None = simcord_intents.required_intent(event, payload)
    return intent


def _name_the_pinged(payload: Payload, message: Any) -> None:
    """simcord lists all who are named, each time; Discord those whom allowed_mentions lets be pinged, once."""
    named = {user["id"]: user for user in payload["mentions"]}
    payload["mentions"] = [named[str(user)] for user in message.ping_user_ids if str(user) in named]
