"""The bot killed at seeded random moments, as people see it: what was answered arrives, and repeats are counted."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.client import InklingBot
from bot.db.database import Database
from bot.gpu.job import JobStatus
from bot.gpu.process_engine import ProcessEngine
from bot.gpu.store import JobStore
from bot.playground.loopback import Loopback
from tests.walks.people import Person, buttons, gallery, words

ROOT = Path(__file__).parents[2]
IN_CI, IN_ALL = 4, 104
ENGINE_KILLS = 12


class Lives:
    """One data folder through many lives of the bot; what was asked for in all of them."""

    def __init__(self, discord: Loopback, folder: Path, seed: int) -> None:
        self.discord, self.folder, self.seed = discord, folder, seed
        self.chance = random.Random(seed)
        self.people = [Person(discord, discord.add_user(f"user{n}"), discord.channel) for n in range(3)]
        self.asked: dict[str, tuple[Person, int]] = {}

    async def start(self) -> asyncio.subprocess.Process:
        self.seed += 1
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "LOG_LEVEL": "error"}
        environ |= {"DISCORD_TOKEN": self.discord.token, "DISCORD_API": self.discord.api_base}
        environ |= {"DATA_DIR": str(self.folder), "MAX_WAITING": "1000"}  # a refusal would be an answer too
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.walks.bot_victim",
            str(self.seed),
            env=environ,
            stderr=asyncio.subprocess.DEVNULL,
        )
        await self.discord.wait_connected(60)
        return child

    async def kill(self, child: asyncio.subprocess.Process) -> None:
        child.kill()
        await child.wait()
        await self.discord.wait_for(lambda: not self.discord.connected, 20)

    async def one(self) -> None:
        """A life in which some ask, one maybe in private, ended at a random moment."""
        child = await self.start()
        for _ in range(self.chance.randint(1, 4)):
            person, prompt = self.chance.choice(self.people), f"apple number {len(self.asked)}"
            options = {"steps": self.chance.randint(1, 40), "private": self.chance.random() < 0.2}
            self.asked[prompt] = person, await person.imagine(prompt, **options)
            await asyncio.sleep(self.chance.random() * 0.1)
        await asyncio.sleep(self.chance.random() * 0.8)
        await self.kill(child)

    def seen(self, prompt: str) -> list[dict[str, object]]:
        """The finished pictures that this request's author sees, wherever they came."""
        person = self.asked[prompt][0]
        channels = (person.channel, self.discord.dm_channel(person.id))
        everywhere = [m for channel in channels for m in self.discord.history(person.id, channel, limit=10_000)]
        return [m for m in everywhere if prompt in words(m).split("**") and gallery(m) and "More" in buttons(m)]

    async def end(self) -> Counter[str]:
        """A last life that nobody ends before all is delivered. Returns what came of it, counted."""
        child = await self.start()
        answered = [prompt for prompt, (_, asked) in self.asked.items() if self.discord.interactions[asked] == "done"]
        async with await Database.open(self.folder / "inkling.db") as database:
            while await JobStore(database).open_jobs() or await JobStore(database).untold():
                await asyncio.sleep(0.1)
            rows = await database.fetch_all(
                "SELECT status, tellings, wish ->> 'prompt' AS prompt FROM jobs"
                " JOIN addresses a ON a.job_id = jobs.id JOIN wishes w ON w.job_id = jobs.id"
            )
        counts = Counter(answered=len(answered), unanswered=len(self.asked) - len(answered), jobs=len(rows))
        for row in rows:
            counts[row["status"]] += 1
            counts["maybe told again"] += max(0, row["tellings"] - 1)
        ends = {row["prompt"]: row["status"] for row in rows}
        for prompt in answered:
            pictures = self.seen(prompt)
            given_up = ends[prompt] == JobStatus.QUARANTINED  # its engine died, twice while it ran alone
            assert pictures or given_up, f"{prompt} was promised and never came: it is {ends[prompt]}"
            counts["seen twice"] += max(0, len(pictures) - 1)
        assert counts["jobs"] >= len(answered)
        assert counts[JobStatus.DELIVERED] + counts[JobStatus.QUARANTINED] == counts["jobs"]
        await self.kill(child)
        return +counts


@pytest.mark.timeout(300)
async def test_killed_at_some_moments(discord: Loopback, tmp_path: Path) -> None:
    lives = Lives(discord, tmp_path / "data", seed=1)
    for _ in range(IN_CI):
        await lives.one()
    await lives.end()


@pytest.mark.faults
@pytest.mark.timeout(3600)
async def test_killed_at_many_moments(discord: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lives = Lives(discord, tmp_path / "data", seed=1000)
    for _ in range(IN_ALL - IN_CI):
        await lives.one()
    counts = await lives.end()
    with capsys.disabled():
        print(f"\n{IN_ALL - IN_CI} kills: " + ", ".join(f"{number} {what}" for what, number in counts.items()))


@pytest.mark.faults
@pytest.mark.timeout(3600)
async def test_the_engine_killed_at_many_moments(
    bot: InklingBot, engine: ProcessEngine, alice: Person, bob: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    """The real engine, with requests of two people in it. Each life of it takes a while to begin."""
    chance, asked, kills = random.Random(7), [], 0
    for round_ in range(ENGINE_KILLS):
        for person in (alice, bob):
            asked.append((person, await person.imagine(f"apple {round_} of {person.id}", steps=60)))
        await alice.answer(asked[-2][1], "Drawing")
        await asyncio.sleep(chance.random() * 3)
        if engine.pid is not None:
            os.kill(engine.pid, signal.SIGKILL)
            kills += 1
        for person, interaction in asked[-2:]:
            await person.picture(interaction, 300)
    jobs = [await bot.services.queue.find(number) for number in range(1, len(asked) + 1)]
    again = sum(job.attempts > 1 for job in jobs if job)
    assert all(job and job.status in (JobStatus.DELIVERED, JobStatus.FINISHED) for job in jobs)
    with capsys.disabled():
        print(f"\n{kills} kills of the engine: {len(jobs)} delivered, {again} begun again")
