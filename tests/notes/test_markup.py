from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notes.markup import (
    Link,
    Task,
    draft_of,
    links_of,
    parents,
    tags_of,
    tasks_of,
    ticked,
    title_of,
    urls_of,
    with_tags,
    without_code,
)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#one and #Two", ("one", "two")),
        ("#work/ideas/new", ("work/ideas/new",)),
        ("#1 is a number, #2nd is not", ("2nd",)),
        ("mail#no https://x.org/#no a##b", ()),
        ("`#no` and\n```\n#no\n```\n#yes", ("yes",)),
        ("# a heading", ()),
        ("#één #日本", ("één", "日本")),
        ("(#in-brackets), #end.", ("in-brackets", "end")),
    ],
)
def test_tags(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see [[Some Title]]", (Link("Some Title"),)),
        ("supports:: [[A]] and [[A]]", (Link("A", "supports"), Link("A"))),
        ("[[A|shown]]", (Link("A"),)),
        ("`[[no]]` [[]] [[a\nb]]", ()),
    ],
)
def test_links(text: str, links: tuple[Link, ...]) -> None:
    assert links_of(text) == links


def test_tasks_and_ticking_them() -> None:
    text = "Plan\n- [ ] buy ink due 2026-12-01\n- [x] done\n```\n- [ ] code\n```\n1. [ ] one 📅 2026-02-31"
    assert tasks_of(text) == (
        Task(1, "buy ink due 2026-12-01", False, date(2026, 12, 1)),
        Task(2, "done", True),
        Task(6, "one 📅 2026-02-31", False),
    )
    once = ticked(text, 1, done=True)
    assert once.split("\n")[1] == "- [x] buy ink due 2026-12-01"
    assert ticked(once, 1, done=False) == text
    with pytest.raises(ValueError, match="no task"):
        ticked(text, 4, done=True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Heading\ntext", "Heading"),
        ("\n\n- [ ] **bold** task", "bold task"),
        ("---\nwords", "words"),
        ("snake_case stays, *this* goes", "snake_case stays, this goes"),
        ("", ""),
        ("[[Link]] first", "Link first"),
        ("x" * 200, "x" * 79 + "…"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(text) == title


def test_tags_of_a_form_are_added_once() -> None:
    assert with_tags("about #ink", "ink, Work/Plan new") == "about #ink\n\n#Work/Plan #new"
    assert with_tags("", "a") == "#a"
    assert with_tags("text", " ,# ") == "text"


def test_addresses_and_parents() -> None:
    assert urls_of("see https://a.org/b. and (http://c.org/d)") == ("https://a.org/b", "http://c.org/d")
    assert list(parents("a/b/c")) == ["a/b/c", "a/b", "a"]


@given(st.text(alphabet="`~#[]-x \n:ab/|📅", max_size=200))
def test_reading_never_fails_and_code_keeps_every_place(text: str) -> None:
    assert [len(line) for line in without_code(text).split("\n")] == [len(line) for line in text.split("\n")]
    tags_of(text), links_of(text), title_of(text), urls_of(text)
    for task in tasks_of(text):
        assert tasks_of(ticked(text, task.line, done=not task.done)) != tasks_of(text)


@pytest.mark.parametrize("unit", ["```x\n", "~~~\n`", "[[", "a::", "- [ ", "#", "#a/", "http://", "*", "- "])
def test_hostile_texts_cost_little(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    tags_of(text), links_of(text), tasks_of(text), title_of(text), urls_of(text)
    assert time.process_time() - began < 5, "linear: a quadratic reader would take minutes"


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("# A quiet harbour #sea\nThe [[sun]] sets **slowly**.", "A quiet harbour. The sun sets slowly"),
        ("- [x] buy `code` ink due 2026-12-01\n> said", "buy ink due 2026-12-01. said"),
        ("![a boat](boat.png) https://example.org [there](x)", "a boat there"),
        ("#only #tags", ""),
        ("```\ncode\n```", ""),
        ("First. " + "word " * 100, "First"),
        ("word " * 100, ("word " * 60)[:299].rstrip() + "…"),
    ],
)
def test_a_draft_is_the_first_plain_words(text: str, draft: str) -> None:
    assert draft_of(text) == draft
