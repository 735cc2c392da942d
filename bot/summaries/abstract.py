"""A summary in a model's own words: long input is split, each part summarised, and the summaries merged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from bot.summaries.model import Line, Piece
from bot.summaries.sentences import sentences
from bot.summaries.writers import Writer, WriterError

MAX_LINES, MAX_LINE = 8, 500
PART_TOKENS, WHOLE_TOKENS = 200, 300
MAX_CHARS = 200_000
ROUNDS = 4
"""Enough to merge the parts of MAX_CHARS: a part's summary is several times shorter than the part."""
SYSTEM = (
    "You summarise somebody's own notes. Say in at most five short sentences what they say, in the language of the "
    "notes. Add nothing that is not in them."
)
MERGE = "These are summaries of parts of somebody's notes. Say in at most five short sentences what they say together."

Told = Callable[[int, int], Awaitable[None]]
"""How far it is: parts done, parts in all."""


async def abstract(pieces: Sequence[Piece], writer: Writer, told: Told) -> list[Line]:
    """The lines of the summary. Raises WriterError, also when the model wrote nothing of use."""
    long = sum(len(piece.text) for piece in pieces)
    if long > MAX_CHARS:
        raise WriterError(
            f"That is {long:,} characters, and a model here reads {MAX_CHARS:,} at most. Choose fewer notes, or let "
            "sentences be picked out of them.",
            again=False,
        )
    parts = split([f"{piece.title}\n{piece.text}" for piece in pieces], writer.room)
    for number in range(ROUNDS):
        last = len(parts) == 1
        system = SYSTEM if number == 0 else MERGE
        made = []
        for done, part in enumerate(parts):
            await told(done, len(parts))
            made.append(tidy(await writer.write(system, part, WHOLE_TOKENS if last else PART_TOKENS)))
        if last:
            break
        parts = split(["\n".join(one) for one in made], writer.room)
    only = pieces[0].note_id if len(pieces) == 1 else None
    lines = [Line(text, only) for text in made[0][:MAX_LINES]]
    if not lines:
        raise WriterError("The model wrote nothing of use.")
    return lines


def split(texts: Sequence[str], room: int) -> list[str]:
    """The texts together, in parts of at most ``room`` characters, cut at paragraphs or sentences where possible."""
    parts: list[str] = []
    for text in texts:
        for chunk in _chunks(text, room):
            if parts and len(parts[-1]) + 2 + len(chunk) <= room:
                parts[-1] += f"\n\n{chunk}"
            else:
                parts.append(chunk)
    return parts or [""]


def _chunks(text: str, room: int) -> list[str]:
    chunks = []
    rest = text.strip()
    while len(rest) > room:
        cut = max(rest.rfind("\n\n", 0, room), rest.rfind(". ", 0, room) + 1, rest.rfind(" ", room // 2, room))
        cut = cut if cut > room // 4 else room
        chunks.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [chunk for chunk in [*chunks, rest] if chunk]


def tidy(text: str) -> list[str]:
    """What a model wrote, as sentences, without the words that models like to begin with."""
    words = text.strip().removeprefix("Summary:").strip()
    found = sentences(words) or ([words] if words else [])
    return [one[:MAX_LINE] for one in found]
