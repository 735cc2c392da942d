"""What the starter model is taught: the fixed list in `concepts.json`, typed. No torch here.

The file was committed before training ended: concepts, words, held-out pairs, and everything `evaluate` measures with.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CONCEPTS_FILE = Path(__file__).resolve().parent / "concepts.json"


@dataclass(frozen=True)
class Concept:
    """One thing the model can draw: its everyday name, the picture's label, and other words for it."""

    name: str
    label: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Colour:
    """A colour word: the hue in turns (0 is red) that objects get, and the colour of a plain background."""

    hue: float
    rgb: tuple[int, int, int]


@dataclass(frozen=True)
class Wearable:
    """Something a face can wear: how far above the middle it sits and how wide it is, in parts of the face."""

    label: str
    rise: float
    width: float


@dataclass(frozen=True)
class Lexicon:
    """Everything a caption can say."""

    concepts: tuple[Concept, ...]
    colours: dict[str, Colour]
    shades: dict[str, tuple[int, int, int]]
    scenes: dict[str, tuple[str, ...]]
    faces: tuple[str, ...]
    wearables: dict[str, Wearable]
    held_out_pairs: frozenset[frozenset[str]]
    evaluation: dict[str, Any]

    @property
    def names(self) -> tuple[str, ...]:
        """The core list's names, in its fixed order."""
        return tuple(concept.name for concept in self.concepts)


@cache
def lexicon() -> Lexicon:
    """The committed list."""
    raw = json.loads(CONCEPTS_FILE.read_text(encoding="utf-8"))
    evaluation = raw["evaluation"]
    return Lexicon(
        concepts=tuple(Concept(row["name"], row["label"], tuple(row["synonyms"])) for row in raw["concepts"]),
        colours={word: Colour(row["hue"], (*row["rgb"],)) for word, row in raw["colours"].items()},
        shades={word: (*rgb,) for word, rgb in raw["shades"].items()},
        scenes={kind: tuple(phrases) for kind, phrases in raw["scenes"].items()},
        faces=tuple(raw["faces"]),
        wearables={phrase: Wearable(**row) for phrase, row in raw["wearables"].items()},
        held_out_pairs=frozenset(frozenset(pair) for pair in evaluation["pairs"]["held_out"]),
        evaluation=evaluation,
    )
