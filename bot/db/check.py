"""A look at the database from outside, for ``doctor``: nothing is changed, and nothing needs to be running."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def integrity_problem(path: Path, timeout_seconds: float = 5) -> str | None:
    """What SQLite's quick_check finds wrong with the database at ``path``; None when it is sound.

    https://sqlite.org/pragma.html#pragma_quick_check
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=timeout_seconds)) as found:
            rows = [str(row[0]) for row in found.execute("PRAGMA quick_check(3)")]
    except sqlite3.Error as error:
        return str(error)
    return None if rows == ["ok"] else "; ".join(rows)
