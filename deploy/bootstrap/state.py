"""What is installed in ``.venv``: a stamp written last, and what it was made from."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

STAMP = "inkling-setup.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """``complete`` is False from the first change until everything is installed: a killed set-up leaves it so."""

    fingerprint: str = ""
    extras: tuple[str, ...] = ()
    torch: str = ""
    torch_done: bool = False
    complete: bool = False
    python: str = ""
    cpu_asked: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The checkout and the paths in it."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def constraints(self) -> Path:
        return self.root / "deploy" / "constraints.txt"

    @property
    def stamp(self) -> Path:
        return self.venv / STAMP


def requirements(place: Place, extras: tuple[str, ...]) -> list[str]:
    """What pyproject.toml asks for, with the named extras."""
    project = tomllib.loads((place.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted: list[str] = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    return wanted


def fingerprint(place: Place) -> str:
    """Changes when a pin or a requirement does; comments and lint settings do not count."""
    project = tomllib.loads((place.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = json.dumps([project["dependencies"], project.get("optional-dependencies", {})], sort_keys=True)
    pins = [line.split("#")[0].strip() for line in place.constraints.read_text(encoding="utf-8").splitlines()]
    return hashlib.sha256(json.dumps([asked, [pin for pin in pins if pin]]).encode()).hexdigest()


def pinned(place: Place, names: tuple[str, ...]) -> list[str]:
    """The lines of the constraints that pin these packages."""
    lines = place.constraints.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.partition("==")[0] in names]


def torch_pin(place: Place) -> str:
    """The pinned requirement, as ``torch==2.13.0``."""
    for line in place.constraints.read_text(encoding="utf-8").splitlines():
        if line.startswith("torch=="):
            return line.split("#")[0].strip()
    raise ValueError(f"{place.constraints} does not pin torch")


def read_stamp(place: Place) -> Stamp:
    """The stamp; an absent or unreadable one is an empty Stamp."""
    try:
        raw = json.loads(place.stamp.read_text(encoding="utf-8"))
        return replace(Stamp(**raw), extras=tuple(raw["extras"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Stamp()


def write_stamp(place: Place, stamp: Stamp) -> None:
    """Whole or not at all: written beside and renamed."""
    beside = place.stamp.with_suffix(".new")
    beside.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    beside.replace(place.stamp)


def base_python(place: Place) -> str:
    """The interpreter that the environment stands on, links resolved; "" when it is gone."""
    config = place.venv / "pyvenv.cfg"
    try:
        lines = config.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    home = next((line.partition("=")[2].strip() for line in lines if line.startswith("home")), "")
    if not place.python.exists() or not Path(home).is_dir():
        return ""
    return str(place.python.resolve()) + "|" + home


def ready(place: Place, extras: tuple[str, ...]) -> bool:
    """True when nothing is to be done. Cheap: starts no process."""
    stamp = read_stamp(place)
    return (
        stamp.complete
        and stamp.fingerprint == fingerprint(place)
        and set(extras) <= set(stamp.extras)
        and stamp.python != ""
        and stamp.python == base_python(place)
    )


def usable(place: Place) -> bool:
    """True when the environment's Python starts, is new enough, finds its own packages folder and has pip."""
    code = "import sys, pip; print(sys.prefix, *sys.version_info[:2], sep='\\n')"
    try:
        done = subprocess.run(
            [str(place.python), "-c", code],
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
            env=clean_environment(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    lines = done.stdout.split("\n")
    if done.returncode != 0 or len(lines) < 3:
        return False
    return Path(lines[0]).resolve() == place.venv.resolve() and (int(lines[1]), int(lines[2])) >= (3, 11)


def clean_environment() -> dict[str, str]:
    """The environment without what would lead pip or Python out of ``.venv``."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "__PYVENV_LAUNCHER__"}
    return {key: value for key, value in os.environ.items() if key not in misleading}


def site_packages(place: Place) -> Path:
    """The environment's packages folder; it may not be there yet."""
    if os.name == "nt":
        return place.venv / "Lib" / "site-packages"
    found = sorted((place.venv / "lib").glob("python3.*/site-packages"))
    fallback = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return found[0] if found else place.venv / "lib" / fallback / "site-packages"
