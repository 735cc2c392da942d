"""What a note's text points to: files by name or path, other notes by title or path. Pure, in linear time.

In a note here, ``![a picture](name.png)`` names one of the note's own files; in a folder of Markdown that is a path.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from bot.notes.markup import without_code

_MARKDOWN = re.compile(
    r"(?P<embed>!?)\[(?P<label>[^\[\]\n]{0,500})\]"
    r"\((?:<(?P<angled>[^<>\n]{1,1000})>|(?P<plain>[^()<>\s]{1,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3}))"
    r"(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
)
_WIKI = re.compile(r"(?P<embed>!?)\[\[(?P<target>[^\[\]|\n]{1,300})(?:\|(?P<label>[^\[\]\n]{0,300}))?\]\]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


@dataclass(frozen=True, slots=True)
class Reference:
    """``target`` is unquoted and without a fragment; ``wiki`` for [[…]], ``embed`` with an exclamation mark before."""

    target: str
    label: str
    fragment: str
    wiki: bool
    embed: bool


def rewritten(text: str, change: Callable[[Reference], str | None]) -> str:
    """The text with each reference exchanged for what ``change`` gives; None leaves it. Code and addresses stay."""
    bare = without_code(text)
    found = [(match, reference) for match in _MARKDOWN.finditer(bare) if (reference := _markdown(match)) is not None]
    found += [(match, _wiki(match)) for match in _WIKI.finditer(bare)]
    parts, end = [], 0
    for match, reference in sorted(found, key=lambda pair: pair[0].start()):
        new = change(reference) if match.start() >= end else None
        if new is not None:
            parts += [text[end : match.start()], new]
            end = match.end()
    return "".join((*parts, text[end:]))


def _markdown(match: re.Match[str]) -> Reference | None:
    target = match["angled"] or match["plain"]
    if _SCHEME.match(target):
        return None
    path, _, fragment = target.partition("#")
    return Reference(unquote(path.partition("?")[0]), match["label"], fragment, wiki=False, embed=bool(match["embed"]))


def _wiki(match: re.Match[str]) -> Reference:
    path, _, fragment = match["target"].strip().partition("#")
    return Reference(path.strip(), match["label"] or "", fragment, wiki=True, embed=bool(match["embed"]))


def link(label: str, target: str, *, embed: bool) -> str:
    """A Markdown link to a path, written so that every program reads it."""
    words = label.replace("[", "(").replace("]", ")").replace("\n", " ")
    return f"{'!' if embed else ''}[{words}]({quote(target, safe='/._-~!$&+,;=:@')})"


def within(folder: str, path: str) -> str | None:
    """A relative path seen from ``folder``, as a path from the root; None when it leads out."""
    joined = posixpath.normpath(posixpath.join(folder, path.replace("\\", "/")))
    return None if joined.startswith(("..", "/")) else joined


class Places:
    """Finds what a reference means among paths: by path from the note, by path from the root, or by a name that is
    there once, as Obsidian does."""

    def __init__(self, paths: Mapping[str, str] | list[str]) -> None:
        self._exact = {path: path for path in paths}
        self._folded: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        for path in self._exact:
            self._folded.setdefault(path.casefold(), path)
            self._by_name.setdefault(posixpath.basename(path).casefold(), path)

    def find(self, folder: str, target: str) -> str | None:
        for start in (folder, ""):
            path = within(start, target)
            if path is not None and (found := self._exact.get(path) or self._folded.get(path.casefold())):
                return found
        return self._by_name.get(posixpath.basename(target).casefold())
