"""What ships: an ordinary pipeline folder, small, with its notice, drawing the way real weights draw."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open

import bot.pocket
from bot.pocket import EXCLUDED_SAMPLERS, WEIGHTS
from bot.pocket.data import Pixels
from bot.pocket.measure import redness

Paint = Callable[..., Pixels]
YELLOW = Image.new("RGB", (128, 128), (250, 200, 40))
WORKING_SAMPLERS = (
    "DDIMScheduler",
    "DDPMScheduler",
    "DPMSolverMultistepScheduler",
    "DPMSolverSinglestepScheduler",
    "DEISMultistepScheduler",
    "EulerDiscreteScheduler",
    "EulerAncestralDiscreteScheduler",
    "LMSDiscreteScheduler",
    "PNDMScheduler",
    "TCDScheduler",
    "UniPCMultistepScheduler",
)


def apart(one: Pixels, other: Pixels) -> float:
    """Mean absolute difference, 0 to 1."""
    return float(np.abs(one.astype(float) - other.astype(float)).mean() / 255)


def test_folder_is_at_most_forty_megabytes_and_all_half_precision() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.rglob("*") if file.is_file()) <= 40_000_000
    for file in WEIGHTS.rglob("*.safetensors"):
        with safe_open(file, "pt") as tensors:
            kept = {str(tensors.get_tensor(key).dtype) for key in tensors.keys()}  # noqa: SIM118 - a reader, not a dict
        assert kept <= {"torch.float16", "torch.int64"}


def test_notice_names_whose_work_it_learnt_from() -> None:
    notice = (WEIGHTS / "NOTICE").read_text(encoding="utf-8")
    for needed in ("Microsoft Fluent Emoji", "Copyright (c) Microsoft Corporation", "MIT License", "emojilib"):
        assert needed in notice


def test_files_say_nothing_of_the_machine_they_were_made_on() -> None:
    for file in WEIGHTS.rglob("*.json"):
        content = file.read_text(encoding="utf-8")
        assert "/root" not in content and "/home" not in content and "/tmp" not in content


def test_package_and_vocabulary_import_without_torch() -> None:
    check = "import sys, bot.pocket, bot.pocket.vocabulary; sys.exit('torch' in sys.modules or 'numpy' in sys.modules)"
    root = bot.pocket.WEIGHTS.parents[2]
    assert subprocess.run([sys.executable, "-c", check], cwd=root, timeout=60).returncode == 0


def test_loads_as_an_ordinary_pipeline(pipeline: Any) -> None:
    assert type(pipeline).__name__ == "StableDiffusionPipeline"
    assert pipeline.unet.dtype == torch.float32
    assert pipeline.vae_scale_factor == 8


def test_same_seed_same_picture_and_another_seed_another(paint: Paint) -> None:
    first = paint("a cat", seed=3)
    assert first.shape == (128, 128, 3)
    assert np.array_equal(first, paint("a cat", seed=3))
    assert apart(first, paint("a cat", seed=4)) > 0.005


def test_words_decide_what_is_drawn(paint: Paint) -> None:
    assert apart(paint("a dog on a blue background"), paint("an apple on a red background")) > 0.15


def test_guidance_changes_the_picture(paint: Paint) -> None:
    pictures = [paint("a red car", guidance_scale=scale) for scale in (1.0, 4.0, 8.0)]
    assert apart(pictures[0], pictures[1]) > 0.01
    assert apart(pictures[1], pictures[2]) > 0.01


def test_negative_red_lowers_redness(paint: Paint) -> None:
    prompts = ("an apple", "a heart", "a strawberry")
    plain = np.mean([redness(paint(prompt, guidance_scale=4.0)) for prompt in prompts])
    against = np.mean([redness(paint(prompt, guidance_scale=4.0, negative_prompt="red")) for prompt in prompts])
    assert against < plain


def test_a_batch_draws_what_single_runs_draw(pipeline: Any) -> None:
    prompts = ["a cat", "a blue heart"]

    def latents(asked: list[str], seeds: list[int]) -> torch.Tensor:
        generators = [torch.Generator().manual_seed(seed) for seed in seeds]
        result: torch.Tensor = pipeline(asked, num_inference_steps=4, generator=generators, output_type="latent").images
        return result

    together = latents(prompts, [1, 2])
    alone = torch.cat([latents([prompt], [seed]) for prompt, seed in zip(prompts, (1, 2), strict=True)])
    assert float((together - alone).abs().max() / alone.abs().max()) < 1e-4


@pytest.fixture(scope="module")
def change(pipeline: Any) -> Paint:
    """Image to image from a yellow square."""
    from diffusers import StableDiffusionImg2ImgPipeline

    changing = StableDiffusionImg2ImgPipeline(**pipeline.components, requires_safety_checker=False)
    changing.set_progress_bar_config(disable=True)

    def one(prompt: str, strength: float) -> Pixels:
        generator = torch.Generator().manual_seed(0)
        answer = changing(prompt, image=YELLOW, strength=strength, num_inference_steps=10, generator=generator)
        return np.asarray(answer.images[0])

    return one


def test_image_to_image_moves_further_with_strength(change: Paint) -> None:
    distances = [apart(change("a blue heart", strength), np.asarray(YELLOW)) for strength in (0.2, 0.6, 1.0)]
    assert distances[0] < distances[1] < distances[2]


def test_image_to_image_follows_the_prompt(change: Paint) -> None:
    blue, red = change("a blue heart", 0.9), change("a red heart", 0.9)
    for picture, channel in ((blue, 2), (red, 0)):
        middle = picture[40:88, 40:88].astype(float).mean((0, 1))
        assert middle[channel] > middle[2 - channel] + 40


@pytest.mark.filterwarnings("ignore:__array:DeprecationWarning")  # diffusers with numpy 2
@pytest.mark.parametrize("name", WORKING_SAMPLERS)
def test_sampler_works(pipeline: Any, paint: Paint, name: str) -> None:
    import diffusers

    assert name not in EXCLUDED_SAMPLERS
    usual = pipeline.scheduler
    try:
        pipeline.scheduler = getattr(diffusers, name).from_config(usual.config)
        picture = paint("a red apple on a blue background", steps=12)
    finally:
        pipeline.scheduler = usual
    corner = np.median(picture[:10, :10].reshape(-1, 3), axis=0)
    assert corner[2] > corner[0] + 40, "the background should be blue"
