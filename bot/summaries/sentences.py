"""Sentences of a note's Markdown, as they can stand alone in a summary. Pure.

Code, quotes' marks, addresses and lines that are only tags are left out; an item of a list is a sentence of its own.
"""

from __future__ import annotations

import re

from bot.notes.markup import without_code

SHORTEST, LONGEST = 3, 80
"""Words of a sentence that a summary takes."""
MAX_CHARACTERS = 1000
"""What is longer by then is no sentence, whatever it ends with."""
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>+\s*|(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)+")
_ITEM = re.compile(r"^\s*(?:#{1,6}\s+|>+\s*|(?:[-*+]|\d{1,3}[.)])\s+)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}\)")
_WIKI = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_URL = re.compile(r"https?://\S+")
_TAGS = re.compile(r"\s*(?:#[\w/-]+\s*)+")
_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-ZÀ-ÞА-Я0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|al|Fig|Figs|Eq|Eqs|Sec|Sect|Tab|No|Nos|vs|cf|etc|e\.g|i\.e|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|approx"
    r"|resp|Ref|Refs|ca|bzw|z\.B|usw|d\.h|Nr|S|p|pp|Vol|Ch)\.$"
)


def sentences(text: str) -> list[str]:
    """The text's sentences in order, each on one line, without what cannot be read alone."""
    found: list[str] = []
    for block in _blocks(without_code(text)):
        found += _split(block)
    return [one for one in found if SHORTEST <= len(one.split()) <= LONGEST and any(map(str.isalpha, one))]


def _blocks(text: str) -> list[str]:
    """Paragraphs as one line each; items and headings stand for themselves."""
    blocks: list[str] = []
    open_block = False
    for line in text.split("\n"):
        if not line.strip() or _TAGS.fullmatch(line):
            open_block = False
            continue
        starts = _ITEM.match(line) is not None
        words = _plain(_MARKS.sub("", line))
        if open_block and not starts:
            blocks[-1] += f" {words}"
        else:
            blocks.append(words)
        open_block = not line.lstrip().startswith("#")
    return blocks


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", line)
    line = _WIKI.sub(lambda match: match[2] or match[1], line)
    line = _URL.sub("", line)
    line = re.sub(r"(?<!\w)[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?!\w)", "", line)
    return " ".join(line.split())


def _split(block: str) -> list[str]:
    parts: list[str] = []
    for part in _END.split(block):
        if parts and len(parts[-1]) < MAX_CHARACTERS and _ABBREVIATION.search(parts[-1][-16:]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return [part.strip() for part in parts if part.strip()]
