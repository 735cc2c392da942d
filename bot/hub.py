"""The Hugging Face hub: what a model there consists of and asks for, and fetching it.

Only safetensors weights and configuration are ever fetched: pickled weights can run code when they are opened.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import InklingError, ModelUnusable
from bot.gpu.catalog import read_catalog

if TYPE_CHECKING:
    from huggingface_hub import HfApi

_TEXT = (".json", ".txt", ".model", ".jinja")
_SHARD = re.compile(r"-\d{5}-of-\d{5}$")
_PICKLED = (".bin", ".ckpt", ".pt", ".pth")


class FetchError(InklingError):
    """A model cannot be fetched. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a hub page offers: ``files`` are (name, bytes); ``commit`` pins one state of it."""

    id: str
    commit: str
    licence: str
    gated: bool
    files: tuple[tuple[str, int], ...]

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


def read_offer(api: HfApi, hub_id: str, file: str | None, half: bool) -> Offer:
    """Raises FetchError or ModelUnusable, and what huggingface_hub raises (see ``explained``)."""
    info = api.model_info(hub_id, files_metadata=True, timeout=30)
    card = info.card_data
    licence = str(getattr(card, "license_name", None) or getattr(card, "license", None) or "not stated")
    if getattr(card, "license_link", None):
        licence += f" ({getattr(card, 'license_link', '')})"
    sizes = {entry.rfilename: entry.size or 0 for entry in info.siblings or ()}
    if file is not None:
        if file not in sizes:
            raise FetchError(f"{hub_id} has no file {file}.")
        chosen: tuple[tuple[str, int], ...] = ((file, sizes[file]),)
    elif "model_index.json" in sizes:
        parts = _parts(api, hub_id, info.sha or "main", sizes)
        chosen = choose_files(sizes, parts, half)
    else:
        single = [name for name in sizes if name.endswith(".safetensors")]
        hint = "".join(f"\n  ./deploy/run model add {hub_id}/{name}" for name in single)
        hint = f" It has single files; fetch one of them with:{hint}" if hint else ""
        raise FetchError(f"{hub_id} is no diffusers folder.{hint}")
    return Offer(hub_id, info.sha or "main", licence, bool(info.gated), chosen)


def _parts(api: HfApi, hub_id: str, commit: str, sizes: Mapping[str, int]) -> frozenset[str]:
    """The parts that model_index.json names; raises ModelUnusable where the catalog would refuse the model."""
    from huggingface_hub.utils.tqdm import disable_progress_bars, enable_progress_bars

    with tempfile.TemporaryDirectory() as folder:
        small = ["model_index.json"]
        small += [f"{part}/config.json" for part in ("unet", "transformer", "vae") if f"{part}/config.json" in sizes]
        disable_progress_bars()  # for a few kilobytes
        try:
            for name in small:
                api.hf_hub_download(hub_id, name, revision=commit, local_dir=folder)
        finally:
            enable_progress_bars()
        problem = read_catalog([f"x={folder}"], Path(folder))[0].problem
        if problem:
            raise ModelUnusable(f"{hub_id} cannot be used. {problem}")
        index = json.loads(Path(folder, "model_index.json").read_bytes())
    return frozenset(key for key, value in index.items() if isinstance(value, list) and value[0] is not None)


def download(api: HfApi, offer: Offer, folder: Path) -> None:
    """Fetch into ``folder``, going on with what a broken-off attempt left there."""
    for number, (name, size) in enumerate(offer.files, 1):
        print(f"{number} of {len(offer.files)}  {name}", flush=True)
        if name.endswith(".safetensors"):
            _download_weights(api, offer, name, size, folder / name)
        else:
            api.hf_hub_download(offer.id, name, revision=offer.commit, local_dir=folder)
    shutil.rmtree(folder / ".cache", ignore_errors=True)


def _download_weights(api: HfApi, offer: Offer, name: str, size: int, target: Path) -> None:
    """As hf_hub_download, but what has arrived stays: the library, since 2.4, starts a broken-off file anew."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get

    if target.is_file() and target.stat().st_size == size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    url = hf_hub_url(offer.id, name, revision=offer.commit, endpoint=api.endpoint)
    found = get_hf_file_metadata(url, token=api.token, endpoint=api.endpoint)
    elsewhere = urlsplit(found.location).netloc != urlsplit(url).netloc
    headers = {"authorization": f"Bearer {api.token}"} if api.token and not elsewhere else {}
    with part.open("ab") as file:
        http_get(
            found.location,
            file,
            resume_size=file.tell(),
            headers=headers,
            expected_size=found.size,
            displayed_filename=name,
        )
    with part.open("rb") as file:
        whole = len(found.etag or "") != 64 or hashlib.file_digest(file, "sha256").hexdigest() == found.etag
    if not whole:
        part.unlink()
        raise FetchError(f"{name} arrived damaged and was thrown away. Run the same command again.")
    part.replace(target)


def gated(hub_id: str) -> str:
    return (
        f"{hub_id} is gated. Accept its terms at https://huggingface.co/{hub_id}, make a read token at\n"
        "https://huggingface.co/settings/tokens and put HF_TOKEN=... into .env. Then run this again."
    )


def explained(error: Exception, hub_id: str) -> FetchError:
    """What to tell a person about an error of huggingface_hub or of the disk."""
    from huggingface_hub import errors

    if isinstance(error, errors.GatedRepoError):
        return FetchError(gated(hub_id))
    if isinstance(error, errors.RepositoryNotFoundError):
        return FetchError(f"The hub has no {hub_id}, or it is private and HF_TOKEN in .env does not open it.")
    if isinstance(error, errors.HfHubHTTPError):
        status = error.response.status_code if error.response is not None else "no"
        return FetchError(f"The hub answered with status {status}. Try again later; it goes on from here.")
    if isinstance(error, OSError) and error.errno is not None and error.filename is not None:
        return FetchError(f"{error.filename}: {error.strerror}.")
    return FetchError(
        "The hub cannot be reached. Check the network connection and run this again: it goes on from here.\n"
        "Without a connection, copy a model folder or .safetensors file here and run ./deploy/run model add PATH."
    )
