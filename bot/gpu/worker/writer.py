"""The writer process: ``python -m bot.gpu.worker.writer --fd N``, where N is a connected stream socket.

A causal language model from a folder or a GGUF file writes what it is asked for, one request at a time. It ends with
the channel, and by itself when nobody asked for a while.

It is no job of the engine's, although both make what somebody waits for: the device's memory is for pictures, and what
a model of words takes of it (2 GB for each billion parameters in half precision) would move a picture model out on a
card of 8 GB. So it runs on the processor, after everything else there (nice), and only where its weights fit into the
memory that is free. The engine's queue shares forwards among requests of equal shapes; tokens, one after another with a
cache of their own, share none with pictures. What its queue promises holds here as well: rows in SQLite, turns by what
each person has used, cancelled within a token, its progress shown (``bot.summaries.making``).
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import queue
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.children.channel import BlockingChannel, Frame
from bot.children.reading import read_all
from bot.gpu.worker.main import set_environment

IDLE_SECONDS = 300.0
NICE = 10
REPETITION = 1.15
"""Small models repeat themselves without it (Keskar et al. 2019, https://arxiv.org/abs/1909.05858, section 4.1)."""
log = logging.getLogger("bot.gpu.writer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True, help="a connected stream socket")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's; it ends this process by the channel
    set_environment()
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    channel = BlockingChannel(socket.socket(fileno=options.fd))
    inbox: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    author = Author()
    if hasattr(os, "nice"):
        os.nice(NICE)

    def take(frame: Frame) -> None:
        if frame.kind == "cancel":
            author.unwanted.add(int(frame.header["id"]))
        else:
            inbox.put(frame)

    threading.Thread(target=read_all, args=(channel, take), name="reader", daemon=True).start()
    while True:
        try:
            frame = inbox.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            os._exit(0)
        try:
            answer = author.write(frame.header)
        except InterruptedError as error:
            answer = {"failed": str(error)}
        except Exception as error:  # one request that cannot be answered is not the writer's end
            log.exception("a request failed")
            answer = {"failed": f"{type(error).__name__}: {error}"[:500]}
        channel.send({"type": "answer", "id": frame.header.get("id"), **answer})


class Author:
    """Holds the model that was asked for last. ``unwanted`` are requests that nobody waits for any more."""

    def __init__(self) -> None:
        self.unwanted: set[int] = set()
        self._path = ""
        self._model: Any = None
        self._tokenizer: Any = None

    def write(self, header: Mapping[str, Any]) -> dict[str, Any]:
        """``id``, ``model`` (a path), ``system``, ``text``, ``max_tokens`` -> ``text``. Raises whatever is wrong with
        them, and InterruptedError within a token once it is unwanted."""
        import torch
        from transformers import StoppingCriteriaList

        number = int(header["id"])
        self._check_wanted(number)
        self._load(str(header["model"]))
        prompt = self._prompt(str(header["system"]), str(header["text"]))
        most = int(header["max_tokens"])
        room = int(getattr(self._model.config, "max_position_embeddings", 2048)) - most
        if prompt["input_ids"].shape[1] > room:
            raise ValueError(f"the text has {prompt['input_ids'].shape[1]} tokens; the model reads {room}")

        def ended(ids: Any, scores: Any, **_: Any) -> Any:
            return torch.full((len(ids),), number in self.unwanted)

        with torch.inference_mode():
            made = self._model.generate(
                **prompt,
                max_new_tokens=most,
                do_sample=False,
                repetition_penalty=REPETITION,
                pad_token_id=self._tokenizer.eos_token_id,
                stopping_criteria=StoppingCriteriaList([ended]),
            )
        self._check_wanted(number)
        fresh = made[0, prompt["input_ids"].shape[1] :]
        return {"text": str(self._tokenizer.decode(fresh, skip_special_tokens=True)), "tokens": len(fresh)}

    def _check_wanted(self, number: int) -> None:
        if number in self.unwanted:
            self.unwanted.discard(number)
            raise InterruptedError("it was cancelled")

    def _prompt(self, system: str, text: str) -> Any:
        if self._tokenizer.chat_template:
            said = [{"role": "system", "content": system}, {"role": "user", "content": text}]
            return self._tokenizer.apply_chat_template(
                said, add_generation_prompt=True, return_tensors="pt", return_dict=True
            )
        return self._tokenizer(f"{system}\n\n{text}\n\nSummary:", return_tensors="pt", return_token_type_ids=False)

    def _load(self, path: str) -> None:
        if path == self._path:
            return
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        self._path, self._model = "", None
        where = Path(path)
        if where.suffix == ".gguf":
            options: dict[str, Any] = {"gguf_file": where.name}
            where = where.parent
        else:
            options = {"use_safetensors": True}
        # Files of strangers: no code of theirs, no pickles, nothing fetched.
        safe: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        check_memory(path)
        tokenizer_options = {key: value for key, value in options.items() if key == "gguf_file"}
        self._tokenizer = AutoTokenizer.from_pretrained(str(where), **safe, **tokenizer_options)
        model = AutoModelForCausalLM.from_pretrained(str(where), dtype=torch.float32, **safe, **options)
        self._model = model.eval()
        self._path = path


def check_memory(path: str) -> None:
    """Raises MemoryError where the model's weights surely do not fit: they are held in float32, and most files have
    half of that or less."""
    where, free = Path(path), available_memory()
    files = [where] if where.is_file() else list(where.glob("*.safetensors"))
    needed = (1 if _is_float32(where) else 2) * sum(file.stat().st_size for file in files)
    if free is not None and needed > free:
        raise MemoryError(f"it needs {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free")


def _is_float32(folder: Path) -> bool:
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return str(config.get("dtype", config.get("torch_dtype"))) == "float32"


def available_memory() -> int | None:
    """Bytes that can be had without swapping, None where the system does not say (Linux's MemAvailable)."""
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return None


if __name__ == "__main__":
    main()
