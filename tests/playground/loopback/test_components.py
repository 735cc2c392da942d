from typing import Any

import discord
import pytest
from discord import app_commands, ui

from bot.playground.loopback import Loopback, LoopbackRefused
from tests.playground.loopback.client import Client, LogIn, attachment, png


class Again(ui.DynamicItem[ui.Button[Any]], template=r"again:(?P<job>\d+)"):
    def __init__(self, job: int) -> None:
        super().__init__(ui.Button(label="Again", custom_id=f"again:{job}"))
        self.job = job

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction, item: Any, match: Any) -> "Again":
        return cls(int(match["job"]))

    async def callback(self, interaction: discord.Interaction) -> Any:
        await interaction.response.send_message(f"again {self.job}")


class Picker(ui.Select[Any]):
    def __init__(self) -> None:
        options = [discord.SelectOption(label=word, value=word) for word in ("one", "two", "three")]
        super().__init__(custom_id="pick", options=options, max_values=2)

    async def callback(self, interaction: discord.Interaction) -> Any:
        await interaction.response.edit_message(view=Card(", ".join(self.values)))


class People(ui.UserSelect[Any]):
    def __init__(self) -> None:
        super().__init__(custom_id="people", max_values=3)

    async def callback(self, interaction: discord.Interaction) -> Any:
        names = ", ".join(user.name for user in self.values)
        await interaction.response.send_message(names, ephemeral=True)


class Card(ui.LayoutView):
    def __init__(self, title: str) -> None:
        super().__init__(timeout=None)
        gallery = ui.MediaGallery(discord.MediaGalleryItem("attachment://fox.png", description="A fox"))
        thumbnail = ui.Section(title, accessory=ui.Thumbnail("attachment://fox.png"))
        gone = ui.Button[Any](label="Gone", custom_id="gone", disabled=True)
        link = ui.Button[Any](label="Site", url="https://example.org")
        self.add_item(ui.Container(thumbnail, gallery, ui.Separator(), ui.ActionRow(Again(7), gone, link)))
        self.add_item(ui.ActionRow(Picker()))
        self.add_item(ui.ActionRow(People()))


class Form(ui.Modal, title="A form"):
    about = ui.TextDisplay("Please fill in")
    prompt = ui.Label(text="Prompt", component=ui.TextInput(custom_id="prompt", default="a fox", max_length=20))
    size = ui.Label(
        text="Size",
        component=ui.RadioGroup(
            custom_id="size", options=[discord.RadioGroupOption(label=word, value=word) for word in ("small", "big")]
        ),
    )
    styles = ui.Label(
        text="Styles",
        component=ui.CheckboxGroup(
            custom_id="styles",
            required=False,
            options=[discord.CheckboxGroupOption(label=word, value=word) for word in ("ink", "oil")],
        ),
    )
    source = ui.Label(text="Source", component=ui.FileUpload(custom_id="source", required=False, max_values=2))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        files = [await file.read() for file in self.source.component.values]  # type: ignore[attr-defined]
        parts = [item.component for item in (self.prompt, self.size, self.styles)]
        values = [parts[0].value, parts[1].value, parts[2].values]  # type: ignore[attr-defined]
        await interaction.response.send_message(repr((*values, [len(file) for file in files])))


class Old(ui.Modal, title="The older kind"):
    name = ui.TextInput[Any](label="Name", custom_id="name")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"hello {self.name.value}")


