"""The media helper: ``python -m bot.media.main --fd N``, where N is a connected stream socket.

What a person waits for goes before what fills in behind. The process ends with the channel.
"""

from __future__ import annotations

import argparse
import itertools
import logging
import os
import queue
import signal
import socket
import sys
import threading
from collections import defaultdict
from pathlib import Path
from typing import Any

from bot.children.channel import BlockingChannel, Frame
from bot.children.reading import read_all

FIRST = frozenset({"nearest", "index"})
"""Kinds that somebody waits for."""
MOST_ASKED = 64
MOST_TEXT = 200_000
"""Characters that a picture's words may have."""
log = logging.getLogger("bot.media")

Inbox = queue.PriorityQueue[tuple[int, int, Frame]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True, help="a connected stream socket")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's; it ends this process by the channel
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    channel = BlockingChannel(socket.socket(fileno=options.fd))
    inbox: Inbox = queue.PriorityQueue()
    numbers = itertools.count()

    def take(frame: Frame) -> None:
        inbox.put((0 if frame.kind in FIRST else 1, next(numbers), frame))

    threading.Thread(target=read_all, args=(channel, take), name="reader", daemon=True).start()
    serve(channel, inbox)


def serve(channel: BlockingChannel, inbox: Inbox) -> None:
    """Answer for ever; the reader thread ends the process."""
    work = Work()
    while True:
        _, _, frame = inbox.get()
        number = frame.header.get("id")
        try:
            answer, blobs = work.do(frame)
        except Lacking as error:
            log.warning("%s", error)
            answer, blobs = {"lacks": str(error)[:500]}, ()
        except Exception as error:  # one request that cannot be answered is not the helper's end
            log.exception("a request failed: %s", frame.kind)
            answer, blobs = {"failed": f"{type(error).__name__}: {error}"[:500]}, ()
        channel.send({"type": "answer", "id": number, **answer}, blobs)


class Lacking(Exception):
    """What a kind of request needs cannot be loaded."""


class Work:
    """What the helper can do; models are loaded when they are first needed."""

    def __init__(self) -> None:
        self._model: Any = None
        self._indexes: defaultdict[int, Any] | None = None
        self._known: set[int] = set()
        self._asked: dict[str, Any] = {}
        self._reader: Any = None
        self._whisper: Any = None
        self._stepped_back = False

    def do(self, frame: Frame) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """The answer to a request and its blobs. Raises whatever is wrong with it."""
        if frame.kind in ("read", "hear"):
            return self._texts(frame), ()
        import numpy as np

        from bot.media.embed import DIMENSIONS
        from bot.media.index import VectorIndex

        indexes = self._indexes = self._indexes if self._indexes is not None else defaultdict(VectorIndex)
        header = frame.header
        if frame.kind == "embed":
            vectors = self._minilm().encode([str(text) for text in header["texts"]])
            return {}, (vectors.astype("<f2").tobytes(),)
        owner = int(header["owner"])
        if frame.kind == "index":
            rows = np.frombuffer(frame.blobs[0], "<f2").reshape(-1, DIMENSIONS).astype(np.float32)
            indexes[owner].add([int(note) for note in header["notes"]], rows)
            if header.get("whole"):
                self._known.add(owner)
            return {}, ()
        if frame.kind == "forget":
            indexes.pop(owner, None)
            self._known.discard(owner)
            return {}, ()
        if frame.kind == "nearest":
            if owner not in self._known:
                return {"unknown": True}, ()
            found = indexes[owner].nearest(self._vector(str(header["text"])), int(header["limit"]))
            return {"notes": [note for note, _ in found], "scores": [round(score, 6) for _, score in found]}, ()
        raise ValueError(f"the helper does not know {frame.kind!r}")

    def _texts(self, frame: Frame) -> dict[str, Any]:
        """What is written or said in a file. Raises what is wrong with it."""
        self._step_back()
        path = Path(frame.header["path"])
        if frame.kind == "hear":
            return {"texts": self._ears(str(frame.header["model"])).hear(path)}
        from bot.media.ocr import opened

        text = self._eyes(str(frame.header["how"]))(opened(path))[:MOST_TEXT]
        return {"texts": [(None, text)] if text.strip() else []}

    def _eyes(self, how: str) -> Any:
        from bot.media.ocr import reader, tesseract

        if self._reader is None:
            try:
                self._reader = reader(tesseract() if how == "tesseract" else None)
            except Exception as error:
                raise Lacking(f"{how} cannot be loaded: {error}") from error
        return self._reader

    def _ears(self, model: str) -> Any:
        if self._whisper is None:
            try:
                from bot.media.speech import Whisper

                self._whisper = Whisper(model)
            except Exception as error:
                raise Lacking(f"the speech model {model} cannot be loaded: {error}") from error
        return self._whisper

    def _step_back(self) -> None:
        """Nobody waits for files: whoever else wants the processor goes first."""
        if not self._stepped_back and hasattr(os, "nice"):
            os.nice(10)
        self._stepped_back = True

    def _vector(self, text: str) -> Any:
        """Of a query; the latest are remembered, for people turn pages."""
        vector = self._asked.pop(text, None)
        if vector is None:
            (vector,) = self._minilm().encode([text])
        self._asked[text] = vector
        if len(self._asked) > MOST_ASKED:
            del self._asked[next(iter(self._asked))]
        return vector

    def _minilm(self) -> Any:
        if self._model is None:
            from bot.media.embed import MiniLM
            from bot.media.models import minilm_folder

            folder = minilm_folder()
            if folder is None:
                raise RuntimeError("the embedding model is not installed")
            self._model = MiniLM(folder)
        return self._model


if __name__ == "__main__":
    main()
