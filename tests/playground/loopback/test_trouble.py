"""Rate limits, server errors, lost answers, expired tokens, cut connections."""

import asyncio

import discord
import pytest

from bot.playground.loopback import Loopback
from tests.playground.loopback.client import Client, LogIn


class Slow(Client):
    def __init__(self) -> None:
        super().__init__()
        self.asked: asyncio.Queue[discord.Interaction] = asyncio.Queue()

        @self.tree.command(description="Answers later")
        async def later(interaction: discord.Interaction, private: bool = False) -> None:
            await interaction.response.send_message("waiting", ephemeral=private)
            self.asked.put_nowait(interaction)


@pytest.fixture
async def client(log_in: LogIn) -> Slow:
    client = Slow()
    await log_in(client)
    return client


async def ask(world: Loopback, client: Slow, **options: object) -> discord.Interaction:
    await world.slash(world.owner, world.channel, "later", options)
    return await client.asked.get()


def channel_of(world: Loopback, client: Client) -> discord.TextChannel:
    channel = client.get_channel(world.channel)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_a_rate_limit_is_waited_out(world: Loopback, client: Slow) -> None:
    world.faults.rate_limit("POST", f"/channels/{world.channel}/messages", 2, retry_after=0.05)
    await channel_of(world, client).send("hello")
    sends = [request.status for request in world.requests if request.path.endswith("/messages")]
    assert sends == [429, 429, 200]
    assert len(world.history(world.owner, world.channel)) == 1


async def test_a_rate_limit_on_an_interaction(world: Loopback, client: Slow) -> None:
    interaction = await ask(world, client)
    world.faults.rate_limit("PATCH", "/webhooks/", 1, retry_after=0.05)
    await interaction.edit_original_response(content="done")
    assert world.history(world.owner, world.channel)[0]["content"] == "done"


async def test_a_server_error_reaches_the_bot(world: Loopback, client: Slow) -> None:
    world.faults.fail("POST", "/channels/", status=503)
    with pytest.raises(discord.DiscordServerError):
        await channel_of(world, client).send("hello")
    assert world.history(world.owner, world.channel) == []
    await channel_of(world, client).send("hello")


async def test_any_error_of_discords_on_demand(world: Loopback, client: Slow) -> None:
    message = await channel_of(world, client).send("hello")
    world.faults.fail("PATCH", "/channels/", status=400, code=30046, message="Maximum number of edits")
    with pytest.raises(discord.HTTPException) as refusal:
        await message.edit(content="again")
    assert refusal.value.code == 30046
    await message.edit(content="again")


async def test_a_lost_answer_with_a_nonce_is_one_message(world: Loopback, client: Slow) -> None:
    world.faults.fail("POST", "/channels/", status=503, after=True)
    with pytest.raises(discord.DiscordServerError):
        await channel_of(world, client).send("hello", nonce="job-1")
    assert len(world.history(world.owner, world.channel)) == 1
    await channel_of(world, client).send("hello", nonce="job-1")
    assert len(world.history(world.owner, world.channel)) == 1


async def test_a_slow_network(world: Loopback, client: Slow) -> None:
    world.faults.slow(0.1)
    start = asyncio.get_running_loop().time()
    await channel_of(world, client).send("hello")
    assert asyncio.get_running_loop().time() - start >= 0.1
    world.faults.clear()


async def test_an_expired_token_is_of_no_use(world: Loopback, client: Slow) -> None:
    interaction = await ask(world, client)
    world.expire_token(interaction.id)
    for attempt in (
        interaction.edit_original_response(content="late"),
        interaction.followup.send("late"),
        interaction.delete_original_response(),
    ):
        with pytest.raises(discord.HTTPException) as refusal:
            await attempt
        assert (refusal.value.status, refusal.value.code) == (401, 50027)
    [message] = world.history(world.owner, world.channel)
    await channel_of(world, client).get_partial_message(int(message["id"])).edit(content="by the bot's own token")
    assert world.message(int(message["id"]))["content"] == "by the bot's own token"


async def test_tokens_expire_with_time(world: Loopback, client: Slow) -> None:
    interaction = await ask(world, client, private=True)
    world.advance(15 * 60 - 5)
    await interaction.edit_original_response(content="just in time")
    world.advance(10)
    with pytest.raises(discord.HTTPException) as refusal:
        await interaction.edit_original_response(content="late")
    assert refusal.value.code == 50027
    [message] = world.history(world.owner, world.channel)
    with pytest.raises(discord.NotFound):  # an ephemeral message cannot be had by the bot's own token
        await channel_of(world, client).get_partial_message(int(message["id"])).edit(content="late")


async def test_an_interaction_must_be_answered_first_and_once(world: Loopback, client: Slow) -> None:
    interaction = await ask(world, client)
    interaction.response._response_type = None  # forget that it was answered
    with pytest.raises(discord.HTTPException) as refusal:
        await interaction.response.send_message("twice")
    assert refusal.value.code == 40060
    record, _ = world.state.open_interaction(2, world.owner, world.channel, {"name": "later"})
    webhook = discord.Webhook.partial(world.application_id, record.token, client=client)
    with pytest.raises(discord.NotFound) as missing:
        await webhook.send("before any answer")
    assert missing.value.code == 10015


async def test_a_cut_connection_is_resumed_and_nothing_is_missed(world: Loopback, client: Slow) -> None:
    await world.faults.drop_gateway(resumable=True)
    assert not world.connected
    await world.send_message(world.owner, world.dm_channel(world.owner), "meanwhile")
    await world.wait_connected()
    await client.until(lambda: client.heard and "resumed" in client.happened)
    assert client.heard[0].content == "meanwhile"
    assert (world.gateway.identified, world.gateway.resumed) == (1, 1)


async def test_a_lost_session_begins_anew_and_misses_what_was(world: Loopback, client: Slow) -> None:
    await world.faults.drop_gateway(resumable=False)
    await world.send_message(world.owner, world.dm_channel(world.owner), "meanwhile")
    await world.wait_for(lambda: world.gateway.identified == 2 and world.connected)
    await world.send_message(world.owner, world.dm_channel(world.owner), "afterwards")
    await client.until(lambda: client.heard)
    assert [message.content for message in client.heard] == ["afterwards"]
    await ask(world, client)


async def test_fifty_people_at_once(world: Loopback, client: Slow) -> None:
    people = [world.add_user(f"person {number}") for number in range(50)]
    asked = await asyncio.gather(*(world.slash(user, world.channel, "later", {"private": True}) for user in people))
    await world.wait_for(lambda: all(world.interactions[interaction] == "done" for interaction in asked))
    assert len(set(asked)) == 50 and max(world.acks.values()) < 3.0
    for user in people:
        [message] = world.history(user, world.channel)
        assert message["interaction_metadata"]["user"]["id"] == str(user)


async def test_a_bot_that_is_not_there(world: Loopback, client: Slow) -> None:
    await client.close()
    await world.wait_for(lambda: not world.connected)
    interaction = await world.slash(world.owner, world.channel, "later")
    assert world.interactions[interaction] == "pending"
    with pytest.raises(TimeoutError):
        await world.wait_for(lambda: world.interactions[interaction] == "done", timeout=0.05)
