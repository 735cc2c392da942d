"""A small discord.py bot that uses each thing the page must show. Nothing of Inkling is in it."""

from __future__ import annotations

import asyncio
import io

import discord
from discord import app_commands, ui
from PIL import Image

from tests.playground.page.every_component import Answers, Menus, Things

COLOURS = ("#c0392b", "#2471a3", "#1e8449", "#b7950b")
HOSTILE = "<script>window.pwned=1</script><img src=x onerror=window.pwned=1>"


def picture(colour: str, size: tuple[int, int] = (64, 64)) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    out.seek(0)
    return out


class Sheet(ui.Modal, title="Edit the picture"):
    prompt = ui.Label(text="Prompt", description="What to paint", component=ui.TextInput(default="a red apple"))
    notes = ui.Label(text="Notes", component=ui.TextInput(style=discord.TextStyle.paragraph, required=False))
    size = ui.Label(
        text="Size",
        component=ui.Select(
            options=[discord.SelectOption(label="Square", default=True), discord.SelectOption(label="Wide")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        prompt, size = self.prompt.component, self.size.component
        assert isinstance(prompt, ui.TextInput) and isinstance(size, ui.Select)
        await interaction.response.send_message(f"Edited: {prompt.value} ({size.values[0]})", ephemeral=True)


class Result(ui.LayoutView):
    """A picture card: text, gallery, section, separator, select and buttons in a container."""

    def __init__(self, prompt: str, count: int) -> None:
        super().__init__(timeout=None)
        items = [
            discord.MediaGalleryItem(f"attachment://picture-{n}.png", description=f"{prompt}, picture {n + 1}")
            for n in range(count)
        ]
        pick = ui.Select(
            placeholder="Pick a picture",
            options=[discord.SelectOption(label=f"Picture {n + 1}", value=str(n)) for n in range(count)],
        )
        pick.callback = self.picked  # type: ignore[method-assign]
        self.pick = pick
        again = ui.Button(label="Again", style=discord.ButtonStyle.primary, emoji="🔁")
        edit = ui.Button(label="Edit", style=discord.ButtonStyle.secondary)
        slow = ui.Button(label="Never answers", style=discord.ButtonStyle.success)
        delete = ui.Button(label="Delete", style=discord.ButtonStyle.danger)
        again.callback, edit.callback = self.again, self.edit  # type: ignore[method-assign]
        slow.callback, delete.callback = self.slow, self.delete  # type: ignore[method-assign]
        self.add_item(
            ui.Container(
                ui.TextDisplay(f"**{prompt}**\n-# Square · 20 steps · seed 7 · <t:1700000000:R>"),
                ui.MediaGallery(*items),
                ui.Section(
                    ui.TextDisplay("Made by the *starter model*"), accessory=ui.Thumbnail("attachment://picture-0.png")
                ),
                ui.Separator(),
                ui.ActionRow(pick),
                ui.ActionRow(again, edit, slow, ui.Button(label="Waiting", disabled=True), delete),
                ui.File("attachment://settings.txt"),
                accent_colour=discord.Colour.from_str("#5b5bd6"),
            )
        )
        self.add_item(ui.ActionRow(ui.Button(label="About", url="https://example.org/about")))

    async def picked(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You picked {self.pick.values[0]}", ephemeral=True)

    async def again(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await asyncio.sleep(0.6)
        await interaction.followup.send("Painted again")

    async def edit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Sheet())

    async def slow(self, interaction: discord.Interaction) -> None:
        await asyncio.sleep(60)

    async def delete(self, interaction: discord.Interaction) -> None:
        assert interaction.message is not None
        await interaction.response.defer()
        await interaction.delete_original_response()


class SampleBot(discord.Client):
    def __init__(self) -> None:
        # It is ready once no server has arrived for this long; two seconds unless told otherwise.
        super().__init__(intents=discord.Intents(guilds=True, dm_messages=True), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.up = asyncio.Event()
        self.go = asyncio.Event()  # for what is done in two steps
        self.seen: dict[str, object] = {}
        self._add_commands()

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        self.up.set()

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or message.guild is not None:
            return
        await message.add_reaction("✅")
        if message.flags.voice:
            [spoken] = message.attachments
            length, waveform = spoken.duration or 0, spoken.waveform or b""
            await message.reply(f"Heard {length > 0.5}, {len(waveform)} samples, {spoken.content_type}")
            return
        copies = [copy.content for copy in message.message_snapshots]
        names = ", ".join(attachment.filename for attachment in message.attachments)
        await message.reply(f"Noted: {message.content}{names}" + "".join(f"Forwarded: {copy}" for copy in copies))

    def _add_commands(self) -> None:
        @self.tree.command(description="Paint a picture")
        @app_commands.describe(prompt="What to paint", count="How many", style="A look", private="For you only")
        @app_commands.choices(size=[app_commands.Choice(name=n, value=n.lower()) for n in ("Square", "Wide", "Tall")])
        async def imagine(
            interaction: discord.Interaction,
            prompt: app_commands.Range[str, 1, 300],
            count: app_commands.Range[int, 1, 4] = 1,
            size: str = "square",
            style: str = "",
            private: bool = False,
            base: discord.Attachment | None = None,
            friend: discord.User | None = None,
        ) -> None:
            self.seen = {"prompt": prompt, "count": count, "size": size, "style": style, "private": private}
            self.seen |= {"base": base and base.filename, "friend": friend and friend.id}
            files = [discord.File(picture(COLOURS[n]), f"picture-{n}.png") for n in range(count)]
            files.append(discord.File(io.BytesIO(b"steps 20"), "settings.txt"))
            await interaction.response.send_message(view=Result(prompt, count), files=files, ephemeral=private)

        @imagine.autocomplete("style")
        async def styles(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            names = ("ink wash", "ink sketch", "oil paint")
            return [app_commands.Choice(name=n, value=n) for n in names if current.lower() in n]

        @self.tree.command(description="Say something only you can read")
        async def whisper(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("A secret", ephemeral=True)

        @self.tree.command(description="Edit a message after a moment")
        async def change(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("Waiting: place 1")
            await asyncio.wait_for(self.go.wait(), 60)
            await interaction.edit_original_response(content="Painting: 50 %")

        @self.tree.command(description="Never answer")
        async def sleep(interaction: discord.Interaction) -> None:
            await asyncio.sleep(60)

        @self.tree.command(description="Text of every kind")
        async def words(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(
                "# Title\n**bold** *slanted* __under__ ~~gone~~ `code` ||hidden||\n> quoted\n- first\n- second\n"
                "-# small print\n[a link](https://example.org) [bad](javascript:alert(1)) "
                f"<@{interaction.user.id}> <t:{int(interaction.created_at.timestamp())}:R>\n```py\nprint(1)\n```"
            )

        @self.tree.command(description="An embed")
        async def card(interaction: discord.Interaction) -> None:
            embed = discord.Embed(title="Embed title", description="**Embed** words", colour=0x2471A3)
            embed.add_field(name="Steps", value="20").set_footer(text="Foot")
            await interaction.response.send_message(embed=embed)

        @self.tree.command(description="Try to break the page")
        async def hostile(interaction: discord.Interaction) -> None:
            embed = discord.Embed(title=HOSTILE, description=f"[x](javascript:alert(1)) {HOSTILE}")
            button = ui.Button[ui.View](label=HOSTILE[:80])
            view = ui.View().add_item(button)
            await interaction.response.send_message(f"{HOSTILE} **{HOSTILE}**", embed=embed, view=view)

        notes = app_commands.Group(name="notes", description="Notes")
        habit = app_commands.Group(name="habit", description="Habits")
        for group in (notes, habit):
            self.tree.add_command(group)

        @notes.command(description="Your newest notes")
        async def recent(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("No notes yet", ephemeral=True)

        @habit.command(name="add", description="A new habit")
        async def add_habit(interaction: discord.Interaction, name: str = "", schedule: str = "") -> None:
            await interaction.response.send_message(f"Habit: {name}, {schedule}", ephemeral=True)

        @self.tree.command(description="Every menu")
        async def menus(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(view=Menus(interaction.user.id))

        @self.tree.command(description="Every field")
        async def form(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(Answers())

        @self.tree.command(description="Every field, continued")
        async def things(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(Things())

        @self.tree.command(description="Every entity")
        async def name(
            interaction: discord.Interaction,
            role: discord.Role,
            where: discord.TextChannel,
            anyone: discord.Member | discord.Role,
        ) -> None:
            await interaction.response.send_message(f"{role.mention} {where.mention} {anyone.name}")

        @self.tree.context_menu(name="Save to notes")
        async def save(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"Saved: {message.content}", ephemeral=True)

        @self.tree.context_menu(name="Say it aloud")
        async def aloud(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"Aloud: {message.content}")
