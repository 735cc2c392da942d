"""“Picture actions” in every message's menu: what made a picture, and what can be made of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import aiohttp
import discord
from discord import ui

from bot import watermark
from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.errors import BadRequest, FileGone, FileTooLarge, NotFound, UserError
from bot.imagine.deriving import STRONG, SUBTLE, restarted
from bot.imagine.grid import cell_of
from bot.imagine.identify import Identified
from bot.imagine.model import Wish
from bot.imagine.service import ImagineService
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from bot.incoming_picture import MAX_BYTES, check_size
from cogs.imagine import making
from cogs.imagine.ask import ask
from cogs.imagine.bringing import bring_posted, patiently
from cogs.imagine.describing import offer
from cogs.imagine.forms import Numbers, WishForm, edit_form
from cogs.imagine.looking import looker, looking
from cogs.imagine.render import CALM, button, settings_line, shorten
from cogs.pictures import attached, check_may_use, job_of, seen_again
from cogs.ui import Interaction, JobButton, WordButton

MENU = "Picture actions"
MOST = 4
"""Pictures of one message that are offered."""
WORDS = 1200
"""Characters for what files say; a message holds 4000 with what Discord needs to show them as they are."""
FORGOTTEN = "I forgot what its file says, and could not read it again in time. Choose Picture actions once more."
MARKED = f"The invisible watermark “{watermark.MESSAGE.decode()}” stands in it: Stable Diffusion made it."
UNMARKED = "No invisible watermark was found in it; small pictures carry none."
FORM_WAITS_SECONDS = 1.2
"""Discord waits three for an answer, and the picture may have to be fetched as well."""
_STRENGTHS = {"subtle": SUBTLE, "strong": STRONG}
_OF_OURS = (
    "-# **Remix** opens words and numbers in a form. **Replay** draws it once more from what is stored, and says "
    "whether every pixel is the same."
)


async def act_on(interaction: Interaction, message: discord.Message) -> None:
    """The menu command. Raises NotFound or NotAllowed."""
    imagine = interaction.client.services.imagine
    job_id = job_of(message)
    looks = looker(imagine) is not None
    if job_id is not None:
        work = await imagine.find_for(job_id, interaction.user.id)
        imagine.check_has_pictures(work)
        marks = await patiently(interaction, _marks(imagine, work), private=True)
        numbers = {picture.position: f"{work.job.id}:{picture.position}" for picture in work.pictures}
        view = still(offer(interaction, of_ours(work, marks, looks=looks), "describe", numbers))
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
        return
    await check_may_use(interaction, message)
    await interaction.response.defer(ephemeral=True, thinking=True)
    found, marks = [], []
    for number, attachment in enumerate(attached(message)[:MOST]):
        settings, mark = await _looked(imagine, interaction.client, attachment)
        imagine.reading.known.put((interaction.user.id, message.id, number), settings)
        found.append(settings)
        marks.append(mark)
    card = of_theirs(message, found, marks, looks=looks)
    view = offer(interaction, card, "describing", {n: f"{message.id}:{n}" for n in range(len(found))})
    await interaction.followup.send(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


async def _marks(imagine: ImagineService, work: Work) -> list[bool]:
    """Which of our files carry the watermark."""
    return [await imagine.reading.is_marked(png) for _, png in await imagine.originals(work)]


async def _looked(
    imagine: ImagineService, client: InklingBot, attachment: discord.Attachment
) -> tuple[Identified | None, bool]:
    """What made it, None where the file says nothing or cannot be looked into; and whether it has the watermark."""
    try:
        check_size(attachment.size)
        content = await client.downloads.read(attachment.url, MAX_BYTES)
        return await imagine.reading.settings(content), await imagine.reading.is_marked(content)
    except (BadRequest, FileGone, FileTooLarge, aiohttp.ClientError, OSError):
        return None, False


# ---- layouts


def of_ours(work: Work, marks: Sequence[bool], *, looks: bool = False) -> ui.LayoutView:
    """A picture that we drew: everything is known about it. ``marks`` says which files carry the watermark, ``looks``
    that there is a model that can look at pictures."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    lines = [f"### {MENU}", f"**{shorten(work.wish.prompt)}**", f"-# {settings_line(work)}", f"-# {_marked(marks)}"]
    box.add_item(ui.TextDisplay("\n".join(lines)))
    box.add_item(
        ui.ActionRow(
            button("Use as input", "input", work),
            button("Vary", "vary", work),
            button("Upscale", "upscale", work),
            button("Remix", "remix", work),
            button("Replay", "replay", work),
        )
    )
    more = [button("Blend two", "blend", work)] if len(work.pictures) > 1 or work.wish.beside is not None else []
    more += [button("Look like it", "look", work)] if looks else []
    if more:
        box.add_item(ui.ActionRow(*more))
    box.add_item(ui.TextDisplay(_OF_OURS))
    view.add_item(box)
    return view


