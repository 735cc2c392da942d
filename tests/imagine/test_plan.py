"""From wishes to generations."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from bot.errors import BadRequest
from bot.gpu.catalog import starter
from bot.gpu.job import Generation, Mode, Seamless
from bot.imagine.model import Start, Wish
from bot.imagine.plan import filled, pick, plan
from bot.rules.model import Defaults
from bot.settings import Settings

STARTER = starter()
REAL = dataclasses.replace(
    STARTER, name="sd", label="sd", starter=False, native_size=512, max_side=1024, default_steps=25, sampler="PNDM"
)
BROKEN = dataclasses.replace(REAL, name="broken", label="broken", problem="It is cut off.")


def test_what_is_left_open_comes_from_the_model() -> None:
    made = plan(Wish("a cat", count=2), REAL, Settings(), random_seed=7)
    assert (made.width, made.height, made.steps, made.seeds) == (512, 512, 25, (7, 8))
    assert "Sampler: PNDM" in made.texts[1]["parameters"]
    assert "Seed: 8" in made.texts[1]["parameters"]


def test_a_style_adds_its_words_to_real_models_and_not_to_the_starter() -> None:
    made = plan(Wish("a cat", negative="dog", style="ink"), REAL, Settings(), 0)
    assert made.prompt.startswith("a cat, ink drawing")
    assert made.negative_prompt.startswith("dog, ")
    assert plan(Wish("a cat", style="ink"), STARTER, Settings(), 0).prompt == "a cat"


def test_the_operators_limits_hold_for_every_model() -> None:
    tight = Settings(max_side=256, max_steps=10)
    with pytest.raises(BadRequest, match="too large"):
        plan(Wish("a cat", size="512"), REAL, tight, 0)
    with pytest.raises(BadRequest, match="1 to 10"):
        plan(Wish("a cat", steps=11), REAL, tight, 0)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish("a cat", count=5), "1 to 4"),
        (Wish("a cat", guidance=31), "Guidance"),
        (Wish("a cat", style="baroque"), "no style"),
        (Wish("a cat", negative="x" * 1001), "characters"),
    ],
)
def test_limits_hold_without_discords_help(wish: Wish, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        plan(wish.tidied(), REAL, Settings(), 0)


def test_picking() -> None:
    models = (BROKEN, REAL, STARTER)
    assert pick(models, None) is REAL, "the first that works"
    assert pick(models, "STARTER model") is STARTER
    with pytest.raises(BadRequest, match="cut off"):
        pick(models, "broken")
    with pytest.raises(BadRequest, match="choose from: sd, starter"):
        pick(models, str(Path("nope")))


def test_a_servers_defaults_fill_what_is_left_open_and_nothing_else() -> None:
    defaults = Defaults("blurry", "wide", 500, 2)
    assert filled(Wish("a cat", count=None), defaults, 100, REAL) == Wish(
        "a cat", negative="blurry", size="wide", steps=100, count=2
    )
    own = Wish("a cat", negative="red", size="tall", steps=5, count=1)
    assert filled(own, defaults, 100, REAL) == own
    assert filled(Wish("a cat", count=None), Defaults(), 100, REAL) == Wish("a cat", count=1)


def test_a_servers_steps_are_not_for_models_made_for_few() -> None:
    turbo = dataclasses.replace(REAL, default_steps=4, default_guidance=0.0)
    wish = filled(Wish("a cat", count=None), Defaults(steps=30), 100, turbo)
    made = plan(wish, turbo, Settings(), 0)
    assert (made.steps, made.guidance, made.is_guided) == (4, 0.0, False)
    assert filled(Wish("a cat", steps=9), Defaults(steps=30), 100, turbo).steps == 9


@pytest.mark.parametrize("called", ["PLMS", "plms", "pndm"])
def test_a_sampler_has_several_names(called: str) -> None:
    assert plan(Wish("a cat", sampler=called), REAL, Settings(), 0).sampler == "PNDM"


def test_seamless_is_kept_and_refused_where_the_model_cannot() -> None:
    made = plan(Wish("a wall", seamless="up and down"), REAL, Settings(), 0)
    assert made.seamless is Seamless.UP_AND_DOWN and Generation.from_json(made.to_json()) == made
    assert "Tiling: up and down" in made.texts[0]["parameters"]
    with pytest.raises(BadRequest, match="cannot draw pictures that tile"):
        plan(Wish("a wall", seamless="both"), dataclasses.replace(REAL, seamless=False), Settings(), 0)
    with pytest.raises(BadRequest, match=r"no way to tile\. Choose both, sideways, up and down"):
        plan(Wish("a wall", seamless="x"), REAL, Settings(), 0)


def test_rows_from_before_there_was_more_to_ask_for_still_load() -> None:
    made = plan(Wish("a wall"), REAL, Settings(), 0)
    old = {key: value for key, value in json.loads(made.to_json()).items() if key != "seamless"}
    assert Generation.from_json(json.dumps(old)) == made


def test_a_model_that_keeps_depth_needs_a_picture_and_goes_further_from_it() -> None:
    depth = dataclasses.replace(REAL, modes=(Mode.IMAGE,))
    with pytest.raises(BadRequest, match="keeps the depth of a picture"):
        plan(Wish("a cat"), depth, Settings(), 0)
    with pytest.raises(BadRequest, match="it needs a whole picture"):
        plan(Wish("a cat", start=Start("ab" * 32, 512, 512, mask="cd" * 32)), depth, Settings(), 0)
    assert plan(Wish("a cat", start=Start("ab" * 32, 512, 512)), depth, Settings(), 0).strength == 0.8


def test_a_sampler_is_the_models_or_refused() -> None:
    made = plan(Wish("a cat", sampler="Euler a"), REAL, Settings(), 0)
    assert made.sampler == "Euler a" and "Sampler: Euler a" in made.texts[0]["parameters"]
    with pytest.raises(BadRequest, match=r"does not work with the sampler “Heun”\. It has: DDIM"):
        plan(Wish("a cat", sampler="Heun"), STARTER, Settings(), 0)
