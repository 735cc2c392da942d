"""Measures a starter model: `python -m bot.pocket.evaluate WEIGHTS --packages FOLDER --out FOLDER`.

WEIGHTS is a pipeline folder, or the text stage's own folder: then what is measured is the sketch, decoded as it is.

Every figure has its denominator; prompts, seeds and features come from `concepts.json`, fixed before training ended.
Writes `figures.json` and `sheet.png` (64 fixed prompts, seed 0).
"""

import argparse
import io
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from bot.pocket.concepts import Lexicon, lexicon
from bot.pocket.data import UNSEEN_ICONS, Pixels, fetch, read_emoji, read_members
from bot.pocket.measure import (
    References,
    background_obeyed,
    halves,
    hue_obeyed,
    on_white,
    scene_of,
)
from bot.pocket.scenes import SIDE, Pictures
from bot.pocket.text import Sketcher
from bot.pocket.vocabulary import with_article

SHEET_COLUMNS = 8


@dataclass(frozen=True)
class Figure:
    """So many of so many, and what they are."""

    name: str
    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.name:<58} {self.right:>4} of {self.of:<4} {self.right / max(self.of, 1):6.1%}"


class Painter:
    """Draws prompts with the fixed settings; each prompt has its own generator, so batches do not matter."""

    def __init__(self, weights: Path, batch: int = 16) -> None:
        self.pipeline: Any = StableDiffusionPipeline.from_pretrained(weights, dtype=torch.float32)
        self.pipeline.set_progress_bar_config(disable=True)
        self.batch = batch
        self.settings = lexicon().evaluation

    def paint(self, prompts: Iterable[str], seed: int = 0) -> list[Pixels]:
        """One (128, 128, 3) picture a prompt."""
        asked = list(prompts)
        painted: list[Pixels] = []
        for start in range(0, len(asked), self.batch):
            some = asked[start : start + self.batch]
            answer = self.pipeline(
                some,
                num_inference_steps=self.settings["steps"],
                guidance_scale=self.settings["guidance_scale"],
                generator=[torch.Generator().manual_seed(seed) for _ in some],
                output_type="np",
            )
            painted += list((answer.images * 255).round().astype(np.uint8))
        return painted


