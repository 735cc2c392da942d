"""Seamless, blended, like another picture: what becomes of such wishes, and which models they are refused with."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.errors import BadRequest
from bot.gpu.catalog import Adapter, starter
from bot.gpu.job import Generation, Mode
from bot.imagine.composition import USUAL_SCALE, can_do
from bot.imagine.deriving import How, blended, derived, restarted
from bot.imagine.identify import Identifier
from bot.imagine.model import Picture, Start, Wish
from bot.imagine.plan import plan
from bot.settings import Settings

BLIND = dataclasses.replace(starter(), name="sd", label="sd", starter=False, native_size=512, max_side=1024)
SEES = dataclasses.replace(BLIND, adapter=Adapter(Path("a"), Path("b")))
FIRST, SECOND = "ab" * 32, "cd" * 32
START = Start(FIRST, 640, 512)
PICTURE = Picture(0, FIRST, ".png", 42, 128, 96)


def planned(wish: Wish, model: object = SEES) -> Generation:
    assert isinstance(model, type(SEES))
    made = plan(wish, model, Settings(), 0)
    assert Generation.from_json(made.to_json()) == made and Wish.from_json(wish.to_json()) == wish
    return made


def test_to_look_like_a_picture_starts_from_noise_at_the_models_own_size() -> None:
    made = planned(Wish("a cat", start=START, look=True))
    assert (made.mode, made.image, made.image_prompts, made.image_scale) == (Mode.WORDS, None, (FIRST,), USUAL_SCALE)
    assert (made.width, made.height, made.skipped, made.inputs) == (512, 512, 0, (FIRST,))
    assert "IP-Adapter scale: 0.6" in made.texts[0]["parameters"]
    assert made.cost == planned(Wish("a cat")).cost, "looking takes no steps"
    assert planned(Wish("a cat", start=START, look=True, strength=0.25)).image_scale == 0.75
    both = planned(Wish("a cat", start=dataclasses.replace(START, blend=SECOND), look=True))
    assert both.image_prompts == (FIRST, SECOND) and both.blend is None


def test_a_blend_is_looked_at_too_where_the_model_can() -> None:
    wish = Wish("a cat", start=dataclasses.replace(START, blend=SECOND))
    plain, seen = planned(wish, BLIND), planned(wish)
    assert (plain.image, plain.blend, plain.image_prompts) == (FIRST, SECOND, ())
    assert (seen.image, seen.blend, seen.image_prompts) == (FIRST, SECOND, (FIRST, SECOND))
    assert plain.inputs == seen.inputs == (FIRST, SECOND), "each is sent once"
    assert can_do(seen, BLIND) and not can_do(planned(Wish("a cat", start=START, look=True)), BLIND)
    assert not can_do(planned(Wish("a wall", seamless="both")), dataclasses.replace(BLIND, seamless=False))


def test_other_programs_still_read_the_settings() -> None:
    start = dataclasses.replace(START, blend=SECOND)
    for wish in (Wish("a wall", start=start, seamless="up and down"), Wish("a wall", start=START, look=True)):
        made = planned(wish)
        info, out = PngInfo(), io.BytesIO()
        info.add_text("parameters", made.texts[0]["parameters"])
        Image.new("RGB", (16, 16)).save(out, "PNG", pnginfo=info)
        found = Identifier().settings(out.getvalue())
        assert found is not None and (found.prompt, found.seed) == ("a wall", made.seeds[0])
        assert (found.steps, found.guidance, found.model) == (made.steps, made.guidance, "sd")


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish("a", start=START, look=True), "has no IP-Adapter here"),
        (Wish("a", look=True), "no picture to look like"),
        (Wish("a", start=Start(FIRST, 64, 64, mask=SECOND, blend=SECOND)), "do not go together"),
    ],
)
def test_what_cannot_be_is_refused(wish: Wish, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        planned(wish, BLIND)
    with pytest.raises(BadRequest, match="strength goes from"):
        planned(Wish("a", start=START, look=True, strength=1.0))


def test_what_comes_of_such_pictures_is_not_bound_by_how_they_came_about() -> None:
    wish = Wish("a cat", start=dataclasses.replace(START, blend=SECOND), look=True, seamless="both", other_parent=3)
    again = restarted(wish, PICTURE)
    assert (again.look, again.start, again.seamless, again.other_parent) == (False, Start(FIRST, 128, 96), "both", None)
    assert derived(wish, PICTURE, b"", How.SUBTLE, 256).wish.seamless == "both"
    assert derived(wish, PICTURE, b"", How.TWICE, 256).wish.seamless is None
    second = Picture(1, SECOND, ".png", 43, 64, 64)
    assert blended(wish, PICTURE, second).start == Start(FIRST, 128, 96, blend=SECOND)


def test_wishes_from_before_still_load() -> None:
    wish = Wish("a cat", start=START)
    raw = json.loads(wish.to_json())
    for name in ("seamless", "other_parent", "look"):
        del raw[name]
    del raw["start"]["blend"]
    assert Wish.from_json(json.dumps(raw)) == wish
