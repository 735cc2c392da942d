"""The stages of ./deploy/test: contracts, lint, format, types, tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bootstrap import state
from bootstrap.install import SetupError, say
from bootstrap.state import Place

HELP = """\
./deploy/test [--faults] [--static] [--setup-only] [pytest arguments ...]

Sets up as ./deploy/run does, with the test tools, then checks import contracts, lint, format and types
and runs all tests but the long kill suites. What follows the options goes to pytest:

  ./deploy/test                          everything but the kill suites
  ./deploy/test --faults                 the long kill suites only
  ./deploy/test --static                 contracts, lint, format and types only
  ./deploy/test tests/gpu -k fair        some tests only (after the other checks)

Tests in a real browser need Chromium and are skipped without it; under CI a skipped test is a failure.
"""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
WORKERS = 3
"""Of the tests, on two processors or more; one and the engine that it started take up to 3 GB."""
SYSTEM_PACKAGES = ("chromium", "fonts-liberation", "fonts-noto-color-emoji")


def find_browser() -> str | None:
    """A Chromium to test the playground's page in: INKLING_CHROMIUM, the path, or the usual places."""
    named = os.environ.get("INKLING_CHROMIUM")
    if named:
        return named
    on_path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    return on_path or next((path for path in BROWSER_PLACES if Path(path).exists()), None)


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def ensure_browser() -> str | None:
    """Under CI install Chromium where that can be done without asking; elsewhere say what to type."""
    found = find_browser()
    if found:
        return found
    how = {"darwin": "brew install --cask chromium", "win32": "winget install Google.Chrome"}.get(
        sys.platform,
        "sudo dnf install chromium" if shutil.which("dnf") else "sudo apt install " + " ".join(SYSTEM_PACKAGES),
    )
    if not in_ci():
        say(f"No Chromium found, so the browser tests are skipped. To have them:  {how}\n")
        return None
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise SetupError(f"The browser tests need Chromium:  {how}")
    say("Installing Chromium for the browser tests")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        [apt, "update", "-qq"],
        [apt, "install", "-y", "-qq", "--no-install-recommends", *SYSTEM_PACKAGES],
    ):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise SetupError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return find_browser()


def static_stages(place: Place) -> list[tuple[str, list[str]]]:
    """Name and command of each check that runs no test. ``-m`` rather than scripts: they survive a moved folder."""
    python = str(place.python)
    contracts = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    return [
        ("import contracts", [python, "-c", contracts]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("types", [python, "-m", "mypy"]),
    ]


def pytest_command(place: Place, rest: list[str], faults: bool) -> list[str]:
    """A file to one worker; the kill suites alone and one after the other.

    Half of the time a worker waits for processes that it started, so there are more of them than processors.
    """
    command = [str(place.python), "-m", "pytest", "--verbose", "-m", "faults" if faults else "not faults"]
    if not faults and (os.cpu_count() or 1) > 1 and not any(part.startswith("-n") for part in rest):
        command += ["-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"]
    return command + rest


def _run(place: Place, command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, cwd=place.root, env=environment, stdin=subprocess.DEVNULL, check=False).returncode


def _stage(place: Place, name: str, command: list[str], environment: dict[str, str]) -> tuple[str, bool, float]:
    """Run one check; what it prints is shown only where it fails."""
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=place.root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    seconds = round(time.monotonic() - started, 1)
    if done.returncode != 0:
        say(done.stdout.rstrip())
    say(f"{'✗' if done.returncode else '✓'} {name:<18} {seconds:6.1f} s")
    return name, done.returncode == 0, seconds


def run(place: Place, rest: list[str], *, faults: bool, static_only: bool) -> int:
    """Every stage, also after a failed one; the exit code is 0 only if all passed."""
    environment = state.clean_environment()
    environment["PYTHONPATH"] = ""
    if not static_only:
        environment["INKLING_CHROMIUM"] = ensure_browser() or ""
    results: list[tuple[str, bool, float]] = []
    for name, command in [] if faults else static_stages(place):
        results.append(_stage(place, name, command, environment))
    failed = [name for name, passed, _ in results if not passed]
    if static_only:
        return 1 if failed else 0
    say("kill suites" if faults else "  tests")
    # pytest prints these above its own closing line, which stays the last one (tests/conftest.py).
    environment["INKLING_STAGES"] = json.dumps(results)
    code = _run(place, pytest_command(place, rest, faults), environment)
    return code or (1 if failed else 0)
