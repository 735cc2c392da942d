"""The bootstrap for real: the launchers in a folder with a space, real environments, real pip, tiny packages."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.miniature import ROOT, Checkout, StubbornIndex

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the launchers here are POSIX shell")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Shared by the tests of this file in order: set up by the first, changed by the later ones."""
    return Checkout(tmp_path_factory.mktemp("mini"))


@pytest.fixture
def stubborn(checkout: Checkout) -> Iterator[StubbornIndex]:
    wheel = checkout.wheels / "alpha-1.0-py3-none-any.whl"
    aside = wheel.rename(checkout.wheels.parent / wheel.name)
    index = StubbornIndex(aside)
    yield index
    index.close()
    aside.rename(wheel)


def test_a_killed_first_run_is_mended_by_the_next(checkout: Checkout, stubborn: StubbornIndex) -> None:
    links = f"{checkout.wheels} {stubborn.url}"
    first = checkout.start(PIP_FIND_LINKS=links)
    assert stubborn.asked.wait(120), "pip never came to the third phase"
    os.killpg(first.pid, signal.SIGKILL)
    killed_after, _ = first.communicate()
    assert "2 of 3" in killed_after
    torch = checkout.module("torch").stat()
    assert not list(checkout.root.glob(".venv/lib/*/site-packages/alpha"))

    stubborn.serve.set()
    code, output = checkout.run("hello", "two words", PIP_FIND_LINKS=links)
    assert "did not finish; going on" in output
    assert "bot ['hello', 'two words'] alpha 1.0" in output
    assert code == 7, "the exit code is the bot's"
    assert checkout.module("torch").stat().st_ino == torch.st_ino, "torch was whole and is not fetched twice"
    assert not (checkout.root / ".venv" / "downloads").exists()


def test_the_second_run_does_nothing_but_start(checkout: Checkout) -> None:
    checkout.smi_log.unlink()
    code, output = checkout.run(PIP_FIND_LINKS="/nowhere")
    assert code == 7
    assert output.splitlines() == [
        "bot [] alpha 1.0",
        f"prefix {checkout.root / '.venv'}",
        f"cwd {checkout.root}",
        f"called from {checkout.wheels}",
    ]
    assert not checkout.smi_log.exists(), "the GPU is not asked again"


def test_changed_pins_are_brought_in(checkout: Checkout) -> None:
    from tests.deploy.miniature import write_wheel

    write_wheel(checkout.wheels, "alpha", "1.1")
    checkout.pin("1.1")
    code, output = checkout.run()
    assert code == 7
    assert "bringing .venv up to date" in output
    assert "alpha 1.1" in output


def test_half_unpacked_packages_are_installed_again(checkout: Checkout) -> None:
    checkout.module("alpha").unlink()
    (checkout.root / ".venv" / "inkling-setup.json").unlink()
    code, output = checkout.run()
    assert "alpha was half installed" in output
    assert "alpha 1.1" in output
    assert code == 7


def test_an_environment_whose_python_is_gone_is_rebuilt(checkout: Checkout) -> None:
    for link in (checkout.root / ".venv" / "bin").glob("python*"):
        link.unlink()
    both = [checkout.start("a"), checkout.start("b")]
    outputs = [process.communicate(timeout=150)[0] for process in both]
    assert [process.returncode for process in both] == [7, 7]
    assert all("alpha 1.1" in output for output in outputs)
    assert sum("1 of 3" in output for output in outputs) == 1, "two at once: one sets up, one waits"
    assert checkout.module("torch").exists()


def test_without_the_packages_the_way_on_is_said(checkout: Checkout) -> None:
    checkout.pin("9.9")
    code, output = checkout.run()
    checkout.pin("1.1")
    assert code == 1
    assert "ERROR: " in output
    assert "alpha" in output
    assert "Check the network" in output
    assert "Traceback" not in output
    assert checkout.run()[0] == 7


def test_help_installs_nothing(tmp_path: Path) -> None:
    fresh = Checkout(tmp_path)
    for launcher in ("run", "test"):
        code, output = fresh.run("--help", launcher=launcher)
        assert code == 0
        assert f"./deploy/{launcher}" in output
    assert not (fresh.root / ".venv").exists()


def test_a_python_without_the_venv_module_is_told_what_to_type(tmp_path: Path) -> None:
    fresh = Checkout(tmp_path)
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    (shadow / "ensurepip.py").write_text("raise ModuleNotFoundError('ensurepip')\n")
    code, output = fresh.run(PYTHONPATH=str(shadow))
    assert code == 1
    assert "sudo apt install python3-venv" in output
    assert "sudo dnf install python3" in output
    assert "Traceback" not in output
    assert not (fresh.root / ".venv").exists()


def _as_an_old_python(path: str) -> subprocess.CompletedProcess[str]:
    """The bootstrap's first file, read by a Python that takes itself for 3.8 and finds others in ``path`` only."""
    entry = ROOT / "deploy" / "bootstrap" / "__main__.py"
    pretend = (
        "import sys; sys.version_info = (3, 8, 1); sys.argv = ['x', 'run', '--help']\n"
        f"exec({entry.read_text()!r}, {{'__name__': '__main__', '__file__': {str(entry)!r}}})"
    )
    return subprocess.run(
        [sys.executable, "-c", pretend], env={"PATH": path}, capture_output=True, text=True, timeout=60
    )


def test_any_python_can_read_the_first_file() -> None:
    ast.parse((ROOT / "deploy" / "bootstrap" / "__main__.py").read_text(), feature_version=(3, 4))


def test_an_old_python_is_told_what_to_type(tmp_path: Path) -> None:
    done = _as_an_old_python(str(tmp_path))
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.8" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_hands_over_to_a_newer_one(tmp_path: Path) -> None:
    (tmp_path / "python3.13").write_text("#!/bin/sh\nexit 1\n")  # one that does not work is passed over
    (tmp_path / "python3.12").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    for name in ("python3.13", "python3.12"):
        (tmp_path / name).chmod(0o755)
    done = _as_an_old_python(str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("./deploy/run")


def test_without_any_python_the_launcher_says_so(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    launcher = ROOT / "deploy" / "run"
    done = subprocess.run(
        ["/bin/sh", str(launcher)], env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "no Python was found" in done.stderr
