"""Weights and long prompts: equal to stock where neither is used, and no word lost where they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gpu.weights import weighed
from bot.gpu.worker import prompts, recipes
from tests import tiny_families
from tests.gpu.worker.bench_of_requests import Bench, difference, wish
from tests.tiny_models import TOKENS, tokenizer

BOUND = 1e-5
LONG = "one two three, four five six, seven eight nine ten eleven"
"""47 tokens of the tiny tokenizer: every letter is one, and so is every comma."""


@pytest.fixture(scope="module", params=["sd1", "sdxl", "lcm"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    bench = Bench(tiny_families.FAMILIES[request.param]())
    yield bench
    bench.close()


def embedded(bench: Bench, prompt: str, negative: str = "") -> dict[str, Any]:
    sides = [prompts.cut(bench.pipeline.tokenizer, TOKENS, weighed(side)) for side in (prompt, negative)]
    return prompts._embedded(bench.pipeline, sides[0], sides[1], True)


def drawn(bench: Bench, arguments: dict[str, Any]) -> torch.Tensor:
    generator = torch.Generator("cpu").manual_seed(3)
    pipeline = recipes.request_pipeline(bench.pipeline, bench.executor, recipes.Ticket(), None, None)
    known = recipes.taken(pipeline, {"guidance_scale": 5.0, "height": 32, "width": 32, **arguments})
    return pipeline(**known, num_inference_steps=3, generator=generator, output_type="latent").images


@pytest.mark.parametrize("negative", ["", "snow"])
@torch.no_grad()
def test_one_piece_without_weights_is_what_stock_makes(bench: Bench, negative: str) -> None:
    ours = drawn(bench, embedded(bench, "a red apple", negative))
    stock = drawn(bench, {"prompt": "a red apple", "negative_prompt": negative or None})
    assert torch.equal(ours, stock)


@torch.no_grad()
def test_a_weight_of_one_is_none_and_another_changes_its_words_only(bench: Bench) -> None:
    plain, one, more = (embedded(bench, p)["prompt_embeds"] for p in ("a cat", "a (cat:1.0)", "a (cat:1.5)"))
    assert torch.equal(plain, one) and not torch.equal(plain, more)
    ratio = (more / plain)[0, :, 0]
    assert ratio[2:5].allclose(ratio[2]) and ratio[0].allclose(ratio[1]), "c, a and t; start and a"
    assert float(ratio[2] / ratio[1]) == pytest.approx(1.5, rel=1e-4)
    assert float(more.norm()) == pytest.approx(float(plain.norm()), rel=1e-4)


def test_short_prompts_go_to_stock_as_words(bench: Bench) -> None:
    assert prompts.words(bench.pipeline, wish("a cat", negative_prompt="dog")) == {
        "prompt": "a cat",
        "negative_prompt": "dog",
    }


@torch.no_grad()
def test_every_word_of_a_long_prompt_counts(bench: Bench) -> None:
    wanted = wish(LONG, negative_prompt="rain")
    whole = bench.alone(wanted)
    for other in (LONG.replace("eleven", "twelve"), LONG[:30]):
        assert difference(whole, bench.alone(wish(other, negative_prompt="rain"))) > 1e-4, other
    assert torch.equal(whole, bench.stock(wanted)), "as stock draws these embeddings"
    assert prompts.notes(bench.pipeline, [(bench.pipeline.tokenizer, None)], wanted) == []


def test_long_weighted_and_short_ones_run_together(bench: Bench) -> None:
    wishes = [
        wish(LONG),
        wish("(snow:1.4) on a hill", seeds=(2,)),
        wish("a boat", seeds=(3, 4)),
        wish(LONG, seeds=(9,)),
    ]
    stock = [bench.stock(wanted) for wanted in wishes]
    for got, expected in zip(bench.together(wishes), stock, strict=True):
        assert difference(got, expected) <= BOUND


MARKS = tokenizer()


@settings(deadline=None)
@given(st.text(alphabet="ab ,(:1.2)é", max_size=120), st.integers(4, 30))
def test_no_token_is_lost_and_no_piece_is_too_long(prompt: str, longest: int) -> None:
    side = weighed(" ".join(prompt.split()))
    pieces = prompts.cut(MARKS, longest, side)
    whole = MARKS(side.text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    assert sum(len(piece.weights) for piece in pieces) == len(whole["input_ids"])
    weights = [side.at(start, end) for start, end in whole["offset_mapping"]]
    assert [weight for piece in pieces for weight in piece.weights] == weights
    for piece in pieces:
        assert len(piece.weights) <= longest - 2


def test_a_piece_ends_behind_a_late_comma_else_between_words() -> None:
    pieces = prompts.cut(MARKS, 24, weighed(LONG))
    assert [piece.text for piece in pieces] == ["one two three, four five", "six, seven eight nine ten", "eleven"]
    comma = prompts.cut(MARKS, 24, weighed("one two three four, five six seven"))
    assert comma[0].text == "one two three four,"


def test_a_distilled_model_says_that_it_avoids_nothing() -> None:
    lcm = tiny_families.lcm()
    wanted = wish("a cat", negative_prompt="dog", distilled=True)
    assert prompts.notes(lcm, [], wanted) == [prompts.NO_NEGATIVE]
    assert prompts.notes(lcm, [], wish("a cat", distilled=True)) == []


def test_a_model_without_clip_says_what_it_leaves_out() -> None:
    sd3 = tiny_families.sd3()
    found = prompts.notes(sd3, [(sd3.tokenizer, sd3.text_encoder)], wish(f"(cat:1.2) {LONG}"))
    assert "left out" in found[0] and "no attention weights" in found[1]
    assert prompts.words(sd3, wish("(cat:1.2)"))["prompt"] == "cat"
