"""The wording and layout of ``/admin block`` and ``/admin audit``. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import discord
from discord import ui

from bot.moderation.model import Action, AuditPage, Block, Deed, Entry
from cogs.admin.render import CALM

HERE, EVERYWHERE = "here", "all"
MAX_DETAIL = 200


def blocked(
    blocks: Sequence[Block], number: int, count: int, guild_id: int | None, names: Mapping[int, str]
) -> ui.LayoutView:
    """A page of who is blocked, with a menu that undoes it. ``names`` are for the menu, by user id."""
    where = "everywhere" if guild_id is None else "in this server"
    lines = [_block_line(block) for block in blocks] or [f"Nobody is blocked {where}."]
    box = _box(f"### Blocked {where}" + _of(number, count), lines)
    if blocks:
        options = [
            discord.SelectOption(label=names.get(block.user_id, str(block.user_id))[:100], value=str(block.user_id))
            for block in blocks
        ]
        menu: ui.Select[ui.LayoutView] = ui.Select(
            options=options, placeholder="Unblock …", custom_id=f"admin:unblock:{_scope(guild_id)}"
        )
        box.add_item(ui.ActionRow(menu))
    return _card(box, "blocked", number, count, guild_id)


def _block_line(block: Block) -> str:
    reason = f": {_plain(block.reason)}" if block.reason else ""
    return f"<@{block.user_id}> since <t:{int(block.since_utc)}:d>, by <@{block.by_user_id}>{reason}"


def audit(page: AuditPage, servers: Mapping[int, str]) -> ui.LayoutView:
    """A page of the log. ``servers`` are names by id."""
    title = "### Audit log, everywhere" if page.guild_id is None else "### Audit log"
    lines = [_entry_line(entry, servers if page.guild_id is None else None) for entry in page.entries]
    box = _box(title + _of(page.number, page.count), lines or ["Nothing has happened so far."])
    return _card(box, "audit", page.number, page.count, page.guild_id)


def _entry_line(entry: Entry, servers: Mapping[int, str] | None) -> str:
    line = f"<t:{int(entry.at_utc)}:f> · {told(entry.deed)}"
    if servers is None:
        return line
    guild_id = entry.deed.guild_id
    return line + (f" · in {_plain(servers.get(guild_id, str(guild_id)))}" if guild_id is not None else " · everywhere")


def told(deed: Deed) -> str:
    """One entry in words."""
    who = f"<@{deed.actor_id}>" if deed.actor_id is not None else "The rules"
    whom = f"<@{deed.subject_id}>" if deed.subject_id is not None else "somebody"
    what = {
        Action.BLOCKED: f"{who} blocked {whom}",
        Action.UNBLOCKED: f"{who} unblocked {whom}",
        Action.REMOVED: f"{who} removed a picture of {whom} (request {deed.job_id})",
        Action.RULES: f"{who} changed the rules",
        Action.REFUSED: f"A prompt of {whom} was refused",
        Action.WITHHELD: f"A picture of {whom} was withheld (request {deed.job_id})",
        Action.MODEL: f"{who} changed the models",
    }[deed.action]
    return f"{what}: {_plain(deed.detail)}" if deed.detail else what


def _plain(text: str) -> str:
    words = " ".join(text.split())
    return discord.utils.escape_markdown(words if len(words) <= MAX_DETAIL else words[: MAX_DETAIL - 1] + "…")


def _of(number: int, count: int) -> str:
    return f" · {number + 1} of {count}" if count > 1 else ""


def _scope(guild_id: int | None) -> str:
    return EVERYWHERE if guild_id is None else HERE


def _box(title: str, lines: Sequence[str]) -> ui.Container[ui.LayoutView]:
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay(title))
    box.add_item(ui.TextDisplay("\n".join(f"-# {line}" for line in lines)))
    return box


def _card(box: ui.Container[ui.LayoutView], kind: str, number: int, count: int, guild_id: int | None) -> ui.LayoutView:
    if count > 1:
        scope = _scope(guild_id)
        box.add_item(
            ui.ActionRow(
                ui.Button(
                    label="Newer", custom_id=f"admin:{kind}:{scope}:{max(0, number - 1)}:newer", disabled=not number
                ),
                ui.Button(
                    label="Older", custom_id=f"admin:{kind}:{scope}:{number + 1}:older", disabled=number + 1 >= count
                ),
            )
        )
    view = ui.LayoutView(timeout=None)
    view.add_item(box)
    return view
