"""``/imagine``: parses typed options, and hands kept pictures to people who come by."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.client import InklingBot
from bot.errors import BadRequest
from bot.gpu.job import Seamless
from bot.imagine.model import MAX_COUNT, MAX_GUIDANCE, SHAPES, STYLES, Wish
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from bot.services import Services
from cogs.imagine import render
from cogs.imagine.actions import MENU, act_on
from cogs.imagine.ask import ask, with_prompt
from cogs.imagine.bringing import bring
from cogs.imagine.looking import looker
from cogs.imagine.presenter import DiscordPresenter
from cogs.ui import Interaction, answered

log = logging.getLogger(__name__)
START, LOOK = "start from it", "look like it"
"""What a picture is for."""
CHOICES = 25
"""Most autocomplete answers Discord takes."""


class ImagineCog(commands.Cog):
    def __init__(self, bot: InklingBot, presenter: DiscordPresenter) -> None:
        self._bot = bot
        self._services: Services = bot.services
        self._handing: set[int] = set()
        self._presenter = presenter
        self._menu = app_commands.ContextMenu(
            name=MENU,
            callback=self.picture_actions,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)
        self.forget.start()
        self.tell_again.start()

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)
        self.forget.cancel()
        self.tell_again.cancel()
        await self._presenter.close()

    @app_commands.command(description="Draw a picture from your words")
    @app_commands.describe(
        prompt="What you would like to see",
        image="A picture to start from; a transparent part of it is painted anew",
        strength="How far to go from the picture: 0.3 keeps most of it, 0.8 little",
        mask="A second picture, white where the first is painted anew",
        count="How many pictures, 1 to 4",
        size="A shape like portrait, a ratio like 3:2, or pixels",
        style="A look to add to your words",
        model="Which model draws it",
        extras="LoRAs and textual inversions for that model, such as: detail:0.7, -easynegative",
        negative="What should not be in the picture",
        private="Only you see the request and the result",
        seed="The same seed and settings give the same picture",
        steps="More steps take longer and may look finer",
        guidance="How closely to follow the words",
        blend="A second picture to mix the first with",
        use="Start from the image, or draw something that looks like it (where the model has an IP-Adapter)",
        seamless="A picture that can be laid side by side with itself without a seam",
    )
    @app_commands.choices(
        style=[app_commands.Choice(name=name, value=name) for name in STYLES],
        use=[app_commands.Choice(name=name, value=name) for name in (START, LOOK)],
        seamless=[app_commands.Choice(name=name, value=name) for name in Seamless],
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def imagine(
        self,
        interaction: discord.Interaction[InklingBot],
        prompt: str,
        image: discord.Attachment | None = None,
        count: app_commands.Range[int, 1, MAX_COUNT] | None = None,
        size: str | None = None,
        style: str | None = None,
        model: str | None = None,
        negative: str = "",
        private: bool = False,
        seed: int | None = None,
        steps: app_commands.Range[int, 1, 1000] | None = None,
        guidance: app_commands.Range[float, 0.0, MAX_GUIDANCE] | None = None,
        strength: app_commands.Range[float, 0.01, 1.0] | None = None,
        mask: discord.Attachment | None = None,
        extras: str | None = None,
        blend: discord.Attachment | None = None,
        use: str | None = None,
        seamless: str | None = None,
    ) -> None:
        if mask is not None and image is None:
            raise BadRequest(with_prompt("A mask shows a part of a picture: give that one as image.", prompt))
        if use is not None and (image is None or (mask is not None and use == LOOK)):
            says = "There is no image to use: give one" + (", without a mask, to look like it." if mask else ".")
            raise BadRequest(with_prompt(says, prompt))
        if blend is not None and (image is None or mask is not None):
            says = "Blend mixes two pictures: give the first as image" + (", and no mask." if mask else ".")
            raise BadRequest(with_prompt(says, prompt))
        wish = Wish(
            prompt=prompt,
            negative=negative,
            count=count,
            size=size,
            steps=steps,
            guidance=guidance,
            seed=seed,
            model=model,
            style=style,
            private=private,
            strength=strength,
            seamless=seamless,
            look=use == LOOK,
        )
        if wish.look and not model and (able := looker(self._services.imagine)):
            wish = replace(wish, model=able.name)
        if image is None and not extras:
            await ask(interaction, wish)
        else:
            await ask(interaction, wish, preparing=partial(self._prepared, wish, extras, image, mask, blend))

    async def _prepared(
        self, wish: Wish, extras: str | None, image: discord.Attachment | None, *others: discord.Attachment | None
    ) -> Asked:
        if extras:
            wish = await self._services.imagine.extras.onto(wish, extras)
        if image is None:
            return Asked(wish)
        return Asked(wish, await bring(self._services.imagine, self._bot.downloads, image, *others))

    async def picture_actions(self, interaction: discord.Interaction[InklingBot], message: discord.Message) -> None:
        await act_on(interaction, message)

    @imagine.autocomplete("size")
    async def sizes(self, interaction: discord.Interaction[InklingBot], current: str) -> list[app_commands.Choice[str]]:
        names = [name for name in (*SHAPES, "4:3", "3:4") if current.casefold() in name]
        return [app_commands.Choice(name=name, value=name) for name in names[:CHOICES]]

    @imagine.autocomplete("model")
    async def models(
        self, interaction: discord.Interaction[InklingBot], current: str
    ) -> list[app_commands.Choice[str]]:
        usable = [model for model in self._services.imagine.models if not model.problem]
        found = [m for m in usable if current.casefold() in f"{m.name} {m.label}".casefold()]
        refused = self._services.queue.roster.unusable()
        return [
            app_commands.Choice(name=render.model_choice(m.label, refused.get(m.name)), value=m.name[:100])
            for m in found[:CHOICES]
        ]

    @imagine.autocomplete("extras")
    async def extras(
        self, interaction: discord.Interaction[InklingBot], current: str
    ) -> list[app_commands.Choice[str]]:
        model = getattr(interaction.namespace, "model", None)
        found = await self._services.imagine.extras.completed(current, model if isinstance(model, str) else None)
        return [app_commands.Choice(name=text, value=text) for text in found[:CHOICES]]

    # ---- what could not be delivered before

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Whatever somebody does here, first show them what could not reach them before."""
        user_id = interaction.user.id
        if interaction.type is discord.InteractionType.autocomplete or user_id in self._handing:
            return
        self._handing.add(user_id)
        try:
            works = await self._services.imagine.undelivered.kept_for(user_id)
            if works and await answered(interaction):
                for work in works:
                    await self._hand_over(work, interaction)
        finally:
            self._handing.discard(user_id)

    async def _hand_over(self, work: Work, interaction: Interaction) -> None:
        try:
            shown = await self._presenter.hand_over(work, interaction)
        except Exception:  # one that cannot be shown must not hold up the others
            log.exception("what was kept of job %d could not be shown", work.job.id)
        else:
            if shown:
                await self._services.imagine.undelivered.handed_over(work.job.id)

    @tasks.loop(minutes=1)
    async def forget(self) -> None:
        """Wipe interaction tokens that have expired."""
        with reported_to_log("wiping expired tokens"):
            await self._services.imagine.undelivered.wipe_expired_tokens()

    @tasks.loop(minutes=1)
    async def tell_again(self) -> None:
        """Try again what could not be delivered while Discord was down."""
        with reported_to_log("telling again"):
            await self._services.queue.redeliver()

    @forget.before_loop
    @tell_again.before_loop
    async def _once_ready(self) -> None:
        await self._bot.wait_until_ready()


@contextlib.contextmanager
def reported_to_log(what: str) -> Iterator[None]:
    """A loop of discord.py's ends for good when it raises."""
    try:
        yield
    except Exception:
        log.exception("%s failed; it is tried again", what)
