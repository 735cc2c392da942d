"""What a page of the Hugging Face hub offers: licence, size, family, and which of its files are worth fetching.

Of folders only safetensors weights and configuration are ever fetched: pickled weights can run code when they are
opened. A single .ckpt that is asked for by name is opened as weights alone (``bot.gpu.checkpoint``).
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import FetchError, ModelUnusable
from bot.gpu import single
from bot.gpu.captioner import CAPTIONER, read_captioner
from bot.gpu.catalog import read_catalog

if TYPE_CHECKING:
    from huggingface_hub import HfApi

_TEXT = (".json", ".txt", ".model", ".jinja")
_SHARD = re.compile(r"-\d{5}-of-\d{5}$")
_PICKLED = (".bin", ".ckpt", ".pt", ".pth")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a hub page offers: ``files`` are (name, bytes); ``commit`` pins one state of it; ``family`` is empty where
    only the whole file tells it. ``single`` is the file that was asked for by name, if one was."""

    id: str
    commit: str
    licence: str
    gated: bool
    files: tuple[tuple[str, int], ...]
    family: str = ""
    single: str | None = None

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.files)


def choose_files(sizes: Mapping[str, int], parts: frozenset[str], half: bool) -> tuple[tuple[str, int], ...]:
    """The (name, bytes) to fetch of a diffusers folder whose model_index.json names ``parts``.

    ``half`` asks for the fp16 files; they are taken when every part has them, for one pipeline is loaded in one
    precision. Raises ModelUnusable where a part has only pickled weights.
    """
    weights: dict[str, dict[str, list[str]]] = {}
    texts: list[str] = []
    for name in sizes:
        part, _, leaf = name.rpartition("/")
        if part in parts and leaf.endswith(".safetensors"):
            weights.setdefault(part, {}).setdefault(_variant(leaf), []).append(name)
        elif (part in parts and leaf.endswith(_TEXT) and ".safetensors.index" not in leaf) or (
            not part and (leaf == "model_index.json" or leaf.upper().startswith("LICENSE"))
        ):
            texts.append(name)
    for part in sorted(parts - weights.keys()):
        if any(name.startswith(part + "/") and name.endswith(_PICKLED) for name in sizes):
            raise ModelUnusable(f"Its part {part} has pickled weights only, which can run code. They are not fetched.")
    everywhere = [kind for kind in ("", "fp16") if all(kind in found for found in weights.values())]
    if not weights or not everywhere:
        raise ModelUnusable("It has no complete set of .safetensors weights in diffusers format.")
    kind = "fp16" if "fp16" in everywhere and (half or "" not in everywhere) else ""
    chosen = [name for found in weights.values() for name in found[kind]]
    indexes = [name for name in sizes if ".safetensors.index" in name and name.rpartition("/")[0] in parts]
    chosen += [name for name in indexes if (".fp16." in name) == (kind == "fp16")]
    return tuple((name, sizes[name]) for name in sorted(texts) + sorted(chosen))


def _variant(leaf: str) -> str:
    """``fp16`` of ``model.fp16-00001-of-00002.safetensors``; "" where the name has none."""
    return _SHARD.sub("", leaf.removesuffix(".safetensors")).partition(".")[2]


