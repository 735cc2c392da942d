"""The two commands, run and test: set up if needed, then hand over to the environment's own Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bootstrap import checks, install, state
from bootstrap.install import SetupError
from bootstrap.state import Place

RUN_HELP = """\
./deploy/run [--cpu] [--rebuild] [--setup-only] [command ...]

Sets Inkling up in .venv the first time, then starts it.

  ./deploy/run                     the bot; without a token in .env, the playground
  ./deploy/run playground          the playground, a Discord on this machine
  ./deploy/run doctor              check the settings and this machine
  ./deploy/run model list          which models there are
  ./deploy/run model add ID        fetch a model, or check a file that you have
  ./deploy/run COMMAND --help      more about one command

  --cpu          install torch for the processor even where there is a GPU
  --rebuild      set .venv up anew (after a driver update, say)
  --setup-only   set up, start nothing
"""


def main(arguments: list[str]) -> int:
    """Run ``run`` or ``test`` with the rest of the arguments; return the exit code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # type: ignore[attr-defined,unused-ignore]
    place = Place(Path(__file__).resolve().parents[2])
    command, rest = (arguments[0] if arguments else "run"), arguments[1:]
    try:
        if command == "test":
            return test(place, rest)
        return run(place, rest)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run it again to go on.", file=sys.stderr)
        return 130


def _own_options(rest: list[str], known: tuple[str, ...]) -> tuple[set[str], list[str]]:
    """Our options come before the command, so that the command's own are never taken."""
    count = 0
    while count < len(rest) and rest[count] in known:
        count += 1
    return set(rest[:count]), rest[count:]


def _set_up(place: Place, extras: tuple[str, ...], options: set[str]) -> None:
    cpu, rebuild = "--cpu" in options, "--rebuild" in options
    if rebuild or not state.ready(place, extras) or (cpu and not state.read_stamp(place).cpu_asked):
        install.prepare(place, extras, cpu=cpu, rebuild=rebuild)


def run(place: Place, rest: list[str]) -> int:
    options, rest = _own_options(rest, ("--cpu", "--rebuild", "--setup-only"))
    if rest[:1] in (["--help"], ["-h"]):
        print(RUN_HELP, end="")
        return 0
    _set_up(place, (), options)
    if "--setup-only" in options:
        return 0
    environment = state.clean_environment() | {"INKLING_CWD": str(Path.cwd())}
    command = [str(place.python), "-m", "bot", *rest]
    os.chdir(place.root)
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606 - signals and the exit code are then the bot's own
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


def test(place: Place, rest: list[str]) -> int:
    options, rest = _own_options(rest, ("--cpu", "--rebuild", "--setup-only", "--faults", "--static"))
    if rest[:1] in (["--help"], ["-h"]):
        print(checks.HELP, end="")
        return 0
    _set_up(place, ("test",), options)
    if "--setup-only" in options:
        return 0
    return checks.run(place, rest, faults="--faults" in options, static_only="--static" in options)
