from typing import Any

import aiohttp
import discord
import pytest

from bot.playground.loopback import Loopback, LoopbackRefused
from tests.playground.loopback.client import Client, LogIn, attachment, png

MEGABYTE = 1024 * 1024


@pytest.fixture
async def client(log_in: LogIn) -> Client:
    client = Client()
    await log_in(client)
    return client


def studio(world: Loopback, client: Client) -> discord.TextChannel:
    channel = client.get_channel(world.channel)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_a_direct_message_there_and_back(world: Loopback, client: Client) -> None:
    user = world.add_user("bea")
    sent = await world.send_message(user, world.dm_channel(user), "a note", files=[("a b.png", png(3, 2))])
    [message] = await client.until(lambda: client.heard)
    assert message.content == "a note" and message.guild is None and message.author.id == user
    assert (message.attachments[0].filename, message.attachments[0].width) == ("a_b.png", 3)
    assert await message.attachments[0].read() == png(3, 2)
    await message.reply("saved")
    answer = world.history(user, world.dm_channel(user))[-1]
    assert answer["referenced_message"]["id"] == sent["id"] and answer["type"] == 19
    assert world.history(world.owner, world.dm_channel(user)) == []


async def test_the_bot_may_write_first(world: Loopback, client: Client) -> None:
    user = await client.fetch_user(world.add_user("bea"))
    await user.send("hello")
    assert world.history(user.id, world.dm_channel(user.id))[0]["content"] == "hello"


@pytest.mark.parametrize("why", ["closed", "no server in common"])
async def test_closed_direct_messages(world: Loopback, client: Client, why: str) -> None:
    number = world.add_user("bea", member=why == "closed")
    if why == "closed":
        world.close_dms(number)
    user = await client.fetch_user(number)
    with pytest.raises(discord.Forbidden) as refusal:
        await user.send("hello")
    assert refusal.value.code == 50007


async def test_content_is_hidden_without_the_intent(world: Loopback, client: Client) -> None:
    await world.send_message(world.owner, world.channel, "not for bots")
    await world.send_message(world.owner, world.channel, f"<@{world.bot_user_id}> for you")
    await client.until(lambda: len(client.heard) == 2)
    first, second = client.heard
    assert first.content == "" and second.content == f"<@{world.bot_user_id}> for you"


async def test_no_permission_to_send(world: Loopback, client: Client) -> None:
    number = world.add_channel("quiet", bot_may_send=False)
    channel = await client.until(lambda: client.get_channel(number))
    with pytest.raises(discord.Forbidden) as refusal:
        await channel.send("hello")  # type: ignore[union-attr]
    assert refusal.value.code == 50013
    assert world.history(world.owner, number) == []
    await world.send_message(world.owner, number, "people may")


async def test_no_permission_to_attach(world: Loopback, client: Client) -> None:
    number = world.add_channel("words only", bot_lacks=["attach_files"])
    channel = await client.until(lambda: client.get_channel(number))
    await channel.send("hello")  # type: ignore[union-attr]
    with pytest.raises(discord.Forbidden) as refusal:
        await channel.send(file=attachment(png()))  # type: ignore[union-attr]
    assert refusal.value.code == 50013


async def test_uploads_are_served_under_signed_links(world: Loopback, client: Client) -> None:
    data = png(20, 10)
    message = await studio(world, client).send(file=attachment(data, description="A red field"))
    [stored] = world.message(message.id)["attachments"]
    assert (stored["size"], stored["width"], stored["height"]) == (len(data), 20, 10)
    assert (stored["content_type"], stored["description"]) == ("image/png", "A red field")
    async with aiohttp.ClientSession() as session:
        async with session.get(stored["url"]) as response:
            assert await response.read() == data
            assert response.headers["X-Content-Type-Options"] == "nosniff"
        async with session.get(stored["url"].partition("?")[0]) as response:
            assert response.status == 404
    [recorded] = [request for request in world.requests if request.files]
    assert recorded.files[0].name == "picture.png" and recorded.files[0].size == len(data)
    assert recorded.content_type == "multipart/form-data" and recorded.status == 200


async def test_what_could_run_in_a_browser_is_only_downloaded(world: Loopback) -> None:
    files = [("page.html", b"<script>1</script>"), ("drawing.svg", b"<svg/>")]
    message = await world.send_message(world.owner, world.channel, files=files)
    async with aiohttp.ClientSession() as session:
        for item in message["attachments"]:
            async with session.get(item["url"]) as response:
                assert response.content_type == "application/octet-stream"
                assert response.headers["Content-Disposition"] == "attachment"


async def test_embeds_find_their_files(world: Loopback, client: Client) -> None:
    embed = discord.Embed(title="Fox").set_image(url="attachment://picture.png").set_footer(text="x")
    message = await studio(world, client).send(embed=embed, file=attachment(png(20, 10)))
    shown = world.message(message.id)
    assert shown["attachments"] == [] and message.attachments == []
    image = shown["embeds"][0]["image"]
    assert (image["width"], image["height"]) == (20, 10) and world.media(image["url"]) is not None


