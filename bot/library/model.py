"""What the library talks about: a model that could be added, and one that is on its way."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.library.added import Wanted

HUB_ID = re.compile(r"([\w.-]+/[\w.-]+)(?:/(.+\.(?:safetensors|ckpt)))?")
_HUB_PAGE = re.compile(r"https://(?:www\.)?(?:huggingface\.co|hf\.co)/", re.IGNORECASE)
_REVISION = re.compile(r"/(?:blob|resolve|tree)/[^/]+/?")
MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that was looked at and not said yes to. ``family`` is empty where it shows only when it is here;
    ``wanted`` is None for one that is on this machine already."""

    source: str
    name: str
    family: str
    licence: str
    bytes: int
    free_bytes: int
    gated: bool = False
    wanted: Wanted | None = None


class Stage(StrEnum):
    FETCHING = "fetching"
    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        return self in (Stage.READY, Stage.FAILED, Stage.STOPPED)


@dataclass(frozen=True, slots=True)
class Fetch:
    """A model on its way. ``again_utc`` is when a lost network is tried again, ``message`` why it ended or waits."""

    wanted: Wanted
    stage: Stage = Stage.FETCHING
    done: int = 0
    message: str = ""
    again_utc: float | None = None


def tidy_source(text: str) -> str:
    """As it is meant: the address of a page, or of a file's page, becomes a hub id."""
    plain = text.strip().strip("\"'`<>")
    shortened = _HUB_PAGE.sub("", plain)
    return plain if shortened == plain else _REVISION.sub("/", shortened.split("?")[0]).rstrip("/")


def free_name(source: str, taken: Collection[str]) -> str:
    """A name for people to pick, from the last part of the source."""
    stem = re.sub(r"\.(safetensors|ckpt)$", "", Path(source).name)
    own = re.sub(r"[^\w.-]+", "-", stem).strip("-.").lower()[:MAX_NAME] or "model"
    return next(name for name in (own, *(f"{own}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
