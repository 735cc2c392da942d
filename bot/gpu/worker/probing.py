"""Asking a denoiser what it predicts, where no file says it.

At the last timestep an input is noise and hardly anything else. A model that predicts the noise gives it back; one that
predicts velocity gives the picture that it imagines, turned around, which is not like the noise at all.
"""

from __future__ import annotations

from typing import Any

import torch

from bot.gpu.traits import EPSILON, VELOCITY

SIDE = 32
"""Of the latents. Large enough for chance to play no part: 4,096 numbers that are alike by at most a few percent."""
ALIKE = 0.5


@torch.no_grad()
def predicts(unet: Any) -> str:
    """The prediction type of a UNet that reads words: ``epsilon`` or ``v_prediction``."""
    generator = torch.Generator("cpu").manual_seed(0)
    channels = unet.config.in_channels
    noise = torch.randn((1, channels, SIDE, SIDE), generator=generator)
    words = torch.zeros((1, 1, unet.config.cross_attention_dim))
    place = next(unet.parameters())
    output = unet(noise.to(place), torch.tensor(999), words.to(place), return_dict=False)[0].float().cpu()
    given = noise[:, : output.shape[1]]  # a masked model is given more
    alike = torch.nn.functional.cosine_similarity(output.flatten(), given.flatten(), dim=0)
    return EPSILON if float(alike) > ALIKE else VELOCITY


def asked(unet: Any, scheduler: Any) -> Any:
    """The scheduler, set to what the model predicts."""
    return type(scheduler).from_config(scheduler.config, prediction_type=predicts(unet))
