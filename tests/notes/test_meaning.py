from __future__ import annotations

import pytest

from bot.notes.meaning import Verb, understand

COMMANDS = frozenset({"imagine", "notes", "help"})


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("help", Verb.HELP),
        ("Help!", Verb.HELP),
        ("?", Verb.HELP),
        ("STOP.", Verb.STOP),
        ("undo", Verb.UNDO),
        ("hello there", Verb.GREETING),
        ("/imagine a red fox", Verb.COMMAND),
        ("/help", Verb.COMMAND),
        ("/etc/hosts is a file", Verb.NOTE),
        ("/unknown command", Verb.NOTE),
        ("done 20 min", Verb.CHECK_IN),
        ("done", Verb.CHECK_IN),
        ("done with the report, now the slides: " + "x" * 80, Verb.NOTE),
        ("help me remember the milk", Verb.NOTE),
        ("stop the washing machine at 5", Verb.NOTE),
        ("", Verb.NOTE),
        ("?!", Verb.NOTE),
        ("...", Verb.NOTE),
    ],
)
def test_meanings(text: str, verb: Verb) -> None:
    assert understand(text, COMMANDS).verb is verb


def test_what_has_something_attached_is_a_note() -> None:
    assert understand("help", COMMANDS, bare=False).verb is Verb.NOTE


def test_a_command_carries_its_words() -> None:
    meaning = understand("/imagine a red fox", COMMANDS)
    assert (meaning.command, meaning.rest) == ("imagine", "a red fox")
