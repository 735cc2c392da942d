"""What is said in a recording, with times: Whisper by faster-whisper (https://github.com/SYSTRAN/faster-whisper).

A recording is decoded and heard ten minutes at a time, so a long one takes no more memory than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
RATE = 16_000
"""Samples a second, as Whisper takes them."""
PIECE_SECONDS = 600
MAX_SECONDS = 4 * 3600.0
EDGE_SECONDS = 2.0
"""What ends this close to the end of a piece may be cut in two: it is heard again with the next."""
BEAM = 5


class Silent(Exception):
    """There is no sound in the file that can be heard, or it is too long."""


class Whisper:
    def __init__(self, model: str, threads: int = 1) -> None:
        """``model`` is a folder in CTranslate2's format, or a name that faster-whisper fetches once."""
        from faster_whisper import WhisperModel

        self._model: Any = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=threads, num_workers=1)

    def hear(self, path: Path) -> list[tuple[float, str]]:
        """(seconds, text) of each segment, in order. Raises Silent."""
        found: list[tuple[float, str]] = []
        begin, rest = 0.0, np.zeros(0, np.float32)
        for piece, is_last in _with_last(decoded(path)):
            sound = np.concatenate([rest, piece])
            segments = self._segments(sound)
            rest = np.zeros(0, np.float32)
            if not is_last and len(segments) > 1 and segments[-1][1] > len(sound) / RATE - EDGE_SECONDS:
                rest = sound[int(segments.pop()[0] * RATE) :]
            found += [(round(begin + start, 2), text) for start, _, text in segments]
            begin += (len(sound) - len(rest)) / RATE
        return found

    def _segments(self, sound: Samples) -> list[tuple[float, float, str]]:
        """(start, end, text) of what is said."""
        segments, _ = self._model.transcribe(sound, beam_size=BEAM, vad_filter=True, condition_on_previous_text=False)
        return [(float(one.start), float(one.end), text) for one in segments if (text := one.text.strip())]


def decoded(path: Path, piece_seconds: int = PIECE_SECONDS) -> Iterator[Samples]:
    """The first sound track in pieces, mono, between -1 and 1. Raises Silent for what cannot be decoded."""
    import av

    try:
        with av.open(str(path), mode="r", metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise Silent("there is no sound in it")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            held: list[NDArray[np.int16]] = []
            count = total = 0
            for frame in _frames(container):
                for part in resampler.resample(frame):
                    held.append(part.to_ndarray().reshape(-1))
                    count += len(held[-1])
                if count >= piece_seconds * RATE:
                    yield _joined(held)
                    total += count
                    held, count = [], 0
                if total > MAX_SECONDS * RATE:
                    raise Silent(f"it is longer than {MAX_SECONDS / 3600:g} hours")
            held += [part.to_ndarray().reshape(-1) for part in resampler.resample(None)]
            if held:
                yield _joined(held)
    except (av.error.FFmpegError, IndexError, ValueError) as error:
        raise Silent(f"it cannot be decoded: {error}") from None


def _frames(container: Any) -> Iterator[Any]:
    """What can be decoded; damaged frames are left out."""
    import av

    frames = container.decode(audio=0)
    while True:
        try:
            yield next(frames)
        except StopIteration:
            return
        except av.error.InvalidDataError:
            continue


def _joined(held: list[NDArray[np.int16]]) -> Samples:
    return np.concatenate(held).astype(np.float32) / 32768.0


def _with_last(pieces: Iterator[Samples]) -> Iterator[tuple[Samples, bool]]:
    """Each piece, and whether it is the last."""
    before: Samples | None = None
    for piece in pieces:
        if before is not None:
            yield before, False
        before = piece
    if before is not None:
        yield before, True
