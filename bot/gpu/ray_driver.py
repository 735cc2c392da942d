"""The Ray driver, a child process of the bot: ``python -m bot.gpu.ray_driver --fd N``.

Losing the head node of a cluster ends every driver; here that is this process and not the bot. Each node gets an actor
for every GPU, or one if it has none, for as long as it is alive. Frames to and from an engine carry its number:
joined, died (its process ended and is started again), left and trouble are the driver's own.
"""

from __future__ import annotations

import argparse
import logging
import os
import queue
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import bot
from bot.children.channel import BlockingChannel, Decoder, Frame, encode
from bot.children.reading import read_all
from bot.errors import ChannelError
from bot.gpu.catalog import STARTER

LOOK_SECONDS = 1.0
FIRST_DELAY, LONGEST_DELAY = 2.0, 120.0
HEALTHY_SECONDS = 120.0
START_SECONDS = 120.0
LOST_SECONDS = "10"  # without the head node, until the driver ends

log = logging.getLogger("bot.gpu.ray_driver")


@dataclass(eq=False, slots=True)
class Slot:
    """A place for an engine: a GPU of a node, or its processors."""

    node: str
    where: str
    gpus: float
    cpus: float
    engine: int = 0  # its number while it belongs to the fleet
    actor: Any = None
    starter: str = ""  # where its node has the starter model
    busy: bool = False  # a thread serves it
    ending: bool = False  # its process was asked to end
    wait_until: float = 0.0
    delay: float = FIRST_DELAY
    decoder: Decoder = field(default_factory=Decoder)


def slots_of(node: Mapping[str, Any]) -> dict[tuple[str, int], Slot]:
    """The slots of one entry of ``ray.nodes()``."""
    name, address = str(node["NodeID"]), str(node.get("NodeManagerHostname") or node["NodeManagerAddress"])
    gpus, cpus = int(node["Resources"].get("GPU", 0)), float(node["Resources"].get("CPU", 0))
    if gpus:
        return {(name, n): Slot(name, f"{address}, gpu {n}", 1, min(1.0, cpus)) for n in range(gpus)}
    return {(name, 0): Slot(name, f"{address}, cpu", 0, cpus)} if cpus >= 1 else {}


