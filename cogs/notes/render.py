"""All the wording and layout of the notebook's messages. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.media.models import NO_READERS, Readers
from bot.notes.markup import tasks_of
from bot.notes.model import Captured, Kind, Note, NoteFile, Place
from bot.notes.query import EXAMPLE
from bot.notes.search import Hit, Hits
from bot.notes.search_store import CLOSE, OPEN
from cogs.cards import CALM, INK, MAX_TEXT, fitted

MAX_SHOWN = 1800
"""Characters of a note's text shown on its card."""
MAX_LINE = 90
MAX_TAGS = 160
PAGE = 6
"""Notes on a page of a list."""
WHERE = {
    Place.NOTES: "Notes",
    Place.ARCHIVE: "Archive",
    Place.TRASH: "Trash",
}
EMPTY = {
    Place.NOTES: "No notes yet. Write to me in a direct message, or use `/notes add`.",
    Place.ARCHIVE: "Nothing is archived.",
    Place.TRASH: "The trash is empty.",
}
FIRST = "Kept as a note, here on this machine. From now on a ✅ says so. `undo` takes the last one back."
STRANGER = "What you write here is not kept."
HELP_HINT = "That arrived as text. Type `/` and choose **{}** from the list that opens."
UNDONE = "Taken back. It is in the trash for 30 days."
UNDONE_PART = "Taken out of the note."
NOTHING_TO_UNDO = "There is nothing to take back."
NO_OCR = "-# its words are not read: no text recognition is installed here"
GIVEN_UP = "That could not be kept, although I tried several times. It is still here; please send it once more."


def button(
    label: str, verb: str, *key: object, style: discord.ButtonStyle = discord.ButtonStyle.secondary, off: bool = False
) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, style=style, custom_id=":".join(("notes", verb, *map(str, key))), disabled=off)


def stopped(reminders: int) -> str:
    if not reminders:
        return "I write to you only when you write to me: nothing is switched on that I could stop."
    what = "1 reminder does" if reminders == 1 else f"{reminders} reminders do"
    return f"Stopped: {what} not come any more. `start` brings them back, `/remind list` shows them. Notes go on."


def started(reminders: int) -> str:
    if not reminders:
        return "I am here. What you write becomes a note."
    return "Your reminder comes again." if reminders == 1 else f"Your {reminders} reminders come again."


def plain(text: str) -> ui.LayoutView:
    return _card([text], [])


def first_note(captured: Captured) -> ui.LayoutView:
    return _card([FIRST], [[button("Undo", "undo", captured.note_id)]])


def heard(note_id: int, texts: Sequence[tuple[float | None, str]]) -> ui.LayoutView:
    """What was said in a recording that came by direct message."""
    lines = [f"`{clock(start or 0.0)}` {discord.utils.escape_markdown(text)}" for start, text in texts]
    said: list[str] = []
    length = 0
    for line in lines:
        length += len(line) + 1
        if length > MAX_SHOWN:
            said.append(f"-# and {len(lines) - len(said)} more")
            break
        said.append(line)
    return _card(said, [[button("Open", "open", note_id)]], colour=CALM)


def typed_wish(message_id: int) -> ui.LayoutView:
    """The answer to an ``/imagine`` that arrived as text."""
    draw = button("Draw it", "draw", message_id, style=discord.ButtonStyle.primary)
    return _card(["That arrived as text, and I can draw it all the same."], [[draw]])


def taken_back(note: Note) -> ui.LayoutView:
    return _card([UNDONE], [[button("Restore", "restore", note.id)]])


def saved(note: Note, missed: Sequence[str], *, again: bool = False) -> ui.LayoutView:
    """The private answer to a form or a menu."""
    head = "Already in your notes" if again else "Saved"
    lines = [f"{head}: **{shorten(note.title)}**", *(f"-# {line}" for line in missed)]
    return _card(lines, [[button("Open", "open", note.id), button("Undo", "undo", note.id)]])


