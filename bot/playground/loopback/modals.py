"""Filling in a modal: what was typed, checked and put into the shape of a submission."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .options import Resolve
from .refusal import LoopbackRefused

ACTION_ROW, TEXT_INPUT, TEXT, LABEL = 1, 4, 10, 18
STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 3, 5, 6, 7, 8
FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 19, 21, 22, 23
ENTITIES = {USER_SELECT: "user", ROLE_SELECT: "role", MENTIONABLE_SELECT: "mentionable", CHANNEL_SELECT: "channel"}


def submission(modal: dict[str, Any], values: Mapping[str, object], resolve: Resolve) -> list[dict[str, Any]]:
    """The ``components`` of a modal submission. ``values`` by custom id: text, a list, a truth value, files."""
    controls = {item["custom_id"] for item in _controls(modal["components"])}
    for name in values:
        if name not in controls:
            raise LoopbackRefused(f"This form has no field {name}.")
    return [_node(item, values, resolve) for item in modal["components"]]


def _controls(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for item in components:
        if item["type"] == LABEL:
            found.append(item["component"])
        elif item["type"] == ACTION_ROW:
            found += item["components"]
    return found


def _node(item: dict[str, Any], values: Mapping[str, object], resolve: Resolve) -> dict[str, Any]:
    shell = {"type": item["type"], "id": item.get("id", 0)}
    if item["type"] == TEXT:
        return shell
    if item["type"] == LABEL:
        return {**shell, "component": _control(item["component"], item["label"], values, resolve)}
    return {**shell, "components": [_control(child, _label(child), values, resolve) for child in item["components"]]}


def _label(control: dict[str, Any]) -> str:
    return str(control.get("label") or control["custom_id"])


def _control(control: dict[str, Any], label: str, values: Mapping[str, object], resolve: Resolve) -> dict[str, Any]:
    kind, name = control["type"], control["custom_id"]
    answer: dict[str, Any] = {"type": kind, "id": control.get("id", 0), "custom_id": name}
    value = values.get(name, _preset(control))
    required = control.get("required", True)
    if kind == CHECKBOX:
        if not isinstance(value, bool):
            raise LoopbackRefused(f"{label} is either ticked or not.")
        return {**answer, "value": value}
    if kind == TEXT_INPUT:
        return {**answer, "value": _text(control, label, value, required)}
    if kind == RADIO_GROUP:
        if value is None and required:
            raise LoopbackRefused(f"{label} is required.")
        if value is not None and value not in [option["value"] for option in control["options"]]:
            raise LoopbackRefused(f"{label} must be one of its options.")
        return {**answer, "value": value}
    return {**answer, "values": _many(control, label, value, required, resolve)}


def _preset(control: dict[str, Any]) -> Any:
    """What the form holds before anyone touches it."""
    kind = control["type"]
    if kind == TEXT_INPUT:
        return control.get("value") or ""
    if kind == CHECKBOX:
        return control.get("default", False)
    chosen = [option["value"] for option in control.get("options") or () if option.get("default")]
    if kind == RADIO_GROUP:
        return chosen[0] if chosen else None
    return chosen or [item["id"] for item in control.get("default_values") or ()]


def _text(control: dict[str, Any], label: str, value: object, required: bool) -> str:
    if not isinstance(value, str):
        raise LoopbackRefused(f"{label} must be some text.")
    if required and not value:
        raise LoopbackRefused(f"{label} is required.")
    shortest, longest = control.get("min_length") or 0, control.get("max_length") or 4000
    if value and not shortest <= len(value) <= longest:
        raise LoopbackRefused(f"{label} must be {shortest} to {longest} characters long.")
    return value


def _many(control: dict[str, Any], label: str, value: object, required: bool, resolve: Resolve) -> list[str]:
    if not isinstance(value, list | tuple):
        raise LoopbackRefused(f"{label} takes a list.")
    kind = control["type"]
    options = [option["value"] for option in control.get("options") or ()]
    fewest = 1 if control.get("min_values") is None else control["min_values"]
    most = control.get("max_values") or (len(options) if kind == CHECKBOX_GROUP else 1)
    if required and not value and fewest:
        raise LoopbackRefused(f"{label} is required.")
    if value and not fewest <= len(value) <= most:
        raise LoopbackRefused(f"{label} takes {fewest} to {most} items.")
    if kind in ENTITIES:
        return [resolve(ENTITIES[kind], item) for item in value]
    if kind == FILE_UPLOAD:
        return [resolve("attachment", item) for item in value]
    if any(item not in options for item in value):
        raise LoopbackRefused(f"{label} must be among its options.")
    return [str(item) for item in value]
