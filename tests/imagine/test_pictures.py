"""What is uploaded: enlarged when small, re-encoded when too large, the settings inside whenever they can be."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image, PngImagePlugin
from sd_parsers import ParserManager
from sd_prompt_reader.image_data_reader import ImageDataReader

from bot.gpu.job import Generation
from bot.imagine.model import Picture
from bot.imagine.parameters import parameters_text
from bot.imagine.pictures import show


def png(side: int, text: str = "hello", *, noisy: bool = False) -> bytes:
    image = (
        Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)) if noisy else Image.new("RGB", (side, side))
    )
    info = PngImagePlugin.PngInfo()
    info.add_itxt("parameters", text)
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=info)
    return out.getvalue()


def picture(side: int) -> Picture:
    return Picture(0, "ab" * 32, ".png", 1, side, side)


def test_a_small_picture_is_enlarged_and_keeps_its_settings() -> None:
    shown = show(picture(128), png(128), 7, enlarge=True, limit_bytes=10**7)
    with Image.open(io.BytesIO(shown.content)) as image:
        assert image.size == (512, 512)
        assert image.text["parameters"] == "hello"  # type: ignore[attr-defined]
    assert shown.name == "inkling-7-1.png"
    assert shown.enlarged_to == 512


def test_a_picture_of_its_own_size_is_left_alone() -> None:
    original = png(512)
    shown = show(picture(512), original, 7, enlarge=True, limit_bytes=10**7)
    assert (shown.content, shown.enlarged_to, shown.note) == (original, None, None)


@pytest.mark.parametrize("limit", [200_000, 20_000, 3_000])
def test_a_picture_over_the_upload_limit_is_reencoded_and_says_so(limit: int) -> None:
    original = png(512, noisy=True)
    assert len(original) > limit
    shown = show(picture(512), original, 7, enlarge=False, limit_bytes=limit)
    assert len(shown.content) <= limit
    assert shown.name.endswith(".webp")
    assert "upload limit" in (shown.note or "")
    with Image.open(io.BytesIO(shown.content)) as image:
        assert image.format == "WEBP"


@pytest.mark.parametrize(
    ("prompt", "negative"),
    [("a red apple", ""), ("a cat, sitting: calm", "blurry, dog"), ("ein Apfel “rot” 🍎", "grün")],
)
def test_sd_parsers_reads_the_settings_back(prompt: str, negative: str) -> None:
    made = Generation("my, model", prompt, negative, 512, 768, 25, 7.5, (42, 43))
    text = parameters_text(made, 43, sampler="Euler a", model=made.model)
    read = ParserManager().parse(io.BytesIO(png(64, text)))
    assert read is not None
    assert [p.value for p in read.prompts] == [prompt]
    assert [p.value for p in read.negative_prompts] == ([negative] if negative else [])
    (sampler,) = read.samplers
    assert sampler.name == "Euler a"
    assert {key: str(sampler.parameters[key]) for key in ("seed", "steps")} == {"seed": "43", "steps": "25"}
    assert [m.name for m in read.models] == ["my model"]


def test_sd_prompt_reader_reads_the_settings_back() -> None:
    made = Generation("my model", "a cat, sitting", "blurry", 512, 768, 25, 7.5, (42,))
    file = io.BytesIO(png(64, parameters_text(made, 42, sampler="Euler a", model=made.model)))
    file.name = "picture.png"
    read = ImageDataReader(file)
    assert (read.tool, read.positive, read.negative) == ("A1111 webUI", "a cat, sitting", "blurry")
    wanted = {"seed": "42", "steps": "25", "sampler": "Euler a", "cfg": "7.5", "size": "512x768", "model": "my model"}
    assert read.parameter == wanted
