# Started as `python deploy/bootstrap run|test ...` by the launchers beside this folder.
# This one file is written so that any Python can read it and say what is missing.
import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this is for
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