def shorten(text: str, longest: int = MAX_LINE) -> str:
    """On one line, with nothing in it that Discord would format; with that it is hardly longer than ``longest``."""
    words, room = " ".join(text.split()), longest
    while True:
        shown = discord.utils.escape_markdown(words if len(words) <= room else words[: room - 1].rstrip() + "…")
        if len(shown) <= longest * 4 // 3 or room < 4:
            return shown
        room = room * 3 // 4


def file_line(file: NoteFile) -> str:
    marks = {Kind.IMAGE: "🖼", Kind.AUDIO: "🎙", Kind.VIDEO: "🎬", Kind.FILE: "📎"}
    size = f"{file.size / 1e6:.1f} MB" if file.size >= 100_000 else f"{max(1, round(file.size / 1000))} kB"
    length = f", {clock(file.duration_seconds)}" if file.duration_seconds else ""
    return f"{marks[file.kind]} {shorten(file.name, 60)} ({size}{length})"


def found_in(file: NoteFile, readers: Readers) -> list[str]:
    """What is written or said in a file, or why that is not known, in one small line."""
    sounds = file.kind in (Kind.AUDIO, Kind.VIDEO)
    if file.text:
        return [f"-# {'“' if sounds else 'reads “'}{shorten(file.text, 240)}”"]
    if file.kind is Kind.FILE or file.state == "read":
        return []
    if file.state == "failed":
        return ["-# nothing could be understood in it" if sounds else "-# its words could not be read"]
    if not (readers.speech if sounds else readers.pictures):
        return ["-# no transcript: no speech recognition is installed here"] if sounds else [NO_OCR]
    return ["-# is being listened to" if sounds else "-# is being read"]


def clock(seconds: float) -> str:
    """83.2 -> 1:23"""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def about(note: Note) -> str:
    """Where it is, its tags and its age, in one small line."""
    parts = [WHERE[note.place]] if note.place is not Place.NOTES else []
    parts += [f"📓 {shorten(note.notebook, 40)}"] if note.notebook else []
    parts += [f"mood: {shorten(note.mood, 30)}"] if note.mood else []
    parts += [" ".join(f"#{tag}" for tag in note.tags[:8])[:MAX_TAGS]] if note.tags else []
    parts.append(f"<t:{int(note.created_utc)}:R>")
    if note.version > 1:
        parts.append(f"version {note.version}")
    return " · ".join(parts)


def card(note: Note, pictures: Sequence[str] = (), readers: Readers = NO_READERS) -> ui.LayoutView:
    """A note with what can be done with it. ``pictures`` are names of files sent along."""
    head = f"{'📌 ' if note.pinned else ''}**{shorten(note.title)}**"
    body = note.body if len(note.body) <= MAX_SHOWN else note.body[: MAX_SHOWN - 1].rstrip() + "…"
    lines = [head] if body.strip() == note.title or not body.strip() else [head, body]
    if len(note.body) > MAX_SHOWN:
        lines.append(f"-# {len(note.body):,} characters in all. Text gives you the whole as a file.")
    last = [f"-# {about(note)}", *([f"-# {note.source[:300]}"] if note.source else [])]
    files = [line for file in note.files[:10] for line in (file_line(file), *found_in(file, readers))]
    if files:
        lines.append(fitted(files, MAX_TEXT - len("\n".join([*lines, *last])) - 2))
    lines += last
    return _card(lines, _verbs(note), pictures=pictures)


def _verbs(note: Note) -> list[list[ui.Button[ui.LayoutView]]]:
    if note.place is Place.TRASH:
        return [[button("Restore", "restore", note.id), button("Versions", "versions", note.id)]]
    first = [
        button("Edit", "edit", note.id, style=discord.ButtonStyle.primary),
        button("Unpin" if note.pinned else "Pin", "pin", note.id, int(not note.pinned)),
        button("Unarchive" if note.archived else "Archive", "archive", note.id, int(not note.archived)),
        button("Trash", "trash", note.id),
    ]
    second = [button("Text", "text", note.id)]
    if note.files:
        second.append(button("Files", "files", note.id))
    if note.version > 1:
        second.append(button("Versions", "versions", note.id))
    second.append(button("Links", "links", note.id))
    if tasks_of(note.body):
        second.append(button("Tasks", "todo", note.id))
    third = [
        ui.Button[ui.LayoutView](label="Summary", custom_id=f"sum:note:{note.id}"),
        ui.Button[ui.LayoutView](label="Review", custom_id=f"review:note:{note.id}"),
        button("Illustrate", "illustrate", note.id),
    ]
    return [first, second, third]


