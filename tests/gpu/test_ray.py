"""Engines on a real Ray cluster of two nodes: they join, one is killed in the middle of a job, the head is lost."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio

from bot.db.database import Database
from bot.errors import EngineDied
from bot.files import FileStore
from bot.gpu.catalog import ModelInfo, read_catalog
from bot.gpu.engine import Engine, EngineState
from bot.gpu.fleet import Fleet
from bot.gpu.job import Generation, Rendered, Stepped
from bot.gpu.process_engine import ProcessEngine, hello
from bot.gpu.queue import Queue
from bot.gpu.ray_actor import WORKER
from bot.gpu.ray_driver import slots_of
from bot.gpu.ray_engine import RayCluster, RayEngine
from bot.gpu.store import JobStore
from tests import tiny_models
from tests.gpu.recorder import KEPT, Recorder

pytestmark = pytest.mark.timeout(300)

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0
NODE_KILLS = 20


def wish(**changes: Any) -> Generation:
    values = {"model": "tiny", "prompt": "a cat", "negative_prompt": "", "width": 32, "height": 32}
    return Generation(**{**values, "steps": 4, "guidance": 5.0, "seeds": (1,), **changes})


def _is_engine_below_an_actor(process: psutil.Process) -> bool:
    try:
        parent = process.parent()
        return WORKER in process.cmdline() and parent is not None and "Relay" in " ".join(parent.cmdline())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.05)


class Nodes:
    """The cluster's process."""

    def __init__(self, count: int) -> None:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.gpu.ray_cluster", str(count)],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.address = self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        while True:
            line = self._process.stdout.readline()
            assert line, "the cluster ended"
            if line.strip() == "done" or line.strip().replace(".", "").replace(":", "").isdigit():
                return line.strip()

    def tell(self, command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        assert self._line() == "done"

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(30)
        finally:
            self._process.kill()
            self._process.stdout.close()
            self._process.wait()


@contextlib.asynccontextmanager
async def at_work(fleet: Fleet, folder: Path) -> AsyncIterator[tuple[Queue, Recorder]]:
    """The real queue over the fleet."""
    async with await Database.open(folder / "queue.db") as database:
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        told = Recorder(FileStore(folder / "files"))
        queue = Queue(database, JobStore(database), fleet, time.time)
        await queue.start(told)
        yield queue, told
        await queue.close()


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    nodes = Nodes(2)
    yield nodes
    nodes.close()


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[ModelInfo, ...]:
    folder = tiny_models.save(tmp_path_factory.mktemp("models") / "tiny")
    return tuple(read_catalog((f"tiny={folder}",), folder))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cluster(nodes: Nodes, models: tuple[ModelInfo, ...]) -> AsyncIterator[tuple[Fleet, RayCluster]]:
    fleet = Fleet()
    environ = {"RAY_gcs_rpc_server_reconnect_timeout_s": "3", "PYTHONWARNINGS": "ignore"}
    cluster = RayCluster(fleet, nodes.address, hello(models, "tiny"), environ=environ)
    await cluster.start()
    yield fleet, cluster
    await cluster.close()


def test_a_node_has_a_slot_for_every_gpu_or_one_for_its_processors() -> None:
    def node(**resources: float) -> list[tuple[str, float, float]]:
        entry = {"NodeID": "n", "NodeManagerHostname": "box", "NodeManagerAddress": "10.0.0.2", "Resources": resources}
        return [(slot.where, slot.gpus, slot.cpus) for slot in slots_of(entry).values()]

    assert node(CPU=8.0, GPU=2.0) == [("box, gpu 0", 1, 1.0), ("box, gpu 1", 1, 1.0)]
    assert node(CPU=8.0) == [("box, cpu", 0, 8.0)]
    assert node(memory=1e9) == [], "the bot's own machine lends nothing"


@pytest.mark.asyncio(loop_scope="module")
async def test_without_ray_the_bot_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "ray.py").write_text("raise ImportError('no ray here')")
    fleet = Fleet()
    cluster = RayCluster(fleet, "127.0.0.1:6379", {}, environ={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    await cluster.start()
    await until(lambda: "deploy/ray.md" in fleet.problems.get("the Ray cluster 127.0.0.1:6379", ""))
    await cluster.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_every_node_joins_with_an_engine_that_draws(cluster: tuple[Fleet, RayCluster], tmp_path: Path) -> None:
    fleet, driver = cluster
    await until(lambda: len([engine for engine in fleet.engines if engine.state is EngineState.READY]) == 2)
    assert not fleet.problems and all(engine.name.endswith(", cpu") for engine in fleet.engines)
    drawn = [[event async for event in engine.generate(1, wish())][-1] for engine in fleet.engines]
    assert isinstance(drawn[0], Rendered) and drawn[0] == drawn[1], "the same bytes on every node"
    source = driver._worker_hello["models"][0]["source"]
    driver.know(read_catalog((f"tiny={source}",), tmp_path, [("late", source)]))
    for engine in fleet.engines:
        assert [event async for event in engine.generate(2, wish(model="late"))][-1] == drawn[0]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_picture_to_start_from_crosses_the_cluster(
    cluster: tuple[Fleet, RayCluster], models: tuple[ModelInfo, ...]
) -> None:
    """Image to image on each node, byte for byte what an engine on this machine draws."""
    fleet, _ = cluster
    local = ProcessEngine(models, first_model="tiny", threads=1)  # as many as a node of the cluster has
    await local.start()
    await local.ready()
    try:
        start = (await rendered(local, wish())).images[0]
        again = wish(prompt="a dog", image=hashlib.sha256(start).hexdigest(), strength=0.5, skipped=2)
        here = await rendered(local, again, start)
        assert here.images[0] != start
        for engine in fleet.engines:
            assert await rendered(engine, again, start) == here
    finally:
        await local.close()


async def rendered(engine: Engine, generation: Generation, *inputs: bytes) -> Rendered:
    """What comes of a job that starts from these pictures."""
    (last,) = [event async for event in engine.generate(1, generation, inputs) if isinstance(event, Rendered)]
    return last


@pytest.mark.asyncio(loop_scope="module")
async def test_an_engine_process_that_ends_is_started_again_in_its_place(cluster: tuple[Fleet, RayCluster]) -> None:
    fleet, _ = cluster
    engine = fleet.engines[0]
    workers = [p for p in psutil.process_iter() if _is_engine_below_an_actor(p)]
    assert len(workers) == 2

    async def draw() -> None:
        async for event in engine.generate(1, wish(steps=900)):
            if isinstance(event, Stepped):
                for worker in workers:
                    if worker.is_running():
                        worker.kill()

    with pytest.raises(EngineDied, match="exit code -9"):
        await draw()
    assert engine.state is EngineState.RESTARTING and engine in fleet.engines
    await until(lambda: all(engine.state is EngineState.READY for engine in fleet.engines))
    assert len(fleet.engines) == 2


@pytest.mark.asyncio(loop_scope="module")
async def test_a_node_killed_in_the_middle_of_a_job(
    cluster: tuple[Fleet, RayCluster], nodes: Nodes, tmp_path: Path
) -> None:
    """The job is made again on the other node, byte for byte as if nothing had happened; then a new node joins."""
    fleet, _ = cluster
    long = wish(steps=300)
    (reference,) = [event async for event in fleet.engines[0].generate(1, long) if isinstance(event, Rendered)]
    async with at_work(fleet, tmp_path) as (queue, told):
        job = await queue.submit(1, None, long)
        await told.until(lambda: ("progress", job.id) in told.events)
        before = fleet.engines
        (busy,) = [engine for engine in before if engine._runs]
        nodes.tell(f"kill {busy.node}")
        await told.until(lambda: told.delivered[job.id] > 0)
        assert told.told(job.id).count("started") == 2 and told.delivered[job.id] == 1
        (picture,) = [path.read_bytes() for path in (tmp_path / "files").rglob("*.png")]
        assert picture == reference.images[0]
        assert fleet.engines == tuple(engine for engine in before if engine is not busy)
    nodes.tell("add")
    await until(lambda: len(fleet.engines) == 2)


@pytest.mark.faults
@pytest.mark.timeout(1800)
@pytest.mark.asyncio(loop_scope="module")
async def test_nodes_killed_at_random_moments(
    cluster: tuple[Fleet, RayCluster], nodes: Nodes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fleet, _ = cluster
    chance = random.Random(0)
    async with at_work(fleet, tmp_path) as (queue, told):
        asked: list[int] = []
        for _ in range(NODE_KILLS):
            await until(lambda: sum(engine.state is EngineState.READY for engine in fleet.engines) == 2)
            for _ in range(6):
                generation = wish(steps=chance.choice((20, 200)), seeds=(len(asked),))
                asked.append((await queue.submit(len(asked) % 3, None, generation)).id)
            await asyncio.sleep(chance.random() * 3)
            doomed = chance.choice(fleet.engines)
            assert isinstance(doomed, RayEngine)
            await asyncio.to_thread(nodes.tell, f"kill {doomed.node}")
            await asyncio.to_thread(nodes.tell, "add")
        async with asyncio.timeout(PATIENCE):
            await told.until(lambda: all(told.delivered[job_id] or job_id in told.failed for job_id in asked))
    with capsys.disabled():
        print(f"\nRay: {NODE_KILLS} nodes killed, {len(asked)} jobs asked for, {len(told.delivered)} delivered")
    assert {job_id: told.delivered[job_id] for job_id in asked} == dict.fromkeys(asked, 1) and not told.failed


@pytest.mark.asyncio(loop_scope="module")
async def test_the_head_is_lost_and_the_bot_goes_on(cluster: tuple[Fleet, RayCluster], nodes: Nodes) -> None:
    fleet, _ = cluster
    nodes.tell("head")
    await until(lambda: fleet.engines == () and "it was lost" in "".join(fleet.problems.values()))
