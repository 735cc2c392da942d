"""Each kind of menu in a message, and each kind of field in a form: what the bot was told comes back as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord
from discord import ui

WORDS = ("one", "two", "three")


def named(chosen: Iterable[Any]) -> str:
    """What was chosen, with the kind that discord.py took it for."""
    return ", ".join(f"{type(each).__name__} {getattr(each, 'name', each)}" for each in chosen)


class Menus(ui.LayoutView):
    def __init__(self, owner: int) -> None:
        super().__init__(timeout=None)
        menus: list[ui.Select[Any] | ui.UserSelect[Any] | ui.RoleSelect[Any] | ui.MentionableSelect[Any] | Any] = [
            ui.Select(
                placeholder="Words",
                max_values=2,
                options=[discord.SelectOption(label=word, description=f"Number {word}", emoji="🔢") for word in WORDS],
            ),
            ui.UserSelect(placeholder="Person", default_values=[discord.Object(owner, type=discord.User)]),
            ui.RoleSelect(placeholder="Role"),
            ui.MentionableSelect(placeholder="Anyone", max_values=3),
            ui.ChannelSelect(placeholder="Channel", channel_types=[discord.ChannelType.text]),
            ui.ChannelSelect(placeholder="Voice channel", channel_types=[discord.ChannelType.voice]),
        ]
        self.add_item(ui.Container(ui.TextDisplay("It was the butler"), spoiler=True))
        for menu in menus:
            menu.callback = self._answer(menu)
            self.add_item(ui.ActionRow(menu))

    def _answer(self, menu: Any) -> Any:
        async def answer(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(f"{menu.placeholder}: {named(menu.values)}", ephemeral=True)

        return answer


class Answers(ui.Modal, title="Answers"):
    name = ui.Label(text="Name", description="As on the door", component=ui.TextInput(max_length=20))
    words = ui.Label(
        text="Words",
        component=ui.Select(max_values=2, options=[discord.SelectOption(label=word) for word in WORDS]),
    )
    size = ui.Label(
        text="Size",
        component=ui.RadioGroup(options=[discord.RadioGroupOption(label=word) for word in ("small", "big")]),
    )
    inks = ui.Label(
        text="Inks",
        component=ui.CheckboxGroup(
            required=False,
            options=[discord.CheckboxGroupOption(label=word, description="An ink") for word in ("red", "blue")],
        ),
    )
    sure = ui.Label(text="Sure", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        parts: list[Any] = [each.component for each in (self.name, self.words, self.size, self.inks, self.sure)]
        name, words, size, inks, sure = parts
        await interaction.response.send_message(
            f"{name.value}; {words.values}; {size.value}; {inks.values}; {sure.value}"
        )


class Things(ui.Modal, title="Things"):
    about = ui.TextDisplay("Whatever **you** like")
    files = ui.Label(text="Files", component=ui.FileUpload(max_values=2))
    person = ui.Label(text="Person", component=ui.UserSelect(placeholder="Who"))
    anyone = ui.Label(text="Anyone", component=ui.MentionableSelect(max_values=2, required=False))
    channel = ui.Label(text="Channel", component=ui.ChannelSelect(required=False))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        parts: list[Any] = [each.component for each in (self.files, self.person, self.anyone, self.channel)]
        files, *others = parts
        sizes = [(each.filename, len(await each.read())) for each in files.values]
        await interaction.response.send_message(f"{sizes}; " + "; ".join(named(each.values) for each in others))
