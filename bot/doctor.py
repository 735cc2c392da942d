"""``doctor``: looks at everything that a start needs and says how to mend what is wrong."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import re
import shutil
import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot import lock
from bot.db.check import integrity_problem
from bot.errors import DataFolderInUse, SettingsError
from bot.findings import (
    Finding,
    adapter_findings,
    extras_findings,
    memory_findings,
    model_findings,
    safety_finding,
)
from bot.media.models import NO_READERS, minilm_folder, readers
from bot.settings import KEYS, Settings

LOW_DISK_BYTES, NO_DISK_BYTES = 2_000_000_000, 200_000_000
PROBE_SECONDS = 180
PROBE = """
import json, sys
from bot.gpu.worker.device import choose
print("\\n" + json.dumps(choose(sys.argv[1], sys.argv[2]).describe()))
"""
SETUP_AGAIN = "./deploy/run --rebuild doctor"


async def run_doctor(
    settings: Settings | SettingsError,
    *,
    env_file: Path = Path(".env"),
    out: Callable[[str], None] = print,
    probe_seconds: float = PROBE_SECONDS,
) -> int:
    """Print every finding as soon as it is known; 1 if something does not work, else 0."""
    worst = 0

    def say(finding: Finding) -> None:
        nonlocal worst
        worst |= finding.mark == "✗"
        out(f"{finding.mark} {finding.about:<9} {finding.text}")
        for line in finding.mend.splitlines():
            out(f"{'':<11} → {line}")

    readable = settings if isinstance(settings, Settings) else None
    for finding in (settings_finding(settings, env_file), python_finding(), *_of_settings(readable)):
        say(finding)
    wanted = readable or Settings()
    for device in wanted.devices:
        say(await device_finding(device, wanted.memory_mode, probe_seconds))
    for finding in _of_pictures_and_notes(readable) if readable else ():
        say(finding)
    out("")
    out("Something needs mending: see the arrows above." if worst else "All is well. Start with ./deploy/run")
    return int(worst)


def _of_pictures_and_notes(settings: Settings) -> Iterator[Finding]:
    yield from model_findings(settings)
    yield from extras_findings(settings)
    yield from adapter_findings(settings)
    yield from memory_findings(settings)
    yield safety_finding(settings)
    yield notes_finding(settings)


def _of_settings(settings: Settings | None) -> Iterator[Finding]:
    if settings is None:
        return
    yield token_finding(settings.discord_token)
    yield folder_finding(settings.data_dir)
    running = is_running(settings.data_dir)
    yield database_finding(settings.database_path, running)
    yield port_finding(settings, running)


def settings_finding(settings: Settings | SettingsError, env_file: Path) -> Finding:
    if isinstance(settings, SettingsError):
        return Finding(
            "✗",
            "settings",
            str(settings),
            f"Correct it in {env_file} (.env.example explains every setting), then run this again for the rest.",
        )
    set_outside = sum(1 for key in KEYS if os.environ.get(key, "").strip())
    outside = f" and {set_outside} from the environment" if set_outside else ""
    if not env_file.is_file():
        return Finding("✓", "settings", f"defaults (no {env_file}){outside}")
    shared = os.name != "nt" and stat.S_IMODE(env_file.stat().st_mode) & 0o077
    if shared and (settings.discord_token or settings.hf_token):
        return Finding("!", "settings", f"{env_file} can be read by other users", f"chmod 600 {env_file}")
    return Finding("✓", "settings", f"{env_file}{outside}")


def python_finding() -> Finding:
    version = platform.python_version()
    if sys.prefix == sys.base_prefix:
        return Finding(
            "!", "python", f"{version}, outside .venv", "Start with ./deploy/run, which brings what is needed."
        )
    return Finding("✓", "python", f"{version} in {sys.prefix}")


def token_finding(token: str) -> Finding:
    """By shape only: the token is neither shown nor sent anywhere."""
    if not token:
        return Finding("✓", "token", "none: the playground starts (README.md says how to run on Discord)")
    if re.fullmatch(r"[\w-]{23,}\.[\w-]{6,7}\.[\w-]{27,}", token):
        return Finding("✓", "token", "set, and shaped like a bot token")
    if token.lower().startswith("bot "):
        hint = "Leave out the word “Bot” before the token."
    elif "." not in token:
        hint = "That looks like a client secret or an id. The token is on the Bot page of the Developer Portal."
    else:
        hint = "Copy it again from the Bot page of the Developer Portal, whole and without quotes."
    return Finding("✗", "token", "DISCORD_TOKEN does not look like a bot token", hint)


def folder_finding(data_dir: Path) -> Finding:
    """Whether the data folder can be written, or made; it is not made here."""
    if data_dir.exists() and not data_dir.is_dir():
        return Finding("✗", "data", f"{data_dir} is not a folder", "Move it away or change DATA_DIR.")
    nearest = data_dir.absolute()
    while not nearest.exists():
        nearest = nearest.parent
    try:
        with tempfile.TemporaryFile(dir=nearest) as probe:
            probe.write(b"x")
    except OSError as error:
        mend = f"Give this user the right to write there, or set DATA_DIR to a folder that is yours.\nls -ld {nearest}"
        return Finding("✗", "data", f"{nearest} cannot be written ({error.strerror})", mend)
    free = shutil.disk_usage(nearest).free
    room = f"{free / 1e9:.1f} GB free"
    if free < LOW_DISK_BYTES:
        mark = "✗" if free < NO_DISK_BYTES else "!"
        return Finding(mark, "data", f"{data_dir}, only {room}", "Free some room, or set DATA_DIR to a larger disk.")
    return Finding("✓", "data", f"{data_dir}, {room}" + ("" if data_dir.exists() else "; made at the first start"))


def is_running(data_dir: Path) -> bool:
    """True while a bot holds the data folder's lock."""
    if not (data_dir / lock.LOCK_NAME).exists():
        return False
    try:
        with lock.hold(data_dir):
            return False
    except DataFolderInUse:
        return True
    except OSError:
        return False


