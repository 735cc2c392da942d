"""What the settings in a file say about the watermark, and that other programs still read them."""

from __future__ import annotations

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.gpu.catalog import starter
from bot.gpu.job import Generation
from bot.imagine.identify import Identifier, is_marked
from bot.imagine.marking import with_mark
from bot.imagine.model import Wish
from bot.imagine.plan import plan
from bot.settings import Settings
from bot.watermark import codec
from tests.watermark.test_codec import scene

SETTINGS = Settings()


def planned(size: str) -> Generation:
    return plan(Wish("a cat, sitting", size=size, seed=7, count=2), starter(), SETTINGS, 1)


def said(generation: Generation) -> list[str]:
    return [chunks["parameters"].rpartition(", Version: ")[2] for chunks in generation.texts]


def test_the_file_says_whether_there_is_one_and_why_not() -> None:
    small, large = planned("128"), planned("256")
    assert with_mark(large, wanted=True).watermark and not with_mark(small, wanted=True).watermark
    assert all(line.endswith(", Watermark: StableDiffusionV1") for line in said(with_mark(large, wanted=True)))
    assert all(line.endswith(", Watermark: too small for one") for line in said(with_mark(small, wanted=True)))
    assert with_mark(large, wanted=False) == large


def test_a_replay_says_what_holds_now_and_says_it_once() -> None:
    stored = with_mark(planned("256"), wanted=True)
    assert with_mark(stored, wanted=True) == stored
    assert with_mark(stored, wanted=False) == planned("256")
    assert Generation.from_json(stored.to_json()) == stored


def test_other_programs_read_the_settings_as_before() -> None:
    stored = with_mark(planned("256"), wanted=True)
    info, out = PngInfo(), io.BytesIO()
    info.add_text("parameters", stored.texts[1]["parameters"])
    codec.marked(scene(256, 256)).save(out, "PNG", pnginfo=info)
    found = Identifier().settings(out.getvalue())
    assert found is not None
    assert (found.seed, found.steps, found.guidance, found.model) == (8, stored.steps, stored.guidance, "starter")
    assert found.prompt == stored.prompt
    assert is_marked(out.getvalue())


def test_what_is_no_picture_has_none() -> None:
    out = io.BytesIO()
    codec.marked(scene(256, 256)).save(out, "PNG")
    assert not is_marked(b"no picture") and not is_marked(out.getvalue()[: out.tell() // 2])
    small = io.BytesIO()
    Image.new("RGB", (64, 64)).save(small, "PNG")
    assert not is_marked(small.getvalue())
