"""The engine draws what stock diffusers draws: bit-identical alone, within 1e-5 together, for every sampler."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from bot.gpu.samplers import SAMPLERS
from bot.gpu.worker import recipes
from bot.gpu.worker.ticket import Ticket
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish

BOUND = 1e-5  # max |a - b| / max |b|, float32; the largest seen at the end of a picture was 1.3e-6


def mixed(sampler: str | None) -> list[Any]:
    """Different step counts, guidance (one without), numbers of pictures, prompts and seeds."""
    return [
        wish("a red apple", sampler=sampler, steps=6, guidance=5.0, seeds=(1,)),
        wish("two blue birds", sampler=sampler, steps=9, guidance=1.0, seeds=(2,)),
        wish("snow", sampler=sampler, steps=4, guidance=7.5, seeds=(3, 4), negative_prompt="rain"),
    ]


@pytest.mark.parametrize("sampler", [None, *SAMPLERS])
def test_every_sampler_equals_stock_diffusers(bench: Bench, sampler: str | None) -> None:
    wishes = mixed(sampler)
    stock = [bench.stock(wanted) for wanted in wishes]
    for wanted, expected in zip(wishes, stock, strict=True):
        assert torch.equal(bench.alone(wanted), expected)
    before = bench.executor.counts.forwards
    together = bench.together(wishes)
    for got, expected in zip(together, stock, strict=True):
        assert difference(got, expected) <= BOUND
    separate = sum(9 if wanted.steps == 9 else wanted.steps for wanted in wishes)
    if sampler is None:
        assert bench.executor.counts.forwards - before < separate, "nothing was merged"


def test_different_samplers_share_a_forward(bench: Bench) -> None:
    wishes = [wish(sampler=name, seeds=(seed,)) for seed, name in enumerate(("Euler", "DDIM", "LMS", "PNDM"))]
    stock = [bench.stock(wanted) for wanted in wishes]
    for got, expected in zip(bench.together(wishes), stock, strict=True):
        assert difference(got, expected) <= BOUND


def test_each_forward_is_within_the_bound(bench: Bench) -> None:
    """Rows with float and integer timesteps, one forward."""
    generator = torch.Generator().manual_seed(0)
    calls = [
        {
            "sample": torch.randn((rows, 4, 16, 16), generator=generator),
            "timestep": timestep,
            "encoder_hidden_states": torch.randn((rows, 24, 32), generator=generator),
            "return_dict": False,
        }
        for rows, timestep in ((2, torch.tensor(981)), (1, torch.tensor(0.25)), (4, 500), (2, torch.tensor([7, 7])))
    ]
    with torch.no_grad():
        alone = [bench.pipeline.unet(**call)[0] for call in calls]
    with Held(bench.executor) as held:
        futures = [bench._pool.submit(bench.executor.call, Ticket(), bench.pipeline.unet, call) for call in calls]
        held.until_waiting(len(calls))
    assert bench.executor.counts.forwards == 0
    for future, expected in zip(futures, alone, strict=True):
        assert difference(future.result(10)[0], expected) <= BOUND
    assert bench.executor.counts.forwards == 1 and bench.executor.counts.rows == 9


def test_sizes_do_not_mix_but_run_beside_each_other(bench: Bench) -> None:
    wishes = [wish(), wish(width=48, height=32)]
    stock = [bench.stock(wanted) for wanted in wishes]
    for got, expected in zip(bench.together(wishes), stock, strict=True):
        assert torch.equal(got, expected)


def test_one_joins_between_two_steps_of_another_and_leaves_at_once(bench: Bench) -> None:
    long, short = wish(steps=30, seeds=(1,)), wish("snow", steps=3, guidance=7.0, sampler="Euler", seeds=(2,))
    ticket, joined, left_at = Ticket(), [], []

    def watch(*_: Any) -> None:
        if ticket.forwards == 4:
            with Held(bench.executor) as held:  # both wait before the next forward
                joined.append(bench.begin(short))
                held.until_waiting(1)
        if joined and joined[0].done() and not left_at:
            left_at.append(ticket.forwards)

    got = bench.begin(long, ticket, watch=watch).result(60)
    assert difference(got, bench.stock(long)) <= BOUND and difference(joined[0].result(), bench.stock(short)) <= BOUND
    assert ticket.most_together == 2 and left_at and left_at[0] < 15


def test_modes_share_a_forward(bench: Bench, tiny: Any) -> None:
    """Pictures from words and from pictures, through the stock pipelines of both."""
    from diffusers import StableDiffusionImg2ImgPipeline

    other = StableDiffusionImg2ImgPipeline(**tiny.components, requires_safety_checker=False)
    other.set_progress_bar_config(disable=True)
    image = torch.rand((1, 3, 32, 32), generator=torch.Generator().manual_seed(0))
    words = wish(steps=6)

    def call(pipeline: Any) -> torch.Tensor:
        generator = torch.Generator("cpu").manual_seed(3)
        arguments = {"prompt": "a boat", "image": image, "strength": 0.7, "num_inference_steps": 8}
        return pipeline(**arguments, guidance_scale=4.0, generator=generator, output_type="latent").images

    def draw() -> torch.Tensor:
        mine = recipes.request_pipeline(other, bench.executor, ticket, None, None)
        with bench.executor.request(ticket):
            return call(mine)

    ticket = Ticket()
    with Held(bench.executor) as held:  # encoding its picture is the first thing that waits
        first = bench._pool.submit(draw)
        second = bench.begin(words)
        held.until_waiting(2)
    assert difference(first.result(60), call(other)) <= BOUND
    assert difference(second.result(60), bench.stock(words)) <= BOUND
    assert ticket.most_together == 2


def test_a_picture_does_not_depend_on_its_neighbours(bench: Bench) -> None:
    three = bench.alone(wish(seeds=(5, 6, 7)))
    for row, seed in enumerate((5, 6, 7)):
        assert difference(three[row : row + 1], bench.alone(wish(seeds=(seed,)))) <= BOUND


def test_a_picture_to_the_last_pixel(bench: Bench) -> None:
    (stock,), (drawn,) = bench.stock(wish(), "pil"), bench.alone(wish(), "pil")
    assert stock.tobytes() == drawn.tobytes()


def test_the_shared_pipeline_is_left_as_it_was(bench: Bench) -> None:
    before = dict(bench.pipeline.config), bench.pipeline.unet, bench.pipeline.scheduler.timesteps.tolist()
    bench.together([wish(sampler="Euler a"), wish(sampler="LMS")])
    assert (dict(bench.pipeline.config), bench.pipeline.unet, bench.pipeline.scheduler.timesteps.tolist()) == before
