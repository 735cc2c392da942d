"""Scenes: the same seed draws the same, captions say what is drawn, held-out pairs stay out."""

from __future__ import annotations

import numpy as np
import pytest

from bot.pocket import schedule
from bot.pocket.concepts import Lexicon
from bot.pocket.data import Pixels
from bot.pocket.measure import (
    References,
    background_obeyed,
    halves,
    hue_obeyed,
    on_white,
    scene_of,
)
from bot.pocket.scenes import KINDS, Composer, Pictures, landscape, recolour


def test_list_is_long_enough_and_unambiguous(words: Lexicon) -> None:
    spoken = [word for concept in words.concepts for word in (concept.name, *concept.synonyms)]
    assert len(words.concepts) >= 340
    assert len(set(spoken)) == len(spoken)
    assert set(words.faces) <= set(words.names)
    assert len(words.evaluation["sheet"]) == 64
    for pairs in ("seen", "held_out"):
        assert {name for pair in words.evaluation["pairs"][pairs] for name in pair} <= set(words.names)


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_same_scenes(words: Lexicon, pictures: Pictures, kind: str) -> None:
    one, other = (Composer(words, pictures, seed=9) for _ in range(2))
    for _ in range(5):
        first, second = one.compose(kind), other.compose(kind)
        assert first.caption == second.caption
        assert first.picture.shape == (128, 128, 3)
        assert np.array_equal(first.picture, second.picture)


def test_held_out_pairs_never_appear(words: Lexicon, pictures: Pictures) -> None:
    composer = Composer(words, pictures, seed=1)
    first, second = sorted(next(iter(words.held_out_pairs)))
    composer._any_concept = iter([composer.by_name[first], composer.by_name[second]]).__next__  # type: ignore[method-assign]
    caption = composer.compose("pair").caption
    assert caption.startswith("two ")


def test_recoloured_picture_has_the_hue(words: Lexicon, pictures: Pictures) -> None:
    for colour in words.colours.values():
        assert hue_obeyed(on_white(recolour(pictures.concepts["cat"], colour.hue)), colour.hue)


def test_backgrounds_and_scenes_are_told_apart(words: Lexicon, composer: Composer) -> None:
    for kind in words.scenes:
        assert scene_of(landscape(kind, np.random.default_rng(77))) == kind
    scene = composer.compose("plain")
    while "background" not in scene.caption:
        scene = composer.compose("plain")
    word = scene.caption.rpartition(" background")[0].rpartition(" on a ")[2]
    assert background_obeyed(scene.picture, word)


def test_a_picture_is_nearest_to_itself_even_mirrored_and_moved(pictures: Pictures, words: Lexicon) -> None:
    drawn: list[Pixels] = [on_white(pictures.concepts[name]) for name in words.names[:20]]
    references = References.of(drawn)
    for place in (0, 7, 19):
        moved = np.roll(drawn[place][:, ::-1], (3, -2), axis=(0, 1))
        assert references.rank(moved, place) == 1


def test_halves_show_left_and_right() -> None:
    picture = np.full((128, 128, 3), 255, np.uint8)
    picture[40:80, 10:50] = 0
    left, right = halves(picture)
    assert (left == 0).any() and not (right == 0).any()


def test_shares_cover_every_kind_and_the_rate_falls_to_a_hundredth() -> None:
    assert set(schedule.SHARES) == set(KINDS)
    assert sum(schedule.SHARES.values()) == pytest.approx(1)
    rates = [schedule.rate(1e-3, passed, 1000) for passed in (0.0, 0.5, 0.9, 1.0)]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] == pytest.approx(1e-5)
