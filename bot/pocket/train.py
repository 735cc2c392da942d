"""Rebuilds the starter model: `python -m bot.pocket.train STAGE`.

A full rebuild, in this order (times: two CPU cores, nothing else running):

  1. vae        fits the patch code, writes the encoder, trains the decoder            about 10 minutes
  2. text       trains the tokenizer, then the text encoder on caption thumbnails      about 10 minutes
  3. diffusion  trains UNet and text encoder on noised scenes; float16 pipeline out    hours: see README.md

All three share --work, a folder outside the repository. Every stage writes there and diffusion resumes from its
state.pt: stop it when you like, start it again with the minutes you have left, and the schedule ends with them.
With --start WEIGHTS a new run begins from a finished pipeline folder, such as the shipped one, and needs no other
stage. Packages: pip install "inkling-bot[train]", and npm for the pictures. The finished model is WORK/pipeline;
measure it with `python -m bot.pocket.evaluate` before it replaces bot/pocket/weights.
"""

import argparse
import time
from pathlib import Path

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from bot.pocket import autoencoder, text
from bot.pocket.bank import Bank
from bot.pocket.concepts import lexicon
from bot.pocket.diffusion import Models, Plan, Trainer
from bot.pocket.latents import CHANNELS, PatchCode
from bot.pocket.scenes import KINDS, Composer, Pictures

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
    autoencoder.build(compose_with(options), options.minutes, options.work, say)


def words(options: argparse.Namespace) -> None:
    """The text stage."""
    composer = compose_with(options)
    tokenizer = text.train_tokenizer(composer, options.work / "packages")
    tokenizer.save_pretrained(options.work / "tokenizer")
    encoder = text.new_encoder(tokenizer)
    tokenise = Models(None, encoder, tokenizer, None).tokenise
    bank = filled_bank(composer, PatchCode.load(options.work / "code.npz"), tokenise)
    text.pretrain(encoder, bank, tokenizer.eos_token_id, options.minutes, say)
    encoder.save_pretrained(options.work / "text_encoder")


def starting_models(options: argparse.Namespace, composer: Composer) -> tuple[Models, PatchCode]:
    """Parts and patch code of a finished pipeline, or of the two stages before."""
    if options.start:
        models = Models.load(options.start)
        pictures = autoencoder.scenes_of_all_kinds(composer, 240)
        return models, PatchCode.of_autoencoder(models.autoencoder, pictures)
    models = Models(
        unet=new_unet(),
        text_encoder=CLIPTextModel.from_pretrained(options.work / "text_encoder"),
        tokenizer=CLIPTokenizer.from_pretrained(options.work / "tokenizer"),
        autoencoder=AutoencoderKL.from_pretrained(options.work / "vae"),
    )
    return models, PatchCode.load(options.work / "code.npz")


def diffusion(options: argparse.Namespace) -> None:
    """The diffusion stage."""
    composer = compose_with(options)
    models, code = starting_models(options, composer)
    bank = filled_bank(composer, code, models.tokenise)
    plan = Plan(
        folder=options.work,
        minutes=options.minutes,
        peak_rate=options.rate,
        batch=options.batch,
        checkpoint_minutes=options.checkpoint_minutes,
        pause_file=options.pause_file,
        compiled=not options.no_compile,
        device=torch.device(options.device),
    )
    Trainer(models, bank, plan, say).run()


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="python -m bot.pocket.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    stages = top.add_subparsers(dest="stage", required=True)
    for name, run, minutes in (("vae", vae, 10), ("text", words, 10), ("diffusion", diffusion, 240)):
        stage = stages.add_parser(name, help=run.__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
        stage.add_argument("--work", type=Path, required=True, help="folder for packages, parts and checkpoints")
        stage.add_argument("--minutes", type=float, default=minutes, help="wall time of this stage")
        stage.add_argument("--threads", type=int, default=2, help="processor threads")
        stage.add_argument("--seed", type=int, default=0, help="of scenes, noise and new weights")
        stage.set_defaults(run=run)
    stage.add_argument("--start", type=Path, help="a pipeline folder to start from, instead of the other stages' parts")
    stage.add_argument("--rate", type=float, default=1e-3, help="the highest learning rate")
    stage.add_argument("--batch", type=int, default=60, help="scenes in a step")
    stage.add_argument("--checkpoint-minutes", type=float, default=10, help="minutes between checkpoints")
    stage.add_argument("--pause-file", type=Path, help="training waits while this file exists")
    stage.add_argument("--no-compile", action="store_true", help="skip torch.compile (half the speed, no compiler)")
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
