"""Fetching what the Hugging Face hub offers: resumed where it broke off, checked, and whole where it lies."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from bot.errors import FetchError
from bot.offers import Offer

if TYPE_CHECKING:
    from huggingface_hub import HfApi

LOCK = ".fetching"
SPARE_BYTES = 500_000_000
"""Of the disk, which stay free beside what is fetched."""

Told = Callable[[int], None]
"""Is told how many bytes of the offer are there."""


def api_of(token: str) -> HfApi:
    """Never a token saved on this machine by some other program: only the one that .env names."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from huggingface_hub import HfApi

    return HfApi(endpoint=os.environ.get("HF_ENDPOINT") or None, token=token or False)


def place_of(models_dir: Path, hub_id: str, file: str | None) -> Path:
    """Where it lies once it is fetched: ``OWNER--NAME``, or a file of that name."""
    return models_dir / "--".join(filter(None, (*hub_id.split("/"), *(file or "").split("/"))))


def partial_of(place: Path) -> Path:
    """The folder in which it grows; what is at ``place`` is whole."""
    return place.with_name(place.name + ".partial")


def check_room(offer: Offer, models_dir: Path, token: str) -> None:
    """Raises FetchError where the disk is too small, counting what is there already, or the terms are not accepted."""
    models_dir.mkdir(parents=True, exist_ok=True)
    partial = partial_of(place_of(models_dir, offer.id, offer.single))
    there = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    free = shutil.disk_usage(models_dir).free
    if free < (offer.bytes - there) * 1.05 + SPARE_BYTES:
        raise FetchError(
            f"That is not enough room: {free / 1e9:.1f} GB are free, and it takes {offer.bytes / 1e9:.1f} GB. "
            "Free some, or set DATA_DIR to a larger disk."
        )
    if offer.gated and not token:
        raise FetchError(gated(offer.id))


def download(api: HfApi, offer: Offer, models_dir: Path, told: Told | None = None) -> Path:
    """Fetch it beside its place and rename, going on with what a broken-off attempt left there; returns the place.

    Raises FetchError while another process fetches into the same folder.
    """
    place = place_of(models_dir, offer.id, offer.single)
    models_dir.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(models_dir / LOCK, timeout=0):
            if not place.exists():
                _download(api, offer, partial_of(place), told)
                _put(offer, partial_of(place), place)
    except Timeout:
        raise FetchError("Another program is fetching into that folder. Wait until it is done.", again=True) from None
    return place


def _download(api: HfApi, offer: Offer, partial: Path, told: Told | None) -> None:
    there = 0
    for number, (name, size) in enumerate(offer.files, 1):
        if told is None:
            print(f"{number} of {len(offer.files)}  {name}", flush=True)
        if name.endswith((".safetensors", ".ckpt")):
            _download_weights(api, offer, name, size, partial / name, told and _beyond(there, told))
        else:
            api.hf_hub_download(offer.id, name, revision=offer.commit, local_dir=partial)
        there += size
    shutil.rmtree(partial / ".cache", ignore_errors=True)


def _put(offer: Offer, partial: Path, place: Path) -> None:
    if offer.single:
        (partial / offer.single).rename(place)
        shutil.rmtree(partial)
    else:
        partial.rename(place)


def _beyond(before: int, told: Told) -> Told:
    return lambda count: told(before + count)


class _Counted:
    """A file that says how far it was written."""

    def __init__(self, file: BinaryIO, told: Told) -> None:
        self._file, self._told = file, told

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        count = self._file.write(data)
        self._told(self._file.tell())
        return count


def _download_weights(api: HfApi, offer: Offer, name: str, size: int, target: Path, told: Told | None) -> None:
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
            _Counted(file, told) if told else file,  # type: ignore[arg-type]  # all that it uses of one
            resume_size=file.tell(),
            headers=headers,
            expected_size=found.size,
            displayed_filename=name,
        )
    with part.open("rb") as file:
        whole = len(found.etag or "") != 64 or hashlib.file_digest(file, "sha256").hexdigest() == found.etag
    if not whole:
        part.unlink()
        raise FetchError(f"{name} arrived damaged and was thrown away. Begin it once more.", again=True)
    part.replace(target)


def gated(hub_id: str) -> str:
    return (
        f"{hub_id} is gated. Accept its terms at https://huggingface.co/{hub_id}, make a read token at\n"
        "https://huggingface.co/settings/tokens and put HF_TOKEN=... into .env. Then start again and ask once more."
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
        return FetchError(f"The hub answered with status {status}. Try again later; it goes on from here.", again=True)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return FetchError("The disk is full. Free some room and begin it once more: it goes on from here.")
    if isinstance(error, OSError) and error.errno is not None and error.filename is not None:
        return FetchError(f"{error.filename}: {error.strerror}.")
    return FetchError(
        "The hub cannot be reached. Check the network connection and try again: it goes on from here.\n"
        "Without a connection, copy a model folder or .safetensors file to this machine and add it by its path.",
        again=True,
    )
