"""Wishes that start from a picture: its files are kept with the job, and exactly as long as a row needs them."""

from __future__ import annotations

import asyncio
import dataclasses
import io
from pathlib import Path

import pytest
from PIL import Image

from bot.errors import BadRequest, JobFailed, NotFound, OverLimit
from bot.gpu.catalog import starter
from bot.gpu.job import Mode
from bot.imagine.deriving import blended
from bot.imagine.model import Start, Wish, canvas_like
from bot.imagine.plan import plan, steps_made
from bot.incoming_picture import IncomingPicture, read_picture, with_other
from bot.rules.model import Defaults
from bot.settings import Settings
from tests.imagine.test_service import ALICE, House, finished, house

__all__ = ["house"]  # the fixture

STARTER = starter()
REAL = dataclasses.replace(STARTER, name="sd", starter=False, native_size=512, max_side=1024, default_steps=20)


def brought(*, holes: bool = False, side: int = 100) -> IncomingPicture:
    image = Image.new("RGBA", (side, side), "red")
    if holes:
        image.paste((0, 0, 0, 0), (0, 0, side // 2, side))
    out = io.BytesIO()
    image.save(out, "PNG")
    return read_picture(out.getvalue())


def files(house: House) -> list[Path]:
    return [path for path in house.folder.rglob("*") if path.is_file()]


async def test_the_picture_is_durable_with_the_job_and_drawn_again_after_a_restart(house: House) -> None:
    work = await house.service.submit(ALICE, Wish("a cat"), brought=brought())
    made = work.job.generation
    assert (made.mode, made.strength, made.skipped) == (Mode.IMAGE, 0.6, 8)
    assert await house.database.fetch_one("SELECT 1 FROM inputs WHERE job_id = ?", (work.job.id,)) is not None
    (content,) = await house.service.telling.inputs(work.job)
    assert content == brought().png
    await house.release()  # type: ignore[attr-defined]  # the paper engine checks what it is given
    assert await house.presenter.wait_for(work.job.id) == "delivered"


async def test_a_transparent_part_is_a_mask_unless_a_strength_is_given(house: House) -> None:
    painted = await house.service.submit(ALICE, Wish("a cat"), brought=brought(holes=True))
    assert painted.job.generation.mode is Mode.INPAINT and painted.job.generation.strength == 1
    assert painted.wish.start is not None and "transparent part" in painted.wish.start.notes[0]
    whole = await house.service.submit(ALICE, Wish("a cat", strength=0.5), brought=brought(holes=True))
    assert whole.job.generation.mode is Mode.IMAGE


async def test_two_pictures_to_blend_are_both_durable_and_both_go(house: House) -> None:
    two = with_other(brought(holes=True), brought(side=64))
    work = await house.service.submit(ALICE, Wish("a cat"), brought=two)
    made = work.job.generation
    assert made.mode is Mode.IMAGE and made.blend is not None, "what is transparent is no mask here"
    assert await house.service.telling.inputs(work.job) == [two.png, two.other]
    await house.release()  # type: ignore[attr-defined]
    await house.presenter.wait_for(work.job.id)
    again = await finished(house, work.wish.again())
    assert (await house.service.find(again)).job.generation.blend == made.blend
    for job_id in (work.job.id, again):
        await house.service.delete(job_id, 1, moderator=False)
    assert not files(house)


async def test_pictures_of_two_jobs_are_linked_both(house: House) -> None:
    first, second = [await finished(house, Wish(words)) for words in ("a cat", "a dog")]
    one, other = [(await house.service.find(job)).pictures[0] for job in (first, second)]
    for number, job in enumerate((first, second)):
        await house.service.placed(job, message_id=100 + number, channel_id=1)
    wish = dataclasses.replace(blended(Wish("a cat"), one, other), other_parent=second)
    work = await house.service.submit(ALICE, wish, parent=first)
    assert work.parent is not None and work.other_parent is not None
    assert (work.parent.job_id, work.other_parent.job_id) == (first, second)
    assert (await house.service.find(work.job.id)).wish.again().other_parent is None


async def test_what_is_refused_leaves_no_file(house: House) -> None:
    with pytest.raises(BadRequest, match="nothing would change"):
        await house.service.submit(ALICE, Wish("a cat", steps=2, strength=0.1), brought=brought())
    assert not files(house)
    for _ in range(3):
        await house.service.submit(ALICE, Wish("a cat"))
    with pytest.raises(OverLimit):
        await house.service.submit(ALICE, Wish("a cat"), brought=brought())
    assert not files(house)


async def test_again_shares_the_file_and_the_last_one_takes_it_along(house: House) -> None:
    await house.release()  # type: ignore[attr-defined]
    first = await house.service.submit(ALICE, Wish("a cat"), brought=brought())
    await house.presenter.wait_for(first.job.id)
    second = await finished(house, first.wish.again())
    await house.service.delete(first.job.id, 1, moderator=False)
    assert len(await house.service.telling.inputs((await house.service.find(second)).job)) == 1
    await house.service.delete(second, 1, moderator=False)
    assert not files(house)
    with pytest.raises(NotFound, match="was deleted here"):
        await house.service.submit(ALICE, first.wish.again())


async def test_a_picture_that_others_start_from_outlives_its_own_job(house: House) -> None:
    job_id = await finished(house, Wish("a cat"))
    picture = (await house.service.find(job_id)).pictures[0]
    heir = await finished(house, Wish("a dog", start=Start(picture.sha256, picture.width, picture.height)))
    await house.service.delete(job_id, 1, moderator=False)
    assert len(await house.service.telling.inputs((await house.service.find(heir)).job)) == 1


async def test_a_lost_file_fails_the_job_with_a_sentence(house: House) -> None:
    work = await house.service.submit(ALICE, Wish("a cat"), brought=brought())
    for path in files(house):
        await asyncio.to_thread(path.unlink)
    with pytest.raises(JobFailed, match="was deleted here"):
        await house.service.telling.inputs(work.job)


def test_the_cost_counts_the_steps_that_are_made() -> None:
    start = Start("ab" * 32, 512, 512)
    whole = plan(Wish("a cat"), REAL, Settings(), 0)
    half = plan(Wish("a cat", start=start, strength=0.5), REAL, Settings(), 0)
    assert half.cost == pytest.approx(whole.cost / 2)
    assert "Denoising strength: 0.5" in half.texts[0]["parameters"]
    assert steps_made("lcm", 4, 0.5) == 4 and steps_made("sd3", 10, 0.55) == 6


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish("a cat", strength=0.5), "Choose one with the option image"),
        (Wish("a cat", strength=1.5, start=Start("ab" * 32, 64, 64)), "Strength goes"),
        (Wish("a cat", strength=float("nan"), start=Start("ab" * 32, 64, 64)), "Strength goes"),
        (Wish("a cat", strength=0.01, steps=10, start=Start("ab" * 32, 64, 64)), "use 0.1 or more"),
    ],
)
def test_bad_strengths_are_refused(wish: Wish, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        plan(wish, REAL, Settings(), 0)


def test_a_model_that_cannot_is_refused_before_anything_is_queued() -> None:
    start = Start("ab" * 32, 512, 512, mask="cd" * 32)
    words = dataclasses.replace(REAL, modes=(Mode.WORDS, Mode.IMAGE))
    with pytest.raises(BadRequest, match="cannot do that"):
        plan(Wish("a cat", start=start), words, Settings(), 0)
    with pytest.raises(BadRequest, match="paints into a part"):
        plan(Wish("a cat"), dataclasses.replace(REAL, modes=(Mode.INPAINT,)), Settings(), 0)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((512, 512), (512, 512)), ((500, 500), (512, 512)), ((4000, 3000), (592, 440)), ((2048, 16), (1024, 256))],
)
def test_the_picture_gives_the_size(size: tuple[int, int], expected: tuple[int, int]) -> None:
    made = canvas_like(Start("ab" * 32, *size), native=512, smallest=64, largest=1024)
    assert (made.width, made.height) == expected


def test_a_servers_default_size_does_not_bend_a_picture() -> None:
    from bot.imagine.plan import filled

    assert filled(Wish("a", start=Start("ab" * 32, 64, 64)), Defaults(size="wide"), 100, starter()).size is None


def test_a_distilled_model_takes_one_row_a_picture() -> None:
    fast = dataclasses.replace(REAL, family="lcm", told=True, default_steps=4, default_guidance=8.0)
    made = plan(Wish("a cat", count=2), fast, Settings(), 0)
    assert (made.rows, plan(Wish("a cat", count=2), REAL, Settings(), 0).rows) == (2, 4)
