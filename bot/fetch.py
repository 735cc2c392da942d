"""``model add``, ``list`` and ``convert``: which models there are, and fetching one after its licence and size were
shown."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bot.errors import FetchError, InklingError, ModelUnusable
from bot.gpu.captioner import CAPTIONER, read_captioner
from bot.gpu.catalog import read_catalog
from bot.gpu.convert import convert
from bot.hub import api_of, check_room, download, explained, place_of
from bot.library.added import known_models
from bot.offers import Offer, read_offer
from bot.settings import Settings

GB = 1e9
HUB_ID = re.compile(r"([\w.-]+/[\w.-]+)(?:/(.+\.(?:safetensors|ckpt)))?")

Ask = Callable[[str], bool]


def models_line(settings: Settings, source: str) -> str:
    """The line for .env that adds ``source`` to the models that are there already."""
    if "," in source:
        raise FetchError(f"The path {source} has a comma, which separates models in .env. Move the model elsewhere.")
    known = [entry for entry in settings.models if entry.rpartition("=")[2].strip() != source]
    taken = {entry.rpartition("=")[0].strip() or Path(entry).stem for entry in known} | {"starter"}
    own = re.sub(r"[^\w.-]+", "-", re.sub(r"\.(safetensors|ckpt)$", "", Path(source).name)).strip("-").lower()
    names = [own, *(f"{own}-{n}" for n in range(2, len(taken) + 3))]
    name = next(name for name in names if name not in taken)
    value = ", ".join([*known, f"{name}={source}"])
    if " #" in value:  # begins a comment otherwise
        value = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "MODELS=" + value


def model_command(settings: Settings, options: argparse.Namespace) -> int:
    """``model list``, ``add`` and ``convert``; returns the exit code."""
    try:
        if options.action == "list":
            return list_models(settings)
        if options.action == "convert":
            print(convert_model(options.source))
            return 0
        ask = (lambda _: True) if options.yes else _ask_at_terminal
        print(add_model(settings, options.source, ask))
        return 0
    except InklingError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


def list_models(settings: Settings) -> int:
    """Print the catalog; 1 if a model cannot be used."""
    found = known_models(settings)
    width = max(len(model.name) for model in found)
    for model in found:
        about = model.problem or f"{model.family}, {model.native_size} px   {model.source}"
        if model.family == CAPTIONER and not model.problem:
            about = f"puts pictures into words   {model.source}"
        if model.starter and not model.problem:
            about = "comes with Inkling; small, for trying it out"
        print(f"{'✗' if model.problem else '✓'} {model.name:<{width}}  {about}")
    print("\nMore: ./deploy/run model add OWNER/NAME   or a folder, .safetensors or .ckpt file of yours.")
    return 1 if any(model.problem for model in found) else 0


def add_model(settings: Settings, source: str, ask: Ask) -> str:
    """Check or fetch ``source``; return what to write into .env. Raises FetchError or ModelUnusable."""
    path = _here(source)
    if path.exists():
        own = str(path.resolve())
        _check(own, settings)
        return f"It can be used. Put this line into .env, then start again:\n\n{models_line(settings, own)}"
    hub = HUB_ID.fullmatch(source)
    if hub is None or source.startswith((".", "/", "~")):
        raise FetchError(f"There is no folder or file {path}, and a hub id looks like owner/name.")
    target = place_of(settings.models_dir, hub[1], hub[2])
    if not target.exists():
        _fetch(settings, hub[1], hub[2], ask)
    wanted = str(target.resolve()) if hub[2] else hub[1]
    if not hub[2] and read_captioner(wanted, settings.models_dir, ()).problem is None:
        return f"It is in {target}. Put this line into .env, then start again:\n\nCAPTION_MODEL={wanted}"
    _check(wanted, settings)
    return f"It is in {target}. Put this line into .env, then start again:\n\n{models_line(settings, wanted)}"


def convert_model(source: str) -> str:
    """A checkpoint's weights beside it as ``.safetensors``; returns what to say. Raises FetchError or ModelUnusable."""
    path = _here(source)
    target = path.with_suffix(".safetensors")
    if target.exists():
        raise FetchError(f"{target} is there already. Move it away first.")
    try:
        count = convert(path, target)
    except OSError as error:
        raise FetchError(f"{path.name} could not be converted: {error.strerror or error}.") from None
    return f"{count:,} tensors are in {target}. Go on with: ./deploy/run model add {target}"


def _here(source: str) -> Path:
    """As the person who typed it meant it."""
    return Path(os.environ.get("INKLING_CWD", "."), Path(source).expanduser())


def _check(source: str, settings: Settings) -> None:
    info = read_catalog([f"x={source}"], settings.models_dir)[0]
    if info.problem:
        raise ModelUnusable(f"{source} cannot be used. {info.problem}")
    print(f"{Path(source).name}: {info.family}, draws at {info.native_size} px.")


def _fetch(settings: Settings, hub_id: str, file: str | None, ask: Ask) -> None:
    """Show licence and size, ask, then fetch."""
    from httpx2 import HTTPError

    api = api_of(settings.hf_token)
    try:
        offer = read_offer(api, hub_id, file, wants_half(settings.device))
        _show(offer, settings)
        if not ask("Fetch it?"):
            raise FetchError("Nothing was fetched.")
        download(api, offer, settings.models_dir)
    except (OSError, HTTPError) as error:
        raise explained(error, hub_id) from error


def _show(offer: Offer, settings: Settings) -> None:
    """What a person should know before saying yes. Raises FetchError when the disk is too small."""
    print(f"{offer.id}\n  licence  {offer.licence}")
    if offer.gated:
        print("  gated    yes: its terms are to be accepted on its page first")
    if offer.family:
        print(f"  family   {offer.family}")
    print(f"  size     {offer.bytes / GB:.2f} GB in {len(offer.files)} files")
    for name, size in offer.files:
        if size >= 1e6:
            print(f"           {size / GB:6.2f} GB  {name}")
    settings.models_dir.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.models_dir).free
    print(f"  disk     {free / GB:.1f} GB free in {settings.models_dir}")
    check_room(offer, settings.models_dir, settings.hf_token)


def wants_half(device: str) -> bool:
    """Half precision is for CUDA; nvidia-smi is asked rather than torch, which takes seconds to import."""
    if device != "auto":
        return "cuda" in device
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return False
    try:
        done = subprocess.run([tool, "-L"], capture_output=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"GPU" in done.stdout


def _ask_at_terminal(question: str) -> bool:
    if not sys.stdin.isatty():
        print("Nobody can be asked here: add --yes to fetch it.")
        return False
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
