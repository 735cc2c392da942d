"""Models, for whoever runs the bot: added, followed while they are fetched, and removed.

Server admins have no part in it, and every press checks that anew. A model is ready without a restart of anything.
"""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
from discord import ui
from discord.ext import commands

from bot.address import TOKEN_SECONDS
from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.library.model import Fetch, Stage
from bot.moderation.model import MAX_REASON, Action, Deed
from cogs.admin import render_models as render
from cogs.cards import View, button, row
from cogs.imagine.bringing import patiently
from cogs.ui import Form, Interaction, RecordSelect, WordButton, check_operator

log = logging.getLogger(__name__)

CALM_SECONDS = 4.0
"""Between two edits of the progress."""
MARGIN_SECONDS = 60.0
"""The last edit comes so long before Discord takes none."""


def offer(interaction: Interaction, view: ui.LayoutView) -> None:
    """A way to the models on ``/admin setup``, for whoever runs the bot alone."""
    if interaction.user.id in interaction.client.owners:
        view.add_item(row(button("Models", "admin:models")))


async def shelf(interaction: Interaction) -> View:
    services = interaction.client.services
    library = services.library
    return render.shelf(services.imagine.models, library.fetch, library.free_bytes())


async def _note(interaction: Interaction, detail: str) -> None:
    """In the audit log, for whoever runs the bot."""
    await interaction.client.services.moderation.record(
        Deed(Action.MODEL, actor_id=interaction.user.id, detail=detail[:MAX_REASON])
    )


async def _show(interaction: Interaction, view: View) -> None:
    await interaction.response.edit_message(view=still(view), allowed_mentions=NOBODY)


class Models(WordButton, template=r"admin:models(?P<again>:look)?"):
    async def press(self, interaction: Interaction) -> None:
        check_operator(interaction)
        view = await shelf(interaction)
        if self.given["again"]:
            await _show(interaction, view)
        else:
            await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class Add(WordButton, template=r"admin:model:add"):
    async def press(self, interaction: Interaction) -> None:
        check_operator(interaction)
        await interaction.response.send_modal(AddForm())


class AddForm(Form, title="Add a model"):
    def __init__(self) -> None:
        super().__init__()
        self.source: ui.TextInput[AddForm] = ui.TextInput(placeholder="owner/name", max_length=500)
        self.add_item(ui.Label(text="Model", description=render.PASTE, component=self.source))

    async def submit(self, interaction: Interaction) -> None:
        check_operator(interaction)
        library = interaction.client.services.library
        looking = library.look(self.source.value, interaction.user.id)
        token, found = await patiently(interaction, looking, private=True)
        view = still(render.offered(token, found))
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class Yes(WordButton, template=r"admin:model:yes:(?P<token>[0-9a-f]{8})"):
    async def press(self, interaction: Interaction) -> None:
        check_operator(interaction)
        library, token = interaction.client.services.library, self.given["token"]
        found = library.candidate(token)
        fetch = await library.add(token)
        await _note(interaction, f"added {found.name} from {found.source}")
        if fetch is None:
            await _show(interaction, render.there(found.name))
            return
        await _show(interaction, render.progress(fetch))
        following = interaction.client.get_cog(ModelsCog.__cog_name__)
        if isinstance(following, ModelsCog):
            following.follow(interaction)


class Stop(WordButton, template=r"admin:model:stop"):
    async def press(self, interaction: Interaction) -> None:
        check_operator(interaction)
        library = interaction.client.services.library
        await library.cancel()
        if library.fetch is not None:
            await _note(interaction, f"stopped fetching {library.fetch.wanted.hub_id}")
            await _show(interaction, render.progress(library.fetch))


class Pick(RecordSelect, template=r"admin:model:pick"):
    async def choose(self, interaction: Interaction) -> None:
        check_operator(interaction)
        library = interaction.client.services.library
        model, size = await library.removal(self.values[0])
        await _show(interaction, render.removing(model, size))


class Remove(WordButton, template=r"admin:model:(?P<how>drop|erase):(?P<name>[\w.-]{1,60})"):
    async def press(self, interaction: Interaction) -> None:
        check_operator(interaction)
        name, erase = self.given["name"], self.given["how"] == "erase"
        await interaction.client.services.library.remove(name, erase=erase)
        await _note(interaction, f"removed {name}" + (" and its files" if erase else ""))
        await _show(interaction, await shelf(interaction))


ITEMS = (Models, Add, Yes, Stop, Pick, Remove)


class ModelsCog(commands.Cog):
    """Keeps the message up to date that a fetch was begun in, and writes to whoever asked when that cannot be."""

    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._library = bot.services.library
        self._followed: tuple[Interaction, float] | None = None
        self._putting = asyncio.Lock()  # so that no progress overtakes the end
        self._tasks: set[asyncio.Task[None]] = set()

    async def cog_load(self) -> None:
        self._library.on_change.append(self._hear)
        await self._library.start()

    async def cog_unload(self) -> None:
        self._library.on_change.remove(self._hear)
        for task in self._tasks:
            task.cancel()

    def follow(self, interaction: Interaction) -> None:
        self._followed = interaction, self._bot.services.clock() + TOKEN_SECONDS - MARGIN_SECONDS
        self._keep(asyncio.create_task(self._edit(interaction), name="follow a fetch"))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _edit(self, interaction: Interaction) -> None:
        shown: Fetch | None = None
        while (fetch := self._library.fetch) is not None and not fetch.stage.is_over:
            if not self._is_open(interaction):
                self._followed = None
                await self._put(interaction, render.long_way(fetch))
                return
            if fetch != shown:
                await self._put(interaction, render.progress(fetch))
                shown = fetch
            await asyncio.sleep(CALM_SECONDS)

    def _is_open(self, interaction: Interaction) -> bool:
        return (
            self._followed is not None
            and self._followed[0] is interaction
            and (self._bot.services.clock() < self._followed[1])
        )

    async def _put(self, interaction: Interaction, view: View) -> bool:
        try:
            async with self._putting:
                await interaction.edit_original_response(view=still(view), allowed_mentions=NOBODY)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.info("the progress of a fetch could not be shown: %s", error)
            return False
        return True

    def _hear(self, fetch: Fetch) -> None:
        if fetch.stage.is_over:
            self._keep(asyncio.create_task(self._end(fetch), name="tell of a fetch"))

    async def _end(self, fetch: Fetch) -> None:
        """In the message that it was begun in, or by direct message."""
        followed, self._followed = self._followed, None
        is_open = followed is not None and self._bot.services.clock() < followed[1]
        if followed is not None and is_open and await self._put(followed[0], render.progress(fetch)):
            return
        if fetch.stage is Stage.STOPPED:
            return
        await self._bot.wait_until_ready()
        try:
            channel = await self._bot.create_dm(discord.Object(fetch.wanted.asker))
            await channel.send(view=still(render.progress(fetch)), allowed_mentions=NOBODY)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("whoever asked for %s could not be told: %s", fetch.wanted.hub_id, error)
