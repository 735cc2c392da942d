"""A zip of Markdown as notes: one of ours, an Obsidian vault, or what Joplin exports as Markdown."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from bot.errors import BadRequest, OverLimit
from bot.notes.exchange import frontmatter
from bot.notes.exchange.archive import MAX_TEXTS_BYTES, Archive
from bot.notes.exchange.document import NOTEBOOK_FORMAT, VERSION, Document, from_beside, from_json
from bot.notes.exchange.layout import BESIDE, OURS, READABLE, TRASH, UNREAD
from bot.notes.exchange.model import MAX_NOTES, Enclosed, Haul, Losses, Parcel
from bot.notes.exchange.names import Names
from bot.notes.exchange.page import without_files
from bot.notes.exchange.references import Places, Reference, link, rewritten
from bot.notes.markup import fold, title_of, with_tags
from bot.notes.model import MAX_BODY, MAX_NOTEBOOK, Version

_UID = re.compile(r"[0-9a-f]{32}")
_KNOWN = frozenset(
    re.findall(
        r"\S+",
        "title id aliases alias created date updated modified tags tag notebook mood source pinned archived trashed due"
        " completed?",
    )
)


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    values: dict[str, Any]
    body: str
    sha256: str


class Vault:
    def __init__(self, archive: Archive, now_utc: float) -> None:
        self._archive = archive
        self._now = now_utc
        self._losses = Losses()
        self._root = _root(archive.entries)
        self._paths = {
            path[len(self._root) :]: path
            for path in archive.entries
            if path.startswith(self._root) and self._root != path
        }
        self._is_ours = f"{OURS}/format.json" in self._paths
        pages = [path for path in self._paths if path.lower().endswith((".md", ".markdown"))]
        self._pages = sorted(path for path in pages if not self._hidden(path))
        self._assets = sorted(path for path in self._paths if path not in pages and not self._hidden(path))
        self._page_places = Places(self._pages)
        self._asset_places = Places(self._assets)
        self._used: set[str] = set()
        self._read: dict[str, _Page] = {}

    def read(self, progress: Callable[[int, int], None]) -> Haul:
        """Every note of it. ``progress`` is told how many pages of how many are read.

        Raises BadRequest for what cannot be read, OverLimit for what is too large.
        """
        if self._is_ours:
            self._check_format()
        beside = self._beside() if self._is_ours else {}
        told = frontmatter.listed(beside.get("pages"))
        if not self._pages and not beside:
            raise BadRequest("There is no Markdown file in that zip, so there are no notes in it.")
        if len(self._pages) > MAX_NOTES:
            raise OverLimit(f"That zip holds {len(self._pages):,} notes; {MAX_NOTES:,} are the most at once.")
        for path in self._pages:
            self._read_page(path)
        parcels = []
        for number, path in enumerate(self._pages):
            progress(number, len(self._pages))
            if self._is_ours and READABLE in self._read[path].values:
                if self._read[path].sha256 not in told:
                    self._losses.add(UNREAD)
                continue
            parcels.append(self._parcel(path))
        self._count_removed(parcels)
        orphans = [] if self._is_ours else [path for path in self._assets if path not in self._used]
        if orphans:
            parcels.append(self._orphans(orphans))
        return Haul(parcels, self._losses, beside)

    def _beside(self) -> dict[str, Any]:
        path = f"{OURS}/{BESIDE}"
        if path not in self._paths:
            return {}
        return from_beside(self._archive.text(self._paths[path], MAX_TEXTS_BYTES), path)

    def _hidden(self, path: str) -> bool:
        """Programs keep their own things in folders that begin with a dot."""
        parts = path.split("/")
        if self._is_ours and parts[0] == TRASH:
            parts = parts[1:]
        return any(part.startswith(".") for part in parts)

    def _check_format(self) -> None:
        try:
            values = json.loads(self._archive.text(self._paths[f"{OURS}/format.json"]))
            is_known = values["format"] == NOTEBOOK_FORMAT and int(values["version"]) <= VERSION
        except (ValueError, KeyError, TypeError, RecursionError):
            is_known = False
        if not is_known:
            raise BadRequest("That zip was written by a newer Inkling, or changed since. Nothing was taken.")

    def _count_removed(self, parcels: list[Parcel]) -> None:
        documents = {path for path in self._paths if re.fullmatch(rf"{re.escape(OURS)}/[0-9a-f]{{32}}\.json", path)}
        for _ in documents - {f"{OURS}/{parcel.uid}.json" for parcel in parcels}:
            self._losses.add("A note whose page had been removed from the folder was left out")

    # ---- one page

    def _read_page(self, path: str) -> None:
        text = self._archive.text(self._paths[path])
        values, body = frontmatter.split(text)
        title = frontmatter.words(values.get("title")) or posixpath.splitext(posixpath.basename(path))[0]
        self._read[path] = _Page(title, values, body, hashlib.sha256(text.encode()).hexdigest())

    def _parcel(self, path: str) -> Parcel:
        page = self._read[path]
        uid = page.values.get("id")
        document = f"{OURS}/{uid}.json"
        if isinstance(uid, str) and _UID.fullmatch(uid) and document in self._paths:
            known = from_json(self._archive.text(self._paths[document], MAX_TEXTS_BYTES), document, self._opened)
            self._used.update(place for place in known.paths if place)
            for file in known.parcel.files:
                if file.open is None:
                    self._losses.add(f"{file.name} is not in the zip")
            if known.parcel.uid == uid and known.page == page.sha256:
                return known.parcel
            return self._changed(path, page, known)
        return self._foreign(path, page)

    def _opened(self, path: str) -> Callable[[], BinaryIO] | None:
        if path not in self._paths:
            return None
        self._used.add(path)
        return lambda: self._archive.open(self._paths[path])

    def _changed(self, path: str, page: _Page, known: Document) -> Parcel:
        """One of ours that was edited as a file: the edited text is its newest version."""
        parcel, values = known.parcel, page.values
        names = {
            place: file.name
            for file, place in zip(parcel.files, known.paths, strict=True)
            if place and file.removed is None
        }
        text, more = self._text(path, page.body, names)
        number = len(parcel.versions) + (text != parcel.body)
        versions = parcel.versions
        if text != parcel.body:
            versions = (*versions, Version(number, text, "edited as a file", self._now))
        return replace(
            parcel,
            versions=versions,
            updated_utc=self._now if text != parcel.body or more else parcel.updated_utc,
            files=(*parcel.files, *(replace(file, added=number) for file in more)),
            notebook=self._notebook(frontmatter.words(values.get("notebook"))),
            mood=frontmatter.words(values.get("mood"))[:MAX_NOTEBOOK],
            pinned=frontmatter.flag(values.get("pinned")),
            archived=frontmatter.flag(values.get("archived")),
        )

    def _foreign(self, path: str, page: _Page) -> Parcel:
        folder, title, values = posixpath.dirname(path), page.title, page.values
        text, files = self._text(path, page.body, {})
        if "completed?" in values:  # a to-do of Joplin's is a note as a whole
            due = frontmatter.moment(values.get("due"))
            day = f" due {frontmatter.written(due)[:10]}" if due is not None else ""
            text = f"- [{'x' if frontmatter.flag(values['completed?']) else ' '}] {title}{day}\n\n{text}".strip()
        elif fold(title_of(text)) != fold(title):
            text = f"# {title}\n\n{text}".rstrip()
        tags = [
            word.strip("#").replace(" ", "-") for key in ("tags", "tag") for word in frontmatter.listed(values.get(key))
        ]
        text = with_tags(text, " ".join(tags))
        if len(text) > MAX_BODY:
            raise OverLimit(f"{path} has {len(text):,} characters; a note has {MAX_BODY:,} at most. Nothing was taken.")
        for key in values.keys() - _KNOWN:
            self._losses.add(f"The property “{key[:40]}” has no place in a note here")
        modified = self._archive.modified_utc(self._paths[path])
        created = _first(values, "created", "date", otherwise=modified or self._now)
        given = frontmatter.words(values.get("id"))
        uid = given if _UID.fullmatch(given) else _uid("markdown", path if "created" not in values else title, created)
        return Parcel(
            uid=uid,
            title=title,
            versions=(Version(1, text, "imported", created),),
            created_utc=created,
            updated_utc=_first(values, "updated", "modified", otherwise=modified or created),
            notebook=self._notebook(frontmatter.words(values.get("notebook")) or _without_trash(folder)),
            mood=frontmatter.words(values.get("mood"))[:MAX_NOTEBOOK],
            source=frontmatter.words(values.get("source"))[:500],
            pinned=frontmatter.flag(values.get("pinned")),
            archived=frontmatter.flag(values.get("archived")),
            trashed_utc=frontmatter.moment(values.get("trashed")),
            files=tuple(files),
        )

    def _notebook(self, folder: str) -> str:
        name = " ".join(folder.split())
        if len(name) > MAX_NOTEBOOK:
            self._losses.add(f"The notebook “{name[:100]}” was shortened")
            name = name[-MAX_NOTEBOOK:].strip("/ ")
        return name

    # ---- what it points to

    def _text(self, path: str, body: str, names: dict[str, str]) -> tuple[str, list[Enclosed]]:
        """The text as it is kept here, and the files that it shows which are not in ``names`` (path -> name) yet."""
        text, rest = without_files(body.removeprefix("\n"))
        folder = posixpath.dirname(path)
        names = dict(names)
        taken = Names(list(names.values()))
        more: list[Enclosed] = []

        def attached(found: Reference) -> str | None:
            """The name of the file that it shows; None when it shows none."""
            place = self._asset_places.find(folder, found.target)
            if place is None:
                return None
            if place not in names:
                base, suffix = posixpath.splitext(posixpath.basename(place))
                names[place] = taken.take(base, suffix)
                more.append(Enclosed(names[place], self._opened(place)))
            return names[place]

        def change(found: Reference) -> str | None:
            page = self._page_places.find(folder, found.target + (".md" if found.wiki else ""))
            if page is not None:
                return _to_note(found, self._read[page].title)
            name = attached(found)
            if name is not None:
                return link(found.label if not found.wiki else name, name, embed=found.embed)
            if found.embed:
                self._losses.add(f"{posixpath.basename(found.target)[:80]} is shown in a note and is not in the zip")
            return None

        text = rewritten(text, change)
        rewritten(rest, lambda found: attached(found) and None)
        return text.rstrip("\n"), more

    def _orphans(self, paths: list[str]) -> Parcel:
        """The files that no note shows: kept in a note of their own, so that none is lost."""
        names = Names()
        files = tuple(
            Enclosed(names.take(*posixpath.splitext(posixpath.basename(path))), self._opened(path)) for path in paths
        )
        self._losses.add(f"{len(paths)} files that no note shows are in a note of their own")
        uid = _uid("orphans", "\n".join(paths), 0.0)
        version = Version(1, "Imported files", "imported", self._now)
        return Parcel(uid, "Imported files", (version,), self._now, self._now, files=files)


def _to_note(found: Reference, title: str) -> str | None:
    """A link to a note by its title; a heading in it or a folder before it stays as what is shown."""
    if found.wiki and found.target == title and not found.fragment:
        return None
    plain = f"{found.target}{'#' + found.fragment if found.fragment else ''}" if found.wiki else title
    shown = found.label or plain
    name = title.replace("[", "(").replace("]", ")").replace("|", "-")
    return f"{'!' if found.embed else ''}[[{name}{'' if fold(shown) == fold(title) else f'|{shown}'}]]"


def _root(entries: Any) -> str:
    """The folder that holds all of it, with a slash; empty when that is the zip itself."""
    for path in entries:
        if path == f"{OURS}/format.json" or path.endswith(f"/{OURS}/format.json"):
            return str(path.removesuffix(f"{OURS}/format.json"))
    tops = {path.partition("/")[0] for path in entries}
    if len(tops) != 1 or not all("/" in path for path in entries):
        return ""
    (top,) = tops
    inside = [path[len(top) + 1 :] for path in entries]
    holds_folders = any(path.startswith(("_resources/", ".obsidian/")) for path in inside)
    return f"{top}/" if holds_folders or all("/" in path for path in inside) else ""


def _without_trash(folder: str) -> str:
    return "" if folder == TRASH else folder.removeprefix(f"{TRASH}/")


def _first(values: dict[str, Any], *keys: str, otherwise: float) -> float:
    found = (frontmatter.moment(values.get(key)) for key in keys)
    return next((moment for moment in found if moment is not None), otherwise)


def _uid(*parts: object) -> str:
    """The same note, imported again, has the same."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]
