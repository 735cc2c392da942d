"""Which device, memory mode and precision choose themselves, and that half precision never reaches a processor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from bot.gpu.job import Generation
from bot.gpu.worker import device, models, precision
from bot.gpu.worker.device import Device
from bot.gpu.worker.ladder import narrow
from bot.gpu.worker.peak import Peaks
from bot.gpu.worker.precision import Precision
from tests import tiny_models
from tests.gpu.worker.house import House

CPU = Device(torch.device("cpu"), "cpu", "test")


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes torch see two cards of so many gibibytes."""

    def insert(gibibytes: int) -> None:
        properties = SimpleNamespace(total_memory=gibibytes << 30, name=f"card of {gibibytes}")
        monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
        monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
        monkeypatch.setattr(torch.cuda, "get_device_properties", lambda place: properties)

    return insert


@pytest.mark.parametrize(
    ("gibibytes", "wanted", "mode", "expected"),
    [
        (24, "auto", "auto", ("cuda:0", "full")),
        (8, "auto", "auto", ("cuda:0", "low")),
        (8, "auto", "full", ("cuda:0", "full")),
        (24, "cuda:1", "low", ("cuda:1", "low")),
        (24, "cuda:7", "auto", ("cuda:0", "full")),
        (24, "auto", "cpu", ("cpu", "cpu")),
        (24, "cpu", "auto", ("cpu", "cpu")),
        (0, "auto", "auto", ("cpu", "cpu")),
        (0, "cuda", "low", ("cpu", "cpu")),
    ],
)
def test_the_mode_chooses_itself(
    card: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
    gibibytes: int,
    wanted: str,
    mode: str,
    expected: tuple[str, str],
) -> None:
    if gibibytes:
        card(gibibytes)
    else:
        monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    found = device.choose(wanted, mode)
    assert (str(found.place), found.mode) == expected
    assert bool(found.note) == (wanted in ("cuda:7", "cuda"))
    assert found.dtype is (torch.float16 if found.place.type == "cuda" else torch.float32)
    if found.place.type == "cuda":
        assert found.model_bytes <= (gibibytes << 30) - (3 << 30)


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("half")
    tiny_models.stable_diffusion().to(torch.float16).save_pretrained(folder, variant="fp16", safe_serialization=True)
    return folder


def dtypes(pipeline: object, part: str) -> set[torch.dtype]:
    return {parameter.dtype for parameter in getattr(pipeline, part).parameters()}


def test_half_precision_never_reaches_a_processor(half: Path) -> None:
    """Files in half precision are widened; nothing is given up for memory that would narrow them again."""
    pipeline = models.load("sd", half, "sd1", CPU, Precision("float32", CPU)).pipeline
    assert [dtypes(pipeline, part) for part in ("unet", "vae", "text_encoder")] == [{torch.float32}] * 3
    assert not CPU.may_halve


def test_bfloat16_narrows_the_denoiser_alone_and_pictures_stay_close(
    half: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "computes_bfloat16", lambda: True)  # slower where it does not, and as exact
    drawn = []
    for wanted in ("float32", "bfloat16"):
        pipeline = models.load("sd", half, "sd1", CPU, Precision(wanted, CPU)).pipeline
        expected = torch.bfloat16 if wanted == "bfloat16" else torch.float32
        assert dtypes(pipeline, "unet") == {expected}
        assert dtypes(pipeline, "vae") | dtypes(pipeline, "text_encoder") == {torch.float32}
        pipeline.set_progress_bar_config(disable=True)
        output = pipeline(
            "a cat", num_inference_steps=4, output_type="latent", generator=torch.Generator().manual_seed(1)
        )
        drawn.append(output.images)
    slow, fast = drawn
    assert fast.dtype is torch.float32 and not torch.equal(slow, fast)
    assert float((slow - fast).abs().max() / slow.abs().max()) < 0.05


def test_requests_share_a_narrow_denoiser() -> None:
    pipeline = tiny_models.stable_diffusion()
    narrow(pipeline.unet, torch.bfloat16)
    house = House({"sd": lambda: pipeline})
    try:
        for job in range(3):
            house.studio.take(job, Generation("sd", "a cat", "", 32, 32, 3 + job, 5.0, (job,)))
        ends = [house.end_of(job)[0] for job in range(3)]
        assert [end["type"] for end in ends] == ["rendered"] * 3 and max(end["together"] for end in ends) > 1
    finally:
        house.close()


def test_it_is_measured_once_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    monkeypatch.setattr(precision, "computes_bfloat16", lambda: True)
    monkeypatch.setattr(precision, "gain", lambda: 1.6)
    first = Precision("auto", CPU, None, told.append)
    assert not first.narrows("starter") and told == []
    assert first.narrows("sd") and first.narrows("sdxl") and told == [1.6]
    monkeypatch.setattr(precision, "gain", lambda: pytest.fail("measured again"))
    assert not Precision("auto", CPU, 1.0).narrows("sd")
    assert not Precision("float32", CPU).narrows("sd") and Precision("bfloat16", CPU).narrows("sd")
    assert not Precision("bfloat16", Device(torch.device("mps"), "full", "x")).narrows("sd")
    monkeypatch.setattr(precision, "computes_bfloat16", lambda: False)
    assert not Precision("bfloat16", CPU).narrows("sd"), "it would be slower, and no smaller where it counts"


def test_peaks_are_of_their_own_pictures() -> None:
    peaks = Peaks(torch.device("cpu"))
    small, large = (Generation("sd", "", "", side, side, 1, 1.0, (0,)) for side in (64, 512))
    with peaks.watching(large):
        held = torch.ones(64 << 20)  # 256 MiB
    del held
    with peaks.watching(small):
        pass
    found = {entry[1]: entry[3:] for entry in peaks.learnt()}
    if Path("/proc/self/clear_refs").exists():
        assert found[512][0] - found[64][0] > 128 << 20
    with peaks.watching(small), peaks.watching(large):
        held = torch.ones(96 << 20)
    del held
    again = Peaks(torch.device("cpu"))
    again.recall(peaks.learnt())
    assert {entry[1]: entry[4] for entry in again.learnt()}[512] == 2
    with pytest.raises(ValueError):
        again.recall([[1, 2]])
