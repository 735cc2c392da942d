"""All the wording and layout of the picture studio's messages. Pure: values in, views out."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.gpu.job import Generation, Mode, Seamless, Stepped
from bot.gpu.queue import CancelOutcome
from bot.imagine.axes import Setting
from bot.imagine.choices import leaves_something
from bot.imagine.pictures import Shown
from bot.imagine.starter import starter_notes
from bot.imagine.work import Work

INK = discord.Colour(0x5B6EE1)
CALM = discord.Colour(0x8A8F98)
WARM = discord.Colour(0xD98E4A)
MAX_SHOWN_PROMPT = 600
"""Characters of the prompt shown in a message: a long one must not push the picture off a phone's screen."""
PREVIEW = "preview.jpg"
WITHHELD = (
    "The safety check flagged this, and such pictures are not shown here. It was not kept, and its cost was given "
    "back. The check can be wrong: other words or another seed may pass."
)
WATERMARKED = "Pictures of 256×256 and more carry an invisible watermark that says that Stable Diffusion made them."
SPOILED = "Behind a spoiler, for the safety check flagged it."
STARTER_HINT = (
    "This is the starter model, a toy to begin with. For real pictures see “Get Stable Diffusion” in the README."
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture as it is uploaded."""

    name: str
    content: bytes
    description: str
    spoiler: bool = False

    def file(self) -> discord.File:
        return discord.File(io.BytesIO(self.content), self.name, description=self.description)


def prompt_line(work: Work) -> str:
    return f"**{shorten(work.wish.prompt)}**"


def shorten(prompt: str, longest: int = MAX_SHOWN_PROMPT) -> str:
    """The prompt on one line, cut, with nothing in it that Discord would format."""
    words = " ".join(prompt.split())
    cut = words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
    return discord.utils.escape_markdown(cut)


def _alt(work: Work) -> str:
    return " ".join(work.wish.prompt.split())[:1000]


def settings_line(work: Work, enlarged_to: int | None = None) -> str:
    """What made the pictures, in one small line."""
    made = work.job.generation
    label = work.model.label if work.model else made.model
    size = f"{made.width}×{made.height}" + (f", shown at {enlarged_to}" if enlarged_to else "")
    steps = f"{made.steps - made.skipped} of {made.steps}" if made.skipped else f"{made.steps}"
    grid = work.wish.grid
    parts = [label, size]
    parts += [] if grid and grid.varies(Setting.STEPS) else [f"{steps} steps"]
    parts += [] if grid and grid.varies(Setting.GUIDANCE) else [f"guidance {made.guidance:g}"]
    parts += [f"grid: {shorten(str(grid), 200)}"] if grid else []
    if made.mode is not Mode.WORDS:
        parts.insert(1, _start_line(made))
    if made.image_prompts and made.image is None:
        what = "a picture" if len(made.image_prompts) == 1 else "two pictures"
        parts.insert(1, f"like {what}, strength {1 - made.image_scale:g}")
    if work.wish.style:
        parts.insert(1, work.wish.style)
    if made.seamless:
        parts.append("seamless" if made.seamless is Seamless.BOTH else f"seamless {made.seamless}")
    if made.sampler and not (grid and grid.varies(Setting.SAMPLER)):
        parts.append(made.sampler)
    if not (grid and grid.varies(Setting.SEED)):
        last = made.seeds[-1]
        parts.append(f"seed {last}" if len(set(made.seeds)) == 1 else f"seeds {made.seeds[0]}–{last}")
    if work.wish.negative:
        parts.append(f"without {shorten(work.wish.negative, 100)}")
    return " · ".join(parts)


def _start_line(made: Generation) -> str:
    if made.mode is Mode.UPSCALE:
        return "enlarged" if made.strength == 1 else f"enlarged, strength {made.strength:g}"
    what = "painted into a picture" if made.mode is Mode.INPAINT else "from a picture"
    what = "from two pictures, blended" if made.blend else what
    return f"{what}, strength {made.strength:g}"


def model_choice(label: str, refused: str | None) -> str:
    """A model in the picker, marked when no engine could load it; it may be asked for again all the same."""
    return label[:100] if refused is None else f"{label[:40]} – could not be loaded: {refused}"[:100]


def first_use(engines: Sequence[str], *, watermark: bool) -> str:
    """Said once to everybody, before their first picture: where it is made, what is kept, who can see it."""
    where = f" ({discord.utils.escape_markdown(', '.join(engines))})" if engines else ""
    return (
        f"-# **Before your first picture.** It is made on the hardware of whoever runs this bot{where}, nowhere else. "
        "Your words, the settings and the pictures are kept there until you press Delete; whoever runs the bot could "
        "look. In a channel everyone sees them; with `private: True` only you do."
        + (f" {WATERMARKED}" if watermark else "")
    )


def hint(sentence: str) -> str:
    """What is said once to each person about what their model fails at."""
    return f"-# {sentence} This is said only once."


# ---- layouts


def waiting(work: Work) -> ui.LayoutView:
    return _card(work, [place_line(work), _asker(work)], INK, [button("Cancel", "cancel", work)])


def place_line(work: Work) -> str:
    """Where a job stands, honestly: no estimate is shown where none is known."""
    place = work.place
    if place is None or place.position == 0:
        return "Starting…"
    if not place.engines:
        return "No engine is there just now. Your request waits for one; nothing is lost."
    if not place.engine_ready:
        start = "The model is still loading; your picture starts right after."
        return start if place.position <= 1 else f"{start} You are number {place.position} in line."
    line = "Next in line" if place.position <= 1 else f"Number {place.position} in line"
    return line + _ready(work)


def _ready(work: Work) -> str:
    return "" if work.ready_utc is None else f" · ready <t:{math.ceil(work.ready_utc)}:R>"


def progress(work: Work, step: Stepped | None) -> tuple[ui.LayoutView, list[Attached]]:
    """The picture taking shape; the preview is left out before there is one."""
    attached = []
    if step and step.preview:
        attached = [Attached(PREVIEW, step.preview, f"An early preview of: {_alt(work)}"[:1000])]
    verb = "Looking at it" if work.wish.describe else "Drawing"
    line = f"{verb}…" if step is None else f"{verb}… {_bar(step.step, step.steps)} {step.step} of {step.steps}"
    line += _ready(work)
    card = _card(work, [line, _asker(work)], INK, [button("Cancel", "cancel", work)], attached)
    return card, attached


def _bar(step: int, steps: int, width: int = 10) -> str:
    full = round(width * step / max(steps, 1))
    return "▰" * full + "▱" * (width - full)


def finished(work: Work, shown: Sequence[Shown], *, mention: bool = False) -> tuple[ui.LayoutView, list[Attached]]:
    """The pictures as a gallery, with the settings that made them and the buttons to go on."""
    attached = [Attached(one.name, one.content, one.alt or _alt(work), one.spoiler) for one in shown]
    lines = [settings_line(work, shown[0].enlarged_to if shown else None)]
    if work.wish.start:
        lines += work.wish.start.notes
    if leaves_something(work.wish.prompt):
        lines.append(f"Drawn: {shorten(work.job.generation.prompt, 300)}")
    if work.model and work.model.starter:
        lines += map(discord.utils.escape_markdown, starter_notes(work.wish))
        if work.is_first:
            lines.append(STARTER_HINT)
    lines += [
        *map(discord.utils.escape_markdown, (*work.job.notes, *work.remarks)),
        *_safety_lines(work, shown),
        *dict.fromkeys(picture.note for picture in shown if picture.note),
    ]
    buttons = [
        button("Again", "again", work, discord.ButtonStyle.primary),
        button("Edit", "edit", work),
        button("Vary", "vary", work),
        button("Upscale", "upscale", work),
        button("More", "more", work),
    ]
    head = f"<@{work.job.user_id}> your pictures are ready." if mention else None
    return _card(work, [*lines, _asker(work)], INK, buttons, attached, head=head), attached


def _safety_lines(work: Work, shown: Sequence[Shown]) -> list[str]:
    lines = [SPOILED] if any(one.spoiler for one in shown) else []
    if work.withheld:
        which = "One picture was" if work.withheld == 1 else f"{work.withheld} pictures were"
        lines.append(f"{which} flagged by the safety check and withheld; that part of the cost was given back.")
    return lines


def gallery_of(pictures: Sequence[Attached]) -> ui.MediaGallery[ui.LayoutView]:
    """1 to 10 pictures that are uploaded with the message."""
    return ui.MediaGallery(
        *(
            discord.MediaGalleryItem(f"attachment://{p.name}", description=p.description, spoiler=p.spoiler)
            for p in pictures
        )
    )


def withheld(work: Work, *, explained: bool) -> ui.LayoutView:
    """Where pictures would be that are not shown. ``explained``: the asker was told why, so that others need not be."""
    line = "Not shown here. Who asked for it was told why." if explained else WITHHELD
    return _card(work, [line, _asker(work)], WARM, _retry(work))


def withheld_privately(work: Work) -> ui.LayoutView:
    return _card(work, [WITHHELD], WARM, [])


def moved_on(work: Work, link: str) -> ui.LayoutView:
    """What the progress message becomes once the result has come as a message of its own."""
    return _card(work, [f"Finished: {link}"], CALM, [])


def failed(work: Work, message: str) -> ui.LayoutView:
    return _card(work, [message, _asker(work)], WARM, _retry(work))


def cancelled(work: Work, *, was_running: bool) -> ui.LayoutView:
    line = cancel_outcome(CancelOutcome.RUNNING if was_running else CancelOutcome.WAITING)
    return _card(work, [line, _asker(work)], CALM, _retry(work))


def cancel_outcome(outcome: CancelOutcome) -> str:
    """What a job was doing when it was cancelled."""
    return {
        CancelOutcome.RUNNING: "Cancelled while it was being drawn.",
        CancelOutcome.WAITING: "Cancelled while it was waiting.",
        CancelOutcome.TOO_LATE: "Too late to cancel: it is already finished.",
    }[outcome]


def _retry(work: Work) -> list[ui.Button[ui.LayoutView]]:
    return [button("Again", "again", work), button("Edit", "edit", work)]


def deleted(*, is_left: bool = False) -> ui.LayoutView:
    """What the card under which somebody deleted pictures becomes. ``is_left``: their message could not be removed."""
    left = " I cannot take away the message that shows it: dismiss or delete that one yourself." if is_left else ""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(f"Deleted from the records and from the disk.{left}"))
    return view


def _asker(work: Work) -> str:
    line = "Private" if work.wish.private else f"Asked for by <@{work.job.user_id}>"
    links = [f"[an earlier one]({work.parent.link})"] if work.parent else []
    links += [f"[another]({work.other_parent.link})"] if work.other_parent else []
    return f"{line} · after {' and '.join(links)}" if links else line


def button(
    label: str, verb: str, work: Work, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, style=style, custom_id=f"imagine:{verb}:{work.job.id}")


def _card(
    work: Work,
    small_lines: Sequence[str],
    colour: discord.Colour,
    buttons: Sequence[ui.Button[ui.LayoutView]],
    pictures: Sequence[Attached] = (),
    head: str | None = None,
) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay(f"{head}\n{prompt_line(work)}" if head else prompt_line(work)))
    if pictures:
        box.add_item(gallery_of(pictures))
    box.add_item(ui.TextDisplay("\n".join(f"-# {line}" for line in small_lines)))
    if buttons:
        box.add_item(ui.ActionRow(*buttons))
    view.add_item(box)
    return view
