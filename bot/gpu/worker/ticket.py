"""One running request, as the executor sees it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.gpu.worker.merge import Fingerprints


class Cancelled(Exception):
    """The request was cancelled; raised in its own thread."""


class NoMemory(Exception):
    """Even the smallest forward of this request does not fit, whatever was given up for it."""


class NoMemoryToRead(NoMemory):
    """It is a text encoder that does not fit: the picture's size has no part in it."""


class Relief(Protocol):
    """Something to give up when memory runs out (see ``bot.gpu.worker.ladder``)."""

    def climb(self, decoding: bool) -> bool:
        """Give up one more thing; False when nothing is left. Called by the forward thread, between forwards."""

    def notes(self, decoding: bool) -> list[str]:
        """What is given up now, in sentences for the person."""

    def held(self) -> None:
        """Something was decoded without trouble. Called by the forward thread, between forwards."""


class Outfit(Protocol):
    """What shared parts of the model wear for a request (see ``bot.gpu.worker.wardrobe``)."""

    @property
    def key(self) -> Hashable:
        """Only forwards of equal keys may merge."""

    @property
    def tokenizers(self) -> Mapping[str, Any]:
        """Attribute of the pipeline -> a tokenizer of the request's own."""

    def for_words(self) -> None:
        """Onto the text encoders. Called by the request's thread while nobody else prepares."""

    def for_forward(self) -> None:
        """Onto the denoiser. Called by the forward thread, right before a forward."""


@dataclass(eq=False, slots=True)
class Ticket:
    """One running request. ``cancelled`` may be set by any thread through ``Executor.cancel``."""

    model: str = ""
    alone: bool = False  # its forwards are shared with nobody
    relief: Relief | None = None
    outfit: Outfit | None = None
    pipeline: Any = None  # it knows how many forwards there will be
    cancelled: bool = False
    forwards: int = 0
    calls: int = 1  # of pipelines, one after another
    most_together: int = 1
    preparing: bool = False
    returned: float | None = None  # when it was last handed a result
    asked: tuple[Hashable, int] | None = None  # shape and rows of its last call: what it will most likely ask next
    notes: dict[str, None] = field(default_factory=dict)  # sentences for the person, in order
    fingerprints: Fingerprints = field(default_factory=Fingerprints)

    def note(self, sentence: str) -> None:
        self.notes[sentence] = None

    def forwards_in_all(self) -> int | None:
        """Forwards of the whole request; None until the pipeline has set its timesteps."""
        known = getattr(self.pipeline, "_num_timesteps", None)  # without those that a picture to start from saves
        if known is None:
            timesteps = getattr(getattr(self.pipeline, "scheduler", None), "timesteps", None)
            known = None if timesteps is None else len(timesteps)
        return None if known is None else int(known) * self.calls

    def forwards_left(self) -> int:
        """Forwards until the picture is done, as far as is known; at least 1."""
        return max(1, (self.forwards_in_all() or 0) - self.forwards)
