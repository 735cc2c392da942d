"""Nothing that somebody wrote is lost for an error: not a form's text, not a direct message, not an old version."""

from __future__ import annotations

from typing import Any

import pytest

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from cogs.notes.direct import MOST_TRIES
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import apart, at_home, notes, opened, pressed, reactions, said, write, wrote
from tests.walks.people import Person, buttons, is_private, words


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def test_what_was_written_in_a_form_comes_back_when_it_cannot_be_kept(
    bot: InklingBot, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    await wrote(home, "the plan")
    card = await opened(home)
    form, fields = await home.form(card, "Edit")
    number = int(buttons(card)["Edit"].rsplit(":", 1)[1])
    for addition in range(9):
        await bot.services.notes.append(owner.id, number, f"addition {addition}")
    sent = await discord.submit_modal(home.id, form, {fields[0]["custom_id"]: "the plan, thought through at length"})
    await home.answer(sent, "has changed since")
    assert is_private(await home.answer(sent, "What you wrote", "the plan, thought through at length"))
    pages = await pressed(home, await opened(home), "Versions")
    assert "10: added" in words(pages) and "1: written" not in words(pages)
    oldest = await pressed(home, pages, "Older")
    assert "1: written" in words(oldest) and list(buttons(oldest)) == ["Bring back", "Back", "Newer"]
    back = await pressed(home, await pressed(home, await pressed(home, oldest, "Newer"), "Older"), "Bring back")
    assert "version 11" in words(back)


async def test_a_message_that_trips_over_a_mistake_of_ours_is_tried_again_and_never_holds_up_others(
    bot: InklingBot, owner: Person, discord: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, capture, cog = at_home(owner), bot.services.notes.capture, bot.get_cog("DirectCog")
    kept, trips = capture.capture, {"one", "two"}

    async def tripping(owner_id: int, incoming: Any) -> Any:
        if incoming.text in trips:
            raise RuntimeError("a mistake of ours")
        return await kept(owner_id, incoming)

    monkeypatch.setattr(capture, "capture", tripping)
    first = await write(home, "one")
    await discord.wait_for(lambda: "⏳" in reactions(discord, first["id"]))
    trips.discard("one")
    await cog.try_again()  # type: ignore[union-attr]
    assert "✅" in reactions(discord, first["id"])
    second = await write(home, "two")
    await discord.wait_for(lambda: "⏳" in reactions(discord, second["id"]))
    for _ in range(MOST_TRIES + 1):
        await cog.try_again()  # type: ignore[union-attr]
    await said(home, "please send it once more")
    await apart(bot)
    await wrote(home, "three")
    shown = words(await notes(home))
    assert "one" in shown and "three" in shown and "two" not in shown
