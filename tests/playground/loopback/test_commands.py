import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.playground.loopback import Loopback, LoopbackRefused
from tests.playground.loopback.client import Client, LogIn, png

SIZES = [app_commands.Choice(name="Small", value=256), app_commands.Choice(name="Big", value=512)]


class Studio(Client):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []

        @self.tree.command(description="Draws")
        @app_commands.choices(size=SIZES)
        async def imagine(
            interaction: discord.Interaction,
            prompt: app_commands.Range[str, 1, 20],
            size: int = 256,
            count: app_commands.Range[int, 1, 4] = 1,
            strength: app_commands.Range[float, 0.0, 1.0] = 0.5,
            private: bool = False,
            source: discord.Attachment | None = None,
            friend: discord.Member | None = None,
            place: discord.TextChannel | None = None,
            role: discord.Role | None = None,
        ) -> None:
            data = await source.read() if source else None
            self.got.append((prompt, size, count, strength, private, data, friend, place, role, source))
            await interaction.response.send_message(f"{prompt}!", ephemeral=private)

        notes = app_commands.Group(name="notes", description="Notes")

        @notes.command(description="Adds one")
        async def add(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.defer(thinking=True)
            await interaction.followup.send(f"noted {text}")
            await interaction.followup.send("and one more")

        @notes.command(description="Finds")
        async def search(interaction: discord.Interaction, word: str) -> None:
            await interaction.response.send_message(word)

        @search.autocomplete("word")
        async def words(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            if current == "slow":
                await asyncio.sleep(1)
            return [app_commands.Choice(name=current + end, value=current + end) for end in ("a", "b")]

        @self.tree.command(description="Never answers")
        async def silent(interaction: discord.Interaction) -> None:
            self.got.append(interaction)

        @self.tree.command(description="For admins")
        @app_commands.default_permissions(administrator=True)
        @app_commands.guild_only()
        async def admin(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("ok")

        @self.tree.context_menu(name="Remind me")
        async def remind(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"about: {message.content}", ephemeral=True)

        self.tree.add_command(notes)


async def test_options_of_every_kind_arrive(world: Loopback, log_in: LogIn) -> None:
    client = Studio()
    await log_in(client)
    options: dict[str, object] = {
        "prompt": "a fox", "size": 512, "count": 3, "strength": 1, "private": True,
        "friend": world.owner, "place": world.channel, "role": world.guild,
    }  # fmt: skip
    picture = png(12, 10)
    interaction = await world.slash(world.owner, world.channel, "imagine", options, {"source": ("fox.png", picture)})
    await world.wait_for(lambda: world.interactions[interaction] == "done")
    [got] = client.got
    assert got[:6] == ("a fox", 512, 3, 1.0, True, picture)
    assert [item.id for item in got[6:9]] == [world.owner, world.channel, world.guild]
    assert (got[9].width, got[9].height, got[9].size, got[9].content_type) == (12, 10, len(picture), "image/png")
    assert world.acks[interaction] < 1.0


@pytest.mark.parametrize(
    ("path", "options", "words"),
    [
        ("imagine", {}, "needs the option prompt"),
        ("imagine", {"prompt": ""}, "some text"),
        ("imagine", {"prompt": "x" * 21}, "1 to 20 characters"),
        ("imagine", {"prompt": "x", "size": 300}, "one of its choices"),
        ("imagine", {"prompt": "x", "count": 5}, "between 1 and 4"),
        ("imagine", {"prompt": "x", "count": 1.5}, "whole number"),
        ("imagine", {"prompt": "x", "strength": 2}, "between 0"),
        ("imagine", {"prompt": "x", "private": "yes"}, "true or false"),
        ("imagine", {"prompt": "x", "colour": "red"}, "no option colour"),
        ("imagine", {"prompt": "x", "friend": 42}, "no such user"),
        ("imagine", {"prompt": "x", "source": "fox.png"}, "its name and its bytes"),
        ("imagine", {"prompt": "x", "source": ("big.png", b"x" * (10 * 1024 * 1024 + 1))}, "too large"),
        ("notes", {}, "needs one of its subcommands"),
        ("notes burn", {}, "no subcommand burn"),
        ("draw", {}, "no command /draw"),
    ],
)
async def test_the_client_refuses_what_discords_own_would(
    world: Loopback, log_in: LogIn, path: str, options: dict[str, object], words: str
) -> None:
    await log_in(Studio())
    with pytest.raises(LoopbackRefused, match=words):
        await world.slash(world.owner, world.channel, path, options)


async def test_answers_reach_those_who_may_see_them(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    other = world.add_user("other")
    async with world.subscribe(world.owner) as mine, world.subscribe(other) as theirs:
        await world.slash(world.owner, world.channel, "imagine", {"prompt": "secret", "private": True})
        await world.slash(world.owner, world.channel, "imagine", {"prompt": "open"})
        await world.wait_for(lambda: len(world.history(world.owner, world.channel)) == 2)
    assert [item["content"] for item in world.history(other, world.channel)] == ["open!"]
    first, second = world.history(world.owner, world.channel)
    assert first["flags"] & 64 and not second["flags"] & 64
    assert second["interaction_metadata"]["user"]["id"] == str(world.owner)
    assert contents(theirs) == ["open!"]
    assert sorted(contents(mine)) == ["open!", "secret!"]


def contents(queue: asyncio.Queue[dict[str, Any]]) -> list[str]:
    events = [queue.get_nowait() for _ in range(queue.qsize())]
    return [event["d"]["content"] for event in events if event["t"] == "MESSAGE_CREATE"]


async def test_dismissing_takes_an_ephemeral_message_away(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    await world.slash(world.owner, world.channel, "imagine", {"prompt": "secret", "private": True})
    [message] = await world.wait_for(lambda: world.history(world.owner, world.channel))
    world.dismiss(world.owner, int(message["id"]))
    assert world.history(world.owner, world.channel) == []
    public = await world.send_message(world.owner, world.channel, "hello")
    with pytest.raises(LoopbackRefused, match="nobody else"):
        world.dismiss(world.owner, int(public["id"]))


async def test_thinking_becomes_the_first_followup(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    async with world.subscribe(world.owner) as events:
        await world.slash(world.owner, world.channel, "notes add", {"text": "milk"})
        await world.wait_for(lambda: len(world.history(world.owner, world.channel)) == 2)
        seen = [events.get_nowait() for _ in range(events.qsize())]
    shown = [(event["t"], event["d"].get("state") or event["d"].get("content", "")) for event in seen]
    assert shown[0] == ("INTERACTION_ACK", "pending") and ("INTERACTION_ACK", "done") in shown
    assert [item for item in shown if item[0] != "INTERACTION_ACK"] == [
        ("MESSAGE_CREATE", ""), ("MESSAGE_UPDATE", "noted milk"), ("MESSAGE_CREATE", "and one more"),
    ]  # fmt: skip
    first, second = world.history(world.owner, world.channel)
    assert first["content"] == "noted milk" and not first["flags"] & 128 and first["edited_timestamp"] is None
    assert second["content"] == "and one more"
    assert first["interaction_metadata"]["name"] == "notes add"


async def test_autocomplete_answers_and_gives_up(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    choices = await world.autocomplete(world.owner, world.channel, "notes search", {"word": "te"}, "word")
    assert [choice["value"] for choice in choices] == ["tea", "teb"]
    with pytest.raises(LoopbackRefused, match="Loading options failed"):
        await world.autocomplete(world.owner, world.channel, "notes search", {"word": "slow"}, "word", timeout=0.1)
    with pytest.raises(LoopbackRefused, match="no suggestions"):
        await world.autocomplete(world.owner, world.channel, "notes add", {}, "text")


async def test_silence_fails_after_three_seconds(world: Loopback, log_in: LogIn) -> None:
    client = Studio()
    await log_in(client)
    async with world.subscribe(world.owner) as events:
        interaction = await world.slash(world.owner, world.channel, "silent")
        await world.wait_for(lambda: world.interactions[interaction] == "failed", timeout=5)
        states = [events.get_nowait()["d"] for _ in range(2)]
    assert states == [{"id": str(interaction), "state": state} for state in ("pending", "failed")]
    assert interaction not in world.acks
    with pytest.raises(discord.NotFound) as refusal:
        await client.got[0].response.send_message("too late")
    assert refusal.value.code == 10062


async def test_commands_are_those_that_the_person_may_use(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    member = world.add_user("bea")

    def names(user: int, channel: int) -> set[str]:
        return {command["name"] for command in world.commands(user, channel)}

    assert names(world.owner, world.channel) - names(member, world.channel) == {"admin"}
    assert names(world.owner, world.dm_channel(world.owner)) == {"imagine", "notes", "silent", "Remind me"}
    assert names(member, world.dm_channel(world.owner)) == set()


async def test_a_menu_on_a_message(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    message = await world.send_message(world.owner, world.channel, "buy milk")
    await world.context_menu(world.owner, int(message["id"]), "Remind me")
    answer = await world.wait_for(lambda: world.history(world.owner, world.channel)[1:])
    assert answer[0]["content"] == "about: buy milk"
    assert answer[0]["interaction_metadata"]["target_message_id"] == message["id"]
    with pytest.raises(LoopbackRefused):
        await world.context_menu(world.owner, int(message["id"]), "Burn")


async def test_commands_work_in_a_direct_message(world: Loopback, log_in: LogIn) -> None:
    await log_in(Studio())
    channel = world.dm_channel(world.owner)
    await world.slash(world.owner, channel, "imagine", {"prompt": "fox"})
    [message] = await world.wait_for(lambda: world.history(world.owner, channel))
    assert message["content"] == "fox!" and "guild_id" not in message
