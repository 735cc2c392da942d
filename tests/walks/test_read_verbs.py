"""The verbs of a book's cards that the way through a book does not meet, and the last of a note's."""

from __future__ import annotations

from bot.client import InklingBot
from bot.reading.model import Step
from tests.walks.hand import Hand
from tests.walks.notebook import pressed
from tests.walks.people import Person, buttons, is_private, words

CONTENTS = "1. Trees\n2. Hashing"


async def test_a_books_name_contents_and_limit_are_changed(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    reading = hand_bot.services.reading
    book = await reading.start(alice.id, "Databasis", CONTENTS)
    await reading.preface(alice.id, book.id, "", "", "")
    for label, text, said in (
        ("Rename", "Databases", "Databases"),
        ("Contents", f"{CONTENTS}\n3. Logs", "0 of 3 chapters"),
        ("Limit", "2 a day", "limit: 2 a day"),
    ):
        more = await hand.press(alice, await hand.run(alice, "read now"), "More")
        form, fields = await alice.form(more, label)
        await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: text}))
        assert said in words(hand.fresh(alice, more))


async def test_questions_and_terms_are_asked_removed_and_brought_back(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    reading = hand_bot.services.reading
    book = await reading.start(alice.id, "Databases", CONTENTS)
    book = await reading.preface(alice.id, book.id, "", "", "")
    chapter = book.chapter
    assert chapter is not None
    for step in (Step.SCAN, Step.SKIM, Step.READ):
        await reading.steps.advance(alice.id, book.id, chapter.id, step)
    await reading.steps.cannot_say(alice.id, book.id, chapter.id)
    card = await hand.press(alice, await hand.run(alice, "read now"), "Later")
    assert "Hashing" in words(card)
    await reading.steps.write_notes(alice.id, book.id, chapter.id, "Trees keep their keys in order.", 77)
    await reading.steps.go_to(alice.id, book.id, chapter.id)
    card = await hand.run(alice, "read now")
    form, fields = await alice.form(card, "Ask")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "Why trees?"}))
    listed = await hand.press(alice, hand.fresh(alice, card), "Questions (1)")
    await hand.acked(await hand.choose(alice, listed, "1", menu="read:question"))
    ticked = await hand.press(alice, hand.fresh(alice, listed), "Tick off")
    again = await hand.press(alice, ticked, "Open again")
    gone = await hand.press(alice, again, "Remove")
    assert "Removed: Why trees?" in words(gone)
    assert "Tick off" in buttons(await hand.press(alice, gone, "Undo"))

    glossary = await hand.press(alice, await hand.run(alice, "read now"), "Glossary")
    form, fields = await alice.form(glossary, "Add")
    filled = {fields[0]["custom_id"]: "B-tree", fields[1]["custom_id"]: "A wide tree"}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, filled))
    await hand.acked(await hand.choose(alice, hand.fresh(alice, glossary), "1", menu="read:term"))
    gone = await hand.press(alice, hand.fresh(alice, glossary), "Remove")
    assert "Removed: B-tree" in words(gone)
    assert "A wide tree" in words(await hand.press(alice, gone, "Undo"))

    more = await hand.press(alice, await hand.run(alice, "read now"), "More")
    summary = await alice.answer(await alice.press(more, "Summary"), "Trees keep their keys in order.")
    assert is_private(summary)
    draft = await hand.press(alice, more, "Publish")
    asked = await alice.press(draft, "As a file")
    given = await hand.discord.wait_for(lambda: [a for m in alice.answers(asked) for a in m["attachments"]])
    assert [a["filename"] for a in given or ()] == ["databases.md"]


async def test_a_notes_text_and_further_pages_of_tasks(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    text = "The plan\n" + "\n".join(f"- [ ] task {number}" for number in range(8))
    note = await pressed(alice, await hand.run(alice, "notes add", text=text), "Open")
    asked = await alice.press(note, "Text")
    given = await hand.discord.wait_for(lambda: [a for m in alice.answers(asked) for a in m["attachments"]])
    assert [a["filename"] for a in given or ()] == ["note-1.md"]
    first = await hand.run(alice, "notes tasks")
    assert "task 5" in words(first) and "task 6" not in words(first)
    assert "task 7" in words(await hand.press(alice, first, "More"))
