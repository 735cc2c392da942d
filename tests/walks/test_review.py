"""A review session in direct messages, over a real client with a clock turned by hand."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.client import InklingBot
from bot.review.model import Rating
from tests.walks.hand import Hand
from tests.walks.notebook import pressed
from tests.walks.people import Person, buttons, is_private, words


async def learning(hand: Hand, bot: InklingBot, person: Person, terms: int) -> int:
    """A book with terms; its id."""
    reading = bot.services.reading
    book = await reading.start(person.id, "Databases", "1. Trees")
    for number in range(terms):
        await reading.shelf.keep_term(person.id, book.id, f"term {number}", f"meaning {number}")
    return book.id


def at_home(hand: Hand, person: Person, card: dict[str, Any]) -> Person:
    return Person(hand.discord, person.id, int(card["channel_id"]))


async def test_a_session_in_direct_messages_with_undo(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await learning(hand, hand_bot, alice, 3)
    answer = await hand.run(alice, "notes review")
    assert is_private(answer) and "direct messages" in words(answer)
    (card,) = hand.direct(alice)
    home = at_home(hand, alice, card)
    assert "1 of 3 today · Databases" in words(card) and "term 0" in words(card)
    assert "meaning" not in words(card)
    card = await hand.press(home, card, "Show")
    assert "meaning 0" in words(card)
    assert list(buttons(card)) == ["Again · 1 min", "Hard · 6 min", "Good · 10 min", "Easy · 8 d"]
    card = await hand.press(home, card, "Easy · 8 d")
    assert "Easy: it comes again in 8 d" in words(card) and "2 of 3 today" in words(card)
    card = await hand.press(home, card, "Undo")
    assert "meaning 0" in words(card)
    card = await hand.press(home, card, "Easy · 8 d")
    await hand.restart()
    for _ in range(2):
        card = await hand.press(home, await hand.press(home, card, "Show"), "Easy · 8 d")
    assert "Done for today" in words(card) and "3 cards reviewed" in words(card)
    assert "Nothing to review just now" not in words(card)


async def test_a_note_comes_in_by_its_button_and_is_left_out(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    saved = await hand.run(alice, "notes add", text="Ink\nis made of soot")
    note = await pressed(alice, saved, "Open")
    added = await alice.answer(await alice.press(note, "Review"))
    assert "is in your reviews" in words(added)
    await hand.run(alice, "notes review")
    (card,) = hand.direct(alice)
    home = at_home(hand, alice, card)
    assert "What do you know of" in words(card)
    out = await hand.press(home, card, "Leave out")
    back = await hand.press(home, out, "Undo")
    assert "What do you know of" in words(back)


async def test_the_daily_limit_is_set_and_a_backlog_is_spread(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await learning(hand, hand_bot, alice, 4)
    await hand.run(alice, "notes review")
    (card,) = hand.direct(alice)
    home = at_home(hand, alice, card)
    await hand_bot.services.review.set_daily(alice.id, 1)
    card = await hand.press(home, await hand.press(home, card, "Show"), "Easy · 8 d")
    assert "3 more wait. At 1 a day they are spread over 3 days" in words(card)
    form, fields = await home.form(card, "Daily limit")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "2"}))
    card = hand.fresh(home, card)
    assert "2 of 2 today" in words(card) and "2 more wait" in words(card)


async def test_the_reminder_is_opt_in_and_silent_without_cards(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")
    over = await hand.run(alice, "notes review")
    assert "Nothing to review" in words(over)
    await alice.answer(await alice.press(over, "Remind me daily"), "On.")
    alarm = await hand_bot.services.review_reminders.alarm(alice.id)
    assert alarm is not None
    await hand.turn("2026-11-25 19:05")
    await hand.dropped(alarm.id)
    await learning(hand, hand_bot, alice, 2)
    await hand.turn("2026-11-26 19:00")
    reminder = await hand.reminded(alice, "2 cards to review")
    assert len(hand.direct(alice)) == 1, "the day before nothing was due"
    home = at_home(hand, alice, reminder)
    card = await home.answer(await home.press(reminder, "Begin"), "1 of 2 today")
    assert "term 0" in words(card)
    await alice.answer(await alice.press(over, "Remind me daily"), "Off.")


async def test_where_direct_messages_are_closed_it_happens_here(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    await learning(hand, hand_bot, alice, 1)
    hand.discord.close_dms(alice.id)
    card = await hand.run(alice, "notes review")
    assert is_private(card) and "term 0" in words(card)
    assert "meaning 0" in words(await hand.press(alice, card, "Show"))


async def test_somebody_elses_card_is_not_there(hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person) -> None:
    await learning(hand, hand_bot, alice, 2)
    note = await pressed(alice, await hand.run(alice, "notes add", text="a secret of alice's"), "Open")
    review = hand_bot.services.review
    card = (await review.hand(alice.id)).card
    assert card is not None
    await review.answer(alice.id, card.id, Rating.GOOD, answers=0)
    answered = (await review.hand(alice.id)).last_answer
    before = await review.show(alice.id, card.id)
    channel: Any = hand_bot.get_channel(bob.channel)
    verbs = (f"show:{card.id}", f"rate:{card.id}:1:3", f"undo:{answered}", f"out:{card.id}", f"in:{card.id}")
    for custom_id in (*(f"review:{verb}" for verb in verbs), buttons(note)["Review"]):
        sent = await channel.send(view=ui.View(timeout=None).add_item(ui.Button(label="Forged", custom_id=custom_id)))
        answer = await bob.answer(await hand.discord.press(bob.id, sent.id, custom_id))
        assert is_private(answer) and ("not here" in words(answer) or "none here" in words(answer))
        assert "secret" not in words(answer) and "meaning" not in words(answer)
    assert await review.show(alice.id, card.id) == before
