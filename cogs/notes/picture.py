"""A picture that /imagine made, kept as a note: the originals as they were drawn, and what made them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import discord

from bot.errors import NotFound
from bot.imagine.service import ImagineService
from bot.imagine.work import Work
from bot.notes.model import Arriving, Incoming
from cogs.pictures import anywhere, job_of


async def with_settings(
    incoming: Incoming, message: discord.Message, user_id: int, imagine: ImagineService
) -> Incoming:
    """The note with the original files and the settings, if the message shows pictures of ours; else as it was.

    Pictures that the safety check flagged are left out.
    """
    job_id = job_of(message)
    if job_id is None:
        return incoming
    try:
        work = await imagine.find_for(job_id, user_id)
        imagine.check_has_pictures(work)
    except NotFound:
        return incoming
    passed = anywhere(work)
    originals = await imagine.originals(passed) if passed.pictures else []
    files = tuple(
        Arriving(f"inkling-{job_id}-{picture.position + 1}{picture.suffix}", len(png), lambda png=png: _at_once(png))  # type: ignore[misc]
        for picture, png in originals
    )
    return replace(incoming, text=_settings(work), files=files, source=message.jump_url)


async def _at_once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _settings(work: Work) -> str:
    made = work.job.generation
    lines = [work.wish.prompt, "", f"- model: {work.model.label if work.model else made.model}"]
    lines += [f"- negative: {made.negative_prompt}"] if made.negative_prompt else []
    lines += [
        f"- size: {made.width}×{made.height}",
        f"- steps: {made.steps}",
        f"- guidance: {made.guidance:g}",
        f"- seed: {', '.join(map(str, made.seeds))}",
    ]
    return "\n".join(lines)
