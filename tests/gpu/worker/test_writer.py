"""The writer process with a tiny language model of the true architecture, over its real channel."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.summaries.abstract import abstract
from bot.summaries.model import Piece
from bot.summaries.writers import LocalWriter, WriterError

WORDS = ("<unk>", "</s>", "ink", "soot", "oil", "paper", "is", "made", "of", "lasts", ".")

SEED = 2
"""One with which the model says something."""


def tiny_llama(folder: Path) -> None:
    """Random weights and a tokenizer of words, as a transformers folder with safetensors."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = Whitespace()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<unk>", eos_token="</s>").save_pretrained(folder)
    torch.manual_seed(SEED)
    config = LlamaConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        max_position_embeddings=512,
        eos_token_id=None,
    )
    LlamaForCausalLM(config).save_pretrained(folder, safe_serialization=True)


async def test_a_local_model_writes_in_a_process_of_its_own(tmp_path: Path) -> None:
    tiny_llama(tmp_path / "tiny")
    writer = LocalWriter(tmp_path / "tiny")
    told = []

    async def tell(done: int, parts: int) -> None:
        told.append((done, parts))

    try:
        assert writer.problem == "" and writer.label == "tiny, on this machine"
        said = await writer.write("Say it shortly.", "ink is made of soot", 12)
        assert said == await writer.write("Say it shortly.", "ink is made of soot", 12), "greedy: the same each time"
        assert said.strip() and set(said.split()) <= {
            "<unk>",
            "ink",
            "soot",
            "oil",
            "paper",
            "is",
            "made",
            "of",
            "lasts",
            ".",
        }
        lines = await abstract([Piece(7, "Ink", "ink is made of soot")], writer, tell)
        assert lines and all(line.note_id == 7 for line in lines) and told == [(0, 1)]
        with pytest.raises(WriterError, match="tokens; the model reads"):
            await writer.write("Say it.", "soot " * 600, 12)
        assert await writer.write("Say it.", "oil", 3), "one refusal is not its end"
        with pytest.raises(WriterError, match="no folder"):
            await LocalWriter(tmp_path / "gone").write("Say it.", "oil", 3)
    finally:
        await writer.close()