@pytest.mark.parametrize("sizes", [[10 * MEGABYTE + 1], [9 * MEGABYTE] * 3], ids=["one file", "all together"])
async def test_too_large_an_upload(world: Loopback, client: Client, sizes: list[int]) -> None:
    files = [attachment(bytes(size), f"{index}.bin") for index, size in enumerate(sizes)]
    with pytest.raises(discord.HTTPException) as refusal:
        await studio(world, client).send(files=files)
    assert (refusal.value.status, refusal.value.code) == (413, 40005)
    await studio(world, client).send(file=attachment(bytes(10 * MEGABYTE), "just.bin"))


async def test_edits_keep_or_replace_files(world: Loopback, client: Client) -> None:
    message = await studio(world, client).send("one", files=[attachment(png(), "a.png"), attachment(png(), "b.png")])
    await message.edit(content="two", attachments=[message.attachments[1], attachment(png(), "c.png")])
    shown = world.message(message.id)
    assert shown["content"] == "two" and shown["edited_timestamp"]
    assert [item["filename"] for item in shown["attachments"]] == ["b.png", "c.png"]


async def test_deleted_messages_disappear_for_everyone(world: Loopback, client: Client) -> None:
    moderator, member = world.add_user("mo", moderator=True), world.add_user("bea")
    message = await studio(world, client).send("hello")
    with pytest.raises(LoopbackRefused):
        await world.delete_message(member, message.id)
    async with world.subscribe(member) as events:
        await world.delete_message(moderator, message.id)
        assert events.get_nowait()["t"] == "MESSAGE_DELETE"
    await client.until(lambda: f"deleted {message.id}" in client.happened)
    with pytest.raises(discord.NotFound):
        await message.edit(content="too late")


async def test_people_edit_only_their_own(world: Loopback, client: Client) -> None:
    member = world.add_user("bea")
    message = await world.send_message(member, world.channel, "helo")
    edited = await world.edit_message(member, int(message["id"]), "hello")
    assert edited["content"] == "hello" and edited["edited_timestamp"]
    with pytest.raises(LoopbackRefused):
        await world.edit_message(world.owner, int(message["id"]), "mine")


async def test_reactions_and_typing(world: Loopback, client: Client) -> None:
    message = await studio(world, client).send("hello")
    await message.add_reaction("✅")
    await world.react(world.owner, message.id, "✅")
    await client.until(lambda: f"{world.owner} reacted ✅" in client.happened)
    [reaction] = world.history(world.owner, world.channel)[0]["reactions"]
    assert reaction["count"] == 2 and reaction["me"]
    await world.react(world.owner, message.id, "✅", remove=True)
    assert world.message(message.id)["reactions"][0]["count"] == 1
    await world.typing(world.owner, world.channel)
    await client.until(lambda: f"{world.owner} types" in client.happened)
    async with world.subscribe(world.owner) as events, studio(world, client).typing():
        event = await events.get()
    assert event["t"] == "TYPING_START" and event["d"]["user_id"] == str(world.bot_user_id)


@pytest.mark.parametrize(
    ("content", "files", "words"),
    [
        ("", [], "empty"),
        ("x" * 2001, [], "2000"),
        ("", [("a", b"")] * 11, "At most 10"),
        ("", [("a", bytes(10 * MEGABYTE + 1))], "too large"),
    ],
)
async def test_messages_that_people_cannot_send(
    world: Loopback, content: str, files: list[tuple[str, bytes]], words: str
) -> None:
    with pytest.raises(LoopbackRefused, match=words):
        await world.send_message(world.owner, world.channel, content, files=files)


async def test_people_stay_out_of_others_rooms(world: Loopback) -> None:
    stranger = world.add_user("stranger", member=False)
    message = await world.send_message(world.owner, world.channel, "hello")
    attempts: list[Any] = [
        world.send_message(stranger, world.channel, "hi"),
        world.send_message(world.owner, world.dm_channel(stranger), "hi"),
        world.press(stranger, int(message["id"]), "x"),
        world.react(stranger, int(message["id"]), "x"),
        world.slash(stranger, world.channel, "x"),
    ]
    for attempt in attempts:
        with pytest.raises(LoopbackRefused):
            await attempt
    assert world.history(stranger, world.channel) == []


async def test_history_is_paged_for_the_bot(world: Loopback, client: Client) -> None:
    channel = studio(world, client)
    for number in range(5):
        await world.send_message(world.owner, world.channel, f"<@{world.bot_user_id}> {number}")
    found = [message.content[-1] async for message in channel.history(limit=3)]
    assert found == ["4", "3", "2"]
    assert [item["content"][-1] for item in world.history(world.owner, world.channel, limit=2)] == ["3", "4"]


async def test_the_same_nonce_is_the_same_message(world: Loopback, client: Client) -> None:
    channel = studio(world, client)
    first = await channel.send("once", nonce="job-1")
    again = await channel.send("once", nonce="job-1")
    other = await channel.send("once", nonce="job-2")
    assert first.id == again.id != other.id and again.nonce == "job-1"
    assert len(world.history(world.owner, world.channel)) == 2
    with pytest.raises(discord.HTTPException) as refusal:
        await channel.send("once", nonce="x" * 26)
    assert refusal.value.code == 50035
