"""A book from its preface to the published post, over a real client."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from discord import SelectOption
from discord import ui as discord_ui

from bot.client import InklingBot
from cogs.read import publish, views, views_shelf
from tests.walks.hand import Hand
from tests.walks.people import Person, buttons, gallery, is_private, parts, words

CONTENTS = """Preface ix
Part I: Storage
1. Trees ........ 3
   1.1 B-trees 5
   1.2 Logs 20
2. Hashing ...... 41
Index 90"""


async def opened(hand: Hand, person: Person, path: str, **options: object) -> tuple[int, list[dict[str, Any]]]:
    """Types a command that opens a form: the form's id and its fields."""
    async with hand.discord.subscribe(person.id) as events:
        await hand.discord.slash(person.id, person.channel, path, options)
        while (event := await asyncio.wait_for(events.get(), 30))["t"] != "MODAL_OPEN":
            pass
    return int(event["d"]["id"]), [part["component"] for part in event["d"]["components"]]


async def begun(hand: Hand, person: Person, *, kind: str = "read", limit: str = "") -> dict[str, Any]:
    form, fields = await opened(hand, person, "read start", title="Databases")
    assert fields[0]["value"] == "Databases"
    return await hand.fill(person, form, fields, None, CONTENTS, None, [kind], limit or None)


async def sent(hand: Hand, person: Person, card: dict[str, Any], label: str, *values: object) -> dict[str, Any]:
    """Opens a form from a card, sends it; the card as it is then."""
    form, fields = await person.form(card, label)
    filled = {field["custom_id"]: value for field, value in zip(fields, values, strict=False) if value is not None}
    await hand.acked(await hand.discord.submit_modal(person.id, form, filled))
    return hand.fresh(person, card)


async def chosen(hand: Hand, person: Person, card: dict[str, Any], value: str, menu: str) -> dict[str, Any]:
    await hand.acked(await hand.choose(person, card, value, menu=menu))
    return hand.fresh(person, card)


def options(card: dict[str, Any], menu: str) -> dict[str, str]:
    """Label -> value of a menu's choices."""
    found = next(part for part in parts(card["components"]) if part["type"] == 3 and part["custom_id"].startswith(menu))
    return {option["label"]: option["value"] for option in found["options"]}


async def test_a_book_from_preface_to_published_post(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    card = await begun(hand, alice)
    assert is_private(card)
    for said in ("Databases", "The preface first", "2 chapters in 1 part with 2 headings", "1 Trees · p. 3"):
        assert said in words(card)
    card = await sent(hand, alice, card, "Write it down", "Engineers", "Storage", "In order")
    assert "1 Trees" in words(card) and "Scan." in words(card) and "1.1 B-trees" in words(card)
    assert "step 1 of 5 · p. 3–40 · 38 pages" in words(card)
    card = await hand.press(alice, card, "Next")
    assert "Skim." in words(card)
    card = await hand.press(alice, card, "Next")
    assert "Read." in words(card)
    await hand.restart()
    card = await hand.press(alice, card, "Next")
    assert "Close the book" in words(card) and "Next" not in buttons(card)
    card = await hand.press(alice, card, "Can't say it yet")
    assert "Read it once more" in words(card) and "1 to reread" in words(card)
    await hand.run(alice, "notes review")
    assert "What does “1 Trees” say?" in words(await hand.reminded(alice, "1 Trees"))
    card = await hand.press(alice, card, "Next")
    card = await sent(
        hand, alice, card, "Write notes", "A B-tree keeps a quorum of keys.", "Why so wide?\nWhat is a log?"
    )
    assert "Questions (2)" in buttons(card) and "to reread" not in words(card)
    card = await hand.press(alice, card, "Next")
    assert "2 Hashing" in words(card) and "1 of 2 chapters" in words(card)
    for _ in range(3):
        card = await hand.press(alice, card, "Next")
    card = await sent(hand, alice, card, "Write notes", "Hashing needs no quorum, and no B-tree.")
    assert "Came back in your notes:" in words(card) and "quorum" in words(card)
    asked = options(card, "read:question")
    one = await chosen(hand, alice, card, asked["Why so wide?"], "read:question")
    one = await sent(hand, alice, one, "Answer", "Disks read whole pages.")
    assert "Answered by 2 Hashing" in words(one)
    card = await hand.press(alice, one, "Card")
    one = await chosen(hand, alice, card, asked["What is a log?"], "read:question")
    one = await hand.press(alice, one, "Tick off")
    card = await hand.press(alice, one, "Card")
    glossary = await hand.press(alice, card, "Glossary")
    proposed = options(glossary, "read:propose")
    assert "quorum" in proposed
    term = await chosen(hand, alice, glossary, proposed["quorum"], "read:propose")
    glossary = await sent(hand, alice, term, "Write its meaning", None, "Enough of them to decide")
    assert "**quorum** · Enough of them to decide" in words(glossary)
    card = await hand.press(alice, glossary, "Card")
    card = await hand.press(alice, card, "Next")
    assert "Finished." in words(card) and "2 of 2 chapters" in words(card)

    draft = await hand.run(alice, "read publish")
    assert "2 chapters, 1 term, 1 answered question" in words(draft) and "No cover yet" in words(draft)
    form, fields = await alice.form(draft, "Draw a cover")
    assert "Databases" in fields[0]["value"] and "quorum" in fields[0]["value"]
    drawing = await hand.discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "a wide tree"})
    picture = await alice.picture(drawing)
    assert is_private(picture) and "a wide tree" in words(picture)
    draft = await hand.run(alice, "read publish", book="data")
    assert "With its cover" in words(draft)
    post = await alice.answer(await alice.press(draft, "Post here"), "read by")
    assert not is_private(post) and not post["mentions"]
    assert {a["filename"] for a in post["attachments"]} == {"databases.md", "cover.png"}
    assert len(gallery(post)) == 1
    found = next(a for a in post["attachments"] if a["filename"] == "databases.md")
    async with aiohttp.ClientSession() as session, session.get(found["url"]) as answer:
        text = await answer.text("utf-8")
    for said in (
        "![Databases](cover.png)",
        "## Who should read it\n\nEngineers",
        "### 1 Trees (p. 3–40)\n\nA B-tree keeps a quorum of keys.",
        "- **quorum**: Enough of them to decide",
        "**Why so wide?**\n\nDisks read whole pages. *(2 Hashing)*",
    ):
        assert said in text
    for query in ("tag:book/databases", "book:databases", "in:databases"):
        assert "2 notes" in words(await hand.run(alice, "notes search", query=query))
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "notes search", {"query": "book:d"}, "query")
    assert [choice["value"] for choice in offered] == ["book:databases"]


