"""A table of contents as people paste it: numbering, indents, dotted leaders and page numbers are understood. Pure.

What stands at the level of chapters becomes a chapter; parts give it their name, what is below becomes its headings.
Front and back matter (preface, index, …) is left out: the method has a step of its own for the preface.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.reading.model import MAX_CHAPTERS, MAX_TITLE, Heading

TAB = 4
MAX_LINE = 400
"""Characters of a line that are looked at."""
MAX_HEADINGS = 60
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_PAGE = rf"(?P<page>\d{{1,4}}|{_ROMAN})"
_LEADER = re.compile(
    rf"(?P<title>.*?\S)[ \t]*(?:\.{{2,}}|…+|(?:[ \t]\.){{2,}}|[·•]{{2,}}|_{{3,}}|-{{3,}})[ \t.]*{_PAGE}", re.I
)
_WIDE = re.compile(rf"(?P<title>.*?\S)(?:\t+[ \t]*| {{2,}}){_PAGE}", re.I)
_SAID = re.compile(
    rf"(?P<title>.*?\S)[ \t]*,?[ \t]+\(?(?:pp?\.|page|pages)[ \t]*{_PAGE}(?:[ \t]*[-–][ \t]*\d+)?\)?", re.I
)
_LAST_NUMBER = re.compile(r"(?P<title>.*\D\S*)[ \t](?P<page>\d{1,4})")
_BULLET = re.compile(r"(?:[-*+•◦▪‣–—]|\[[ xX]\])[ \t]+")
_HEAD = re.compile(r"(#{1,6})[ \t]+")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,500}\)")
_COUNT = r"(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART = re.compile(rf"(?P<label>(?:part|book|volume)[ \t]+{_COUNT})\b[ \t]*[.:)–—-]*[ \t]*(?P<title>.*)", re.I)
_CHAPTER = re.compile(
    rf"(?P<word>chapter|ch\.|lesson|unit|lecture|appendix)[ \t]*(?P<label>{_COUNT}|[a-z])\b[ \t]*[.:)–—-]*[ \t]*"
    r"(?P<title>.*)",
    re.I,
)
_NUMBER = re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,3}){0,5}|§[ \t]*\d{1,3})(?P<mark>[.):]?)[ \t]+(?P<title>\S.*)")
_LETTER = re.compile(r"(?P<label>[A-Z]|[IVXLC]{1,7})(?P<mark>[.):])[ \t]+(?P<title>\S.*)")
_MATTER = re.compile(
    r"(?:preface.*|foreword.*|acknowledge?ments?|(?:table of )?contents(?: at a glance)?|about the authors?|dedication"
    r"|copyright.*|title page|cover|front ?matter|back ?matter|bibliography|references|works cited|index|glossary"
    r"|colophon|endnotes|notes|list of (?:figures|tables|illustrations).*|praise for.*|credits|half title|page)",
    re.I,
)


class Kind(Enum):
    PART = auto()
    CHAPTER = auto()
    SECTION = auto()
    MATTER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read; ``depth`` is that of its number ("2.3" is 2), None without one. ``sure`` is False for
    a number at its beginning or end that might belong to the title."""

    indent: int
    title: str
    label: str = ""
    depth: int | None = None
    word: str = ""
    page: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A chapter that is not kept yet."""

    label: str
    title: str
    page: int | None = None
    part: str = ""
    headings: tuple[Heading, ...] = ()


def parse(text: str) -> tuple[Draft, ...]:
    """The chapters of a pasted table of contents, at most MAX_CHAPTERS."""
    lines = [_line(raw) for raw in text.splitlines() if any(letter.isalnum() for letter in raw)]
    lines = [line for line in _numbers_settled(_pages_settled(lines)) if line.title or line.label]
    return _gathered(lines, _kinds(lines))[:MAX_CHAPTERS]


# ---- one line


def _line(raw: str) -> Line:
    raw = raw[:MAX_LINE]
    raw = raw.expandtabs(TAB) if raw[:1] in " \t" else raw
    indent = len(raw) - len(raw.lstrip())
    text = raw.strip()
    if head := _HEAD.match(text):
        indent, text = TAB * (len(head[1]) - 1), text[head.end() :]
    while bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = re.sub(r"\*\*|__|`", "", text).strip()
    text, page, sure = _page_of(text)
    found = _numbered(text)
    title = " ".join(found.title.split()).strip(" .·•:-–—_")[:MAX_TITLE]
    return replace(found, indent=indent, title=title, page=page, sure=found.sure and sure)


def _page_of(text: str) -> tuple[str, int | None, bool]:
    """The line without its page number, that number, and whether it is one for sure. Roman pages are front matter's."""
    for pattern in (_LEADER, _WIDE, _SAID):
        if match := pattern.fullmatch(text):
            return match["title"], int(match["page"]) if match["page"].isdecimal() else None, True
    if match := _LAST_NUMBER.fullmatch(text):
        return text, int(match["page"]), False
    return text, None, True


