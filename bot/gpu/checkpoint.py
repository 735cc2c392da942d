"""What a legacy checkpoint (``.ckpt``, as ``torch.save`` writes it) holds, found out without unpickling it.

The format is a zip of uncompressed entries: ``NAME/data.pkl`` and one ``NAME/data/KEY`` for each storage
(torch.serialization).
"""

from __future__ import annotations

import struct
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from bot.errors import ModelUnusable
from bot.gpu.pickle_table import ITEM_BYTES, Stored, named_weights

SUFFIXES = (".ckpt", ".pt", ".pth")
MAX_PICKLE, MAX_DIRECTORY = 32 << 20, 8 << 20
"""Bytes. A large model has a table of one megabyte and a list of a few thousand entries."""

CUT_OFF = "It is cut off, or no checkpoint that torch wrote. Fetch it again."
OLD = (
    "It is a pickle in PyTorch's format from before 2020, which is not opened. Get the model as .safetensors, or save "
    "it anew with a current PyTorch where you trust it."
)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``foreign`` are the classes and functions that unpickling would look up besides tensors; ``folder`` is the path
    of the entries in the zip."""

    folder: str
    tensors: Mapping[str, Stored]
    foreign: tuple[str, ...]


def read_checkpoint(path: Path) -> Checkpoint:
    """Raises ModelUnusable for what is cut off, too large to be honest, or no zip that torch wrote."""
    try:
        with path.open("rb") as file:
            _check_directory(file, path.stat().st_size)
        with zipfile.ZipFile(path) as archive:
            return _read(archive, path.stat().st_size)
    except ModelUnusable:
        raise
    except Exception:  # whatever a broken zip or pickle makes the parsers raise
        raise ModelUnusable(CUT_OFF) from None


def refusal(checkpoint: Checkpoint, path: Path) -> str | None:
    """Why the file is not opened in the engine: it asks for more than weights."""
    if not checkpoint.foreign:
        return None
    shown = ", ".join(checkpoint.foreign[:3]) + (" …" if len(checkpoint.foreign) > 3 else "")
    return (
        f"It holds more than weights: opening it would run or load {shown}. Take its weights out, which runs nothing "
        f"of that, with: ./deploy/run model convert {path.name}"
    )


def _check_directory(file: Any, size: int) -> None:
    """The zip's list of entries is read into memory at once; its length stands at the end of the file."""
    file.seek(0)
    start = file.read(4)
    if start != b"PK\x03\x04":
        file.seek(0)
        raise ModelUnusable(OLD if start[:1] == b"\x80" or tarfile.is_tarfile(file) else CUT_OFF)
    file.seek(max(0, size - (1 << 16) - 200))
    tail = file.read()
    at, wide = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    if at < 0:
        raise ModelUnusable(CUT_OFF)
    length = struct.unpack_from("<L", tail, at + 12)[0]
    if length == 0xFFFFFFFF and wide >= 0:
        length = struct.unpack_from("<Q", tail, wide + 40)[0]
    if length > MAX_DIRECTORY:
        raise ModelUnusable("Its list of contents is far too long for a model.")


def _read(archive: zipfile.ZipFile, size: int) -> Checkpoint:
    entries = archive.infolist()
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise ModelUnusable("Its contents are compressed, which torch never does: it could unpack without end.")
    if sum(entry.file_size for entry in entries) > size:
        raise ModelUnusable("It promises more contents than the file has room for.")
    names = {entry.filename: entry for entry in entries}
    pickles = [name for name in names if name.endswith("/data.pkl")]
    if len(pickles) != 1 or any(name.endswith("/constants.pkl") for name in names):
        raise ModelUnusable("It is no checkpoint of weights: a program, or a zip of something else.")
    if names[pickles[0]].file_size > MAX_PICKLE:
        raise ModelUnusable("Its table of contents is far too long for a model.")
    folder = pickles[0].removesuffix("data.pkl")
    order = archive.read(folder + "byteorder") if folder + "byteorder" in names else b"little"
    if order != b"little":
        raise ModelUnusable("It was written by a machine with another order of bytes.")
    tensors, foreign = named_weights(archive.read(pickles[0]))
    for tensor in tensors.values():
        _check(tensor, names.get(f"{folder}data/{tensor.storage}"))
    return Checkpoint(folder, tensors, foreign)


def _check(tensor: Stored, entry: zipfile.ZipInfo | None) -> None:
    if entry is None or entry.file_size != tensor.elements * ITEM_BYTES[tensor.kind]:
        raise ModelUnusable(CUT_OFF)
    last = tensor.offset + sum((side - 1) * step for side, step in zip(tensor.shape, tensor.stride, strict=True))
    if prod(tensor.shape) and last >= tensor.elements:
        raise ModelUnusable(CUT_OFF)
