"""How much of a prompt the model reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

TAIL_WORDS = 3


def limits(tokenizer: Any, encoder: Any) -> int:
    """Tokens the encoder reads, its two marks for start and end included."""
    positions = getattr(encoder.config, "max_position_embeddings", None) if encoder is not None else None
    length = int(tokenizer.model_max_length)  # an absent one is 10**30
    return min(length, int(positions)) if positions else length


def kept(tokenizer: Any, limit: int, prompt: str) -> int:
    """How many characters of ``prompt`` the model reads; all of them where it fits."""
    encoded = tokenizer(prompt, add_special_tokens=True, truncation=False, return_offsets_mapping=True, verbose=False)
    if len(encoded["input_ids"]) <= limit:
        return len(prompt)
    content = [(start, end) for start, end in encoded["offset_mapping"] if end > start]
    marks = len(encoded["input_ids"]) - len(content)
    return int(content[max(0, limit - marks) - 1][1]) if limit > marks else 0


def notes(pairs: Iterable[tuple[Any, Any]], prompt: str, negative: str) -> list[str]:
    """Sentences for the person, where a (tokenizer, encoder) of ``pairs`` does not read all of what they wrote.

    The encoder that reads most decides: what one of several leaves out, another may still see.
    """
    found = []
    encoders = [(tokenizer, limits(tokenizer, encoder)) for tokenizer, encoder in pairs if tokenizer is not None]
    for text, who in ((prompt, ""), (negative, " in the negative prompt")):
        if not text or not encoders:
            continue
        end, limit = max((kept(tokenizer, limit, text), limit) for tokenizer, limit in encoders)
        if text[end:].strip():
            found.append(f"The model reads {limit} tokens: everything after “{_tail(text[:end])}”{who} was left out.")
    return found


def _tail(text: str) -> str:
    words = text.split()
    return ("… " if len(words) > TAIL_WORDS else "") + " ".join(words[-TAIL_WORDS:])
