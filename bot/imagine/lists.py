"""The operator's lists for ``__name__`` in prompts: ``wildcards/name.txt`` in the data folder, one choice a line.

A list in a folder of its own is ``__folder/name__``.
"""

from __future__ import annotations

from pathlib import Path

from bot.imagine.model import MAX_PROMPT

MAX_BYTES = 1_000_000
FOLDER = "wildcards"


def read_lists(data_dir: Path) -> dict[str, list[str]]:
    """Name in lower case -> lines, without empty ones, comments (``#``), and those longer than a prompt may be. Files
    that cannot be read are left out."""
    found = {}
    folder = data_dir / FOLDER
    for path in sorted(folder.rglob("*.txt")):
        try:
            if path.stat().st_size > MAX_BYTES:
                continue
            lines = [" ".join(line.split()) for line in path.read_text("utf-8", errors="replace").splitlines()]
        except OSError:
            continue
        name = path.relative_to(folder).with_suffix("").as_posix().casefold()
        found[name] = [line for line in lines if 0 < len(line) <= MAX_PROMPT and not line.startswith("#")]
    return found
