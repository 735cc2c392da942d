"""A single ``.safetensors`` or ``.ckpt`` file with the original tensor names, opened without a network.

A ``.ckpt`` is unpickled weights-only, here and nowhere else: diffusers asks torch for just that, and a file that names
anything else is refused before.

Such a file has no configuration: ``configs/<family>.json`` holds that of its family (path -> content, as in a diffusers
folder), and the tokenizer that all of them share is built from CLIP's merge list (OpenAI, MIT licence).
"""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

import torch

from bot.errors import ModelUnusable
from bot.gpu import single, traits
from bot.gpu.worker import probing

CONFIGS = Path(__file__).with_name("configs")
_MERGES = 49152 - 256 - 2
_LENGTH = 77


def read(source: Path, family: str, dtype: torch.dtype) -> Any:
    """The pipeline in a file. Raises ModelUnusable where its family is not known here, or it is not what it was."""
    import diffusers

    path = CONFIGS / f"{family}.json"
    if not path.is_file():
        raise ModelUnusable(f"Single files of the family {family} cannot be read; use a diffusers folder.")
    try:
        shapes, said = single.read(source)
    except ModelUnusable as problem:
        raise ModelUnusable(f"{source.name} cannot be used. {problem}") from None
    contents: dict[str, Any] = json.loads(path.read_text("utf-8"))
    tokenizers = {name: tokenizer(content["pad"]) for name, content in contents.items() if name.startswith("tokenizer")}
    kind = str(contents["model_index.json"]["_class_name"])
    found = traits.of_file(source.stem, shapes, said, family)
    if single.channels_in(shapes) == single.MASKED_CHANNELS:
        contents["unet/config.json"]["in_channels"] = single.MASKED_CHANNELS
        kind = kind.replace("Pipeline", "InpaintPipeline")
    pipeline = getattr(diffusers, kind)
    settings = contents["scheduler/scheduler_config.json"] | dict(found.scheduler)
    scheduler = getattr(diffusers, settings["_class_name"]).from_config(settings)
    with tempfile.TemporaryDirectory(prefix="inkling-") as folder:
        for name, content in contents.items():
            if name.endswith(".json"):
                target = Path(folder, name)
                target.parent.mkdir(exist_ok=True)
                target.write_text(json.dumps(content), "utf-8")
        parts = {"scheduler": scheduler, **tokenizers}
        opened = pipeline.from_single_file(str(source), config=folder, dtype=dtype, local_files_only=True, **parts)
    if family == "sd2" and found.prediction is None:
        opened.register_modules(scheduler=probing.asked(opened.unet, scheduler))
    return opened


def tokenizer(pad: str) -> Any:
    """CLIP's tokenizer: 256 bytes, the same at the end of a word, the merges in their order, and two marks."""
    from transformers import CLIPTokenizer

    with gzip.open(CONFIGS / "clip-bpe.txt.gz", "rt", encoding="utf-8") as lines:
        rows = lines.read().split("\n")[1 : _MERGES + 1]
    merges = [tuple(row.split()) for row in rows]
    letters = _byte_letters()
    words = [*letters, *(letter + "</w>" for letter in letters), *map("".join, merges)]
    words += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: number for number, word in enumerate(words)}
    return CLIPTokenizer(vocab=vocabulary, merges=merges, pad_token=pad, model_max_length=_LENGTH)


def _byte_letters() -> list[str]:
    """A visible letter for every byte, in the order of CLIP's vocabulary: printable ones first, as they are."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) for byte in printable] + [chr(256 + number) for number in range(len(others))]
