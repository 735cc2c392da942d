"""Progress edits: the newest state only, one at a time, spaced out, and none after the last word."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.delivery import Pacer


def saying(said: list[str], word: str, seconds: float = 0.0) -> Callable[[], Awaitable[None]]:
    async def send() -> None:
        said.append(word)
        await asyncio.sleep(seconds)
        said.append(f"/{word}")

    return send


async def test_only_the_newest_state_is_sent() -> None:
    said: list[str] = []
    pacer = Pacer(0.02)
    pacer.offer(1, 7, saying(said, "first"))
    await asyncio.sleep(0)
    for number in range(50):
        pacer.offer(1, 7, saying(said, str(number)))
    await asyncio.sleep(0.2)
    assert said == ["first", "/first", "49", "/49"]
    await pacer.close()


async def test_jobs_of_one_channel_take_turns() -> None:
    said: list[str] = []
    pacer = Pacer(0.01)
    for job in (7, 8, 9):
        pacer.offer(1, job, saying(said, str(job)))
    await asyncio.sleep(0.2)
    assert said == ["7", "/7", "8", "/8", "9", "/9"]
    await pacer.close()


async def test_after_settling_nothing_older_is_sent() -> None:
    said: list[str] = []
    pacer = Pacer(0.01)
    pacer.offer(1, 7, saying(said, "under way", 0.05))
    await asyncio.sleep(0.01)
    pacer.offer(1, 7, saying(said, "stale"))
    await pacer.settle(1, 7)
    said.append("the result")
    await asyncio.sleep(0.1)
    assert said == ["under way", "/under way", "the result"]
    await pacer.close()


async def test_a_failing_edit_does_not_stop_the_others() -> None:
    said: list[str] = []

    async def broken() -> None:
        raise RuntimeError("no")

    pacer = Pacer(0.01)
    pacer.offer(1, 7, broken)
    pacer.offer(1, 8, saying(said, "8"))
    await asyncio.sleep(0.1)
    assert said == ["8", "/8"]
    await pacer.close()
