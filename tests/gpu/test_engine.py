"""The engine process, with the real starter weights and a tiny model beside it. One process serves most tests."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import psutil
import pytest
import pytest_asyncio
from PIL import Image

from bot.errors import EngineDied, EngineError, JobFailed
from bot.gpu.catalog import STARTER, ModelInfo, starter
from bot.gpu.engine import EngineState
from bot.gpu.job import EngineEvent, Generation, Rendered, Started, Stepped, Stopped
from bot.gpu.process_engine import ProcessEngine

pytestmark = pytest.mark.asyncio(loop_scope="module")


def wish(**changes: Any) -> Generation:
    values: dict[str, Any] = {
        "model": STARTER,
        "prompt": "a red apple on a blue background",
        "negative_prompt": "",
        "width": 128,
        "height": 128,
        "steps": 4,
        "guidance": 3.5,
        "seeds": (1,),
        **changes,
    }
    return Generation(**values)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[ModelInfo, ...]:
    """The starter model, the same again under another name, and three that cannot be used."""
    empty = tmp_path_factory.mktemp("empty")
    cut = tmp_path_factory.mktemp("cut")
    for path in starter().source.rglob("*.*"):
        target = cut / path.relative_to(starter().source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes()[: 10_000 if path.name.startswith("diffusion") else None])
    return (
        starter(),
        replace(starter(), name="twin", starter=False),
        replace(starter(), name="empty", source=empty),
        replace(starter(), name="cut", source=cut),
        replace(starter(), name="absent", problem="It has not been fetched yet."),
    )


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine(models: tuple[ModelInfo, ...]) -> AsyncIterator[ProcessEngine]:
    engine = ProcessEngine(models, first_model=STARTER, device="cpu", preview_seconds=0.0)
    await engine.start()
    yield engine
    await engine.close()


async def events(engine: ProcessEngine, generation: Generation, job: int = 1) -> list[EngineEvent]:
    async with asyncio.timeout(60):
        return [event async for event in engine.generate(job, generation)]


def picture(event: EngineEvent, number: int = 0) -> Image.Image:
    assert isinstance(event, Rendered)
    image = Image.open(io.BytesIO(event.images[number]))
    image.load()
    return image


async def test_a_job_sent_while_the_engine_starts_is_drawn(engine: ProcessEngine) -> None:
    assert engine.state is EngineState.STARTING and engine.places == 0
    texts = ({"parameters": "a red apple\nSteps: 20"}, {"parameters": "☃"})
    got = await events(engine, wish(steps=20, seeds=(1, 2), texts=texts))
    assert engine.state is EngineState.READY and engine.places > 1
    assert isinstance(got[0], Started)
    steps = [event.step for event in got if isinstance(event, Stepped)]
    assert steps == sorted(steps) and steps[-1] == 20
    previews = [event.preview for event in got if isinstance(event, Stepped) and event.preview]
    assert previews and max(Image.open(io.BytesIO(previews[0])).size) <= 256
    first, second = picture(got[-1], 0), picture(got[-1], 1)
    assert first.size == second.size == (128, 128)
    assert (first.text, second.text) == texts
    red, _, blue = first.getpixel((64, 70))
    assert red > 150 > blue, "the apple is red"
    red, _, blue = first.getpixel((4, 4))
    assert blue > 150 > red, "the background is blue"


async def test_what_the_engine_says_about_itself(engine: ProcessEngine) -> None:
    await engine.ready()
    assert engine.name == "this machine, cpu" and STARTER in engine.resident
    assert engine.device["type"] == "cpu" and engine.device["memory_mode"] == "cpu"
    assert engine.device["dtype"] == "float32" and engine.device["torch"] and engine.device["name"]
    most = engine.most_pixels(STARTER)
    assert most is not None and most > 2048 * 2048, "nothing that might fit is ruled out"


async def test_the_same_seed_gives_the_same_bytes(engine: ProcessEngine) -> None:
    one, two = (await events(engine, wish()))[-1], (await events(engine, wish()))[-1]
    assert one == two


async def test_many_jobs_at_once(engine: ProcessEngine) -> None:
    jobs = [wish(seeds=(seed,), steps=3 + seed % 3) for seed in range(9)]
    got = await asyncio.gather(*(events(engine, job, number) for number, job in enumerate(jobs)))
    assert all(isinstance(outcome[-1], Rendered) for outcome in got)


async def test_cancel_while_running(engine: ProcessEngine) -> None:
    got: list[EngineEvent] = []
    async with asyncio.timeout(30):
        async for event in engine.generate(7, wish(steps=500)):
            got.append(event)
            if isinstance(event, Stepped):
                asked = time.monotonic()
                await engine.cancel(7)
    assert isinstance(got[-1], Stopped) and time.monotonic() - asked < 5


async def test_cancel_while_waiting(engine: ProcessEngine) -> None:
    await engine.ready()
    long = [asyncio.create_task(events(engine, wish(steps=400), number)) for number in range(100, 106)]
    waiting = asyncio.create_task(events(engine, wish(), 200))
    await asyncio.sleep(0.2)
    await engine.cancel(200)
    assert await waiting == [Stopped()]
    for number in range(100, 106):
        await engine.cancel(number)
    assert all(isinstance(got[-1], Stopped) for got in await asyncio.gather(*long))
    await engine.cancel(12345)  # unknown: ignored


async def test_leaving_early_cancels_and_the_job_can_run_again(engine: ProcessEngine) -> None:
    async with aclosing(engine.generate(8, wish(steps=500))) as stream:
        assert isinstance(await anext(stream), Started)
    assert isinstance((await events(engine, wish(), 8))[-1], Rendered)


async def test_a_picture_to_start_from_and_all_of_a_long_prompt_reach_the_engine(engine: ProcessEngine) -> None:
    png = (await events(engine, wish()))[-1].images[0]  # type: ignore[union-attr]
    start = wish(prompt="a red apple " * 20, image="ab" * 32, strength=0.5, skipped=2)
    drawn = [event async for event in engine.generate(1, start, (png,))][-1]
    assert isinstance(drawn, Rendered) and drawn.notes == () and drawn.images[0] != png


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"sampler": "Quantum"}, "sampler"), ({"width": 100}, "error"), ({"sampler": "DPM++ 2M Karras"}, "error")],
)
async def test_a_bad_job_fails_alone(engine: ProcessEngine, changes: dict[str, Any], code: str) -> None:
    bad, good = await asyncio.gather(
        events(engine, wish(steps=20, **changes), 1), events(engine, wish(), 2), return_exceptions=True
    )
    assert isinstance(bad, JobFailed) and bad.code == code
    assert not isinstance(good, BaseException) and isinstance(good[-1], Rendered)


async def test_models_that_cannot_be_used_do_not_stop_the_others(engine: ProcessEngine) -> None:
    for name in ("empty", "cut", "absent", "never heard of"):
        with pytest.raises(JobFailed, match=name) as caught:
            await events(engine, wish(model=name))
        assert caught.value.code == "model"
        assert name in engine.unusable
    assert isinstance((await events(engine, wish()))[-1], Rendered)


async def test_several_models_stay_resident(engine: ProcessEngine) -> None:
    jobs = [wish(model=name) for name in (STARTER, "twin", STARTER)]
    got = await asyncio.gather(*(events(engine, job, number) for number, job in enumerate(jobs)))
    assert all(isinstance(outcome[-1], Rendered) for outcome in got)
    assert engine.resident >= {STARTER, "twin"}
    one, two = [(await events(engine, wish(model=name)))[-1] for name in (STARTER, "twin")]
    assert one == two


async def test_a_killed_engine_comes_back(engine: ProcessEngine, caplog: pytest.LogCaptureFixture) -> None:
    await engine.ready()
    states: list[EngineState] = []
    engine.on_state.append(states.append)
    first = engine.pid
    assert first is not None

    async def doomed(job: int) -> None:
        async for event in engine.generate(job, wish(steps=500)):
            if isinstance(event, Stepped) and job == 1:
                os.kill(first, signal.SIGKILL)

    with caplog.at_level(logging.ERROR):
        results = await asyncio.gather(doomed(1), doomed(2), return_exceptions=True)
    assert all(isinstance(result, EngineDied) for result in results)
    assert "signal 9" in caplog.text and engine.places == 0
    assert isinstance((await events(engine, wish()))[-1], Rendered)
    assert engine.pid != first and engine.restarts == 1
    assert states == [EngineState.RESTARTING, EngineState.READY]


async def test_a_frozen_engine_is_ended(engine: ProcessEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """No progress for far longer than its steps take: it is killed, and the job may run again."""
    await events(engine, wish())
    monkeypatch.setattr("bot.gpu.pace.FLOOR_SECONDS", 1.0)
    monkeypatch.setattr("bot.gpu.pace.FACTOR", 5.0)
    monkeypatch.setattr("bot.gpu.process_engine.WATCH_SECONDS", 0.1)
    await asyncio.sleep(2.1)  # the watch's own period, as it was
    with pytest.raises(EngineDied):
        async for event in engine.generate(1, wish(steps=500)):
            if isinstance(event, Stepped) and event.step > 3 and engine.pid:
                os.kill(engine.pid, signal.SIGSTOP)


async def test_an_engine_frozen_while_idle_is_ended_when_work_comes(
    engine: ProcessEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await events(engine, wish())
    monkeypatch.setattr("bot.gpu.pace.FLOOR_SECONDS", 1.0)
    monkeypatch.setattr("bot.gpu.pace.FACTOR", 5.0)
    monkeypatch.setattr("bot.gpu.process_engine.WATCH_SECONDS", 0.1)
    await asyncio.sleep(2.1)  # the watch's own period, as it was
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGSTOP)
    with pytest.raises(EngineDied):
        await events(engine, wish())


async def test_hostile_bytes_end_the_child_not_the_bot(engine: ProcessEngine) -> None:
    """A frame that is none in either direction: the child ends, and a new one serves."""
    await engine.ready()
    assert engine._child is not None
    engine._child.channel._writer.write(b"GET / HTTP/1.1\r\n\r\n")
    while engine.state is EngineState.READY:
        await asyncio.sleep(0.02)
    assert isinstance((await events(engine, wish()))[-1], Rendered)


async def test_a_closed_engine_refuses_and_leaves_no_process(models: tuple[ModelInfo, ...]) -> None:
    engine = ProcessEngine(models, first_model=STARTER, device="cpu")
    await engine.start()
    waiting = asyncio.create_task(events(engine, wish()))
    while engine.pid is None:
        await asyncio.sleep(0.02)
    pid = engine.pid
    await engine.close()
    with pytest.raises(EngineDied):
        await waiting
    assert not psutil.pid_exists(pid)
    with pytest.raises(EngineError):
        await events(engine, wish())
    with pytest.raises(EngineError):
        await engine.ready()


ORPHANED = """
import asyncio, sys
from bot.gpu.catalog import STARTER, starter
from bot.gpu.job import Generation, Stepped
from bot.gpu.process_engine import ProcessEngine

async def main():
    engine = ProcessEngine((starter(),), first_model=STARTER, device="cpu")
    await engine.start()
    async for event in engine.generate(1, Generation(STARTER, "a cat", "", 128, 128, 900, 3.5, (1,))):
        if isinstance(event, Stepped):
            print(engine.pid, flush=True)

asyncio.run(main())
"""


async def test_the_engine_ends_with_the_bot() -> None:
    """kill -9 of the parent in the middle of a picture leaves no process behind."""
    bot = subprocess.Popen([sys.executable, "-c", textwrap.dedent(ORPHANED)], stdout=subprocess.PIPE, text=True)
    assert bot.stdout is not None
    try:
        child = psutil.Process(int(await asyncio.to_thread(bot.stdout.readline)))
    finally:
        bot.kill()
        bot.wait()
        bot.stdout.close()
    await asyncio.to_thread(psutil.wait_procs, [child], 10)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
