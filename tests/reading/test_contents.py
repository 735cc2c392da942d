"""Tables of contents as they are pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.contents import Draft, parse
from bot.reading.model import Heading


def outline(text: str) -> list[tuple[str, str, int | None, str, list[str]]]:
    return [(d.label, d.title, d.page, d.part, [h.title for h in d.headings]) for d in parse(text)]


def test_parts_leaders_and_indented_headings() -> None:
    text = """Table of Contents
Preface xi
Part I. Foundations
1. Reliable, Scalable, and Maintainable Applications........ 3
    Thinking About Data Systems 4
    Reliability 6
2. Data Models and Query Languages......... 27
Part II. Distributed Data
5. Replication ... 151
Index 553"""
    first = "Part I: Foundations"
    assert outline(text) == [
        (
            "1",
            "Reliable, Scalable, and Maintainable Applications",
            3,
            first,
            ["Thinking About Data Systems", "Reliability"],
        ),
        ("2", "Data Models and Query Languages", 27, first, []),
        ("5", "Replication", 151, "Part II: Distributed Data", []),
    ]
    assert parse(text)[0].headings[1] == Heading("Reliability", 6)


def test_numbers_with_dots_are_headings_and_a_title_without_number_is_a_chapter() -> None:
    text = "1 Introduction 1\n1.1 Why 2\n2 Trees 10\n2.1 Binary Trees 12\n2.1.1 Rotation 13\nConclusion 40"
    assert outline(text) == [
        ("1", "Introduction", 1, "", ["1.1 Why"]),
        ("2", "Trees", 10, "", ["2.1 Binary Trees", "2.1.1 Rotation"]),
        ("", "Conclusion", 40, "", []),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Chapter 1: Windows 95\nChapter 2: Catch 22\nAppendix A: Tools", ["Windows 95", "Catch 22", "Tools"]),
        ("- Getting started\n  - Install\n- 10 things I learnt", ["Getting started", "10 things I learnt"]),
        ("# One\n## Below\n# Two", ["One", "Two"]),
        ("1.1 A\n1.2 B", ["A", "B"]),
        ("The First, p. 12\nThe Second (p. 30)", ["The First", "The Second"]),
        ("I. Beginnings\nII. Ends", ["Beginnings", "Ends"]),
        ("- [Loops](#loops)\n- **Lists**", ["Loops", "Lists"]),
        ("Loops . . . . . 4\nLists\t19", ["Loops", "Lists"]),
        ("Foreword\nOne\nBibliography\nIndex", ["One"]),
        ("Kapitel\n\n\nnoch eins", ["Kapitel", "noch eins"]),
        ("", []),
        ("...\n---\n", []),
    ],
)
def test_what_people_paste(text: str, titles: list[str]) -> None:
    assert [draft.title for draft in parse(text)] == titles


def test_a_number_behind_a_space_is_a_page_only_where_all_have_one() -> None:
    assert [d.page for d in parse("Apples 3\nPears 19\nPlums 27")] == [3, 19, 27]
    assert [d.page for d in parse("Windows 95\nLinux\nSystem 7")] == [None, None, None]


def test_numbers_below_a_chapter_are_its_headings() -> None:
    text = "Chapter 1 The Start  5\n   1. foo\n   2. bar\nChapter 2 The End  9"
    assert outline(text) == [("1", "The Start", 5, "", ["1 foo", "2 bar"]), ("2", "The End", 9, "", [])]


WORDS = st.sampled_from(
    ["Trees", "Hash tables", "Replication", "What is a log?", "Streams", "The end of time", "Queues", "C++ and you"]
)
PAGES = st.lists(st.integers(1, 999), min_size=1, max_size=12).map(sorted)


@given(titles=st.lists(WORDS, min_size=1, max_size=12), pages=PAGES, style=st.integers(0, 5))
def test_whatever_the_style_the_chapters_are_found(titles: list[str], pages: list[int], style: int) -> None:
    pages = (pages * 12)[: len(titles)]
    pages.sort()
    lines = []
    for number, (title, page) in enumerate(zip(titles, pages, strict=True), start=1):
        lines.append(
            (
                f"{number}. {title} ..... {page}",
                f"Chapter {number}: {title}\t{page}",
                f"{title}   {page}",
                f"{number}) {title}, p. {page}",
                f"- {title} . . . {page}",
                f"## {number} {title} ____ {page}",
            )[style]
        )
        lines += [f"      Section of it ... {page}"] if style in (0, 1, 2) else []
    found = parse("\n".join(lines))
    assert [(draft.title, draft.page) for draft in found] == list(zip(titles, pages, strict=True))
    if style in (0, 1, 2):
        assert all(draft.headings == (Heading("Section of it", draft.page),) for draft in found)


def test_a_hostile_line_takes_no_time() -> None:
    for line in ("." * 100_000, " ." * 50_000, "a " * 50_000 + "!", "-" * 100_000, "\t" * 100_000 + "x"):
        assert len(parse("\n".join([line] * 20))) <= 20


@given(st.text(max_size=400))
def test_nothing_breaks_it(text: str) -> None:
    for draft in parse(text):
        assert isinstance(draft, Draft) and draft.title and len(draft.title) <= 200
