"""Settings out of picture files: what the usual programs write, and what strangers write instead."""

from __future__ import annotations

import io
import json
from typing import Any

import piexif
import piexif.helper
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.errors import BadRequest
from bot.gpu.extras import Lora
from bot.gpu.job import Generation
from bot.imagine.identify import Identified, Identifier, Known
from bot.imagine.model import MAX_PROMPT
from bot.imagine.parameters import parameters_text

A1111 = (
    "a (red:1.2) fox\nNegative prompt: blurry\n"
    "Steps: 28, Sampler: Euler a, CFG scale: 6.5, Seed: 1234, Size: 512x768, Model: dreamy, Version: v1.10.1"
)
COMFY: dict[str, Any] = {
    "3": {
        "class_type": "KSampler",
        "inputs": {
            "seed": 77, "steps": 20, "cfg": 8, "sampler_name": "euler", "scheduler": "normal", "denoise": 1,
            "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0],
        },
    },
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "v1-5.safetensors"}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a glass bottle", "clip": ["4", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "text, watermark", "clip": ["4", 1]}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["3", 0]}},
}  # fmt: skip
LINKS = [
    [1, 4, 0, 3, 0, "MODEL"], [2, 6, 0, 3, 1, "CONDITIONING"], [3, 7, 0, 3, 2, "CONDITIONING"],
    [4, 5, 0, 3, 3, "LATENT"],
    [5, 4, 1, 6, 0, "CLIP"], [6, 4, 1, 7, 0, "CLIP"], [7, 3, 0, 9, 0, "IMAGE"],
]  # fmt: skip
INVOKE = {
    "generation_mode": "txt2img", "positive_prompt": "a lighthouse", "negative_prompt": "fog", "width": 512,
    "height": 512, "seed": 99, "cfg_scale": 7.0, "steps": 30, "scheduler": "euler",
    "model": {"model_name": "stable-diffusion-v1-5", "base_model": "sd-1", "model_type": "main"},
    "app_version": "3.4.0",
}  # fmt: skip


def png(**texts: str) -> bytes:
    info, out = PngInfo(), io.BytesIO()
    for key, text in texts.items():
        info.add_itxt(key, text)
    Image.new("RGB", (32, 32)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def jpeg(comment: str) -> bytes:
    out = io.BytesIO()
    packed = piexif.helper.UserComment.dump(comment, encoding="unicode")
    exif = piexif.dump({"Exif": {piexif.ExifIFD.UserComment: packed}})
    Image.new("RGB", (32, 32)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_automatic1111_in_png_and_jpeg() -> None:
    for content in (png(parameters=A1111), jpeg(A1111)):
        found = Identifier().settings(content)
        assert found is not None and found.program == "AUTOMATIC1111"
        assert (found.prompt, found.negative) == ("a (red:1.2) fox", "blurry")
        assert (found.steps, found.guidance, found.seed, found.model) == (28, 6.5, 1234, "dreamy")
        assert found.sampler == "Euler a"


def test_comfyui_and_invokeai() -> None:
    comfy = Identifier().settings(png(prompt=json.dumps(COMFY), workflow=json.dumps({"links": LINKS})))
    assert comfy is not None and comfy.program == "ComfyUI"
    assert (comfy.prompt, comfy.negative, comfy.steps, comfy.guidance, comfy.seed) == (
        "a glass bottle", "text, watermark", 20, 8.0, 77,
    )  # fmt: skip
    invoke = Identifier().settings(png(invokeai_metadata=json.dumps(INVOKE)))
    assert invoke is not None and invoke.program == "InvokeAI"
    assert (invoke.prompt, invoke.negative, invoke.steps, invoke.seed) == ("a lighthouse", "fog", 30, 99)


def test_what_we_write_ourselves_comes_back() -> None:
    detail = Lora("detail", "loras/detail.safetensors", 0.8)
    made = Generation("sd", "a cat, sitting", "dog", 512, 512, 25, 7.5, (42,), loras=(detail,))
    found = Identifier().settings(png(parameters=parameters_text(made, 42, sampler="DDIM", model="sd")))
    assert found is not None
    wish = found.wish({"sd": "sd"})
    assert (wish.prompt, wish.negative, wish.steps, wish.guidance, wish.seed, wish.model) == (
        "a cat, sitting <lora:detail:0.8>", "dog", 25, 7.5, 42, "sd",
    )  # fmt: skip


def test_a_plain_picture_tells_nothing_and_no_picture_is_refused() -> None:
    assert Identifier().settings(png()) is None
    assert Identifier().settings(png(parameters="just a comment")) is None
    with pytest.raises(BadRequest):
        Identifier().settings(b"hello")


def test_nobody_is_shown_what_another_picture_said() -> None:
    """The parsers remember pictures by address, and addresses come back."""
    identifier, told = Identifier(), jpeg(A1111)
    out = io.BytesIO()
    Image.new("RGB", (32, 32)).save(out, "JPEG")
    for _ in range(50):
        assert identifier.settings(told) is not None
        assert identifier.settings(out.getvalue()) is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300), st.sampled_from(["parameters", "prompt", "invokeai_metadata", "Comment", "sd-metadata"]))
def test_whatever_the_text_says_it_is_used_or_ignored(text: str, key: str) -> None:
    found = Identifier().settings(png(**{key: text.replace("\0", "")}))
    if found is not None:
        assert len(found.wish({}).prompt) <= MAX_PROMPT


def test_numbers_out_of_range_are_left_out() -> None:
    wild = A1111.replace("28", "99999").replace("6.5", "nan").replace("1234", "-5")
    found = Identifier().settings(png(parameters=wild))
    assert found is not None and (found.steps, found.guidance, found.seed) == (None, None, None)


def test_only_the_latest_are_remembered() -> None:
    known = Known()
    for number in range(300):
        known.put((1, number, 0), Identified("x", str(number)))
    assert known.get((1, 0, 0)) is None and known.get((2, 299, 0)) is None
    latest = known.get((1, 299, 0))
    assert latest is not None and latest.prompt == "299"
