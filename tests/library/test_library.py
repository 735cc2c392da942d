"""The library with a real process that fetches from a pretended hub: broken off in every way, it goes on."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.errors import BadRequest, NotFound
from bot.fetch import add_model
from bot.gpu.catalog import ModelInfo
from bot.hub import LOCK, explained
from bot.library import service
from bot.library.added import FILE, Added, Entry, known_models
from bot.library.model import Stage, free_name, tidy_source
from bot.library.service import Library
from bot.pocket import WEIGHTS
from bot.settings import Settings
from tests.pretend_hub import PretendHub

WEIGHT = "unet/diffusion_pytorch_model.safetensors"
ASKER = 7


class House:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.told: list[tuple[str, ...]] = []
        self.library = self.another()

    def another(self) -> Library:
        """As after a restart."""
        return Library(self.settings, lambda: 1000.0, [self._hear])

    def _hear(self, models: tuple[ModelInfo, ...]) -> None:
        self.told.append(tuple(model.name for model in models))

    async def begin(self) -> None:
        token, _ = await self.library.look("someone/small", ASKER)
        assert await self.library.add(token) is not None

    async def until(self, true: Callable[[], object], library: Library | None = None) -> None:
        async with asyncio.timeout(30):
            while not true():
                await asyncio.sleep(0.01)

    @property
    def stage(self) -> Stage | None:
        return self.library.fetch.stage if self.library.fetch else None

    @property
    def partial(self) -> Path:
        return self.settings.models_dir / "someone--small.partial"

    def arrived(self) -> int:
        part = self.partial / (WEIGHT + ".part")
        return part.stat().st_size if part.exists() else 0


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendHub]:
    folder = tmp_path / "on the hub"
    shutil.copytree(WEIGHTS, folder)
    found = PretendHub("someone/small", folder)
    monkeypatch.setenv("HF_ENDPOINT", found.url)
    for key in ("HF_HUB_OFFLINE", "HF_TOKEN"):
        monkeypatch.delenv(key, raising=False)
    yield found
    found.close()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(service, "AGAIN_SECONDS", (0.05,) * 8)
    return House(Settings(data_dir=tmp_path / "data", device="cpu"))


def check_whole(house: House, pretend: PretendHub) -> None:
    place = house.settings.models_dir / "someone--small"
    for path in place.rglob("*.safetensors"):
        assert path.read_bytes() == (pretend.folder / path.relative_to(place)).read_bytes()
    assert not house.partial.exists()


async def test_a_model_is_looked_at_fetched_kept_and_removed(pretend: PretendHub, house: House) -> None:
    token, found = await house.library.look("https://huggingface.co/someone/small/tree/main", ASKER)
    assert (found.name, found.family, found.licence) == ("small", "sd1", "creativeml-openrail-m")
    assert found.bytes > 30e6 and found.free_bytes > found.bytes
    assert not any(name.endswith(".safetensors") for name in pretend.fetched)
    steps = []
    house.library.on_change.append(lambda fetch: steps.append((fetch.stage, fetch.done)))
    await house.library.add(token)
    with pytest.raises(NotFound, match="Paste it once more"):
        await house.library.add(token)
    await house.until(lambda: house.stage is Stage.READY)
    assert house.told == [("starter", "small")]
    assert steps[-1] == (Stage.READY, found.bytes) and any(stage is Stage.FETCHING for stage, _ in steps)
    check_whole(house, pretend)
    with pytest.raises(BadRequest, match="there already: pick “small”"):
        await house.library.look("someone/small", ASKER)

    house.library = house.another()
    assert [model.name for model in known_models(house.settings)] == ["starter", "small"]
    model, size = await house.library.removal("small")
    assert size is not None and size > 30e6
    await house.library.remove("small", erase=False)
    assert model.source.exists() and house.told[-1] == ("starter",)
    token, found = await house.library.look("someone/small", ASKER)
    assert found.wanted is None, "it is fetched already"
    assert await house.library.add(token) is None
    await house.library.remove("small", erase=True)
    assert not model.source.exists()
    with pytest.raises(NotFound):
        await house.library.remove("small", erase=True)


async def test_a_process_that_is_killed_goes_on_where_it_was(pretend: PretendHub, house: House) -> None:
    pretend.chunk_seconds = 0.005
    await house.begin()
    await house.until(lambda: house.arrived() > 1 << 17)
    with pytest.raises(BadRequest, match="One at a time"):
        other, _ = await house.library.look("someone/small", ASKER)
        await house.library.add(other)
    (child,) = [p for p in psutil.Process().children() if "bot.library.fetcher" in p.cmdline()]
    waited: list[float | None] = []
    house.library.on_change.append(lambda f: waited.append(f.again_utc) if f.stage is Stage.WAITING else None)
    child.kill()
    await house.until(lambda: waited)
    pretend.chunk_seconds = 0.0
    await house.until(lambda: house.stage is Stage.READY)
    assert waited == [1000.05]
    ((name, wanted),) = pretend.ranges
    assert name == WEIGHT and wanted != "bytes=0-"
    check_whole(house, pretend)


async def test_a_restart_of_the_bot_goes_on_where_it_was(pretend: PretendHub, house: House) -> None:
    pretend.chunk_seconds = 0.005
    await house.begin()
    await house.until(lambda: house.arrived() > 1 << 17)
    await house.library.close()
    assert Added(house.settings.models_dir).read().wanted[0].asker == ASKER
    pretend.chunk_seconds = 0.0
    house.library = house.another()
    await house.library.start()
    await house.until(lambda: house.stage is Stage.READY)
    assert [name for name, _ in pretend.ranges] == [WEIGHT]
    assert Added(house.settings.models_dir).read().wanted == ()
    check_whole(house, pretend)


async def test_a_fetch_is_stopped_and_leaves_nothing(pretend: PretendHub, house: House) -> None:
    pretend.chunk_seconds = 0.005
    await house.begin()
    await house.until(lambda: house.arrived() > 1 << 17)
    await house.library.cancel()
    assert house.stage is Stage.STOPPED and not house.partial.exists()
    assert {path.name for path in house.settings.models_dir.iterdir()} <= {FILE, LOCK}
    with pytest.raises(NotFound):
        await house.library.cancel()


async def test_what_cannot_be_fetched_is_said(
    pretend: PretendHub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(text: str) -> str:
        with pytest.raises(BadRequest) as said:
            await house.library.look(text, ASKER)
        return str(said.value)

    assert "The hub has no someone/else" in await refused("someone/else")
    assert "no such folder or file" in await refused("/nowhere/at/all")
    assert "no such folder or file" in await refused("x" * 400 + "\0")
    odd = house.settings.data_dir.parent / "odd.safetensors"
    odd.write_bytes(b"\1")
    assert "cut off" in await refused(str(odd))
    pretend.claimed = 10**14
    token, found = await house.library.look("someone/small", ASKER)
    await house.library.add(token)
    await house.until(lambda: house.stage is Stage.FAILED)
    assert house.library.fetch is not None and "not enough room" in house.library.fetch.message
    pretend.claimed, pretend.gated, pretend.accepted_token = None, "auto", "hf_good"
    assert "Accept its terms at" in await refused("someone/small")
    accepted = House(replace(house.settings, hf_token="hf_good"))
    _, found = await accepted.library.look("someone/small", ASKER)
    assert found.gated and found.licence == "creativeml-openrail-m"
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert "cannot be reached" in await refused("someone/small")
    assert "disk is full" in str(explained(OSError(errno.ENOSPC, "No space left", "x"), "a/b"))


async def test_a_folder_of_ones_own_is_added_and_never_deleted(house: House, tmp_path: Path) -> None:
    own = tmp_path / "My = Model"
    shutil.copytree(WEIGHTS, own)
    token, found = await house.library.look(f" {own} ", ASKER)
    assert (found.name, found.licence, found.wanted) == ("my-model", "", None)
    assert await house.library.add(token) is None and house.told == [("starter", "my-model")]
    assert await house.library.removal("my-model") == (known_models(house.settings)[1], None)
    await house.library.remove("my-model", erase=True)
    assert own.is_dir()


async def test_a_model_that_describes_is_fetched_by_the_command_line(
    pretend: PretendHub, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place is a setting; pickled weights beside its own stay where they are."""
    shutil.rmtree(pretend.folder)
    pretend.folder.mkdir()
    (pretend.folder / "config.json").write_text('{"model_type": "blip", "vision_config": {"image_size": 224}}')
    for name in ("tokenizer.json", "preprocessor_config.json", "model.safetensors", "pytorch_model.bin", "tf_model.h5"):
        (pretend.folder / name).write_bytes(b"{}" * 600_000 if "model." in name else b"{}")
    with pytest.raises(BadRequest, match="model add someone/small"):
        await house.library.look("someone/small", ASKER)
    said = await asyncio.to_thread(add_model, house.settings, "someone/small", lambda _: True)
    assert said.endswith("CAPTION_MODEL=someone/small") and "family   captioner" in capsys.readouterr().out
    place = house.settings.models_dir / "someone--small"
    assert {path.name for path in place.iterdir()} == {path.name for path in pretend.folder.iterdir()} - {
        "pytorch_model.bin",
        "tf_model.h5",
    }
    *_, captioner = known_models(replace(house.settings, caption_model="someone/small"))
    assert (captioner.name, captioner.native_size, captioner.problem) == ("small", 224, None)
    (pretend.folder / "config.json").write_text('{"model_type": "llama"}')
    shutil.rmtree(place)
    with pytest.raises(BadRequest, match="It is a llama model"):
        await house.library.look("someone/small", ASKER)


