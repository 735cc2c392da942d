"""The safety check: what stock diffusers would black out is flagged, and nothing is blacked out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from bot.errors import ModelUnusable
from bot.gpu.catalog import read_catalog
from bot.gpu.worker import checking, models
from bot.gpu.worker.device import Device
from bot.watermark import codec
from tests import tiny_models
from tests.gpu.worker.bench_of_requests import wish
from tests.gpu.worker.house import House

ALL, NONE = -1.1, 1.1
CPU = Device(torch.device("cpu"), "cpu", "test")


@pytest.fixture
def build() -> Iterator[Callable[..., House]]:
    houses: list[House] = []

    def make(makers: dict[str, Any], **options: Any) -> House:
        houses.append(House(makers, **options))
        return houses[-1]

    yield make
    for house in houses:
        house.close()


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A model with a checker that flags all, one whose checker flags nothing, and a checker by itself."""
    root = tmp_path_factory.mktemp("checkers")
    for name, threshold in (("strict", ALL), ("open", NONE)):
        tiny_models.checked(threshold).save_pretrained(root / name, safe_serialization=True)
    tiny_models.safety_checker(ALL).save_pretrained(root / "alone", safe_serialization=True)
    return {path.name: path for path in root.iterdir()}


def drawn(header: dict[str, Any], blobs: tuple[bytes, ...]) -> list[Image.Image]:
    assert header["type"] == "rendered", header
    return [Image.open(io.BytesIO(png)) for png in blobs]


def test_it_flags_what_the_stock_pipeline_would_black_out(tiny: Any) -> None:
    wanted = [
        {"prompt": "a cat", "num_inference_steps": 2, "generator": torch.Generator().manual_seed(n)} for n in range(6)
    ]
    plain = [tiny(**call, width=32, height=32).images[0] for call in wanted]
    found: set[bool] = set()
    for threshold in (0.0, 0.2, 0.3, 0.4, 0.6):
        stock = tiny_models.checked(threshold)
        checker = checking.of_pipeline(stock)
        assert checker is not None
        for call, picture in zip(wanted, plain, strict=True):
            again = {**call, "generator": torch.Generator().manual_seed(call["generator"].initial_seed())}
            said = stock(**again, width=32, height=32)
            assert list(checker.flags([picture])) == said.nsfw_content_detected
            found.update(said.nsfw_content_detected)
    assert found == {True, False}, "thresholds on both sides"


def test_flagged_pictures_arrive_whole_with_what_was_said_of_them(build: Callable[..., House]) -> None:
    house = build(
        {
            "plain": tiny_models.stable_diffusion,
            "strict": lambda: tiny_models.checked(ALL),
            "open": lambda: tiny_models.checked(NONE),
        }
    )
    said = {}
    for job, name in enumerate(("plain", "strict", "open")):
        header, blobs = house.draw(job, wish(model=name, seeds=(1, 2)))
        said[name] = (header["flagged"], [image.tobytes() for image in drawn(header, blobs)])
    assert [said[name][0] for name in said] == [[], [True, True], [False, False]]
    assert said["plain"][1] == said["strict"][1] == said["open"][1], "nothing was blacked out"


def test_the_operators_is_for_models_without_one(build: Callable[..., House], folders: dict[str, Path]) -> None:
    for place in ("alone", "strict"):  # by itself, or within a model
        house = build(
            {"plain": tiny_models.stable_diffusion, "open": lambda: tiny_models.checked(NONE)},
            safety_checker=str(folders[place]),
        )
        assert house.draw(1, wish(model="plain"))[0]["flagged"] == [True]
        assert house.draw(2, wish(model="open"))[0]["flagged"] == [False], "its own"


def test_where_it_cannot_be_read_nothing_is_drawn_unchecked(build: Callable[..., House], tmp_path: Path) -> None:
    house = build(
        {"plain": tiny_models.stable_diffusion, "open": lambda: tiny_models.checked(NONE)},
        safety_checker=str(tmp_path / "nowhere"),
    )
    header, _ = house.draw(1, wish(model="plain"))
    assert header["code"] == "model" and "SAFETY_CHECKER cannot be used" in header["message"]
    assert house.draw(2, wish(model="open"))[0]["type"] == "rendered"


def test_a_pickled_checker_is_not_opened(tmp_path: Path, folders: dict[str, Path]) -> None:
    (tmp_path / "config.json").write_bytes((folders["alone"] / "config.json").read_bytes())
    torch.save({}, tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelUnusable, match="SAFETY_CHECKER"):
        checking.read(tmp_path)


def test_numbers_that_ran_away_are_flagged() -> None:
    pipeline = tiny_models.checked(NONE)
    checker = checking.of_pipeline(pipeline)
    assert checker is not None
    picture = Image.new("RGB", (64, 48), "red")
    assert checker.flags([picture, picture]) == (False, False)
    pipeline.safety_checker.visual_projection.weight.data[0, 0] = float("nan")
    assert checker.flags([picture]) == (True,)


def test_a_model_on_the_disk_brings_its_checker_along(folders: dict[str, Path], tmp_path: Path) -> None:
    tiny_models.save(tmp_path / "plain")
    found = read_catalog([f"strict={folders['strict']}", f"plain={tmp_path / 'plain'}"], tmp_path)
    assert {model.name: model.has_checker for model in found} == {"strict": True, "plain": False, "starter": False}
    resident = models.load("strict", folders["strict"], "sd1", CPU)
    assert resident.checker is not None
    assert resident.checker.flags([Image.new("RGB", (32, 32))]) == (True,)
    assert next(resident.pipeline.safety_checker.parameters()).dtype is torch.float32


def test_the_watermark_comes_last_and_changes_nothing_that_was_drawn(build: Callable[..., House]) -> None:
    house = build({"tiny": tiny_models.stable_diffusion})
    large = {"width": 256, "height": 256, "steps": 1, "guidance": 1.0}
    (plain,) = drawn(*house.draw(1, wish(**large)))
    (marked,) = drawn(*house.draw(2, wish(**large, watermark=True)))
    assert codec.marked(plain).tobytes() == marked.tobytes() != plain.tobytes()
    assert codec.is_marked(marked) and not codec.is_marked(plain)


def test_a_watermark_that_a_pipeline_brings_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stable Diffusion XL has one of its own where that library is installed."""
    pipeline = tiny_models.stable_diffusion()
    pipeline.watermark = object()
    monkeypatch.setattr(models, "_read", lambda source, family: pipeline)
    assert models.load("xl", tmp_path, "sdxl", CPU).pipeline.watermark is None
