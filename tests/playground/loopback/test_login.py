import aiohttp
import discord
import pytest

from bot.playground.loopback import Loopback
from tests.playground.loopback.client import Client, LogIn, point_at


async def test_an_unmodified_client_logs_in(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    assert world.connected
    assert client.user is not None and client.user.id == world.bot_user_id
    assert client.application_id == world.application_id
    [guild] = client.guilds
    assert guild.id == world.guild and guild.name == "Inkling playground"
    assert [channel.name for channel in guild.text_channels] == ["studio"]
    assert guild.owner_id == world.owner
    assert guild.filesize_limit == 10 * 1024 * 1024


async def test_the_first_user_owns_the_application(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    assert (await client.application_info()).owner.id == world.owner


async def test_ids_and_times_are_of_today(world: Loopback) -> None:
    message = await world.send_message(world.owner, world.channel, "hello")
    made = discord.utils.snowflake_time(int(message["id"]))
    assert abs((discord.utils.utcnow() - made).total_seconds()) < 5


async def test_a_wrong_token_is_refused(world: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    point_at(world, monkeypatch)
    async with Client() as client:
        with pytest.raises(discord.LoginFailure):
            await client.login("wrong")


async def test_privileged_intents_need_the_portal(world: Loopback, log_in: LogIn) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await log_in(Client(discord.Intents.all()))


async def test_privileged_intents_can_be_granted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(privileged_intents=True) as world:
        point_at(world, monkeypatch)
        async with Client(discord.Intents.all()) as client:
            client.loop.create_task(client.start(world.token))
            await client.up.wait()
            assert client.get_guild(world.guild).get_member(world.owner) is not None  # type: ignore[union-attr]


@pytest.mark.parametrize("compress", ["", "zstd-stream"])
async def test_the_gateway_by_hand(world: Loopback, compress: str) -> None:
    url = f"ws://127.0.0.1:{world.port}/gateway/?v=10&encoding=json&compress={compress}"
    async with aiohttp.ClientSession() as http:
        async with http.ws_connect(url) as socket:
            assert (await socket.receive_json())["op"] == 10
            await socket.send_json({"op": 1, "d": None})
            assert (await socket.receive_json())["op"] == 11
            await socket.send_json({"op": 3, "d": {}})
            await socket.receive()
            assert socket.close_code == 4003
        async with http.ws_connect(url) as socket:
            await socket.send_json({"op": 2, "d": {"token": "wrong", "intents": 0, "properties": {}}})
            await socket.receive_json()
            await socket.receive()
            assert socket.close_code == 4004
        async with http.ws_connect(url) as socket:
            await socket.receive_json()
            await socket.send_json({"op": 6, "d": {"token": world.token, "session_id": "gone", "seq": 1}})
            assert await socket.receive_json() == {"op": 9, "s": None, "t": None, "d": False}


async def test_the_bot_has_what_its_invite_link_grants(monkeypatch: pytest.MonkeyPatch) -> None:
    granted = discord.Permissions(view_channel=True, send_messages=True)
    async with Loopback(bot_permissions=granted.value) as world:
        point_at(world, monkeypatch)
        async with Client() as client:
            await client.login(world.token)
            message = await world.send_message(world.owner, world.channel, "hello")
            channel = await client.fetch_channel(world.channel)
            assert isinstance(channel, discord.TextChannel)
            await channel.send("words")
            with pytest.raises(discord.Forbidden) as refusal:
                await channel.get_partial_message(int(message["id"])).delete()
            assert refusal.value.code == 50013


async def test_a_second_start_takes_the_place_of_the_first(world: Loopback, log_in: LogIn) -> None:
    first, second = Client(), Client()
    await log_in(first)
    await first.close()
    await world.wait_for(lambda: not world.connected)
    await log_in(second)
    assert world.connected


async def test_a_taken_port_is_an_error(world: Loopback) -> None:
    other = Loopback()
    with pytest.raises(OSError):
        await other.start(world.port)


@pytest.mark.parametrize(
    "headers", [{"Host": "discord.example:80"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
async def test_pages_of_others_are_kept_out(world: Loopback, headers: dict[str, str]) -> None:
    headers = headers | {"Authorization": f"Bot {world.token}"}
    async with aiohttp.ClientSession() as session, session.get(world.api_base + "/users/@me", headers=headers) as got:
        assert got.status == 403


async def test_only_the_owner_and_admins_have_every_permission(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    seen: dict[int, discord.Permissions] = {}

    @client.tree.command(description="Shows who asks")
    async def who(interaction: discord.Interaction) -> None:
        seen[interaction.user.id] = interaction.permissions
        await interaction.response.defer()

    await client.tree.sync()
    admin, moderator, member = (
        world.add_user("ada", admin=True),
        world.add_user("mo", moderator=True),
        world.add_user("bea"),
    )
    for user in (world.owner, admin, moderator, member):
        await world.slash(user, world.channel, "who")
    await world.wait_for(lambda: len(seen) == 4)
    assert seen[world.owner].administrator and seen[admin].administrator
    assert seen[moderator].manage_messages and not seen[moderator].administrator
    assert not seen[member].manage_messages


async def test_guilds_and_people_appear_while_running(world: Loopback, log_in: LogIn) -> None:
    client = Client()
    await log_in(client)
    guild = world.add_guild("Another")
    channel = world.add_channel("general", guild=guild)
    stranger = world.add_user("stranger", member=False)
    assert [item["name"] for item in world.guilds(world.owner)] == ["Inkling playground", "Another"]
    assert world.guilds(stranger) == []
    await world.wait_for(lambda: world.connected)
    await world.send_message(world.owner, channel, "first")
    await client.until(lambda: client.heard)
    assert client.heard[0].channel.id == channel
