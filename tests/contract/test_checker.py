"""Negative controls: each of these mistakes must be caught; and what is right must pass."""

from typing import Any

import pytest

from bot.playground.loopback import RecordedFile, RecordedRequest
from tests.contract import checker
from tests.contract.checker import check_request, check_requests

MESSAGES = "/channels/1/messages"
COMMANDS = "/applications/1/commands"
CALLBACK = "/interactions/1/token/callback"
ORIGINAL = "/webhooks/1/token/messages/@original"
MEGABYTE = 1024 * 1024
V2 = 1 << 15


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def button(custom_id: str = "a", label: str = "x") -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": label, "custom_id": custom_id}


def text(content: str = "x") -> dict[str, Any]:
    return {"type": 10, "content": content}


def command(name: str = "ok", description: str = "x", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": description, **more}


def option(name: str = "o", type: int = 3, **more: Any) -> dict[str, Any]:
    return {"type": type, "name": name, "description": "d", **more}


def choices(count: int) -> list[dict[str, str]]:
    return [{"name": str(number), "value": str(number)} for number in range(count)]


def field(custom_id: str) -> dict[str, Any]:
    return row({"type": 4, "custom_id": custom_id, "style": 1, "label": "l"})


def modal(title: str = "x", rows: int = 1) -> dict[str, Any]:
    return {"type": 9, "data": {"title": title, "custom_id": "a", "components": [field(str(n)) for n in range(rows)]}}


def layout(*components: dict[str, Any], flags: int = V2, **more: Any) -> dict[str, Any]:
    return {"flags": flags, "components": list(components), **more}


# What our own rules catch without Discord's description.
BY_RULE: dict[str, tuple[str, str, Any]] = {
    "content of 2001": ("POST", MESSAGES, {"content": "x" * 2001}),
    "content of 2001 in an edit": ("PATCH", MESSAGES + "/1", {"content": "x" * 2001}),
    "content of 2001 in an answer": ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}),
    "content of 2001 in the original": ("PATCH", ORIGINAL, {"content": "x" * 2001}),
    "an empty message": ("POST", MESSAGES, {"content": " "}),
    "embeds of 6001": ("POST", MESSAGES, {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]}),
    "a nonce of 26": ("POST", MESSAGES, {"content": "x", "nonce": "x" * 26}),
    "an attachment without its part": ("POST", MESSAGES, {"content": "x", "attachments": [{"id": 0}]}),
    "an answer's attachment without its part": (
        "POST", CALLBACK, {"type": 4, "data": {"content": "x", "attachments": [{"id": 0}]}},
    ),
    "eleven attachments": ("POST", MESSAGES, {"attachments": [{"id": number} for number in range(11)]}),
    "six legacy rows": ("POST", MESSAGES, {"components": [row(button(str(n))) for n in range(6)]}),
    "41 components": ("POST", MESSAGES, layout(*[text() for _ in range(41)])),
    "41 nested components": (
        "POST", MESSAGES, layout(*[{"type": 17, "components": [text() for _ in range(9)]} for _ in range(5)]),
    ),
    "text of 4001": ("POST", MESSAGES, layout(text("x" * 4000), text())),
    "a custom id twice": ("POST", MESSAGES, {"components": [row(button(), button())]}),
    "a component id twice": ("POST", MESSAGES, layout({**text(), "id": 5}, {**text(), "id": 5})),
    "v2 next to content": ("POST", MESSAGES, layout(text(), content="x")),
    "v2 next to an embed": ("POST", MESSAGES, layout(text(), embeds=[{"title": "x"}])),
    "v2 without its flag": ("POST", MESSAGES, layout(text(), flags=0)),
    "v2 in an answer without its flag": ("POST", CALLBACK, {"type": 4, "data": layout(text(), flags=64)}),
    "a form of six rows": ("POST", CALLBACK, modal(rows=6)),
    "a command name with a blank": ("PUT", COMMANDS, [command("BAD NAME")]),
    "a command name in capitals": ("PUT", COMMANDS, [command("Bad")]),
    "a command name of 33": ("PUT", COMMANDS, [command("a" * 33)]),
    "a description of 101": ("PUT", COMMANDS, [command(description="x" * 101)]),
    "two commands of one name": ("PUT", COMMANDS, [command(), command()]),
    "101 commands": ("PUT", COMMANDS, [command(f"ok{number}") for number in range(101)]),
    "16 message menus": ("PUT", COMMANDS, [{"type": 3, "name": f"Menu {number}"} for number in range(16)]),
    "an option name in capitals": ("PUT", COMMANDS, [command(options=[option("Bad Opt")])]),
    "a subcommand's option name in capitals": (
        "PUT", COMMANDS, [command(options=[option("sub", type=1, options=[option("Bad")])])],
    ),
    "two options of one name": ("PUT", COMMANDS, [command(options=[option(), option()])]),
    "required after optional": ("PUT", COMMANDS, [command(options=[option("a"), option("b", required=True)])]),
    "choices and autocomplete": ("PUT", COMMANDS, [command(options=[option(choices=choices(1), autocomplete=True)])]),
    "26 choices": ("PUT", COMMANDS, [command(options=[option(choices=choices(26))])]),
    "26 suggestions": ("POST", CALLBACK, {"type": 8, "data": {"choices": choices(26)}}),
}  # fmt: skip

