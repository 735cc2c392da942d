"""The pictures and words the starter model learns from: three pinned npm packages, checked before they are read.

`fetch` asks the ordinary `npm` client for each package and refuses a file whose SHA-512 is not the pinned one, so a
rebuild reads exactly the bytes the shipped weights learnt from.
"""

import base64
import hashlib
import io
import json
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]


class TamperedPackageError(Exception):
    """A package file does not have the pinned hash."""


@dataclass(frozen=True)
class Package:
    """One npm package, pinned by version and by the registry's own `dist.integrity`."""

    name: str
    version: str
    sha512: str

    @property
    def archive(self) -> str:
        """The file name `npm pack` gives it."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


PICTURES = Package(
    "@lobehub/fluent-emoji-3d",
    "1.1.0",
    "Wlq2lVStTnr8BDpIJ0pEnTKO4LuDxxqTEhTvRtD1DLRF0me7ogeRQjKoehDHXuVJ2Qaecgl5wRBv60lUAG3h7g==",
)
LABELS = Package(
    "emojibase-data",
    "17.0.0",
    "Yvgb5AWoHViHV/gq1qr5ZAarcBip+B27/ZLRsUJkbgAEaLlZ/fof9g882LTpmEpyhBNEC0m2SEmItljHsTygjA==",
)
KEYWORDS = Package(
    "emojilib",
    "4.0.3",
    "KbWiYre9aRSaPbHrHZIz9zmoM+21LAsK1VFJtnTh1VCtWE/rNMDviGhQTmselFl95dhqtGlY22iH0leG5BuW0g==",
)
UNSEEN_ICONS = Package(
    "@iconify-json/noto",
    "1.2.9",
    "DQiuXENbun41ch+XPSV55H9FaWKpHTyz46YIKtSaKYD4fIDDzL1tR6H4np/T38jfrTAeI3rcKF0mqHYeZVAuaw==",
)
"""Google's Noto emoji (Apache-2.0): never trained on, only compared with."""

TRAINING_PACKAGES = (PICTURES, LABELS, KEYWORDS)


def check(archive: Path, package: Package) -> None:
    """Raise `TamperedPackageError` unless `archive` has the pinned SHA-512."""
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != package.sha512:
        raise TamperedPackageError(f"{archive.name} is not {package.name} {package.version}: its SHA-512 differs")


def fetch(package: Package, folder: Path) -> Path:
    """The package's archive in `folder`, downloaded with `npm pack` if it is not there yet, and checked."""
    archive = folder / package.archive
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)  # noqa: S603 - pinned words
    check(archive, package)
    return archive


def read_members(archive: Path, pattern: str) -> dict[str, bytes]:
    """Every file of the archive whose path matches `pattern`, by its path inside the package."""
    wanted = re.compile(pattern)
    found: dict[str, bytes] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            name = member.name.removeprefix("package/")
            if member.isfile() and wanted.search(name) and (file := tar.extractfile(member)) is not None:
                found[name] = file.read()
    return found


@dataclass(frozen=True)
class Emoji:
    """One emoji of the label list: its character, code points, label and keywords, all lower case."""

    character: str
    hexcode: str
    label: str
    group: int | None
    keywords: tuple[str, ...]


def read_emoji(folder: Path) -> dict[str, Emoji]:
    """Every emoji by its English label, with the keywords of both lists."""
    labels = json.loads(read_members(fetch(LABELS, folder), r"^en/data\.json$")["en/data.json"])
    keywords = json.loads(next(iter(read_members(fetch(KEYWORDS, folder), r"emoji-en-US\.json$").values())))
    by_character = {bare(character): words for character, words in keywords.items()}
    emoji: dict[str, Emoji] = {}
    for row in labels:
        words = [*row.get("tags", []), *by_character.get(bare(row["emoji"]), [])]
        plain = dict.fromkeys(word.replace("_", " ").lower() for word in words if re.fullmatch(r"[A-Za-z_ \-]+", word))
        label = row["label"].lower()
        hexcode = row["hexcode"].lower().replace("-fe0f", "")
        emoji[label] = Emoji(bare(row["emoji"]), hexcode, label, row.get("group"), tuple(plain))
    return emoji


def bare(character: str) -> str:
    """The emoji without its variation selector, which the lists use differently."""
    return character.replace("\ufe0f", "")


def read_pictures(folder: Path, hexcodes: list[str]) -> dict[str, Pixels]:
    """The 3D pictures of these code points, 256x256 RGBA, by code point."""
    files = read_members(fetch(PICTURES, folder), r"^assets/.*\.webp$")
    by_code = {Path(name).stem.replace("-fe0f", ""): content for name, content in files.items()}
    return {code: rgba(by_code[code]) for code in hexcodes if code in by_code}


def rgba(content: bytes) -> Pixels:
    """An encoded picture as (256, 256, 4) pixels."""
    picture = Image.open(io.BytesIO(content)).convert("RGBA")
    return np.asarray(picture.resize((256, 256), Image.Resampling.LANCZOS))
