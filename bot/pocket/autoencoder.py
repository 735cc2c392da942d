"""The autoencoder stage: an encoder written down instead of trained, and a small decoder trained to undo it.

`written` builds an ordinary diffusers `AutoencoderKL` whose encoder computes `PatchCode` exactly: its strided
convolutions gather each 8x8 patch (2x2 pixels, then a 4x4 basis, then the components), every residual branch is zero,
and the final norm and SiLU are made harmless: forty constant channels of +-C fix the norm's statistics, and each
component is carried as x and -x, since silu(x) - silu(-x) = x. The decoder starts as a smooth upsampler.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import nn
from torch.nn import functional

from bot.pocket.latents import CHANNELS, PATCH, Floats, PatchCode, signed
from bot.pocket.scenes import KINDS, Composer

WIDTHS = (16, 32, 64, 128)
CONSTANT, CONSTANT_CHANNELS = 100.0, 40
CROP = 64
Draw = Callable[[int], list[Any]]


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


def scenes_of_all_kinds(composer: Composer, count: int) -> list[Any]:
    """Pictures of every kind in turn."""
    return [composer.compose(KINDS[place % len(KINDS)]).picture for place in range(count)]


def batches(composer: Composer, code: PatchCode, size: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Endless (latents, pixels): whole pictures now and then, else 64-pixel crops that cost a quarter."""
    rng = composer.rng
    while True:
        whole = rng.random() < 0.4
        pictures = scenes_of_all_kinds(composer, max(1, size // 4) if whole else size)
        latents = code.to_latents(pictures)
        pixels = torch.from_numpy(signed(pictures)).permute(0, 3, 1, 2)
        if not whole:
            corners = rng.integers(0, (128 - CROP) // PATCH + 1, (len(pictures), 2))
            side = CROP // PATCH
            latents = torch.stack(
                [z[:, y : y + side, x : x + side] for z, (y, x) in zip(latents, corners, strict=True)]
            )
            pixels = torch.stack(
                [
                    p[:, y * PATCH : y * PATCH + CROP, x * PATCH : x * PATCH + CROP]
                    for p, (y, x) in zip(pixels, corners, strict=True)
                ]
            )
        yield latents, pixels.contiguous(memory_format=torch.channels_last)


def train_decoder(model: Any, composer: Composer, code: PatchCode, minutes: float, say: Callable[[str], None]) -> None:
    """Train the decoder for so long: L1, L2 and gradient differences, a falling rate, an average at the end."""
    parts = [*model.decoder.parameters(), *model.post_quant_conv.parameters()]
    optimiser = torch.optim.AdamW(parts, lr=2e-3, betas=(0.9, 0.99), weight_decay=0.001)
    averages = [part.detach().clone() for part in parts]
    start = time.monotonic()
    for steps, (latents, pixels) in enumerate(batches(composer, code, size=6), start=1):
        passed = (time.monotonic() - start) / (minutes * 60)
        if passed >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1, steps / 50) * max(0.03, 1 - passed)
        wobble = torch.randn_like(latents) * 0.06 * torch.rand(len(latents), 1, 1, 1)
        error = model.decoder(model.post_quant_conv(latents + wobble)) - pixels
        loss = error.abs().mean() + error.pow(2).mean() + 0.5 * differences(error)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(parts, 1.0)
        optimiser.step()
        with torch.no_grad():
            torch._foreach_lerp_(averages, parts, 1 - min(0.998, (steps + 1) / (steps + 10)))
        if steps % 200 == 0:
            say(f"{passed:6.1%}  decoder step {steps}  loss {float(loss):.4f}")
    with torch.no_grad():
        torch._foreach_copy_(parts, averages)


def differences(error: torch.Tensor) -> torch.Tensor:
    """The mean absolute difference between neighbours of an error map: keeps edges sharp."""
    return (error[..., 1:] - error[..., :-1]).abs().mean() + (error[..., 1:, :] - error[..., :-1, :]).abs().mean()


@torch.no_grad()
def decoding_quality(model: Any, code: PatchCode, pictures: list[Any]) -> float:
    """PSNR in dB of pictures sent through the code and the decoder."""
    pixels = torch.from_numpy(signed(pictures)).permute(0, 3, 1, 2)
    decoded = model.decode(code.to_latents(pictures)).sample.clamp(-1, 1)
    return float(10 * torch.log10(4 / functional.mse_loss(decoded, pixels)))


def build(composer: Composer, minutes: float, folder: Path, say: Callable[[str], None]) -> None:
    """The whole stage: fit the code, write the encoder, train the decoder, save `vae/` and `code.npz`."""
    pictures = scenes_of_all_kinds(composer, 1200)
    code = PatchCode.fit(pictures)
    model = written(code, pictures[:300])
    train_decoder(model, composer, code, minutes, say)
    say(f"decoder: {decoding_quality(model, code, scenes_of_all_kinds(composer, 48)):.1f} dB")
    model.save_pretrained(folder / "vae")
    code.save(folder / "code.npz")
