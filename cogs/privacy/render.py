"""The wording of ``/privacy``. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.privacy.model import Held, Room
from cogs.cards import CALM, View, card, menu
from cogs.words import counted, listed

EVERYTHING = "everything"
WORD = "erase"
TITLES = {
    Room.PICTURES: "Pictures",
    Room.NOTES: "Notes",
    Room.HABITS: "Habits",
    Room.REMINDERS: "Reminders",
    Room.CLOCK: "Your clock",
}
_NAMED = {
    "entry": ("entry", "entries"),
    "books": ("book", "books"),
    "review": ("review card", "review cards"),
    "summaries": ("summary", "summaries"),
    "clock": ("time zone", ""),
}
_MEANS = {
    Room.PICTURES: "pictures, their words and files",
    Room.NOTES: "notes, files, books, cards, summaries",
    Room.HABITS: "habits, all entries, their reminders",
    Room.REMINDERS: "reminders that you set yourself",
    Room.CLOCK: "time zone, day's begin, quiet hours",
}
_WHO = (
    "-# All of it lies on the machine that I run on, and whoever runs me can read it there. What I answer “only you can"
    " see” nobody else is shown; what stands in a channel everybody there sees, and Discord keeps it.",
    "-# Take it along first: `/notes export`, and Export below the charts of `/habit stats`. Nothing goes to other"
    " machines, but notes that you have summed up by a model elsewhere, if you chose one.",
)
_LEFT = (
    "-# Messages that I posted in channels stay until they are deleted there. What others made from your pictures is"
    " theirs. What today's pictures cost still counts until tomorrow, without their words."
)


def overview(held: Held) -> View:
    if held.is_nothing:
        return card(["### What I keep about you", "Nothing yet.", *_WHO[:1]], colour=CALM)
    lines = [f"**{TITLES[room]}** · {spoken(counts)}" for room, counts in held.rooms.items()]
    options = [
        discord.SelectOption(label=TITLES[room], value=room.value, description=_MEANS[room]) for room in held.rooms
    ]
    options.append(discord.SelectOption(label="Everything", value=EVERYTHING, description="all of the above"))
    return card(["### What I keep about you", *lines, *_WHO], [menu("privacy:erase", "Erase for good…", options)])


def spoken(counts: Mapping[str, int]) -> str:
    """ "3 pictures and 5 requests"."""
    return listed([counted(number, *_NAMED.get(name, (name,))) for name, number in counts.items()])


def question(held: Held) -> str:
    what = listed([spoken(counts) for counts in held.rooms.values()])
    return f"This erases {what} from this machine. It cannot be undone."


def erased(held: Held) -> View:
    if held.is_nothing:
        return card(["There was nothing to erase."], colour=CALM)
    what = listed([spoken(counts) for counts in held.rooms.values()])
    return card([f"Erased: {what}.", _LEFT], colour=CALM)
