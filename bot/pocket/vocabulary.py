"""Which words of a prompt the starter model knows, and the prompt to give it. Pure: no torch, no clock, no network.

The starter model was taught short captions: one or two things, a colour, something worn, a background or a scene.
`understand` reads what a person typed and says it in those words. Names, synonyms and plurals are taken as they are;
an unknown thing gets the nearest known one (`words.json`), and every word that had no effect is reported.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.pocket.concepts import lexicon
from bot.pocket.wording import (
    COLOUR_WORDS,
    CONNECTORS,
    COUNTS,
    FILLERS,
    NEVER_THINGS,
    PREPOSITIONS,
    SCENE_ADJECTIVES,
    SCENE_WORDS,
    SCENES_BY_THEMSELVES,
)

WORDS_FILE = Path(__file__).resolve().parent / "words.json"
MOST_THINGS = 2
LONGEST_NAME = 5
GUESS_BYTES = 20
"""So much of a prompt without a known word is handed on: at most a token a byte, and its captions have 24 tokens."""


@dataclass(frozen=True)
class Understanding:
    """How the starter model takes a prompt.

    `unknown` are the words that had no effect, `replaced` pairs of a word and the known thing drawn in its place, and
    `left_out` known things beyond the two that it can draw together. `guessed`: it knows nothing in the prompt.
    """

    prompt_for_model: str
    unknown: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    guessed: bool = False


@dataclass
class Thing:
    """Something to draw: the words the model was taught for it, and what goes with them."""

    phrase: str
    name: str
    colour: str = ""
    several: bool = False
    worn: str = ""

    def words(self) -> str:
        """As a caption says it, article included."""
        if self.several:
            return " ".join(filter(None, ("two", self.colour, plural(self.name))))
        phrase = f"{self.colour} {uncoloured(self.phrase)}" if self.colour else self.phrase
        return with_article(phrase) + (f" with {self.worn}" if self.worn else "")


@dataclass
class Reading:
    """What has been read of a prompt so far; a chunk is the words between two connectors."""

    things: list[Thing] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    replaced: list[tuple[str, str]] = field(default_factory=list)
    colour: str = ""
    last_colour: str = ""
    several: bool = False
    extras: list[str] = field(default_factory=list)
    found: bool = False

    def add(self, phrase: str, name: str) -> None:
        """A known thing, in the colour and number said before it."""
        self.things.append(Thing(phrase, name, self.colour, self.several))
        self.colour, self.several, self.found = "", False, True

    def end_chunk(self) -> None:
        """Give a chunk without a known thing its nearest one; what is left over had no effect."""
        if not self.found:
            for place in reversed(range(len(self.extras))):
                if name := nearest(self.extras[place]):
                    self.replaced.append((self.extras.pop(place), name))
                    self.add(name, name)
                    break
        self.unknown += self.extras
        self.last_colour = self.colour or self.last_colour
        self.colour, self.several, self.extras, self.found = "", False, [], False


def understand(prompt: str) -> Understanding:
    """Say `prompt` in words that the starter model was taught."""
    tokens = re.findall(r"[a-z0-9]+(?:['\-][a-z0-9]+)*|[,.;:&]", prompt.lower().replace("\u2019", "'"))
    tokens, background = take_background(tokens)
    tokens, scene = take_scene(tokens)
    reading = Reading()
    at = 0
    while at < len(tokens):
        at += read_one(tokens, at, reading)
    reading.end_chunk()
    drawn, beyond = reading.things[:MOST_THINGS], reading.things[MOST_THINGS:]
    words = " and ".join(thing.words() for thing in drawn) or reading.last_colour
    guessed = not words and not background and not scene
    if guessed:
        words = " ".join(prompt.split()).encode()[:GUESS_BYTES].decode(errors="ignore")
    around = background or scene
    return Understanding(
        prompt_for_model=f"{words} {around}".strip(),
        unknown=tuple(dict.fromkeys(reading.unknown)),
        replaced=tuple(reading.replaced),
        left_out=tuple(thing.name for thing in beyond),
        guessed=guessed,
    )


def read_one(tokens: list[str], at: int, reading: Reading) -> int:
    """Read what starts at `at` and say how many tokens it took."""
    for length, phrase in phrases(tokens, at):
        if (name := known_names().get(phrase)) and not (length == 1 and phrase in colours()):
            if worn_by_last(tokens, at, phrase, reading):
                return length
            reading.add(phrase, name)
            return length
        if singular := known_plurals().get(phrase):
            reading.several = True
            reading.add(singular, singular)
            return length
    token = tokens[at]
    if token in CONNECTORS:
        reading.end_chunk()
    elif token in COUNTS:
        reading.several = True
    elif colour := colours().get(token):
        reading.colour = colour
    elif token not in FILLERS:
        reading.extras.append(token)
    return 1


def phrases(tokens: list[str], at: int) -> Iterator[tuple[int, str]]:
    """The phrases that start at `at`, longest first."""
    for length in range(min(LONGEST_NAME, len(tokens) - at), 0, -1):
        yield length, " ".join(tokens[at : at + length])


def worn_by_last(tokens: list[str], at: int, phrase: str, reading: Reading) -> bool:
    """Put sunglasses or a hat on the face just read, if that is what was said."""
    before = [token for token in tokens[:at] if token not in ("a", "an", "the")]
    if not before or before[-1] not in ("with", "wearing") or not reading.things:
        return False
    last = reading.things[-1]
    for worn in lexicon().wearables:
        if worn.removeprefix("a ") == phrase and last.name in lexicon().faces:
            last.worn = worn
            return True
    return False


def take_background(tokens: list[str]) -> tuple[list[str], str]:
    """Cut `on a COLOUR background` out of the tokens."""
    shades = set(lexicon().colours) | set(lexicon().shades)
    for at, token in enumerate(tokens):
        if token not in ("background", "backdrop"):
            continue
        said = COLOUR_WORDS.get(tokens[at - 1], tokens[at - 1]) if at else ""
        start = at - 1
        if at > 1 and f"{tokens[at - 2]} {said}" in shades:
            said, start = f"{tokens[at - 2]} {said}", at - 2
        if said not in shades:
            continue
        while start and tokens[start - 1] in ("a", "an", "the", "plain", "on", "with", "against", "in", "solid"):
            start -= 1
        return tokens[:start] + tokens[at + 1 :], f"on {with_article(said)} background"
    return tokens, ""


def take_scene(tokens: list[str]) -> tuple[list[str], str]:
    """Cut the first `PREPOSITION ... SCENE` out of the tokens, and put it as the captions do."""
    for at, token in enumerate(tokens):
        kind = SCENES_BY_THEMSELVES.get(token)
        if kind and " ".join(tokens[at : at + 2]) not in known_names():  # a snowy mountain is one thing
            return tokens[:at] + tokens[at + 1 :], lexicon().scenes[kind][0]
        if token not in PREPOSITIONS:
            continue
        end = at + 1
        while end < len(tokens) and tokens[end] in SCENE_ADJECTIVES:
            end += 1
        if end < len(tokens) and tokens[end] in SCENE_WORDS:
            kind = SCENE_WORDS[tokens[end]]
            while end + 1 < len(tokens) and tokens[end + 1] in SCENE_WORDS:
                end += 1  # "a snowy forest"
            if kind == "sky" and "night" in tokens[at:end]:
                kind = "night"
            return [*tokens[:at], ",", *tokens[end + 1 :]], lexicon().scenes[kind][0]
        if tokens[end - 1] in SCENE_WORDS:
            return [*tokens[:at], ",", *tokens[end:]], lexicon().scenes[SCENE_WORDS[tokens[end - 1]]][0]
    return tokens, ""


def nearest(word: str) -> str:
    """The known thing that stands in for this word; empty if nothing is near enough."""
    if word in NEVER_THINGS:
        return ""
    for form in (word, *singulars(word)):
        for table in (known_names(), stand_ins()):
            if name := table.get(form):
                return name
    return ""


def singulars(word: str) -> Iterator[str]:
    """What a plural might be the plural of."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def with_article(phrase: str) -> str:
    """`apple` becomes `an apple`; a plural or counted phrase stays as it is."""
    if phrase.endswith("s") and not phrase.endswith(("ss", "us")):
        return phrase
    return f"{'an' if phrase[0] in 'aeiou' else 'a'} {phrase}"


