"""Rebuilds the starter model: `python -m bot.pocket.train STAGE`.

A full rebuild, in this order (times: two CPU cores, nothing else running):

  1. vae        fits the patch code, writes the encoder, trains the decoder            about 10 minutes
  2. text       trains the tokenizer, then the text encoder, which sketches captions   about 40 minutes
  3. diffusion  trains the UNet on noised scenes; float16 pipeline out                 hours: see README.md

All three share --work, a folder outside the repository. Every stage writes there; text and diffusion resume from their
text.pt and diffusion.pt: stop one when you like, start it again with the minutes you have left, and the rate falls with
them. With --start WEIGHTS a stage begins from a finished pipeline folder, such as the shipped one: vae trains its
decoder further, and the others take what --work has not got. Packages: pip install "inkling-bot[train]", and npm for
the pictures. The finished model is WORK/pipeline; measure it with `python -m bot.pocket.evaluate` before it replaces
bot/pocket/weights.
"""

import argparse
import time
from pathlib import Path

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from bot.pocket import decoder, text
from bot.pocket.bank import Bank
from bot.pocket.concepts import lexicon
from bot.pocket.diffusion import Denoising, Models, renew_words
from bot.pocket.latents import CHANNELS, PatchCode
from bot.pocket.scenes import KINDS, Composer, Pictures
from bot.pocket.training import Plan, Run

FIRST_ROWS = {"single": 5000, "colour": 2500, "plain": 1500, "scene": 2000, "pair": 1500, "worn": 500}
MOST_ROWS = {"single": 16_000, "colour": 10_000, "plain": 8_000, "scene": 12_000, "pair": 16_000, "worn": 4_000}
ROWS_AT_ONCE = 250


def say(line: str) -> None:
    """Progress, with the time of day."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


def new_unet() -> UNet2DConditionModel:
    """The UNet: 13.9 M parameters over 16x16 latents, words by cross attention and by their pooled state."""
    widths = (128, 224)
    return UNet2DConditionModel(
        sample_size=16,
        in_channels=CHANNELS,
        out_channels=CHANNELS,
        block_out_channels=widths,
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=text.WIDTH,
        attention_head_dim=tuple(width // 32 for width in widths),
        norm_num_groups=32,
        addition_embed_type="text",
        addition_embed_type_num_heads=8,
        resnet_time_scale_shift="scale_shift",
    )


def compose_with(options: argparse.Namespace) -> Composer:
    """A composer over the pinned pictures."""
    words = lexicon()
    return Composer(words, Pictures.read(words, options.work / "packages"), options.seed)


def filled_bank(composer: Composer, code: PatchCode, tokenise: object) -> Bank:
    """A bank with its first rows composed."""
    bank = Bank(composer, code, tokenise, MOST_ROWS)  # type: ignore[arg-type]
    for kind in KINDS:
        for _ in range(0, FIRST_ROWS[kind], ROWS_AT_ONCE):
            bank.refresh(kind, ROWS_AT_ONCE)
    return bank


def vae(options: argparse.Namespace) -> None:
    """The autoencoder stage."""
    if options.start:
        decoder.go_on(options.start, compose_with(options), options.minutes, options.work, say)
    else:
        decoder.build(compose_with(options), options.minutes, options.work, say)


def plan_of(options: argparse.Namespace) -> Plan:
    """The run that the command line asks for."""
    return Plan(
        folder=options.work,
        minutes=options.minutes,
        peak_rate=options.rate,
        batch=options.batch,
        checkpoint_minutes=options.checkpoint_minutes,
        pause_file=options.pause_file,
        compiled=not options.no_compile,
        device=torch.device(options.device),
    )


def autoencoder_of(options: argparse.Namespace, composer: Composer) -> tuple[AutoencoderKL, PatchCode]:
    """The autoencoder and its patch code: the first stage's, or else those of --start."""
    if options.start and not (options.work / "vae").exists():
        model = AutoencoderKL.from_pretrained(options.start / "vae", dtype=torch.float32)
        return model, PatchCode.of_autoencoder(model, decoder.scenes_of_all_kinds(composer, 240))
    return AutoencoderKL.from_pretrained(options.work / "vae"), PatchCode.load(options.work / "code.npz")


def words(options: argparse.Namespace) -> None:
    """The text stage."""
    composer = compose_with(options)
    folder = options.work / "tokenizer"
    if not folder.exists():
        text.train_tokenizer(composer).save_pretrained(folder)
    tokenizer = CLIPTokenizer.from_pretrained(folder)
    encoder = text.new_encoder(tokenizer)
    _, code = autoencoder_of(options, composer)
    bank = filled_bank(composer, code, Models(None, encoder, tokenizer, None).tokenise)
    plan = plan_of(options)
    Run(text.Sketching(encoder, tokenizer, bank, plan), plan, say).run()


def diffusion(options: argparse.Namespace) -> None:
    """The diffusion stage."""
    composer = compose_with(options)
    vae_model, code = autoencoder_of(options, composer)
    own_words = (options.work / "text_encoder").exists()
    reading = options.work if own_words else options.start
    models = Models(
        unet=UNet2DConditionModel.from_pretrained(options.start / "unet", dtype=torch.float32)
        if options.start
        else new_unet(),
        text_encoder=CLIPTextModel.from_pretrained(reading / "text_encoder", dtype=torch.float32),
        tokenizer=CLIPTokenizer.from_pretrained(reading / "tokenizer"),
        autoencoder=vae_model,
    )
    bank = filled_bank(composer, code, models.tokenise)
    plan = plan_of(options)
    if own_words and options.start and not (options.work / "diffusion.pt").exists():
        renew_words(models.unet)
    Run(Denoising(models, bank, plan), plan, say).run()


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="python -m bot.pocket.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    stages = top.add_subparsers(dest="stage", required=True)
    for name, run, minutes, rate, batch in (
        ("vae", vae, 10, None, None),
        ("text", words, 40, 1e-3, 128),
        ("diffusion", diffusion, 180, 5e-4, 60),
    ):
        stage = stages.add_parser(name, help=run.__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
        stage.add_argument("--work", type=Path, required=True, help="folder for packages, parts and checkpoints")
        stage.add_argument("--minutes", type=float, default=minutes, help="wall time of this stage")
        stage.add_argument("--threads", type=int, default=2, help="processor threads")
        stage.add_argument("--seed", type=int, default=0, help="of scenes, noise and new weights")
        stage.set_defaults(run=run)
        stage.add_argument("--start", type=Path, help="a finished pipeline folder to go on from")
        if rate:
            stage.add_argument("--rate", type=float, default=rate, help="the highest learning rate")
            stage.add_argument("--batch", type=int, default=batch, help="scenes in a step")
            stage.add_argument("--checkpoint-minutes", type=float, default=10, help="minutes between checkpoints")
            stage.add_argument("--pause-file", type=Path, help="training waits while this file exists")
            stage.add_argument("--no-compile", action="store_true", help="skip torch.compile: slower, no compiler")
            stage.add_argument("--device", default="cpu", help="cpu or cuda")
    return top


def main() -> None:
    """Run one stage."""
    options = parser().parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.run(options)


if __name__ == "__main__":
    main()
