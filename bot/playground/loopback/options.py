"""Slash command options, checked as Discord's client checks them and put into the shape of an interaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from .refusal import LoopbackRefused

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
INTEGER_LIMIT = 2**53 - 1
KINDS = {USER: "user", CHANNEL: "channel", ROLE: "role", MENTIONABLE: "mentionable", ATTACHMENT: "attachment"}

Kind = Literal["user", "channel", "role", "mentionable", "attachment"]
Resolve = Callable[[str, object], str]  # (kind, what the person chose) -> id; adds to "resolved" on its way


def find_leaf(commands: list[dict[str, Any]], path: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The command and the steps below it for a path as typed: ``"imagine"``, ``"notes add"``."""
    first, *rest = path.split()
    root = next((item for item in commands if item["name"] == first and item["type"] == SUBCOMMAND), None)
    if root is None:
        raise LoopbackRefused(f"There is no command /{first} for you here.")
    steps: list[dict[str, Any]] = []
    node = root
    for name in rest:
        below = (item for item in node.get("options", ()) if item["type"] in (SUBCOMMAND, GROUP))
        found = next((item for item in below if item["name"] == name), None)
        if found is None:
            raise LoopbackRefused(f"/{root['name']} has no subcommand {name}.")
        steps.append(found)
        node = found
    if any(item["type"] in (SUBCOMMAND, GROUP) for item in node.get("options", ())):
        raise LoopbackRefused(f"/{path} needs one of its subcommands.")
    return root, steps


def fill(
    path: str,
    declared: list[dict[str, Any]],
    given: Mapping[str, object],
    resolve: Resolve,
    *,
    focused: str | None = None,
) -> list[dict[str, Any]]:
    """The ``options`` of an interaction. With ``focused`` (autocomplete) unfinished values are let through."""
    specs = {item["name"]: item for item in declared}
    for name in given:
        if name not in specs:
            raise LoopbackRefused(f"/{path} has no option {name}.")
    filled = []
    for name, spec in specs.items():
        if name not in given or given[name] is None:
            if spec.get("required") and focused is None:
                raise LoopbackRefused(f"/{path} needs the option {name}.")
            continue
        value = given[name]
        option: dict[str, Any] = {"name": name, "type": spec["type"]}
        if focused is None:
            option["value"] = _value(spec, value, resolve)
        elif spec["type"] == ATTACHMENT:
            continue
        else:
            option["value"] = str(value) if spec["type"] in KINDS else value
        if name == focused:
            option["focused"] = True
        filled.append(option)
    return filled


def nest(steps: list[dict[str, Any]], leaf: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for step in reversed(steps):
        leaf = [{"name": step["name"], "type": step["type"], "options": leaf}]
    return leaf


def _value(spec: dict[str, Any], value: object, resolve: Resolve) -> object:
    kind, name = spec["type"], spec["name"]
    if kind in KINDS:
        return resolve(KINDS[kind], value)
    if kind == STRING:
        _check_text(spec, value)
    elif kind == BOOLEAN:
        if not isinstance(value, bool):
            raise LoopbackRefused(f"{name} must be true or false.")
    else:
        _check_number(spec, value)
    choices = spec.get("choices")
    if choices and not spec.get("autocomplete") and value not in [choice["value"] for choice in choices]:
        raise LoopbackRefused(f"{name} must be one of its choices.")
    return value


def _check_text(spec: dict[str, Any], value: object) -> None:
    name = spec["name"]
    if not isinstance(value, str) or not value.strip():
        raise LoopbackRefused(f"{name} must be some text.")
    shortest, longest = spec.get("min_length", 0), spec.get("max_length", 6000)
    if not shortest <= len(value) <= longest:
        raise LoopbackRefused(f"{name} must be {shortest} to {longest} characters long.")


def _check_number(spec: dict[str, Any], value: object) -> None:
    name = spec["name"]
    whole = spec["type"] == INTEGER
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        raise LoopbackRefused(f"{name} must be a {'whole ' if whole else ''}number.")
    lowest, highest = spec.get("min_value", -INTEGER_LIMIT), spec.get("max_value", INTEGER_LIMIT)
    if not lowest <= value <= highest:
        raise LoopbackRefused(f"{name} must be between {lowest} and {highest}.")
