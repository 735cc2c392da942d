"""Two pictures as one to start from: what stock diffusers draws from the same latents, alone and together."""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Iterator
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.gpu.job import Generation, Mode
from bot.gpu.worker import blending
from bot.gpu.worker.modes import in_mode
from bot.gpu.worker.ticket import Ticket
from tests import tiny_families
from tests.gpu.worker.bench_of_requests import Held, difference, wish
from tests.gpu.worker.house import House
from tests.gpu.worker.test_modes import BOUND, Family, picture, png

FILES = (png(picture()), png(picture().rotate(90).transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
NAMES = tuple(hashlib.sha256(file).hexdigest() for file in FILES)


ATTEMPTS = 5


def blended(**changes: Any) -> Generation:
    return wish(image=NAMES[0], blend=NAMES[1], **{"strength": 0.6, "steps": 8, **changes})


def halfway(pipeline: Any) -> torch.Tensor:
    """The latents by hand, in float64."""
    first, second = (
        pipeline.vae.encode(pipeline.image_processor.preprocess(image)).latent_dist.mode()
        for image in (picture(), picture().rotate(90).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    )
    a, b = first.double().flatten(), second.double().flatten()
    angle = math.acos(float(a @ b / (a.norm() * b.norm())))
    assert angle > 0.1, "the pictures differ"
    weight = math.sin(angle / 2) / math.sin(angle)
    return weight * (first.double() + second.double())


@torch.no_grad()
def stock(pipeline: Any, wanted: Generation, latents: torch.Tensor) -> torch.Tensor:
    """The stock pipeline, started from latents: where it takes them as its image, as documented, else in place of what
    its autoencoder says of the image."""
    config, count = pipeline.vae.config, len(wanted.seeds)
    depth = hasattr(pipeline, "depth_estimator")
    scaled = (latents - (config.shift_factor or 0.0)) * config.scaling_factor
    encode = pipeline.vae.encode
    if depth:
        said = SimpleNamespace(sample=lambda _=None: latents)
        pipeline.vae.encode = lambda _: SimpleNamespace(latent_dist=said)
    size = {"width": wanted.width, "height": wanted.height} if hasattr(pipeline, "transformer") else {}
    try:
        images = pipeline(
            prompt=wanted.prompt,
            image=[picture()] * count if depth else torch.cat([scaled] * count),
            strength=wanted.strength,
            num_inference_steps=wanted.steps,
            guidance_scale=wanted.guidance,
            num_images_per_prompt=count,
            generator=[torch.Generator("cpu").manual_seed(seed) for seed in wanted.seeds],
            output_type="latent",
            **size,
        ).images
    finally:
        pipeline.vae.encode = encode
    return torch.as_tensor(images)


@pytest.fixture(scope="module", params=["sd1", "sdxl", "lcm", "sd3", "flux", "depth"])
def family(request: pytest.FixtureRequest) -> Iterator[Family]:
    family = Family(request.param)
    yield family
    family.bench.close()


@torch.no_grad()
def test_it_draws_what_stock_draws_from_those_latents(family: Family) -> None:
    pipeline = in_mode(family.pipeline, Mode.IMAGE)
    tiny_families.quiet(pipeline)
    wanted = blended(seeds=(1, 2))
    encoded = [
        pipeline.vae.encode(pipeline.image_processor.preprocess(Image.open(io.BytesIO(FILES[n])))) for n in (0, 1)
    ]
    mine = blending.Mixture(*(one.latent_dist for one in encoded)).mode()
    assert difference(mine, halfway(pipeline).float()) <= 1e-6, "the mixture is what the formula says"
    drawn = family.begin(wanted, FILES).result(60)
    assert torch.equal(drawn, stock(pipeline, wanted, mine)), "alone, bit for bit"
    asked = [wanted, blended(prompt="snow", steps=12, seeds=(3,))]
    expected = [stock(pipeline, one, mine) for one in asked]
    for _ in range(ATTEMPTS):
        tickets = [Ticket() for _ in asked]
        with Held(family.bench.executor) as held:  # encoding is the first thing that waits; they meet later, or not
            futures: list[Future[Any]] = [
                family.begin(one, FILES, ticket) for one, ticket in zip(asked, tickets, strict=True)
            ]
            held.until_waiting(len(asked))
        for future, one in zip(futures, expected, strict=True):
            assert difference(future.result(60), one) <= BOUND
        if max(ticket.most_together for ticket in tickets) == 2:
            return
    raise AssertionError("nothing was merged")


def test_the_order_and_the_second_picture_matter_not_and_matter() -> None:
    """Halfway is the same from both sides; another second picture is another result."""
    house = House({"tiny": tiny_families.sd1})
    try:
        results = []
        for job, (names, files) in enumerate(
            [(NAMES, FILES), (NAMES[::-1], FILES[::-1]), ((NAMES[0], NAMES[0]), FILES[:1])]
        ):
            house.studio.take(job, wish(image=names[0], blend=names[1], strength=0.3, steps=10), files)
            header, blobs = house.end_of(job)
            assert header["type"] == "rendered", header
            results.append(np.asarray(Image.open(io.BytesIO(blobs[0])), int))
        assert np.abs(results[0] - results[1]).max() <= 1
        assert np.abs(results[0] - results[2]).mean() > 1
    finally:
        house.close()


@given(st.floats(0, 1), st.integers(0, 99))
def test_the_arc_keeps_the_length_and_goes_from_one_to_the_other(share: float, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    a, b = (torch.nn.functional.normalize(torch.randn(2, 48, generator=generator)) for _ in range(2))
    mixed = blending.slerp(a, b, share)
    assert torch.allclose(mixed.norm(dim=1), torch.ones(2), atol=1e-4)
    assert torch.allclose(blending.slerp(a, b, 0.0), a, atol=1e-5)
    assert torch.allclose(blending.slerp(a, b, 1.0), b, atol=1e-5)
    assert torch.allclose(blending.slerp(a, a, share), a, atol=1e-5), "the same picture twice is that picture"
