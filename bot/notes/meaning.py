"""What a direct message means: a word for the bot, a typed command, or a note. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    NOTE = "note"
    HELP = "help"
    STOP = "stop"
    START = "start"
    UNDO = "undo"
    COMMAND = "command"
    GREETING = "greeting"
    CHECK_IN = "check-in"


@dataclass(frozen=True, slots=True)
class Meaning:
    """``rest`` is what follows the word: a command's options, a check-in's amount."""

    verb: Verb
    command: str = ""
    rest: str = ""


_WORDS = {
    Verb.HELP: {"help", "help me", "?", "commands", "what can you do", "how does this work"},
    Verb.STOP: {"stop", "stop it", "unsubscribe", "quiet", "be quiet"},
    Verb.START: {"start", "resume"},
    Verb.UNDO: {"undo", "undo that", "oops", "delete that", "remove that"},
    Verb.GREETING: {"hi", "hello", "hey", "hi there", "hello there", "good morning", "thanks", "thank you", "test"},
}
_BY_WORD = {word: verb for verb, words in _WORDS.items() for word in words}
_COMMAND = re.compile(r"/([a-z][a-z0-9_-]{1,31})(?:\s+(.*))?", re.DOTALL)
_CHECK_IN = re.compile(r"(done|skip|skipped|did it|yes)(?:[\s:,]+(.{1,80}))?", re.IGNORECASE)


def understand(text: str, commands: frozenset[str], *, bare: bool = True) -> Meaning:
    """The meaning of a message. ``commands`` are the names of the bot's own; ``bare``: nothing is attached to it.

    Whatever is not surely something else is a note: a note too many is undone with a tap, one too few is lost.
    """
    tidy = " ".join(text.split())
    if not bare or not tidy:
        return Meaning(Verb.NOTE)
    command = _COMMAND.fullmatch(text.strip())
    if command and command[1] in commands:
        return Meaning(Verb.COMMAND, command[1], (command[2] or "").strip())
    if verb := _BY_WORD.get(tidy.casefold().rstrip("?!. ") or tidy):
        return Meaning(verb)
    check_in = _CHECK_IN.fullmatch(tidy)
    if check_in:
        return Meaning(Verb.CHECK_IN, check_in[1].casefold(), check_in[2] or "")
    return Meaning(Verb.NOTE)
