"""Textual inversions: the picture that stock diffusers makes with them, and tokenizer and table stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from bot.errors import JobFailed
from bot.gpu.extras import Embedding
from bot.gpu.job import Generation
from bot.gpu.weights import weighed
from bot.gpu.worker import inversions, prompts, recipes
from tests import tiny_families, tiny_loras
from tests.gpu.worker.bench_of_requests import Bench, difference, wish
from tests.gpu.worker.house import House, furthest_apart
from tests.tiny_models import TOKENS

BOUND = 1e-5
SIZES = {"one": 1, "three": 3}


@pytest.fixture(scope="module", params=["sd1", "sdxl"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """A pipeline, and a folder with embeddings of one and of three vectors for it."""
    pipeline = tiny_families.FAMILIES[request.param]()
    path = tmp_path_factory.mktemp("models")
    torch.manual_seed(0)
    for name, count in SIZES.items():
        vectors = torch.randn((count, 32))
        if request.param == "sdxl":
            tensors = {"clip_l": vectors, "clip_g": torch.randn((count, 32))}
        else:
            tensors = {"emb_params" if name == "one" else f"<{name}>": vectors}
        tiny_loras.saved(path / "embeddings" / f"{name}.safetensors", tensors)
    return pipeline, path


@pytest.fixture
def bench(folder: tuple[Any, Path]) -> Iterator[Bench]:
    bench = Bench(folder[0], extras=folder[1])
    yield bench
    bench.close()


def calling(prompt: str, *names: str, **changes: Any) -> Generation:
    used = tuple(Embedding(f"<{name}>", f"embeddings/{name}.safetensors") for name in names)
    return wish(prompt, embeddings=used, **changes)


def stock(folder: tuple[Any, Path], wanted: Generation) -> torch.Tensor:
    from safetensors.torch import load_file

    pipeline, path = copy.deepcopy(folder[0]), folder[1]
    pipeline.set_progress_bar_config(disable=True)
    for used in wanted.embeddings:
        tensors = load_file(path / used.file)
        if "clip_l" in tensors:
            one = {"text_encoder": pipeline.text_encoder, "tokenizer": pipeline.tokenizer}
            two = {"text_encoder": pipeline.text_encoder_2, "tokenizer": pipeline.tokenizer_2}
            pipeline.load_textual_inversion(tensors["clip_l"], token=used.word, **one)
            pipeline.load_textual_inversion(tensors["clip_g"], token=used.word, **two)
        else:
            pipeline.load_textual_inversion(next(iter(tensors.values())), token=used.word)
    plain = replace(wanted, embeddings=())
    return pipeline(**recipes.call_arguments(pipeline, plain) | {"output_type": "latent"}).images


@pytest.mark.parametrize(
    ("prompt", "negative", "names"),
    [
        ("a <one> hat", "", ("one",)),
        ("a <three> hat", "", ("three",)),
        ("hat", "<three>, <one>", ("one", "three")),
    ],
)
def test_alone_it_is_stock_bit_for_bit_and_leaves_nothing(
    folder: tuple[Any, Path], bench: Bench, prompt: str, negative: str, names: tuple[str, ...]
) -> None:
    before = bench.alone(wish(prompt))
    wanted = calling(prompt, *names, negative_prompt=negative)
    expected = stock(folder, wanted)
    assert torch.equal(bench.alone(wanted), expected)
    assert difference(expected, bench.stock(wish(prompt, negative_prompt=negative))) > 1e-3, "it changes nothing"
    assert torch.equal(bench.alone(wish(prompt)), before) and torch.equal(before, bench.stock(wish(prompt)))
    assert (
        len(bench.pipeline.tokenizer) == 512
        and "forward" not in bench.pipeline.text_encoder.get_input_embeddings().__dict__
    )


def test_others_draw_at_once_and_share_its_forwards(folder: tuple[Any, Path], bench: Bench) -> None:
    wishes = [
        calling("a <one> hat", "one", seeds=(1,)),
        wish("a <one> hat", seeds=(2,)),
        calling("a <three> hat", "three", seeds=(3,)),
    ]
    expected = [stock(folder, wanted) for wanted in wishes]
    before = bench.executor.counts.forwards
    for got, one in zip(bench.together(wishes), expected, strict=True):
        assert difference(got, one) <= BOUND
    assert bench.executor.counts.forwards - before < 3 * 6, "they differ in their words only"


def test_weights_and_long_prompts_count_every_vector(folder: tuple[Any, Path], bench: Bench) -> None:
    used = calling("x", "three").embeddings
    tokenizer = inversions.reading(bench.pipeline.tokenizer, [3])
    side = weighed(inversions.spelt("(<three>:1.4) one two three four five six", used))
    pieces = prompts.cut(tokenizer, TOKENS, side)
    assert pieces[0].weights[:4] == (1.4, 1.4, 1.4, 1.0)
    assert all(len(piece.weights) <= TOKENS - 2 for piece in pieces) and len(pieces) == 2
    weighted, long = calling("a (<three>:1.4) hat", "three"), calling("<three> " + "one two three " * 4, "three")
    for wanted in (weighted, long):
        got = bench.alone(wanted)
        assert torch.isfinite(got).all() and not torch.equal(got, bench.alone(replace(wanted, embeddings=())))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("art, Art; party", "<<0>>, <<0>>; party"),
        ("(art:1.2)", "(<<0>>:1.2)"),
        ("heart art_2", "heart art_2"),
    ],
)
def test_only_whole_words_call_an_embedding(prompt: str, expected: str) -> None:
    assert inversions.spelt(prompt, [Embedding("art", "embeddings/art.safetensors")]) == expected


def test_broken_ones_and_those_of_other_models_are_refused(folder: tuple[Any, Path], bench: Bench) -> None:
    path = folder[1] / "embeddings"
    (path / "cut.safetensors").write_bytes((path / "one.safetensors").read_bytes()[:-3])
    tiny_loras.saved(path / "wide.safetensors", {"emb_params": torch.ones(1, 48)})
    tiny_loras.saved(path / "uneven.safetensors", {"clip_l": torch.ones(1, 32), "clip_g": torch.ones(2, 32)})
    for name, says in (("cut", "cannot be read"), ("wide", "another model"), ("uneven", "another model|broken")):
        with pytest.raises(JobFailed, match=says):
            bench.wardrobe.outfit(calling("x", name), folder[1])
    assert torch.equal(bench.alone(wish("hat")), bench.stock(wish("hat")))


def test_many_at_once_each_get_their_own(folder: tuple[Any, Path]) -> None:
    """Tokenizers are copied while others read with them."""
    pipeline, path = folder
    house = House({"tiny": lambda: pipeline}, extras=path)
    prompts_of = ["a <one> hat", "a hat", "<three> hat", "<one> and <three>", "a boat", "<three> on <one>"]
    wishes = [calling(text, *(name for name in SIZES if f"<{name}>" in text), steps=2) for text in prompts_of]
    for number, wanted in enumerate(wishes * 2, 1):
        house.studio.take(number, wanted)
    drawn = [house.end_of(number) for number in range(1, 2 * len(wishes) + 1)]
    assert [header["type"] for header, _ in drawn] == ["rendered"] * len(drawn)
    for (_, first), (_, second) in zip(drawn, drawn[len(wishes) :], strict=False):
        assert furthest_apart(first[0], second[0]) <= 1
    assert len({blob for _, (blob,) in drawn}) >= len(wishes)
    house.close()
