"""Captioned 128x128 scenes, composed from single pictures: what the starter model is shown.

Six kinds, from easy to hard: a `single` object on white, a `colour`ed one, one on a `plain` coloured background, one in
a `scene`, a `pair`, and a face `worn` with a hat or glasses. The same seed gives the same scenes.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from bot.pocket.concepts import Concept, Lexicon
from bot.pocket.data import Pixels, read_emoji, read_pictures
from bot.pocket.vocabulary import plural, uncoloured, with_article

SIDE = 128
KINDS = ("single", "colour", "plain", "scene", "pair", "worn")
WHITE = (255, 255, 255)
FLYING_SCENES = ("night", "space", "sky")
WRAPPINGS = ("a picture of {}", "a photo of {}", "an emoji of {}", "a 3d render of {}", "a cute {}", "a drawing of {}")

RGB = tuple[int, int, int]
Rng = np.random.Generator


@dataclass(frozen=True)
class Scene:
    """A composed picture, (128, 128, 3) RGB, and the words for it."""

    picture: Pixels
    caption: str
    kind: str


@dataclass(frozen=True)
class Pictures:
    """The source pictures, (256, 256, 4) RGBA, by concept name; and the wearable ones by label."""

    concepts: dict[str, Pixels]
    wearables: dict[str, Pixels]

    @classmethod
    def read(cls, words: Lexicon, packages: Path) -> "Pictures":
        """Read the pictures of every concept out of the pinned packages in `packages`."""
        emoji = read_emoji(packages)
        labels = {concept.label for concept in words.concepts} | {thing.label for thing in words.wearables.values()}
        found = read_pictures(packages, [emoji[label].hexcode for label in labels])
        by_label = {label: found[emoji[label].hexcode] for label in labels}
        return cls(
            concepts={concept.name: by_label[concept.label] for concept in words.concepts},
            wearables={thing.label: by_label[thing.label] for thing in words.wearables.values()},
        )


class Composer:
    """Draws captioned scenes. One seed, one sequence."""

    def __init__(self, words: Lexicon, pictures: Pictures, seed: int) -> None:
        self.words = words
        self.pictures = pictures
        self.rng = np.random.default_rng(seed)
        self.by_name = {concept.name: concept for concept in words.concepts}
        self.resized = lru_cache(maxsize=8192)(self._resized)

    def _resized(self, name: str, size: int) -> Pixels:
        source = self.pictures.concepts.get(name)
        return resize(self.pictures.wearables[name] if source is None else source, size)

    def compose(self, kind: str) -> Scene:
        """One scene of this kind."""
        if kind == "pair":
            return self._pair()
        if kind == "worn":
            return self._worn()
        concept = self._any_concept()
        surrounding = {"plain": "plain", "scene": "scene"}.get(kind, "white")
        back, words, flying = self._background(surrounding)
        size = self._size(0.9 if surrounding == "white" else 0.84 if surrounding == "plain" else 0.68)
        picture, phrase = self.resized(concept.name, size), self._name(concept)
        if kind == "colour" or (surrounding != "white" and self.rng.random() < 0.12):
            word = self._pick(list(self.words.colours))
            picture = recolour(picture, self.words.colours[word].hue)
            phrase = f"{word} {uncoloured(phrase)}"
        x, y = self._jitter(0.5), self._jitter(0.5 if flying else 0.56)
        return Scene(paste(back, picture, x, y), self._caption(phrase) + words, kind)

    def _pair(self) -> Scene:
        back, words, flying = self._background(self._pick(["white", "white", "white", "plain", "scene"]))
        size, y = self._size(0.49), self._jitter(0.5 if flying else 0.56)
        first, second = self._any_concept(), self._any_concept()
        if self.rng.random() < 0.15 or frozenset((first.name, second.name)) in self.words.held_out_pairs:
            second = first
        back = paste(back, self.resized(first.name, size), self._jitter(0.27), y)
        back = paste(back, self.resized(second.name, size), self._jitter(0.73), y)
        if first is second:
            return Scene(back, f"two {plural(self._name(first))}{words}", "pair")
        joined = self._pick([" and {}", " and {}", " next to {}"]).format(with_article(self._name(second)))
        return Scene(back, with_article(self._name(first)) + joined + words, "pair")

    def _worn(self) -> Scene:
        face = self.by_name[self._pick(list(self.words.faces))]
        phrase = self._pick(list(self.words.wearables))
        thing = self.words.wearables[phrase]
        back, words, _ = self._background(self._pick(["white", "white", "plain", "scene"]))
        size = self._size(0.78)
        back = paste(back, self.resized(face.name, size), SIDE // 2, round(SIDE * 0.56))
        hat_y = round(SIDE * 0.55 - thing.rise * size)
        back = paste(back, self.resized(thing.label, round(size * thing.width)), SIDE // 2, hat_y)
        joined = self._pick(["with", "wearing"])
        return Scene(back, f"{self._caption(self._name(face))} {joined} {phrase}{words}", "worn")

    def _background(self, surrounding: str) -> tuple[Pixels, str, bool]:
        """The background, the words for it, and whether an object on it floats at the middle."""
        if surrounding == "white":
            words = " on a white background" if self.rng.random() < 0.08 else ""
            return np.full((SIDE, SIDE, 3), 255, np.uint8), words, True
        if surrounding == "plain":
            shades = {word: colour.rgb for word, colour in self.words.colours.items()} | self.words.shades
            word = self._pick([shade for shade in shades if shade != "white"])
            wobble = np.array(shades[word]) + self.rng.normal(0, 6, 3)
            return gradient(wobble * 1.05, wobble * 0.95), f" on a {word} background", True
        kind = self._pick(list(self.words.scenes))
        return landscape(kind, self.rng), f" {self._pick(list(self.words.scenes[kind]))}", kind in FLYING_SCENES

    def _any_concept(self) -> Concept:
        return self.words.concepts[int(self.rng.integers(len(self.words.concepts)))]

    def _name(self, concept: Concept) -> str:
        other = concept.synonyms and self.rng.random() < 0.3
        return self._pick(list(concept.synonyms)) if other else concept.name

    def _caption(self, phrase: str) -> str:
        chance = self.rng.random()
        if chance < 0.25:
            return phrase
        if chance < 0.85:
            return with_article(phrase)
        wrapping = self._pick(list(WRAPPINGS))
        return wrapping.format(phrase if wrapping.startswith("a cute") else with_article(phrase))

    def _pick(self, choices: list[str]) -> str:
        return choices[int(self.rng.integers(len(choices)))]

    def _jitter(self, part: float) -> int:
        return round(SIDE * part + self.rng.normal(0, 1.5))

    def _size(self, part: float) -> int:
        """One of three near sizes: enough variety, and resized pictures can be kept."""
        return round(SIDE * part) + 3 * int(self.rng.integers(-1, 2))


def resize(picture: Pixels, size: int) -> Pixels:
    """A square RGBA picture at another size; Pillow weighs colours by alpha, so edges stay clean."""
    return np.asarray(Image.fromarray(picture).resize((size, size), Image.Resampling.LANCZOS))


def paste(back: Pixels, picture: Pixels, x: int, y: int) -> Pixels:
    """`picture` (RGBA) over `back` (RGB), its middle at (x, y); what falls outside is cut off."""
    canvas = Image.fromarray(back)
    layer = Image.fromarray(picture)
    canvas.paste(layer, (x - layer.width // 2, y - layer.height // 2), layer)
    return np.asarray(canvas)


def recolour(picture: Pixels, hue: float) -> Pixels:
    """Every coloured pixel gets this hue; light and shade stay. Greyish pictures are tinted so that the word shows."""
    hsv = np.asarray(Image.fromarray(picture[..., :3]).convert("HSV")).astype(np.float32)
    alpha = picture[..., 3] > 127
    saturation = hsv[..., 1]
    mean = float(saturation[alpha].mean()) if alpha.any() else 0.0
    lift = 90.0 if mean < 70 else 15.0
    toned = np.where((saturation > 25) | (mean < 70), np.clip(saturation * 1.1 + lift, 0, 255), saturation)
    channels = [np.full_like(toned, round(hue * 255)), toned, hsv[..., 2]]
    merged = Image.merge("HSV", [Image.fromarray(channel.astype(np.uint8)) for channel in channels]).convert("RGB")
    return np.dstack([np.asarray(merged), picture[..., 3]])


def gradient(top: npt.ArrayLike, bottom: npt.ArrayLike, height: int = SIDE) -> Pixels:
    """A vertical blend of two colours, (height, 128, 3)."""
    blend = np.linspace(0, 1, height)[:, None, None]
    rows = np.asarray(top, float) * (1 - blend) + np.asarray(bottom, float) * blend
    return np.broadcast_to(np.clip(rows, 0, 255), (height, SIDE, 3)).astype(np.uint8)


HORIZONS: dict[str, tuple[RGB, RGB, RGB, RGB]] = {
    # sky above, sky at the horizon, ground at the horizon, ground below
    "sea": ((120, 190, 250), (215, 238, 255), (50, 130, 215), (20, 80, 170)),
    "grass": ((120, 190, 250), (215, 238, 255), (110, 200, 80), (60, 150, 60)),
    "sunset": ((90, 60, 140), (255, 170, 80), (120, 70, 120), (50, 40, 90)),
    "snow": ((190, 215, 240), (235, 243, 250), (245, 250, 255), (215, 228, 242)),
    "desert": ((120, 190, 250), (255, 235, 200), (240, 205, 130), (215, 165, 90)),
}


def landscape(kind: str, rng: Rng) -> Pixels:
    """One of the eight named surroundings, (128, 128, 3)."""
    if kind == "sky":
        return sky(rng)
    if kind in ("night", "space"):
        return stars(kind, rng)
    horizon = int(SIDE * rng.uniform(0.6, 0.64))
    high, low, near, far = HORIZONS[kind]
    back = gradient(high, low)
    back[horizon:] = gradient(near, far)[: SIDE - horizon]
    image = Image.fromarray(back)
    draw = ImageDraw.Draw(image)
    if kind == "sea":
        for y in range(horizon + 4, SIDE, 9):
            for x in range(int(rng.integers(0, 12)), SIDE, 24):
                draw.arc([x, y, x + 12, y + 6], 200, 340, fill=(140, 195, 245), width=1)
    if kind == "sunset":
        draw.ellipse([48, horizon - 20, 80, horizon + 12], fill=(255, 220, 120))
        draw.rectangle([0, horizon, SIDE, horizon + 13], fill=near)
    return np.asarray(image)


def sky(rng: Rng) -> Pixels:
    """A blue sky with two small clouds."""
    image = Image.fromarray(gradient((90, 170, 245), (200, 230, 255)))
    draw = ImageDraw.Draw(image)
    for _ in range(2):
        x, y = int(rng.integers(0, SIDE)), int(rng.integers(5, SIDE // 2))
        for puff in range(3):
            draw.ellipse([x + puff * 10 - 18, y - 6 - 3 * (puff % 2), x + puff * 10, y + 8], fill=(250, 252, 255))
    return np.asarray(image)


def stars(kind: str, rng: Rng) -> Pixels:
    """A dark sky with 28 stars: bluer at night, blacker in space."""
    back = gradient((14, 16, 60), (50, 40, 110)) if kind == "night" else gradient((8, 6, 24), (30, 10, 50))
    for _ in range(28):
        x, y = (int(value) for value in rng.integers(1, SIDE - 1, 2))
        back[y, x] = 255
        if rng.random() < 0.4:
            back[y, x - 1 : x + 2] = 230
            back[y - 1 : y + 2, x] = 230
    return back
