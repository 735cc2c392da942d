"""What can surely never fit, told from files; and models that fit only without their text encoders."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
import torch

from bot.gpu.worker import models
from bot.gpu.worker.ladder import Ladder, Rung
from bot.gpu.worker.models import TooLarge
from bot.gpu.worker.room import most_pixels
from bot.pocket import WEIGHTS
from tests import tiny_models
from tests.gpu.worker.house import Shelfful

GIB = 1 << 30


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models.save(tmp_path_factory.mktemp("model") / "tiny")


def test_it_grows_with_the_memory_and_is_zero_where_the_weights_do_not_fit(folder: Path) -> None:
    weights = sum(path.stat().st_size for path in (folder / "unet").glob("*.safetensors"))
    assert most_pixels(folder, "sd1", weights - 1000, 4) == 0
    one, two = (most_pixels(folder, "sd1", weights + room, 4) for room in (1 << 20, 2 << 20))
    assert one and two and abs(two - 2 * one) <= 2
    half = most_pixels(folder, "sd1", weights + (1 << 20), 2)
    assert half is not None and half > 2 * one, "half as many bytes, of weights too"


def test_it_is_what_a_forward_keeps_at_the_least(folder: Path) -> None:
    """What a UNet hands from its way down to its way up, counted in a real forward."""
    unet = tiny_models.unet()
    kept = 0

    def count(module: torch.nn.Module, values: object, output: object) -> None:
        nonlocal kept
        kept += sum(tensor.numel() for tensor in output[1])  # type: ignore[index]

    for block in unet.down_blocks:
        block.register_forward_hook(count)
    side = 64
    with torch.no_grad():
        unet(torch.zeros(1, 4, side, side), 1, torch.zeros(1, 4, 32))
    first = unet.config.block_out_channels[0] * side * side
    memory = 4 * (kept + first)
    found = most_pixels(folder, "sd1", memory + _weights(folder), 4)
    assert found == (2 * side) ** 2, "exactly that: an autoencoder of two levels makes each side twice as long"


def _weights(folder: Path) -> int:
    return sum(path.stat().st_size for path in (folder / "unet").glob("*.safetensors"))


@pytest.mark.parametrize("family", ["sd1", "sd2", "sdxl"])
def test_cards_of_two_gigabytes_and_more_refuse_no_size_that_people_ask_for(tmp_path: Path, family: str) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"")
    for memory in (2, 8, 24):
        found = most_pixels(file, family, memory * GIB, 2)
        assert found is not None and found > 4096 * 4096


def test_transformers_and_what_cannot_be_told(tmp_path: Path) -> None:
    for part, config in {
        "transformer": {"num_attention_heads": 24, "attention_head_dim": 128},
        "vae": {"block_out_channels": [128, 256, 512, 512]},
    }.items():
        (tmp_path / part).mkdir()
        (tmp_path / part / "config.json").write_text(json.dumps(config))
    found = most_pixels(tmp_path, "flux", GIB, 2)
    assert found == GIB // 48, "twice 3072 values of 2 bytes for 16 x 16 pixels"
    (tmp_path / "vae" / "config.json").write_text("{")
    assert most_pixels(tmp_path, "flux", GIB, 2) is None
    assert most_pixels(tmp_path / "gone", "flux", GIB, 2) is None
    starter = most_pixels(WEIGHTS, "starter", GIB, 4)
    assert starter is not None and starter > 2048 * 2048


# ---- loading, with an allocator that runs out


class Memory:
    """So many bytes of a device other than the processor's own; what is moved there is counted."""

    def __init__(self, room: int) -> None:
        self.device = Shelfful(torch.device("cpu:0"), "full", "pretended", offloads=True)
        self.left = room

    def moved(self, tensor: torch.Tensor, place: torch.device, dtype: torch.dtype) -> torch.Tensor:
        if place == self.device.place:
            self.left -= tensor.numel() * tensor.element_size()
            if self.left < 0:
                raise torch.OutOfMemoryError("CUDA out of memory (pretended)")
        return tensor.to(place, dtype)


def _bytes(*parts: torch.nn.Module) -> int:
    tensors = itertools.chain.from_iterable([*part.parameters(), *part.buffers()] for part in parts)
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def test_a_model_that_fits_only_without_its_text_encoder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = tiny_models.stable_diffusion()
    rest = _bytes(pipeline.unet, pipeline.vae)
    given_back: list[Memory] = []
    memory = Memory(rest + _bytes(pipeline.text_encoder) // 2)
    room = memory.left
    monkeypatch.setattr(models, "moved", memory.moved)
    monkeypatch.setattr(models, "release", lambda: (given_back.append(memory), setattr(memory, "left", room)))
    resident = models.load("m", folder, "sd1", memory.device)
    assert resident.encoders_off and resident.bytes == rest and len(given_back) == 1
    ladder = Ladder(resident.pipeline, memory.device, lambda: False, encoders_off=True)
    assert ladder.encoders_off and ladder.notes_on_reading() == [Rung.ENCODERS.value]
    room = memory.left = rest - 1
    with pytest.raises(TooLarge, match="does not fit into the memory"):
        models.load("m", folder, "sd1", memory.device)
    room = memory.left = 10 * rest
    assert not models.load("m", folder, "sd1", memory.device).encoders_off
