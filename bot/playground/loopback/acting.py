"""What a person does to the bot: commands, buttons, selects, forms, menus."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from . import modals
from .options import fill, find_leaf, nest
from .refusal import LoopbackRefused
from .talking import File, Talking

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
BUTTON, LINK, PREMIUM = 2, 5, 6


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component with those inside it."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        yield from walk([component[key] for key in ("accessory", "component") if component.get(key)])


class Resolving:
    """Turns what a person chose into ids, and collects the ``resolved`` objects that travel with them."""

    def __init__(self, talking: Talking, user: int, channel: int) -> None:
        self._talking, self._user, self._channel = talking, user, channel
        self._state = talking.state
        self.resolved: dict[str, dict[str, Any]] = {}

    def __call__(self, kind: str, chosen: object) -> str:
        if kind == "attachment":
            return self._attach(chosen)
        if isinstance(chosen, bool) or not isinstance(chosen, int | str) or not str(chosen).isdecimal():
            raise LoopbackRefused(f"Choose a {kind} by its id.")
        number = int(chosen)
        guild_id = self._state.get_channel(self._channel).guild_id
        if kind == "channel":
            self._add_channel(number)
        elif kind in ("user", "mentionable") and number in self._state.users:
            self._add("users", number, self._state.user_payload(number))
            if guild_id is not None and number in self._state.get_guild(guild_id).members:
                self._add("members", number, self._state.member_payload(guild_id, number))
        elif kind in ("role", "mentionable") and guild_id and number in self._state.get_guild(guild_id).roles:
            self._add("roles", number, self._state.role_payload(guild_id, number))
        else:
            raise LoopbackRefused(f"There is no such {kind} here.")
        return str(number)

    def _add(self, group: str, number: int, payload: dict[str, Any]) -> None:
        self.resolved.setdefault(group, {})[str(number)] = payload

    def _add_channel(self, number: int) -> None:
        if number not in self._state.channels or not self._state.accessible(number, self._user):
            raise LoopbackRefused("There is no such channel here.")
        payload = self._state.channel_payload(number)
        guild_id = self._state.get_channel(number).guild_id
        permissions = self._state.compute_permissions(guild_id, self._user, number) if guild_id else 0
        self._add("channels", number, payload | {"permissions": str(permissions)})

    def _attach(self, chosen: object) -> str:
        if not isinstance(chosen, tuple) or len(chosen) != 2:
            raise LoopbackRefused("A file is given as its name and its bytes.")
        self._talking._checked([chosen])
        attachment = self._talking._upload(self._channel, chosen) | {"ephemeral": True}
        self._add("attachments", int(attachment["id"]), attachment)
        return str(attachment["id"])


class Acting(Talking):
    def commands(self, user: int, channel: int) -> list[dict[str, Any]]:
        """The commands and menus that this person finds in this channel, as registered."""
        if not self.state.accessible(channel, user):
            return []
        kinds = (CHAT_INPUT, USER_MENU, MESSAGE_MENU)
        visible = [self.state.visible_commands(user_id=user, channel_id=channel, type=kind) for kind in kinds]
        plain: list[dict[str, Any]] = self.state.snapshot([command for group in visible for command in group])
        return plain

    async def slash(
        self,
        user: int,
        channel: int,
        path: str,
        options: Mapping[str, object] | None = None,
        files: Mapping[str, File] | None = None,
    ) -> int:
        """Runs ``path`` ("imagine", "notes add"); the id of the interaction."""
        root, steps = find_leaf(self.commands(user, channel), path)
        resolving = Resolving(self, user, channel)
        given = {**(options or {}), **(files or {})}
        leaf = fill(path, (steps or [root])[-1].get("options") or [], given, resolving)
        data = _command(root, nest(steps, leaf), resolving.resolved)
        return self._run(COMMAND, user, channel, data, name=" ".join(path.split()))

    async def autocomplete(
        self,
        user: int,
        channel: int,
        path: str,
        options: Mapping[str, object],
        focused: str,
        timeout: float = 3.0,
    ) -> list[dict[str, Any]]:
        """The choices that the bot offers for ``focused`` as filled in so far."""
        root, steps = find_leaf(self.commands(user, channel), path)
        declared = (steps or [root])[-1].get("options") or []
        if not any(item["name"] == focused and item.get("autocomplete") for item in declared):
            raise LoopbackRefused(f"{focused} offers no suggestions.")
        resolving = Resolving(self, user, channel)
        leaf = fill(path, declared, {focused: "", **options}, resolving, focused=focused)
        record, payload = self.state.open_interaction(
            AUTOCOMPLETE, user, channel, _command(root, nest(steps, leaf), {})
        )
        choices = self.ledger.expect_choices(record.id)
        self.state.emit("INTERACTION_CREATE", payload)
        try:
            return await asyncio.wait_for(choices, timeout)
        except TimeoutError:
            raise LoopbackRefused("Loading options failed.") from None

    async def press(self, user: int, message_id: int, custom_id: str) -> int:
        message, button = self._component(user, message_id, custom_id)
        if button["type"] != BUTTON or button["style"] in (LINK, PREMIUM):
            raise LoopbackRefused("That is not a button to press.")
        return self._use(user, message, button, {})

    async def select(self, user: int, message_id: int, custom_id: str, values: Sequence[object]) -> int:
        """Chooses from a menu: option values, or ids in a user, role or channel menu."""
        message, menu = self._component(user, message_id, custom_id)
        fewest, most = menu.get("min_values", 1), menu.get("max_values", 1)
        if not fewest <= len(values) <= most or len(set(values)) != len(values):
            raise LoopbackRefused(f"Choose {fewest} to {most} different items.")
        if menu["type"] in modals.ENTITIES:
            resolving = Resolving(self, user, message.channel_id)
            chosen = [resolving(modals.ENTITIES[menu["type"]], value) for value in values]
            return self._use(user, message, menu, {"values": chosen, "resolved": resolving.resolved})
        if menu["type"] != modals.STRING_SELECT:
            raise LoopbackRefused("That is not a menu to choose from.")
        if any(value not in [option["value"] for option in menu["options"]] for value in values):
            raise LoopbackRefused("Choose from what the menu offers.")
        return self._use(user, message, menu, {"values": list(values)})

    async def submit_modal(self, user: int, modal_id: int, values: Mapping[str, object]) -> int:
        """Sends the form that interaction ``modal_id`` opened; fields not named keep what they held."""
        opener = self.state.interactions.get(modal_id)
        if opener is None or opener.user_id != user or opener.modal is None or opener.modal_consumed:
            raise LoopbackRefused("There is no such form open for you.")
        resolving = Resolving(self, user, opener.channel_id)
        data: dict[str, Any] = {
            "custom_id": opener.modal["custom_id"],
            "components": modals.submission(opener.modal, values, resolving),
        }
        if resolving.resolved:
            data["resolved"] = resolving.resolved
        source = self.state.find_message(opener.source_message_id) if opener.source_message_id else None
        interaction = self._run(MODAL_SUBMIT, user, opener.channel_id, data, source, opener=modal_id)
        opener.modal_consumed = True
        return interaction

    async def context_menu(self, user: int, message_id: int, name: str) -> int:
        """Chooses ``name`` from the menu on a message."""
        message = self._visible(user, message_id)
        listed = self.commands(user, message.channel_id)
        menu = next((item for item in listed if item["type"] == MESSAGE_MENU and item["name"] == name), None)
        if menu is None or message.is_ephemeral:
            raise LoopbackRefused(f"There is no {name} in this message's menu.")
        resolved = {"messages": {str(message_id): self.state.message_payload(message)}}
        data = _command(menu, None, resolved) | {"target_id": str(message_id)}
        return self._run(COMMAND, user, message.channel_id, data)

    # ---------------------------------------------------------------- shared

    def _component(self, user: int, message_id: int, custom_id: str) -> tuple[Any, dict[str, Any]]:
        message = self._visible(user, message_id)
        found = [item for item in walk(message.components) if item.get("custom_id") == custom_id]
        if not found:
            raise LoopbackRefused(f"This message has no {custom_id}.")
        if found[0].get("disabled"):
            raise LoopbackRefused("That is greyed out.")
        return message, found[0]

    def _use(self, user: int, message: Any, component: dict[str, Any], extra: dict[str, Any]) -> int:
        data = {"custom_id": component["custom_id"], "component_type": component["type"], "id": component.get("id", 0)}
        return self._run(COMPONENT, user, message.channel_id, data | extra, message)

    def _run(
        self,
        kind: int,
        user: int,
        channel: int,
        data: dict[str, Any],
        source: Any = None,
        *,
        name: str | None = None,
        opener: int | None = None,
    ) -> int:
        if not self.state.accessible(channel, user):
            raise LoopbackRefused("You cannot see this channel.")
        record, payload = self.state.open_interaction(kind, user, channel, data, source)
        if name is not None:
            record.command_name = name  # with its subcommands, as messages show it
        if opener is not None:
            self.state.modal_openers[record.id] = opener
        self.ledger.opened(record.id, user)
        self.state.emit("INTERACTION_CREATE", payload)
        return int(record.id)


def _command(root: dict[str, Any], filled: list[dict[str, Any]] | None, resolved: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": root["id"], "name": root["name"], "type": root["type"]}
    if filled is not None:
        data["options"] = filled
    if resolved:
        data["resolved"] = resolved
    if "guild_id" in root:
        data["guild_id"] = root["guild_id"]
    return data
