"""The autoencoder: its encoder is written down instead of trained; `decoder.py` trains the other half.

`written` builds an ordinary diffusers `AutoencoderKL` whose encoder computes `PatchCode` exactly: its strided
convolutions gather each 8x8 patch (2x2 pixels, then a 4x4 basis, then the components), every residual branch is zero,
and the final norm and SiLU are made harmless: forty constant channels of +-C fix the norm's statistics, and each
component is carried as x and -x, since silu(x) - silu(-x) = x. The decoder starts as a smooth upsampler.
"""

from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import nn

from bot.pocket.latents import CHANNELS, PATCH, Floats, PatchCode, signed

WIDTHS = (16, 32, 64, 128)
CONSTANT, CONSTANT_CHANNELS = 100.0, 40


def nested_order() -> list[int]:
    """Where each value of the convolutions' nested patch order sits in row, column, channel order; length 192."""
    order = []
    halves = (0, 1)
    for big_y in halves:
        for big_x in halves:
            for mid_y in halves:
                for mid_x in halves:
                    for y in halves:
                        for x in halves:
                            place = (big_y * 4 + mid_y * 2 + y) * PATCH + big_x * 4 + mid_x * 2 + x
                            order += [place * 3 + channel for channel in range(3)]
    return order


def small_basis(pictures: list[Any]) -> tuple[Floats, Floats]:
    """Mean (48,) and the 32 strongest components (48, 32) of 4x4 patches, in nested order."""
    values = signed(pictures)
    n, h, w, _ = values.shape
    blocks = values.reshape(n, h // 4, 4, w // 4, 4, 3).transpose(0, 1, 3, 2, 4, 5).reshape(-1, 2, 2, 2, 2, 3)
    flat = blocks.transpose(0, 1, 3, 2, 4, 5).reshape(-1, 48)
    mean = flat.mean(0)
    vectors = np.linalg.eigh(np.cov((flat - mean).T))[1]
    return mean, vectors[:, ::-1][:, : WIDTHS[1]].astype(np.float32)


@torch.no_grad()
def written(code: PatchCode, pictures: list[Any]) -> Any:
    """An `AutoencoderKL` (f8, 12 latents, 2.6 M parameters) that encodes as `code` does."""
    model = AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=WIDTHS,
        layers_per_block=1,
        latent_channels=CHANNELS,
        norm_num_groups=2,
        sample_size=128,
        mid_block_add_attention=False,
        scaling_factor=1.0,
        force_upcast=False,
    )
    for name, module in model.named_modules():
        if isinstance(module, nn.Conv2d):
            nn.init.zeros_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
            if name.startswith("decoder") and name.endswith("conv1"):
                nn.init.kaiming_normal_(module.weight)
    write_encoder(model.encoder, code, *small_basis(pictures))
    for channel in range(2 * CHANNELS):
        model.quant_conv.weight[channel, channel, 0, 0] = 1
    for channel in range(CHANNELS):
        model.post_quant_conv.weight[channel, channel, 0, 0] = 1
    write_decoder(model.decoder)
    return model


def write_encoder(encoder: Any, code: PatchCode, mean: Floats, basis: Floats) -> None:
    """Fill the encoder's weights with the patch code, three halvings deep."""
    blocks = encoder.down_blocks
    corners = [(y, x) for y in range(2) for x in range(2)]
    rows = torch.from_numpy(basis.copy())
    for channel in range(3):
        encoder.conv_in.weight[channel, channel, 1, 1] = 1
    for corner, (y, x) in enumerate(corners):
        for channel in range(3):
            blocks[0].downsamplers[0].conv.weight[corner * 3 + channel, channel, y, x] = 1
        blocks[1].downsamplers[0].conv.weight[:, :12, y, x] = rows[corner * 12 : corner * 12 + 12].T
    for channel in range(12):
        blocks[1].resnets[0].conv_shortcut.weight[channel, channel, 0, 0] = 1
    blocks[1].downsamplers[0].conv.bias.copy_(torch.from_numpy(-mean @ basis))
    for channel in range(WIDTHS[1]):
        blocks[2].resnets[0].conv_shortcut.weight[channel, channel, 0, 0] = 1
    order = nested_order()
    encode, centre = code.encode[order], code.mean[order]
    offset = -centre @ encode
    for corner, (y, x) in enumerate(corners):
        part = encode[corner * 48 : corner * 48 + 48]
        blocks[2].downsamplers[0].conv.weight[:CHANNELS, : WIDTHS[1], y, x] = torch.from_numpy(part.T @ basis)
        offset = offset + mean @ part
    blocks[2].downsamplers[0].conv.bias[:CHANNELS] = torch.from_numpy(offset)
    carry_through_norm(encoder, blocks[3].resnets[0].conv_shortcut)


def carry_through_norm(encoder: Any, shortcut: Any) -> None:
    """Carry each component as x and -x past a norm whose statistics are held by constant channels."""
    for channel in range(CHANNELS):
        shortcut.weight[channel, channel, 0, 0] = 1
        shortcut.weight[CHANNELS + channel, channel, 0, 0] = -1
        encoder.conv_out.weight[channel, channel, 1, 1] = 1
        encoder.conv_out.weight[channel, CHANNELS + channel, 1, 1] = -1
    signs = torch.tensor([CONSTANT, -CONSTANT] * (CONSTANT_CHANNELS // 2))
    shortcut.bias[2 * CHANNELS : 2 * CHANNELS + CONSTANT_CHANNELS] = signs
    deviation = (CONSTANT_CHANNELS * CONSTANT**2 / (WIDTHS[3] // 2)) ** 0.5
    encoder.conv_norm_out.weight.zero_()
    encoder.conv_norm_out.weight[: 2 * CHANNELS] = deviation
    encoder.conv_norm_out.bias.zero_()
    encoder.conv_out.bias[CHANNELS:] = -12.0  # log variance: latents are as good as certain


def write_decoder(decoder: Any) -> None:
    """Start the decoder as a smooth upsampler of the latents, so that training only adds detail."""
    slots = [*range(6), *range(8, 14)]
    decoder.conv_in.weight.normal_(0, 0.02)
    for channel, slot in enumerate(slots):
        decoder.conv_in.weight[slot, channel, 1, 1] += 1
    ramp = torch.tensor([1.0, 2.0, 1.0]) / 4
    for block in decoder.up_blocks:
        for resnet in block.resnets:
            if resnet.conv_shortcut is not None:
                weight = resnet.conv_shortcut.weight.normal_(0, 0.5 / resnet.conv_shortcut.in_channels**0.5)
                weight[:14] = 0
                for slot in slots:
                    weight[slot, slot, 0, 0] = 1
        for upsampler in block.upsamplers or []:
            weight = upsampler.conv.weight.normal_(0, 0.7 / (9 * upsampler.conv.in_channels) ** 0.5)
            weight[:14] = 0
            for slot in slots:
                weight[slot, slot] = ramp[:, None] * ramp
    last = decoder.up_blocks[-1].resnets[0].conv_shortcut
    for slot, constant in ((6, 4.0), (7, -4.0), (14, 4.0), (15, -4.0)):
        last.weight[slot] = 0
        last.bias[slot] = constant
    decoder.conv_out.weight.normal_(0, 0.01)
    for name, module in decoder.named_modules():
        if isinstance(module, nn.Conv2d) and name.endswith("conv2"):
            nn.init.normal_(module.weight, 0, 1e-3)
