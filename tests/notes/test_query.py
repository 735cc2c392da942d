from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.notes.query import Filter, Query, parse

TODAY = date(2026, 3, 10)


def start_of(day: date) -> float:
    return datetime.combine(day, time(), UTC).timestamp()


def read(text: str) -> Query:
    return parse(text, TODAY, start_of)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("red ink", Query(words=("red", "ink"))),
        ('"red ink" paper', Query(words=("paper",), phrases=("red ink",))),
        ('paper -red -"blue ink"', Query(words=("paper",), excluded=("red", "blue ink"))),
        ("tag:#Work/Plan in:Research", Query(filters=(Filter("tag", "work/plan"), Filter("in", "research")))),
        ('in:"My Books" -tag:old', Query(filters=(Filter("in", "my books"), Filter("tag", "old", negated=True)))),
        ('book:"Deep Work" has:summary', Query(filters=(Filter("book", "deep work"), Filter("has", "summary")))),
        ("has:image is:pinned", Query(filters=(Filter("has", "image"), Filter("is", "pinned")))),
        ("before:2026-03", Query(filters=(Filter("before", start_of(date(2026, 3, 1))),))),
        ("after:2025", Query(filters=(Filter("after", start_of(date(2026, 1, 1))),))),
        ("after:2026-02", Query(filters=(Filter("after", start_of(date(2026, 3, 1))),))),
        ("after:2026-02-03", Query(filters=(Filter("after", start_of(date(2026, 2, 3))),))),
        ("after:7d", Query(filters=(Filter("after", start_of(date(2026, 3, 3))),))),
        ("before:yesterday", Query(filters=(Filter("before", start_of(date(2026, 3, 9))),))),
        ("note: this", Query(words=("note", "this"))),
        ("http://x.org", Query(words=("http", "x", "org"))),
        ("don't", Query(words=("don", "t"))),
        ("- -- \" ''", Query()),
    ],
)
def test_queries(text: str, query: Query) -> None:
    assert read(text) == query


@pytest.mark.parametrize(
    "text",
    [
        *("has:nothing", "is:lost", "before:soon", "mood:x", "after:2026-02-31", "a " * 99 + "b c d" * 30),
        *("after:9999", "after:9999-12", "before:9999y"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        read(text)


def test_an_endless_search_is_refused() -> None:
    with pytest.raises(BadRequest, match="long search"):
        read(" ".join(f"word{number}" for number in range(40)))


def test_common_words_count_only_alone() -> None:
    assert read("how to be").match() == '("how" OR "to" OR "be")'
    assert read("how to ink").match() == '("ink")'


@given(st.text(max_size=60))
@settings(deadline=None)
def test_whatever_is_typed_is_a_query_or_a_refusal(text: str) -> None:
    try:
        query = read(text)
    except BadRequest:
        return
    if match := query.match():
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
            connection.execute("SELECT * FROM t WHERE t MATCH ?", (match,)).fetchall()