@dataclass
class Evaluation:
    """All the figures of one model."""

    words: Lexicon
    painter: Painter | Sketcher
    packages: Path

    @cached_property
    def places(self) -> dict[str, int]:
        """Each concept's place in the core list."""
        return {name: place for place, name in enumerate(self.words.names)}

    @cached_property
    def own(self) -> References:
        """The training pictures."""
        pictures = Pictures.read(self.words, self.packages)
        return References.of([on_white(pictures.concepts[name]) for name in self.words.names])

    @cached_property
    def unseen(self) -> tuple[References, list[int]]:
        """Noto's pictures, never trained on, and the places of the concepts that it has."""
        drawn = unseen_icons(self.words, self.packages)
        places = [self.places[name] for name in drawn]
        return References.of(list(drawn.values())), places

    def names(self) -> list[Figure]:
        """Is "a NAME" nearest to the right picture among all concepts?"""
        pictures = self.painter.paint(with_article(name) for name in self.words.names)
        ranks = [self.own.rank(picture, place) for place, picture in enumerate(pictures)]
        references, places = self.unseen
        others = [references.rank(pictures[place], row) for row, place in enumerate(places)]
        return [
            Figure("a NAME, nearest training picture is the right one", sum(rank == 1 for rank in ranks), len(ranks)),
            Figure("a NAME, right one among the five nearest", sum(rank <= 5 for rank in ranks), len(ranks)),
            Figure("a NAME, nearest icon of a set never seen", sum(rank == 1 for rank in others), len(others)),
            Figure("a NAME, right icon never seen among five nearest", sum(rank <= 5 for rank in others), len(others)),
        ]

    def ceiling(self) -> list[Figure]:
        """What the training pictures themselves would reach against the icon set never seen."""
        pictures = Pictures.read(self.words, self.packages)
        references, places = self.unseen
        drawn = [on_white(pictures.concepts[self.words.names[place]]) for place in places]
        ranks = [references.rank(picture, row) for row, picture in enumerate(drawn)]
        return [
            Figure("(ceiling) training pictures, nearest icon never seen", sum(r == 1 for r in ranks), len(ranks)),
            Figure("(ceiling) training pictures, right icon among five", sum(r <= 5 for r in ranks), len(ranks)),
        ]

    def colours(self) -> list[Figure]:
        """Is the mean hue of "a COLOUR NAME" that of the word?"""
        asked = [(word, name) for name in self.words.evaluation["colour"]["objects"] for word in self.words.colours]
        pictures = self.painter.paint(f"{with_article(word)} {name}" for word, name in asked)
        right = sum(
            hue_obeyed(picture, self.words.colours[word].hue)
            for picture, (word, _) in zip(pictures, asked, strict=True)
        )
        return [Figure("colour word obeyed", right, len(asked))]

    def backgrounds(self) -> list[Figure]:
        """Do the surroundings match the background or scene words?"""
        objects = self.words.evaluation["background"]["objects"]
        shades = [word for word in (*self.words.colours, *self.words.shades) if word != "white"]
        plain = [(name, word) for name in objects for word in shades]
        scenes = [(name, kind) for name in objects for kind in self.words.scenes]
        on_plain = self.painter.paint(f"{with_article(n)} on {with_article(word)} background" for n, word in plain)
        in_scene = self.painter.paint(f"{with_article(n)} {self.words.scenes[kind][0]}" for n, kind in scenes)
        plain_right = sum(background_obeyed(picture, word) for picture, (_, word) in zip(on_plain, plain, strict=True))
        scene_right = sum(scene_of(picture) == kind for picture, (_, kind) in zip(in_scene, scenes, strict=True))
        return [
            Figure("background word obeyed", plain_right, len(plain)),
            Figure("scene word obeyed", scene_right, len(scenes)),
        ]

    def pairs(self) -> list[Figure]:
        """Does "an X and a Y" show both, each among the five nearest of its half?"""
        setting = self.words.evaluation["pairs"]
        return [
            self._pairs("two objects both shown", setting["seen"], setting["rank_within"]),
            self._pairs("two objects never together in training", setting["held_out"], setting["rank_within"]),
        ]

    def _pairs(self, name: str, pairs: list[list[str]], within: int) -> Figure:
        pictures = self.painter.paint(f"{with_article(x)} and {with_article(y)}" for x, y in pairs)
        right = 0
        for picture, (x, y) in zip(pictures, pairs, strict=True):
            left, other = halves(picture)
            orders = ((left, other), (other, left))
            right += any(
                self.own.rank(a, self.places[x]) <= within and self.own.rank(b, self.places[y]) <= within
                for a, b in orders
            )
        return Figure(name, right, len(pairs))

    def sheet(self) -> Image.Image:
        """The contact sheet: 64 fixed prompts, seed 0."""
        pictures = self.painter.paint(self.words.evaluation["sheet"], self.words.evaluation["sheet_seed"])
        rows = -(-len(pictures) // SHEET_COLUMNS)
        page = Image.new("RGB", (SHEET_COLUMNS * (SIDE + 2), rows * (SIDE + 2)))
        for place, picture in enumerate(pictures):
            x, y = place % SHEET_COLUMNS * (SIDE + 2), place // SHEET_COLUMNS * (SIDE + 2)
            page.paste(Image.fromarray(picture), (x, y))
        return page


def unseen_icons(words: Lexicon, packages: Path) -> dict[str, Pixels]:
    """Noto's icon for each concept that has one, rendered on white; needs `resvg-py`."""
    resvg_py = import_module("resvg_py")  # an extra that only this needs

    files = read_members(fetch(UNSEEN_ICONS, packages), r"^(icons|chars)\.json$")
    icons, names = json.loads(files["icons.json"]), json.loads(files["chars.json"])
    emoji = read_emoji(packages)
    drawn: dict[str, Pixels] = {}
    for concept in words.concepts:
        name = names.get(emoji[concept.label].hexcode) or names.get(emoji[concept.label].hexcode + "-fe0f")
        if name not in icons["icons"]:
            continue
        icon = icons["icons"][name]
        box = f"0 0 {icon.get('width', icons.get('width', 128))} {icon.get('height', icons.get('height', 128))}"
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{icon["body"]}</svg>'
        content = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=256, height=256, skip_system_fonts=True))
        drawn[concept.name] = on_white(np.asarray(Image.open(io.BytesIO(content)).convert("RGBA")))
    return drawn


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.pocket.evaluate", description=__doc__)
    parser.add_argument("weights", type=Path, help="a pipeline folder, or one with a text encoder and its head")
    parser.add_argument("--packages", type=Path, required=True, help="folder with the pinned npm packages")
    parser.add_argument("--out", type=Path, required=True, help="folder for figures.json and sheet.png")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS), help="only these parts")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    whole = (options.weights / "model_index.json").exists()
    painter = Painter(options.weights) if whole else Sketcher(options.weights)
    evaluation = Evaluation(lexicon(), painter, options.packages)
    figures: list[Figure] = []
    start = time.monotonic()
    if "sheet" in options.only:
        evaluation.sheet().save(options.out / "sheet.png")
    for part in options.only:
        if part != "sheet":
            for figure in PARTS[part](evaluation):
                print(figure, flush=True)
                figures.append(figure)
    (options.out / "figures.json").write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
    print(f"{time.monotonic() - start:.0f} s")


PARTS: dict[str, Callable[[Evaluation], list[Figure]]] = {
    "sheet": lambda _: [],
    "names": Evaluation.names,
    "colours": Evaluation.colours,
    "backgrounds": Evaluation.backgrounds,
    "pairs": Evaluation.pairs,
    "ceiling": Evaluation.ceiling,
}


if __name__ == "__main__":
    main()
