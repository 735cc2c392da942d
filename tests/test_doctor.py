"""``doctor``: every finding, the exit code, and that it neither changes nor tells anything."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot import doctor, lock
from bot.db.check import integrity_problem
from bot.errors import SettingsError
from bot.findings import Finding
from bot.gpu.learnt import MEMORY, Learnt
from bot.media.models import Readers
from bot.settings import KEYS, Settings
from tests.gpu.test_catalog import tensors

# The shape only: no such token was ever given out.
TOKEN = "A" * 26 + "." + "b" * 6 + "." + "c" * 38


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in KEYS:
        monkeypatch.delenv(key, raising=False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", playground_port=0, device="cpu")


async def _run(settings: Settings | SettingsError, tmp_path: Path) -> tuple[int, str]:
    lines: list[str] = []
    code = await doctor.run_doctor(settings, env_file=tmp_path / ".env", out=lines.append)
    return code, "\n".join(lines)


async def test_a_fresh_checkout_is_well(settings: Settings, tmp_path: Path) -> None:
    code, said = await _run(settings, tmp_path)
    assert code == 0, said
    abouts = ("settings", "python", "token", "data", "database", "port", "device", "model", "memory", "safety", "notes")
    for about in abouts:
        assert f"✓ {about} " in said, said
    assert "✗" not in said
    assert "starter" in said
    assert not settings.data_dir.exists(), "looking makes nothing"


async def test_the_bot_process_stays_without_torch(settings: Settings, tmp_path: Path) -> None:
    code = (
        "import asyncio, sys; from pathlib import Path; from bot.doctor import run_doctor; from bot.settings import *\n"
        f"asyncio.run(run_doctor(Settings(data_dir=Path({str(settings.data_dir)!r}), playground_port=0)))\n"
        "sys.exit('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "torch 2." in done.stdout


async def test_unreadable_settings_are_said_and_the_machine_is_still_looked_at(tmp_path: Path) -> None:
    code, said = await _run(SettingsError("MAX_SIDE ('big') cannot be read: write a whole number."), tmp_path)
    assert code == 1
    assert "✗ settings  MAX_SIDE ('big')" in said
    assert "device" in said
    assert "Something needs mending" in said


def test_a_readable_secret_file_is_pointed_out(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("DISCORD_TOKEN=x\n")
    env.chmod(0o644)
    found = doctor.settings_finding(Settings(discord_token="x"), env)
    assert (found.mark, found.mend) == ("!", f"chmod 600 {env}")
    env.chmod(0o600)
    assert doctor.settings_finding(Settings(discord_token="x"), env).mark == "✓"


@pytest.mark.parametrize(
    ("token", "mark", "words"),
    [
        ("", "✓", "playground"),
        (TOKEN, "✓", "shaped like"),
        ("Bot " + TOKEN, "✗", "Leave out the word"),
        ("s3cr3tclientsecretwithoutanydots", "✗", "client secret"),
        (f'"{TOKEN}', "✗", "Copy it again"),
        (TOKEN[:-20], "✗", "Copy it again"),
    ],
)
def test_the_token_is_judged_by_shape_and_never_shown(token: str, mark: str, words: str) -> None:
    found = doctor.token_finding(token)
    assert found.mark == mark
    assert words in found.text + found.mend
    assert not token or token not in repr(found)


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert doctor.folder_finding(tmp_path / "data").mark == "✗"


def test_a_data_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    found = doctor.folder_finding(tmp_path / "a" / "b")
    assert found.mark == "✗"
    assert str(tmp_path) in found.text
    assert "DATA_DIR" in found.mend


@pytest.mark.parametrize(("free", "mark"), [(50_000_000, "✗"), (1_000_000_000, "!"), (5_000_000_000, "✓")])
def test_little_room_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, mark: str) -> None:
    real = doctor.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: real._replace(free=free))
    assert doctor.folder_finding(tmp_path).mark == mark


def _database(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE t (x)")
        made.executemany("INSERT INTO t VALUES (?)", [("y" * 500,) for _ in range(200)])
        made.commit()


def test_a_sound_database(settings: Settings) -> None:
    _database(settings.database_path)
    assert integrity_problem(settings.database_path) is None
    assert doctor.database_finding(settings.database_path, running=True).text.endswith("a bot is running on it")


@pytest.mark.parametrize("damage", ["no database at all", "a torn page"])
def test_a_damaged_database_is_told_without_touching_it(settings: Settings, damage: str) -> None:
    path = settings.database_path
    _database(path)
    content = bytearray(path.read_bytes())
    if damage == "a torn page":
        content[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    else:
        content[:] = b"this is no database" * 500
    path.write_bytes(content)
    found = doctor.database_finding(path, running=False)
    assert found.mark == "✗"
    assert "copy" in found.mend
    assert path.read_bytes() == bytes(content)


def test_a_running_bot_is_noticed(settings: Settings) -> None:
    assert not doctor.is_running(settings.data_dir)
    settings.data_dir.mkdir()
    code = (
        "import sys; from pathlib import Path; from bot.lock import hold\n"
        "with hold(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(settings.data_dir)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert doctor.is_running(settings.data_dir)
    holder.communicate("")
    assert not doctor.is_running(settings.data_dir)
    assert (settings.data_dir / lock.LOCK_NAME).exists()


def test_an_occupied_port_is_no_failure(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = replace(settings, playground_port=taken.getsockname()[1])
        found = doctor.port_finding(busy, running=False)
        assert (found.mark, "PLAYGROUND_PORT" in found.mend) == ("!", True)
        assert doctor.port_finding(busy, running=True).mark == "✓"
    assert doctor.port_finding(busy, running=False).mark == "✓"


async def test_a_device_that_is_not_there_is_said(settings: Settings) -> None:
    found = await doctor.device_finding("cuda:63", "auto", 120)
    assert found.mark == "!"
    assert "DEVICE" in found.mend


async def test_a_broken_torch_is_an_error_with_its_own_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PROBE", "raise ImportError('libcudart.so.13: cannot open shared object file')")
    found = await doctor.device_finding("auto", "auto", 60)
    assert found == Finding(
        "✗",
        "device",
        "torch cannot be used: ImportError: libcudart.so.13: cannot open shared object file",
        f"Install torch again: {doctor.SETUP_AGAIN}",
    )


async def test_a_hanging_torch_is_given_up_and_ended(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pid_file = tmp_path / "pid"
    probe = f"import os, time; open({str(pid_file)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(doctor, "PROBE", probe)
    found = await doctor.device_finding("auto", "auto", 3)
    assert found.mark == "✗"
    assert "did not answer" in found.text
    if pid_file.exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid_file.read_text()), 0)


def test_models_that_cannot_be_used_and_an_unknown_default(settings: Settings) -> None:
    chosen = replace(settings, models=("mine=/nowhere/at/all", "sd=someone/sd"), default_model="sdd")
    mine, hub, starter, default = doctor.model_findings(chosen)
    assert (mine.mark, hub.mark, starter.mark, default.mark) == ("✗", "✗", "✓", "✗")
    assert "/nowhere/at/all" in mine.mend
    assert "./deploy/run model add someone/sd" in hub.mend
    assert "mine, sd, starter" in default.mend


def test_loras_that_cannot_be_used_are_named_and_spoil_nothing(settings: Settings) -> None:
    assert list(doctor.extras_findings(settings)) == []
    loras = settings.models_dir / "loras"
    loras.mkdir(parents=True)
    reading = {"lora_unet_x_attn2_to_k.lora_down.weight": [4, 768]}
    tensors(loras / "detail.safetensors", reading)
    tensors(loras / "a,b.safetensors", reading)
    (loras / "old.pt").write_bytes(b"x")
    good, *bad = doctor.extras_findings(settings)
    assert (good.mark, good.text) == ("✓", "1 LoRA")
    assert [(finding.mark, finding.text) for finding in bad] == [("!", "loras/a,b.safetensors"), ("!", "loras/old.pt")]
    assert "rename it" in bad[0].mend and "Pickled" in bad[1].mend


def test_what_checks_the_pictures_is_said(settings: Settings, tmp_path: Path) -> None:
    assert doctor.safety_finding(settings).mark == "✓"
    lacking = doctor.safety_finding(replace(settings, safety_checker=str(tmp_path)))
    assert lacking.mark == "✗" and "is no safety checker" in lacking.text
    for name in ("config.json", "model.safetensors"):
        (tmp_path / name).touch()
    assert doctor.safety_finding(replace(settings, safety_checker=str(tmp_path))).text == "every picture is checked"


def test_what_notes_can_do_here_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "minilm_folder", lambda: Path("here"))
    monkeypatch.setattr(doctor, "readers", lambda model: Readers("tesseract", model or None))
    assert "words and meaning, pictures are read by tesseract (README" in doctor.notes_finding(settings).text
    whole = doctor.notes_finding(replace(settings, speech_model="small")).text
    assert whole.endswith("pictures are read by tesseract, recordings are written down")
    nothing = replace(settings, read_files=False, search_by_meaning=False)
    assert doctor.notes_finding(nothing).text.startswith("are searched by words (README")


def test_what_pictures_took_is_shown_as_the_engines_remember_it(settings: Settings) -> None:
    (first,) = doctor.memory_findings(settings)
    assert first.mark == "✓" and "no picture was made yet" in first.text
    settings.data_dir.mkdir()
    learnt = Learnt(settings.data_dir / "devices.json")
    learnt.keep(MEMORY + "AMD EPYC, 2 threads, float32, torch 2.13.0", [["sd", 512, 768, 3_400_000_000, 2], ["odd"]])
    learnt.keep("AMD EPYC, 2 threads", [1])
    (found,) = doctor.memory_findings(settings)
    assert found.text == "sd 512×768, 2 at once: 3.4 GB of AMD EPYC"
