# Started as `python deploy/bootstrap run|test ...` by the launchers beside this folder.
# This one file is written so that any Python can read it: it looks for a newer one, and says what is missing.
import os
import sys


def hand_over():  # type: () -> None
    """Become the first Python here that is new enough; return if there is none."""
    import subprocess

    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "python3"):
        probe = [name, "-c", "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)"]
        try:
            with open(os.devnull, "w") as nowhere:  # noqa: PTH123
                fits = subprocess.call(probe, stderr=nowhere) == 0
        except OSError:
            fits = False
        if fits:
            command = [name, os.path.dirname(os.path.abspath(__file__))] + sys.argv[1:]  # noqa: PTH100, PTH120, RUF005
            if os.name == "nt":  # there, exec returns to the shell at once
                sys.exit(subprocess.call(command))
            os.execvp(name, command)  # noqa: S606


if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this is for
    hand_over()
    sys.stderr.write(
        "Inkling needs Python 3.11 or newer; this is Python %d.%d.\n"  # noqa: UP031
        "  Debian, Ubuntu:  sudo apt install python3 python3-venv\n"
        "  Fedora:          sudo dnf install python3\n"
        "  macOS:           brew install python\n"
        "  Windows:         winget install Python.Python.3.13\n" % (sys.version_info[0], sys.version_info[1])
    )
    sys.exit(1)

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from bootstrap.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
