"""``kill -9`` around sending, at seeded random moments: no reminder is lost, and each comes twice at the most."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from bot.schedule.recurrence import Rule, to_local
from tests.schedule.clock_victim import BASE
from tests.schedule.desk import desk_at

IN_CI = 5
IN_ALL = 105
ALARMS = 60


def killed_life(path: Path, seed: int) -> list[int]:
    """Let it send for a while and kill it; the alarms whose messages had reached Discord."""
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.schedule.clock_victim", str(path), str(seed), str(time.time())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        lines = [victim.stdout.readline() for _ in range(chance.randint(1, 20))]
        time.sleep(chance.random() * 0.03)
        victim.kill()
        lines += victim.stdout.readlines()
    return [alarm for line in lines if line.endswith("\n") for alarm in json.loads(line)]


async def check(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with desk_at(path, BASE) as desk:
        made = []
        for number in range(ALARMS):
            due = BASE + chance.randrange(1, 3600)
            user_id = chance.randrange(1, 12)
            made.append(await desk.rule(Rule(to_local(due, "UTC"), "UTC"), str(number), user_id))
    came = Counter(killed_life(path, seed))
    assert came, "some had been sent before the kill"
    async with desk_at(path, BASE + 10 * 3600) as desk:
        await desk.turn(BASE + 10 * 3600)
        came.update(item.occurrence.alarm.id for items in desk.postman.brought for item in items)
        assert set(came) == {alarm.id for alarm in made}, "none is lost"
        assert max(came.values()) <= 2, "and none comes more than twice"
        for alarm in made:
            [one] = await desk.schedule.recent(alarm.id)
            assert one.tellings >= came[alarm.id], "repeats are counted"
        await desk.turn(BASE + 20 * 3600)
        assert sum(len(items) for items in desk.postman.brought) <= ALARMS


@pytest.mark.parametrize("seed", range(IN_CI))
async def test_killed_around_sending(tmp_path: Path, seed: int) -> None:
    await check(tmp_path / "inkling.db", seed)


@pytest.mark.faults
@pytest.mark.timeout(1800)
async def test_killed_around_sending_many_times(tmp_path: Path) -> None:
    for seed in range(IN_CI, IN_ALL):
        await check(tmp_path / f"{seed}.db", seed)
