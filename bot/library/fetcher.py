"""Looks at the hub and fetches from it, in a process of its own: ``python -m bot.library.fetcher --fd N``.

It ends with its channel, whatever it is doing; what had arrived stays. One order, then its answer: ``offered``, ``got``
or ``failed``, with ``progress`` before it.
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
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.children.channel import BlockingChannel, Frame
from bot.children.reading import read_all
from bot.errors import FetchError, InklingError
from bot.fetch import wants_half
from bot.hub import api_of, check_room, download, explained
from bot.offers import read_offer

TELL_SECONDS = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True, help="a connected stream socket")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's; it ends this process by the channel
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    channel = BlockingChannel(socket.socket(fileno=options.fd))
    inbox: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=read_all, args=(channel, inbox.put), name="reader", daemon=True).start()
    try:
        channel.send(answer(channel, inbox.get().header))
        threading.Event().wait()  # the end of the channel ends the process
    except OSError:
        os._exit(0)


def answer(channel: BlockingChannel, order: Mapping[str, Any]) -> dict[str, Any]:
    """The frame that ends the order. Raises OSError when the bot is gone."""
    from httpx2 import HTTPError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    try:
        return _answer(channel, order)
    except InklingError as error:
        return {"type": "failed", "message": str(error), "again": isinstance(error, FetchError) and error.again}
    except (OSError, HTTPError) as error:
        why = explained(error, str(order["hub_id"]))
        return {"type": "failed", "message": str(why), "again": why.again}


def _answer(channel: BlockingChannel, order: Mapping[str, Any]) -> dict[str, Any]:
    token, models_dir = str(order["token"]), Path(order["models_dir"])
    api = api_of(token)
    offer = read_offer(api, order["hub_id"], order["file"], wants_half(str(order["device"])), order["commit"])
    if order["type"] == "look":
        return {"type": "offered", "offer": asdict(offer)}
    check_room(offer, models_dir, token)
    told = 0.0

    def tell(count: int) -> None:
        nonlocal told
        if (now := time.monotonic()) - told >= TELL_SECONDS:
            told = now
            channel.send({"type": "progress", "done": count})

    return {"type": "got", "place": str(download(api, offer, models_dir, tell))}


if __name__ == "__main__":
    main()
