"""The operator's lists for ``__name__`` in prompts: ``wildcards/name.txt`` in the data folder, one choice a line."""

from __future__ import annotations

from pathlib import Path

MAX_BYTES = 1_000_000
FOLDER = "wildcards"


def read_lists(data_dir: Path) -> dict[str, list[str]]:
    """Name in lower case -> lines, without empty ones and comments (``#``). Files that cannot be read are left out."""
    found = {}
    for path in sorted((data_dir / FOLDER).glob("*.txt")):
        try:
            if path.stat().st_size > MAX_BYTES:
                continue
            lines = [" ".join(line.split()) for line in path.read_text("utf-8", errors="replace").splitlines()]
        except OSError:
            continue
        found[path.stem.casefold()] = [line for line in lines if line and not line.startswith("#")]
    return found