# What Discord's description catches.
BY_SPEC: dict[str, tuple[str, str, Any]] = {
    "content of 4001": ("POST", MESSAGES, {"content": "x" * 4001}),
    "eleven embeds": ("POST", MESSAGES, {"embeds": [{"title": "x"}] * 11}),
    "an embed title of 257": ("POST", MESSAGES, {"embeds": [{"title": "x" * 257}]}),
    "tts as text": ("POST", MESSAGES, {"content": "x", "tts": "nope"}),
    "an unknown key": ("POST", MESSAGES, {"content": "x", "bogus": 1}),
    "an unknown key in an embed": ("POST", MESSAGES, {"embeds": [{"title": "x", "colour": 1}]}),
    "an unknown key in a button": ("POST", MESSAGES, {"components": [row({**button(), "colour": 1})]}),
    "an unknown key in an answer": ("POST", CALLBACK, {"type": 4, "data": {"content": "x", "bogus": 1}}),
    "an unknown key in a command": ("PUT", COMMANDS, [command(bogus=1)]),
    "a button label of 81": ("POST", MESSAGES, {"components": [row(button(label="x" * 81))]}),
    "a custom id of 101": ("POST", MESSAGES, {"components": [row(button("a" * 101))]}),
    "a custom id of 101 in a container": (
        "POST", MESSAGES, layout({"type": 17, "components": [row(button("a" * 101))]}),
    ),
    "six buttons in a row": ("POST", MESSAGES, {"components": [row(*[button(str(n)) for n in range(6)])]}),
    "a component of no kind": ("POST", MESSAGES, {"components": [{"type": 99}]}),
    "eleven pictures in a gallery": (
        "POST", MESSAGES, layout({"type": 12, "items": [{"media": {"url": "https://example.org/a"}}] * 11}),
    ),
    "131 commands": ("PUT", COMMANDS, [command(f"ok{number}") for number in range(131)]),
    "26 options": ("PUT", COMMANDS, [command(options=[option(f"o{number}") for number in range(26)])]),
    "an answer of no kind": ("POST", CALLBACK, {"type": 99}),
    "an answer without its kind": ("POST", CALLBACK, {"data": {"content": "x"}}),
    "a form's title of 46": ("POST", CALLBACK, modal("x" * 46)),
    "a route that does not exist": ("GET", "/channels/1/nonsense", None),
    "a missing body": ("POST", "/users/@me/channels", None),
    "a snowflake of letters": ("POST", "/users/@me/channels", {"recipient_id": "bea"}),
}  # fmt: skip

RIGHT: dict[str, tuple[str, str, Any]] = {
    "a plain message": ("POST", MESSAGES, {"content": "x" * 2000, "nonce": "job-1", "enforce_nonce": True}),
    "a layout": ("POST", MESSAGES, layout({"type": 17, "components": [text(), row(button("a"), button("b"))]})),
    "a reply": ("POST", MESSAGES, {"content": "x", "message_reference": {"message_id": 1}}),
    "a form": ("POST", CALLBACK, modal(rows=5)),
    "thinking": ("POST", CALLBACK, {"type": 5, "data": {"flags": 64}}),
    "commands": ("PUT", COMMANDS, [command("grün-1", options=[option(choices=choices(25), required=True)])]),
    "an edit that keeps a file": ("PATCH", MESSAGES + "/1", {"attachments": [{"id": 123456789012345678}]}),
    "a reaction": ("PUT", MESSAGES + "/1/reactions/%E2%9C%85/@me", None),
    "typing": ("POST", "/channels/1/typing", None),
}  # fmt: skip


@pytest.mark.parametrize("mistake", BY_RULE)
def test_our_rules_catch(mistake: str) -> None:
    method, path, body = BY_RULE[mistake]
    assert list(checker.rules.check(method, path, body, ()))


@pytest.mark.parametrize("mistake", BY_SPEC)
def test_discords_description_catches(mistake: str) -> None:
    if checker.find_spec() is None:
        pytest.skip(checker.ABSENT)
    assert check_request(*BY_SPEC[mistake])


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_passes(case: str) -> None:
    assert check_request(*RIGHT[case]) == []


@pytest.mark.parametrize(
    "sizes", [[1] * 11, [10 * MEGABYTE + 1], [9 * MEGABYTE] * 3], ids=["eleven", "one too large", "together too large"]
)
def test_uploads_are_counted_and_weighed(sizes: list[int]) -> None:
    files = tuple(RecordedFile("a.bin", size, f"files[{index}]") for index, size in enumerate(sizes))
    request = RecordedRequest("POST", MESSAGES, "multipart/form-data", {"content": "x"}, files, 0.0)
    assert check_requests([request])


def test_a_file_alone_is_a_message() -> None:
    file = RecordedFile("a.png", 5, "files[0]")
    body = {"attachments": [{"id": 0, "filename": "a.png"}]}
    assert check_requests([RecordedRequest("POST", MESSAGES, "multipart/form-data", body, (file,), 0.0)]) == []


def test_a_missing_description_is_an_error_only_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_OPENAPI", "/nowhere/openapi.json")
    monkeypatch.setenv("CI", "1")
    with pytest.raises(checker.SpecMissing, match="DISCORD_OPENAPI"):
        check_request("GET", "/users/@me", None)
    monkeypatch.delenv("CI")
    assert check_request("POST", MESSAGES, {"content": "x", "tts": "nope"}) == []
