"""Books as they are read: plain values. The method's steps are in ``bot.reading.method``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_TITLE = 200
MAX_LABEL = 60
MAX_CHAPTERS = 300
"""Of one table of contents as it is pasted."""
MOST_CHAPTERS = 1000
"""Of one book, with all that was added and split."""
MAX_CONTENTS = 1_000_000
MAX_BOOKS = 500
MAX_PREFACE = 1500
MAX_TERM, MAX_MEANING, MAX_QUESTION, MAX_ANSWER, MAX_TOPIC = 80, 1000, 500, 2000, 150


class Stage(StrEnum):
    """Where a book stands. ``INDEX`` is where a reference book stays: it is looked things up in, not read through."""

    PREFACE = "preface"
    CHAPTERS = "chapters"
    INDEX = "index"
    FINISHED = "finished"
    STOPPED = "stopped"


class Step(StrEnum):
    """Where a chapter stands."""

    SCAN = "scan"
    SKIM = "skim"
    READ = "read"
    NOTES = "notes"
    QUESTIONS = "questions"
    DONE = "done"
    SKIPPED = "skipped"
    SPLIT = "split"
    """Its parts stand in its place; it is not among the book's chapters while they do."""

    @property
    def is_over(self) -> bool:
        return self in (Step.DONE, Step.SKIPPED, Step.SPLIT)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section inside a chapter, as the table of contents names it."""

    title: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """``label`` is its number as printed ("4", "Appendix A", or nothing). ``again`` counts "Can't say it yet".
    ``note_key`` is that of a note which is just being written."""

    id: int
    book_id: int
    position: int
    label: str
    title: str
    page: int | None = None
    part: str = ""
    headings: tuple[Heading, ...] = ()
    step: Step = Step.SCAN
    again: int = 0
    note_id: int | None = None
    finished_utc: float | None = None
    split_of: int | None = None
    note_key: int | None = None

    @property
    def name(self) -> str:
        return f"{self.label} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Book:
    """``who``, ``about`` and ``how`` are what the preface says: who should read it, what each chapter discusses, how to
    read. ``stop_at`` is the limit in words, ``gone_on`` how many chapters are allowed in spite of it."""

    id: int
    title: str
    reference: bool
    stage: Stage
    chapter_id: int | None
    who: str
    about: str
    how: str
    stop_at: str
    gone_on: int
    started_utc: float
    updated_utc: float
    finished_utc: float | None
    removed_utc: float | None
    cover_job_id: int | None
    chapters: tuple[Chapter, ...] = ()

    @property
    def chapter(self) -> Chapter | None:
        """The one that is being read."""
        return next((chapter for chapter in self.chapters if chapter.id == self.chapter_id), None)

    @property
    def done(self) -> int:
        return sum(chapter.step is Step.DONE for chapter in self.chapters)

    @property
    def over(self) -> int:
        return sum(chapter.step.is_over for chapter in self.chapters)


@dataclass(frozen=True, slots=True)
class Question:
    """``answered_in`` is the chapter that answered it; ``answer`` stays empty when it was only ticked off."""

    id: int
    book_id: int
    chapter_id: int | None
    text: str
    answer: str
    answered_in: int | None
    asked_utc: float
    answered_utc: float | None

    @property
    def is_open(self) -> bool:
        return self.answered_utc is None


@dataclass(frozen=True, slots=True)
class Term:
    """``refused``: it is not wanted in the glossary, and not to be proposed again."""

    id: int
    book_id: int
    term: str
    meaning: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that came back: ``chapters`` says in how many."""

    term: str
    chapters: int


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a reference book's index; ``id`` is 0 for what the table of contents says."""

    id: int
    topic: str
    place: str
