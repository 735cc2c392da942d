"""A note as a page of Markdown, as Obsidian and Joplin read it. Pure."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from bot.notes.exchange import frontmatter
from bot.notes.exchange.model import Parcel
from bot.notes.exchange.references import Reference, link, rewritten
from bot.notes.markup import fold, tags_of
from bot.notes.model import Kind

FILES_MARK = "<!-- files -->"
"""What follows it are the files that the text itself does not show."""


def to_page(parcel: Parcel, path: str, stems: Mapping[str, str], places: Sequence[str | None]) -> str:
    """The page that lies at ``path``.

    ``stems`` gives the name of the page that a folded title means, ``places`` the path of each of the note's files.
    """
    folder, stem = posixpath.split(path)
    stem = stem.removesuffix(".md")
    head = frontmatter.dump(
        {
            "title": parcel.title,
            "aliases": [parcel.title] if parcel.title and parcel.title != stem else [],
            "id": parcel.uid,
            "created": frontmatter.written(parcel.created_utc),
            "updated": frontmatter.written(parcel.updated_utc),
            "tags": list(tags_of(parcel.body)),
            "notebook": parcel.notebook,
            "mood": parcel.mood,
            "source": parcel.source,
            "pinned": parcel.pinned,
            "archived": parcel.archived,
            "trashed": frontmatter.written(parcel.trashed_utc) if parcel.trashed_utc is not None else None,
        }
    )
    named = {
        file.name: place
        for file, place in reversed(list(zip(parcel.files, places, strict=True)))
        if file.removed is None and place is not None
    }
    shown: set[str] = set()

    def change(found: Reference) -> str | None:
        if found.wiki:
            name = stems.get(fold(found.target))
            if name is None or found.embed or name == found.target:
                return None
            return f"[[{name}|{found.label or found.target}]]"
        place = named.get(found.target)
        if place is None:
            return None
        shown.add(place)
        return link(found.label, posixpath.relpath(place, folder or "."), embed=found.embed)

    body = rewritten(parcel.body, change)
    rest = []
    for file, place in zip(parcel.files, places, strict=True):
        if file.removed is None and place is not None and place not in shown:
            shown.add(place)
            embed = file.kind in (Kind.IMAGE, Kind.AUDIO, Kind.VIDEO)
            rest.append(link(file.name, posixpath.relpath(place, folder or "."), embed=embed))
    block = "\n\n".join(part for part in (body, "\n".join((FILES_MARK, *rest)) if rest else "") if part)
    return f"{head}\n{block}\n"


def without_files(body: str) -> tuple[str, str]:
    """A page's text, and the lines of its files."""
    text, mark, files = body.rpartition(f"{FILES_MARK}\n")
    if not mark or any(line.strip() and not line.lstrip("!").startswith("[") for line in files.splitlines()):
        return body, ""
    return text, files
