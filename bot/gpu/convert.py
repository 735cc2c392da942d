"""The weights of a legacy checkpoint as a ``.safetensors`` file, taken out without unpickling anything.

What its table of contents names besides tensors (a trainer's callbacks, optimizers) is left behind, and so are the
averaged copies that only training needs.
"""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from bot.errors import ModelUnusable
from bot.gpu.checkpoint import Checkpoint, read_checkpoint
from bot.gpu.pickle_table import ITEM_BYTES, Stored

_DTYPES: Mapping[str, str] = {
    "DoubleStorage": "F64",
    "FloatStorage": "F32",
    "HalfStorage": "F16",
    "BFloat16Storage": "BF16",
    "LongStorage": "I64",
    "IntStorage": "I32",
    "ShortStorage": "I16",
    "CharStorage": "I8",
    "ByteStorage": "U8",
    "BoolStorage": "BOOL",
}
_TRAINING = "model_ema."


def convert(source: Path, target: Path) -> int:
    """Write ``target`` whole or not at all; returns how many tensors it has. Raises ModelUnusable or OSError."""
    found = read_checkpoint(source)
    tensors = {name: tensor for name, tensor in found.tensors.items() if not name.startswith(_TRAINING)}
    if not tensors:
        raise ModelUnusable("It holds no weights by name.")
    head: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, tensor in tensors.items():
        start, end = end, end + _size(tensor)
        head[name] = {"dtype": _DTYPES[tensor.kind], "shape": list(tensor.shape), "data_offsets": [start, end]}
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    partial = target.with_name(target.name + ".partial")
    try:
        with zipfile.ZipFile(source) as archive, partial.open("wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            for tensor in tensors.values():
                file.write(_values(archive, found, tensor))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return len(tensors)


def _size(tensor: Stored) -> int:
    return int(np.prod(tensor.shape, dtype=np.int64)) * ITEM_BYTES[tensor.kind]


def _values(archive: zipfile.ZipFile, found: Checkpoint, tensor: Stored) -> bytes:
    """In row-major order, whatever the strides of the storage are; ``read_checkpoint`` has checked their bounds."""
    wide = ITEM_BYTES[tensor.kind]
    storage = np.frombuffer(archive.read(f"{found.folder}data/{tensor.storage}"), np.dtype(f"<u{wide}"))
    strides = tuple(step * wide for step in tensor.stride)
    return np.lib.stride_tricks.as_strided(storage[tensor.offset :], tensor.shape, strides).tobytes()