def _numbered(text: str) -> Line:
    if match := _PART.fullmatch(text):
        return Line(0, match["title"], " ".join(match["label"].split()), 0, "part")
    if match := _CHAPTER.fullmatch(text):
        word = match["word"].lower()
        label = f"Appendix {match['label'].upper()}" if word == "appendix" else match["label"]
        return Line(0, match["title"], label, 1, "chapter")
    if match := _NUMBER.fullmatch(text):
        label = match["label"].replace(" ", "")
        return Line(0, match["title"], label, label.count(".") + 1, sure=bool(match["mark"]) or "." in label)
    if match := _LETTER.fullmatch(text):
        return Line(0, match["title"], match["label"], 1)
    return Line(0, text)


# ---- what a number at either end means depends on all lines


def _pages_settled(lines: Sequence[Line]) -> list[Line]:
    """Numbers behind a single space are pages where most lines have one and they never fall: not “Windows 95”."""
    known = [line.page for line in lines if line.page is not None]
    rises = all(a <= b for a, b in itertools.pairwise(known))
    taken = rises and 2 * len(known) >= len(lines) and len(known) > 1
    settled = []
    for line in lines:
        match = _LAST_NUMBER.fullmatch(line.title) if line.page is not None else None
        if match is None or int(match["page"]) != line.page:
            settled.append(line)
        elif taken:
            settled.append(replace(line, title=match["title"].rstrip(" .,")))
        else:
            settled.append(replace(line, page=None))
    return settled


def _numbers_settled(lines: Sequence[Line]) -> list[Line]:
    """A bare number in front is a label where several count up from the beginning: not “10 things I learnt”."""
    bare = [line for line in lines if line.depth == 1 and not line.sure and line.label.isdecimal()]
    firm = [int(line.label) for line in lines if line.depth == 1 and line.label.isdecimal()]
    rises = all(b - a in (0, 1) or b == 1 for a, b in itertools.pairwise(firm))
    counts = rises and ((len(firm) > 1 and firm[0] <= 2) or firm == [1])
    if not bare or counts:
        return list(lines)
    return [
        replace(line, title=f"{line.label} {line.title}", label="", depth=None)
        if line.depth == 1 and not line.sure and line.label.isdecimal()
        else line
        for line in lines
    ]


# ---- what each line is


def _kinds(lines: Sequence[Line]) -> list[Kind]:
    words = any(line.word == "chapter" for line in lines)
    numbers = words or any(line.depth == 1 and not line.word for line in lines)
    bare = [line.indent for line in lines if line.word != "part" and not _MATTER.fullmatch(line.title)]
    shallowest = min(bare, default=0)
    kinds: list[Kind] = []
    chapter_indent: int | None = None
    for line in lines:
        kind = _kind(line, words, numbers, shallowest, chapter_indent)
        if kind is Kind.CHAPTER:
            chapter_indent = line.indent if chapter_indent is None or line.depth else min(line.indent, chapter_indent)
        kinds.append(kind)
    if Kind.CHAPTER not in kinds:  # only sections were pasted, such as one part of a book
        kinds = [Kind.CHAPTER if kind is Kind.SECTION else kind for kind in kinds]
    return kinds


def _kind(line: Line, words: bool, numbers: bool, shallowest: int, chapter_indent: int | None) -> Kind:
    if line.word == "part":
        return Kind.PART
    if line.word == "chapter":
        return Kind.CHAPTER
    below = chapter_indent is not None and line.indent > chapter_indent
    if line.depth is None:
        if _MATTER.fullmatch(line.title) and not below:
            return Kind.MATTER
        if numbers:
            return Kind.SECTION if below else Kind.CHAPTER
        return Kind.SECTION if line.indent > shallowest else Kind.CHAPTER
    if line.depth > 1 or (below and words):
        return Kind.SECTION
    return Kind.CHAPTER


def _gathered(lines: Sequence[Line], kinds: Sequence[Kind]) -> tuple[Draft, ...]:
    drafts: list[Draft] = []
    part = ""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is Kind.PART:
            part = f"{line.label}: {line.title}" if line.title else line.label
        elif kind is Kind.CHAPTER:
            drafts.append(Draft(line.label, line.title or line.label, line.page, part))
        elif kind is Kind.SECTION and drafts and len(drafts[-1].headings) < MAX_HEADINGS:
            title = f"{line.label} {line.title}".strip()
            drafts[-1] = replace(drafts[-1], headings=(*drafts[-1].headings, Heading(title, line.page)))
    return tuple(drafts)
