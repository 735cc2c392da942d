"""The prompt's cut, the preview, and the picture's bytes."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from PIL import Image

from bot.gpu.worker import finish, preview, text
from bot.gpu.worker.reporter import Reporter
from bot.gpu.worker.ticket import Ticket
from tests.gpu.worker.bench_of_requests import wish
from tests.tiny_models import TOKENS


def notes(tiny: Any, prompt: str, negative: str = "") -> list[str]:
    return text.notes([(tiny.tokenizer, tiny.text_encoder)], prompt, negative)


def test_a_prompt_that_fits_has_no_note(tiny: Any) -> None:
    assert notes(tiny, "x" * (TOKENS - 2)) == []
    assert notes(tiny, "") == []


def test_the_note_names_where_the_prompt_was_cut(tiny: Any) -> None:
    """Every letter is a token here: 22 are read."""
    (note,) = notes(tiny, "one two three four five six seven")
    assert note == "The model reads 24 tokens: everything after “… four five six” was left out."
    assert sum(map(len, ("one", "two", "three", "four", "five", "six"))) == 22


def test_a_negative_prompt_is_named(tiny: Any) -> None:
    (note,) = notes(tiny, "cat", "y" * 30)
    assert note == f"The model reads 24 tokens: everything after “{'y' * 22}” in the negative prompt was left out."


def test_two_thousand_characters_and_strange_ones(tiny: Any) -> None:
    assert len(notes(tiny, "word " * 400)) == 1
    for strange in ("☃" * 300, "\u202e" * 50, "é" * 40, "a\n\tb" * 20):
        assert len(notes(tiny, strange)) <= 1


def test_what_the_note_calls_left_out_is_what_the_pipeline_leaves_out(tiny: Any) -> None:
    prompt = "one two three four five six seven"
    end = text.kept(tiny.tokenizer, TOKENS, prompt)
    ids = [tiny.tokenizer(p, max_length=TOKENS, truncation=True).input_ids for p in (prompt, prompt[:end])]
    assert ids[0] == ids[1]


def test_png_keeps_its_texts() -> None:
    data = finish.png(Image.new("RGB", (16, 8), "red"), {"parameters": "a cat\nSteps: 20", "snow": "☃ é"})
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.format == "PNG" and image.size == (16, 8)
    assert image.text == {"parameters": "a cat\nSteps: 20", "snow": "☃ é"}


@pytest.mark.parametrize("broken", [float("nan"), float("inf")])
def test_numbers_that_ran_away_are_refused(broken: float) -> None:
    latents = torch.zeros((1, 4, 8, 8))
    finish.check_finite(latents)
    latents[0, 1, 2, 3] = broken
    with pytest.raises(finish.NotFinite):
        finish.check_finite(latents)


@pytest.mark.parametrize("guidance", [1.0, 5.0])
def test_a_preview_is_a_small_jpeg(tiny: Any, guidance: float) -> None:
    fitted = preview.fit(tiny.vae, tiny.scheduler)
    assert fitted is not None and fitted.weights.shape == (4, 3)
    rows = 2 if guidance > 1 else 1
    call = {"sample": torch.randn((rows, 4, 16, 24)), "timestep": torch.tensor(500)}
    data = fitted.jpeg(call, torch.randn((rows, 4, 16, 24)), guidance)
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.format == "JPEG" and max(image.size) <= preview.SIDE and image.width > image.height


@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction", "sample"])
def test_a_preview_shows_where_the_picture_is_heading(tiny: Any, prediction: str) -> None:
    """From noise and the right prediction, the clean latents come back."""
    fitted = preview.fit(tiny.vae, tiny.scheduler)
    assert fitted is not None and fitted.alphas is not None
    clean, noise, step = torch.randn((1, 4, 8, 8)), torch.randn((1, 4, 8, 8)), 400
    alpha = fitted.alphas[step]
    noisy = alpha.sqrt() * clean + (1 - alpha).sqrt() * noise
    right = {"epsilon": noise, "v_prediction": alpha.sqrt() * noise - (1 - alpha).sqrt() * clean, "sample": clean}
    one = preview.Preview(fitted.weights, fitted.bias, fitted.alphas, prediction)
    assert torch.allclose(one._clean(noisy, step, right[prediction], 1.0), clean[0], atol=1e-4)


def test_steps_are_told_in_order_and_previews_only_when_asked(tiny: Any) -> None:
    for seconds in (None, 0.0):
        sent: list[tuple[dict[str, Any], tuple[bytes, ...]]] = []
        # Heun: two calls a step
        ticket = Ticket(pipeline=SimpleNamespace(scheduler=SimpleNamespace(timesteps=range(6))))
        reporter = Reporter(
            lambda header, blobs, sent=sent: sent.append((dict(header), tuple(blobs))),
            5,
            wish(steps=3),
            ticket,
            preview.fit(tiny.vae, tiny.scheduler),
            seconds,
        )
        for _ in range(6):
            reporter._told = 0.0
            reporter.watch({"sample": torch.zeros((2, 4, 8, 8)), "timestep": 5}, torch.zeros((2, 4, 8, 8)))
        assert [header["step"] for header, _ in sent] == [1, 1, 1, 2, 2, 3]
        assert [bool(blobs) for _, blobs in sent] == [seconds is not None] * 5 + [False]
