"""The stages of ./deploy/test over a pretended Python that records what it is asked, and the no-skip rule."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bootstrap import checks
from bootstrap.install import SetupError
from bootstrap.state import Place

pytest_plugins = ["pytester"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pretended Python is a shell script")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("INKLING_CHROMIUM", "/some/chromium")
    place = Place(tmp_path)
    place.python.parent.mkdir(parents=True)
    _pretend(place, "exit 0")
    return place


def _pretend(place: Place, script: str) -> None:
    log = place.root / "asked"
    place.python.write_text(f'#!/bin/sh\necho "$*" >> "{log}"\nenv > "{place.root}/environment"\n{script}\n')
    place.python.chmod(0o755)


def _asked(place: Place) -> list[str]:
    return (place.root / "asked").read_text().splitlines()


def test_all_stages_run_and_pytest_comes_last(place: Place) -> None:
    assert checks.run(place, ["tests/gpu"], faults=False, static_only=False) == 0
    asked = _asked(place)
    assert "importlinter" in asked[0]
    assert [line.split()[1] for line in asked[1:]] == ["ruff", "ruff", "mypy", "pytest"]
    assert "not faults" in asked[-1]
    assert asked[-1].endswith("tests/gpu")
    line = next(x for x in (place.root / "environment").read_text().splitlines() if x.startswith("INKLING_STAGES="))
    assert [name for name, passed, _ in json.loads(line.partition("=")[2])] == [
        "import contracts",
        "lint",
        "format",
        "types",
    ]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ('case "$*" in *mypy*) exit 1;; esac', 1),
        ('case "$*" in *pytest*) exit 5;; esac', 5),  # no tests collected is a failure too
        ('case "$*" in *"ruff check"*) exit 2;; *pytest*) exit 1;; esac', 1),
    ],
)
def test_one_failed_stage_fails_the_whole_and_stops_none(place: Place, script: str, code: int) -> None:
    _pretend(place, script)
    assert checks.run(place, [], faults=False, static_only=False) == code
    assert len(_asked(place)) == 5


def test_faults_runs_the_kill_suites_only(place: Place) -> None:
    assert checks.run(place, [], faults=True, static_only=False) == 0
    (only,) = _asked(place)
    assert only.endswith("-m faults")


def test_static_runs_no_test(place: Place) -> None:
    _pretend(place, 'case "$*" in *"ruff format"*) exit 1;; esac')
    assert checks.run(place, [], faults=False, static_only=True) == 1
    assert not any("pytest" in line for line in _asked(place))


def test_without_a_browser_the_command_is_printed_and_nothing_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text(f"#!/bin/sh\necho \"$@\" >> '{tmp_path}/log'\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("INKLING_CHROMIUM", raising=False)
    monkeypatch.setattr(checks, "BROWSER_PLACES", ())
    monkeypatch.delenv("CI", raising=False)
    assert checks.ensure_browser() is None
    assert "apt install chromium" in capsys.readouterr().out
    assert not (tmp_path / "log").exists()

    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(checks.os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError, match="need Chromium"):
        checks.ensure_browser()

    monkeypatch.setattr(checks.os, "geteuid", lambda: 0)
    checks.ensure_browser()
    update, install = (tmp_path / "log").read_text().splitlines()
    assert update.startswith("update")
    assert install.startswith("install -y")
    assert "chromium" in install


@pytest.mark.parametrize(("ci", "skipped", "failed"), [("", 1, 0), ("true", 0, 1)])
def test_a_skip_is_a_failure_under_ci(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, skipped: int, failed: int
) -> None:
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text())
    pytester.makepyfile(
        """
        import pytest

        def test_fine(): pass

        def test_skips(): pytest.skip("no screen")

        @pytest.mark.xfail
        def test_known(): assert False
        """
    )
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("INKLING_STAGES", json.dumps([["lint", False, 1.5], ["types", True, 20]]))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, skipped=skipped, failed=failed, xfailed=1)
    result.stdout.fnmatch_lines(["*other checks*", "✗ lint*1.5 s", "✓ types*20.0 s"])
    assert "passed" in result.outlines[-1], "pytest's own line is the last"


def test_a_file_that_skips_itself_is_a_failure_under_ci(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text())
    pytester.makepyfile("import pytest\npytest.importorskip('not_there_at_all')\n")
    monkeypatch.setenv("CI", "1")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    assert result.ret != 0
