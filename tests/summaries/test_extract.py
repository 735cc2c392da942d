"""Sentences, the choice among them, and long texts in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.summaries.abstract import split, tidy
from bot.summaries.extract import PART, Sentence, extract
from bot.summaries.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One is here now. Two is there too! Is three?", ["One is here now.", "Two is there too!"]),
        ("As Dr. Smith says in Fig. 3 it holds. See e.g. Knuth on that.", 2),
        ("# A heading of words\nUnder it stands\na sentence over lines.", ["A heading of words", 1]),
        ("- first item of it\n- [ ] second item of it\n1. third item of it", 3),
        ("Before the code.\n```\nprint('this is not read at all')\n```\nBehind the code it goes.", 2),
        ("#tag #other/tag\n\nWords that stay [here](https://example.org) and https://example.org/x there.", 1),
        ("See [[Ink and soot]] or [[Ink|the ink note]] for that.", ["See Ink and soot or the ink note for that."]),
        ("Yes. No.", []),
        ("", []),
    ],
)
def test_what_is_a_sentence(text: str, found: list[str] | int) -> None:
    made = sentences(text)
    if isinstance(found, int):
        assert len(made) == found, made
    else:
        assert all(one in made for one in found if isinstance(one, str))
    assert not any("https://" in one or "print(" in one or "#tag" in one for one in made)


@given(st.text(alphabet="aB .!?\n-#*`[]()1é", max_size=200))
def test_sentences_are_words_of_the_text(text: str) -> None:
    for one in sentences(text):
        assert "\n" not in one and 3 <= len(one.split()) <= 80
        assert all(word.strip("*_~[]") in text.replace("*", "").replace("`", "") or word for word in one.split())


SENTENCES = st.lists(
    st.builds(
        Sentence,
        st.lists(st.sampled_from(["ink", "soot", "oil", "tree", "root", "leaf", "paper"]), min_size=3, max_size=8).map(
            " ".join
        ),
        st.integers(1, 3),
        st.floats(0, 1),
    ),
    max_size=40,
)


@given(SENTENCES, st.integers(1, 6))
def test_what_is_chosen_is_there_in_its_order(found: list[Sentence], count: int) -> None:
    chosen = extract(found, count)
    assert len(chosen) == min(count, len(found))
    places = []
    rest = list(enumerate(found))
    for one in chosen:
        place = next(number for number, other in rest if other is one)
        places.append(place)
    assert places == sorted(places) and len(set(places)) == len(places)


def test_a_long_text_is_split_and_its_parts_are_merged() -> None:
    filler = [Sentence(f"filler {n} about thing{n} and stuff{n * 7}", 1, 0.5) for n in range(5 * PART)]
    telling = Sentence("replication needs a quorum of replication nodes", 2, 0.0)
    for number in range(0, len(filler), 9):
        filler[number] = Sentence(f"replication and quorum nodes matter {number}", 1, 0.5)
    filler.insert(3 * PART, telling)
    assert telling in extract(filler, 5)


def test_two_that_say_the_same_are_not_both_taken() -> None:
    same = [Sentence("the quorum decides on every write", 1), Sentence("the quorum decides on each write", 2)]
    other = [Sentence("paper burns when it is dry", 3), Sentence("dry paper likes to burn", 4)]
    assert len({one.source > 2 for one in extract([*same, *other], 2)}) == 2


@given(st.lists(st.text(alphabet="ab. \n", max_size=300), max_size=5), st.integers(20, 90))
def test_parts_hold_everything_and_stay_within_their_room(texts: list[str], room: int) -> None:
    parts = split(texts, room)
    assert all(len(part) <= room for part in parts)
    assert "".join("".join(parts).split()) == "".join("".join(texts).split())


def test_what_models_say_first_is_left_out() -> None:
    assert tidy("Summary: Ink is soot. It keeps long.\n- It smells of oil.") == [
        "Ink is soot.",
        "It keeps long.",
        "It smells of oil.",
    ]
    assert tidy("soot") == ["soot"] and tidy(" ") == []
