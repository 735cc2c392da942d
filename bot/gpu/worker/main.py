"""The engine process: ``python -m bot.gpu.worker.main --fd N``, where N is a connected stream socket.

Nothing is written to standard output. The process ends at once when the bot does, even while a forward runs: the
reader thread sees the end of the channel, and no orphan holds the device.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import queue
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bot.children.channel import BlockingChannel, Frame
from bot.errors import ChannelError
from bot.gpu.job import Generation
from bot.gpu.learnt import BFLOAT16, MEMORY
from bot.gpu.worker import room

POISONED = 70
PROTOCOL = 71
NARROW = 2  # bytes of a number, where half precision or bfloat16 may be used
TELL_SECONDS = 10.0  # what was learnt about the device is told so often
SWITCH_SECONDS = 0.0005  # many short turns of the request threads between two forwards

log = logging.getLogger("bot.gpu.worker")


def set_environment() -> None:
    """Has to come before torch is imported."""
    os.environ["OMP_WAIT_POLICY"] = "passive"  # idle OpenMP threads must not spin against the forward thread
    os.environ.setdefault("KMP_BLOCKTIME", "0")
    for key in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "DIFFUSERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[key] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")


def read_into(inbox: queue.SimpleQueue[Frame], channel: BlockingChannel) -> None:
    """The reader thread. Ends the process with the channel."""
    code = 0
    try:
        while (frame := channel.receive()) is not None:
            if frame.kind == "close":
                break
            inbox.put(frame)
    except ChannelError as error:
        sys.stderr.write(f"the bot sent what is no frame: {error}\n")
        code = PROTOCOL
    except OSError:
        pass
    sys.stderr.flush()
    os._exit(code)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True, help="a connected stream socket")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's; it ends this process by the channel
    set_environment()
    sys.setswitchinterval(SWITCH_SECONDS)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    channel = BlockingChannel(socket.socket(fileno=options.fd))
    inbox: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=read_into, args=(inbox, channel), name="reader", daemon=True).start()
    try:
        serve(channel, inbox)
    except OSError:
        os._exit(0)
    except BaseException:
        log.exception("the engine cannot go on")
        sys.stderr.flush()
        os._exit(1)


def serve(channel: BlockingChannel, inbox: queue.SimpleQueue[Frame]) -> None:
    """Work for ever; the reader thread ends the process."""
    hello = inbox.get().header
    import diffusers.utils.logging as diffusers_logging
    import torch
    import transformers.utils.logging as transformers_logging

    from bot.gpu.worker import device as devices
    from bot.gpu.worker import models
    from bot.gpu.worker.executor import Executor
    from bot.gpu.worker.knee import Knee
    from bot.gpu.worker.studio import Studio

    warnings.filterwarnings("ignore", "Should have t", UserWarning)  # torchsde rounds its ends, at each picture anew
    warnings.filterwarnings("ignore", message="In CPU autocast")  # the depth pipeline's, in float32
    diffusers_logging.set_verbosity_error()
    diffusers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    if hello["threads"]:
        torch.set_num_threads(int(hello["threads"]))
    device = devices.choose(str(hello["device"]), str(hello["memory_mode"]))
    knee, learnt = Knee(most=device.most_rows), hello.get("learnt", {})
    remember(knee, learnt.get(device.key, []))
    executor = Executor(device.place, knee, give_up)
    extras = Path(hello["extras"]) if hello.get("extras") else None
    load = partial(models.load, precision=precision_of(hello, device, channel))
    known, checker = by_name(hello["models"]), str(hello.get("safety_checker", ""))
    studio = Studio(device, executor, known, channel.send, hello["preview_seconds"], load, extras, checker)
    remember(studio.peaks, learnt.get(MEMORY + device.key, []))
    fits = most_pixels_of(hello["models"], device)
    channel.send({"type": "ready", "device": device.describe(), "places": device.places, "fits": fits})
    studio.prepare(str(hello["model"]))
    sources: tuple[tuple[str, Any], ...] = ((device.key, knee), (MEMORY + device.key, studio.peaks))
    told: dict[str, Any] = {}
    due = time.monotonic() + TELL_SECONDS
    while True:
        with contextlib.suppress(queue.Empty):
            frame = inbox.get(timeout=max(0.0, due - time.monotonic()))
            handle(studio, frame)
            if frame.kind == "models":
                channel.send({"type": "fits", "fits": most_pixels_of(frame.header["models"], device)})
        if time.monotonic() >= due:
            due = time.monotonic() + TELL_SECONDS
            for key, source in sources:
                if (known := source.learnt()) and known != told.get(key):
                    channel.send({"type": "learnt", "device": key, "knee": known})
                    told[key] = known


def precision_of(hello: Any, device: Any, channel: BlockingChannel) -> Any:
    """With what an earlier life measured; what this one measures is told."""
    from bot.gpu.worker.precision import Precision

    key = BFLOAT16 + device.key
    try:
        gain = float(hello.get("learnt", {}).get(key, [])[0])
    except (IndexError, TypeError, ValueError):
        gain = None

    def tell(found: float) -> None:
        channel.send({"type": "learnt", "device": key, "knee": [found]})

    return Precision(str(hello["precision"]), device, gain, tell)


def most_pixels_of(models: Sequence[Mapping[str, Any]], device: Any) -> dict[str, int]:
    """Of each model of which something can be said before it is loaded."""
    found = {
        str(model["name"]): room.most_pixels(Path(model["source"]), str(model["family"]), device.all_bytes, NARROW)
        for model in models
        if not model["problem"]
    }
    return {name: pixels for name, pixels in found.items() if pixels is not None}


def remember(learner: Any, learnt: Any) -> None:
    """What an earlier life learnt about this device. A strange file costs nothing but the time to learn it anew."""
    try:
        learner.recall(learnt)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.warning("what was learnt about the device cannot be read: %s", error)


def handle(studio: Any, frame: Frame) -> None:
    header = frame.header
    if frame.kind == "generate":
        studio.take(int(header["job"]), Generation.from_json(header["generation"]), frame.blobs)
    elif frame.kind == "cancel":
        studio.cancel(int(header["job"]))
    elif frame.kind == "models":
        studio.know(by_name(header["models"]))


def by_name(models: Any) -> dict[str, Any]:
    """What the bot tells of each model."""
    return {str(model["name"]): model for model in models}


def give_up(error: BaseException) -> None:
    """After a fault of the device nothing that runs in this process can be trusted: a new one is started."""
    sys.stderr.write(f"the device failed, the engine ends: {type(error).__name__}: {error}\n")
    sys.stderr.flush()
    os._exit(POISONED)


if __name__ == "__main__":
    main()
