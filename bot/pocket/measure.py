"""How pictures are compared: the fixed features, and what each figure counts. No torch: pixels in, numbers out."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from bot.pocket.concepts import lexicon
from bot.pocket.data import Pixels
from bot.pocket.scenes import SIDE, landscape, paste, resize

Floats = npt.NDArray[np.float64]
REFERENCE_SIZE = 115
BORDER = 12


def on_white(picture: Pixels) -> Pixels:
    """An RGBA picture at the middle of a white 128x128 square, the size that training showed."""
    white = np.full((SIDE, SIDE, 3), 255, np.uint8)
    return paste(white, resize(picture, REFERENCE_SIZE), SIDE // 2, SIDE // 2)


def features(picture: Pixels) -> Floats:
    """A unit vector of colours and edge directions, after cutting to the object and scaling it to 64x64.

    Colours are a 16x16 grid of means; edges an 8x8 grid of eight unsigned directions weighed by strength, as in HOG
    (Dalal and Triggs 2005) without block overlap. Each half has unit length. Settings: `concepts.json`, `features`.
    """
    setting = lexicon().evaluation["features"]
    square = cut_out(picture, setting["crop_threshold"], setting["size"])
    cells = setting["colour_cells"]
    step = setting["size"] // cells
    colour = square.reshape(cells, step, cells, step, 3).mean((1, 3)).ravel() - 1.0
    edges = edge_directions(square.mean(2), setting["gradient_cells"], setting["orientations"])
    return np.concatenate([unit(colour), setting["gradient_weight"] * unit(edges)])


def unit(vector: Floats) -> Floats:
    """The vector at length one; a zero vector stays."""
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def cut_out(picture: Pixels, threshold: float, size: int) -> Floats:
    """The bounding square of what is not white, scaled to (size, size, 3) in [0, 1]."""
    inked = picture.min(2) < 255 * (1 - threshold)
    rows, columns = np.flatnonzero(inked.any(1)), np.flatnonzero(inked.any(0))
    image = Image.fromarray(picture)
    if len(rows):
        top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        side = int(max(bottom - top, right - left))
        x, y = int(left + right - side) // 2, int(top + bottom - side) // 2
        frame = Image.new("RGB", (side, side), "white")
        frame.paste(image, (-x, -y))
        image = frame
    return np.asarray(image.resize((size, size), Image.Resampling.BOX)).astype(np.float64) / 255


def edge_directions(grey: Floats, cells: int, directions: int) -> Floats:
    """A histogram of edge directions for each of cells x cells squares, square-rooted to calm strong edges."""
    down, across = np.gradient(grey)
    strength = np.hypot(down, across)
    which = np.floor(np.mod(np.arctan2(down, across), np.pi) / np.pi * directions).astype(int) % directions
    step = len(grey) // cells
    layers = [np.where(which == direction, strength, 0) for direction in range(directions)]
    sums = [layer.reshape(cells, step, cells, step).sum((1, 3)) for layer in layers]
    return np.asarray(np.sqrt(np.stack(sums)).ravel(), dtype=np.float64)


@dataclass(frozen=True)
class References:
    """Feature vectors of the right pictures, as drawn and mirrored: (2, concepts, length)."""

    vectors: Floats

    @classmethod
    def of(cls, pictures: list[Pixels]) -> "References":
        """From RGB pictures on white, in the core list's order."""
        flipped = [np.ascontiguousarray(picture[:, ::-1]) for picture in pictures]
        return cls(np.stack([[features(picture) for picture in way] for way in (pictures, flipped)]))

    def rank(self, picture: Pixels, right: int) -> int:
        """The place of concept `right` among all by nearness to `picture`; 1 is nearest."""
        distance = np.linalg.norm(self.vectors - features(picture), axis=2).min(0)
        return int((distance < distance[right]).sum()) + 1


def halves(picture: Pixels) -> tuple[Pixels, Pixels]:
    """The left and the right half, each at the middle of a white square."""
    parts = []
    for half in (picture[:, : SIDE // 2], picture[:, SIDE // 2 :]):
        square = np.full((SIDE, SIDE, 3), 255, np.uint8)
        square[:, SIDE // 4 : SIDE // 4 + SIDE // 2] = half
        parts.append(square)
    return parts[0], parts[1]


def mean_hue(picture: Pixels) -> float | None:
    """The mean hue, in turns, of the coloured part of an object on white; None if nothing is coloured."""
    least = lexicon().evaluation["colour"]["least_saturation"]
    hsv = np.asarray(Image.fromarray(picture).convert("HSV")).astype(np.float64) / 255
    weight = np.where(hsv[..., 1] >= least, hsv[..., 1] * hsv[..., 2], 0)
    if weight.sum() < 0.01 * weight.size:
        return None
    turns = np.exp(2j * np.pi * hsv[..., 0])
    return float(np.angle((weight * turns).sum()) / (2 * np.pi) % 1)


def hue_obeyed(picture: Pixels, hue: float) -> bool:
    """Whether the mean hue is within the fixed tolerance of `hue`."""
    found = mean_hue(picture)
    if found is None:
        return False
    apart = abs(found - hue) % 1
    return min(apart, 1 - apart) <= float(lexicon().evaluation["colour"]["tolerance"])


def border(picture: Pixels) -> Floats:
    """The median colour of the outer frame, 12 pixels wide."""
    inside = np.zeros((SIDE, SIDE), bool)
    inside[BORDER:-BORDER, BORDER:-BORDER] = True
    return np.asarray(np.median(picture[~inside], axis=0), dtype=np.float64)


def background_obeyed(picture: Pixels, word: str) -> bool:
    """Whether the frame's colour is nearest to this background word, and near."""
    words = lexicon()
    shades = {name: colour.rgb for name, colour in words.colours.items()} | words.shades
    found = border(picture)
    distance = {name: float(np.linalg.norm(found - np.array(rgb))) for name, rgb in shades.items()}
    tolerance = float(words.evaluation["background"]["tolerance"])
    return min(distance, key=lambda name: distance[name]) == word and distance[word] <= tolerance


def scene_of(picture: Pixels) -> str:
    """The scene (or `white`) whose upper and lower strips lie nearest to the picture's."""
    strips = {"white": np.full((2, 3), 255.0)}
    for kind in lexicon().scenes:
        drawn = [scene_strips(landscape(kind, np.random.default_rng(seed))) for seed in range(4)]
        strips[kind] = np.mean(drawn, axis=0)
    found = scene_strips(picture)
    return min(strips, key=lambda kind: float(np.linalg.norm(found - strips[kind])))


def scene_strips(picture: Pixels) -> Floats:
    """Median colours of the top and the bottom sixteen rows, (2, 3)."""
    return np.stack([np.median(rows.reshape(-1, 3), axis=0) for rows in (picture[:16], picture[-16:])])


def redness(picture: Pixels) -> float:
    """How much red stands out over the other channels, from -1 to 1."""
    part = picture.astype(np.float64) / 255
    return float((part[..., 0] - part[..., 1:].mean(2)).mean())
