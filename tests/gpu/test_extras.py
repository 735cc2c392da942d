"""LoRAs and textual inversions by their headers: what they are made for, and why some are refused."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gpu.extras import Extra, Kind, lora_width, read_extras
from bot.gpu.header import Unreadable
from tests.gpu.test_catalog import tensors

UNET = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_"


def down(*keys: str, width: int = 320) -> dict[str, list[int]]:
    return {key: [4, width] for key in keys}


@pytest.mark.parametrize(
    ("shapes", "said", "width"),
    [
        (down(f"{UNET}attn2_to_k.lora_down.weight", width=768), {}, 768),
        (down(f"{UNET}attn2_to_v.lora_down.weight", width=1024), {}, 1024),
        (down("unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight", width=2048), {}, 2048),
        (down("unet.down_blocks.1.attn2.processor.to_k_lora.down.weight", width=768), {}, 768),
        (down("unet.down_blocks.1.attn2.to_k.lora.down.weight", width=768), {}, 768),
        (down("lora_te2_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight", width=1280), {}, 2048),
        (down("lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight", width=768), {}, 768),
        (down(f"{UNET}attn1_to_k.lora_down.weight"), {"ss_base_model_version": "sdxl_base_v1-0"}, 2048),
        (
            down(f"{UNET}attn1_to_k.lora_down.weight"),
            {"modelspec.architecture": "stable-diffusion-xl-v1-base/lora"},
            2048,
        ),
        ({f"{UNET}attn2_to_k.lora_down.weight": [4, 768, 1, 1]}, {}, 768),
    ],
)
def test_what_a_lora_is_made_for(shapes: dict[str, list[int]], said: dict[str, str], width: int) -> None:
    assert lora_width(shapes, said) == width


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("lora_unet_x.hada_w1_a", "LoHa, LoKr"),
        ("lora_unet_x.lokr_w1", "LoHa, LoKr"),
        ("lora_unet_x.lora_mid.weight", "Tucker"),
        ("lora_unet_x.dora_scale", "DoRA"),
        ("model.diffusion_model.input_blocks.0.0.weight", "no LoRA in it"),
        ("transformer.single_transformer_blocks.0.attn.to_k.lora_A.weight", "another kind of model"),
        ("lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight", "another kind of model"),
        (f"{UNET}attn1_to_k.lora_down.weight", "does not say"),
    ],
)
def test_what_is_refused_says_why(key: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        lora_width(down(key), {})


def test_the_folders_are_looked_into_anew_and_one_bad_file_spoils_nothing(tmp_path: Path) -> None:
    loras, embeddings = tmp_path / "loras", tmp_path / "embeddings"
    (loras / "people").mkdir(parents=True)
    embeddings.mkdir()
    tensors(loras / "detail.safetensors", down(f"{UNET}attn2_to_k.lora_down.weight", width=768))
    tensors(loras / "people" / "ann.safetensors", down(f"{UNET}attn2_to_k.lora_down.weight", width=2048))
    tensors(loras / "cut.safetensors", down(f"{UNET}attn2_to_k.lora_down.weight"), cut=2)
    (loras / "old.pt").write_bytes(b"cos\nsystem\n")
    (loras / "notes.txt").write_text("no LoRA")
    huge = struct.pack("<Q", 1 << 62)
    (loras / "hostile.safetensors").write_bytes(huge)
    tensors(embeddings / "easy.safetensors", {"emb_params": [8, 768]})
    tensors(embeddings / "toy.safetensors", {"<cat-toy>": [768]})
    tensors(embeddings / "xl.safetensors", {"clip_l": [2, 768], "clip_g": [2, 1280]})
    tensors(embeddings / "model.safetensors", {"a": [1, 2], "b": [1, 2, 3]})
    known: dict[tuple[str, int, int], Extra] = {}
    found = {extra.name: extra for extra in read_extras(tmp_path, known)}
    assert found["detail"] == Extra(Kind.LORA, "detail", "loras/detail.safetensors", 768)
    assert (found["ann"].width, found["ann"].file) == (2048, "loras/people/ann.safetensors")
    assert (found["easy"].words, found["toy"].words) == (("easy",), ("toy", "<cat-toy>"))
    assert (found["xl"].width, found["xl"].made_for) == (2048, "Stable Diffusion XL")
    problems = {"cut": "cut off", "old": "Pickled files are not opened", "hostile": "cut off", "model": "no textual"}
    assert {name for name, extra in found.items() if extra.problem} == set(problems)
    for name, says in problems.items():
        assert says in (found[name].problem or "")
    assert read_extras(tmp_path, known) == list(found.values()), "read from memory"
    (loras / "detail.safetensors").unlink()
    assert "detail" not in {extra.name for extra in read_extras(tmp_path, known)}
    assert read_extras(tmp_path / "nowhere", known) == [] and not known


SHAPES = st.dictionaries(st.text(max_size=30), st.lists(st.integers(0, 9), max_size=4), max_size=4)


@given(SHAPES)
def test_whatever_a_header_says_it_is_read_or_refused(shapes: dict[str, list[int]]) -> None:
    for key in list(shapes):
        shapes[f"{key}.lora_down.weight"] = shapes[key]
    try:
        assert lora_width(shapes, {}) >= 0
    except Unreadable as error:
        assert str(error)
