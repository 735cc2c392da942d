"""Painting into a part of a picture with a model that no stock inpaint pipeline takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from bot.gpu.job import Mode
from bot.gpu.worker import painting
from bot.gpu.worker.modes import in_mode
from bot.gpu.worker.ticket import Ticket
from tests import tiny_families
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish
from tests.gpu.worker.test_modes import Family, from_picture, picture

BOUND = 1e-5


@pytest.fixture(scope="module")
def family() -> Iterator[Family]:
    family = Family.__new__(Family)
    family.name, family.pipeline = "wide", tiny_families.wide()
    family.bench = Bench(family.pipeline)
    yield family
    family.bench.close()


@pytest.mark.parametrize("sampler", [None, "Euler", "Euler a", "DPM++ 2M", "Heun"])
@torch.no_grad()
def test_outside_of_the_mask_the_latents_are_the_pictures(family: Family, sampler: str | None) -> None:
    assert painting.is_needed(family.pipeline) and not painting.is_needed(tiny_families.sd1())
    wanted, files = from_picture(Mode.INPAINT, sampler=sampler, seeds=(1, 2))
    drawn = family.begin(wanted, files).result(60)
    pixels = in_mode(family.pipeline, Mode.IMAGE).image_processor.preprocess(picture())
    original = family.pipeline.vae.encode(pixels).latent_dist.mode() * family.pipeline.vae.config.scaling_factor
    half = drawn.shape[-1] // 2
    assert torch.equal(drawn[..., :half], original[..., :half].expand(2, -1, -1, -1))
    assert difference(drawn[:1, ..., half:], original[..., half:]) > 0.1, "inside it is painted"
    assert difference(drawn[:1], drawn[1:]) > 0.1, "each with a seed of its own"


def test_it_shares_forwards_and_stays_within_the_bound(family: Family) -> None:
    asked = [from_picture(Mode.INPAINT, seeds=(seed,), steps=steps) for seed, steps in ((1, 8), (2, 12))]
    alone = [family.begin(*one).result(60) for one in asked]
    tickets = [Ticket(), Ticket()]
    with Held(family.bench.executor) as held:
        futures = [family.begin(*one, ticket) for one, ticket in zip(asked, tickets, strict=True)]
        held.until_waiting(2)
    for future, expected in zip(futures, alone, strict=True):
        assert difference(future.result(60), expected) <= BOUND
    assert max(ticket.most_together for ticket in tickets) > 1


def test_words_and_pictures_are_stocks_own(family: Family) -> None:
    wanted = wish("a boat")
    assert torch.equal(family.bench.alone(wanted), family.bench.stock(wanted))
