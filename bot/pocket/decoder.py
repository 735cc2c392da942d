"""The autoencoder stage: the decoder of a written encoder is trained to undo it, and its edges are settled."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import nn
from torch.nn import functional

from bot.pocket.autoencoder import written
from bot.pocket.latents import PATCH, PatchCode, signed
from bot.pocket.scenes import KINDS, Composer

CROP, SEAM = 64, 20
WOBBLE = 0.25
WHITE = 0.999
EDGE_WEIGHT, CORNER_WEIGHT = 30.0, 3000.0


def scenes_of_all_kinds(composer: Composer, count: int) -> list[Any]:
    """Pictures of every kind in turn."""
    return [composer.compose(KINDS[place % len(KINDS)]).picture for place in range(count)]


def with_white(composer: Composer) -> list[Any]:
    """Pictures of every kind, and a few without anything on them."""
    return [*scenes_of_all_kinds(composer, 48), *[np.full((128, 128, 3), 255, np.uint8)] * 4]


def batches(
    composer: Composer, code: PatchCode, size: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Endless (latents, pixels, weights): whole pictures now and then, else 64-pixel crops that cost a quarter.

    Weights (n, 1, h, w) are zero near a crop's own edges: padding stands there for what was cut off, and the decoder
    must learn from padding at the picture's edges only. Those count double.
    """
    rng = composer.rng
    edges = torch.ones(1, 128, 128)
    edges[:, 4:-4, 4:-4] = 0.5
    while True:
        whole = rng.random() < 0.4
        pictures = scenes_of_all_kinds(composer, max(1, size // 4) if whole else size)
        latents = code.to_latents(pictures)
        pixels = torch.from_numpy(signed(pictures)).permute(0, 3, 1, 2)
        weights = edges.repeat(len(pictures), 1, 1, 1)
        if not whole:
            corners = rng.integers(0, (128 - CROP) // PATCH + 1, (len(pictures), 2))
            side = CROP // PATCH
            latents = torch.stack(
                [z[:, y : y + side, x : x + side] for z, (y, x) in zip(latents, corners, strict=True)]
            )
            pixels = cut(pixels, corners)
            weights = cut(weights, corners)
            for weight, (y, x) in zip(weights, corners, strict=True):
                for place, axis in ((y, 1), (x, 2)):
                    if place > 0:
                        weight.narrow(axis, 0, SEAM).zero_()
                    if place + side < 128 // PATCH:
                        weight.narrow(axis, CROP - SEAM, SEAM).zero_()
        yield latents, pixels.contiguous(memory_format=torch.channels_last), weights


def cut(pictures: torch.Tensor, corners: Any) -> torch.Tensor:
    """The (n, c, 64, 64) crops of these (n, c, 128, 128) whose corners, in patches, are given."""
    places = [(int(y) * PATCH, int(x) * PATCH) for y, x in corners]
    return torch.stack([p[:, y : y + CROP, x : x + CROP] for p, (y, x) in zip(pictures, places, strict=True)])


def train_decoder(
    model: Any, composer: Composer, code: PatchCode, minutes: float, say: Callable[[str], None], rate: float = 2e-3
) -> None:
    """Train the decoder for so long: L1, L2 and gradient differences, a falling rate, an average at the end."""
    parts = [*model.decoder.parameters(), *model.post_quant_conv.parameters()]
    optimiser = torch.optim.AdamW(parts, lr=rate, betas=(0.9, 0.99), weight_decay=0.001)
    averages = [part.detach().clone() for part in parts]
    start = time.monotonic()
    for steps, (latents, pixels, weights) in enumerate(batches(composer, code, size=6), start=1):
        passed = (time.monotonic() - start) / (minutes * 60)
        if passed >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, steps / 50) * max(0.03, 1 - passed)
        drawn = model.decoder(model.post_quant_conv(latents + wobble(latents)))
        error = missed(drawn, pixels) * weights
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


def wobble(latents: torch.Tensor) -> torch.Tensor:
    """What the UNet's latents miss the truth by: grain, and stains that are wider than a place.

    At the end of 20 steps the latents of a white corner lie about 0.16 from white's.
    """
    count, channels, height, width = latents.shape
    grain = torch.randn_like(latents) * WOBBLE * torch.rand(count, 1, 1, 1)
    stains = torch.randn(count, channels, max(1, height // 4), max(1, width // 4)) * WOBBLE * torch.rand(count, 1, 1, 1)
    return grain + functional.interpolate(stains, (height, width), mode="bilinear")


def missed(drawn: torch.Tensor, pixels: torch.Tensor) -> torch.Tensor:
    """The error of decoded pixels in -1..1. Beyond white and black there is none, for pictures are cut off there, and
    white counts fourfold: a little beyond it leaves room for what the UNet misses.
    """
    white = pixels > WHITE
    beyond = (white & (drawn > pixels)) | ((pixels < -WHITE) & (drawn < pixels))
    return torch.where(beyond, 0, drawn - pixels) * (1 + 3 * white)


def differences(error: torch.Tensor) -> torch.Tensor:
    """The mean absolute difference between neighbours of an error map: keeps edges sharp."""
    return (error[..., 1:] - error[..., :-1]).abs().mean() + (error[..., 1:, :] - error[..., :-1, :]).abs().mean()


@torch.no_grad()
def settle_edges(model: Any, code: PatchCode, pictures: list[Any]) -> None:
    """Fit the decoder's last convolution by least squares, the picture's outermost pixels weighing most.

    Padding leaves the corners of a white picture a shade darker, which nobody sees, but whatever looks for the bounds
    of the object on it does: before, only 124 of 174 training pictures were found again after encoding and decoding.
    """
    importance = torch.ones(128, 128, dtype=torch.float64)
    for edge in (importance[0], importance[-1], importance[:, 0], importance[:, -1]):
        edge.fill_(EDGE_WEIGHT)
    importance[::127, ::127] = CORNER_WEIGHT
    last = model.decoder.conv_out
    inputs, outputs = last.weight[0].numel() + 1, last.out_channels
    before = torch.cat([last.weight.flatten(1), last.bias[:, None]], 1).T.double()
    square, right = torch.eye(inputs, dtype=torch.float64), before.clone()
    seen: list[torch.Tensor] = []
    hook = last.register_forward_pre_hook(lambda _, given: seen.append(given[0]))
    for start in range(0, len(pictures), 8):
        some = pictures[start : start + 8]
        drawn = model.decode(code.to_latents(some)).sample.permute(0, 2, 3, 1)
        pixels = torch.from_numpy(signed(some))
        wanted = torch.where((pixels > WHITE) & (drawn > pixels), drawn, pixels)  # room beyond white stays
        columns = functional.unfold(seen.pop(), 3, padding=1).mT.flatten(0, 1).double()
        columns = torch.cat([columns, torch.ones(len(columns), 1, dtype=torch.float64)], 1)
        weighted = columns * importance.flatten().repeat(len(some))[:, None]
        square += weighted.T @ columns
        right += weighted.T @ wanted.reshape(-1, outputs).double()
    hook.remove()
    solved = torch.linalg.solve(square, right).T
    last.weight.copy_(solved[:, :-1].reshape(last.weight.shape))
    last.bias.copy_(solved[:, -1])


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
    settle_edges(model, code, with_white(composer))
    say(f"decoder: {decoding_quality(model, code, scenes_of_all_kinds(composer, 48)):.1f} dB")
    model.save_pretrained(folder / "vae")
    code.save(folder / "code.npz")


def go_on(start: Path, composer: Composer, minutes: float, folder: Path, say: Callable[[str], None]) -> None:
    """Train the decoder of a finished pipeline further; save `vae/` and `code.npz`."""
    model = AutoencoderKL.from_pretrained(start / "vae", dtype=torch.float32)
    code = PatchCode.of_autoencoder(model, scenes_of_all_kinds(composer, 240))
    pictures = scenes_of_all_kinds(composer, 48)
    say(f"decoder: {decoding_quality(model, code, pictures):.2f} dB before")
    train_decoder(model, composer, code, minutes, say, rate=1e-3)
    settle_edges(model, code, with_white(composer))
    say(f"decoder: {decoding_quality(model, code, pictures):.2f} dB")
    model.save_pretrained(folder / "vae")
    code.save(folder / "code.npz")
