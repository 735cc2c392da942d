"""The wording of the picture studio's messages."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from discord import ui

from bot.address import Address
from bot.errors import BadRequest
from bot.gpu.catalog import read_catalog
from bot.gpu.job import Generation, Job, JobStatus, Stepped
from bot.gpu.queue import Place
from bot.imagine.model import Picture, Wish
from bot.imagine.pictures import Shown
from bot.imagine.work import Work
from cogs.imagine import render
from cogs.imagine.forms import parse_numbers
from tests.walks.people import buttons, gallery, words


def work(wish: Wish | None = None, **changes: Any) -> Work:
    wish = wish or Wish("a red apple")
    made = Generation("starter", wish.prompt, "", 128, 128, 20, 3.5, (42,))
    job = Job(7, 1, 10, JobStatus.QUEUED, made, 0, 0, 1000.0)
    (starter,) = read_catalog((), models_dir=None)  # type: ignore[arg-type]
    address = Address(7, 1, 10, 100, 1000, None, None, wish.private)
    return dataclasses.replace(Work(job, wish, starter, address), **changes)


def seen(view: ui.LayoutView) -> dict[str, Any]:
    return {"components": view.to_components()}


@pytest.mark.parametrize(
    ("place", "ready_utc", "says"),
    [
        (Place(1, None, True), None, "Next in line"),
        (Place(3, 12.0, True), 2000.4, "Number 3 in line · ready <t:2001:R>"),
        (Place(1, None, False), None, "still loading"),
        (Place(2, None, False), None, "number 2 in line"),
        (Place(0, 1.0, True), 2000.0, "Starting"),
        (Place(1, None, False, engines=0), None, "No engine is there just now"),
    ],
)
def test_waiting_says_where_it_stands(place: Place, ready_utc: float | None, says: str) -> None:
    message = seen(render.waiting(work(place=place, ready_utc=ready_utc)))
    assert says in words(message)
    assert buttons(message) == {"Cancel": "imagine:cancel:7"}


def test_progress_shows_the_preview_when_there_is_one() -> None:
    view, files = render.progress(work(), Stepped(5, 20, b"jpeg"))
    assert "5 of 20" in words(seen(view))
    assert [f.name for f in files] == ["preview.jpg"]
    assert gallery(seen(view)) == ["attachment://preview.jpg"]
    view, files = render.progress(work(ready_utc=99.5), Stepped(5, 20, None))
    assert "5 of 20 · ready <t:100:R>" in words(seen(view))
    assert not files
    assert not gallery(seen(view))


def test_finished_shows_pictures_settings_and_buttons() -> None:
    done = work(pictures=(Picture(0, "ab" * 32, ".png", 42, 128, 128),))
    view, files = render.finished(done, [Shown("inkling-7-1.png", b"png", 512, "Re-encoded.")])
    message = seen(view)
    settings = ("starter model", "128×128", "20 steps", "guidance 3.5", "seed 42", "shown at 512")
    assert [said for said in ("a red apple", *settings, "Re-encoded.", "<@1>") if said not in words(message)] == []
    assert list(buttons(message)) == ["Again", "Edit", "Vary", "Upscale", "More"]
    assert files[0].file().description == "a red apple"


def test_a_prompt_cannot_format_mention_or_flood_the_message() -> None:
    nasty = Wish("# **big** [link](http://x) `code` ||s|| " + "word " * 300)
    view, _ = render.finished(work(nasty), [Shown("a.png", b"")])
    text = words(seen(view))
    assert "**big**" not in text
    assert "`code`" not in text.replace("\\`", "")
    assert len(text) < 2000


def test_private_and_cancelled_words() -> None:
    assert "Private" in words(seen(render.waiting(work(Wish("x", private=True)))))
    assert "while it was waiting" in words(seen(render.cancelled(work(), was_running=False)))
    stopped = seen(render.cancelled(work(), was_running=True))
    assert "while it was being drawn" in words(stopped)
    assert list(buttons(stopped)) == ["Again", "Edit"]


def test_the_first_picture_says_what_drew_it_and_the_next_ones_do_not() -> None:
    shown = [Shown("a.png", b"", 512)]
    assert "Get Stable Diffusion" in words(seen(render.finished(work(is_first=True), shown)[0]))
    assert "Get Stable Diffusion" not in words(seen(render.finished(work(), shown)[0]))


def test_what_was_left_out_is_said() -> None:
    view, _ = render.finished(work(Wish("a cat", negative="red")), [Shown("a.png", b"")])
    assert "without red" in words(seen(view))


def test_a_repeat_links_to_what_it_came_from() -> None:
    parent = Address(6, 1, 10, 100, 999, None, None, False)
    assert "https://discord.com/channels/10/100/999" in words(seen(render.waiting(work(parent=parent))))


def test_all_components_have_distinct_ids_within_discords_limits() -> None:
    big = work(dataclasses.replace(Wish("x" * 1000), count=4), place=None)
    view, _ = render.finished(big, [Shown(f"{n}.png", b"") for n in range(4)])
    ids = list(buttons(seen(view)).values())
    assert len(set(ids)) == len(ids)
    assert all(len(i) <= 100 for i in ids)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("20, 3.5, 42", (20, 3.5, 42, None)),
        ("20, 3.5, 42, 0.4", (20, 3.5, 42, 0.4)),
        ("20 3", (20, 3.0, None, None)),
        ("", (None, None, None, None)),
        (" 15 ", (15, None, None, None)),
        ("-, 3, –, 0.5", (None, 3.0, None, 0.5)),
    ],
)
def test_the_forms_numbers(text: str, numbers: tuple[object, ...]) -> None:
    assert parse_numbers(text) == numbers


@pytest.mark.parametrize("text", ["many", "20, x", "1,2,3,4,5", "2.5"])
def test_the_forms_numbers_refuse_clearly(text: str) -> None:
    with pytest.raises(BadRequest, match="three numbers"):
        parse_numbers(text)