def test_the_list_of_the_settings_comes_first_and_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "m")
    settings = Settings(data_dir=tmp_path, models=(f"a={tmp_path / 'm'}",))
    added = Added(settings.models_dir)
    added.add(Entry("a", str(tmp_path / "m")))
    assert [model.name for model in known_models(settings)] == ["a", "starter", "a-2"]
    (settings.models_dir / FILE).write_text('{"entries": [{"name": 1}]}')
    assert added.read().entries == ()
    assert [model.name for model in known_models(replace(settings, models=()))] == ["starter"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a/b", "a/b"),
        (" `a/b` ", "a/b"),
        ("https://huggingface.co/a/b", "a/b"),
        ("https://hf.co/a/b/blob/main/deep/x.safetensors?download=true", "a/b/deep/x.safetensors"),
        ("/models/blob/main/x.ckpt", "/models/blob/main/x.ckpt"),
    ],
)
def test_what_is_pasted_is_understood(text: str, source: str) -> None:
    assert tidy_source(text) == source


def test_names_are_free_and_plain() -> None:
    assert free_name("/x/It's a #1 model.ckpt", set()) == "it-s-a-1-model"
    assert free_name("a/SD", {"sd", "sd-2"}) == "sd-3"
    assert len(free_name("a/" + "x" * 90, set())) == 40 and free_name("/é", set()) == "é"


def test_the_command_line_goes_on_after_a_kill(pretend: PretendHub, house: House) -> None:
    pretend.chunk_seconds = 0.005
    command = [sys.executable, "-m", "bot", "model", "add", "someone/small", "--yes"]
    environ = {**os.environ, "DATA_DIR": str(house.settings.data_dir), "DEVICE": "cpu"}
    first = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while house.arrived() < 1 << 17:
        assert first.poll() is None
    first.send_signal(signal.SIGKILL)
    first.wait()
    pretend.chunk_seconds = 0.0
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "licence  creativeml-openrail-m" in done.stdout and "MODELS=small=someone/small" in done.stdout
    assert [name for name, _ in pretend.ranges] == [WEIGHT]
    check_whole(house, pretend)
