"""What Discord refuses and simcord would have let pass."""

from typing import Any

import aiohttp
import pytest

from bot.playground.loopback import Loopback


def command(name: str = "ok", description: str = "d", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": description, **more}


def option(name: str = "o", **more: Any) -> dict[str, Any]:
    return {"type": 3, "name": name, "description": "d", **more}


def choices(count: int) -> list[dict[str, str]]:
    return [{"name": str(number), "value": str(number)} for number in range(count)]


async def call(world: Loopback, method: str, path: str, body: Any) -> tuple[int, Any]:
    headers = {"Authorization": f"Bot {world.token}"}
    url = world.api_base + path
    async with aiohttp.ClientSession(headers=headers) as http, http.request(method, url, json=body) as response:
        return response.status, await response.json()


@pytest.mark.parametrize(
    "commands",
    [
        [command("BAD NAME")],
        [command("Upper")],
        [command("x" * 33)],
        [command(description="x" * 101)],
        [command(description="")],
        [command("same"), command("same")],
        [command(f"c{number}") for number in range(101)],
        [command(options=[option(choices=choices(26))])],
        [command(options=[option(choices=choices(2), autocomplete=True)])],
        [command(options=[option("Bad Name")])],
        [command(options=[option("a"), option("a")])],
        [command(options=[option("a"), option("b", required=True)])],
        [command(options=[option(f"o{number}") for number in range(26)])],
        [command(options=[{"type": 1, "name": "sub", "description": "d", "options": [option("BAD")]}])],
        [{"type": 3, "name": "x" * 33}],
    ],
)
async def test_commands_of_the_wrong_form(world: Loopback, commands: list[dict[str, Any]]) -> None:
    path = f"/applications/{world.application_id}/commands"
    status, error = await call(world, "PUT", path, commands)
    assert status == 400 and error["code"] in (50035, 30032)
    assert world.commands(world.owner, world.channel) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"content": ""},
        {"content": "x" * 2001},
        {"content": "x", "attachments": [{"id": 0, "filename": "none.png"}]},
        {"attachments": [{"id": number} for number in range(11)]},
        {"flags": 1 << 15, "components": []},
        {"flags": 1 << 15, "content": "x", "components": [{"type": 10, "content": "x"}]},
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 2001}] * 2},
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x"}] * 41},
        {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a"}] * 2}]},
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
    ],
)
async def test_messages_of_the_wrong_form(world: Loopback, body: dict[str, Any]) -> None:
    status, error = await call(world, "POST", f"/channels/{world.channel}/messages", body)
    assert (status, error["code"]) == (400, 50035)
    assert world.history(world.owner, world.channel) == []


async def test_a_body_that_is_not_json(world: Loopback) -> None:
    headers = {"Authorization": f"Bot {world.token}", "Content-Type": "application/json"}
    url = f"{world.api_base}/channels/{world.channel}/messages"
    async with aiohttp.ClientSession(headers=headers) as http, http.post(url, data=b"{") as response:
        assert response.status == 400 and (await response.json())["code"] == 50109


async def test_what_the_loopback_lacks_is_loud(world: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    status, error = await call(world, "GET", "/guilds/1/nonsense", None)
    assert status == 501 and "nonsense" in error["message"]
    assert "lacks this" in caplog.text


async def test_every_request_is_recorded(world: Loopback) -> None:
    await call(world, "POST", f"/channels/{world.channel}/messages", {"content": "hello"})
    [request] = world.requests
    assert (request.method, request.status, request.body) == ("POST", 200, {"content": "hello"})
    assert request.path == f"/channels/{world.channel}/messages"
    assert request.response["content"] == "hello" and request.content_type == "application/json"
