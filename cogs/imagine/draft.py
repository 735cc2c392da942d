"""A wish that waits for its last word: a form filled in with what something else suggests."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.imagine.model import MAX_COUNT, MAX_PROMPT, SHAPES, STYLES, Wish
from bot.imagine.work import Work
from cogs.imagine.ask import ask
from cogs.ui import Form, Interaction

PLAIN = "none"


class DraftForm(Form, title="Draw a picture"):
    """``wish`` is only a beginning: what is sent may be any other. What the form does not show is kept.

    ``asked`` is told of what was queued.
    """

    def __init__(self, wish: Wish, asked: Callable[[Interaction, Work], Awaitable[None]] | None = None) -> None:
        super().__init__()
        self._wish = wish
        self._asked = asked
        self.prompt: ui.TextInput[DraftForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=wish.prompt[:MAX_PROMPT] or None, max_length=MAX_PROMPT
        )
        self.style: ui.Select[DraftForm] = ui.Select(options=_options([PLAIN, *STYLES], wish.style or PLAIN))
        sizes = dict.fromkeys([wish.size or "square", *SHAPES])
        self.size: ui.Select[DraftForm] = ui.Select(options=_options(list(sizes), wish.size or "square"))
        counts = [str(number) for number in range(1, MAX_COUNT + 1)]
        self.count: ui.Select[DraftForm] = ui.Select(options=_options(counts, str(wish.count or 1)))
        self.add_item(ui.Label(text="Prompt", description="What you would like to see", component=self.prompt))
        self.add_item(ui.Label(text="Style", component=self.style))
        self.add_item(ui.Label(text="Size", component=self.size))
        self.add_item(ui.Label(text="Pictures", component=self.count))

    async def submit(self, interaction: Interaction) -> None:
        style = self.style.values[0]
        wish = dataclasses.replace(
            self._wish,
            prompt=self.prompt.value,
            style=None if style == PLAIN else style,
            size=self.size.values[0],
            count=int(self.count.values[0]),
        )
        work = await ask(interaction, wish)
        if self._asked is not None:
            await self._asked(interaction, work)


def _options(values: list[str], chosen: str) -> list[discord.SelectOption]:
    return [discord.SelectOption(label=one[:100], value=one[:100], default=one == chosen) for one in values]
