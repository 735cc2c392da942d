"""The bot's side of the media helper."""

from __future__ import annotations

from bot.children.helper import Helper

MODULE = "bot.media.main"
ENVIRON = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""One core is enough for what a person waits for; the others are the engine's."""


class MediaHelper(Helper):
    def __init__(self) -> None:
        super().__init__(MODULE, "media", ENVIRON)
