"""Which prompts hold a refused word, by table and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.wording import found_in, tidied


@pytest.mark.parametrize(
    ("prompt", "phrases", "found"),
    [
        pytest.param("a red apple", ["red"], "red", id="a word"),
        pytest.param("a bored apple", ["red"], None, id="no part of a word"),
        pytest.param("RÉD, apple", ["red"], "red", id="case and accents"),
        pytest.param("a red apple", ["Réd"], "Réd", id="said as the admin wrote it"),
        pytest.param("ｒｅｄ apple", ["red"], "red", id="wide letters"),
        pytest.param("r\u200be\u00add apple", ["red"], "red", id="with what cannot be seen between the letters"),
        pytest.param("Die Straße", ["strasse"], "strasse", id="sharp s"),
        pytest.param("an ice-cold   beer", ["ice cold beer"], "ice cold beer", id="a phrase, whatever parts it"),
        pytest.param("ice and cold beer", ["ice cold"], None, id="a phrase is in one piece"),
        pytest.param("a blood_red apple", ["red"], "red", id="an underscore parts words"),
        pytest.param("一个红苹果", ["红苹果"], "红苹果", id="no spaces between words there"),
        pytest.param("赤いりんご", ["青い"], None, id="and not just anything there"),
        pytest.param("a cat", [], None, id="nothing is refused"),
        pytest.param("", ["red"], None, id="nothing is said"),
        pytest.param("a red fox", ["fox", "red"], "fox", id="the first rule"),
    ],
)
def test_found(prompt: str, phrases: list[str], found: str | None) -> None:
    assert found_in(prompt, phrases) == found


words = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=8)
apart = st.text(st.sampled_from(" ,.;-_!/()\n"), min_size=1, max_size=3)


@given(st.lists(words, min_size=1, max_size=3), apart, st.text(max_size=20), apart)
def test_a_phrase_is_found_wherever_it_stands(phrase: list[str], between: str, around: str, edge: str) -> None:
    prompt = f"{around}{edge}{between.join(phrase).upper()}{edge}{around}"
    wanted = tidied([" ".join(phrase).upper()])
    assert not wanted or found_in(prompt, wanted) == wanted[0]


@given(st.lists(st.text(max_size=30), max_size=5))
def test_tidying_is_done_once_and_leaves_only_what_can_be_found(typed: list[str]) -> None:
    once = tidied(typed)
    assert tidied(once) == once
    for phrase in once:
        assert found_in(f"a {phrase} b", once) is not None
