"""How much of a text its extracted summary says, against its first sentences and random ones.

    pip download --no-deps aclsum==0.1.2
    python -m tests.bench.summaries [aclsum-0.1.2-py3-none-any.whl] [--tune]

Text: 250 papers of the ACL (the package ``aclsum``, MIT; https://aclanthology.org/2024.naacl-long.237/), 100 of them
for tests. Choices were made on its training and validation papers (``--tune``); the figures to report are the test
papers'. Two tasks, each with summaries of SENTENCES sentences:

- "body": the paper without its abstract; the reference is the abstract.
- "short": introduction and conclusion, as long as a long note; the reference is what people wrote about its challenge,
  its approach and its outcome.

The best that sentences of the text can do ("oracle") is greedy on ROUGE-1.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.summaries import extract as method
from bot.summaries.extract import Sentence, extract
from bot.summaries.sentences import sentences
from tests.bench.rouge import rouge_l, rouge_n

WHEEL = Path("aclsum-0.1.2-py3-none-any.whl")
SENTENCES = 5
ROOM = 120
"""Sentences of a text that the oracle looks at."""


@dataclass(frozen=True)
class Text:
    sentences: list[str]
    reference: list[str]


def papers(wheel: Path, *, tune: bool) -> dict[str, list[Text]]:
    """The texts of both tasks."""
    found: dict[str, list[Text]] = {"body": [], "short": []}
    with zipfile.ZipFile(wheel) as bundle:
        for split in ("train", "val") if tune else ("test",):
            for line in bundle.read(f"aclsum/dataset/{split}.jsonl").decode().splitlines():
                row = json.loads(line)
                paper = json.loads(bundle.read(f"aclsum/dataset/paper_jsons/{row['id']}.json"))["pdf_parse"]
                body = sentences("\n\n".join(part["text"] for part in paper["body_text"]))
                abstract = sentences("\n\n".join(part["text"] for part in paper["abstract"]))
                if len(body) > 4 * SENTENCES and len(abstract) > 2:
                    found["body"].append(Text(body, abstract))
                short = sentences(" ".join(_short(paper)))
                if len(short) > 2 * SENTENCES:
                    found["short"].append(Text(short, list(row["summary"].values())))
    return found


def _short(paper: dict[str, list[dict[str, str]]]) -> list[str]:
    return [part["text"] for part in paper["body_text"] if part["section"].lower().startswith(("intro", "conclu"))]


def lead(text: Text) -> list[str]:
    return text.sentences[:SENTENCES]


def at_random(text: Text) -> list[str]:
    return random.Random(len(text.sentences)).sample(text.sentences, SENTENCES)


def extracted(text: Text) -> list[str]:
    last = max(1, len(text.sentences) - 1)
    placed = [Sentence(sentence, 1, number / last) for number, sentence in enumerate(text.sentences)]
    return [sentence.text for sentence in extract(placed, SENTENCES)]


def oracle(text: Text) -> list[str]:
    chosen: list[str] = []
    for _ in range(SENTENCES):
        best = max(text.sentences[:ROOM], key=lambda one: rouge_n([*chosen, one], text.reference, 1))
        chosen.append(best)
    return chosen


def measure(name: str, make: Callable[[Text], list[str]], texts: Sequence[Text]) -> None:
    began = time.perf_counter()
    made = [make(text) for text in texts]
    seconds = (time.perf_counter() - began) / len(texts)
    pairs = list(zip(made, texts, strict=True))
    one, two = (statistics.fmean(rouge_n(s, t.reference, n) for s, t in pairs) for n in (1, 2))
    long = statistics.fmean(rouge_l(s, t.reference) for s, t in pairs)
    print(f"{name:>10}  ROUGE-1 {one:.3f}  ROUGE-2 {two:.3f}  ROUGE-L {long:.3f}  {1000 * seconds:6.0f} ms a text")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, nargs="?", default=WHEEL, help="the package aclsum, as pip downloads it")
    parser.add_argument("--tune", action="store_true", help="the training and validation papers instead")
    options = parser.parse_args()
    if not options.wheel.is_file():
        print(f"{options.wheel} is not there: pip download --no-deps aclsum==0.1.2")
        return
    for task, texts in papers(options.wheel, tune=options.tune).items():
        length = statistics.fmean(len(text.sentences) for text in texts)
        print(f"{task}: {len(texts)} texts of {length:.0f} sentences on average, {SENTENCES} sentences taken")
        measure("random", at_random, texts)
        measure("lead", lead, texts)
        measure("extracted", extracted, texts)
        measure("oracle", oracle, texts)
    print(f"UNLIKE {method.UNLIKE}, EARLY {method.EARLY}, PART {method.PART}")


if __name__ == "__main__":
    main()
