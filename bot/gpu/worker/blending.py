"""Two pictures as one to start from: halfway between their latents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

SHARE = 0.5
_PARALLEL = 1e-4


@dataclass(frozen=True, slots=True)
class Mixture:
    """What an autoencoder says of two pictures, each as a distribution; taken for that of a third one."""

    first: Any
    second: Any

    def mode(self) -> Tensor:
        return slerp(self.first.mode(), self.second.mode(), SHARE)

    def sample(self, _: torch.Generator | None = None) -> Tensor:
        """Not left to chance: the same pictures give the same start, whatever the seed."""
        return self.mode()


def slerp(a: Tensor, b: Tensor, share: float) -> Tensor:
    """From ``a`` (0) to ``b`` (1), row by row, on the arc between them (Shoemake 1985): their mean would be nearer to
    zero than both, and look grey. Rows that point the same way are mixed on the line."""
    flat_a, flat_b = a.flatten(1), b.flatten(1)
    cosine = torch.nn.functional.cosine_similarity(flat_a, flat_b, dim=1).clamp(-1, 1)
    angle = torch.acos(cosine)
    sine = torch.sin(angle)
    straight = sine < _PARALLEL
    sine = torch.where(straight, torch.ones_like(sine), sine)
    of_a = torch.where(straight, torch.full_like(sine, 1 - share), torch.sin((1 - share) * angle) / sine)
    of_b = torch.where(straight, torch.full_like(sine, share), torch.sin(share * angle) / sine)
    shape = (-1, *[1] * (a.dim() - 1))
    return of_a.reshape(shape) * a + of_b.reshape(shape) * b
