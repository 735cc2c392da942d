"""Describe waits its turn and can be cancelled like any other request; ``test_models`` has the words themselves."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, is_private, words
from tests.walks.test_picture_actions import acting, picture, posted


async def test_it_waits_in_the_queue_and_is_cancelled(
    running: Running, settings: Settings, alice: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "blip"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "blip"}')
    (folder / "model.safetensors").touch()
    engine = PaperEngine(places=1)
    engine.hold()
    mine = dataclasses.replace(settings, caption_model=str(folder), max_waiting=2)
    async with running(engines=(engine,), settings=mine) as bot:
        await alice.imagine("a cat")
        card = await acting(alice, await posted(alice, picture()), "does not say how")
        asked = await alice.press(card, "Describe")
        waiting = await alice.answer(asked, "Next in line")
        assert is_private(waiting) and list(buttons(waiting)) == ["Cancel"]
        await alice.answer(await alice.press(card, "Describe"), "already have 2 requests")
        await alice.press(waiting, "Cancel")
        await alice.answer(asked, "Cancelled while it was waiting")
        assert [job.generation.describes for job in bot.services.queue.jobs()] == [False]
        assert "In words" not in "".join(map(words, alice.seen()))
        await engine.release()
