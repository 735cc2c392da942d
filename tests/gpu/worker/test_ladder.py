"""Memory running out at chosen points of real pipelines, and numbers that run away: what is done, and what is said."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch

from bot.gpu.worker import drawing, forwards, ladder, proxy
from bot.gpu.worker.ladder import RELAX_AFTER, Rung
from tests import tiny_models
from tests.gpu.worker.bench_of_requests import wish
from tests.gpu.worker.house import House

WIDE = 64  # pixels: larger than one tile of the tiny autoencoder


class Faults:
    """Wraps the parts of a pipeline; each test sets a condition under which a part runs out of memory."""

    def __init__(self) -> None:
        self.pipeline: Any = None
        self.house: House
        self.unet: Callable[[torch.Tensor], bool] = lambda sample: False
        self.decode: Callable[[torch.Tensor], bool] = lambda latents: False
        self.encode: Callable[[], bool] = lambda: False
        self.visit: Callable[[], bool] = lambda: False
        self.spoil_latents = self.spoil_pixels = 0
        self.encodings = self.moves = 0
        self.calls: list[int] = []

    def make(self) -> Any:
        pipeline = self.pipeline = tiny_models.stable_diffusion()
        pipeline.vae.tile_latent_min_size = 16
        pipeline.vae.tile_sample_min_size = 32
        unet, vae, encoder = pipeline.unet, pipeline.vae, pipeline.text_encoder
        unet_forward, vae_decode, encode, move = unet.forward, vae._decode, encoder.forward, encoder.to

        @functools.wraps(unet_forward)
        def forward(sample: torch.Tensor, *values: Any, **named: Any) -> Any:
            self.calls.append(sample.shape[0])
            self._fail_if(self.unet(sample))
            (output,) = unet_forward(sample, *values, **named)
            if self.spoil_latents:
                self.spoil_latents -= 1
                output = output * float("nan")
            return (output,)

        def decode(latents: torch.Tensor, *values: Any, **named: Any) -> Any:
            self._fail_if(self.decode(latents))
            decoded = vae_decode(latents, *values, **named)
            if self.spoil_pixels:
                self.spoil_pixels -= 1
                decoded.sample.mul_(float("inf"))
            return decoded

        def text(*values: Any, **named: Any) -> Any:
            self._fail_if(self.encode())
            self.encodings += 1
            return encode(*values, **named)

        def moved(place: Any, *values: Any) -> Any:
            self.moves += 1
            self._fail_if(self.visit())
            return move(place, *values)

        unet.forward, vae._decode, encoder.forward, encoder.to = forward, decode, text, moved
        return pipeline

    @staticmethod
    def _fail_if(short: bool) -> None:
        if short:
            raise torch.OutOfMemoryError("CUDA out of memory (pretended)")


@pytest.fixture
def faults() -> Iterator[Faults]:
    faults = Faults()
    yield faults
    faults.house.close()


def draw(faults: Faults, job: int = 1, **changes: Any) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    if not hasattr(faults, "house"):
        faults.house = House({"m": faults.make})
    return faults.house.draw(job, wish(**{"model": "m", "steps": 3, **changes}))


@pytest.fixture(scope="module")
def untroubled() -> tuple[bytes, ...]:
    faults = Faults()
    pictures = draw(faults, width=WIDE, height=WIDE)[1]
    faults.house.close()
    return pictures


def test_smaller_batches_first(faults: Faults) -> None:
    faults.unet = lambda sample: sample.shape[0] > 1
    header, pictures = draw(faults, seeds=(1, 2))
    assert header["notes"] == [forwards.IN_PIECES] and len(pictures) == 2
    assert faults.calls[:4] == [4, 2, 1, 1]


def test_then_tiles_and_slices(faults: Faults, untroubled: tuple[bytes, ...]) -> None:
    faults.decode = lambda latents: not (faults.pipeline.vae.use_tiling and faults.pipeline.vae.use_slicing)
    header, pictures = draw(faults, width=WIDE, height=WIDE)
    assert header["notes"] == [Rung.TILES.value] and pictures != untroubled
    header, _ = draw(faults, 2)
    assert header["notes"] == [Rung.TILES.value], "said on every picture while it lasts"


def test_what_was_given_up_comes_back(faults: Faults, untroubled: tuple[bytes, ...]) -> None:
    faults.decode = lambda latents: not faults.pipeline.vae.use_tiling
    draw(faults)
    faults.decode = lambda latents: False
    for job in range(2, RELAX_AFTER + 2):
        draw(faults, job, steps=1)
    header, pictures = draw(faults, 99, width=WIDE, height=WIDE)
    assert header["notes"] == [] and not faults.pipeline.vae.use_tiling and pictures == untroubled


@pytest.mark.parametrize("where", ["unet", "decode"])
def test_then_the_text_encoder_leaves_and_visits_for_each_prompt(faults: Faults, where: str) -> None:
    setattr(faults, where, lambda tensor: not faults.house.studio._ladders["m"].encoders_off)
    header, pictures = draw(faults, width=WIDE, height=WIDE)
    assert Rung.ENCODERS.value in header["notes"]
    assert faults.moves == 1
    faults.encodings = 0
    header, again = draw(faults, 2, width=WIDE, height=WIDE)
    assert faults.encodings > 0 and faults.moves == 1 + 2 * faults.encodings, "there and back each time"
    assert again == pictures and Rung.ENCODERS.value in header["notes"]


def test_then_half_precision_where_the_device_can(faults: Faults) -> None:
    faults.house = House({"m": faults.make}, halves=True)
    faults.unet = lambda sample: sample.dtype is torch.float32
    header, pictures = draw(faults, width=WIDE, height=WIDE)
    assert Rung.HALF.value in header["notes"] and len(pictures) == 1
    assert faults.pipeline.unet.dtype is torch.float16
    header, _ = draw(faults, 2)
    assert Rung.HALF.value in header["notes"]


def test_then_a_refusal_with_the_size_that_would_fit(faults: Faults) -> None:
    faults.decode = lambda latents: latents.shape[-1] > 32
    draw(faults, 1, width=64, height=64)
    header, _ = draw(faults, 2, width=256, height=128)
    assert header["type"] == "failed" and header["code"] == "memory" and header["most_pixels"] == 256 * 128 - 1
    assert "256×128 does not fit" in header["message"] and "64×64 should" in header["message"]
    assert draw(faults, 3, width=64, height=64)[0]["type"] == "rendered", "the engine goes on"


def test_models_that_nobody_uses_leave_before_anything_is_given_up(faults: Faults) -> None:
    faults.house = House({"m": faults.make, "idle": tiny_models.stable_diffusion})
    faults.house.draw(9, wish(model="idle", steps=1))
    faults.decode = lambda latents: faults.house.studio.resident("idle") is not None
    header, _ = draw(faults)
    assert header["notes"] == []
    assert faults.house.until("resident")["resident"] == ["m"]


def test_a_text_encoder_that_does_not_fit_is_refused_whatever_the_size(faults: Faults) -> None:
    faults.encode = lambda: True
    header, _ = draw(faults)
    assert header["code"] == "memory" and "most_pixels" not in header, "a smaller picture would not help"
    assert "text encoder of “m” does not fit" in header["message"] and "32" not in header["message"]
    faults.encode = lambda: False
    assert draw(faults, 2)[0]["type"] == "rendered"


def test_a_text_encoder_that_does_not_fit_beside_the_rest_moves_off(faults: Faults) -> None:
    faults.encode = lambda: not faults.house.studio._ladders["m"].encoders_off
    header, _ = draw(faults)
    assert header["type"] == "rendered" and Rung.ENCODERS.value in header["notes"]


def test_one_that_does_not_fit_alone_reads_on_the_processor(faults: Faults, untroubled: tuple[bytes, ...]) -> None:
    faults.house = House({"m": faults.make}, offloads=True)
    faults.encode = lambda: not faults.house.studio._ladders["m"].reads_here
    header, pictures = draw(faults, width=WIDE, height=WIDE)
    assert header["notes"] == [Rung.ENCODERS.value, Rung.READING.value] and pictures == untroubled
    assert Rung.READING.value in draw(faults, 2)[0]["notes"], "said on every picture while it lasts"


def test_what_cannot_come_back_yet_stays_off(faults: Faults) -> None:
    faults.unet = lambda sample: not faults.house.studio._ladders["m"].encoders_off
    draw(faults)
    ladder, good = faults.house.studio._ladders["m"], faults.visit
    moves = faults.moves
    faults.visit = lambda: faults.moves == moves + 1
    for _ in range(RELAX_AFTER):
        ladder.held()
    assert ladder.encoders_off, "there was no room for it, and nothing fell apart"
    faults.visit = good
    for _ in range(RELAX_AFTER):
        ladder.held()
    assert not ladder.encoders_off


# ---- numbers that run away


def test_latents_that_ran_away_are_drawn_again_alone(faults: Faults, untroubled: tuple[bytes, ...]) -> None:
    faults.spoil_latents = 1
    header, pictures = draw(faults, width=WIDE, height=WIDE)
    assert header["notes"] == [drawing.AGAIN_ALONE] and pictures == untroubled


def test_what_falls_apart_twice_fails_clearly(faults: Faults) -> None:
    faults.spoil_latents = 99
    header, _ = draw(faults)
    assert (header["code"], header["message"]) == ("not-finite", drawing.FELL_APART)


def test_pixels_that_overflow_in_half_precision_are_decoded_in_float32(faults: Faults) -> None:
    draw(faults)
    faults.pipeline.vae.to(torch.float16)
    faults.decode = lambda latents: latents.dtype is not faults.pipeline.vae.dtype
    faults.spoil_pixels = 1
    header, _ = draw(faults, 2)
    assert header["notes"] == [proxy.AGAIN_IN_FLOAT32] and faults.pipeline.vae.dtype is torch.float16


def test_the_low_mode_starts_with_tiles_and_the_encoder_away(faults: Faults) -> None:
    faults.house = House({"m": faults.make}, mode="low")
    header, _ = draw(faults)
    assert header["notes"] == [] and faults.pipeline.vae.use_tiling
    assert faults.house.studio._ladders["m"].encoders_off


def test_halving_keeps_the_callers_dtype() -> None:
    unet = tiny_models.unet()
    call = {
        "sample": torch.randn((2, 4, 16, 16)),
        "timestep": torch.tensor(501),
        "encoder_hidden_states": torch.randn((2, 24, 32)),
        "return_dict": False,
    }
    with torch.no_grad():
        before = unet(**call)[0]
        ladder.narrow(unet, torch.float16)
        after = unet(**call)[0]
    assert after.dtype is torch.float32 and 0 < float((before - after).abs().max()) < 0.02