def database_finding(path: Path, running: bool) -> Finding:
    suffix = "; a bot is running on it" if running else ""
    if not path.exists():
        return Finding("✓", "database", "none yet; made at the first start" + suffix)
    problem = integrity_problem(path)
    if problem:
        mend = f"Stop the bot, copy {path.parent} to a safe place, then move {path.name} away to start with a new one."
        return Finding("✗", "database", f"{path.name} is damaged: {problem}", mend)
    return Finding("✓", "database", f"{path.name} is sound, {path.stat().st_size / 1e6:.1f} MB{suffix}")


def port_finding(settings: Settings, running: bool) -> Finding:
    """Only the playground listens, and only on this machine."""
    port = settings.playground_port
    if port == 0:
        return Finding("✓", "port", "the playground takes any free one")
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            mend = "" if running else "Fine if that is the playground; else set PLAYGROUND_PORT to another, or to 0."
            return Finding("✓" if running else "!", "port", f"{port} is in use", mend)
    return Finding("✓", "port", f"{port} is free for the playground")


async def device_finding(device: str, memory_mode: str, probe_seconds: float) -> Finding:
    """Asks torch, in a process of its own: it takes seconds to import and this one stays without it."""
    found, problem = await _probe(device, memory_mode, probe_seconds)
    if found is None:
        return Finding("✗", "device", problem, f"Install torch again: {SETUP_AGAIN}")
    text = f"{found['name']}, {found['memory_mode']} mode, torch {found['torch']}"
    if "memory_bytes" in found:
        text += f", {found['memory_bytes'] / 1e9:.0f} GB"
    if found.get("note"):
        return Finding("!", "device", text, f"{found['note']}.\nChange DEVICE in .env, or: {SETUP_AGAIN}")
    if found["type"] == "cpu" and device == "auto" and shutil.which("nvidia-smi"):
        return Finding("!", "device", text, f"The NVIDIA driver is here but is not used; why, says: {SETUP_AGAIN}")
    return Finding("✓", "device", text)


async def _probe(device: str, memory_mode: str, probe_seconds: float) -> tuple[dict[str, Any] | None, str]:
    command = [sys.executable, "-c", PROBE, device, memory_mode]
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, errors = await asyncio.wait_for(process.communicate(), probe_seconds)
    except TimeoutError:
        return None, f"torch did not answer within {probe_seconds:.0f} s"
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    if process.returncode == 0:
        with suppress(ValueError, IndexError):
            found: dict[str, Any] = json.loads(output.decode().splitlines()[-1])
            return found, ""
    last = (errors.decode(errors="replace").strip().splitlines() or [f"exit code {process.returncode}"])[-1]
    return None, f"torch cannot be used: {last[:200]}"


def notes_finding(settings: Settings) -> Finding:
    """What of the optional parts of the notebook is installed and switched on; nothing of it is needed."""
    found = readers(settings.speech_model) if settings.read_files else NO_READERS
    by_meaning = settings.search_by_meaning and minilm_folder() is not None
    has = ["are searched by words and meaning" if by_meaning else "are searched by words"]
    has += [f"pictures are read by {found.pictures}"] if found.pictures else []
    has += ["recordings are written down"] if found.speech else []
    whole = by_meaning and found.pictures and found.speech
    return Finding("✓", "notes", ", ".join(has) + ("" if whole else " (README.md, Notes, says what more there is)"))
