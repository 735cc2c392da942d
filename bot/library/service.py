"""The library: models looked at, fetched, added and removed while the bot runs; one is fetched at a time.

What is being fetched is written down, and goes on after a restart. Who may do any of this is for the caller to check.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.errors import BadRequest, NotFound
from bot.gpu.captioner import CAPTIONER
from bot.gpu.catalog import ModelInfo, read_catalog
from bot.hub import partial_of, place_of
from bot.library.added import Added, Entry, Wanted, known_models
from bot.library.asking import asked
from bot.library.model import HUB_ID, Candidate, Fetch, Stage, free_name, tidy_source
from bot.offers import Offer
from bot.settings import Settings

log = logging.getLogger(__name__)

AGAIN_SECONDS = (5.0, 15.0, 60.0, 300.0, 900.0, 1800.0, 3600.0, 3600.0)
"""Waits after a lost network; then it is given up, and what had arrived stays."""
MOST_LOOKED_AT = 20

Told = Callable[[tuple[ModelInfo, ...]], None]
NOT_ASKED = "That was looked at a while ago. Paste it once more."


class Library:
    """``told`` are called with all models whenever these change. ``on_change`` hears of each step of a fetch."""

    def __init__(self, settings: Settings, clock: Clock, told: Sequence[Told]) -> None:
        self._settings, self._clock, self._told = settings, clock, told
        self._added = Added(settings.models_dir)
        self._looked_at: dict[str, Candidate] = {}
        self._task: asyncio.Task[None] | None = None
        self._models = known_models(settings)
        self.fetch: Fetch | None = None
        self.on_change: list[Callable[[Fetch], None]] = []

    async def start(self) -> None:
        """Go on with what an earlier life was fetching."""
        if wanted := self._added.read().wanted:
            self._begin(wanted[0])

    async def close(self) -> None:
        """What is being fetched goes on at the next start."""
        await self._end_task()

    # ---- looking

    @property
    def added(self) -> Sequence[tuple[Entry, ModelInfo]]:
        """What was added, and what the catalog says of it."""
        own = [model for model in self._models if model.added]
        return list(zip(self._added.read().entries, own, strict=False))

    def candidate(self, token: str) -> Candidate:
        """Raises NotFound when it was looked at in an earlier life."""
        if token not in self._looked_at:
            raise NotFound(NOT_ASKED)
        return self._looked_at[token]

    async def look(self, text: str, asker: int) -> tuple[str, Candidate]:
        """What a hub id, a page's address or a path on this machine leads to, and a token to say yes with.

        Raises BadRequest with a sentence on why it cannot be used.
        """
        source = tidy_source(text)
        found = await self._look(source, asker)
        token = secrets.token_hex(4)
        self._looked_at[token] = found
        while len(self._looked_at) > MOST_LOOKED_AT:
            del self._looked_at[next(iter(self._looked_at))]
        return token, found

    async def _look(self, source: str, asker: int) -> Candidate:
        hub = HUB_ID.fullmatch(source)
        if (path := await asyncio.to_thread(_path_of, source)) is not None:
            return await self._look_here(str(path))
        if hub is None:
            raise BadRequest(
                "There is no such folder or file on the machine that I run on. A hub id looks like owner/name."
            )
        place = place_of(self._settings.models_dir, hub[1], hub[2])
        if await asyncio.to_thread(place.exists):  # fetched before, or by the command line
            return await self._look_here(str(place.resolve()) if hub[2] else hub[1])
        answer = await self._ask("look", hub[1], hub[2], None)
        if answer["type"] != "offered":
            raise BadRequest(str(answer["message"]))
        offer = Offer(**answer["offer"])
        if offer.family == CAPTIONER:
            raise BadRequest(
                f"It puts pictures into words. Fetch it with `./deploy/run model add {offer.id}`, which says what to "
                "write into .env."
            )
        wanted = Wanted(self._free_name(source), offer.id, offer.commit, offer.bytes, asker, hub[2])
        return Candidate(
            source, wanted.name, offer.family, offer.licence, wanted.bytes, self.free_bytes(), offer.gated, wanted
        )

    async def _look_here(self, source: str) -> Candidate:
        model = await self._read_one(source)
        if model.problem:
            raise BadRequest(f"It cannot be used. {model.problem}")
        if there := next((one for one in self._models if one.source == model.source), None):
            raise BadRequest(f"It is there already: pick “{there.label}” in `/imagine model:`.")
        size = await asyncio.to_thread(_bytes_at, model.source)
        return Candidate(source, self._free_name(source), model.family, "", size, self.free_bytes())

    async def _read_one(self, source: str) -> ModelInfo:
        """What the catalog says of it."""
        return (await asyncio.to_thread(read_catalog, (), self._settings.models_dir, [("x", source)]))[-1]

    def _free_name(self, source: str) -> str:
        return free_name(source, {model.name for model in self._models})

    def free_bytes(self) -> int:
        """On the disk that models are fetched to."""
        self._settings.models_dir.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._settings.models_dir).free

    # ---- adding

    async def add(self, token: str) -> Fetch | None:
        """Say yes to what was looked at: the fetch that begins, or None when it is added already.

        Raises NotFound for an old token, BadRequest while another is being fetched.
        """
        found = self.candidate(token)
        if found.wanted is None:
            del self._looked_at[token]
            await self._keep(Entry(self._free_name(found.source), found.source))
            return None
        if self._task is not None and not self._task.done():
            name = self.fetch.wanted.name if self.fetch else "another"
            raise BadRequest(f"“{name}” is being fetched. One at a time: wait for it, or stop it.")
        del self._looked_at[token]
        self._added.want(found.wanted)
        return self._begin(found.wanted)

    async def cancel(self) -> None:
        """Stop the fetch and delete what had arrived. Raises NotFound when there is none, or it has just ended."""
        if self.fetch is not None and not self.fetch.stage.is_over:
            await self._end_task()
        fetch = self.fetch
        if fetch is None or fetch.stage.is_over:
            raise NotFound("Nothing is being fetched any more.")
        self._added.unwant(fetch.wanted)
        partial = partial_of(place_of(self._settings.models_dir, fetch.wanted.hub_id, fetch.wanted.file))
        await asyncio.to_thread(shutil.rmtree, partial, ignore_errors=True)
        self._say(replace(fetch, stage=Stage.STOPPED, message="Stopped. What had arrived is deleted."))

    def _begin(self, wanted: Wanted) -> Fetch:
        self.fetch = Fetch(wanted)
        self._task = asyncio.create_task(self._work(wanted), name="fetch a model")
        return self.fetch

    async def _work(self, wanted: Wanted) -> None:
        try:
            for wait in (*AGAIN_SECONDS, None):
                answer = await self._ask("fetch", wanted.hub_id, wanted.file, wanted.commit, self._hear(wanted))
                if answer["type"] == "got":
                    await self._arrived(wanted)
                    return
                message = str(answer["message"])
                if not answer["again"] or wait is None:
                    break
                log.warning("fetching %s: %s", wanted.hub_id, message)
                done = self.fetch.done if self.fetch else 0
                self._say(Fetch(wanted, Stage.WAITING, done, message, self._clock() + wait))
                await asyncio.sleep(wait)
            self._failed(wanted, message)
        except Exception as error:
            log.exception("fetching %s failed", wanted.hub_id)
            self._failed(wanted, f"It could not be kept ({type(error).__name__}).")

    def _hear(self, wanted: Wanted) -> Callable[[int], None]:
        logged = 0

        def hear(done: int) -> None:
            nonlocal logged
            tenth = 10 * done // max(wanted.bytes, 1)
            if tenth > logged:
                logged = tenth
                log.info("fetching %s: %d %% of %.2f GB", wanted.hub_id, 10 * tenth, wanted.bytes / 1e9)
            self._say(Fetch(wanted, Stage.FETCHING, done))

        return hear

    async def _arrived(self, wanted: Wanted) -> None:
        place = place_of(self._settings.models_dir, wanted.hub_id, wanted.file)
        source = str(place.resolve()) if wanted.file else wanted.hub_id
        if problem := (await self._read_one(source)).problem:
            self._failed(wanted, f"It is in {place}, but it cannot be used. {problem}")
            return
        await self._keep(Entry(wanted.name, source))
        self._added.unwant(wanted)
        log.info("the model %s is here and can be picked", wanted.name)
        self._say(Fetch(wanted, Stage.READY, wanted.bytes))

    def _failed(self, wanted: Wanted, message: str) -> None:
        log.error("fetching %s ended: %s", wanted.hub_id, message)
        with contextlib.suppress(OSError):
            self._added.unwant(wanted)
        self._say(Fetch(wanted, Stage.FAILED, self.fetch.done if self.fetch else 0, message))

    async def _keep(self, entry: Entry) -> None:
        self._added.add(entry)
        await self._reread()

    async def _reread(self) -> None:
        self._models = await asyncio.to_thread(known_models, self._settings)
        for tell in self._told:
            tell(self._models)

    def _say(self, fetch: Fetch) -> None:
        self.fetch = fetch
        for tell in list(self.on_change):
            tell(fetch)

    # ---- removing

    async def removal(self, name: str) -> tuple[ModelInfo, int | None]:
        """The model, and the bytes that ``erase`` would free; None where its files are not ours. Raises NotFound."""
        _, model = self._find(name)
        files = self._own_files(model)
        return model, None if files is None else await asyncio.to_thread(_bytes_at, files)

    def _own_files(self, model: ModelInfo) -> Path | None:
        """What would be deleted with it: only what was fetched here, and nothing else uses."""
        inside = self._settings.models_dir.resolve() in model.source.resolve().parents
        shared = sum(other.source.resolve() == model.source.resolve() for other in self._models) > 1
        return model.source.resolve() if inside and not shared and model.source.exists() else None

    async def remove(self, name: str, *, erase: bool) -> None:
        """Take it out of the picker, and delete the files that ``removal`` counts. Raises NotFound."""
        entry, model = self._find(name)
        files = self._own_files(model) if erase else None
        self._added.drop(entry.name)
        await self._reread()
        if files is not None:
            await asyncio.to_thread(_delete, files)

    def _find(self, name: str) -> tuple[Entry, ModelInfo]:
        found = next((one for one in self.added if one[1].name == name), None)
        if found is None:
            raise NotFound("That model was not added here, or is gone already.")
        return found

    async def _ask(
        self, what: str, hub_id: str, file: str | None, commit: str | None, hear: Callable[[int], None] | None = None
    ) -> dict[str, Any]:
        order = {"type": what, "hub_id": hub_id, "file": file, "commit": commit}
        return await asked(order, self._settings, hear)

    async def _end_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def _path_of(source: str) -> Path | None:
    """Where it lies on this machine, if it does."""
    try:
        path = Path(source).expanduser()
        return path.resolve() if path.exists() else None
    except (OSError, RuntimeError, ValueError):  # a name that no disk takes
        return None


def _bytes_at(path: Path) -> int:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files)


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
