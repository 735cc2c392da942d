"""Names each internal of simcord that the adapter relies upon. Fails first when a new version moves one."""

import importlib
import importlib.metadata
import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from bot.playground.loopback.cdn import Cdn
from bot.playground.loopback.simcord_adapter import DiscordState

PINNED = "3.2.1"

INTERNALS = {
    "simcord._clock.Clock": ["self"],
    "simcord._clock.Clock.now": ["self"],
    "simcord._clock.Clock.advance": ["self", "seconds"],
    "simcord.backend.Backend": ["self", "clock"],
    "simcord.backend.Backend.emit": ["self", "event", "payload"],
    "simcord.backend.Backend.commit_message": ["self", "message", "broadcast"],
    "simcord.backend.Backend.edit_message": ["self", "channel_id", "message_id", "fields"],
    "simcord.backend.Backend.delete_message": ["self", "channel_id", "message_id"],
    "simcord.backend.Backend.new_interaction": ["self", "type", "channel_id", "user_id", "guild_id"],
    "simcord.backend.Backend.interaction_by_token": ["self", "token"],
    "simcord.backend.Backend.register_commands": ["self", "guild_id", "payloads"],
    "simcord.backend.Backend.visible_commands": ["self", "user_id", "channel_id", "type"],
    "simcord.backend.Backend.require_permissions": ["self", "guild_id", "user_id", "channel_id", "names"],
    "simcord.backend.Backend.compute_permissions": ["self", "guild_id", "user_id", "channel_id"],
    "simcord.backend.Backend.set_reaction": ["self", "channel_id", "message_id", "emoji", "user_id", "reacted"],
    "simcord.backend.Backend.create_message": ["self", "channel_id", "author_id", "content"],
    "simcord.backend.Backend.create_guild": ["self", "name", "id", "owner_id"],
    "simcord.backend.Backend.create_channel": ["self", "guild_id", "name", "type", "overwrites"],
    "simcord.backend.Backend.edit_channel": ["self", "channel_id", "changes"],
    "simcord.backend.Backend.create_role": ["self", "guild_id", "name", "permissions"],
    "simcord.backend.Backend.add_member": ["self", "guild_id", "user_id", "roles"],
    "simcord.backend.Backend.remove_member": ["self", "guild_id", "user_id"],
    "simcord.backend.Backend.make_user": ["self", "name"],
    "simcord.backend.Backend.get_dm_channel": ["self", "user_id"],
    "simcord.backend.Backend.get_message": ["self", "channel_id", "message_id"],
    "simcord.backend.Backend.get_channel": ["self", "channel_id"],
    "simcord.backend.Backend.get_guild": ["self", "guild_id"],
    "simcord.backend.Backend.get_role": ["self", "guild_id", "role_id"],
    "simcord.backend.Backend.get_user": ["self", "user_id"],
    "simcord.backend.Backend.advance_clock": ["self", "seconds"],
    "simcord.backend.Backend.now_iso": ["self"],
    "simcord.backend.Backend.snowflake": ["self"],
    "simcord.backend.access.channel_accessible": ["backend", "channel_id", "viewer_id"],
    "simcord.backend.errors.BackendError": ["self", "status", "code", "message", "errors"],
    "simcord.backend.errors.BackendError.to_json": ["self"],
    "simcord.backend.errors.unknown_webhook": [],
    "simcord.backend.cdn.CdnStore.store_attachment": [
        "self", "attachment_id", "channel_id", "filename", "data", "description",
    ],
    "simcord.backend.cdn.CdnStore.get": ["self", "url"],
    "simcord.backend.serializers.message_payload": ["backend", "message", "for_user"],
    "simcord.backend.serializers.user_payload": ["user"],
    "simcord.backend.serializers.member_payload": ["backend", "guild", "member", "with_user"],
    "simcord.backend.serializers.role_payload": ["role"],
    "simcord.backend.serializers.channel_payload": ["backend", "channel"],
    "simcord.backend.serializers.guild_create_payload": ["backend", "guild"],
    "simcord.http.router.dispatch": ["backend", "method", "path", "json", "params", "files", "reason"],
    "simcord.http.router.RouteNotImplemented": ["self", "method", "path"],
    "simcord.http.router.UnsupportedField": ["self", "method", "path", "fields"],
    "simcord.interactions.base_payload": ["backend", "type", "channel_id", "guild_id", "user_id", "data"],
    "simcord.intents.required_intent": ["event", "payload"],
    "simcord.intents.prune_guild_create": ["payload", "intents", "bot_id"],
    "simcord.intents.censor_message": ["payload", "bot_id", "backend"],
}  # fmt: skip

STORES = (
    "users", "guilds", "channels", "messages", "dm_channels", "commands", "interactions", "interaction_tokens",
    "http_requests", "transcript", "cdn", "clock", "bot_user", "application_id",
)  # fmt: skip

FIELDS = {
    "Interaction": [
        "id", "token", "channel_id", "user_id", "expires_at", "responded", "message_id", "source_message_id",
        "modal", "modal_consumed", "autocomplete_choices",
    ],
    "Message": ["id", "channel_id", "author_id", "flags", "components", "edited_timestamp", "interaction_metadata",
                "ping_user_ids", "snapshots"],
    "Guild": ["id", "owner_id", "roles", "members"],
    "Channel": ["id", "guild_id", "recipient_ids", "topic"],
    "Overwrite": ["target_id", "type", "allow", "deny"],
    "Role": ["permissions", "managed", "color", "hoist", "mentionable"],
    "User": ["id", "name"],
}  # fmt: skip


def look_up(name: str) -> Any:
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise AssertionError(name)


def test_the_version_is_the_pinned_one() -> None:
    assert importlib.metadata.version("simcord") == PINNED


@pytest.mark.parametrize("name", INTERNALS)
def test_the_internal_is_there(name: str) -> None:
    found = look_up(name)
    signature = inspect.signature(found.__init__ if inspect.isclass(found) else found)
    missing = [parameter for parameter in INTERNALS[name] if parameter not in signature.parameters]
    assert not missing, f"{name}{signature} lacks {missing}"


@pytest.mark.parametrize("model", FIELDS)
def test_the_records_have_their_fields(model: str) -> None:
    fields = look_up(f"simcord.backend.models.{model}").__dataclass_fields__
    assert set(FIELDS[model]) <= set(fields)


def test_the_stores_are_there() -> None:
    state = DiscordState(Cdn(), bot_name="Inkling")
    assert [name for name in STORES if not hasattr(state, name)] == []


def test_routes_register_themselves_on_import() -> None:
    look_up("simcord.http.routes")
    assert {"GET", "POST", "PUT", "PATCH", "DELETE"} <= set(look_up("simcord.http.router._ROUTES"))


def test_only_the_adapter_imports_simcord() -> None:
    bot = Path(__file__).resolve().parents[3] / "bot"
    wording = re.compile(r"^\s*(from|import) simcord\b", re.MULTILINE)
    importing = {path.name for path in bot.rglob("*.py") if wording.search(path.read_text(encoding="utf-8"))}
    assert importing == {"simcord_adapter.py"}
