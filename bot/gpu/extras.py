"""LoRAs and textual inversions: ``.safetensors`` files in two folders, known by their headers. Pure but for the files.

What they are made for is told by the width of the text that a model's denoiser reads: 768 in Stable Diffusion 1, 1024
in 2, 2048 in XL. Every network that reads words has a matrix of that width in it, and so has every embedding (the
widths of both in XL's, together).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from bot.gpu import header
from bot.gpu.header import Unreadable

FAMILIES: Mapping[int, str] = MappingProxyType(
    {768: "Stable Diffusion 1", 1024: "Stable Diffusion 2", 2048: "Stable Diffusion XL"}
)
"""Width of the text -> what people call the models that read it."""
MOST_FILES = 2000
UNWRITABLE = frozenset(":,<>")
PICKLED = "Pickled files are not opened, for they can run code: convert it to .safetensors."
_SUFFIXES = frozenset({".safetensors", ".pt", ".pth", ".ckpt", ".bin"})
_READS_WORDS = re.compile(r"attn2[._](?:processor\.)?to_[kv].*(?:lora_down|lora\.down|lora_A)")
_DOWN = re.compile(r"(?:lora_down|[._]lora(?:_linear_layer)?\.down|lora_A)\.weight$")
_SECOND_ENCODER = re.compile(r"^(?:lora_te2_|text_encoder_2\.)")
_FIRST_ENCODER = re.compile(r"^(?:lora_te1?_|text_encoder\.).*(?:self_attn|self_attn_)")
_OTHERS = ("double_blocks", "single_blocks", "single_transformer_blocks", "joint_blocks", "transformer.")
_BASES = {"sd_v1": 768, "sd_1": 768, "sd_v2": 1024, "sd_2": 1024, "sdxl": 2048, "stable-diffusion-xl": 2048}


class Kind(StrEnum):
    LORA = "LoRA"
    EMBEDDING = "textual inversion"


FOLDERS: Mapping[Kind, str] = MappingProxyType({Kind.LORA: "loras", Kind.EMBEDDING: "embeddings"})
"""Folders in MODELS_DIR."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A file as it is offered. ``file`` is its place in MODELS_DIR, ``width`` that of the text it was made for, and
    ``words`` what calls an embedding in a prompt. ``problem`` says why it cannot be used."""

    kind: Kind
    name: str
    file: str
    width: int = 0
    words: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def made_for(self) -> str:
        return FAMILIES.get(self.width, f"a model that reads text of width {self.width}")


@dataclass(frozen=True, slots=True)
class Lora:
    """One that a generation uses; ``file`` lies in MODELS_DIR."""

    name: str
    file: str
    strength: float


@dataclass(frozen=True, slots=True)
class Embedding:
    """One that a generation uses: where the prompt says ``word``, its vectors are read."""

    word: str
    file: str


Known = dict[tuple[str, int, int], Extra]
"""What was read before, by place, time and size."""


def read_extras(models_dir: Path, known: Known) -> list[Extra]:
    """Every file in both folders, by kind and name. Never raises: see ``problem``. ``known`` is brought up to date."""
    found: list[Extra] = []
    seen: Known = {}
    for kind, folder in FOLDERS.items():
        names: set[str] = set()
        for path in sorted((models_dir / folder).rglob("*"))[:MOST_FILES]:
            if path.suffix.lower() not in _SUFFIXES or path.stem.casefold() in names:
                continue
            try:
                stat = path.stat()
            except OSError:
                continue
            key = (str(path), stat.st_mtime_ns, stat.st_size)
            seen[key] = known.get(key) or read(path, kind, path.relative_to(models_dir).as_posix())
            names.add(path.stem.casefold())
            found.append(seen[key])
    known.clear()
    known.update(seen)
    return found


def read(path: Path, kind: Kind, file: str) -> Extra:
    """What a file is, by its header."""
    name = path.stem
    if set(name) & UNWRITABLE:
        return Extra(kind, name, file, problem="Its name cannot be written in a prompt: rename it without : , < or >.")
    if path.suffix.lower() != ".safetensors":
        return Extra(kind, name, file, problem=PICKLED)
    try:
        shapes, said = header.read(path)
        if kind is Kind.LORA:
            return Extra(kind, name, file, lora_width(shapes, said))
        return Extra(kind, name, file, *embedding(name, shapes))
    except Unreadable as error:
        return Extra(kind, name, file, problem=str(error))


def lora_width(shapes: Mapping[str, list[int]], said: Mapping[str, str]) -> int:
    """Raises Unreadable for what is no LoRA, or one that cannot be used."""
    if any("hada_" in key or "lokr_" in key or ".lora_mid." in key for key in shapes):
        raise Unreadable("It is a LyCORIS network of another kind (LoHa, LoKr or Tucker), which cannot be used.")
    if any("dora_scale" in key or "lora_magnitude" in key for key in shapes):
        raise Unreadable("It is a DoRA, which cannot be used.")
    down = {key: shape for key, shape in shapes.items() if _DOWN.search(key) and len(shape) in (2, 4)}
    if not down:
        raise Unreadable("There is no LoRA in it.")
    if any(other in key for key in down for other in _OTHERS):
        raise Unreadable("It is made for another kind of model; LoRAs are for Stable Diffusion 1, 2 and XL.")
    reading = next((shape[1] for key, shape in down.items() if _READS_WORDS.search(key)), None)
    if reading is not None:
        return reading
    if any(_SECOND_ENCODER.match(key) for key in down):
        return 2048
    encoder = next((shape[1] for key, shape in down.items() if _FIRST_ENCODER.match(key)), None)
    if encoder is not None and not any("unet" in key for key in down):
        return encoder
    base = (said.get("ss_base_model_version") or said.get("modelspec.architecture") or "").casefold()
    width = next((width for start, width in _BASES.items() if base.startswith(start)), encoder)
    if width is None:
        raise Unreadable("It does not say which kind of model it is made for.")
    return width


def embedding(name: str, shapes: Mapping[str, list[int]]) -> tuple[int, tuple[str, ...]]:
    """The width of an embedding's vectors, and the words that call it. Raises Unreadable."""
    wide = {key: shape[-1] for key, shape in shapes.items() if 1 <= len(shape) <= 2 and 0 not in shape}
    if len(wide) != len(shapes):
        raise Unreadable("There is no textual inversion in it.")
    if set(wide) == {"clip_l", "clip_g"}:
        return wide["clip_l"] + wide["clip_g"], (name,)
    if len(wide) != 1:
        raise Unreadable("There is no textual inversion in it.")
    ((key, width),) = wide.items()
    return width, (name,) if key == "emb_params" or key == name else (name, key)
