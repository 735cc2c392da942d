"""A small picture of what a running request is heading for, without the VAE.

Latents are nearly a linear picture: colours are fitted to them once, by least squares over a few random latents that
the VAE decodes when the model is loaded. That works for any number of latent channels.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from PIL import Image
from torch import Tensor

SIDE = 256  # longest side of a preview, in pixels
QUALITY = 80
_PATCHES = 6
_LATENT_SIDE = 16


@dataclass(frozen=True, slots=True)
class Preview:
    """RGB in 0..1 is ``latents @ weights + bias``; weights (channels, 3), bias (3)."""

    weights: Tensor
    bias: Tensor
    alphas: Tensor | None
    prediction: str

    def jpeg(self, call: Mapping[str, Any], output: Tensor, guidance: float) -> bytes:
        """The first picture of a request, as JPEG, from one denoiser call and its output."""
        sample = next(iter(call.values()))
        latents = self._clean(sample, call["timestep"], output, guidance)
        colours = torch.einsum("chw,cr->hwr", latents.float(), self.weights) + self.bias
        pixels = (colours.clamp(0, 1) * 255).round().to("cpu", torch.uint8).numpy()
        image = Image.fromarray(pixels)
        factor = min(8, SIDE // max(image.size)) or SIDE / max(image.size)
        size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
        out = io.BytesIO()
        image.resize(size, Image.Resampling.BICUBIC).save(out, "JPEG", quality=QUALITY)
        return out.getvalue()

    def _clean(self, sample: Tensor, timestep: Any, output: Tensor, guidance: float) -> Tensor:
        """The latents that the model believes in for picture 0.

        A Stable Diffusion denoiser is always fed variance-preserving latents, so its input, its timestep and its
        output are enough, whatever the sampler: x0 = (x - sqrt(1 - a) eps) / sqrt(a), or sqrt(a) x - sqrt(1 - a) v.
        """
        channels = self.weights.shape[0]
        noisy = sample[0, :channels].float()
        if guidance > 1 and output.shape[0] % 2 == 0:
            half = output.shape[0] // 2
            believed = torch.lerp(output[0].float(), output[half].float(), guidance)
        else:
            believed = output[0].float()
        believed = believed[:channels]
        if self.alphas is None:
            return noisy
        if self.prediction == "sample":
            return believed
        step = torch.as_tensor(timestep, device=sample.device).reshape(-1)[:1].long().clamp(0, len(self.alphas) - 1)
        alpha = self.alphas[step]
        if self.prediction == "v_prediction":
            return alpha.sqrt() * noisy - (1 - alpha).sqrt() * believed
        return (noisy - (1 - alpha).sqrt() * believed) / alpha.sqrt()


def fit(vae: Any, scheduler: Any) -> Preview | None:
    """The map for a loaded model; None where its latents are no picture in rows and columns."""
    config = vae.config
    channels = getattr(config, "latent_channels", None)
    if not channels or not hasattr(vae, "decode"):
        return None
    generator = torch.Generator("cpu").manual_seed(0)
    coarse = torch.randn((_PATCHES, channels, 4, 4), generator=generator)
    fine = torch.randn((_PATCHES, channels, _LATENT_SIDE, _LATENT_SIDE), generator=generator)
    smooth = torch.nn.functional.interpolate(coarse, size=_LATENT_SIDE, mode="bilinear")
    latents = (1.2 * smooth + 0.2 * fine).to(vae.device)
    shift = getattr(config, "shift_factor", None) or 0.0
    with torch.no_grad():
        decoded = vae.decode((latents / config.scaling_factor + shift).to(vae.dtype), return_dict=False)[0].float()
    if decoded.dim() != 4 or not bool(torch.isfinite(decoded).all()):
        return None
    colours = torch.nn.functional.adaptive_avg_pool2d(decoded / 2 + 0.5, _LATENT_SIDE).clamp(0, 1)
    known = latents.float().movedim(1, -1).reshape(-1, channels)
    known = torch.cat([known, torch.ones_like(known[:, :1])], dim=1).cpu()
    wanted = colours.movedim(1, -1).reshape(-1, 3).cpu()
    solved = torch.linalg.lstsq(known, wanted).solution.to(vae.device)
    if not math.isfinite(float(solved.abs().sum())):
        return None
    alphas = getattr(scheduler, "alphas_cumprod", None)
    prediction = str(getattr(scheduler.config, "prediction_type", "epsilon"))
    on_device = alphas.to(vae.device, torch.float32) if isinstance(alphas, Tensor) else None
    return Preview(solved[:-1], solved[-1], on_device, prediction)
