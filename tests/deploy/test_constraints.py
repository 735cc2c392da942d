"""constraints.txt names what pyproject.toml asks for, exactly and for everybody."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pins() -> dict[str, str]:
    lines = (ROOT / "deploy" / "constraints.txt").read_text().splitlines()
    pinned = [line.split("#")[0].strip() for line in lines]
    return {_plain(pin.partition("==")[0]): pin.partition("==")[2] for pin in pinned if pin}


def test_every_line_is_one_exact_public_version() -> None:
    for name, version in _pins().items():
        assert re.fullmatch(r"[0-9][0-9a-z.]*", version), f"{name}=={version}"


def test_every_requirement_is_pinned_and_its_pin_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    pins = _pins()
    for requirement in wanted:
        name = _plain(re.split(r"[<>=!~\[; ]", requirement)[0])
        assert name in pins, f"{name} is not pinned in deploy/constraints.txt"
        assert metadata.version(name).split("+")[0] == pins[name]


def test_everything_installed_is_pinned() -> None:
    pins = _pins()
    free = re.compile(r"pip|wheel|inkling-bot|nvidia-.*|cuda-.*|triton")
    installed = {_plain(dist.metadata["Name"]) for dist in metadata.distributions()}
    assert sorted(name for name in installed if name not in pins and not free.fullmatch(name)) == []
