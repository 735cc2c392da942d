"""A milestone's card and the picture on it, whatever becomes of the engine, the token or the bot."""

from __future__ import annotations

import asyncio
import dataclasses
import io
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from bot.client import InklingBot
from bot.errors import JobFailed, NotFound
from bot.gpu.job import EngineEvent, Generation
from bot.habits.canvas import MARGIN, WIDTH
from bot.habits.milestones.card import SIDE
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import logged_in
from tests.walks.hand import Hand
from tests.walks.notebook import at_home, wrote
from tests.walks.people import Person, buttons, gallery, is_private, parts, words

PROMPT = "a calm, warm illustration of walk, soft light"
SIZE = (WIDTH, SIDE + 2 * MARGIN)


class Paper(PaperEngine):
    """Fails so many times before it draws."""

    failures = 0

    async def generate(
        self, job_id: int, generation: Generation, inputs: Sequence[bytes] = ()
    ) -> AsyncIterator[EngineEvent]:
        if self.failures:
            self.failures -= 1
            raise JobFailed("paper", "The paper is too thin for that.")
        async for event in super().generate(job_id, generation, inputs):
            yield event


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest_asyncio.fixture(loop_scope="session")
async def inkling(discord: Loopback, settings: Settings, hand: Hand, paper: Paper) -> AsyncIterator[InklingBot]:
    settings = dataclasses.replace(settings, open_to_everyone=True)
    yield await hand.begin(lambda: logged_in(discord, settings, engines=[paper], clock=hand.clock))
    await hand.end()


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def streak(hand: Hand, inkling: InklingBot, alice: Person) -> None:
    """Six days of a walk, until yesterday."""
    await inkling.services.people.set_zone(alice.id, "Europe/Berlin")
    await six_days(hand, alice, "Walk")


async def six_days(hand: Hand, person: Person, name: str, **wanted: object) -> None:
    await hand.run(person, "habit add", name=name, **wanted)
    assert hand.bot is not None
    habits = hand.bot.services.habits
    habit, today = await habits.by_name(person.id, name), await habits.today(person.id)
    for back in range(1, 7):
        await habits.check_in(habit.id, person.id, day=today - timedelta(days=back))


def pictured(hand: Hand, message: dict[str, Any]) -> Image.Image:
    stored = hand.discord.media(gallery(message)[0])
    assert stored is not None
    with Image.open(io.BytesIO(stored[0])) as image:
        return image.convert("RGB")


def alt(message: dict[str, Any]) -> str:
    return next(part for part in parts(message["components"]) if part["type"] == 12)["items"][0]["description"]


def is_drawn_on(card: Image.Image) -> bool:
    """The engine of paper draws one colour over the whole square."""
    middle = card.crop((MARGIN + 20, MARGIN + 20, MARGIN + SIDE - 20, MARGIN + SIDE - 20))
    return card.size == SIZE and len(middle.getcolors(1_000_000) or ()) == 1


async def opened_by(person: Person, asked: int) -> dict[str, Any]:
    """The card that a choice in the page's menu opened."""
    found = await person.discord.wait_for(
        lambda: next((m for m in person.answers(asked) if "in a row" in words(m) and gallery(m)), None), 10
    )
    assert found is not None
    return found


def cards(person: Person, name: str, channel: int | None = None) -> list[dict[str, Any]]:
    """Those that came by themselves: after whatever the person did last, so they belong to no command in particular."""
    return [m for m in person.seen(channel) if f"**{name}** · 7 days in a row" in words(m)]


async def reached(hand: Hand, person: Person, name: str = "Walk") -> dict[str, Any]:
    await hand.run(person, "habit done", habit=name)
    found = await hand.discord.wait_for(lambda: cards(person, name), 30)
    assert found is not None
    return found[0]


async def finished(person: Person, asked: int) -> dict[str, Any]:
    return await person.picture(asked, 20)


async def test_a_card_that_the_engine_draws_on(hand: Hand, alice: Person, bob: Person) -> None:
    card = await reached(hand, alice)
    assert is_private(card)
    assert "**Walk** · 7 days in a row" in words(card)
    assert alt(card) == "A card: Walk, 7 days in a row, 19 Nov – 25 Nov 2026."
    assert pictured(hand, card).size == SIZE
    assert not is_drawn_on(pictured(hand, card))
    drawn = await finished(alice, await alice.press(card, "Draw a picture on it"))
    assert is_private(drawn)
    assert is_drawn_on(pictured(hand, drawn))
    assert "7 days in a row" in alt(drawn) and PROMPT in alt(drawn)
    assert list(buttons(drawn)) == ["Again", "Edit", "Vary", "Upscale", "More"]
    again = await finished(alice, await alice.press(drawn, "Again"))
    assert is_drawn_on(pictured(hand, again))
    assert pictured(hand, again).tobytes() != pictured(hand, drawn).tobytes()
    await hand.run(alice, "habit done", habit="walk")
    await hand.turn("2026-11-26 12:00")
    await hand.run(alice, "habit done", habit="walk")
    await asyncio.sleep(0.4)
    assert len(cards(alice, "Walk")) == 1, "said once"


