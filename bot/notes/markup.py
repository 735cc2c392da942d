"""What a note's own text says about it: title, #tags, [[links]], tasks, addresses. Pure.

The text is the only truth; what is read out of it here is kept in tables for searching and can be read again at any
time. Code, in backticks or fences, is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MAX_TITLE = 80
MAX_DRAFT = 300
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})(.*)")
_CODE = re.compile(r"`[^`\n]+`")
_TAG = re.compile(r"(?<![\w#/&\[\]])#((?=[\w/-]*[^\W\d_])\w[\w-]*(?:/\w[\w-]*)*)")
_LINK = re.compile(
    r"(?:(?<!\w)(?P<relation>[^\W\d_][\w-]{0,30})::[ \t]*)?\[\[(?P<title>[^\[\]|\n]{1,200})(?:\|[^\[\]\n]*)?\]\]"
)
_TASK = re.compile(r"^(?P<before>[ \t]*(?:[-*+]|\d+\.)[ \t]+\[)(?P<mark>[ xX])\][ \t]+(?P<text>\S.*)")
_DUE = re.compile(r"(?:📅[ \t]*|\bdue:?[ \t]*)(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_EMPHASIS = re.compile(r"(?<!\w)[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\w)")
_LEAD = re.compile(r"^((?:[-*+]|\d+\.)[ \t]+\[[ xX]\][ \t]+|#{1,6}[ \t]+|[-*+>][ \t]+)+")


@dataclass(frozen=True, slots=True)
class Link:
    """``[[title]]``, with the word before it in ``supports:: [[title]]`` if there is one."""

    title: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A line ``- [ ] text``; ``line`` counts from 0."""

    line: int
    text: str
    done: bool
    due: date | None = None


def without_code(text: str) -> str:
    """The text with code blanked out; every other character keeps its place.

    Line by line, as CommonMark has fences (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), in linear time.
    """
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.fullmatch(line)
        if fence:
            closes = mark is not None and mark[1].startswith(fence) and not mark[2].strip()
            fence = "" if closes else fence
            lines.append(" " * len(line))
        elif mark is not None:
            fence = mark[1]
            lines.append(" " * len(line))
        else:
            lines.append(_CODE.sub(_blank, line))
    return "\n".join(lines)


def fold(title: str) -> str:
    """How titles, tags and notebooks are compared."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())


def title_of(text: str) -> str:
    """The first line with words in it, without Markdown's marks; empty when there is none."""
    for line in text.splitlines():
        words = _LEAD.sub("", line.strip())
        words = _LINK.sub(lambda match: match["title"], words)
        words = " ".join(_EMPHASIS.sub("", words).split())
        if any(letter.isalnum() for letter in words):
            return words if len(words) <= MAX_TITLE else words[: MAX_TITLE - 1].rstrip() + "…"
    return ""


def tags_of(text: str) -> tuple[str, ...]:
    """The #tags, folded and each once, in order; ``#work/ideas`` is nested in ``work``. A number alone is no tag."""
    return tuple(dict.fromkeys(fold(match[1]) for match in _TAG.finditer(_URL.sub(_blank, without_code(text)))))


def with_tags(text: str, tags: str) -> str:
    """The text with those of ``tags`` (words, with or without #) that it lacks on a line of their own."""
    has = set(tags_of(text))
    wanted = dict.fromkeys(word.strip("#").replace(" ", "-") for word in re.split(r"[,\s]+", tags))
    missing = [f"#{word}" for word in wanted if word and fold(word) not in has and tags_of(f"#{word}")]
    if not missing:
        return text
    return f"{text.rstrip()}\n\n{' '.join(missing)}" if text.strip() else " ".join(missing)


def links_of(text: str) -> tuple[Link, ...]:
    found = (Link(" ".join(m["title"].split()), m["relation"] or "") for m in _LINK.finditer(without_code(text)))
    return tuple(dict.fromkeys(link for link in found if link.title))


def tasks_of(text: str) -> tuple[Task, ...]:
    found = ((number, _TASK.fullmatch(line)) for number, line in enumerate(without_code(text).split("\n")))
    return tuple(
        Task(number, match["text"].strip(), match["mark"] != " ", _due(match["text"]))
        for number, match in found
        if match
    )


def ticked(text: str, line: int, *, done: bool) -> str:
    """The text with the task on that line ticked or not. Raises ValueError when there is no task there any more."""
    if line not in {task.line for task in tasks_of(text)}:
        raise ValueError(f"line {line} is no task")
    lines = text.split("\n")
    if match := _TASK.fullmatch(lines[line]):
        lines[line] = f"{match['before']}{'x' if done else ' '}] {match['text']}"
    return "\n".join(lines)


def urls_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0].rstrip(".,;:!?") for match in _URL.finditer(text)))


def draft_of(text: str, longest: int = MAX_DRAFT) -> str:
    """What the text says first, as plain words: whole sentences while they fit. For a picture of it."""
    lines = []
    for line in _URL.sub(_blank, without_code(text)).splitlines():
        words = _LEAD.sub("", _TASK.sub(r"\g<text>", line.strip()))
        words = _LINK.sub(lambda match: match["title"], words)
        words = re.sub(r"!?\[([^\[\]\n]{0,200})\]\([^()\n]{0,300}\)", r"\1", words)
        words = " ".join(re.sub(r"[>|]", " ", _EMPHASIS.sub("", _TAG.sub(_blank, words))).split())
        if any(letter.isalnum() for letter in words):
            lines.append(words if words[-1] in ".!?…:;," else f"{words}.")
    draft = ""
    for sentence in re.split(r"(?<=[.!?…])\s+", " ".join(lines)[: 20 * longest]):
        if draft and len(draft) + 1 + len(sentence) > longest:
            break
        draft = f"{draft} {sentence}".strip()
    return (draft if len(draft) <= longest else draft[: longest - 1].rstrip() + "…").rstrip(".")


def parents(tag: str) -> Iterator[str]:
    """The tag and those it is nested in: ``a/b`` -> ``a/b``, ``a``."""
    while tag:
        yield tag
        tag = tag.rpartition("/")[0]


def _due(text: str) -> date | None:
    match = _DUE.search(text)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
