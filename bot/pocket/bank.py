"""A bank of composed scenes as latents, so that a training step costs no drawing.

A scene takes about 1.5 ms to compose and encode; a training step of 64 takes under a second. The bank is filled once
and a few of its rows are replaced at every step.
"""

from collections.abc import Callable, Mapping

import numpy as np
import torch

from bot.pocket.latents import CHANNELS, PatchCode
from bot.pocket.scenes import KINDS, SIDE, Composer

Tokenise = Callable[[list[str]], torch.Tensor]
WORD_TOKENS = 24
PLACES = SIDE // 16
TOKENS = WORD_TOKENS + PLACES**2
"""A caption's words, then a token for each square of 2x2 latents, row by row: see `text.py`."""


class Bank:
    """Latents (rows, 12, 16, 16) and caption tokens (rows, 88), kept apart by kind of scene."""

    def __init__(self, composer: Composer, code: PatchCode, tokenise: Tokenise, rows: Mapping[str, int]) -> None:
        self.composer, self.code, self.tokenise = composer, code, tokenise
        side = SIDE // 8
        self.latents = {kind: torch.zeros(rows[kind], CHANNELS, side, side, dtype=torch.float16) for kind in KINDS}
        self.tokens = {kind: torch.zeros(rows[kind], TOKENS, dtype=torch.long) for kind in KINDS}
        self.filled = dict.fromkeys(KINDS, 0)
        self.rng = composer.rng

    def refresh(self, kind: str, count: int) -> None:
        """Compose `count` scenes of this kind: into free rows first, then over the oldest."""
        scenes = [self.composer.compose(kind) for _ in range(count)]
        latents = self.code.to_latents([scene.picture for scene in scenes])
        tokens = self.tokenise([scene.caption for scene in scenes])
        size = len(self.latents[kind])
        places = torch.arange(self.filled[kind], self.filled[kind] + count) % size
        self.latents[kind][places] = latents.half()
        self.tokens[kind][places] = tokens
        self.filled[kind] += count

    def renew(self, shares: Mapping[str, float], count: int) -> None:
        """`refresh` of one kind, chosen by these shares."""
        kinds = list(shares)
        weights = np.array([shares[kind] for kind in kinds])
        self.refresh(kinds[int(self.rng.choice(len(kinds), p=weights / weights.sum()))], count)

    def draw(self, shares: Mapping[str, float], count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """`count` random rows, kinds chosen by their shares: latents as float32, and tokens."""
        weights = np.array([shares[kind] for kind in KINDS])
        counts = self.rng.multinomial(count, weights / weights.sum())
        latents, tokens = [], []
        for kind, wanted in zip(KINDS, counts, strict=True):
            if not wanted:
                continue
            available = min(self.filled[kind], len(self.latents[kind]))
            rows = torch.from_numpy(self.rng.integers(available, size=wanted))
            latents.append(self.latents[kind][rows])
            tokens.append(self.tokens[kind][rows])
        return torch.cat(latents).float(), torch.cat(tokens)
