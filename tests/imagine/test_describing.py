"""What a wish for words becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import BadRequest
from bot.gpu.captioner import CAPTIONER, MOST_TOKENS
from bot.gpu.catalog import ModelInfo, starter
from bot.gpu.job import DRAWING, Generation, Mode
from bot.imagine.model import Start, Wish
from bot.imagine.plan import description

BLIP = ModelInfo("blip", "blip", Path("x"), CAPTIONER, 384, MOST_TOKENS, 1.0, 384, 384, modes=(Mode.DESCRIBE,))
ASKED = Wish("Describe this picture", private=True, describe=True, start=Start("a" * 64, 640, 480, "b" * 64))


def test_it_reads_one_picture_and_costs_about_a_third_of_one() -> None:
    found = description(ASKED, BLIP)
    assert found.mode is Mode.DESCRIBE and found.inputs == ("a" * 64,)
    assert (found.rows, found.steps, found.width) == (1, MOST_TOKENS, 384)
    assert 4 < found.cost < 7
    assert Generation.from_json(found.to_json()) == found and Wish.from_json(ASKED.to_json()) == ASKED


def test_without_a_model_or_a_picture_it_is_refused() -> None:
    for model in (None, replace(BLIP, problem="gone")):
        with pytest.raises(BadRequest, match="named no model for it"):
            description(ASKED, model)
    with pytest.raises(BadRequest, match="no picture"):
        description(replace(ASKED, start=None), BLIP)


def test_models_that_draw_are_not_asked_for_words() -> None:
    assert Mode.DESCRIBE not in starter().modes and set(starter().modes) == set(DRAWING)
