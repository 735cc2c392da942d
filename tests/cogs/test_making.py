"""The cards behind Vary, Upscale, Picture actions and the gallery: what they offer, and Discord's limits for them."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace
from typing import Any

import pytest
from discord import ui

from bot.gpu.catalog import starter
from bot.gpu.job import Mode
from bot.imagine.gallery import MAX_SEARCH, GalleryPage, Search
from bot.imagine.identify import Identified
from bot.imagine.model import Picture, Wish
from cogs.imagine.actions import described, of_ours, of_theirs
from cogs.imagine.blending import which
from cogs.imagine.gallery import gallery_page
from cogs.imagine.making import INPUT, UPSCALE, VARY, chooser
from cogs.imagine.render import Attached
from tests.cogs.test_render import seen, work
from tests.walks.people import buttons, parts, words

FOUR = tuple(Picture(n, "ab" * 32, ".png", n, 128, 128) for n in range(4))
UPSCALER = dataclasses.replace(
    starter(), name="x4", label="x4", starter=False, family="upscaler", modes=(Mode.UPSCALE,)
)


def views() -> list[ui.LayoutView]:
    done = work(pictures=FOUR)
    attached = [Attached(f"{n}.png", b"", "alt") for n in range(4)]
    page = GalleryPage(done, 5, 123456, Search("ä" * MAX_SEARCH, starred=True), starred=True)
    cards = [chooser(done, card, 3, UPSCALER, UPSCALER) for card in (VARY, UPSCALE, INPUT)]
    cards += [which([f"Picture {n}" for n in range(8)], "imagine:found:blended:1"), of_ours(done, [True], looks=True)]
    message: Any = SimpleNamespace(id=2**63, channel=SimpleNamespace(id=1))
    cards += [of_theirs(message, [Identified("ComfyUI", "a")] * n, [True] * n, looks=True) for n in (1, 4)]
    pages = [gallery_page(page, attached), gallery_page(GalleryPage(None, 0, 0, Search("x")), [])]
    return [*cards, of_ours(done, [False] * 4), *pages]


@pytest.mark.parametrize("view", views())
def test_discords_limits_hold(view: ui.LayoutView) -> None:
    message = seen(view)
    found = list(parts(message["components"]))
    ids = [part["custom_id"] for part in found if "custom_id" in part]
    assert len(found) <= 40 and len(ids) == len(set(ids)) and all(len(name) <= 100 for name in ids)
    assert all(len(row["components"]) <= 5 for row in found if row["type"] == 1)
    assert len(words(message)) <= 4000


def offered(card: str, **changes: Any) -> list[str]:
    model = dataclasses.replace(starter(), **changes.pop("model", {}))
    shown = dataclasses.replace(work(pictures=FOUR[:1], **changes), model=model)
    return list(buttons(seen(chooser(shown, card, 0, changes.get("upscaler", UPSCALER)))))


def test_only_what_the_model_can_is_offered() -> None:
    assert offered(UPSCALE) == ["2×", "4× with x4"]
    assert offered(VARY, model={"modes": (Mode.WORDS, Mode.IMAGE)}) == ["Subtle", "Strong", "In your words"]
    assert offered(VARY, model={"modes": (Mode.INPAINT,)})[0] == "Zoom out 1.5×"
    assert offered(UPSCALE, model={"modes": (Mode.INPAINT,)}) == ["4× with x4"]
    neither = dataclasses.replace(work(pictures=FOUR[:1]), model=dataclasses.replace(starter(), modes=(Mode.WORDS,)))
    assert "neither start from a picture" in words(seen(chooser(neither, VARY, 0, None)))


def test_what_a_file_says_cannot_format_or_flood_the_message() -> None:
    nasty = Identified("ComfyUI", "**bold** @everyone " * 300, "x" * 3000, "Euler\n# big", "m" * 900, seed=0)
    lines = described(nasty, 1200)
    assert all("\n" not in line for line in lines)
    assert "\\*\\*bold" in lines[0] and "seed 0" in lines[1]
    assert described(None, 1200) == ["-# Its file does not say how it was made."]
    stars = Identified("ComfyUI", "*_" * 600, "~|" * 600, "`" * 99, "*" * 99, 1, 2.0, 3)
    message = SimpleNamespace(id=2**63, channel=SimpleNamespace(id=1))
    shown = words(seen(of_theirs(message, [stars, nasty, stars, stars], [True] * 4)))  # type: ignore[arg-type]
    assert len(shown) <= 4000


def test_a_wish_without_a_picture_has_no_strength_to_show() -> None:
    done = work(Wish("a cat"), pictures=FOUR)
    assert "strength" not in words(seen(of_ours(done, [False])))
