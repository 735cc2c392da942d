"""Grids: values as people write them, cells as wishes of their own, all of them one generation, one sheet."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.errors import BadRequest
from bot.gpu.catalog import starter
from bot.gpu.extras import Extra, Kind
from bot.gpu.job import Generation
from bot.imagine.axes import Axis, Grid, Setting
from bot.imagine.contact_sheet import sheet
from bot.imagine.grid import cell_of, parse_axis, parse_grid, planned
from bot.imagine.model import Start, Wish
from bot.imagine.plan import plan
from bot.settings import Settings

SD1 = dataclasses.replace(
    starter(), name="sd", label="sd", starter=False, native_size=512, max_side=1024, width=768, default_steps=25
)
DETAIL = Extra(Kind.LORA, "detail", "loras/detail.safetensors", 768)


def drawn(wish: Wish, **more: Any) -> Generation:
    return planned(wish, lambda one: plan(one.tidied(), SD1, Settings(), 7, extras=[DETAIL], **more))


@pytest.mark.parametrize(
    ("setting", "text", "values"),
    [
        (Setting.GUIDANCE, "3, 5,7.5", ("3", "5", "7.5")),
        (Setting.GUIDANCE, "1-3", ("1", "2", "3")),
        (Setting.STEPS, "10-30 (+10), 50", ("10", "20", "30", "50")),
        (Setting.STEPS, "1-10 [4]", ("1", "4", "7", "10")),
        (Setting.STRENGTH, "0.2-0.6 (+0.2)", ("0.2", "0.4", "0.6")),
        (Setting.LORA, "-1, 0, 1", ("-1", "0", "1")),
        (Setting.SAMPLER, "euler a, PLMS", ("Euler a", "PNDM")),
        (Setting.WORDS, "red fox,  blue   fox", ("red fox", "blue fox")),
        (Setting.SEED, "5, 5, 4294967295", ("5", "4294967295")),
    ],
)
def test_values_as_people_write_them(setting: Setting, text: str, values: tuple[str, ...]) -> None:
    assert parse_axis(setting, text) == Axis(setting, values)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("guidance", "5"), "at least two values"),
        (("guidance", "5, much"), "“much” is not a value for guidance"),
        (("steps", "2.5, 3"), "not a value for steps"),
        (("steps", "1-1000000000"), "17 values for steps"),
        (("steps", "9-1"), "leads nowhere"),
        (("steps", "1-9 (+0)"), "leads nowhere"),
        (("sampler", "Euler, Best"), "no sampler called “Best”"),
        (("guidance", "3, 5", "guidance", "4, 6"), "choose two, or one alone"),
        (("guidance", "1-5", "steps", "10, 20, 30, 40"), "5 × 4 = 20 pictures"),
    ],
)
def test_what_is_no_grid_says_why(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        parse_grid(*arguments)


def test_every_combination_is_a_wish_of_its_own_and_all_are_one_generation() -> None:
    grid = parse_grid("guidance", "3, 7", "steps", "5, 10, 20")
    wish = Wish("a cat", seed=4, grid=grid)
    made = drawn(wish)
    assert [(cell.guidance, cell.steps) for cell in made.cells] == [(3, 5), (7, 5), (3, 10), (7, 10), (3, 20), (7, 20)]
    assert made.seeds == (4,) * 6 and made.cost == pytest.approx(sum(cell.cost for cell in made.cells))
    assert made.cost == pytest.approx(2 * 70 * 0.512 * 0.512)
    for cell, text in zip(made.cells, made.texts, strict=True):
        assert f"Steps: {cell.steps}," in text["parameters"] and f"CFG scale: {cell.guidance:g}" in text["parameters"]
    assert cell_of(wish, 3) == Wish("a cat", seed=4, guidance=7.0, steps=10)
    assert grid.label(3) == "guidance 7, steps 10" and str(grid) == "guidance 3, 7 × steps 5, 10, 20"
    assert Generation.from_json(made.to_json()) == made and Wish.from_json(wish.to_json()) == wish
    assert drawn(Wish("a cat", seed=4)).cells == () and cell_of(Wish("a cat"), 2) == Wish("a cat")


def test_one_random_seed_for_all_unless_seeds_vary() -> None:
    assert drawn(Wish("a cat", grid=parse_grid("guidance", "3, 7"))).seeds == (7, 7)
    assert drawn(Wish("a cat", seed=1, grid=parse_grid("seed", "5, 6"))).seeds == (5, 6)


def test_words_samplers_strengths_and_loras() -> None:
    made = drawn(Wish("A Red fox and a red hen", grid=parse_grid("words", "red, blue (sky:1.2)")))
    assert [cell.prompt for cell in made.cells] == [
        "A red fox and a red hen",
        "A blue (sky:1.2) fox and a blue (sky:1.2) hen",
    ]
    with pytest.raises(BadRequest, match="“green” is not in the prompt"):
        drawn(Wish("a red fox", grid=parse_grid("words", "green, blue")))
    made = drawn(Wish("a cat", grid=parse_grid("sampler", "Euler, DDIM")))
    assert [cell.sampler for cell in made.cells] == ["Euler", "DDIM"]
    made = drawn(Wish("a cat <lora:detail:0.3>", grid=parse_grid("LoRA strength", "-0.5, 0, 2")))
    assert [cell.loras[0].strength for cell in made.cells] == [-0.5, 0, 2]
    with pytest.raises(BadRequest, match="no LoRA in the prompt"):
        drawn(Wish("a cat", grid=parse_grid("LoRA strength", "0, 1")))
    start = Start("ab" * 32, 512, 512)
    made = drawn(Wish("a cat", start=start, grid=parse_grid("strength", "0.2, 0.8")))
    assert [(cell.strength, cell.skipped) for cell in made.cells] == [(0.2, 20), (0.8, 5)]
    with pytest.raises(BadRequest, match="option image"):
        drawn(Wish("a cat", grid=parse_grid("strength", "0.2, 0.8")))


def test_the_limits_hold_for_each_cell() -> None:
    with pytest.raises(BadRequest, match="Steps go from 1 to 100"):
        drawn(Wish("a cat", grid=parse_grid("steps", "10, 101")))
    with pytest.raises(BadRequest, match="enlarged"):
        drawn(Wish("a cat", start=Start("ab" * 32, 64, 64), upscale=2, grid=parse_grid("steps", "10, 20")))


@given(st.sampled_from(list(Setting)), st.text(alphabet="0123456789-.,()[]+ ab", max_size=30))
def test_whatever_is_written_it_is_read_or_refused(setting: Setting, text: str) -> None:
    try:
        axis = parse_axis(setting, text)
    except BadRequest:
        return
    assert 2 <= len(axis.values) <= 16 and len(set(axis.values)) == len(axis.values)


def png(colour: tuple[int, int, int], side: int = 64) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("side", [64, 512, 1024])
def test_the_sheet_shows_every_cell_in_its_place_with_labels(side: int) -> None:
    colours = [(250, 0, 0), (0, 250, 0), (0, 0, 250), (250, 250, 0), (0, 250, 250), (250, 0, 250)]
    grid = parse_grid("guidance", "3, 5, 7", "words", "a very long text about a cat that goes on and on, dog")
    with Image.open(io.BytesIO(sheet({n: png(colour, side) for n, colour in enumerate(colours)}, grid))) as image:
        assert image.width <= 3 * 520 + 240 and image.height <= 2 * 520 + 60
        picture = image.convert("RGB")
    found = [colour for _, colour in picture.getcolors(1 << 24) if colour in colours]  # type: ignore[union-attr]
    assert sorted(found) == sorted(colours)
    at = {colour: _first(picture, colour) for colour in colours}
    assert at[colours[0]][1] == at[colours[2]][1] < at[colours[3]][1] and at[colours[0]][0] < at[colours[1]][0]
    labels = picture.crop((0, 0, picture.width, at[colours[0]][1]))
    dark = sum(1 for pixel in labels.convert("L").tobytes() if pixel < 128)
    assert dark > 100, "the labels are written"


def _first(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int]:
    """Its upper left corner."""
    down, across = np.where((np.asarray(picture) == colour).all(axis=-1))
    return int(across.min()), int(down.min())


def test_one_setting_makes_one_row() -> None:
    grid = Grid(parse_axis(Setting.STEPS, "5, 10"))
    with Image.open(io.BytesIO(sheet({1: png((200, 9, 9))}, grid))) as image:
        assert image.width > 2 * 192 and image.height < 300, "a missing one leaves its place empty"
