"""Error rates of reading pictures and hearing recordings, with what is installed here.

    python -m tests.bench.recognition
    python -m tests.bench.recognition --speech /usr/share/pocketsphinx/test/data/librivox

Pictures: sentences of Cranfield (``--text``) rendered in several sizes, colours and qualities; the character error rate
is the edit distance over the length of what was written, in white space made single. Recordings: a folder as Debian's
``pocketsphinx-testdata`` has it, with a file ``transcription``; the word error rate is over lower-case words without
punctuation, "mister" and "mr" taken for the same. Both after Levenshtein (1966).
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageFilter

from bot.media.models import readers
from bot.media.ocr import RapidReader, by_tesseract, opened, tesseract
from tests.media.rendered import page


def distance(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Fewest insertions, deletions and substitutions."""
    before = list(range(len(found) + 1))
    for row, one in enumerate(wanted, 1):
        now = [row]
        for column, other in enumerate(found, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (one != other)))
        before = now
    return before[-1]


def plain(text: str) -> str:
    return " ".join(text.split())


def spoken(text: str) -> list[str]:
    words = re.findall(r"[a-z']+", text.lower())
    return ["mister" if word == "mr" else word for word in words]


# ---- pictures


def conditions(lines: Sequence[str]) -> Iterator[tuple[str, Image.Image]]:
    yield "32 px", page(lines)
    yield "14 px", page(lines, size=14)
    yield "light on dark", page(lines, ink="#e8e8e8", paper="#23272a")
    yield "grey on grey", page(lines, ink="#707070", paper="#c8c8c8")
    blurred = page(lines).filter(ImageFilter.GaussianBlur(1.5))
    yield "blurred", blurred
    squeezed = io.BytesIO()
    page(lines, size=24).save(squeezed, "JPEG", quality=20)
    yield "JPEG 20", Image.open(io.BytesIO(squeezed.getvalue())).convert("RGB")
    yield "turned 2°", page(lines).rotate(2, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)


def sentences(folder: Path, count: int) -> list[list[str]]:
    docs = json.loads((folder / "cran_docs.json").read_text())
    chance = random.Random(1)
    found = []
    while len(found) < count:
        words = chance.choice(docs)["title"].split()
        lines = [" ".join(words[at : at + 6]).capitalize() for at in range(0, len(words), 6)]
        if len(words) > 8:
            found.append(lines[:5])
    return found


def pictures(name: str, read: Callable[[Image.Image], str], texts: Sequence[list[str]], folder: Path) -> None:
    totals: dict[str, list[float]] = {}
    for lines in texts:
        wanted = plain(" ".join(lines))
        for condition, picture in conditions(lines):
            path = folder / "page.png"
            picture.save(path)
            began = time.perf_counter()
            found = plain(read(opened(path)))
            took = time.perf_counter() - began
            total = totals.setdefault(condition, [0, 0, 0, 0])
            for index, value in enumerate((distance(wanted, found), len(wanted), took, 1)):
                total[index] += value
    for condition, (errors, length, took, count) in totals.items():
        print(f"{name:12}{condition:16}CER {errors / length:6.3f}   {took / count:5.2f} s a picture", flush=True)


# ---- recordings


def recordings(model: str, folder: Path) -> None:
    from bot.media.speech import RATE, Whisper, decoded

    whisper = Whisper(model)
    errors = words = 0
    seconds = took = 0.0
    for line in (folder / "transcription").read_text().splitlines():
        match = re.fullmatch(r"<s> (.*) </s> \((.*)\)", line.strip())
        path = folder / f"{match[2]}.wav" if match else None
        if match is None or path is None or not path.is_file():
            continue
        wanted = spoken(match[1])
        began = time.perf_counter()
        found = spoken(" ".join(text for _, text in whisper.hear(path)))
        took += time.perf_counter() - began
        seconds += sum(len(piece) for piece in decoded(path)) / RATE
        wrong = distance(wanted, found)
        errors, words = errors + wrong, words + len(wanted)
        print(f"{path.name:50} {wrong:3} of {len(wanted)} words", flush=True)
    if words:
        print(f"{Path(model).name:12}WER {errors / words:6.3f}   {took / seconds:5.2f} times real time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, default=Path("../shared/cranfield"))
    parser.add_argument("--count", type=int, default=5, help="texts, each in seven conditions")
    parser.add_argument("--speech", type=Path, default=Path("/usr/share/pocketsphinx/test/data/librivox"))
    options = parser.parse_args()
    here = readers()
    texts = sentences(options.text, options.count)
    with tempfile.TemporaryDirectory() as place:
        if command := tesseract():
            pictures("tesseract", lambda picture: by_tesseract(command, picture), texts, Path(place))
        try:
            rapid = RapidReader()
        except ImportError:
            print("rapidocr is not installed")
        else:
            pictures("rapidocr", rapid, texts, Path(place))
    if here.speech is None or not (options.speech / "transcription").is_file():
        print("no speech model, or no recordings, here")
    else:
        recordings(here.speech, options.speech)


if __name__ == "__main__":
    main()
