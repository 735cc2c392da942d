"""Which models were added while the bot ran, and which are still being fetched: a small JSON file beside them.

``.env`` stays a static list of the operator's own; this file is changed from Discord. It lies in the models' folder,
which the playground shares with the bot.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bot.gpu.adapters import with_adapters
from bot.gpu.captioner import read_captioner
from bot.gpu.catalog import ModelInfo, read_catalog
from bot.settings import Settings

log = logging.getLogger(__name__)

FILE = "added.json"
MAX_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A model under the name that people pick. ``source`` is a hub id that was fetched, or a path."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A model of the hub that was said yes to: ``commit`` is the state of it that was looked at, ``file`` the single
    file of it that was named, ``asker`` who is told when it is here."""

    name: str
    hub_id: str
    commit: str
    bytes: int
    asker: int
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    entries: tuple[Entry, ...] = ()
    wanted: tuple[Wanted, ...] = ()


class Added:
    """The file is read each time: the playground may have changed it."""

    def __init__(self, models_dir: Path) -> None:
        self._path = models_dir / FILE

    def read(self) -> Known:
        """One that is absent or cannot be read counts as empty."""
        try:
            if self._path.stat().st_size > MAX_BYTES:
                raise ValueError("too long")
            found: dict[str, list[dict[str, Any]]] = json.loads(self._path.read_bytes())
            entries = tuple(Entry(str(raw["name"]), str(raw["source"])) for raw in found["entries"])
            return Known(entries, tuple(Wanted(**raw) for raw in found["wanted"]))
        except FileNotFoundError:
            return Known()
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            log.warning("%s cannot be read: %s", self._path, error)
            return Known()

    def add(self, entry: Entry) -> None:
        """Raises OSError, as do the others that write."""
        known = self.read()
        self._write(replace(known, entries=(*(old for old in known.entries if old.name != entry.name), entry)))

    def drop(self, name: str) -> None:
        known = self.read()
        self._write(replace(known, entries=tuple(entry for entry in known.entries if entry.name != name)))

    def want(self, wanted: Wanted) -> None:
        known = self.read()
        others = tuple(one for one in known.wanted if (one.hub_id, one.file) != (wanted.hub_id, wanted.file))
        self._write(replace(known, wanted=(*others, wanted)))

    def unwant(self, wanted: Wanted) -> None:
        known = self.read()
        others = tuple(one for one in known.wanted if (one.hub_id, one.file) != (wanted.hub_id, wanted.file))
        self._write(replace(known, wanted=others))

    def _write(self, known: Known) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_suffix(".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(asdict(known), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)


def known_models(settings: Settings) -> tuple[ModelInfo, ...]:
    """The models of the settings, the starter model, those that were added, and what describes pictures."""
    added: Sequence[Entry] = Added(settings.models_dir).read().entries
    models = read_catalog(settings.models, settings.models_dir, [(entry.name, entry.source) for entry in added])
    models = with_adapters(models, settings.ip_adapters)
    if not settings.caption_model:
        return models
    names = [model.name for model in models]
    return (*models, read_captioner(settings.caption_model, settings.models_dir, names))
