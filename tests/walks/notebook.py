"""What people do with their notes in a walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from tests.walks.people import Person, parts, words


def at_home(person: Person) -> Person:
    """The same person in their direct messages with the bot."""
    return Person(person.discord, person.id, person.discord.dm_channel(person.id))


def reactions(discord: Loopback, message_id: int | str) -> set[str]:
    return {item["emoji"]["name"] for item in discord.message(int(message_id)).get("reactions") or []}


async def write(person: Person, text: str = "", files: Sequence[tuple[str, bytes]] = (), **more: Any) -> dict[str, Any]:
    """Writes a direct message; returns it without waiting."""
    return await person.discord.send_message(person.id, person.channel, text, files=files, **more)


async def wrote(person: Person, text: str = "", files: Sequence[tuple[str, bytes]] = (), **more: Any) -> dict[str, Any]:
    """Writes a direct message and waits until it is said to be saved."""
    message = await write(person, text, files, **more)
    await person.discord.wait_for(lambda: "✅" in reactions(person.discord, message["id"]), 20)
    return message


async def said(person: Person, text: str, timeout: float = 30) -> dict[str, Any]:
    """The newest message in the channel that says ``text``, by anybody else."""

    def look() -> dict[str, Any] | None:
        others = [m for m in person.seen() if int(m["author"]["id"]) != person.id]
        return next((m for m in reversed(others) if text in words(m)), None)

    try:
        found = await person.discord.wait_for(look, timeout)
    except TimeoutError:
        shown = [words(m) for m in person.seen()]
        raise AssertionError(f"nobody says {text!r}; there is {shown}") from None
    assert found is not None
    return found


async def notes(person: Person, path: str = "recent", **options: object) -> dict[str, Any]:
    """Runs a command of /notes; its answer."""
    return await person.answer(await person.discord.slash(person.id, person.channel, f"notes {path}", options))


async def opened(person: Person, path: str = "recent", **options: object) -> dict[str, Any]:
    """The card of the first note in a list."""
    shown = await notes(person, path, **options)
    return await pressed(person, shown, "Open")


def all_buttons(message: dict[str, Any], label: str) -> list[str]:
    """The custom ids of every button of that label, in order."""
    found = (part for part in parts(message.get("components") or []) if part["type"] == 2 and not part.get("disabled"))
    return [part["custom_id"] for part in found if part["label"] == label]


async def pressed(person: Person, message: dict[str, Any], label: str) -> dict[str, Any]:
    """Presses a button that changes its own message; the message as it is then."""
    before = str(message["components"])
    await person.discord.press(person.id, int(message["id"]), all_buttons(message, label)[0])

    def look() -> dict[str, Any] | None:
        now = next(m for m in person.seen() if m["id"] == message["id"])
        return now if str(now["components"]) != before else None

    found = await person.discord.wait_for(look)
    assert found is not None
    return found


async def apart(bot: InklingBot) -> None:
    """Make the next message a note of its own: as if what was written before had been written earlier."""
    database = bot.services.notes._database  # the walk's own way to let time pass for one table
    async with database.transaction() as tx:
        await tx.execute("UPDATE note_messages SET sent_utc = sent_utc - 3600")
