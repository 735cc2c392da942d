"""Blocking people, removing pictures, and the audit log; nothing is drawn here but paper."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.playground.loopback.refusal import LoopbackRefused
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import paper_world
from tests.walks.people import Person, buttons, gallery, is_private, parts, words


@pytest.fixture(scope="module")
def paper() -> PaperEngine:
    return PaperEngine()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def world(
    tmp_path_factory: pytest.TempPathFactory, paper: PaperEngine
) -> AsyncIterator[tuple[Loopback, InklingBot]]:
    async with paper_world(tmp_path_factory.mktemp("moderation"), paper) as world:
        yield world


@pytest.fixture
def discord(world: tuple[Loopback, InklingBot]) -> Loopback:
    """The same for all walks here, each with people of its own."""
    return world[0]


@pytest.fixture
def paper_bot(world: tuple[Loopback, InklingBot]) -> InklingBot:
    return world[1]


@pytest.fixture
def ada(discord: Loopback) -> Person:
    """She manages the server."""
    return Person(discord, discord.add_user("ada", admin=True), discord.channel)


@pytest.fixture
def mo(discord: Loopback) -> Person:
    """He may delete what others wrote."""
    return Person(discord, discord.add_user("mo", moderator=True), discord.channel)


async def run(who: Person, path: str, *said: str, **options: object) -> dict[str, Any]:
    return await who.answer(await who.discord.slash(who.id, who.channel, path, options), *said)


def files(bot: InklingBot) -> list[str]:
    return [path.name for path in bot.services.settings.files_dir.rglob("*.png")]


async def unblocked(person: Person, card: dict[str, Any], whom: Person) -> None:
    menu = next(part for part in parts(card["components"]) if part["type"] == 3)
    await person.discord.select(person.id, int(card["id"]), menu["custom_id"], [str(whom.id)])


async def test_a_blocked_person_is_told_so_on_every_way_in(
    paper_bot: InklingBot, discord: Loopback, ada: Person, alice: Person, bob: Person
) -> None:
    done = await alice.picture(await alice.imagine("a cat", steps=2))
    card = await run(ada, "admin block", "Blocked in this server", person=alice.id, reason="spam")
    assert is_private(card) and f"<@{alice.id}>" in words(card) and "spam" in words(card)
    for asked in (
        await alice.imagine("a dog", steps=2),
        await alice.press(done, "Again"),
        await alice.press(done, "More"),
        await discord.slash(alice.id, alice.channel, "help"),
        await discord.context_menu(alice.id, int(done["id"]), "Picture actions"),
    ):
        refusal = await alice.answer(asked, "You are blocked from Inkling in this server: spam.")
        assert is_private(refusal)
    with pytest.raises(LoopbackRefused):  # nothing is suggested to them either
        await discord.autocomplete(alice.id, alice.channel, "imagine", {"prompt": "a"}, "model", timeout=0.5)
    await bob.picture(await bob.press(done, "Again"))
    elsewhere = Person(discord, alice.id, discord.dm_channel(alice.id))
    await elsewhere.picture(await elsewhere.imagine("a cat", steps=2))
    await unblocked(ada, card, alice)
    await discord.wait_for(lambda: "Nobody is blocked" in words(ada.discord.message(int(card["id"]))))
    await alice.picture(await alice.imagine("a dog", steps=2))


async def test_what_a_blocked_person_has_waiting_is_stopped(
    paper_bot: InklingBot, paper: PaperEngine, ada: Person, alice: Person, bob: Person
) -> None:
    paper.hold()
    hers, his = await alice.imagine("a cat", steps=9), await bob.imagine("a dog", steps=2)
    await alice.answer(hers)
    await bob.answer(his)
    card = await run(ada, "admin block", "Blocked", person=alice.id)
    await alice.answer(hers, "Cancelled")
    await paper.release()
    await bob.picture(his)
    await unblocked(ada, card, alice)


async def test_only_the_operator_blocks_everywhere_and_sees_everything(
    paper_bot: InklingBot, discord: Loopback, owner: Person, ada: Person, alice: Person
) -> None:
    for path in ("admin block", "admin audit"):
        refusal = await run(ada, path, "Only whoever runs this bot", everywhere=True)
        assert is_private(refusal)
    card = await run(owner, "admin block", "Blocked everywhere", person=alice.id, everywhere=True)
    assert "Unblock" not in buttons(card)
    assert f"<@{alice.id}>" not in words(await run(ada, "admin block", "Nobody is blocked in this server"))
    refusal = await alice.answer(await alice.imagine("a cat"), "Whoever runs it decides that")
    assert is_private(refusal)
    direct = discord.dm_channel(alice.id)
    await discord.send_message(alice.id, direct, "please keep this")
    await discord.wait_for(lambda: any("You are blocked" in words(m) for m in alice.seen(direct)), 30)
    everything = await run(owner, "admin audit", "Audit log, everywhere", everywhere=True)
    assert f"<@{owner.id}> blocked <@{alice.id}>" in words(everything)
    assert f"<@{alice.id}>" not in words(await run(ada, "admin audit", "Audit log"))


async def test_who_cannot_be_blocked(
    paper_bot: InklingBot, discord: Loopback, owner: Person, ada: Person, alice: Person
) -> None:
    other = discord.add_user("eve", admin=True)
    for whom, says in (
        (ada.id, "cannot block yourself"),
        (owner.id, "cannot be blocked"),
        (discord.bot_user_id, "Bots cannot"),
        (other, "manage this server too"),
    ):
        await run(ada, "admin block", says, person=whom)
    await run(ada, "admin block", "Nobody is blocked")
    assert "admin" not in [command["name"] for command in discord.commands(alice.id, alice.channel)]


async def removing(person: Person, message: dict[str, Any], reason: str = "") -> int:
    """Chooses “Remove picture” and sends its form."""
    asked = await person.discord.context_menu(person.id, int(message["id"]), "Remove picture")
    await person.discord.wait_for(lambda: person.discord.interactions.get(asked) == "done", 30)
    field = next(iter(modal_fields(person.discord, asked)))
    return await person.discord.submit_modal(person.id, asked, {field: reason})


def modal_fields(discord: Loopback, asked: int) -> list[str]:
    modal = discord.state.interactions[asked].modal
    assert modal is not None
    return [part["component"]["custom_id"] for part in modal["components"] if "component" in part]


async def test_a_moderator_removes_any_picture_of_the_server(
    paper_bot: InklingBot, discord: Loopback, mo: Person, alice: Person, ada: Person
) -> None:
    done = await alice.picture(await alice.imagine("a cat", steps=2, count=2, seed=5))
    later = await alice.picture(await alice.imagine("a dog", steps=2))
    kept = files(paper_bot)
    with pytest.raises(LoopbackRefused):
        await discord.context_menu(alice.id, int(done["id"]), "Remove picture")
    said = await mo.answer(await removing(mo, done, "not here"), "Removed, here and from the disk")
    assert is_private(said)
    await discord.wait_for(lambda: done["id"] not in [m["id"] for m in alice.seen()])
    assert len(files(paper_bot)) == len(kept) - 2, "the others stay"
    job = int(buttons(done)["Again"].rpartition(":")[2])
    rows = await paper_bot.services.imagine._database.fetch_all(
        "SELECT job_id, removed_utc FROM pictures WHERE job_id >= ? ORDER BY job_id", (job,)
    )
    assert [row["removed_utc"] is not None for row in rows] == [True, True, False], "the rows stay, as removed"
    page = await run(alice, "gallery", "1 of 1", "a dog")
    assert len(gallery(page)) == 1
    log = words(await run(ada, "admin audit", "Audit log"))
    assert f"<@{mo.id}> removed a picture of <@{alice.id}> (request {job}): not here" in log
    assert "a cat" not in log, "no words of a prompt"
    assert later["id"] in [m["id"] for m in alice.seen()]


async def test_what_started_from_a_removed_picture_cannot_be_drawn_again(
    paper_bot: InklingBot, discord: Loopback, mo: Person, alice: Person
) -> None:
    done = await alice.picture(await alice.imagine("a cat", steps=4, seed=5))
    card = await alice.answer(await alice.press(done, "Vary"), "Subtle")
    varied = await alice.picture(await alice.press(card, "Subtle"))
    await mo.answer(await removing(mo, done), "Removed")
    refused = await alice.answer(await alice.press(varied, "Again"), "was deleted here")
    assert is_private(refused)


async def test_only_what_the_bot_posted_and_in_its_server(
    paper_bot: InklingBot, discord: Loopback, mo: Person, alice: Person
) -> None:
    own = await discord.send_message(alice.id, alice.channel, "look", files=[("a.png", b"x")])
    asked = await discord.context_menu(mo.id, int(own["id"]), "Remove picture")
    await mo.answer(asked, "I can only remove what I posted")


async def test_words_that_an_admin_refuses(
    paper_bot: InklingBot, discord: Loopback, ada: Person, alice: Person
) -> None:
    setup = await run(ada, "admin setup", "Inkling in")
    form, fields = await ada.form(setup, "Refused words")
    await discord.submit_modal(ada.id, form, {fields[0]["custom_id"]: "cat\n blood  bath "})
    await discord.wait_for(lambda: "cat, blood bath" in words(discord.message(int(setup["id"]))))
    _, again = await ada.form(setup, "Refused words")
    assert again[0]["value"] == "cat\nblood bath"
    refusal = await alice.answer(await alice.imagine("a nice CÁT", steps=2), "The rules of this server refuse “cat”")
    assert is_private(refusal) and "a nice CÁT" in words(refusal), "the prompt is given back"
    await alice.picture(await alice.imagine("a concatenation", steps=2))
    done = await alice.picture(await alice.imagine("a dog", steps=2))
    form, fields = await alice.form(done, "Edit")
    refused = await discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "a blood-bath"})
    assert is_private(await alice.answer(refused, "“blood bath”"))
    log = words(await run(ada, "admin audit", "Audit log"))
    assert f"A prompt of <@{alice.id}> was refused: “cat”" in log and "nice" not in log
    assert f"<@{ada.id}> changed the rules: refused words and phrases: 2" in log
    form, fields = await ada.form(setup, "Refused words")
    await discord.submit_modal(ada.id, form, {fields[0]["custom_id"]: ""})
    await discord.wait_for(lambda: "blood bath" not in words(discord.message(int(setup["id"]))))
    await alice.picture(await alice.imagine("a cat", steps=2))