class Driver:
    """``worker_hello`` is sent to every engine that joins."""

    def __init__(self, ray: Any, channel: BlockingChannel, worker_hello: Mapping[str, Any]) -> None:
        self._ray, self._channel, self._hello = ray, channel, worker_hello
        self._slots: dict[tuple[str, int], Slot] = {}
        self._by_engine: dict[int, Slot] = {}
        self._engines = 0
        self._lock = threading.Lock()

    def look(self, now: float) -> None:
        """Engines for what is alive and has none."""
        alive = [node for node in self._ray.nodes() if node["Alive"]]
        found = {key: slot for node in alive for key, slot in slots_of(node).items()}
        with self._lock:
            vanished = [slot for key, slot in self._slots.items() if key not in found]
            self._slots = {key: self._slots.get(key, slot) for key, slot in found.items()}
            for slot in self._slots.values():
                if not slot.busy and now >= slot.wait_until:
                    slot.busy = True
                    threading.Thread(target=self._serve, args=(slot,), daemon=True).start()
        for slot in vanished:
            self._leave(slot, "its node is gone")

    def send(self, frame: Frame) -> None:
        """To the engine that the frame names, or to all; one that left is not an error."""
        if frame.kind == "models":
            self._know(frame.header["models"])
            return
        number = int(frame.header["engine"])
        with self._lock:
            slot = self._by_engine.get(number)
            actor = slot.actor if slot is not None else None
        if slot is None or actor is None:
            return
        if frame.kind == "replace":
            self._replace(slot, actor)
            return
        header = {key: value for key, value in frame.header.items() if key not in ("engine", "blobs")}
        _send(actor, encode(header, frame.blobs))

    def _know(self, models: list[Mapping[str, Any]]) -> None:
        with self._lock:
            self._hello = {**self._hello, "models": models}
            known = [(slot.actor, slot.starter) for slot in self._by_engine.values() if slot.actor is not None]
        for actor, own in known:
            _send(actor, encode({"type": "models", "models": _with_own_starter(models, own)}))

    def _replace(self, slot: Slot, actor: Any) -> None:
        """End the engine process; if it is asked again, the actor as well."""
        if slot.ending:
            self._ray.kill(actor)
        else:
            slot.ending = True
            actor.end.remote()

    def _serve(self, slot: Slot) -> None:
        """One life of an engine, in a thread of its own."""
        born = time.monotonic()
        try:
            self._start(slot)
            born = time.monotonic()
            while True:
                data = self._ray.get(slot.actor.receive.options(concurrency_group="out").remote())
                for frame in slot.decoder.feed(data):
                    header = {key: value for key, value in frame.header.items() if key != "blobs"}
                    self._channel.send({**header, "engine": slot.engine}, frame.blobs)
        except EOFError as error:  # the engine process ended; Ray raises what the actor raised
            self._channel.send({"type": "died", "engine": slot.engine, "reason": _last_line(error)})
        except (ChannelError, self._ray.exceptions.RayError, RuntimeError) as error:
            if not self._leave(slot, _last_line(error)) and slot in self._slots.values():
                self._channel.send({"type": "trouble", "message": f"no engine on {slot.where}: {_last_line(error)}"})
        if slot.actor is not None:
            self._ray.kill(slot.actor)
        slot.delay = FIRST_DELAY if time.monotonic() - born > HEALTHY_SECONDS else min(2 * slot.delay, LONGEST_DELAY)
        with self._lock:
            slot.actor, slot.busy, slot.wait_until = None, False, time.monotonic() + slot.delay

    def _leave(self, slot: Slot, reason: str) -> bool:
        """True when it had joined."""
        with self._lock:
            number, slot.engine = slot.engine, 0
            joined = self._by_engine.pop(number, None) is not None
        if joined:
            self._channel.send({"type": "left", "engine": number, "reason": reason})
        return joined

    def _start(self, slot: Slot) -> None:
        """Raises RuntimeError with a sentence when the node cannot be used."""
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        from bot.gpu.ray_actor import Relay

        actor_class = self._ray.remote(concurrency_groups={"in": 1, "out": 1})(Relay)
        slot.decoder, slot.ending = Decoder(), False
        slot.actor = actor_class.options(
            num_gpus=slot.gpus,
            num_cpus=slot.cpus,
            scheduling_strategy=NodeAffinitySchedulingStrategy(slot.node, soft=False),
        ).remote(0 if slot.gpus else int(slot.cpus))
        about = self._ray.get(slot.actor.about.remote(), timeout=START_SECONDS)
        if about["version"] != bot.__version__:
            raise RuntimeError(f"it has Inkling {about['version']}, and this is {bot.__version__}")
        slot.starter = str(about["starter"])
        with self._lock:
            models = _with_own_starter(self._hello["models"], slot.starter)
            if not slot.engine:
                self._engines += 1
                slot.engine = self._engines
            self._by_engine[slot.engine] = slot
        self._channel.send({"type": "joined", "engine": slot.engine, "name": slot.where, "node": slot.node})
        self._ray.get(_send(slot.actor, encode({**self._hello, "models": models})))


def _with_own_starter(models: list[Mapping[str, Any]], source: str) -> list[Mapping[str, Any]]:
    """Each node has its own copy of the starter model."""
    return [{**model, "source": source} if model["name"] == STARTER else model for model in models]


def _last_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[-1].strip()[:300]


def _send(actor: Any, data: bytes) -> Any:
    """One after another, beside the waiting ``receive``."""
    return actor.send.options(concurrency_group="in").remote(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True, help="a connected stream socket")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's; it ends this process by the channel
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_gcs_rpc_server_reconnect_timeout_s", LOST_SECONDS)
    channel = BlockingChannel(socket.socket(fileno=options.fd))
    inbox: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=read_all, args=(channel, inbox.put), name="reader", daemon=True).start()
    try:
        serve(channel, inbox)
    except OSError:
        os._exit(0)
    except BaseException as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:300]
        channel.send({"type": "trouble", "message": first})
        sys.stderr.flush()
        os._exit(1)


def serve(channel: BlockingChannel, inbox: queue.SimpleQueue[Frame]) -> None:
    """Work for ever; the end of the channel ends the process. Raises what keeps it from the cluster."""
    hello = inbox.get().header
    try:
        import ray
    except ImportError:
        raise RuntimeError("RAY_ADDRESS is set, but Ray is not installed: see deploy/ray.md.") from None
    ray.init(address=hello["address"], namespace="inkling", log_to_driver=False, configure_logging=False)
    driver = Driver(ray, channel, hello["worker"])
    due = 0.0
    while True:
        if (now := time.monotonic()) >= due:
            driver.look(now)
            due = now + LOOK_SECONDS
        try:
            driver.send(inbox.get(timeout=max(0.0, due - time.monotonic())))
        except queue.Empty:
            continue


if __name__ == "__main__":
    main()
