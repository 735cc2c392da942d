"""Vectors of people's notes in memory, and which are nearest to another: every one is looked at, exactly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.media.embed import DIMENSIONS, Vectors


class VectorIndex:
    """One person's notes. A note that is added again takes its new vector."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._notes = np.zeros(0, np.int64)
        self._vectors: Vectors = np.zeros((0, DIMENSIONS), np.float32)

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, notes: Sequence[int], vectors: Vectors) -> None:
        """``vectors``: (notes, 384), each of length 1."""
        fresh = [note for note in dict.fromkeys(notes) if note not in self._rows]
        used = len(self._rows)
        if used + len(fresh) > len(self._notes):  # room for half as many again: one at a time stays cheap
            size = max(64, (used + len(fresh)) * 3 // 2)
            self._notes = np.concatenate([self._notes[:used], np.zeros(size - used, np.int64)])
            room = np.zeros((size - used, DIMENSIONS), np.float32)
            self._vectors = np.concatenate([self._vectors[:used], room])
        for note in fresh:
            self._rows[note] = len(self._rows)
        rows = [self._rows[note] for note in notes]
        self._notes[rows] = notes
        self._vectors[rows] = vectors

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """(note, cosine) of the ``limit`` nearest, best first."""
        used = len(self._rows)
        scores = self._vectors[:used] @ vector
        best = np.argpartition(-scores, min(limit, used) - 1)[:limit] if used else np.zeros(0, np.int64)
        best = best[np.argsort(-scores[best], kind="stable")]
        return [(int(self._notes[row]), float(scores[row])) for row in best]
