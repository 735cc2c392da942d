"""Packages are read only when they are the pinned ones."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from bot.pocket.data import Package, TamperedPackageError, bare, check, fetch, read_members


def packed(folder: Path, files: dict[str, bytes]) -> Package:
    archive = folder / "thing-1.0.0.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return Package("thing", "1.0.0", base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode())


def test_pinned_file_is_read_without_a_download(tmp_path: Path) -> None:
    package = packed(tmp_path, {"a/one.json": b"1", "b/two.txt": b"2"})
    assert read_members(fetch(package, tmp_path), r"\.json$") == {"a/one.json": b"1"}


def test_tampered_file_is_refused(tmp_path: Path) -> None:
    package = packed(tmp_path, {"a.json": b"1"})
    archive = tmp_path / package.archive
    archive.write_bytes(archive.read_bytes() + b"\0")
    with pytest.raises(TamperedPackageError, match="SHA-512"):
        check(archive, package)
    with pytest.raises(TamperedPackageError):
        fetch(package, tmp_path)


def test_scoped_names_become_npm_pack_file_names() -> None:
    assert Package("@a/b-c", "1.2.3", "").archive == "a-b-c-1.2.3.tgz"


def test_variation_selector_is_dropped() -> None:
    assert bare("\u2764\ufe0f") == "\u2764"
