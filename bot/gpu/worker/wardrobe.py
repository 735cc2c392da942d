"""What requests put onto a model they share: LoRAs and textual inversions, and how it is taken off again.

Parts of a pipeline are shared state. The denoiser changes between two forwards, on the forward thread, and only where
the next forward wants another outfit; text encoders change while a request is prepared, which is one at a time. A model
without anything on is exactly what was loaded: nothing is left behind in it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import torch

from bot.errors import JobFailed
from bot.gpu.job import Generation
from bot.gpu.worker import inversions, loras
from bot.gpu.worker.inversions import READERS, Vectors
from bot.gpu.worker.loras import Delta, Network

MOST_KEPT, MOST_BYTES = 8, 1 << 30
"""LoRAs that stay on the device for each model, and what they may take together; the one unused for longest leaves
first."""
DENOISER = "unet"
PARTLY = "The LoRA “{}” is made for a model with more layers: {} of its layers had no effect."

T = TypeVar("T")
Layers = Mapping[str, Sequence[tuple[Delta, float]]]


class Outfit:
    """What one request wears. ``key`` is equal for outfits that change the denoiser alike: their forwards may merge."""

    def __init__(
        self,
        wardrobe: Wardrobe,
        key: Hashable = (),
        layers: Mapping[str, Layers] | None = None,
        vectors: Mapping[str, torch.Tensor] | None = None,
        tokenizers: Mapping[str, Any] | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        self.key, self.layers, self.vectors = key, layers or {}, vectors or {}
        self.tokenizers, self.notes = tokenizers or {}, tuple(notes)
        self._wardrobe = wardrobe

    def for_words(self) -> None:
        """Onto the text encoders. Called by the request's thread while nobody else prepares."""
        for part in READERS:
            self._wardrobe.dress(part, self)

    def for_forward(self) -> None:
        """Onto the denoiser. Called by the forward thread, before each forward of the request."""
        self._wardrobe.dress(DENOISER, self)


class Wardrobe:
    """Of one loaded pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._networks: OrderedDict[Hashable, Network] = OrderedDict()
        self._vectors: OrderedDict[Hashable, Vectors] = OrderedDict()
        self._tokenizers: OrderedDict[Hashable, Mapping[str, Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._worn: dict[str, Outfit] = {}
        self._undoing: dict[str, list[Callable[[], None]]] = {}  # what undoes it

    def outfit(self, generation: Generation, folder: Path | None) -> Outfit:
        """What the generation uses, read from files in ``folder`` where it is not here yet. Raises JobFailed.

        Where it has embeddings tokenizers are copied: nobody may use them meanwhile (``Executor.preparation``).
        """
        if not generation.loras and not generation.embeddings:
            return Outfit(self)
        if folder is None or getattr(self._pipeline, DENOISER, None) is None:
            raise JobFailed("lora", "LoRAs and textual inversions cannot be used with this model.")
        with self._lock:
            key, layers, notes = self._layers(generation, folder)
            vectors, tokenizers = self._words(generation, folder)
        return Outfit(self, key, layers, vectors, tokenizers, notes)

    def forget(self) -> bool:
        """Let go of what is kept for later, for memory ran out. True when something was. From the forward thread."""
        with self._lock:
            kept = bool(self._networks)
            self._networks.clear()
        return kept

    def dress(self, part: str, outfit: Outfit) -> None:
        """Change a part from what it wears to this. Whoever calls it has the part for themselves."""
        worn = self._worn.get(part)
        if worn is outfit or (worn is not None and part == DENOISER and worn.key == outfit.key):
            return
        layers, vectors = outfit.layers.get(part, {}), outfit.vectors.get(part)
        if worn is None and not layers and vectors is None:
            return
        for undo in self._undoing.pop(part, []):
            undo()
        if not layers and vectors is None:
            self._worn.pop(part, None)
            return
        module = getattr(self._pipeline, part)
        self._worn[part] = outfit
        undoing = self._undoing[part] = []
        for path, deltas in layers.items():
            undoing.append(module.get_submodule(path).register_forward_hook(loras.adding(deltas)).remove)
        if vectors is not None:
            table = module.get_input_embeddings()
            start = len(getattr(self._pipeline, READERS[part]))
            table.forward = inversions.within(table, start, vectors)
            undoing.append(lambda: delattr(table, "forward"))

    def _layers(self, generation: Generation, folder: Path) -> tuple[Hashable, dict[str, Layers], list[str]]:
        keys: list[Hashable] = []
        layers: dict[str, dict[str, list[tuple[Delta, float]]]] = {}
        notes = []
        for lora in generation.loras:
            if not lora.strength:
                continue
            path, stamp = _found(folder, lora.file, lora.name)
            network = _kept(self._networks, stamp, partial(loras.opened, path, lora.name, self._pipeline))
            self._within_bytes()
            if DENOISER in network.deltas:
                keys.append((stamp, lora.strength))
            for part, deltas in network.deltas.items():
                for where, delta in deltas.items():
                    layers.setdefault(part, {}).setdefault(where, []).append((delta, delta.scale(lora.strength)))
            if network.missed:
                notes.append(PARTLY.format(lora.name, network.missed))
        return tuple(keys), dict(layers), notes

    def _within_bytes(self) -> None:
        while len(self._networks) > 1 and sum(network.bytes for network in self._networks.values()) > MOST_BYTES:
            self._networks.popitem(last=False)

    def _words(self, generation: Generation, folder: Path) -> tuple[dict[str, torch.Tensor], Mapping[str, Any]]:
        if not generation.embeddings:
            return {}, {}
        opened = []
        for used in generation.embeddings:
            path, stamp = _found(folder, used.file, used.word)
            opened.append(_kept(self._vectors, stamp, partial(inversions.opened, path, used.word, self._pipeline)))
        joined = {part: torch.cat([vectors[part] for vectors in opened]) for part in opened[0]}
        counts = tuple(len(next(iter(vectors.values()))) for vectors in opened)
        return joined, _kept(self._tokenizers, counts, partial(self._readers, counts))

    def _readers(self, counts: tuple[int, ...]) -> dict[str, Any]:
        names = [name for name in READERS.values() if getattr(self._pipeline, name, None) is not None]
        return {name: inversions.reading(getattr(self._pipeline, name), counts) for name in names}


def _found(folder: Path, file: str, name: str) -> tuple[Path, Hashable]:
    """The file in the folder, and what is another when it changes. Raises JobFailed."""
    path = folder / file
    try:
        if ".." in Path(file).parts or not path.is_relative_to(folder) or path.suffix.lower() != ".safetensors":
            raise FileNotFoundError
        stat = path.stat()
    except OSError:
        raise JobFailed("lora", f"The file of “{name}” is no longer here.") from None
    return path, (str(path), stat.st_mtime_ns, stat.st_size)


def _kept(shelf: OrderedDict[Hashable, T], key: Hashable, make: Callable[[], T]) -> T:
    """From the shelf, made where it is not there; the one unused for longest leaves it."""
    if key not in shelf:
        shelf[key] = make()
    shelf.move_to_end(key)
    while len(shelf) > MOST_KEPT:
        shelf.popitem(last=False)
    return shelf[key]
