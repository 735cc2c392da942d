"""Finds what a killed installation left half done, so that pip installs it again.

pip takes a package as installed once its ``.dist-info`` folder is there, whether or not its files are whole.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path


def is_whole(dist_info: Path) -> bool:
    """True when every file that the package's RECORD lists is there with the size it lists."""
    record = dist_info / "RECORD"
    if not (dist_info / "METADATA").is_file() or not record.is_file():
        return False
    with record.open(newline="", encoding="utf-8") as lines:
        for row in csv.reader(lines):
            if len(row) < 3 or "__pycache__" in row[0]:
                continue
            path = dist_info.parent / row[0]
            try:
                size = path.stat().st_size
            except OSError:
                return False
            if row[2] and int(row[2]) != size:
                return False
    return True


def drop_broken(site_packages: Path) -> list[str]:
    """Remove the records of half-installed packages (and pip's set-aside ``~name`` folders); return their names."""
    dropped: list[str] = []
    if not site_packages.is_dir():
        return dropped
    for leftover in site_packages.glob("~*"):
        shutil.rmtree(leftover, ignore_errors=True)
    for dist_info in sorted(site_packages.glob("*.dist-info")):
        name = dist_info.name.split("-")[0]
        if name.lower() not in ("pip", "setuptools") and not is_whole(dist_info):
            shutil.rmtree(dist_info)
            dropped.append(name)
    return dropped
