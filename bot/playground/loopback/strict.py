"""What Discord refuses and simcord lets pass: the form of commands, choices, uploads and nonces."""

from __future__ import annotations

import re
from typing import Any

from .simcord_adapter import ApiError
from .wire import Incoming, message_part

# https://discord.com/developers/docs/interactions/application-commands#application-command-object
CHAT_INPUT = 1
COMMAND_LIMITS = {1: 100, 2: 15, 3: 15}  # by command type: slash, user menu, message menu
SLASH_NAME = re.compile(r"[-_'\w]{1,32}")
SUBCOMMANDS = (1, 2)
FILES_A_MESSAGE = 10
NONCE_LENGTH = 25
CHOICES = 25


def invalid(where: str, what: str) -> ApiError:
    """Discord's 50035 with its nested ``errors``, so that discord.py prints the place."""
    nested: dict[str, Any] = {"_errors": [{"code": "INVALID", "message": what}]}
    for key in reversed(where.split(".")):
        nested = {key: nested}
    return ApiError(400, 50035, "Invalid Form Body", errors=nested)


def check(method: str, path: str, incoming: Incoming) -> None:
    """Raises ApiError as Discord would. Says nothing about what simcord checks itself."""
    incoming.refuse_large()
    body = incoming.body
    if re.fullmatch(r"/applications/\d+(/guilds/\d+)?/commands", path) and method in ("PUT", "POST"):
        check_commands(body if isinstance(body, list) else [body])
    if path.endswith("/callback") and isinstance(body, dict) and body.get("type") == 8:
        check_choices((body.get("data") or {}).get("choices") or [], "data.choices")
    if "/messages" in path or path.startswith(("/webhooks/", "/interactions/")):
        check_message(method, message_part(body), incoming)


def check_message(method: str, message: dict[str, Any], incoming: Incoming) -> None:
    if len(incoming.uploads) > FILES_A_MESSAGE:
        raise invalid("files", f"Must be {FILES_A_MESSAGE} or fewer in length.")
    attachments = message.get("attachments") or []
    if len(attachments) > FILES_A_MESSAGE:
        raise invalid("attachments", f"Must be {FILES_A_MESSAGE} or fewer in length.")
    if method == "POST":
        sent = {upload.field.removeprefix("files[").removesuffix("]") for upload in incoming.uploads}
        for index, item in enumerate(attachments):
            if str(item.get("id")) not in sent:
                raise invalid(f"attachments.{index}.id", "There is no file part of this number.")
    nonce = message.get("nonce")
    if isinstance(nonce, str) and len(nonce) > NONCE_LENGTH:
        raise invalid("nonce", f"Must be {NONCE_LENGTH} or fewer in length.")


def check_choices(choices: list[dict[str, Any]], where: str) -> None:
    if len(choices) > CHOICES:
        raise invalid(where, f"Must be {CHOICES} or fewer in length.")
    for index, choice in enumerate(choices):
        name, value = choice.get("name"), choice.get("value")
        if not isinstance(name, str) or not 1 <= len(name) <= 100:
            raise invalid(f"{where}.{index}.name", "Must be between 1 and 100 in length.")
        if value is None or (isinstance(value, str) and not 1 <= len(value) <= 100):
            raise invalid(f"{where}.{index}.value", "Must be between 1 and 100 in length.")


def check_commands(commands: list[dict[str, Any]]) -> None:
    seen: set[tuple[int, str]] = set()
    counts = dict.fromkeys(COMMAND_LIMITS, 0)
    for index, command in enumerate(commands):
        kind = command.get("type") or CHAT_INPUT
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > COMMAND_LIMITS.get(kind, 1):
            raise ApiError(400, 30032, f"Maximum number of application commands reached ({COMMAND_LIMITS[kind]}).")
        if (kind, command.get("name", "")) in seen:
            raise invalid(f"{index}.name", "Application command names must be unique.")
        seen.add((kind, command.get("name", "")))
        if kind == CHAT_INPUT:
            _check_named(command, str(index))
            _check_options(command.get("options") or [], f"{index}.options")
        elif not 1 <= len(command.get("name") or "") <= 32:
            raise invalid(f"{index}.name", "Must be between 1 and 32 in length.")


def _check_named(item: dict[str, Any], where: str) -> None:
    name, description = item.get("name"), item.get("description")
    if not isinstance(name, str) or not SLASH_NAME.fullmatch(name) or name != name.lower():
        raise invalid(f"{where}.name", "Command name is invalid.")
    if not isinstance(description, str) or not 1 <= len(description) <= 100:
        raise invalid(f"{where}.description", "Must be between 1 and 100 in length.")


def _check_options(options: list[dict[str, Any]], where: str) -> None:
    if len(options) > 25:
        raise invalid(where, "Must be 25 or fewer in length.")
    optional_seen = False
    names: set[str] = set()
    for index, option in enumerate(options):
        place = f"{where}.{index}"
        _check_named(option, place)
        if option["name"] in names:
            raise invalid(f"{place}.name", "Option names must be unique.")
        names.add(option["name"])
        check_choices(option.get("choices") or [], f"{place}.choices")
        if option.get("choices") and option.get("autocomplete"):
            raise invalid(f"{place}.choices", "An option with autocomplete cannot have choices.")
        if option.get("type") in SUBCOMMANDS:
            _check_options(option.get("options") or [], f"{place}.options")
        elif option.get("required") and optional_seen:
            raise invalid(place, "Required options must be placed before non-required options.")
        else:
            optional_seen = optional_seen or not option.get("required")