async def test_a_long_chapter_is_split_and_chapters_are_skipped_and_gone_back_to(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    card = await hand.press(alice, await begun(hand, alice), "Next")
    card = await sent(hand, alice, card, "Split")
    assert "1a 1.1 B-trees" in words(card) or "1a" in words(card)
    card = await hand.press(alice, card, "Join")
    assert "1 Trees" in words(card)
    card = await hand.press(alice, card, "Skip chapter")
    assert "2 Hashing" in words(card) and "1 skipped" in words(card)
    card = await hand.press(alice, card, "Back")
    assert "1 Trees" in words(card)
    listing = await hand.press(alice, card, "Chapters")
    chapter = next(value for label, value in options(listing, "read:goto").items() if "Hashing" in label)
    card = await chosen(hand, alice, listing, chapter, "read:goto")
    assert "2 Hashing" in words(card)


async def test_knowing_when_to_stop(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")
    card = await begun(hand, alice, limit="1 a day")
    assert "limit: 1 a day" in words(card)
    card = await hand.press(alice, card, "Next")
    for _ in range(3):
        card = await hand.press(alice, card, "Next")
    card = await sent(hand, alice, card, "Write notes", "Trees.")
    card = await hand.press(alice, card, "Next")
    assert "Enough for now" in words(card) and "What could you try out" in words(card)
    form, fields = await alice.form(card, "Practise")
    proposal = await hand.fill(alice, form, fields, "draw a B-tree", "tomorrow 18:00")
    assert "Practise: draw a B-tree (Databases)" in words(proposal)
    await hand.press(alice, proposal, "Save")
    one_more = await hand.press(alice, card, "One more chapter")
    assert "2 Hashing" in words(one_more)
    await hand.turn("2026-11-26 18:00")
    await hand.reminded(alice, "Practise: draw a B-tree")
    card = await hand.run(alice, "read now")
    more = await hand.press(alice, card, "More")
    stopped = await hand.press(alice, more, "Stop reading")
    assert "Knowing when to stop" in words(stopped)
    card = await hand.press(alice, stopped, "Go on reading")
    more = await hand.press(alice, card, "More")
    gone = await hand.press(alice, more, "Remove")
    assert "Off the shelf" in words(gone)
    assert "no book here yet" in words(await hand.run(alice, "read now"))
    await hand.press(alice, gone, "Bring back")
    assert "Databases" in words(await hand.run(alice, "read now"))


async def test_nothing_typed_is_lost_for_a_limit_that_cannot_be_read(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    card = await begun(hand, alice, limit="when I am bored")
    assert "2 chapters" in words(card) and "no limit that I understand" in words(card)


async def test_a_reference_book_is_looked_up(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    card = await begun(hand, alice, kind="reference")
    card = await hand.press(alice, card, "Next")
    assert "A reference book" in words(card)
    index = await sent(hand, alice, card, "Add", "anti joins: p. 91")
    assert "**anti joins** · p. 91" in words(index)
    found = await sent(hand, alice, index, "Look up", "logs")
    assert "**1.2 Logs** · p. 20, in 1 Trees" in words(found)
    index = await hand.press(alice, await hand.press(alice, found, "Card"), "Index")
    place = options(index, "read:place")["anti joins"]
    gone = await chosen(hand, alice, index, place, "read:place")
    assert "Removed: anti joins" in words(gone)
    assert "**anti joins** · p. 91" in words(await hand.press(alice, gone, "Undo"))


async def test_the_card_is_sent_to_the_direct_messages_and_works_there(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    more = await hand.press(alice, await begun(hand, alice), "More")
    await alice.answer(await alice.press(more, "Send to DM"), "It is there")
    (card,) = hand.direct(alice)
    home = Person(hand.discord, alice.id, int(card["channel_id"]))
    assert "Scan." in words(await hand.press(home, card, "Next"))


def filled(template: Any, fillings: dict[str, str]) -> str:
    """A custom id that the template matches."""
    custom_id = template.pattern
    for group in template.groupindex:
        start = custom_id.index(f"(?P<{group}>")
        custom_id = custom_id[:start] + fillings[group] + custom_id[custom_id.index(")", start) + 1 :]
    custom_id = custom_id.replace("(?::back)?", "").replace("(?::answered)?", "")
    custom_id = custom_id.replace(r"(?::\d)?", "").replace("?", "")
    assert template.fullmatch(custom_id), custom_id
    return str(custom_id)


async def test_somebody_elses_book_is_not_there(hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person) -> None:
    """Every button and menu of reading, pressed by somebody who got hold of its id."""
    card = await hand.press(alice, await begun(hand, alice), "Next")
    mine = await hand.run(alice, "read now")
    book, chapter = buttons(mine)["Next"].split(":")[2:4]
    shelf = hand_bot.services.reading.shelf
    await shelf.ask(alice.id, int(book), int(chapter), "secret?")
    await shelf.keep_term(alice.id, int(book), "secret", "hidden")
    await shelf.add_places(alice.id, int(book), "secret: p. 1")
    before = await hand_bot.services.reading.reading(alice.id, int(book))
    question = str(before.questions[0].id)
    ids = {
        "book": book,
        "chapter": chapter,
        "step": "scan",
        "offset": "0",
        "question": question,
        "term": "secret",
        "number": "1",
    }
    channel: Any = hand_bot.get_channel(bob.channel)
    values = {"read:term": str(before.terms[0].id), "read:place": "1", "read:goto": chapter, "read:question": question}
    for kind in (*views.BUTTONS, *views_shelf.BUTTONS, *publish.BUTTONS):
        custom_id = filled(kind.__discord_ui_compiled_template__, {**ids, "bare": ":bare"})
        is_menu = custom_id.rsplit(":", 1)[0] in (*values, "read:propose")
        if is_menu:
            value = values.get(custom_id.rsplit(":", 1)[0], "secret")
            forged = discord_ui.View(timeout=None).add_item(
                discord_ui.Select(custom_id=custom_id, options=[SelectOption(label="x", value=value)])
            )
        else:
            forged = discord_ui.View(timeout=None).add_item(discord_ui.Button(label="Forged", custom_id=custom_id))
        sent_message = await channel.send(view=forged)
        if is_menu:
            pressed = await hand.discord.select(bob.id, sent_message.id, custom_id, [value])
        else:
            pressed = await hand.discord.press(bob.id, sent_message.id, custom_id)
        refusal = await bob.answer(pressed, "not here")
        assert is_private(refusal) and "hidden" not in words(refusal)
    assert await hand_bot.services.reading.reading(alice.id, int(book)) == before
    assert "no book here yet" in words(await hand.run(bob, "read now"))
    offered = await hand.discord.autocomplete(bob.id, bob.channel, "read now", {"book": ""}, "book")
    assert offered == []
    assert "Databases" in words(card)
