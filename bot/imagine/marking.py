"""Whether a picture gets the watermark, and what its settings say about it. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from bot import watermark
from bot.gpu.job import Generation

KEY = "Watermark"
TOO_SMALL = "too small for one"

_SAID = re.compile(rf", {KEY}: [^,\n]*$")


def with_mark(generation: Generation, *, wanted: bool) -> Generation:
    """The generation as the operator's switch wants it, fresh or stored; the text in the files says so."""
    fits = watermark.fits(generation.width, generation.height)
    said = (watermark.MESSAGE.decode() if fits else TOO_SMALL) if wanted else None
    texts = tuple({name: _with(text, said) for name, text in chunks.items()} for chunks in generation.texts)
    return replace(generation, watermark=wanted and fits, texts=texts)


def _with(text: str, said: str | None) -> str:
    """AUTOMATIC1111's parameters, whose last line is ``Key: value`` pairs."""
    plain = _SAID.sub("", text)
    return plain if said is None else f"{plain}, {KEY}: {said}"
