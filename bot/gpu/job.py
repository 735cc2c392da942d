"""The queue's vocabulary: plain frozen values that the bot, the policy and the engine share.

Nothing here knows Discord, SQL, torch or the clock.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from bot.gpu import tiling
from bot.gpu.extras import Embedding, Lora
from bot.gpu.tiling import Box


class JobStatus(StrEnum):
    """queued -> running -> finished (files durable) -> delivered; or failed, cancelled, quarantined."""

    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"
    QUARANTINED = "quarantined"

    @property
    def is_open(self) -> bool:
        """True while the job still has to be rendered."""
        return self in (JobStatus.QUEUED, JobStatus.RUNNING)


class Mode(StrEnum):
    """What pictures are made from: words alone, another picture, or the part of one that a mask shows; or another one,
    larger, tile by tile. And the other way round: words from a picture."""

    WORDS = "words"
    IMAGE = "image"
    INPAINT = "inpaint"
    UPSCALE = "upscale"
    DESCRIBE = "describe"


DRAWING = tuple(mode for mode in Mode if mode is not Mode.DESCRIBE)
"""What a model that draws may be asked for."""


class Seamless(StrEnum):
    """At which of its sides a picture goes on at the opposite one, so that it tiles. Values are words that people
    choose, and are stored."""

    BOTH = "both"
    SIDEWAYS = "sideways"
    UP_AND_DOWN = "up and down"


@dataclass(frozen=True, slots=True)
class Generation:
    """What the engine needs to make ``len(seeds)`` pictures in one pipeline call; JSON-able.

    ``width`` and ``height`` are pixels. ``seeds`` has one entry a picture. ``sampler`` is a name from
    ``bot.gpu.samplers.SAMPLERS`` or None for the model's own scheduler. ``texts`` are the PNG text chunks to write,
    one mapping a picture (or empty).

    ``image`` and ``mask`` name kept pictures by their sha256: what it starts from, and where (white) it is painted
    anew; ``blend`` is a second one that the first is mixed with. Of ``steps`` the first ``skipped`` are not made,
    because there is a picture to start from: ``strength`` is the share that is. With a ``tile``, its side in pixels,
    ``image`` is enlarged to the size tile by tile. ``image_prompts`` are pictures that an IP-Adapter looks at, and
    ``image_scale`` (0 to 1) says how much they count. A ``distilled`` model is told its guidance as a number, which
    takes no rows. ``loras`` and ``embeddings`` go on top of the model; the prompt has the words that call the
    embeddings. A grid is one generation whose ``cells`` are drawn one after another, one picture each; its own numbers
    are the first cell's. With ``watermark`` the finished pictures get one. With ``describes`` no picture is made: the
    words for ``image``, of at most ``steps`` tokens, become the first of the job's notes.
    """

    model: str
    prompt: str
    negative_prompt: str
    width: int
    height: int
    steps: int
    guidance: float
    seeds: tuple[int, ...]
    sampler: str | None = None
    texts: tuple[Mapping[str, str], ...] = ()
    image: str | None = None
    mask: str | None = None
    strength: float = 1.0
    skipped: int = 0
    tile: int = 0
    distilled: bool = False
    loras: tuple[Lora, ...] = ()
    embeddings: tuple[Embedding, ...] = ()
    cells: tuple[Generation, ...] = ()
    describes: bool = False
    seamless: Seamless | None = None
    blend: str | None = None
    image_prompts: tuple[str, ...] = ()
    image_scale: float = 0.0
    watermark: bool = False

    @property
    def mode(self) -> Mode:
        if self.describes:
            return Mode.DESCRIBE
        if self.tile:
            return Mode.UPSCALE
        if self.mask is not None:
            return Mode.INPAINT
        return Mode.WORDS if self.image is None else Mode.IMAGE

    @property
    def inputs(self) -> tuple[str, ...]:
        """The sha256 of each picture that the engine has to be given, in their order, each once."""
        named = (self.image, self.mask, self.blend, *self.image_prompts)
        return tuple(dict.fromkeys(sha256 for sha256 in named if sha256 is not None))

    @property
    def rows(self) -> int:
        """Rows a denoiser forward takes: two a picture where guidance compares two sides."""
        return len(self.seeds) * (2 if self.is_guided else 1)

    @property
    def is_guided(self) -> bool:
        return self.guidance > 1 and not self.distilled

    @property
    def cost(self) -> float:
        """Fair-share cost: rows x steps really made x megapixels, those of all tiles, and of all cells."""
        if self.cells:
            return sum(cell.cost for cell in self.cells)
        return self.rows * (self.steps - self.skipped) * self.pixels * len(self.tiles) / 1e6

    @property
    def tiles(self) -> tuple[Box, ...]:
        """What is drawn at once: left, top, right, bottom in pixels."""
        if not self.tile:
            return ((0, 0, self.width, self.height),)
        return tiling.boxes(self.width, self.height, self.tile)

    @property
    def pixels(self) -> int:
        """Of what is drawn at once."""
        left, top, right, bottom = self.tiles[0]
        return (right - left) * (bottom - top)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Generation:
        return cls._from_raw(json.loads(text))

    @classmethod
    def _from_raw(cls, raw: dict[str, Any]) -> Generation:
        raw["cells"] = tuple(map(cls._from_raw, raw.get("cells", ())))
        raw["seeds"] = tuple(raw["seeds"])
        raw["texts"] = tuple(raw["texts"])
        raw["loras"] = tuple(Lora(**lora) for lora in raw.get("loras", ()))
        raw["embeddings"] = tuple(Embedding(**embedding) for embedding in raw.get("embeddings", ()))
        raw["image_prompts"] = tuple(raw.get("image_prompts", ()))
        if seamless := raw.get("seamless"):
            raw["seamless"] = Seamless(seamless)
        return cls(**raw)


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said when a job was asked for and since. ``estimate_seconds`` is the bare estimate, ``ready_utc`` the
    time that was first said, ``latest_utc`` the one last said. ``ahead`` and ``beside`` count the jobs that would start
    earlier, and those that ran, at the moment of asking."""

    ahead: int
    beside: int
    estimate_seconds: float | None = None
    ready_utc: float | None = None
    latest_utc: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules give an asker: ``weight`` in the fair shares, and how many jobs may run at once (None: all)."""

    weight: float = 1.0
    most_running: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the jobs table. Times are UTC seconds since the epoch.

    ``standing`` is the asker's at the time. ``engine`` names where it ran last, ``done`` is the share of its steps that
    were made when it ended.
    """

    id: int
    user_id: int
    guild_id: int | None
    status: JobStatus
    generation: Generation
    attempts: int
    deaths_alone: int
    created_utc: float
    started_utc: float | None = None
    ended_utc: float | None = None
    error: str | None = None
    notes: tuple[str, ...] = field(default=())
    standing: Standing = Standing()
    engine: str | None = None
    done: float = 0.0
    promise: Promise | None = None


# ---- what the engine says about a job while it works --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Started:
    """The engine took the job up."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """``step`` of ``steps`` is done. ``preview`` is a small encoded picture (JPEG, longest side <= 256 px) or None."""

    step: int
    steps: int
    preview: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """The pictures, PNG-encoded at the size the model drew them, in the order of ``Generation.seeds``.

    ``notes`` are sentences for the person: where the prompt was cut, what was degraded. ``flagged`` says of each
    picture whether the safety check flagged it; empty where there is no checker.
    """

    images: tuple[bytes, ...]
    notes: tuple[str, ...] = ()
    flagged: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """The job was cancelled; the engine holds nothing of it any more."""


EngineEvent = Started | Stepped | Rendered | Stopped