class Cards(Client):
    def __init__(self) -> None:
        super().__init__()
        self.add_dynamic_items(Again)

        @self.tree.command(description="Shows a card")
        async def card(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(view=Card("First"), file=attachment(png(16, 8), "fox.png"))

        @self.tree.command(description="Opens a form")
        @app_commands.describe(old="The older kind")
        async def form(interaction: discord.Interaction, old: bool = False) -> None:
            await interaction.response.send_modal(Old() if old else Form())


async def show_card(world: Loopback) -> dict[str, Any]:
    await world.slash(world.owner, world.channel, "card")
    [message] = await world.wait_for(lambda: world.history(world.owner, world.channel))
    return message


async def test_a_layout_comes_out_as_it_went_in(world: Loopback, log_in: LogIn) -> None:
    await log_in(Cards())
    message = await show_card(world)
    assert message["flags"] == 1 << 15
    section, gallery, _, row = message["components"][0]["components"]
    assert section["components"][0]["content"] == "First"
    media = gallery["items"][0]["media"]
    assert gallery["items"][0]["description"] == "A fox"
    assert (media["width"], media["height"], media["content_type"]) == (16, 8, "image/png")
    assert media["url"].startswith(f"http://127.0.0.1:{world.port}/cdn/") and media["proxy_url"]
    assert world.media(media["url"]) == (png(16, 8), "image/png")
    assert [button.get("custom_id") for button in row["components"]] == ["again:7", "gone", None]


async def test_buttons_and_menus(world: Loopback, log_in: LogIn) -> None:
    await log_in(Cards())
    card = int((await show_card(world))["id"])
    await world.press(world.owner, card, "again:7")
    await world.wait_for(lambda: world.history(world.owner, world.channel)[-1]["content"] == "again 7")
    answer = world.history(world.owner, world.channel)[-1]
    assert answer["interaction_metadata"]["interacted_message_id"] == str(card)
    await world.select(world.owner, card, "pick", ["two", "three"])
    await world.wait_for(
        lambda: world.message(card)["components"][0]["components"][0]["components"][0]["content"] == "two, three"
    )
    assert world.message(card)["edited_timestamp"] is not None
    friend = world.add_user("bea")
    await world.select(world.owner, card, "people", [world.owner, friend])
    await world.wait_for(lambda: world.history(world.owner, world.channel)[-1]["content"] == "owner, bea")


@pytest.mark.parametrize(
    ("custom_id", "words"), [("gone", "greyed out"), ("nothing", "has no nothing"), ("pick", "not a button")]
)
async def test_what_cannot_be_pressed(world: Loopback, log_in: LogIn, custom_id: str, words: str) -> None:
    await log_in(Cards())
    card = int((await show_card(world))["id"])
    with pytest.raises(LoopbackRefused, match=words):
        await world.press(world.owner, card, custom_id)


@pytest.mark.parametrize(
    ("custom_id", "values"),
    [("pick", []), ("pick", ["one", "two", "three"]), ("pick", ["one", "one"]), ("pick", ["four"]), ("people", [1])],
)
async def test_what_cannot_be_chosen(world: Loopback, log_in: LogIn, custom_id: str, values: list[object]) -> None:
    await log_in(Cards())
    card = int((await show_card(world))["id"])
    with pytest.raises(LoopbackRefused):
        await world.select(world.owner, card, custom_id, values)


async def open_form(world: Loopback, **options: object) -> dict[str, Any]:
    async with world.subscribe(world.owner) as events:
        await world.slash(world.owner, world.channel, "form", options)
        while (event := await events.get())["t"] != "MODAL_OPEN":
            pass
    return dict(event["d"])


async def test_a_form_with_every_kind_of_field(world: Loopback, log_in: LogIn) -> None:
    await log_in(Cards())
    form = await open_form(world)
    assert form["title"] == "A form" and [item["type"] for item in form["components"]] == [10, 18, 18, 18, 18]
    values: dict[str, object] = {"size": "big", "styles": ["ink"], "source": [("a.bin", b"123")]}
    await world.submit_modal(world.owner, int(form["id"]), values)
    [message] = await world.wait_for(lambda: world.history(world.owner, world.channel))
    assert message["content"] == "('a fox', 'big', ['ink'], [3])"
    assert message["interaction_metadata"]["triggering_interaction_metadata"]["name"] == "form"
    with pytest.raises(LoopbackRefused, match="no such form"):
        await world.submit_modal(world.owner, int(form["id"]), values)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Size is required"),
        ({"size": "huge"}, "one of its options"),
        ({"size": "big", "prompt": ""}, "Prompt is required"),
        ({"size": "big", "prompt": "x" * 21}, "0 to 20"),
        ({"size": "big", "styles": ["chalk"]}, "among its options"),
        ({"size": "big", "extra": "x"}, "no field extra"),
        ({"size": "big", "source": [("a", b"")] * 3}, "1 to 2 items"),
    ],
)
async def test_a_form_filled_in_wrongly(world: Loopback, log_in: LogIn, values: dict[str, object], words: str) -> None:
    await log_in(Cards())
    form = await open_form(world)
    with pytest.raises(LoopbackRefused, match=words):
        await world.submit_modal(world.owner, int(form["id"]), values)


async def test_the_older_kind_of_form(world: Loopback, log_in: LogIn) -> None:
    await log_in(Cards())
    form = await open_form(world, old=True)
    stranger = world.add_user("stranger")
    with pytest.raises(LoopbackRefused):
        await world.submit_modal(stranger, int(form["id"]), {"name": "x"})
    await world.submit_modal(world.owner, int(form["id"]), {"name": "Ada"})
    [message] = await world.wait_for(lambda: world.history(world.owner, world.channel))
    assert message["content"] == "hello Ada"
