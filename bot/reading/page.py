"""A book as a page of Markdown that lies beside the notes in an export: to be read, by people and in Obsidian. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.notes.exchange import frontmatter
from bot.notes.exchange.layout import READABLE
from bot.reading.model import Step

Link = Callable[[str], str | None]
"""From a note's uid to the name of its page."""


def page(book: Mapping[str, Any], link: Link) -> str:
    """``book`` as ``bot.reading.volume`` has it."""
    head = frontmatter.dump(
        {
            "title": book["title"],
            READABLE: "book",
            "created": frontmatter.written(book["started_utc"]),
            "updated": frontmatter.written(book["updated_utc"]),
            "stage": book["stage"],
        }
    )
    parts = [f"# {book['title']}", _preface(book), _chapters(book, link), _questions(book), _glossary(book)]
    return f"{head}\n" + "\n\n".join(part for part in [*parts, _index(book)] if part) + "\n"


def _preface(book: Mapping[str, Any]) -> str:
    said = {"Who should read it": book["who"], "What it discusses": book["about"], "How to read it": book["how"]}
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in said.items() if text)


def _chapters(book: Mapping[str, Any], link: Link) -> str:
    lines = []
    for one in book["chapters"]:
        if one["step"] != Step.SPLIT:
            name = f"{one['label']} {one['title']}".strip()
            notes = link(one["note"]) if one["note"] else None
            lines.append(f"- [{'x' if one['step'] == Step.DONE else ' '}] {name}" + (f": [[{notes}]]" if notes else ""))
    return _section("Chapters", lines)


def _questions(book: Mapping[str, Any]) -> str:
    lines = []
    for one in book["questions"]:
        if not one["removed"]:
            answer = f"\n  {_line(one['answer'])}" if one["answer"] else ""
            lines.append(f"- [{' ' if one['answered_utc'] is None else 'x'}] {_line(one['text'])}{answer}")
    return _section("Questions", lines)


def _glossary(book: Mapping[str, Any]) -> str:
    kept = [one for one in book["terms"] if not one["refused"]]
    return _section("Glossary", [f"- **{one['term']}**: {_line(one['meaning'])}" for one in kept])


def _index(book: Mapping[str, Any]) -> str:
    kept = [one for one in book["places"] if not one["removed"]]
    return _section("Where to find what", [f"- {_line(one['topic'])}: {_line(one['place'])}" for one in kept])


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines) if lines else ""


def _line(text: str) -> str:
    return " ".join(text.split())
