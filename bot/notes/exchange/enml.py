"""Evernote's markup as Markdown. ENML is XHTML with five elements of its own:
https://dev.evernote.com/doc/articles/enml.php
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from markdownify import ATX, MarkdownConverter

from bot.notes.exchange.references import link

_INSTRUCTION = re.compile(r"<\?[^>]{0,1000}>|<!DOCTYPE[^>\[]{0,1000}>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")
_TASK = re.compile(r"^([ \t]*)(?:[-*+] )?(\[[ x]\]) ?", re.MULTILINE)


class _Converter(MarkdownConverter):
    """``media`` gives the name of the file with that hash and whether it is a picture, None when it is missing."""

    def __init__(self, media: Callable[[str], tuple[str, bool] | None], lost: Callable[[str], None]) -> None:
        super().__init__(heading_style=ATX, bullets="-", escape_asterisks=False, escape_underscores=False)
        self._media = media
        self._lost = lost

    def convert_en_media(self, element: Any, text: str, parent_tags: Any) -> str:
        found = self._media(str(element.get("hash", "")).lower())
        if found is None:
            self._lost("A file that a note shows is not in the export")
            return ""
        name, is_picture = found
        return link(name, name, embed=is_picture)

    def convert_en_todo(self, element: Any, text: str, parent_tags: Any) -> str:
        return f"[{'x' if element.get('checked') == 'true' else ' '}] {text}"

    def convert_en_crypt(self, element: Any, text: str, parent_tags: Any) -> str:
        self._lost("A passage that is encrypted in Evernote cannot be read")
        return "(encrypted in Evernote)"

    def convert_u(self, element: Any, text: str, parent_tags: Any) -> str:
        return text

    def convert_div(self, element: Any, text: str, parent_tags: Any) -> str:
        style = str(element.get("style", "")).replace(" ", "")
        if "-en-codeblock:true" in style:
            return f"\n\n```\n{element.get_text(chr(10)).strip()}\n```\n\n"
        return f"\n{text.strip()}\n" if text.strip() else "\n"


def to_markdown(enml: str, media: Callable[[str], tuple[str, bool] | None], lost: Callable[[str], None]) -> str:
    """The note's text. What cannot be said in Markdown is told to ``lost``."""
    soup = BeautifulSoup(f"<div>{_INSTRUCTION.sub('', enml)}</div>", "html.parser")
    for gone in soup(["script", "style", "noscript"]):
        gone.decompose()
    for bullet in soup.find_all("li"):
        style = str(bullet.get("style", "")).replace(" ", "")
        if "--en-checked:" in style:  # checklists of newer versions
            bullet.insert(0, "[x] " if "--en-checked:true" in style else "[ ] ")
    try:
        text = str(_Converter(media, lost).convert_soup(soup))
    except RecursionError:
        lost("A note's layout was nested too deeply and is kept as plain text")
        text = soup.get_text("\n")
    text = "\n".join(line.rstrip() for line in text.replace("\xa0", " ").split("\n"))
    return _TASK.sub(r"\1- \2 ", _BLANK_LINES.sub("\n\n", text)).strip()
