"""Which model calls may share a forward, and how their tensors are joined and taken apart again. Pure tensor work.

A call's arguments are a tree of dicts, lists and leaves. A tensor whose first dimension is the call's rows belongs to
the rows and is concatenated; everything else must be equal for two calls to merge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

TIMESTEP = "timestep"
SHARED = frozenset({"img_ids", "txt_ids"})
"""Flux position ids: they have no batch dimension, but their length can equal the number of rows by accident."""


def rows_of(sample: Tensor) -> int:
    return int(sample.shape[0])


class Fingerprints:
    """Content digests of shared tensors, taken once a tensor: a digest waits for the device."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Tensor, bytes]] = {}

    def __call__(self, tensor: Tensor) -> bytes:
        known = self._known.get(id(tensor))
        if known is None or known[0] is not tensor:
            data = tensor.detach().to("cpu").contiguous().view(torch.uint8).numpy().tobytes()
            known = self._known[id(tensor)] = (tensor, hashlib.sha256(data).digest())
        return known[1]


def signature(name: str, value: Any, rows: int, fingerprint: Fingerprints) -> Hashable:
    """What has to be equal in two calls before this argument of theirs can be merged."""
    if name == TIMESTEP:
        return None
    if isinstance(value, Tensor):
        if name in SHARED:
            return (tuple(value.shape), value.dtype, fingerprint(value))
        if _rowwise(value, rows):
            return (tuple(value.shape[1:]), value.dtype)
        return id(value)
    if isinstance(value, Mapping):
        return tuple((key, signature(str(key), value[key], rows, fingerprint)) for key in sorted(value))
    if isinstance(value, list | tuple):
        return (type(value), *(signature("", item, rows, fingerprint) for item in value))
    if value is None or isinstance(value, bool | int | float | str):
        return (type(value), value)
    return id(value)


def merge(calls: Sequence[Mapping[str, Any]], rows: Sequence[int], device: torch.device) -> dict[str, Any]:
    """One set of arguments for calls of equal signature; ``rows`` has the number of rows of each."""
    return {
        name: spread([call[name] for call in calls], rows, device)
        if name == TIMESTEP
        else _join(name, [call[name] for call in calls], rows)
        for name in calls[0]
    }


def spread(timesteps: Sequence[Any], rows: Sequence[int], device: torch.device) -> Tensor:
    """One timestep a row. Float and integer timesteps (some samplers stand between two) together become float32."""
    tensors = [torch.as_tensor(step, device=device) for step in timesteps]
    if any(tensor.dtype == torch.float64 for tensor in tensors) or len({tensor.dtype for tensor in tensors}) > 1:
        tensors = [tensor.to(torch.float32) for tensor in tensors]
    return torch.cat(
        [
            tensor.reshape(-1).expand(n) if tensor.numel() == 1 else tensor
            for tensor, n in zip(tensors, rows, strict=True)
        ]
    )


def part(arguments: Mapping[str, Any], rows: int, start: int, stop: int) -> dict[str, Any]:
    """Rows ``start`` to ``stop`` of a call of ``rows`` rows; a lone timestep stays as it is."""
    return {name: _cut(name, value, rows, start, stop) for name, value in arguments.items()}


def split(outputs: Sequence[Any], rows: Sequence[int]) -> list[tuple[Any, ...]]:
    """The model's output tuple, taken apart into one tuple a call."""
    total = sum(rows)
    columns = [
        torch.split(output, list(rows))
        if isinstance(output, Tensor) and _rowwise(output, total)
        else [output] * len(rows)
        for output in outputs
    ]
    return list(zip(*columns, strict=True))


def glue(parts: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    """The opposite of ``part``, for outputs."""
    return tuple(
        torch.cat(list(column)) if isinstance(column[0], Tensor) else column[0] for column in zip(*parts, strict=True)
    )


def _rowwise(value: Tensor, rows: int) -> bool:
    return value.dim() > 0 and value.shape[0] == rows


def _join(name: str, values: list[Any], rows: Sequence[int]) -> Any:
    first = values[0]
    if isinstance(first, Tensor):
        return torch.cat(values) if name not in SHARED and _rowwise(first, rows[0]) else first
    if isinstance(first, Mapping):
        return {key: _join(str(key), [value[key] for value in values], rows) for key in first}
    if isinstance(first, list | tuple):
        return type(first)(_join("", list(items), rows) for items in zip(*values, strict=True))
    return first


def _cut(name: str, value: Any, rows: int, start: int, stop: int) -> Any:
    if isinstance(value, Tensor):
        return value[start:stop] if name not in SHARED and _rowwise(value, rows) else value
    if isinstance(value, Mapping):
        return {key: _cut(str(key), inner, rows, start, stop) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_cut("", inner, rows, start, stop) for inner in value)
    return value