def plural(phrase: str) -> str:
    """A plain English plural."""
    if phrase.endswith("s") and not phrase.endswith(("ss", "us")):
        return phrase
    if phrase.endswith(("ch", "sh", "x", "s", "z")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + "s"


def uncoloured(phrase: str) -> str:
    """The phrase without a colour at its front: `green apple` becomes `apple`, so that `a blue apple` can be said."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and (first in lexicon().colours or first in lexicon().shades) else phrase


@cache
def known_names() -> dict[str, str]:
    """Name or synonym to concept name."""
    return {word: concept.name for concept in lexicon().concepts for word in (concept.name, *concept.synonyms)}


@cache
def known_plurals() -> dict[str, str]:
    """Plural of a name or synonym to the concept's name, where the plural is not a name itself."""
    irregular = {"mice": "mouse", "wolves": "wolf", "puppies": "dog", "men": "detective", "people": "detective"}
    regular = {plural(word): name for word, name in known_names().items()}
    return {word: name for word, name in (regular | irregular).items() if word not in known_names()}


@cache
def colours() -> dict[str, str]:
    """Colour word to the word the model was taught for objects."""
    taught = lexicon().colours
    return {word: word for word in taught} | {word: known for word, known in COLOUR_WORDS.items() if known in taught}


@cache
def stand_ins() -> dict[str, str]:
    """Any other word to its nearest concept: keywords first, then nearest by embedding."""
    tables = json.loads(WORDS_FILE.read_text(encoding="utf-8"))
    flat: dict[str, str] = {}
    for table in ("nearest", "keywords", "curated"):
        flat.update({word: name for name, words in tables.get(table, {}).items() for word in words})
    return flat
