"""What a single model file is, by the names and shapes of its tensors: original (LDM) names, as it was published.

Nothing is loaded and no pickle is opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.errors import ModelUnusable
from bot.gpu import checkpoint, header
from bot.gpu.header import Header

SUFFIXES = (".safetensors", *checkpoint.SUFFIXES)
FIRST_LAYER = "model.diffusion_model.input_blocks.0.0.weight"
MASKED_CHANNELS = 9
"""What a denoiser made for inpainting takes: noise, mask, and the masked picture."""

Shapes = Mapping[str, Sequence[int]]

_CONTEXT = "model.diffusion_model.input_blocks.{}.1.transformer_blocks.0.attn2.to_k.weight"
_WIDTHS: Mapping[tuple[str, int], str] = {
    (_CONTEXT.format(4), 2048): "sdxl",
    (_CONTEXT.format(1), 1024): "sd2",
    (_CONTEXT.format(1), 768): "sd1",
}
"""A layer that reads the words, and their width -> family."""
_FOLDER = "Use its diffusers folder, which brings what this file lacks."
_OTHERS: Sequence[tuple[str, str]] = (
    (
        "conditioner.embedders.0.model.transformer.resblocks.9.mlp.c_proj.bias",
        "It is the refiner of Stable Diffusion XL, which only goes on with pictures of the base model and draws none.",
    ),
    ("joint_blocks.0.context_block.adaLN_modulation.1.bias", f"It is a single file of Stable Diffusion 3. {_FOLDER}"),
    ("double_blocks.0.img_attn.norm.key_norm.scale", f"It is a single file of Flux, without text encoders. {_FOLDER}"),
    ("control_model.time_embed.0.weight", "It is a ControlNet, an addition to a model."),
    ("controlnet_cond_embedding.conv_in.weight", "It is a ControlNet, an addition to a model."),
    ("emb_params", "It is a textual inversion, an addition to a model."),
    ("decoder.conv_in.weight", "It is an autoencoder alone, a part of a model."),
    ("conv_in.weight", "It is a denoiser alone, a part of a diffusers folder."),
    ("text_model.embeddings.token_embedding.weight", "It is a text encoder alone, a part of a model."),
)
"""Names that tell what else a file is."""
_CHANNELS = {5: "a depth map", 7: "a small picture to enlarge", 8: "a picture to edit by instruction"}


def recognised(shapes: Shapes) -> tuple[str, bool]:
    """The family, and whether it is made for inpainting. Raises ModelUnusable, naming what it is as far as is known."""
    family = next((name for (layer, width), name in _WIDTHS.items() if (shapes.get(layer) or [0])[-1] == width), None)
    if family is None:
        raise ModelUnusable(_what_else(shapes))
    channels = channels_in(shapes)
    if channels not in (4, MASKED_CHANNELS):
        what = f"beside the noise {_CHANNELS[channels]}" if channels in _CHANNELS else f"{channels} channels"
        raise ModelUnusable(f"Its denoiser takes {what}; single files of that kind cannot be used. {_FOLDER}")
    return family, channels == MASKED_CHANNELS


def channels_in(shapes: Shapes) -> int:
    """What the denoiser takes; four of them are the noise."""
    return (shapes.get(FIRST_LAYER) or [0, 4])[1]


def _what_else(shapes: Shapes) -> str:
    plain = {name.removeprefix("model.diffusion_model.") for name in shapes}
    if any(".lora_" in name or ".lora." in name for name in shapes):
        return "It is a LoRA, an addition to a model."
    found = (sentence for name, sentence in _OTHERS if name in plain)
    return next(found, "Its tensors are not those of Stable Diffusion 1, 2 or XL.")


def read(path: Path) -> Header:
    """Tensor name -> shape, and what the file says of itself; the tensors are not read. Raises ModelUnusable, also for
    a checkpoint that weights-only unpickling would refuse."""
    if path.suffix.lower() == ".safetensors":
        return header.read(path)
    if path.suffix.lower() not in checkpoint.SUFFIXES:
        raise ModelUnusable(f"{path.name} is neither a .safetensors file nor a .ckpt checkpoint.")
    found = checkpoint.read_checkpoint(path)
    if problem := checkpoint.refusal(found, path):
        raise ModelUnusable(problem)
    return Header({name: list(tensor.shape) for name, tensor in found.tensors.items()}, {})
