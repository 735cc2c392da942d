"""Words left to chance: decided by the seed, from lists of the operator's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.gpu.catalog import starter
from bot.imagine.choices import chosen, leaves_something
from bot.imagine.lists import read_lists
from bot.imagine.model import Wish
from bot.imagine.plan import plan
from bot.settings import Settings

LISTS = {"animal": ["cat", "dog"], "scene": ["a __animal__ on a hill"], "loop": ["__loop__"]}


def test_a_seed_chooses_the_same_and_seeds_choose_all() -> None:
    prompt = "a {red|{dark |}green} __animal__"
    found = {chosen(prompt, seed, LISTS) for seed in range(200)}
    assert found == {f"a {colour} {animal}" for colour in ("red", "dark green", "green") for animal in ("cat", "dog")}
    assert all(chosen(prompt, seed, LISTS) == chosen(prompt, seed, LISTS) for seed in range(20))


def test_lists_may_name_lists_but_not_for_ever() -> None:
    assert chosen("__scene__", 1, LISTS) in ("a cat on a hill", "a dog on a hill")
    with pytest.raises(BadRequest, match="never comes to an end"):
        chosen("__loop__", 1, LISTS)
    with pytest.raises(BadRequest, match=r"no list called “plant”\. There are: animal, loop, scene"):
        chosen("a __plant__", 1, LISTS)
    with pytest.raises(BadRequest, match="no lists here"):
        chosen("a __plant__", 1, {})


def counts(prompt: str, seeds: int = 600) -> dict[str, int]:
    found: dict[str, int] = {}
    for seed in range(seeds):
        words = chosen(prompt, seed, LISTS)
        found[words] = found.get(words, 0) + 1
    return found


def test_weights_say_how_often() -> None:
    found = counts("{3::red|blue|0::never}")
    assert set(found) == {"red", "blue"} and 2.2 < found["red"] / found["blue"] < 4.2
    assert set(counts("{0::a|0::b}", 50)) == {"a", "b"}, "nothing but zeros: any"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("{2$$a|b|c}", {"a, b", "b, a", "a, c", "c, a", "b, c", "c, b"}),
        ("{2$$ and $$a|b}", {"a and b", "b and a"}),
        ("{1-2$$a|b}", {"a", "b", "a, b", "b, a"}),
        ("{2-1$$a|b}", {"a", "b", "a, b", "b, a"}),
        ("{2-$$a|b}", {"a, b", "b, a"}),
        ("{-1$$a|b}", {"a", "b"}),
        ("{0-1$$a|b}", {"", "a", "b"}),
        ("{9$$a|b}", {"a, b", "b, a"}),
        ("{2$$__animal__}", {"cat, dog", "dog, cat"}),
        ("{2$$ / $${a|b}|c}", {"a / c", "b / c", "c / a", "c / b"}),
        ("__{animal|animal}__", {"cat", "dog"}),
        ("costs $$ and {a|b} $$", {"costs $$ and a $$", "costs $$ and b $$"}),
        ("a {word} and {unfinished", {"a {word} and {unfinished"}),
        ("# 1 {a|b}", {"# 1 a", "# 1 b"}),
        (
            "<lora:my__animal__:1> {<lora:a:1>|<lora:b:0.5>}",
            {f"<lora:my__animal__:1> <lora:{x}>" for x in ("a:1", "b:0.5")},
        ),
    ],
)
def test_how_many_and_what_between_them(prompt: str, expected: set[str]) -> None:
    assert set(counts(prompt, 150)) == expected


def test_what_would_run_away_is_refused_at_once() -> None:
    for prompt in ("{1$$" * 40 + "a|b" + "}" * 40, "{2$$__two__|__two__}", "__two__ " * 100):
        with pytest.raises(BadRequest, match="never comes to an end"):
            chosen(prompt, 1, {"two": ["__two__ __two__"]})
    assert chosen("{" * 1000, 1, {}) == "{" * 1000


@given(st.text(alphabet="ab{}|_ $1-:", max_size=60))
def test_whatever_is_written_it_is_chosen_or_refused(prompt: str) -> None:
    try:
        made = chosen(prompt, 1, LISTS)
    except BadRequest:
        return
    assert not leaves_something(made)
    if not leaves_something(prompt):
        assert made == " ".join(prompt.split())


def test_lists_are_text_files_of_the_operators(tmp_path: Path) -> None:
    folder = tmp_path / "wildcards"
    folder.mkdir()
    (folder / "Animal.txt").write_text("# mine\n\n cat \ndog\n", "utf-8")
    (folder / "huge.txt").write_bytes(b"x" * 1_000_001)
    (folder / "notes.md").write_text("no list", "utf-8")
    (folder / "Plants").mkdir()
    (folder / "Plants" / "tree.txt").write_text("oak\n" + "x" * 1001, "utf-8")
    assert read_lists(tmp_path) == {"animal": ["cat", "dog"], "plants/tree": ["oak"]}
    assert chosen("an __Plants/Tree__", 1, read_lists(tmp_path)) == "an oak"
    assert read_lists(tmp_path / "nowhere") == {}


def test_the_engine_gets_the_choice_and_the_wish_keeps_the_words() -> None:
    wish = Wish("a {red|red} apple", seed=4)
    made = plan(wish, starter(), Settings(), 0)
    assert "{" not in made.prompt and "red" in made.prompt and "apple" in made.prompt
    with pytest.raises(BadRequest, match="empty"):
        plan(Wish("{|}"), starter(), Settings(), 0)
