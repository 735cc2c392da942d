"""Pictures that tile: as stock diffusers draws them with its convolutions patched, and with no seam anywhere."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
import torch.nn.functional as F

from bot.gpu.extras import Lora
from bot.gpu.job import Seamless
from bot.gpu.worker import likeness, recipes
from bot.gpu.worker.device import Device
from bot.gpu.worker.seamless import wrapped
from bot.gpu.worker.ticket import Ticket
from tests import tiny_adapters, tiny_families, tiny_loras, tiny_models
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish
from tests.gpu.worker.test_modes import picture, png

BOUND = 1e-5
SEAMS: tuple[Seamless | None, ...] = (None, *Seamless)


def patched(pipeline: Any, seamless: Seamless | None) -> Any:
    """The stock pipeline with a padding mode of its own in each convolution."""
    mine = copy.deepcopy(pipeline)
    convolutions = [m for part in (mine.unet, mine.vae) for m in part.modules() if isinstance(m, torch.nn.Conv2d)]
    for conv in convolutions:
        if seamless is Seamless.BOTH:
            conv.padding_mode = "circular"
        elif seamless is not None and conv.padding != (0, 0):
            around = conv.padding[1 if seamless is Seamless.SIDEWAYS else 0]
            conv.padding = (conv.padding[0], 0) if seamless is Seamless.SIDEWAYS else (0, conv.padding[1])
            pads = (around, around, 0, 0) if seamless is Seamless.SIDEWAYS else (0, 0, around, around)
            plain = conv.forward
            conv.forward = lambda x, plain=plain, pads=pads: plain(F.pad(x, pads, mode="circular"))
    return mine


class Tiling:
    def __init__(self, name: str) -> None:
        self.bench = Bench(tiny_families.FAMILIES[name]())
        self._patched = {seamless: patched(self.bench.pipeline, seamless) for seamless in SEAMS}

    def stock(self, seamless: Seamless | None, **changes: Any) -> torch.Tensor:
        wanted = wish(**changes)
        pipeline = self._patched[seamless]
        pipeline.scheduler = recipes.scheduler_for(self.bench.pipeline, wanted.sampler)
        images = pipeline(**recipes.call_arguments(pipeline, wanted) | {"output_type": "pt"}).images
        return torch.as_tensor(images)

    def begin(self, seamless: Seamless | None, ticket: Ticket | None = None, **changes: Any) -> Any:
        return self.bench.begin(wish(seamless=seamless, **changes), ticket, "pt")


@pytest.fixture(scope="module", params=["sd1", "sdxl", "lcm"])
def tiling(request: pytest.FixtureRequest) -> Iterator[Tiling]:
    tiling = Tiling(request.param)
    yield tiling
    tiling.bench.close()


def test_alone_it_is_bit_identical(tiling: Tiling) -> None:
    drawn = []
    for seamless in SEAMS:
        drawn.append(tiling.begin(seamless, steps=3, seeds=(1, 2)).result(60))
        assert torch.equal(drawn[-1], tiling.stock(seamless, steps=3, seeds=(1, 2))), seamless
    assert all(difference(a, b) > 1e-3 for n, a in enumerate(drawn) for b in drawn[:n]), "each is another picture"


def test_together_each_keeps_to_its_own_sides(tiling: Tiling) -> None:
    asked = [(seamless, seed) for seed in (1, 2) for seamless in SEAMS]
    tickets = [Ticket() for _ in asked]
    with Held(tiling.bench.executor) as held:
        futures = [
            tiling.begin(seamless, ticket, seeds=(seed,))
            for (seamless, seed), ticket in zip(asked, tickets, strict=True)
        ]
        held.until_waiting(len(asked))
    for (seamless, seed), future in zip(asked, futures, strict=True):
        assert difference(future.result(60), tiling.stock(seamless, seeds=(seed,))) <= BOUND, seamless
    assert {ticket.most_together for ticket in tickets} == {2}, "equal ones share forwards, others never"


@pytest.mark.parametrize("seamless", SEAMS)
@torch.no_grad()
def test_there_is_no_seam_to_be_found(seamless: Seamless | None) -> None:
    """Rolling what goes in rolls what comes out, as far as it tiles: then no place is special, the sides neither."""
    unet, vae = tiny_models.unet(), tiny_models.vae()
    sample, words = torch.randn(1, 4, 16, 16), torch.randn(1, 24, 32)
    state = wrapped(seamless) if seamless else None

    def drawn(x: torch.Tensor) -> torch.Tensor:
        if state is None:
            return vae.decode(unet(x, 5, words).sample).sample
        with state.on(unet):
            x = unet(x, 5, words).sample
        return state.decode(vae, x, return_dict=False)[0]

    picture = drawn(sample)
    for way, dim in ((Seamless.SIDEWAYS, 3), (Seamless.UP_AND_DOWN, 2)):
        rolled = drawn(sample.roll(6, dim)).roll(-12, dim)
        assert (difference(rolled, picture) < 1e-4) == (seamless in (way, Seamless.BOTH)), way


@torch.no_grad()
def test_an_autoencoder_that_saves_memory_tiles_too() -> None:
    vae, latents = tiny_models.vae(), torch.randn(1, 4, 24, 24)
    with wrapped(Seamless.BOTH).on(vae):
        whole = vae.decode(latents).sample
    vae.tile_latent_min_size, vae.tile_sample_min_size = 16, 32
    vae.enable_tiling()
    plain, mine = vae.decode(latents).sample, wrapped(Seamless.BOTH).decode(vae, latents, return_dict=False)[0]
    assert mine.shape == whole.shape
    edge = [0, 1, -2, -1]
    assert difference(mine[..., edge], whole[..., edge]) < 0.5 * difference(plain[..., edge], whole[..., edge])


def test_what_was_changed_is_put_back_even_after_a_failure() -> None:
    unet = tiny_models.unet()
    before = {name: dict(module.__dict__) for name, module in unet.named_modules()}
    with pytest.raises(RuntimeError, match="stop"), wrapped(Seamless.SIDEWAYS).on(unet):
        raise RuntimeError("stop")
    assert {name: set(module.__dict__) for name, module in unet.named_modules()} == {
        name: set(attributes) for name, attributes in before.items()
    }


@pytest.mark.filterwarnings("ignore:.*:FutureWarning", "ignore:.*:UserWarning")
def test_with_a_lora_and_a_picture_to_look_at_all_at_once(tmp_path: Path) -> None:
    """A LoRA's own convolutions go around, too."""
    pipeline, seen = tiny_families.sd1(), picture()
    adapter, eyes = tiny_adapters.save(tmp_path, pipeline.unet)
    lora = tiny_loras.kohya(tmp_path / "loras" / "soft.safetensors", pipeline)
    loaded = copy.deepcopy(pipeline)
    where = {"subfolder": "", "weight_name": adapter.name, "image_encoder_folder": eyes.name}
    loaded.load_ip_adapter(str(tmp_path), **where, local_files_only=True)
    loaded.load_lora_weights(lora, adapter_name="soft")
    loaded.set_adapters(["soft"], [0.8])
    stock = tiny_families.quiet(patched(loaded, Seamless.BOTH))
    stock.set_ip_adapter_scale(0.5)
    plain = wish(steps=4)
    expected = stock(**recipes.call_arguments(stock, plain) | {"output_type": "latent"}, ip_adapter_image=[[seen]])
    look = {"image_prompts": ("ab" * 32,), "image_scale": 0.5}
    wanted = wish(steps=4, seamless=Seamless.BOTH, loras=(Lora("soft", "loras/soft.safetensors", 0.8),), **look)
    looker, _ = likeness.attach(pipeline, adapter, eyes, Device(torch.device("cpu"), "cpu", "test"))
    bench = Bench(pipeline, extras=tmp_path)
    ticket = Ticket(outfit=bench.wardrobe.outfit(wanted, tmp_path))
    mine = recipes.request_pipeline(
        pipeline, bench.executor, ticket, None, None, states=recipes.states_of(wanted, looker)
    )
    try:
        with bench.executor.request(ticket):
            arguments = recipes.call_arguments(mine, wanted, (png(seen),), looker)
            assert torch.equal(mine(**arguments | {"output_type": "latent"}).images, expected.images)
        before = tiny_families.quiet(tiny_families.sd1())
        left = bench.alone(plain)
        assert torch.equal(left, before(**recipes.call_arguments(before, plain) | {"output_type": "latent"}).images)
    finally:
        bench.close()
