"""Words for a picture, by BLIP of the true architecture with random weights: equal to stock transformers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from PIL import Image

from bot.gpu.captioner import CAPTIONER, read_captioner
from bot.gpu.job import Generation
from bot.gpu.worker import captions, device, models
from bot.gpu.worker.ticket import Cancelled, Ticket
from tests import tiny_models
from tests.gpu.worker.house import House


def picture(seed: int = 0) -> bytes:
    out = io.BytesIO()
    torch.manual_seed(seed)
    noise = (torch.rand(48, 64, 3) * 255).byte().numpy()
    Image.fromarray(noise).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models.save_captioner(tmp_path_factory.mktemp("captioner"))


@pytest.fixture(scope="module")
def captioner(folder: Path) -> captions.Captioner:
    resident = models.load("blip", folder, CAPTIONER, device.choose("cpu", "auto"))
    assert resident.bytes > 0 and resident.preview is None
    assert models.expected_bytes(folder, device.choose("cpu", "auto")) == pytest.approx(resident.bytes, rel=0.2)
    return resident.pipeline


def generation(most: int = 12) -> Generation:
    return Generation("blip", "", "", 32, 32, most, 1.0, (0,), image="0" * 64, describes=True)


def test_the_words_are_those_of_stock_transformers(captioner: captions.Captioner, folder: Path) -> None:
    from transformers import AutoProcessor, BlipForConditionalGeneration

    stock = BlipForConditionalGeneration.from_pretrained(folder)
    processor = AutoProcessor.from_pretrained(folder, backend="pil")
    said = []
    for seed in range(4):
        image = Image.open(io.BytesIO(picture(seed)))
        output = stock.generate(**processor(images=image, return_tensors="pt"), max_new_tokens=12, do_sample=False)
        told: list[int] = []
        words = captioner.describe(picture(seed), 12, Ticket(), told.append)
        assert words == " ".join(processor.decode(output[0], skip_special_tokens=True).split())
        assert told == list(range(1, len(told) + 1)) and 0 < len(told) <= 12
        said.append(words)
    assert any(said)


def test_it_stops_at_once_when_it_is_cancelled(captioner: captions.Captioner) -> None:
    ticket, told = Ticket(), []

    def hear(count: int) -> None:
        told.append(count)
        ticket.cancelled = count == 2

    with pytest.raises(Cancelled):
        captioner.describe(picture(), 12, ticket, hear)
    assert told == [1, 2]
    waiting = Ticket(cancelled=True)
    captioner._turn.acquire()
    with pytest.raises(Cancelled):
        captioner.describe(picture(), 12, waiting, hear)
    captioner._turn.release()


@pytest.fixture
def house(captioner: captions.Captioner) -> Iterator[House]:
    found = House({"blip": lambda: captioner, "sd": tiny_models.stable_diffusion}, mode="low")
    yield found
    found.close()


def test_it_is_a_job_like_any_other(house: House, captioner: captions.Captioner) -> None:
    house.studio.take(1, generation(), (picture(),))
    house.studio.take(2, Generation("sd", "a cat", "", 32, 32, 2, 5.0, (1,)))
    header, blobs = house.end_of(1)
    assert header["type"] == "rendered" and blobs == ()
    assert header["notes"] == [captioner.describe(picture(), 12, Ticket(), lambda _: None)]
    assert any(frame["type"] == "stepped" and frame["job"] == 1 for frame, _ in house.frames)
    assert house.end_of(2)[0]["type"] == "rendered"
    house.studio.take(3, generation())
    assert house.end_of(3)[0]["code"] == "input"
    ((_, width, height, peak, together),) = [entry for entry in house.studio.peaks.learnt() if entry[0] == "sd"]
    assert (width, height) == (32, 32) and peak > 1 << 20 and together >= 1


def test_what_is_no_captioning_model_is_said(folder: Path, tmp_path: Path) -> None:
    found = read_captioner(str(folder), tmp_path, [folder.name])
    assert found.problem is None and found.native_size == 32 and found.name == f"{folder.name}-2"
    assert "model add a/b" in str(read_captioner("a/b", tmp_path, ()).problem)
    (tmp_path / "a--b").mkdir()
    assert "no transformers folder" in str(read_captioner("a/b", tmp_path, ()).problem)
    (tmp_path / "a--b" / "config.json").write_text('{"model_type": "llava"}')
    assert "It is a llava model" in str(read_captioner("a/b", tmp_path, ()).problem)
    (tmp_path / "a--b" / "config.json").write_text('{"model_type": "blip", "vision_config": 3}')
    (tmp_path / "a--b" / "pytorch_model.bin").touch()
    assert "no .safetensors" in str(read_captioner("a/b", tmp_path, ()).problem)
