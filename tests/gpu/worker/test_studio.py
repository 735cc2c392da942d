"""Several models: who is resident, who waits for whom, and what a model that cannot be loaded does to its jobs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch

from bot.gpu.worker.models import TooLarge
from tests import tiny_models
from tests.gpu.worker.bench_of_requests import wish
from tests.gpu.worker.house import House, Make, cannot_load


@pytest.fixture
def build() -> Iterator[Callable[..., House]]:
    houses: list[House] = []

    def make(makers: dict[str, Make], **device: Any) -> House:
        houses.append(House(makers, **device))
        return houses[-1]

    yield make
    for house in houses:
        house.close()


@pytest.fixture
def tiny_copies(tiny: Any) -> Make:
    return lambda: tiny_models.stable_diffusion()


def test_two_models_are_resident_and_draw_side_by_side(build: Callable[..., House], tiny_copies: Make) -> None:
    house = build({"a": tiny_copies, "b": tiny_copies})
    house.studio.take(1, wish(model="a"))
    house.studio.take(2, wish(model="b"))
    assert house.end_of(1)[1] == house.end_of(2)[1] and house.end_of(1)[1]
    assert house.until("loaded", model="b")["resident"] == ["a", "b"]
    house.draw(3, wish(model="a"))
    assert house.kinds().count("loading") == 2


def test_loading_one_does_not_stop_another(build: Callable[..., House], tiny_copies: Make) -> None:
    go, began = threading.Event(), threading.Event()

    def slow() -> Any:
        began.set()
        assert go.wait(30)
        return tiny_copies()

    house = build({"a": tiny_copies, "slow": slow})
    house.draw(1, wish(model="a"))
    house.studio.take(2, wish(model="slow"))
    assert began.wait(30)
    assert house.draw(3, wish(model="a"))[0]["type"] == "rendered", "drawn while the other loads"
    go.set()
    assert house.end_of(2)[0]["type"] == "rendered"


def test_the_least_recently_used_leaves(build: Callable[..., House], tiny_copies: Make) -> None:
    house = build(dict.fromkeys("abc", tiny_copies), room=25)
    for job, name in enumerate("abac", 1):
        house.draw(job, wish(model=name, steps=2))
    house.draw(5, wish(model="b", steps=2))
    loaded = [header["resident"] for header, _ in house.frames if header["type"] == "loaded"]
    assert loaded == [["a"], ["a", "b"], ["a", "c"], ["c", "b"]]


def test_a_model_that_cannot_be_loaded_fails_its_jobs_and_no_others(
    build: Callable[..., House], tiny_copies: Make
) -> None:
    house = build({"a": tiny_copies, "broken": cannot_load("The model “broken” is cut off.")})
    for job, name in enumerate(("a", "broken", "broken", "a"), 1):
        house.studio.take(job, wish(model=name))
    for job in (2, 3):
        header, _ = house.end_of(job)
        assert (header["code"], header["message"]) == ("model", "The model “broken” is cut off.")
    assert house.end_of(1)[0]["type"] == house.end_of(4)[0]["type"] == "rendered"
    assert house.until("unusable", model="broken")["resident"] == ["a"]


def test_a_model_too_large_beside_others_gets_the_device_for_itself(
    build: Callable[..., House], tiny_copies: Make
) -> None:
    tries: list[int] = []

    def large() -> Any:
        tries.append(len(house.studio._shelf.names))
        if house.studio._shelf.names:
            raise TooLarge("too large")
        return tiny_copies()

    house = build({"a": tiny_copies, "large": large})
    house.draw(1, wish(model="a"))
    assert house.draw(2, wish(model="large"))[0]["type"] == "rendered"
    assert tries == [1, 0]
    assert house.until("loaded", model="large")["resident"] == ["large"]


@pytest.mark.parametrize(
    ("error", "faults"), [(OSError("no such disk"), 0), (torch.AcceleratorError("CUDA error: unspecified"), 1)]
)
def test_whatever_loading_raises_its_jobs_are_told(
    build: Callable[..., House], tiny_copies: Make, error: Exception, faults: int
) -> None:
    """A fault of the device is one also here: in the engine process it ends that."""

    def fails() -> Any:
        raise error

    house = build({"a": tiny_copies, "fails": fails})
    header, _ = house.draw(1, wish(model="fails"))
    assert header["code"] == "model" and type(error).__name__ in header["message"]
    assert len(house.faults) == faults
    assert house.draw(2, wish(model="a"))[0]["type"] == "rendered"


def test_a_model_too_large_for_the_empty_device_is_refused(build: Callable[..., House]) -> None:
    def large() -> Any:
        raise TooLarge("It does not fit.")

    house = build({"large": large})
    header, _ = house.draw(1, wish(model="large"))
    assert (header["code"], header["message"]) == ("model", "It does not fit.")


def test_a_grid_is_drawn_cell_by_cell_as_one_job(build: Callable[..., House], tiny_copies: Make) -> None:
    house = build({"a": tiny_copies})
    cells = [
        wish(model="a", guidance=guidance, steps=steps, texts=({"parameters": f"{guidance} {steps}"},))
        for steps in (2, 5)
        for guidance in (1.0, 6.0)
    ]
    texts = tuple(text for cell in cells for text in cell.texts)
    grid = replace(cells[0], cells=tuple(cells), seeds=(1,) * 4, texts=texts)
    header, pictures = house.draw(1, grid)
    assert header["type"] == "rendered", header
    alone = [house.draw(number, cell)[1][0] for number, cell in enumerate(cells, 2)]
    assert list(pictures) == alone, "bit for bit, with its own settings inside"
    told = [(frame["step"], frame["steps"]) for frame, _ in house.frames if frame.get("job") == 1 and "step" in frame]
    assert told == sorted(told) and told[-1] == (14, 14) and {steps for _, steps in told} == {14}


def test_a_grid_stops_as_one(build: Callable[..., House], tiny_copies: Make) -> None:
    house = build({"a": tiny_copies})
    cell = wish(model="a", steps=500)
    house.studio.take(1, replace(cell, cells=(cell,) * 3, seeds=(1,) * 3))
    house.until("stepped", job=1)
    house.studio.cancel(1)
    assert house.end_of(1)[0]["type"] == "stopped"
