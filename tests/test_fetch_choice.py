"""Which files of a model page are fetched."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot import offers
from bot.errors import ModelUnusable

PARTS = frozenset({"unet", "vae", "text_encoder", "tokenizer", "scheduler"})
WEIGHTED = ("unet/diffusion_pytorch_model", "vae/diffusion_pytorch_model", "text_encoder/model")
CONFIGS = [
    "model_index.json",
    "unet/config.json",
    "vae/config.json",
    "text_encoder/config.json",
    "tokenizer/merges.txt",
    "tokenizer/vocab.json",
    "scheduler/scheduler_config.json",
]


def _sizes(*names: str) -> dict[str, int]:
    return dict.fromkeys((*CONFIGS, *names), 10)


def _chosen(sizes: Mapping[str, int], half: bool) -> set[str]:
    return {name for name, _ in offers.choose_files(sizes, PARTS, half)} - set(CONFIGS)


PLAIN = [f"{name}.safetensors" for name in WEIGHTED]
HALF = [f"{name}.fp16.safetensors" for name in WEIGHTED]


@pytest.mark.parametrize(
    ("weights", "half", "expected"),
    [
        (PLAIN, False, PLAIN),
        (PLAIN, True, PLAIN),
        (PLAIN + HALF, False, PLAIN),
        (PLAIN + HALF, True, HALF),
        (HALF, False, HALF),
        (PLAIN + HALF[:1], True, PLAIN),  # one pipeline, one precision
    ],
)
def test_the_precision_that_suits_and_is_whole(weights: list[str], half: bool, expected: list[str]) -> None:
    assert _chosen(_sizes(*weights), half) == set(expected)


def test_pickled_and_foreign_files_are_left_out() -> None:
    noise = [
        "unet/diffusion_pytorch_model.bin",
        "unet/diffusion_pytorch_model.non_ema.safetensors",
        "unet/model.onnx",
        "v1-5-pruned.safetensors",
        "v1-5-pruned.ckpt",
        "README.md",
        "flax/model.msgpack",
        "image_encoder/model.safetensors",
    ]
    assert _chosen(_sizes(*PLAIN, *noise), False) == set(PLAIN)


def test_shards_come_with_their_own_index() -> None:
    plain = ["unet/m-00001-of-00002.safetensors", "unet/m-00002-of-00002.safetensors", "unet/m.safetensors.index.json"]
    half = ["unet/m.fp16-00001-of-00001.safetensors", "unet/m.safetensors.index.fp16.json"]
    rest = PLAIN[1:] + HALF[1:]
    assert _chosen(_sizes(*plain, *half, *rest), False) == {*plain, *PLAIN[1:]}
    assert _chosen(_sizes(*plain, *half, *rest), True) == {*half, *HALF[1:]}


def test_the_licence_text_comes_along() -> None:
    names = [name for name, _ in offers.choose_files(_sizes(*PLAIN) | {"LICENSE.md": 3}, PARTS, False)]
    assert "LICENSE.md" in names


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([*PLAIN[1:], "unet/diffusion_pytorch_model.bin"], "unet has pickled weights only"),
        ([], "no complete set"),
        ([HALF[0], *PLAIN[1:]], "no complete set"),
    ],
)
def test_what_cannot_be_loaded_safely_is_refused(weights: list[str], words: str) -> None:
    with pytest.raises(ModelUnusable, match=words):
        offers.choose_files(_sizes(*weights), PARTS, False)
