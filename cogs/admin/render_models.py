"""The wording and layout of the operator's models: what there is, what could be added, what is on its way. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.gpu.catalog import ModelInfo
from bot.library.model import Candidate, Fetch, Stage
from cogs.cards import CALM, DANGER, INK, PRIMARY, Row, View, button, card, escaped, menu, row

FAMILIES = {
    "sd1": "Stable Diffusion 1",
    "sd2": "Stable Diffusion 2",
    "sdxl": "Stable Diffusion XL",
    "lcm": "latent consistency (LCM)",
    "sd3": "Stable Diffusion 3",
    "flux": "Flux",
    "upscaler": "4× upscaler",
}
PASTE = "A hub id (owner/name), its page’s address, or a path on the machine that I run on"
FREE = "-# Free on that disk: {}"
BAR = 20


def shelf(models: Sequence[ModelInfo], fetch: Fetch | None, free_bytes: int) -> View:
    """All models, and what whoever runs the bot can do about them."""
    lines = ["### Models", "-# Only you, who run this bot, see this."]
    for model in models:
        about = "the starter model" if model.starter else f"{family(model.family)}, {model.native_size} px"
        whence = " · added here" if model.added else "" if model.starter else " · from MODELS in .env"
        lines.append(f"{'✗' if model.problem else '✓'} **{escaped(model.label, 60)}** – {about}{whence}")
        if model.problem:
            lines.append(f"-# {escaped(model.problem, 300)}")
    lines.append(FREE.format(gigabytes(free_bytes)))
    under_way = fetch is not None and not fetch.stage.is_over
    if fetch is not None:
        lines += ["", *_progress(fetch)]
    buttons = [button("Add a model", "admin:model:add", PRIMARY, off=under_way)]
    if under_way:
        buttons += [button("Look again", "admin:models:look"), button("Stop fetching", "admin:model:stop", DANGER)]
    rows: list[Row] = [row(*buttons)]
    if options := [_option(model) for model in models if model.added]:
        rows.append(menu("admin:model:pick", "Remove a model that was added here", options))
    return card(lines, rows)


def _option(model: ModelInfo) -> discord.SelectOption:
    return discord.SelectOption(label=model.label[:100], value=model.name, description=str(model.source)[-100:])


def offered(token: str, found: Candidate) -> View:
    """What was found, before anything is fetched."""
    lines = [f"### Add “{escaped(found.name, 60)}”?", escaped(found.source, 300)]
    if found.wanted is not None:
        lines.append(f"Licence: **{escaped(found.licence, 300)}**. By using it you accept it.")
    else:
        lines.append("It is on this machine already; nothing is fetched. Its licence is between you and its authors.")
    kind = family(found.family) if found.family else "its kind shows when it is here"
    lines.append(f"-# {kind} · {gigabytes(found.bytes)} · {gigabytes(found.free_bytes)} free")
    if found.gated:
        lines.append("-# Its terms are to be accepted on its page first; HF_TOKEN in .env opens it then.")
    yes = "Fetch it" if found.wanted is not None else "Add it"
    return card(
        lines, [row(button(yes, f"admin:model:yes:{token}", PRIMARY), button("Not now", "admin:models:look"))], CALM
    )


def progress(fetch: Fetch) -> View:
    lines = [f"### {escaped(fetch.wanted.hub_id, 100)}", *_progress(fetch)]
    if fetch.stage.is_over:
        again = [button("Models", "admin:models:look")]
        return card(lines, [row(*again)], INK if fetch.stage is Stage.READY else CALM)
    return card(lines, [row(button("Stop fetching", "admin:model:stop", DANGER))])


def long_way(fetch: Fetch) -> View:
    """The last word in a message that Discord soon lets nobody edit."""
    lines = [f"### {escaped(fetch.wanted.hub_id, 100)}", *_progress(fetch)]
    lines.append("-# It goes on. I write to you when it is here; `/admin setup` shows how far it is.")
    return card(lines, [row(button("Look again", "admin:models:look"))])


def there(name: str) -> View:
    return card([ready(name)], [row(button("Models", "admin:models:look"))])


def ready(name: str) -> str:
    return f"**{escaped(name, 60)}** is ready: pick it in `/imagine model:`."


def _progress(fetch: Fetch) -> list[str]:
    wanted = fetch.wanted
    if fetch.stage is Stage.READY:
        return [ready(wanted.name)]
    if fetch.stage.is_over:
        return [escaped(fetch.message, 900)]
    share = min(1.0, fetch.done / wanted.bytes) if wanted.bytes else 0.0
    bar = "▰" * round(share * BAR) + "▱" * (BAR - round(share * BAR))
    lines = [f"{bar} {share:.0%}", f"-# {gigabytes(fetch.done)} of {gigabytes(wanted.bytes)}"]
    if fetch.stage is Stage.WAITING and fetch.again_utc is not None:
        lines += [escaped(fetch.message, 400), f"-# I try again <t:{int(fetch.again_utc)}:R>, and go on from there."]
    return lines


def removing(model: ModelInfo, erasable_bytes: int | None) -> View:
    lines = [f"### Remove “{escaped(model.label, 60)}”?", f"-# {escaped(str(model.source), 300)}"]
    buttons = [button("Keep its files", f"admin:model:drop:{model.name}")]
    if erasable_bytes is None:
        lines.append("It is taken out of the picker. Its files are not mine: they stay.")
    else:
        lines.append(
            f"It is taken out of the picker. Its files ({gigabytes(erasable_bytes)}) can stay for later, or go."
        )
        buttons.append(button("Delete its files", f"admin:model:erase:{model.name}", DANGER))
    return card(lines, [row(*buttons, button("Not now", "admin:models:look"))], CALM)


def family(name: str) -> str:
    return FAMILIES.get(name, name)


def gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.1f} MB"