async def test_it_can_be_opened_again_with_its_picture_and_without(hand: Hand, alice: Person) -> None:
    card = await reached(hand, alice)
    drawn = await finished(alice, await alice.press(card, "Draw a picture on it"))
    page = await alice.answer(
        await hand.discord.slash(alice.id, alice.channel, "habit stats", {"habit": "walk"}), "Walk"
    )
    opened = await opened_by(alice, await hand.choose(alice, page, "1", menu="milestone:open"))
    assert is_private(opened)
    assert is_drawn_on(pictured(hand, opened))
    assert list(buttons(opened)) == ["Draw another"]
    more = await alice.answer(await alice.press(drawn, "More"), "Why it waited")
    form, _ = await alice.form(more, "Delete")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {}))
    opened = await opened_by(alice, await hand.choose(alice, page, "1", menu="milestone:open"))
    assert not is_drawn_on(pictured(hand, opened)), "the picture was deleted; the card is not lost"


async def test_an_engine_that_fails_costs_no_card(hand: Hand, paper: Paper, alice: Person) -> None:
    card = await reached(hand, alice)
    paper.failures = 1
    asked = await alice.press(card, "Draw a picture on it")
    failed = await alice.answer(asked, "The paper is too thin for that.")
    assert "7 days in a row" in words(hand.fresh(alice, card)), "the card stays as it was"
    drawn = await finished(alice, await alice.press(failed, "Again"))
    assert is_drawn_on(pictured(hand, drawn))


async def test_a_restart_and_an_expired_token_cost_no_card(hand: Hand, paper: Paper, alice: Person) -> None:
    card = await reached(hand, alice)
    paper.hold()
    asked = await alice.press(card, "Draw a picture on it")
    await alice.answer(asked)
    async with asyncio.timeout(10):
        while not paper.running:
            await asyncio.sleep(0.02)
    await hand.restart()
    hand.discord.expire_token(asked)
    await paper.release()
    direct = await hand.discord.wait_for(lambda: next((m for m in hand.direct(alice) if gallery(m)), None), 20)
    assert is_drawn_on(pictured(hand, direct))
    assert "7 days in a row" in alt(direct)


async def test_a_reminders_button_and_a_reply_reach_it_too(hand: Hand, alice: Person) -> None:
    await six_days(hand, alice, "Read", measure="minutes", target=30)
    for habit, when in (("walk", "every day 20:00"), ("read", "every day 21:00")):
        page = await hand.run(alice, "habit edit", habit=habit)
        form, fields = await alice.form(page, "Reminder")
        await hand.press(alice, await hand.fill(alice, form, fields, when), "Save")
    await hand.turn("2026-11-25 20:00")
    reminder = await hand.reminded(alice, "Walk")
    await alice.press(reminder, "Done")
    direct = hand.discord.dm_channel(alice.id)
    found = await hand.discord.wait_for(lambda: cards(alice, "Walk") + cards(alice, "Walk", direct), 30)
    assert found is not None
    assert is_private(found[0])
    await hand.turn("2026-11-25 21:00")
    reminder = await hand.reminded(alice, "Read")
    await hand.committed(alice, reminder)
    await hand.discord.send_message(
        alice.id, hand.discord.dm_channel(alice.id), "30 min, good", reply_to=int(reminder["id"])
    )
    await hand.reminded(alice, "**Read** · 7 days in a row")


async def test_nobody_else_draws_on_it(hand: Hand, alice: Person, bob: Person) -> None:
    card = await reached(hand, alice)
    assert buttons(card) == {"Draw a picture on it": "milestone:draw:1"}
    assert hand.bot is not None
    with pytest.raises(NotFound, match="somebody else's"):
        await hand.bot.services.milestones.find(1, bob.id)


async def test_a_note_with_the_habits_tag_shows_it_at_once(hand: Hand, inkling: InklingBot, alice: Person) -> None:
    await six_days(hand, alice, "Journal")
    habits = inkling.services.habits
    await habits.change((await habits.by_name(alice.id, "journal")).id, alice.id, tag="journal")
    home = at_home(alice)
    await wrote(home, "A quiet day. #journal")
    card = (await hand.discord.wait_for(lambda: cards(alice, "Journal", home.channel), 30) or [])[0]
    assert gallery(card) and len(cards(alice, "Journal", home.channel)) == 1
