"""The shipped model, loaded once; and small made-up pictures, so that nothing here needs a download."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from bot.pocket import WEIGHTS
from bot.pocket.concepts import Lexicon, lexicon
from bot.pocket.data import Pixels
from bot.pocket.scenes import Composer, Pictures


@pytest.fixture(scope="session")
def pipeline() -> Any:
    from diffusers import StableDiffusionPipeline

    loaded = StableDiffusionPipeline.from_pretrained(WEIGHTS, dtype=torch.float32)
    loaded.set_progress_bar_config(disable=True)
    return loaded


@pytest.fixture(scope="session")
def paint(pipeline: Any) -> Callable[..., Pixels]:
    def one(prompt: str, *, seed: int = 0, steps: int = 8, **settings: Any) -> Pixels:
        generator = torch.Generator().manual_seed(seed)
        answer = pipeline(prompt, num_inference_steps=steps, generator=generator, output_type="np", **settings)
        return np.asarray((answer.images[0] * 255).round(), dtype=np.uint8)

    return one


def blob(place: int) -> Pixels:
    """A made-up RGBA picture: a disc and a bar in colours of its own."""
    image = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    colour = (place * 37 % 256, place * 91 % 256, place * 53 % 256, 255)
    draw.ellipse([30, 30, 30 + 60 + place * 13 % 130, 220], fill=colour)
    draw.rectangle([20 + place * 7 % 90, 100, 200, 120 + place * 17 % 60], fill=(*colour[::-1][1:], 255))
    return np.asarray(image)


@pytest.fixture(scope="session")
def words() -> Lexicon:
    return lexicon()


@pytest.fixture(scope="session")
def pictures(words: Lexicon) -> Pictures:
    return Pictures(
        concepts={name: blob(place) for place, name in enumerate(words.names)},
        wearables={thing.label: blob(1000 + place) for place, thing in enumerate(words.wearables.values())},
    )


@pytest.fixture
def composer(words: Lexicon, pictures: Pictures) -> Composer:
    return Composer(words, pictures, seed=5)
