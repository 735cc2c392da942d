"""Prompts for CLIP: attention weights, and more tokens than its encoder reads.

A prompt with neither goes to the stock pipeline as it is. Else it is cut between words into pieces that fit, each is
encoded by the pipeline's own ``encode_prompt``, and the embeddings follow one another, as AUTOMATIC1111 does it. A
weight multiplies the embeddings of its tokens; the norm of the whole piece stays what it was.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from typing import Any

import torch
from torch import Tensor

from bot.gpu.job import Generation
from bot.gpu.weights import Weighed, plain, weighed
from bot.gpu.worker import inversions, text

NO_NEGATIVE = "This model cannot avoid things: the negative prompt had no effect."
COMMA = 0.7
"""A piece ends at a comma, if there is one behind this share of it."""


def takes_pieces(pipeline: Any) -> bool:
    """True for pipelines whose text encoders are all CLIP's and are read in full by the denoiser."""
    return getattr(pipeline, "unet", None) is not None and getattr(pipeline, "tokenizer", None) is not None


def words(pipeline: Any, generation: Generation) -> dict[str, Any]:
    """``prompt`` and ``negative_prompt``, or their embeddings, one row each."""
    sides = (inversions.spelt(side, generation.embeddings) for side in (generation.prompt, generation.negative_prompt))
    positive, negative = map(weighed, sides)
    if not takes_pieces(pipeline):
        return {"prompt": positive.text, "negative_prompt": negative.text or None}
    pieces = [cut(pipeline.tokenizer, limit(pipeline), side) for side in (positive, negative)]
    if not positive.spans and not negative.spans and max(map(len, pieces)) <= 1:
        return {"prompt": positive.text, "negative_prompt": negative.text or None}
    return _embedded(pipeline, pieces[0], pieces[1] if negative.text else [], generation.is_guided)


def repeated(arguments: dict[str, Any], count: int) -> dict[str, Any]:
    """The same words for each of ``count`` pictures of one call."""
    return {
        name: value.repeat(count, *[1] * (value.dim() - 1)) if isinstance(value, Tensor) else value and [value] * count
        for name, value in arguments.items()
    }


def notes(pipeline: Any, readers: Sequence[tuple[Any, Any]], generation: Generation) -> list[str]:
    """Sentences on what of the words has no effect with this model."""
    deaf = [NO_NEGATIVE] if generation.distilled and generation.negative_prompt else []
    if takes_pieces(pipeline):
        return deaf
    found = deaf + text.notes(readers, plain(generation.prompt), plain(generation.negative_prompt))
    if weighed(generation.prompt).spans or weighed(generation.negative_prompt).spans:
        found.append("This model knows no attention weights: the words count as they are.")
    return found


def limit(pipeline: Any) -> int:
    """Tokens of a piece, the marks for its start and end included."""
    pairs = [
        (getattr(pipeline, f"tokenizer{suffix}", None), getattr(pipeline, f"text_encoder{suffix}", None))
        for suffix in ("", "_2")
    ]
    return min(text.limits(tokenizer, encoder) for tokenizer, encoder in pairs if tokenizer is not None)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that fit, and the weight of each of their tokens."""

    text: str
    weights: tuple[float, ...]


def cut(tokenizer: Any, longest: int, side: Weighed) -> list[Piece]:
    """The words in pieces of at most ``longest`` tokens with the two marks; a word longer than that is cut itself."""
    encoded = tokenizer(side.text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    spans = [(int(start), int(end)) for start, end in encoded["offset_mapping"]]
    several = inversions.vectors(tokenizer)
    counts = [several.get(int(one), 1) for one in encoded["input_ids"]]
    room, first, pieces = longest - 2, 0, []
    while first < len(spans):
        after = first + max(1, sum(total <= room for total in accumulate(counts[first:])))
        if after < len(spans):
            after = _break(side.text, spans, first, after)
        low, high = spans[first][0], spans[after - 1][1]
        weights = (repeat(side.at(*spans[n]), counts[n]) for n in range(first, after))
        found = tuple(chain.from_iterable(weights))
        pieces.append(Piece(side.text[low:high], found))
        first = after
    return pieces


def _break(words: str, spans: Sequence[tuple[int, int]], first: int, after: int) -> int:
    """Where a piece ends that cannot be longer: behind a late comma, else between words, else anywhere."""
    behind = range(after, first, -1)
    late = [n for n in behind if n - first > COMMA * (after - first) and words[slice(*spans[n - 1])].endswith(",")]
    between = [n for n in behind if spans[n - 1][1] < spans[n][0]]
    return next(iter([*late, *between]), after)


@torch.no_grad()
def _embedded(pipeline: Any, positive: list[Piece], negative: list[Piece], guided: bool) -> dict[str, Any]:
    """Piece by piece; the shorter side goes on with empty ones, because both have to be of equal length."""
    empty = Piece("", ())
    count = max(len(positive), len(negative), 1)
    columns: dict[str, list[Tensor]] = {}
    pooled: dict[str, Tensor] = {}
    for at in range(count):
        one = positive[at] if at < len(positive) else empty
        other = (negative[at] if at < len(negative) else empty) if negative else None
        encoded = _encoded(pipeline, one.text, None if other is None else other.text, guided)
        columns.setdefault("prompt_embeds", []).append(_weighted(encoded[0], one))
        if guided and encoded[1] is not None:
            columns.setdefault("negative_prompt_embeds", []).append(_weighted(encoded[1], other or empty))
        if len(encoded) > 2 and not pooled:  # SDXL reads the sense of the whole from the first piece
            pooled = {"pooled_prompt_embeds": encoded[2], "negative_pooled_prompt_embeds": encoded[3]}
    joined = {name: torch.cat(parts, dim=1) for name, parts in columns.items()}
    return joined | {name: value for name, value in pooled.items() if value is not None}


def _encoded(pipeline: Any, prompt: str, negative: str | None, guided: bool) -> tuple[Any, ...]:
    """What the stock pipeline makes of it: embeddings, negative ones, and for SDXL the pooled of both."""
    known = inspect.signature(pipeline.encode_prompt).parameters
    arguments = {
        "prompt": prompt,
        "negative_prompt": negative,
        "device": pipeline._execution_device,
        "num_images_per_prompt": 1,
        "do_classifier_free_guidance": guided,
    }
    found: tuple[Any, ...] = pipeline.encode_prompt(**{k: v for k, v in arguments.items() if k in known})
    return found


def _weighted(embeddings: Tensor, piece: Piece) -> Tensor:
    """(1, tokens, width); the first token is the start mark."""
    if all(weight == 1.0 for weight in piece.weights):
        return embeddings
    factors = torch.ones(embeddings.shape[1], dtype=embeddings.dtype)
    factors[1 : 1 + len(piece.weights)] = torch.tensor(piece.weights, dtype=embeddings.dtype)
    changed = embeddings * factors.to(embeddings.device)[None, :, None]
    factor: Tensor = embeddings.float().norm() / changed.float().norm()
    return changed * factor.to(changed.dtype)
