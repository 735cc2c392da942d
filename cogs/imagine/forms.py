"""A wish in a form: to edit one, to draw with the settings of a picture, or to start from one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import NamedTuple

import discord
from discord import ui

from bot.errors import BadRequest
from bot.imagine.model import MAX_COUNT, MAX_PROMPT, SHAPES, Wish, quoted
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from cogs.imagine.ask import ask, with_prompt
from cogs.ui import Form, Interaction

AS_IT_IS = "as the picture"
DASHES = frozenset("-–—")


class Numbers(NamedTuple):
    """As one field of the form holds them; None where the model chooses."""

    steps: int | None = None
    guidance: float | None = None
    seed: int | None = None
    strength: float | None = None

    def __str__(self) -> str:
        parts = [
            "-" if number is None else f"{number:g}" if isinstance(number, float) else f"{number}" for number in self
        ]
        while parts and parts[-1] == "-":
            parts.pop()
        return ", ".join(parts)


Preparing = Callable[[Wish], Awaitable[Asked]]


def edit_form(work: Work) -> WishForm:
    """What was asked for, with the numbers that came of it."""
    made = work.job.generation
    strength = round(1 - made.image_scale, 2) if work.wish.look else made.strength
    numbers = Numbers(made.steps, made.guidance, made.seeds[0], strength if work.wish.start else None)
    return WishForm(work.wish, numbers, parent=work, starts=work.wish.start is not None)


class WishForm(Form, title="Draw it"):
    """A wish in a form: whoever submits it gets a job of their own.

    ``starts`` says that there is, or will be, a picture to start from; ``preparing`` brings it.
    """

    def __init__(
        self,
        wish: Wish,
        numbers: Numbers,
        *,
        parent: Work | None = None,
        starts: bool = False,
        preparing: Preparing | None = None,
    ) -> None:
        super().__init__()
        self._wish, self._parent, self._starts, self._preparing = wish, parent, starts, preparing
        self.prompt: ui.TextInput[WishForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=wish.prompt or None, max_length=MAX_PROMPT
        )
        self.negative: ui.TextInput[WishForm] = ui.TextInput(
            default=wish.negative or None, required=False, max_length=MAX_PROMPT
        )
        shaped = starts and not wish.look
        size = wish.size or (AS_IT_IS if shaped else "square")
        sizes = dict.fromkeys([size, *([AS_IT_IS] if shaped else []), *SHAPES])
        self.size: ui.Select[WishForm] = ui.Select(
            options=[discord.SelectOption(label=s, value=s, default=s == size) for s in sizes]
        )
        self.count: ui.Select[WishForm] = ui.Select(
            options=[
                discord.SelectOption(label=str(n), value=str(n), default=n == wish.count)
                for n in range(1, MAX_COUNT + 1)
            ]
        )
        self.numbers: ui.TextInput[WishForm] = ui.TextInput(default=str(numbers), required=False, max_length=50)
        self.add_item(ui.Label(text="Prompt", component=self.prompt))
        self.add_item(
            ui.Label(text="Negative", description="What should not be in the picture", component=self.negative)
        )
        self.add_item(ui.Label(text="Size", component=self.size))
        self.add_item(ui.Label(text="Pictures", component=self.count))
        self.add_item(
            ui.Label(
                text="Steps, guidance, seed" + (", strength" if starts else ""),
                description="Keep the seed to change little; delete it for a fresh picture",
                component=self.numbers,
            )
        )

    async def submit(self, interaction: Interaction) -> None:
        try:
            numbers = parse_numbers(self.numbers.value)
        except BadRequest as error:
            raise BadRequest(with_prompt(str(error), self.prompt.value)) from None
        wish: Wish = replace(
            self._wish,
            prompt=self.prompt.value,
            negative=self.negative.value,
            size=None if self.size.values[0] == AS_IT_IS else self.size.values[0],
            count=int(self.count.values[0]),
            steps=numbers.steps,
            guidance=numbers.guidance,
            seed=numbers.seed,
            strength=numbers.strength if self._starts else None,
        )
        preparing = self._preparing
        await ask(interaction, wish, self._parent, (lambda: preparing(wish)) if preparing else None)


def parse_numbers(text: str) -> Numbers:
    """ "20, 3.5, 42" -> (20, 3.5, 42, None); parts may be missing from the end, or be a dash. Raises BadRequest."""
    parts = [part for part in re.split(r"[,;\s]+", text.strip()) if part]
    try:
        if len(parts) > 4:
            raise ValueError
        given = [None if part in DASHES else part for part in parts] + [None] * 4
        steps, guidance, seed, strength = given[:4]
        return Numbers(
            None if steps is None else int(steps),
            None if guidance is None else float(guidance),
            None if seed is None else int(seed),
            None if strength is None else float(strength),
        )
    except ValueError:
        raise BadRequest(
            f"{quoted(text)} is not steps, guidance and seed. Write three numbers, for example: 20, 3.5, 42"
        ) from None
