"""``/gallery``: a person's own pictures, one request a page, seen by nobody else."""

from __future__ import annotations

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.imagine.gallery import MAX_SEARCH, GalleryPage, Search
from cogs.imagine.places import seen_here
from cogs.imagine.presenter import DiscordPresenter
from cogs.imagine.render import INK, Attached, button, gallery_of, settings_line, shorten
from cogs.ui import Interaction, WordButton

NOT_HERE = "-# The safety check flagged this, and such pictures are not shown here."
_REST = r"(?P<number>\d{1,6}):(?P<starred>[01]):(?P<words>.{0,50})"


class GalleryCog(commands.Cog):
    @app_commands.command(description="Your pictures, seen by you alone")
    @app_commands.describe(search="Words in the prompt", starred="Only those with a star")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def gallery(
        self,
        interaction: discord.Interaction[InklingBot],
        search: app_commands.Range[str, 1, MAX_SEARCH] | None = None,
        starred: bool = False,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await show(interaction, Search(" ".join((search or "").split()), starred), 0)


async def show(interaction: Interaction, search: Search, number: int) -> None:
    """The page in place of what the acknowledged interaction showed."""
    services = interaction.client.services
    page = await services.gallery.page(interaction.user.id, search, number)
    attached = []
    if page.work is not None and isinstance(services.imagine.presenter, DiscordPresenter):
        seen = await seen_here(interaction, page.work)
        shown = await services.imagine.presenter.shown(seen, interaction.filesize_limit // 2)
        attached = [Attached(one.name, one.content, shorten(page.work.wish.prompt), one.spoiler) for one in shown]
    await interaction.edit_original_response(
        view=still(gallery_page(page, attached)), attachments=[a.file() for a in attached], allowed_mentions=NOBODY
    )


def gallery_page(page: GalleryPage, attached: list[Attached]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK)
    view.add_item(box)
    if page.work is None:
        box.add_item(ui.TextDisplay(_nothing(page.search)))
        return view
    work = page.work
    star = "★ " if page.starred else ""
    box.add_item(
        ui.TextDisplay(f"### Your pictures · {page.number + 1} of {page.count}\n{star}**{shorten(work.wish.prompt)}**")
    )
    box.add_item(gallery_of(attached) if attached else ui.TextDisplay(NOT_HERE))
    lines = [settings_line(work), f"<t:{int(work.job.created_utc)}:f>"]
    if work.address.message_id is not None and not work.address.private:
        lines.append(f"[where it was made]({work.address.link})")
    box.add_item(ui.TextDisplay("-# " + " · ".join(lines)))
    box.add_item(
        ui.ActionRow(
            _turn("Newer", "newer", page, page.number - 1, disabled=page.number == 0),
            _turn("Older", "older", page, page.number + 1, disabled=page.number + 1 >= page.count),
            _star(page, work.job.id),
            button("Discard", "delete", work),
        )
    )
    box.add_item(
        ui.ActionRow(
            button("Again", "again", work),
            button("Vary", "vary", work),
            button("Upscale", "upscale", work),
            button("Use as input", "input", work),
            button("More", "more", work),
        )
    )
    return view


def _nothing(search: Search) -> str:
    if search.words or search.starred:
        return "Nothing of yours fits that."
    return "You have no pictures yet. `/imagine` makes one."


def _rest(page: GalleryPage, number: int) -> str:
    return f"{max(0, number)}:{int(page.search.starred)}:{page.search.words}"


def _turn(label: str, verb: str, page: GalleryPage, number: int, *, disabled: bool) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=f"gallery:{verb}:{_rest(page, number)}", disabled=disabled)


def _star(page: GalleryPage, job_id: int) -> ui.Button[ui.LayoutView]:
    label = "Take the star away" if page.starred else "Star"
    return ui.Button(label=label, custom_id=f"gallery:star:{job_id}:{_rest(page, page.number)}")


class Turn(WordButton, template=rf"gallery:(?:newer|older):{_REST}"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        await show(interaction, _search(self.given), int(self.given["number"]))


class Star(WordButton, template=rf"gallery:star:(?P<job>\d+):{_REST}"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.gallery.star(int(self.given["job"]), interaction.user.id)
        await interaction.response.defer()
        await show(interaction, _search(self.given), int(self.given["number"]))


def _search(given: dict[str, str]) -> Search:
    return Search(given["words"], given["starred"] == "1")


ITEMS = (Turn, Star)
