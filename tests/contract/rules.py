"""Discord's rules that its OpenAPI description leaves out. Pure: a request goes in, sentences come out.

https://discord.com/developers/docs/resources/message#create-message-limitations
https://discord.com/developers/docs/components/reference
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

MEGABYTE = 1024 * 1024
CONTENT, EMBED_TOTAL, TEXT_TOTAL, COMPONENTS, NONCE = 2000, 6000, 4000, 40, 25
FILES, FILE_BYTES, REQUEST_BYTES = 10, 10 * MEGABYTE, 25 * MEGABYTE
MODAL_ROWS, LEGACY_ROWS = 5, 5
COMMANDS = {1: 100, 2: 15, 3: 15}  # by type
SLASH_NAME = re.compile(r"[-_'\w]{1,32}")
V2_FLAG = 1 << 15
V2_ONLY = {9, 10, 12, 13, 14, 17}
ACTION_ROW, TEXT_DISPLAY = 1, 10
SUBCOMMAND, GROUP = 1, 2
MESSAGE_CALLBACK, AUTOCOMPLETE_CALLBACK, MODAL_CALLBACK = (4, 7), 8, 9

COMMANDS_ROUTE = re.compile(r"/applications/\d+(/guilds/\d+)?/commands(/\d+)?")
MESSAGE_ROUTES = re.compile(r"/channels/\d+/messages(/\d+)?|/webhooks/\d+/[^/]+(/messages/(@original|\d+))?")
CALLBACK_ROUTE = re.compile(r"/interactions/\d+/[^/]+/callback")


def check(method: str, path: str, body: Any, files: Iterable[Any]) -> Iterator[str]:
    """``files`` have a name, a size in bytes and a field."""
    files = list(files)
    yield from _uploads(files)
    if COMMANDS_ROUTE.fullmatch(path) and method in ("PUT", "POST", "PATCH"):
        yield from _commands(body if isinstance(body, list) else [body])
    elif not isinstance(body, dict):
        return
    elif MESSAGE_ROUTES.fullmatch(path) and method in ("POST", "PATCH"):
        yield from _message(body, files, new=method == "POST")
    elif CALLBACK_ROUTE.fullmatch(path):
        data = body.get("data") or {}
        if body.get("type") in MESSAGE_CALLBACK:
            yield from _message(data, files, new=body["type"] == MESSAGE_CALLBACK[0])
        elif body.get("type") == MODAL_CALLBACK:
            yield from _modal(data)
        elif body.get("type") == AUTOCOMPLETE_CALLBACK:
            yield from _choices(data.get("choices") or [])


def _uploads(files: list[Any]) -> Iterator[str]:
    if len(files) > FILES:
        yield f"{len(files)} files, {FILES} are allowed"
    for file in files:
        if file.size > FILE_BYTES:
            yield f"{file.name} has {file.size} bytes, {FILE_BYTES} are allowed"
    total = sum(file.size for file in files)
    if total > REQUEST_BYTES:
        yield f"files of {total} bytes together, {REQUEST_BYTES} are allowed"


# --------------------------------------------------------------------- messages


def _message(message: dict[str, Any], files: list[Any], *, new: bool) -> Iterator[str]:
    content, embeds = message.get("content") or "", message.get("embeds") or []
    components = message.get("components") or []
    flags = message.get("flags") or 0
    if len(content) > CONTENT:
        yield f"content of {len(content)} characters, {CONTENT} are allowed"
    total = sum(_embed_length(embed) for embed in embeds)
    if total > EMBED_TOTAL:
        yield f"embeds of {total} characters together, {EMBED_TOTAL} are allowed"
    nonce = message.get("nonce")
    if isinstance(nonce, str) and len(nonce) > NONCE:
        yield f"a nonce of {len(nonce)} characters, {NONCE} are allowed"
    others = any(message.get(key) for key in ("poll", "sticker_ids", "message_reference"))
    if new and not (content.strip() or embeds or components or files or others):
        yield "an empty message"
    yield from _attachments(message.get("attachments") or [], files, new=new)
    yield from _layout(components)
    if flags & V2_FLAG:
        if content or embeds or message.get("poll") or message.get("sticker_ids"):
            yield "components v2 next to content, embeds, a poll or stickers"
    elif new and any(item.get("type") in V2_ONLY for item in walk(components)):
        yield "components v2 without their flag"
    elif len(components) > LEGACY_ROWS and not any(item.get("type") in V2_ONLY for item in walk(components)):
        yield f"{len(components)} rows, {LEGACY_ROWS} are allowed"


def _embed_length(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text.strip()) for text in texts if isinstance(text, str))


def _attachments(declared: list[Any], files: list[Any], *, new: bool) -> Iterator[str]:
    sent = {file.field.removeprefix("files[").removesuffix("]") for file in files}
    if len(declared) > FILES:
        yield f"{len(declared)} attachments, {FILES} are allowed"
    for item in declared:
        number = str(item.get("id"))
        if number not in sent and (new or len(number) < 15):  # an edit may name what the message already has
            yield f"attachment {number} has no file part"


def walk(components: Any) -> Iterator[dict[str, Any]]:
    for item in components:
        if isinstance(item, dict):
            yield item
            yield from walk(item.get("components") or [])
            yield from walk([item[key] for key in ("accessory", "component") if item.get(key)])


def _layout(components: list[Any]) -> Iterator[str]:
    every = list(walk(components))
    if len(every) > COMPONENTS:
        yield f"{len(every)} components, {COMPONENTS} are allowed"
    text = sum(len(item.get("content") or "") for item in every if item.get("type") == TEXT_DISPLAY)
    if text > TEXT_TOTAL:
        yield f"text displays of {text} characters together, {TEXT_TOTAL} are allowed"
    yield from _unique(every, "custom_id")
    yield from _unique([item for item in every if item.get("id")], "id")


def _unique(components: list[dict[str, Any]], key: str) -> Iterator[str]:
    seen: set[Any] = set()
    for item in components:
        value = item.get(key)
        if value is not None and value in seen:
            yield f"the {key} {value} occurs twice"
        seen.add(value)


# ----------------------------------------------------------------------- modals


def _modal(modal: dict[str, Any]) -> Iterator[str]:
    rows = modal.get("components") or []
    if len(rows) > MODAL_ROWS:
        yield f"a form of {len(rows)} rows, {MODAL_ROWS} are allowed"
    yield from _unique(list(walk(rows)), "custom_id")


# --------------------------------------------------------------------- commands


def _commands(commands: list[Any]) -> Iterator[str]:
    seen: set[tuple[int, str]] = set()
    for command in commands:
        kind, name = command.get("type") or 1, command.get("name") or ""
        if (kind, name) in seen:
            yield f"two commands named {name}"
        seen.add((kind, name))
        if kind == 1:
            yield from _named(command)
            yield from _options(command.get("options") or [], name)
    for kind, limit in COMMANDS.items():
        count = sum((command.get("type") or 1) == kind for command in commands)
        if count > limit:
            yield f"{count} commands of type {kind}, {limit} are allowed"


def _named(item: dict[str, Any]) -> Iterator[str]:
    name, description = item.get("name"), item.get("description")
    if name is not None and (not SLASH_NAME.fullmatch(name) or name != name.lower()):
        yield f"{name!r} is no name for a command or option"
    if description is not None and not 1 <= len(description) <= 100:
        yield f"{name} has a description of {len(description)} characters, 1 to 100 are allowed"


def _options(options: list[dict[str, Any]], where: str) -> Iterator[str]:
    optional_before = False
    names: set[str] = set()
    for option in options:
        name = option.get("name") or ""
        yield from _named(option)
        yield from _choices(option.get("choices") or [])
        if name in names:
            yield f"{where} has two options named {name}"
        names.add(name)
        if option.get("choices") and option.get("autocomplete"):
            yield f"{where} {name} has choices as well as autocomplete"
        if option.get("type") in (SUBCOMMAND, GROUP):
            yield from _options(option.get("options") or [], f"{where} {name}")
        elif option.get("required") and optional_before:
            yield f"{where} {name} is required but comes after one that is not"
        else:
            optional_before = optional_before or not option.get("required")


def _choices(choices: list[dict[str, Any]]) -> Iterator[str]:
    if len(choices) > 25:
        yield f"{len(choices)} choices, 25 are allowed"
    for choice in choices:
        for key in ("name", "value"):
            text = choice.get(key)
            if isinstance(text, str) and not 1 <= len(text) <= 100:
                yield f"a choice's {key} of {len(text)} characters, 1 to 100 are allowed"
