"""Pictures as prompts (IP-Adapter): attention of a UNet that also looks at pictures, for those who ask for it.

diffusers' loader changes the UNet that all requests share. Here it is put back at once, and what the adapter added is
worn for the length of a call only: a request that shows no picture runs on the untouched model.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from bot.gpu.worker.device import Device


class Looker:
    """What an adapter adds to one UNet. ``hidden``: it is given the image encoder's hidden states."""

    def __init__(self, pairs: Sequence[tuple[Any, Any]], projection: Any) -> None:
        from diffusers.models.embeddings import ImageProjection

        self._pairs, self._projection = pairs, projection
        self.hidden = not isinstance(projection.image_projection_layers[0], ImageProjection)

    @property
    def bytes(self) -> int:
        return sum(t.numel() * t.element_size() for part in self._parts() for t in part.parameters())

    @contextlib.contextmanager
    def worn(self, unet: Any, scale: float) -> Iterator[None]:
        """``unet`` looks at pictures until the block ends. Entered by the forward thread only."""
        own, mine = next(unet.parameters()), next(self._projection.parameters())
        if (own.device, own.dtype) != (mine.device, mine.dtype):  # the UNet went to half precision meanwhile
            for part in self._parts():
                part.to(own.device, own.dtype)
        kept = [(attention, attention.processor) for attention, _ in self._pairs]
        kind, projection = unet.config.encoder_hid_dim_type, unet.encoder_hid_proj
        try:
            for attention, processor in self._pairs:
                processor.scale = [scale]
                attention.processor = processor
            unet.encoder_hid_proj, unet.config.encoder_hid_dim_type = self._projection, "ip_image_proj"
            yield
        finally:
            unet.encoder_hid_proj, unet.config.encoder_hid_dim_type = projection, kind
            for attention, plain in kept:
                attention._modules.pop("processor", None)  # a module, which what was there before is none of
                attention.processor = plain

    def _parts(self) -> list[Any]:
        return [self._projection, *(processor for _, processor in self._pairs)]


@dataclass(frozen=True, slots=True)
class Looking:
    """A state (``bot.gpu.worker.states``) of a UNet; ``scale`` says how much what it sees counts."""

    looker: Looker
    scale: float

    def on(self, module: Any) -> contextlib.AbstractContextManager[None]:
        return self.looker.worn(module, self.scale)


def attach(pipeline: Any, file: Path, encoder: Path, device: Device) -> tuple[Looker, int]:
    """Read an adapter for a loaded pipeline, which gets the image encoder. Returns it, and the bytes that both take.

    Raises whatever reading strange files raises; the UNet is as it was all the same.
    """
    from safetensors.torch import load_file
    from transformers import CLIPVisionModelWithProjection

    eyes = CLIPVisionModelWithProjection.from_pretrained(
        encoder, dtype=torch.float32, use_safetensors=True, local_files_only=True
    )
    eyes.to(device.place, device.dtype).eval()
    read: dict[str, dict[str, Tensor]] = {"image_proj": {}, "ip_adapter": {}}
    for key, tensor in load_file(file).items():
        kind, _, rest = key.partition(".")
        if kind in read:
            read[kind][rest] = tensor.float()
    scratch = copy.copy(pipeline)
    scratch.__dict__ = dict(pipeline.__dict__)
    scratch.register_modules(image_encoder=eyes)
    unet = pipeline.unet
    plain, kind, projection = dict(unet.attn_processors), unet.config.encoder_hid_dim_type, unet.encoder_hid_proj
    try:
        scratch.load_ip_adapter(read, subfolder="", weight_name="adapter.safetensors", image_encoder_folder=None)
        looking, modules = unet.attn_processors, dict(unet.named_modules())
        pairs = [
            (modules[name.removesuffix(".processor")], processor)
            for name, processor in looking.items()
            if isinstance(processor, torch.nn.Module)
        ]
        looker = Looker(pairs, unet.encoder_hid_proj)
    finally:
        unet.encoder_hid_proj, unet.config.encoder_hid_dim_type = projection, kind
        unet.set_attn_processor(plain)  # after that: the projection may have attention of its own
    pipeline.register_modules(image_encoder=eyes, feature_extractor=scratch.feature_extractor)
    return looker, looker.bytes + sum(t.numel() * t.element_size() for t in eyes.parameters())


@torch.no_grad()
def embeddings(pipeline: Any, looker: Looker, pictures: Sequence[Image.Image], guided: bool) -> list[Tensor]:
    """``ip_adapter_image_embeds`` of the stock call: what the image encoder sees in all ``pictures``, and in none."""
    seen, nothing = pipeline.encode_image(list(pictures), pipeline._execution_device, 1, looker.hidden)
    return [torch.cat([nothing[None], seen[None]]) if guided else seen[None]]
