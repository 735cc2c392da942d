"""Textual inversions (Gal et al. 2022, arXiv 2208.01618): vectors that a prompt calls by a word.

A request that uses one gets a tokenizer of its own, with a token for each vector; the shared one, and the table of
embeddings, stay what they are. The text encoder looks up ids beyond its table among the vectors of the request that is
being prepared.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from torch import Tensor
from torch.nn import functional

from bot.errors import JobFailed
from bot.gpu.extras import Embedding

READERS = {"text_encoder": "tokenizer", "text_encoder_2": "tokenizer_2"}
_XL = {"text_encoder": "clip_l", "text_encoder_2": "clip_g"}
_TOKEN = re.compile(r"<<\d+>>")
Vectors = Mapping[str, Tensor]
"""Text encoder -> (vectors, width)."""


def opened(path: Path, name: str, pipeline: Any) -> Vectors:
    """The vectors for each text encoder. Raises JobFailed for a file that is gone, broken or made for another model."""
    from safetensors.torch import load_file

    try:
        tensors = load_file(path)
    except Exception as error:  # strangers' files
        raise JobFailed("embedding", f"“{name}” cannot be read ({type(error).__name__}).") from None
    encoders = [part for part in READERS if getattr(pipeline, part, None) is not None]
    parted = set(tensors) == set(_XL.values())
    found = {}
    for part in encoders:
        tensor = tensors.get(_XL[part]) if parted else next(iter(tensors.values()))
        table = getattr(pipeline, part).get_input_embeddings().weight
        if tensor is None or parted != (len(encoders) > 1) or tensor.shape[-1] != table.shape[1] or tensor.dim() > 2:
            raise JobFailed("embedding", f"“{name}” is made for another model: its vectors have another width.")
        found[part] = tensor.reshape(-1, table.shape[1]).to(table.device, table.dtype)
    if len({len(vectors) for vectors in found.values()}) != 1:
        raise JobFailed("embedding", f"“{name}” is broken: it has fewer vectors for one encoder than for the other.")
    return found


def token(number: int) -> str:
    """What stands in a prompt for an embedding. Nobody writes such a thing, and no other word contains it."""
    return f"<<{number}>>"


def spelt(prompt: str, used: Sequence[Embedding]) -> str:
    """The prompt with tokens for the words that call embeddings, which are whole words in whatever case."""
    if not used:
        return prompt
    tokens = {embedding.word.casefold(): token(number) for number, embedding in enumerate(used)}
    words = "|".join(re.escape(embedding.word) for embedding in used)
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda found: tokens[found[0].casefold()], prompt, flags=re.IGNORECASE)


def reading(tokenizer: Any, counts: Sequence[int]) -> Any:
    """A copy of the tokenizer with tokens for embeddings of so many vectors, named as stock pipelines expect it."""
    own = copy.deepcopy(tokenizer)
    for number, count in enumerate(counts):
        own.add_tokens([token(number), *(f"{token(number)}_{n}" for n in range(1, count))])
    return own


def vectors(tokenizer: Any) -> dict[int, int]:
    """Token -> how many vectors it stands for, in a tokenizer that ``reading`` made."""
    known: Mapping[str, int] = tokenizer.added_tokens_encoder
    first = {word: number for word, number in known.items() if _TOKEN.fullmatch(word)}
    return {number: 1 + sum(word.startswith(f"{one}_") for word in known) for one, number in first.items()}


def within(table: Any, start: int, vectors: Tensor) -> Callable[[Tensor], Tensor]:
    """The forward of a table of embeddings that has these vectors from the id ``start`` on."""

    def forward(ids: Tensor) -> Tensor:
        found = functional.embedding(ids.clamp(max=start - 1), table.weight)
        beyond = ids >= start
        found[beyond] = vectors.to(found.device, found.dtype)[ids[beyond] - start]
        return found

    return forward
