"""The stamp, the fingerprint, the disk check, and what is done about half-installed packages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bootstrap import checks, install, mend, state
from bootstrap.state import Place, Stamp

PROJECT = """
[project]
name = "mini"
version = "1"
dependencies = ["torch>=2.8", "alpha"]
[project.optional-dependencies]
test = ["beta"]
[tool.ruff]
line-length = 100
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "deploy").mkdir()
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "deploy" / "constraints.txt").write_text("# why\ntorch==2.13.0\nalpha==1.0\n")
    return Place(tmp_path)


def _pretend_venv(place: Place) -> Stamp:
    home = place.root / "base"
    home.mkdir()
    (home / "python3").write_text("")
    place.python.parent.mkdir(parents=True)
    place.python.symlink_to(home / "python3")
    (place.venv / "pyvenv.cfg").write_text(f"home = {home}\nversion = 3.11.7\n")
    stamp = Stamp(
        fingerprint=state.fingerprint(place),
        extras=("test",),
        torch="cpu",
        torch_done=True,
        complete=True,
        python=state.base_python(place),
    )
    state.write_stamp(place, stamp)
    return stamp


def test_requirements_with_and_without_extras(place: Place) -> None:
    assert state.requirements(place, ()) == ["torch>=2.8", "alpha"]
    assert state.requirements(place, ("test",)) == ["torch>=2.8", "alpha", "beta"]
    assert state.torch_pin(place) == "torch==2.13.0"
    assert state.pinned(place, ("alpha", "beta")) == ["alpha==1.0"]


def test_fingerprint_follows_pins_and_requirements_only(place: Place) -> None:
    first = state.fingerprint(place)
    place.constraints.write_text("torch==2.13.0  # first\n\nalpha==1.0\n")
    (place.root / "pyproject.toml").write_text(PROJECT.replace("100", "120"))
    assert state.fingerprint(place) == first
    place.constraints.write_text("torch==2.13.0\nalpha==1.1\n")
    assert state.fingerprint(place) != first
    place.constraints.write_text("torch==2.13.0\nalpha==1.0\n")
    (place.root / "pyproject.toml").write_text(PROJECT.replace('"beta"', '"beta", "gamma"'))
    assert state.fingerprint(place) != first


def test_the_stamp_is_read_as_written(place: Place) -> None:
    stamp = _pretend_venv(place)
    assert state.read_stamp(place) == stamp
    assert state.ready(place, ())
    assert state.ready(place, ("test",))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"extras": 3}', '{"unknown": 1, "extras": []}'])
def test_an_unreadable_stamp_is_none(place: Place, text: str) -> None:
    _pretend_venv(place)
    place.stamp.write_text(text)
    assert state.read_stamp(place) == Stamp()
    assert not state.ready(place, ())


def test_not_ready_when_anything_differs(place: Place) -> None:
    stamp = _pretend_venv(place)
    for changed in (
        replace(stamp, complete=False),
        replace(stamp, fingerprint="other"),
        replace(stamp, python="/elsewhere"),
        replace(stamp, python=""),
    ):
        state.write_stamp(place, changed)
        assert not state.ready(place, ())
    state.write_stamp(place, replace(stamp, extras=()))
    assert state.ready(place, ())
    assert not state.ready(place, ("test",))


def test_not_ready_when_the_base_python_is_gone(place: Place) -> None:
    _pretend_venv(place)
    shutil.rmtree(place.root / "base")
    assert state.base_python(place) == ""
    assert not state.ready(place, ())
    assert not state.usable(place)


def test_without_an_environment_nothing_is_ready(place: Place) -> None:
    assert not state.ready(place, ())
    assert not state.usable(place)
    assert state.base_python(place) == ""


def test_too_little_disk_is_said_with_numbers(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install.shutil, "disk_usage", lambda _: SimpleNamespace(free=1.5e9))
    with pytest.raises(install.SetupError, match=r"1\.5 GB are free.*needs 11\.0 GB"):
        install.check_disk(place, install.expected_size("cu130", ()))
    install.check_disk(place, install.Size(0.4, 1.0))


def test_the_test_tools_add_to_the_size() -> None:
    plain, tests = install.expected_size("cpu", ()), install.expected_size("cpu", ("test",))
    assert tests.download > plain.download
    assert tests.disk > plain.disk


def _package(site: Path, name: str, text: str = "x = 1\n") -> Path:
    (site / name).mkdir(parents=True)
    (site / name / "__init__.py").write_text(text)
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {name}\n")
    (info / "RECORD").write_text(
        f"{name}/__init__.py,sha256=abc,{len(text)}\n{name}/__pycache__/__init__.cpython-311.pyc,,\n"
        f"{name}-1.0.dist-info/METADATA,,\n{name}-1.0.dist-info/RECORD,,\n"
    )
    return info


def test_half_installed_packages_are_dropped_and_whole_ones_kept(tmp_path: Path) -> None:
    whole = _package(tmp_path, "whole")
    _package(tmp_path, "gone")
    (tmp_path / "gone" / "__init__.py").unlink()
    _package(tmp_path, "short")
    (tmp_path / "short" / "__init__.py").write_text("x")
    unlisted = _package(tmp_path, "unlisted")
    (unlisted / "RECORD").unlink()
    (tmp_path / "~ld").mkdir()
    assert mend.drop_broken(tmp_path) == ["gone", "short", "unlisted"]
    assert whole.is_dir()
    assert sorted(path.name for path in tmp_path.glob("*.dist-info")) == ["whole-1.0.dist-info"]
    assert not (tmp_path / "~ld").exists()
    assert mend.drop_broken(tmp_path) == []
    assert mend.drop_broken(tmp_path / "absent") == []


def test_a_folder_that_is_no_environment_is_not_removed(place: Place) -> None:
    place.venv.mkdir()
    (place.venv / "novel.txt").write_text("years of work")
    with pytest.raises(install.SetupError, match="not a Python environment"):
        install.create_venv(place)
    assert (place.venv / "novel.txt").exists()


def test_a_linked_environment_is_not_removed(place: Place, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    place.venv.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(install.SetupError, match="is a link"):
        install.create_venv(place)


def test_installed_cuda_is_read_from_torch(place: Place) -> None:
    assert install.installed_cuda(place) == ""
    folder = state.site_packages(place) / "torch"
    folder.mkdir(parents=True)
    (folder / "version.py").write_text("cuda: Optional[str] = None\nhip = None\n")
    assert install.installed_cuda(place) == ""
    (folder / "version.py").write_text("debug = False\ncuda: Optional[str] = '13.0'\nhip = None\n")
    assert install.installed_cuda(place) == "13.0"


def test_the_environment_cannot_lead_pip_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "kept")
    environment = state.clean_environment()
    assert "PIP_TARGET" not in environment
    assert "PYTHONPATH" not in environment
    assert environment["PIP_INDEX_URL"] == "kept"


def test_pytest_runs_files_side_by_side_and_kill_suites_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.os, "cpu_count", lambda: 2)
    assert "loadfile" in checks.pytest_command(place, [], faults=False)
    assert "loadfile" not in checks.pytest_command(place, [], faults=True)
    assert "loadfile" not in checks.pytest_command(place, ["-n0"], faults=False)
    assert checks.pytest_command(place, ["-k", "fair"], faults=False)[-2:] == ["-k", "fair"]
