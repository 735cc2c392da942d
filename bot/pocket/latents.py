"""The autoencoder's encoder as what it is: a linear map of 8x8 patches onto twelve half-whitened principal components.

Knowing that, training pictures become latents with one matrix product instead of a convolutional network.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from bot.pocket.data import Pixels

PATCH = 8
CHANNELS = 12
VALUES = PATCH * PATCH * 3
Floats = npt.NDArray[np.float32]


def patches(pictures: Floats) -> Floats:
    """(n, h, w, 3) to (n, h/8, w/8, 192), each patch in row, column, channel order."""
    n, h, w, c = pictures.shape
    grid = pictures.reshape(n, h // PATCH, PATCH, w // PATCH, PATCH, c).transpose(0, 1, 3, 2, 4, 5)
    return grid.reshape(n, h // PATCH, w // PATCH, VALUES)


def signed(pictures: list[Pixels]) -> Floats:
    """uint8 pictures as (n, h, w, 3) in [-1, 1]."""
    return np.stack(pictures).astype(np.float32) / 127.5 - 1


@dataclass(frozen=True)
class PatchCode:
    """latent = (patch - mean) @ encode; patch = latent @ decode + mean. `encode` is (192, 12)."""

    mean: Floats
    encode: Floats
    decode: Floats

    @classmethod
    def fit(cls, pictures: list[Pixels]) -> "PatchCode":
        """Principal components of these pictures' patches, scaled by the square root of each deviation.

        Half-whitening keeps the strong components strong (they carry the shape) while the whole has unit deviation.
        """
        flat = patches(signed(pictures)).reshape(-1, VALUES)
        mean = flat.mean(0)
        variances, vectors = np.linalg.eigh(np.cov((flat - mean).T))
        deviations = np.sqrt(variances[::-1][:CHANNELS])
        basis = vectors[:, ::-1][:, :CHANNELS]
        scale = np.sqrt(deviations)
        scale = scale * np.sqrt(np.mean((deviations / scale) ** 2))
        return cls(mean, (basis / scale).astype(np.float32), (basis * scale).T.astype(np.float32))

    def to_latents(self, pictures: list[Pixels]) -> torch.Tensor:
        """uint8 pictures to (n, 12, h/8, w/8)."""
        codes = (patches(signed(pictures)) - self.mean) @ self.encode
        return torch.from_numpy(np.ascontiguousarray(codes.transpose(0, 3, 1, 2)))

    def save(self, path: Path) -> None:
        """Write the three arrays as `.npz`."""
        np.savez(path, mean=self.mean, encode=self.encode, decode=self.decode)

    @classmethod
    def load(cls, path: Path) -> "PatchCode":
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            return cls(arrays["mean"], arrays["encode"], arrays["decode"])

    @classmethod
    @torch.no_grad()
    def of_autoencoder(cls, autoencoder: torch.nn.Module, pictures: list[Pixels]) -> "PatchCode":
        """The code of an autoencoder whose encoder is such a map, by least squares over its own answers."""
        values = signed(pictures)
        pixels = torch.from_numpy(values).permute(0, 3, 1, 2).contiguous()
        latents = autoencoder.encode(pixels).latent_dist.mode()  # type: ignore[operator]  # diffusers is untyped
        inputs = patches(values).reshape(-1, VALUES).astype(np.float64)
        targets = latents.permute(0, 2, 3, 1).reshape(-1, CHANNELS).numpy().astype(np.float64)
        mean = inputs.mean(0)
        encode = np.linalg.lstsq(inputs - mean, targets - targets.mean(0), rcond=1e-6)[0]
        # shift the mean so that (patch - mean) @ encode meets the targets exactly
        decode = np.linalg.pinv(encode)
        centre = mean - targets.mean(0) @ decode
        return cls(*(array.astype(np.float32) for array in (centre, encode, decode)))