def read_offer(api: HfApi, hub_id: str, file: str | None, half: bool, commit: str | None = None) -> Offer:
    """Raises FetchError or ModelUnusable, and what huggingface_hub raises (see ``explained``)."""
    info = api.model_info(hub_id, revision=commit, files_metadata=True, timeout=30)
    card = info.card_data
    licence = str(getattr(card, "license_name", None) or getattr(card, "license", None) or "not stated")
    if getattr(card, "license_link", None):
        licence += f" ({getattr(card, 'license_link', '')})"
    sizes = {entry.rfilename: entry.size or 0 for entry in info.siblings or () if _is_plain(entry.rfilename)}
    at = info.sha or "main"
    if file is not None:
        if file not in sizes:
            raise FetchError(f"{hub_id} has no file {file}.")
        chosen: tuple[tuple[str, int], ...] = ((file, sizes[file]),)
        family = "" if info.gated and not api.token else _family_of(api, hub_id, file, at)
    elif "model_index.json" in sizes:
        parts, family = _parts(api, hub_id, at, sizes)
        chosen = choose_files(sizes, parts, half)
    elif "config.json" in sizes and not any("/" not in name and name.endswith(".ckpt") for name in sizes):
        chosen, family = _captioner(api, hub_id, at, sizes), CAPTIONER
    else:
        single_files = [name for name in sizes if name.endswith((".safetensors", ".ckpt"))]
        hint = "".join(f"\n  {hub_id}/{name}" for name in single_files[:20])
        hint = f" It has single files; name one of them:{hint}" if hint else ""
        raise FetchError(f"{hub_id} is no diffusers folder.{hint}")
    return Offer(hub_id, at, licence, bool(info.gated), chosen, family, file)


def _is_plain(name: str) -> bool:
    """A name that stays within its folder, whatever the other end says."""
    return "\\" not in name and ":" not in name and not {"", ".", ".."} & set(name.split("/"))


def _family_of(api: HfApi, hub_id: str, file: str, commit: str) -> str:
    """By the header of a safetensors file, which is fetched alone. Raises ModelUnusable for what no pipeline takes."""
    from huggingface_hub.errors import SafetensorsParsingError

    if not file.endswith(".safetensors"):
        return ""
    try:
        found = api.parse_safetensors_file_metadata(hub_id, file, revision=commit)
    except SafetensorsParsingError:
        raise ModelUnusable(f"{file} is no safetensors file.") from None
    return single.recognised({name: list(tensor.shape) for name, tensor in found.tensors.items()})[0]


def _captioner(api: HfApi, hub_id: str, commit: str, sizes: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The files of a transformers folder that puts pictures into words. Raises ModelUnusable for any other."""
    with tempfile.TemporaryDirectory() as folder:
        _fetch_small(api, hub_id, ["config.json"], commit, folder)
        weights = [name for name in sizes if "/" not in name and name.endswith(".safetensors")]
        for name in weights:
            Path(folder, name).touch()
        if problem := read_captioner(folder, Path(folder), ()).problem:
            raise ModelUnusable(f"{hub_id} cannot be used. {problem}")
    texts = [name for name in sizes if "/" not in name and name.endswith(_TEXT)]
    return tuple((name, sizes[name]) for name in (*sorted(texts), *sorted(weights)))


def _fetch_small(api: HfApi, hub_id: str, names: list[str], commit: str, folder: str) -> None:
    from huggingface_hub.utils.tqdm import are_progress_bars_disabled, disable_progress_bars, enable_progress_bars

    quiet = are_progress_bars_disabled()
    disable_progress_bars()  # for a few kilobytes
    try:
        for name in names:
            api.hf_hub_download(hub_id, name, revision=commit, local_dir=folder)
    finally:
        if not quiet:
            enable_progress_bars()


def _parts(api: HfApi, hub_id: str, commit: str, sizes: Mapping[str, int]) -> tuple[frozenset[str], str]:
    """The parts that model_index.json names, and the family; raises ModelUnusable where the catalog would refuse."""
    with tempfile.TemporaryDirectory() as folder:
        small = ["model_index.json"]
        small += [f"{part}/config.json" for part in ("unet", "transformer", "vae") if f"{part}/config.json" in sizes]
        _fetch_small(api, hub_id, small, commit, folder)
        model = read_catalog([f"x={folder}"], Path(folder))[0]
        if model.problem:
            raise ModelUnusable(f"{hub_id} cannot be used. {model.problem}")
        index = json.loads(Path(folder, "model_index.json").read_bytes())
    parts = frozenset(key for key, value in index.items() if isinstance(value, list) and value[0] is not None)
    return parts, model.family
