"""/admin setup: what a server uses by default, and how much each person may ask for."""

from __future__ import annotations

import dataclasses

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, is_private, words


async def card_of(person: Person) -> dict[str, object]:
    asked = await person.discord.slash(person.id, person.channel, "admin setup", {})
    return await person.answer(asked, "Inkling in")


async def fill(person: Person, card: dict[str, object], button: str, *values: object) -> int:
    """Opens the form and fills the fields in order; None leaves one as it is."""
    form, fields = await person.form(card, button)
    filled = {field["custom_id"]: value for field, value in zip(fields, values, strict=False) if value is not None}
    return await person.discord.submit_modal(person.id, form, filled)


async def test_defaults_are_used_for_what_is_left_open(bot: InklingBot, owner: Person, alice: Person) -> None:
    card = await card_of(owner)
    assert is_private(card)
    assert list(buttons(card)) == [
        "Pictures",
        "Limits",
        "A role’s limits",
        "Open people’s pictures",
        "Refused words",
        "Flagged pictures",
        "Models",
    ]
    await fill(owner, card, "Pictures", "  blue   things ", "3:2", "3", ["2"])
    await owner.discord.wait_for(lambda: "blue things" in words(owner.discord.message(int(card["id"]))))
    done = await alice.picture(await alice.imagine("a red apple"))
    for said in ("160×104", "3 steps", "without blue things", "seeds"):
        assert said in words(done)
    own = await alice.picture(await alice.imagine("a red apple", steps=2, size="square", count=1, negative="green"))
    for said in ("128×128", "2 steps", "without green", "seed "):
        assert said in words(own)


async def test_a_bad_form_changes_nothing_and_says_why(bot: InklingBot, owner: Person) -> None:
    card = await card_of(owner)
    for values, says in (
        ((None, "512x512", "", ["1"]), "is not a shape"),
        ((None, "", "many", ["1"]), "whole number"),
        ((None, "", "1000", ["1"]), "Steps go from 1 to"),
    ):
        refusal = await owner.answer(await fill(owner, card, "Pictures", *values), says)
        assert is_private(refusal)
    refusal = await owner.answer(await fill(owner, card, "Limits", "99", "", ""), "at most 10 requests waiting")
    assert "size: square" in words(await card_of(owner)).casefold()


async def test_the_limits_of_a_person_and_of_their_role(
    discord: Loopback, running: Running, settings: Settings, owner: Person, alice: Person
) -> None:
    moderator = Person(discord, discord.add_user("mo", moderator=True), discord.channel)
    (role,) = discord.state.get_member(discord.guild, moderator.id).role_ids
    async with running(settings=dataclasses.replace(settings, daily_cost=100)) as bot:
        card = await card_of(owner)
        await fill(owner, card, "Limits", "1", "", "1")
        await fill(owner, card, "A role’s limits", [role], "3", "2", "5")
        await owner.discord.wait_for(lambda: f"<@&{role}>" in words(owner.discord.message(int(card["id"]))))
        refusal = await alice.answer(await alice.imagine("a cat", steps=60, count=4), "used 0 points of 1 points")
        assert is_private(refusal)
        assert "a cat" in words(refusal), "the prompt is given back"
        asked = [await moderator.imagine("a cat", steps=30) for _ in range(4)]
        await moderator.answer(asked[3], "already have 3 requests")
        await alice.picture(await alice.imagine("a cat", steps=20))
        over = await alice.answer(await alice.imagine("a cat", steps=20), "in the last 24 hours")
        assert is_private(over)
        for job in bot.services.queue.jobs():
            await bot.services.queue.cancel(job.id)
        await fill(owner, card, "A role’s limits", [role], "", "", "")
        await owner.discord.wait_for(lambda: f"<@&{role}>" not in words(owner.discord.message(int(card["id"]))))


async def test_only_those_who_manage_the_server(bot: InklingBot, discord: Loopback, alice: Person) -> None:
    assert "admin" not in [command["name"] for command in discord.commands(alice.id, alice.channel)]
    admin = Person(discord, discord.add_user("ada", admin=True), discord.channel)
    card = await card_of(admin)
    form, fields = await admin.form(card, "Limits")
    (role,) = discord.state.get_member(discord.guild, admin.id).role_ids
    discord.state.remove_member_role(discord.guild, admin.id, role)
    refused = await discord.submit_modal(admin.id, form, {fields[0]["custom_id"]: "1"})
    assert is_private(await admin.answer(refused, "Manage Server"))
    assert is_private(await admin.answer(await admin.press(card, "Pictures"), "Manage Server"))
    assert (await bot.services.rules.of(discord.guild)).limits.waiting is None
