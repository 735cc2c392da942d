"""Telling recordings by their first bytes, and what a voice message says about itself."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

SAMPLES = 256
LONGEST_SECONDS = 20 * 60.0
IS_VOICE_MESSAGE = 1 << 13  # https://discord.com/developers/docs/resources/message#message-object-message-flags


def sound_type(head: bytes) -> str | None:
    """The content type of a recording whose first 16 bytes are ``head``; None where it is none."""
    if head.startswith(b"OggS"):
        return "audio/ogg"
    if head.startswith(b"\x1aE\xdf\xa3"):  # EBML, which browsers record Opus into
        return "audio/webm"
    if head[4:8] == b"ftyp" and head[8:12] in (b"M4A ", b"M4B ", b"isom", b"iso5", b"iso6", b"mp42", b"mp41", b"dash"):
        return "audio/mp4"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "audio/wav"
    if head.startswith(b"fLaC"):
        return "audio/flac"
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] in (b"\xfb", b"\xf3", b"\xf2")):
        return "audio/mpeg"
    return None


@dataclass(frozen=True, slots=True)
class Voice:
    """Length in seconds, and loudness as up to 256 samples from 0 to 255, evenly spread over that length."""

    duration_seconds: float
    waveform: bytes

    @classmethod
    def read(cls, value: Any) -> Voice | None:
        """From ``{"duration_secs", "waveform": base64}``; None where that is not what it is."""
        if not isinstance(value, dict):
            return None
        seconds, drawn = value.get("duration_secs"), value.get("waveform")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isinstance(drawn, str):
            return None
        try:
            waveform = base64.b64decode(drawn, validate=True)
        except ValueError:
            return None
        if not 0 < seconds <= LONGEST_SECONDS or not 0 < len(waveform) <= SAMPLES:
            return None
        return cls(float(seconds), waveform)

    def payload(self) -> dict[str, Any]:
        """What the attachment carries besides its usual keys."""
        return {
            "duration_secs": round(self.duration_seconds, 3),
            "waveform": base64.b64encode(self.waveform).decode(),
        }
