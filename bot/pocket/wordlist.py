"""Builds `words.json`: what ordinary words mean to the starter model. Run it again when the concepts change.

Two tables. `keywords` come from the emoji keyword lists: a word that names one concept's emoji, or several (then the
one that lists it earliest). `nearest` covers everyday words beyond them: each is given the concept whose name lies
nearest to it by sentence embedding (all-MiniLM-L6-v2), if near enough to be a sensible stand-in.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModel, AutoTokenizer

from bot.pocket.concepts import Lexicon, lexicon
from bot.pocket.data import read_emoji

WORDS_FILE = Path(__file__).resolve().parent / "words.json"
LEAST_LIKENESS = 0.5
BATCH = 256
CURATED = {
    "princess": ["girl", "woman", "women", "lady", "queen", "girls"],
    "detective": ["man", "person", "guy", "sherlock"],
    "superhero": ["boy", "hero", "batman", "superman"],
    "shield": ["knight"],
    "ghost": ["zombie"],
    "hamster": ["squirrel", "guinea pig", "gerbil", "beaver"],
    "lion": ["leopard", "cheetah", "jaguar"],
    "tulip": ["flower", "daisy"],
    "bouquet": ["flowers"],
    "cityscape": ["city", "town", "skyline"],
    "top hat": ["hat"],
    "hamburger": ["steak", "meat"],
    "spaghetti": ["pasta", "noodles", "soup"],
    "pickup truck": ["truck", "lorry"],
    "robot": ["android", "cyborg"],
    "space invader": ["monster"],
    "eyes": ["eye"],
}
"""Stand-ins chosen by hand, where neither table finds a good one."""


def main() -> None:
    """Command line: read the packages and an embedding model's folder, write `words.json`."""
    parser = argparse.ArgumentParser(prog="python -m bot.pocket.wordlist", description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="folder with the pinned npm packages")
    parser.add_argument("--embedder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    options = parser.parse_args()
    words = lexicon()
    keywords = keyword_table(words, options.packages)
    nearest = nearest_table(words, options.packages, options.embedder, set(keywords))
    WORDS_FILE.write_text(pack({"keywords": keywords, "nearest": nearest}, CURATED), encoding="utf-8")
    print(f"{len(keywords)} keywords, {len(nearest)} nearest words, {WORDS_FILE.stat().st_size:,} bytes")


def pack(tables: dict[str, dict[str, str]], curated: dict[str, list[str]]) -> str:
    """The tables grouped by concept, which is half the size and easy to read: {table: {concept: [words]}}."""
    grouped: dict[str, dict[str, list[str]]] = {"curated": curated}
    for table, entries in tables.items():
        for word, concept in sorted(entries.items(), key=lambda entry: (entry[1], entry[0])):
            grouped.setdefault(table, {}).setdefault(concept, []).append(word)
    return json.dumps(grouped, indent=0, ensure_ascii=False).replace('",\n"', '", "').replace("[\n", "[") + "\n"


def known_words(words: Lexicon) -> set[str]:
    """Names, synonyms, colours and shades: what needs no table."""
    names = {name for concept in words.concepts for name in (concept.name, *concept.synonyms)}
    return names | set(words.colours) | set(words.shades)


def keyword_table(words: Lexicon, packages: Path) -> dict[str, str]:
    """Keyword to concept, for keywords that few enough concepts share to mean one of them."""
    emoji = read_emoji(packages)
    known = known_words(words)
    owners: dict[str, list[tuple[int, str]]] = {}
    for concept in words.concepts:
        for place, word in enumerate(emoji[concept.label].keywords):
            if word not in known and re.fullmatch(r"[a-z]{3,}( [a-z]+)?", word):
                owners.setdefault(word, []).append((place, concept.name))
    return {word: min(places)[1] for word, places in owners.items() if len(places) == 1}


def nearest_table(words: Lexicon, packages: Path, embedder: Path, taken: set[str]) -> dict[str, str]:
    """Everyday word to nearest concept: the embedder's own vocabulary and every emoji's label and keywords."""
    tokenizer = AutoTokenizer.from_pretrained(embedder)
    model = AutoModel.from_pretrained(embedder, dtype=torch.float32).eval()
    everyday = {word for word in tokenizer.get_vocab() if re.fullmatch(r"[a-z]{3,}", word)}
    for emoji in read_emoji(packages).values():
        everyday |= {word for word in (emoji.label, *emoji.keywords) if re.fullmatch(r"[a-z]{3,}( [a-z]+)?", word)}
    asked = sorted(everyday - known_words(words) - taken)
    things = [(name, concept.name) for concept in words.concepts for name in (concept.name, *concept.synonyms)]
    targets = embed(model, tokenizer, [f"a picture of a {name}" for name, _ in things])
    likeness, best = (embed(model, tokenizer, [f"a picture of a {word}" for word in asked]) @ targets.T).max(1)
    bare_targets = embed(model, tokenizer, [name for name, _ in things])
    bare_likeness = (embed(model, tokenizer, asked) * bare_targets[best]).sum(1)
    return {
        word: things[int(place)][1]
        for word, place, near in zip(asked, best, torch.minimum(likeness, bare_likeness), strict=True)
        if near >= LEAST_LIKENESS
    }


@torch.no_grad()
def embed(model: Any, tokenizer: Any, texts: list[str]) -> torch.Tensor:
    """Unit sentence vectors (n, 384): mean over tokens, as the model's card says."""
    rows = []
    for start in range(0, len(texts), BATCH):
        inputs = tokenizer(texts[start : start + BATCH], padding=True, return_tensors="pt")
        states = model(**inputs).last_hidden_state
        mask = inputs["attention_mask"][..., None]
        rows.append(torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1))
    return torch.cat(rows)


if __name__ == "__main__":
    main()
