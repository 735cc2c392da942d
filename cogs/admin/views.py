"""The buttons and forms of ``/admin setup``. Each checks the permission again: a card outlives a demotion."""

from __future__ import annotations

import dataclasses

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest
from bot.imagine.model import MAX_COUNT, SHAPES, is_shape, quoted
from bot.rules.model import Defaults, Limits, ServerRules
from cogs.admin import models, render
from cogs.admin.safety_forms import FlaggedForm, RefusedForm
from cogs.ui import Form, Interaction, WordButton, check_server_admin

OWN = "the model's own"


async def card(interaction: Interaction, guild_id: int) -> ui.LayoutView:
    rules = interaction.client.services.rules
    name = interaction.guild.name if interaction.guild else "this server"
    found = await rules.of(guild_id)
    view = render.setup(name, found, rules.ceiling, rules.server_ceiling, rules.floors)
    models.offer(interaction, view)
    return view


async def show_again(interaction: Interaction, guild_id: int) -> None:
    """The card that the form was opened from, with what was changed."""
    await interaction.response.edit_message(view=still(await card(interaction, guild_id)), allowed_mentions=NOBODY)


class Pictures(WordButton, template=r"admin:pictures"):
    async def press(self, interaction: Interaction) -> None:
        rules = await interaction.client.services.rules.of(check_server_admin(interaction))
        await interaction.response.send_modal(PicturesForm(rules.defaults))


class PersonLimits(WordButton, template=r"admin:limits"):
    async def press(self, interaction: Interaction) -> None:
        rules = await interaction.client.services.rules.of(check_server_admin(interaction))
        await interaction.response.send_modal(LimitsForm(rules))


class RoleLimits(WordButton, template=r"admin:role"):
    async def press(self, interaction: Interaction) -> None:
        check_server_admin(interaction)
        await interaction.response.send_modal(RoleForm())


class Posted(WordButton, template=r"admin:posted"):
    """Opens pictures that people post to everybody in the server, or closes them again."""

    async def press(self, interaction: Interaction) -> None:
        rules, guild_id = interaction.client.services.rules, check_server_admin(interaction)
        opened = not (await rules.of(guild_id)).open_pictures
        await rules.set_open_pictures(guild_id, opened, interaction.user.id)
        await show_again(interaction, guild_id)


class RefusedWords(WordButton, template=r"admin:refused"):
    async def press(self, interaction: Interaction) -> None:
        rules = await interaction.client.services.rules.of(check_server_admin(interaction))
        await interaction.response.send_modal(RefusedForm(rules.refused, show_again))


class FlaggedPictures(WordButton, template=r"admin:flagged"):
    async def press(self, interaction: Interaction) -> None:
        service = interaction.client.services.rules
        rules = await service.of(check_server_admin(interaction))
        await interaction.response.send_modal(FlaggedForm(rules.flagged, service.floors, show_again))


BUTTONS = (Pictures, PersonLimits, RoleLimits, Posted, RefusedWords, FlaggedPictures)


class PicturesForm(Form, title="What nobody says otherwise"):
    def __init__(self, defaults: Defaults) -> None:
        super().__init__()
        self.negative: ui.TextInput[PicturesForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=defaults.negative or None, required=False, max_length=1000
        )
        self.size: ui.TextInput[PicturesForm] = ui.TextInput(
            default=defaults.size,
            placeholder=f"{', '.join(SHAPES)}, or a ratio like 3:2",
            required=False,
            max_length=20,
        )
        self.steps = _number(defaults.steps, OWN)
        self.count: ui.Select[PicturesForm] = ui.Select(
            options=[
                discord.SelectOption(label=str(n), value=str(n), default=n == (defaults.count or 1))
                for n in range(1, MAX_COUNT + 1)
            ]
        )
        self.add_item(
            ui.Label(text="Negative prompt", description="What should not be in pictures", component=self.negative)
        )
        self.add_item(ui.Label(text="Size", component=self.size))
        self.add_item(ui.Label(text="Steps", component=self.steps))
        self.add_item(ui.Label(text="Pictures", component=self.count))

    async def submit(self, interaction: Interaction) -> None:
        guild_id = check_server_admin(interaction)
        size = self.size.value.strip()
        if size and not is_shape(size):
            raise BadRequest(f"{quoted(size)} is not a shape: write {', '.join(SHAPES)}, or a ratio like 3:2.")
        steps, count = _read(self.steps.value, "Steps"), int(self.count.values[0])
        defaults = Defaults(
            negative=" ".join(self.negative.value.split()),
            size=size or None,
            steps=None if steps is None else int(steps),
            count=count if count > 1 else None,
        )
        await interaction.client.services.rules.set_defaults(guild_id, defaults, interaction.user.id)
        await show_again(interaction, guild_id)


class LimitsForm(Form, title="Limits for each person"):
    def __init__(self, rules: ServerRules) -> None:
        super().__init__()
        self.waiting, self.daily, self.running = map(_number, dataclasses.astuple(rules.limits))
        self.add_item(ui.Label(text="Requests waiting or running", component=self.waiting))
        self.add_item(ui.Label(text=AT_ONCE, component=self.running))
        self.add_item(ui.Label(text="Points in 24 hours", description=POINTS, component=self.daily))

    async def submit(self, interaction: Interaction) -> None:
        guild_id = check_server_admin(interaction)
        await interaction.client.services.rules.set_limits(guild_id, _limits(self), interaction.user.id)
        await show_again(interaction, guild_id)


class RoleForm(Form, title="A role’s limits"):
    """Both fields empty: the role has no limits of its own any more."""

    def __init__(self) -> None:
        super().__init__()
        self.role: ui.RoleSelect[RoleForm] = ui.RoleSelect()
        self.waiting, self.daily, self.running = (_number(None, "like everyone") for _ in range(3))
        self.add_item(ui.Label(text="Role", component=self.role))
        self.add_item(
            ui.Label(text="Requests waiting or running", description="0 shuts the role out", component=self.waiting)
        )
        self.add_item(ui.Label(text=AT_ONCE, component=self.running))
        self.add_item(ui.Label(text="Points in 24 hours", description=POINTS, component=self.daily))

    async def submit(self, interaction: Interaction) -> None:
        guild_id = check_server_admin(interaction)
        limits = _limits(self)
        role_id = self.role.values[0].id
        await interaction.client.services.rules.set_role(guild_id, role_id, limits, interaction.user.id)
        await show_again(interaction, guild_id)


AT_ONCE = "Requests running at once"
POINTS = "512×512 with 25 steps costs 13"


def _number(value: float | None, empty: str = "no limit of this server") -> ui.TextInput[Form]:
    return ui.TextInput(
        default=None if value is None else f"{value:g}", placeholder=empty, required=False, max_length=9
    )


def _limits(form: LimitsForm | RoleForm) -> Limits:
    waiting, running = _read(form.waiting.value, "Requests"), _read(form.running.value, "Requests")
    return Limits(
        None if waiting is None else int(waiting),
        _read(form.daily.value, "Points"),
        None if running is None else int(running),
    )


def _read(text: str, what: str) -> float | None:
    """Empty is None. Raises BadRequest for anything but a whole number."""
    word = text.strip()
    if not word:
        return None
    if not word.isdecimal():
        raise BadRequest(f"{what} must be a whole number, not {quoted(word)}. Leave it empty for none.")
    return float(word)