def listed(notes: Sequence[Note], place: Place, offset: int, *, more: bool, title: str | None = None) -> ui.LayoutView:
    """A page of notes, each with a button that opens it."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK)
    box.add_item(ui.TextDisplay(f"**{title or WHERE[place]}**"))
    if not notes:
        box.add_item(ui.TextDisplay(EMPTY[place] if offset == 0 else "That is all."))
    for note in notes:
        line = f"{'📌 ' if note.pinned else ''}{shorten(note.title)}\n-# {about(note)}"
        box.add_item(ui.Section(ui.TextDisplay(line), accessory=button("Open", "open", note.id)))
    row = []
    if offset or more:
        row += [
            button("Newer", "list", place.value, max(0, offset - PAGE), off=offset == 0),
            button("Older", "list", place.value, offset + PAGE, off=not more),
        ]
    if offset == 0:
        row += [button(WHERE[p], "list", p.value, 0, "go") for p in Place if p is not place]
    if row:
        box.add_item(ui.ActionRow(*row))
    view.add_item(box)
    return view


def hits(found: Hits, text: str, search_id: int, offset: int, note: str = "") -> ui.LayoutView:
    """A page of hits: where each matched, with the matched words marked, and a button that opens it."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK)
    count = f"{found.total} note{'' if found.total == 1 else 's'}" if found.total else "Nothing found"
    box.add_item(ui.TextDisplay(f"**{count}** for {shorten(text, 200)}" + (f"\n-# {note}" if note else "")))
    if not found.total:
        box.add_item(ui.TextDisplay(f"-# Fewer or other words may help. There are {EXAMPLE}."))
    for hit in found.hits:
        line = f"{'📌 ' if hit.note.pinned else ''}**{shorten(hit.note.title)}** · <t:{int(hit.note.created_utc)}:d>"
        said = marked(hit.snippet)
        line += f"\n-# {matched_in(hit)}{said}" if said else ""
        box.add_item(ui.Section(ui.TextDisplay(line), accessory=button("Open", "open", hit.note.id)))
    if offset or found.total > offset + PAGE:
        more = found.total > offset + PAGE
        pages = f"{offset // PAGE + 1} of {-(-found.total // PAGE)}"
        box.add_item(
            ui.ActionRow(
                button("Back", "search", search_id, max(0, offset - PAGE), off=offset == 0),
                button(pages, "search", search_id, offset, "here", off=True),
                button("More", "search", search_id, offset + PAGE, off=not more),
            )
        )
    if found.total > 1:
        box.add_item(ui.ActionRow(ui.Button(label="Summary", custom_id=f"sum:found:{search_id}")))
    view.add_item(box)
    return view


def matched_in(hit: Hit) -> str:
    """Where a hit matched, if not in the note's own text."""
    if hit.where == "speech":
        return f"in the recording{f' at {clock(hit.at_seconds)}' if hit.at_seconds is not None else ''}: "
    return {"pictures": "in the picture: ", "names": "in a name or a link: ", "meaning": "alike in meaning: "}.get(
        hit.where, ""
    )


def marked(snippet: str) -> str:
    """A snippet in one line, with what matched in bold."""
    words = " ".join(snippet.split())
    plain = discord.utils.escape_markdown(words[:400])
    if len(plain) > 480:
        plain = discord.utils.escape_markdown(words[:240])
    return plain.replace(OPEN, "**").replace(CLOSE, "**")


def _card(
    lines: Sequence[str],
    rows: Sequence[Sequence[ui.Button[ui.LayoutView]]],
    pictures: Sequence[str] = (),
    colour: discord.Colour = INK,
) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay(fitted(lines)))
    if pictures:
        box.add_item(ui.MediaGallery(*(discord.MediaGalleryItem(f"attachment://{name}") for name in pictures)))
    for row in rows:
        box.add_item(ui.ActionRow(*row))
    view.add_item(box)
    return view
