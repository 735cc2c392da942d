"""Prompts as people type them, and what the starter model is given."""

from __future__ import annotations

import pytest

from bot.pocket.concepts import lexicon
from bot.pocket.vocabulary import known_names, nearest, plural, understand, with_article


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("cat", "a cat"),
        ("A Cat", "a cat"),
        ("an apple", "an apple"),
        ("kitten", "a kitten"),
        ("two cats", "two cats"),
        ("owls", "two owls"),
        ("a red car on a blue background", "a red car on a blue background"),
        ("crimson car", "a red car"),
        ("a turquoise bird", "a teal bird"),
        ("robot, light blue background", "a robot on a light blue background"),
        ("ship on the ocean", "a ship on the sea"),
        ("a castle under the night sky", "a castle at night"),
        ("a fox in a snowy forest", "a fox in the snow"),
        ("an astronaut in outer space", "an astronaut in space"),
        ("a cat and a tree", "a cat and a tree"),
        ("astronaut riding a horse", "an astronaut and a horse"),
        ("a cat wearing sunglasses", "a cat with sunglasses"),
        ("a dog with a top hat", "a dog with a top hat"),
        ("green apple", "a green apple"),
        ("a blue heart", "a blue heart"),
        ("three blue birds in the sky", "two blue birds in the sky"),
        ("red", "red"),
        ("", ""),
    ],
)
def test_known_words_pass_unreported(typed: str, given: str) -> None:
    understood = understand(typed)
    assert understood.prompt_for_model == given
    assert understood.unknown == understood.replaced == understood.left_out == ()


def test_unknown_words_are_reported_and_do_not_get_in_the_way() -> None:
    understood = understand("a hamster painting with a brush")
    assert understood.prompt_for_model == "a hamster and a brush"
    assert understood.unknown == ("painting",)
    assert understand("a majestic dragon, 4k masterpiece").unknown == ("majestic", "4k", "masterpiece")


def test_unknown_thing_gets_the_nearest_known_one() -> None:
    understood = understand("a leopard at night")
    assert understood.prompt_for_model == "a lion at night"
    assert understood.replaced == (("leopard", "lion"),)


def test_nothing_known_is_passed_on_as_typed() -> None:
    understood = understand("zorgblat qwyx")
    assert understood.prompt_for_model == "zorgblat qwyx"
    assert understood.unknown == ("zorgblat", "qwyx")


def test_things_beyond_two_are_left_out_aloud() -> None:
    understood = understand("a cat, a dog and a tree")
    assert understood.prompt_for_model == "a cat and a dog"
    assert understood.left_out == ("tree",)


def test_every_name_and_synonym_is_understood_as_itself() -> None:
    for word in known_names():
        understood = understand(with_article(word))
        assert understood.prompt_for_model == with_article(word), word
        assert understood.unknown == understood.replaced == understood.left_out == (), word


def test_odd_input_is_read_without_error() -> None:
    for typed in ("  ", "!!!", "a", "on", "on the", "a red", "background", "\u2019", "🙂", "cat" * 500, "and and and"):
        understand(typed)


def test_stand_ins_are_known_concepts() -> None:
    names = set(lexicon().names)
    for word in ("jeep", "pasta", "batman", "flowers", "knight", "skyline"):
        assert nearest(word) in names


@pytest.mark.parametrize(
    ("one", "many"), [("cat", "cats"), ("fox", "foxes"), ("cherry", "cherries"), ("bus", "buses"), ("dress", "dresses")]
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
