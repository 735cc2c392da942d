"""Roles, channels that not everyone sees, voice messages and forwards, as discord.py reads them."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.playground.loopback import Loopback, LoopbackRefused, Voice
from tests.playground.loopback.client import Client, LogIn

RECORDING = ("voice-message.ogg", b"OggS" + bytes(60))


async def test_a_voice_message_is_one_to_discord_py(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    await world.send_voice(world.owner, world.dm_channel(world.owner), RECORDING, Voice(2.5, bytes(range(25))))
    heard = await client.until(lambda: client.heard)
    fetched = await heard[0].channel.fetch_message(heard[0].id)  # and what REST says is held to Discord's contract
    for message in (heard[0], fetched):
        assert message.flags.voice and message.content == ""
        [spoken] = message.attachments
        assert spoken.is_voice_message() and spoken.content_type == "audio/ogg"
        assert (spoken.duration, spoken.waveform) == (2.5, bytes(range(25)))
    assert await heard[0].attachments[0].read() == RECORDING[1]
    with pytest.raises(LoopbackRefused, match="cannot be edited"):
        await world.edit_message(world.owner, heard[0].id, "words")


async def test_a_forward_keeps_its_source(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    sent = await world.send_message(world.owner, world.channel, "the **milk**", files=[("list.txt", b"milk")])
    await world.forward_message(world.owner, int(sent["id"]), world.dm_channel(world.owner))
    await client.until(lambda: len(client.heard) == 2)
    message = client.heard[-1]
    # Not fetched over REST as well: Discord's published contract does not list this kind of reference.
    assert message.flags.forwarded and message.reference is not None
    assert message.reference.type is discord.MessageReferenceType.forward
    assert (message.reference.channel_id, message.reference.message_id) == (world.channel, int(sent["id"]))
    [snapshot] = message.message_snapshots
    assert snapshot.content == "the **milk**" and snapshot.attachments[0].filename == "list.txt"
    with pytest.raises(LoopbackRefused, match="not forwarded again"):
        await world.forward_message(world.owner, message.id, world.channel)
    stranger = world.add_user("stranger")
    with pytest.raises(LoopbackRefused):
        await world.forward_message(stranger, message.id, world.channel)


async def test_a_channel_for_some(world: Loopback, log_in: LogIn) -> None:
    moderator, visitor = world.add_user("mia", moderator=True), world.add_user("sam")
    secret = world.add_channel("moderators", topic="Quiet", only=[world.moderators(world.guild)])
    client = Client()
    await log_in(client)
    channel = client.get_channel(secret)
    assert isinstance(channel, discord.TextChannel) and channel.topic == "Quiet"
    assert channel.permissions_for(channel.guild.me).view_channel
    assert [world.may(user, secret) for user in (world.owner, moderator, visitor)] == [True, True, False]
    assert [world.moderates(user, world.channel) for user in (world.owner, moderator, visitor)] == [True, True, False]
    assert not world.moderates(moderator, world.dm_channel(moderator))
    async with world.subscribe(visitor) as outside, world.subscribe(moderator) as inside:
        world.set_topic(secret, "Very quiet")
        sent = await world.send_message(moderator, secret, "hush")
        assert (await asyncio.wait_for(inside.get(), 5))["t"] == "CHANNEL_UPDATE"
        assert outside.empty()
    with pytest.raises(LoopbackRefused):
        await world.delete_message(visitor, int(sent["id"]))
