"""The buttons of ``/queue``: each looks anew at what there is, so an old card is never wrong for long."""

from __future__ import annotations

import asyncio

from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import NotAllowed
from cogs.imagine.render import cancel_outcome
from cogs.queue import account, render
from cogs.ui import Interaction, JobButton, WordButton, moderated_server

MINE, SERVER = "mine", "server"


async def card(interaction: Interaction, whose: str, number: int = 0, said: str | None = None) -> ui.LayoutView:
    """``whose`` jobs, a page of them. Raises NotAllowed for a server's unless a moderator asks."""
    services, viewer, moderates = interaction.client.services, interaction.user.id, moderated_server(interaction)
    if whose == SERVER and moderates is None:
        raise NotAllowed("Only moderators see what everyone has waiting.")
    jobs = services.queue.jobs()
    shown = [job for job in jobs if (job.guild_id == moderates if whose == SERVER else job.user_id == viewer)]
    pages = max(1, -(-len(shown) // render.PER_PAGE))
    number = min(number, pages - 1)
    part = shown[number * render.PER_PAGE : (number + 1) * render.PER_PAGE]
    works = [await services.imagine.work(job) for job in part]
    return render.queue(render.Page(works, whose, number, pages, len(jobs), viewer, moderates is not None, said=said))


async def show(interaction: Interaction, whose: str, number: int, said: str | None = None) -> None:
    view = still(await card(interaction, whose, number, said))
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
    else:
        await interaction.response.edit_message(view=view, allowed_mentions=NOBODY)


class Show(WordButton, template=r"queue:(refresh|mine|everyone|first|next):(?P<whose>mine|server):(?P<number>\d{1,6})"):
    async def press(self, interaction: Interaction) -> None:
        await show(interaction, self.given["whose"], int(self.given["number"]))


class Cancel(JobButton, template=r"queue:cancel:(?P<whose>mine|server):(?P<number>\d{1,6}):(?P<job>\d+)"):
    """Stops exactly this job; the card says what it was doing."""

    async def press(self, interaction: Interaction) -> None:
        imagine, moderates = interaction.client.services.imagine, moderated_server(interaction)
        await imagine.check_may_cancel(self.job_id, interaction.user.id, moderator_of=moderates)
        await interaction.response.defer()
        outcome = await imagine.cancel(self.job_id, interaction.user.id, moderator_of=moderates)
        await show(interaction, self.given["whose"], int(self.given["number"]), cancel_outcome(outcome))


class Account(WordButton, template=r"queue:report:(?P<days>7|30)"):
    """The report, for anyone; from within it, the other period in place of this one."""

    async def press(self, interaction: Interaction) -> None:
        services, days = interaction.client.services, int(self.given["days"])
        inside = interaction.message is not None and bool(interaction.message.attachments)
        await interaction.response.defer(ephemeral=True, thinking=not inside)  # many jobs take a second or two
        made = await services.reports.of(days)
        repeats = await services.imagine.undelivered.repeats(days)
        picture = await asyncio.to_thread(account.picture, made)
        view, file = account.account(made, _in_force(interaction), repeats, picture)
        await interaction.edit_original_response(view=still(view), attachments=[file], allowed_mentions=NOBODY)


def _in_force(interaction: Interaction) -> account.InForce:
    services = interaction.client.services
    return account.InForce(
        boosts=[account.Boost(_who(interaction, boosted), weight) for boosted, weight in services.rules.boosts],
        each=services.rules.ceiling,
        server=services.rules.server_ceiling,
        engines=[seats.engine for seats in services.queue.roster.seats() if seats.places],
        some_lost=bool(services.queue.roster.problems),  # their addresses are the operator's business
    )


def _who(interaction: Interaction, boosted: int) -> str:
    """Somebody with a boost, as Discord shows them here; what other servers are called is not told."""
    if interaction.guild is not None and boosted == interaction.guild_id:
        return "everyone in this server"
    if interaction.client.get_guild(boosted) is not None:
        return "another server"
    if interaction.guild is not None and interaction.guild.get_role(boosted) is not None:
        return f"<@&{boosted}>"
    return f"<@{boosted}>"


BUTTONS = (Show, Cancel, Account)
