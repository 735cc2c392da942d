"""A book that was read, as a Markdown post: summary, notes, glossary, answered questions. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.reading.method import pages
from bot.reading.model import Book, Chapter, Place, Question, Term

MAX_POST = 2_000_000
"""Characters; more than any reader writes."""


@dataclass(frozen=True, slots=True)
class Post:
    """Everything that goes into it. ``summary`` are sentences with the name of the chapter they come from, or "";
    ``made_by`` says what made it; ``cover`` is the picture's file name, or ""."""

    book: Book
    notes: Sequence[tuple[Chapter, str]]
    questions: Sequence[Question]
    terms: Sequence[Term]
    places: Sequence[Place] = ()
    summary: Sequence[tuple[str, str]] = ()
    made_by: str = ""
    cover: str = ""
    first_day: date | None = None
    last_day: date | None = None

    @property
    def file_name(self) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", self.book.title.casefold()).strip("-")[:60]
        return f"{slug or 'book'}.md"

    def text(self) -> str:
        """The whole post."""
        parts = [self._head(), self._summary(), self._preface(), self._chapters(), self._glossary()]
        parts += [self._answered(), self._open(), self._places()]
        return "\n\n".join(part for part in parts if part)[:MAX_POST] + "\n"

    # ---- its parts

    def _head(self) -> str:
        lines = [f"# {self.book.title}"]
        if self.cover:
            lines.append(f"![{self.book.title}]({self.cover})")
        facts = []
        if self.first_day and self.last_day:
            days = f"{self.first_day:%d %B %Y}"
            facts.append(
                f"Read {days}" if self.first_day == self.last_day else f"Read {days} to {self.last_day:%d %B %Y}"
            )
        if self.book.chapters and not self.book.reference:
            facts.append(f"{self.book.done} of {len(self.book.chapters)} chapters")
        if facts:
            lines.append(f"*{' · '.join(facts)}*")
        return "\n\n".join(lines)

    def _summary(self) -> str:
        if not self.summary:
            return ""
        lines = [f"- {sentence}" + (f" *({chapter})*" if chapter else "") for sentence, chapter in self.summary]
        made = f"\n\n*{self.made_by}*" if self.made_by else ""
        return "## In short\n\n" + "\n".join(lines) + made

    def _preface(self) -> str:
        book = self.book
        said = {"Who should read it": book.who, "What it discusses": book.about, "How to read it": book.how}
        return "\n\n".join(f"## {title}\n\n{text}" for title, text in said.items() if text)

    def _chapters(self) -> str:
        if not self.notes:
            return ""
        lines, part = ["## Chapter by chapter"], ""
        for chapter, words in self.notes:
            if chapter.part and chapter.part != part:
                part = chapter.part
                lines.append(f"*{part}*")
            span = pages(self.book, chapter)
            where = f" ({span_words(span)})" if span else ""
            lines += [f"### {chapter.name}{where}", lowered(words)]
        return "\n\n".join(line for line in lines if line)

    def _glossary(self) -> str:
        lines = [f"- **{term.term}**: {_one_line(term.meaning)}" for term in self.terms if not term.refused]
        return "## Glossary\n\n" + "\n".join(lines) if lines else ""

    def _answered(self) -> str:
        names = {chapter.id: chapter.name for chapter in self.book.chapters}
        lines = []
        for question in self.questions:
            if not question.is_open and question.answer:
                where = names.get(question.answered_in or 0, "")
                answer = question.answer + (f" *({where})*" if where else "")
                lines.append(f"**{_one_line(question.text)}**\n\n{answer}")
        return "## Questions answered\n\n" + "\n\n".join(lines) if lines else ""

    def _open(self) -> str:
        lines = [f"- {_one_line(question.text)}" for question in self.questions if question.is_open]
        return "## Still open\n\n" + "\n".join(lines) if lines else ""

    def _places(self) -> str:
        lines = [f"- {_one_line(place.topic)}: {_one_line(place.place)}" for place in self.places]
        return "## Where to find what\n\n" + "\n".join(lines) if lines else ""


def span_words(span: tuple[int, int | None]) -> str:
    """ "p. 88–112", or "p. 88"."""
    first, last = span
    return f"p. {first}" if last in (None, first) else f"p. {first}–{last}"


def lowered(words: str) -> str:
    """Notes whose own headings stand below their chapter's; code fences are left alone."""
    lines, fence = [], False
    for line in words.split("\n"):
        if re.match(r"\s{0,3}(```|~~~)", line):
            fence = not fence
        lines.append(re.sub(r"^(#{1,3})(?=\s)", r"###\1", line) if not fence else line)
    return "\n".join(lines)


def cover_prompt(book: Book, terms: Sequence[str]) -> str:
    """Words for a picture of the book."""
    about = f", about {', '.join(terms[:4])}" if terms else ""
    return f"book cover illustration for “{book.title}”{about}, simple shapes, no letters"[:900]


def _one_line(text: str) -> str:
    return " ".join(text.split())