def of_theirs(
    message: discord.Message, found: Sequence[Identified | None], marks: Sequence[bool], *, looks: bool = False
) -> ui.LayoutView:
    """Pictures that somebody posted: what their files say, which carry the watermark, and what can be done."""
    view = ui.LayoutView(timeout=None)
    for number, settings in enumerate(found):
        box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
        title = MENU if len(found) == 1 else f"{MENU}, picture {number + 1}"
        lines = [f"### {title}", *described(settings, WORDS // len(found)), f"-# {_marked([marks[number]])}"]
        box.add_item(ui.TextDisplay("\n".join(lines)))
        where = f"{message.id}:{number}"
        buttons: list[ui.Button[ui.LayoutView]] = [
            ui.Button(label="Use as input", custom_id=f"imagine:found:input:{where}"),
            ui.Button(label="Upscale", custom_id=f"imagine:found:upscale:{where}"),
            ui.Button(label="Vary subtly", custom_id=f"imagine:found:subtle:{where}"),
            ui.Button(label="Vary strongly", custom_id=f"imagine:found:strong:{where}"),
        ]
        if settings is not None:
            buttons.append(ui.Button(label="Draw with these", custom_id=f"imagine:found:remix:{where}"))
        box.add_item(ui.ActionRow(*buttons))
        if looks and len(found) == 1:  # a message holds 40 components
            box.add_item(ui.ActionRow(ui.Button(label="Look like it", custom_id=f"imagine:found:look:{where}")))
        view.add_item(box)
    if len(found) > 1:
        blend = f"imagine:found:blend:{message.id}:{len(found)}"
        view.add_item(ui.ActionRow(ui.Button(label="Blend two", custom_id=blend)))
    return view


def _marked(marks: Sequence[bool]) -> str:
    if all(marks):
        return MARKED
    return UNMARKED if not any(marks) else f"The invisible watermark stands in {sum(marks)} of these {len(marks)}."


def described(settings: Identified | None, room: int) -> list[str]:
    """What a file says of how it was made, in about ``room`` characters."""
    if settings is None:
        return ["-# Its file does not say how it was made."]
    lines = [f"**{shorten(settings.prompt, room // 2)}**"] if settings.prompt else []
    facts = {
        "model": settings.model,
        "sampler": settings.sampler,
        "steps": settings.steps,
        "guidance": settings.guidance,
        "seed": settings.seed,
    }
    said = [f"{name} {shorten(str(value), 40)}" for name, value in facts.items() if value not in (None, "")]
    if settings.negative:
        said.append(f"without {shorten(settings.negative, room // 4)}")
    return [*lines, f"-# {settings.program}" + "".join(f" · {fact}" for fact in said)]


# ---- buttons


class Input(JobButton, template=r"imagine:(?P<what>input|look):(?P<job>\d+)(?::(?P<position>\d{1,2}))?"):
    """A finished picture as what another starts from or looks like, with words of one's own. Of several it is chosen
    first."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_has_pictures(work)
        position = int(self.given["position"] or work.pictures[0].position)
        if not self.given["position"] and len(work.pictures) > 1:
            view = still(making.chooser(work, making.INPUT, position, None, looker(imagine)))
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
            return
        wish = restarted(cell_of(work.wish, position), work.picture_at(position))
        if self.given["what"] == "look":
            wish = looking(wish, imagine)
        form = WishForm(wish, Numbers(), parent=work, starts=True)
        await interaction.response.send_modal(form)


class Remix(JobButton, template=r"imagine:remix:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await interaction.response.send_modal(edit_form(work))


class Found(
    WordButton,
    template=r"imagine:found:(?P<what>input|upscale|remix|subtle|strong|look):(?P<message>\d+):(?P<number>\d)",
):
    """A picture that somebody posted. The form opens at once; the picture is fetched when it is sent. To vary one whose
    words are known takes no form."""

    async def press(self, interaction: Interaction) -> None:
        given, imagine = self.given, interaction.client.services.imagine
        settings = await self._known(interaction)
        names = {name.casefold(): model.name for model in imagine.models for name in (model.name, model.label)}
        wish = settings.wish(names, imagine.default_model.samplers) if settings is not None else Wish("")
        numbers = Numbers(wish.steps, wish.guidance, wish.seed)
        if given["what"] == "remix":
            if settings is None:
                raise NotFound(FORGOTTEN)
            await interaction.response.send_modal(WishForm(wish, numbers))
            return
        wish = replace(wish, upscale=2 if given["what"] == "upscale" else None, seed=None)
        if given["what"] == "look":
            wish = looking(wish, imagine)
        numbers = Numbers(strength=_STRENGTHS.get(given["what"]))
        preparing = partial(self._bring, interaction)
        if numbers.strength is not None and wish.prompt:
            wish = replace(wish, steps=None, guidance=None, strength=numbers.strength)
            await ask(interaction, wish, preparing=lambda: preparing(wish))
            return
        await interaction.response.send_modal(WishForm(wish, numbers, starts=True, preparing=preparing))

    async def _known(self, interaction: Interaction) -> Identified | None:
        """What the picture's file says; after a restart it is read once more, as long as Discord waits for a form."""
        known, given = interaction.client.services.imagine.reading.known, self.given
        place = (interaction.user.id, int(given["message"]), int(given["number"]))
        if place not in known:
            with contextlib.suppress(UserError, TimeoutError):
                async with asyncio.timeout(FORM_WAITS_SECONDS):
                    pictures = attached(await seen_again(interaction, int(given["message"])))
                    for picture in pictures[int(given["number"]) :][:1]:
                        settings, _ = await _looked(interaction.client.services.imagine, interaction.client, picture)
                        known.put(place, settings)
        return known.get(place)

    async def _bring(self, interaction: Interaction, wish: Wish) -> Asked:
        return Asked(wish, await bring_posted(interaction, int(self.given["message"]), int(self.given["number"])))


class Replay(JobButton, template=r"imagine:replay:(?P<job>\d+)"):
    """The stored settings once more; whether every pixel is the same is said under the result."""

    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await ask(interaction, replace(work.wish, replay=True), parent=work)


ITEMS = (Input, Remix, Found, Replay)
