"""LoRAs and textual inversions in prompts: which are meant, which may be, and how they are written down."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.gpu.catalog import starter
from bot.gpu.extras import Embedding, Extra, Kind, Lora
from bot.gpu.job import Generation
from bot.imagine.model import Wish
from bot.imagine.plan import filled, plan
from bot.imagine.starter import starter_notes
from bot.imagine.tags import completed, embeddings_in, loras_in, with_extras, without_tags
from bot.rules.model import Defaults
from bot.settings import Settings

STARTER = starter()
SD1 = dataclasses.replace(STARTER, name="sd", label="sd", starter=False, native_size=512, max_side=1024, width=768)
EXTRAS = [
    Extra(Kind.LORA, "detail", "loras/detail.safetensors", 768),
    Extra(Kind.LORA, "Ink Wash", "loras/Ink Wash.safetensors", 768),
    Extra(Kind.LORA, "big", "loras/big.safetensors", 2048),
    Extra(Kind.LORA, "old", "loras/old.pt", problem="Pickled files are not opened."),
    Extra(Kind.EMBEDDING, "easynegative", "embeddings/easynegative.safetensors", 768, ("easynegative",)),
    Extra(Kind.EMBEDDING, "toy", "embeddings/toy.safetensors", 768, ("toy", "<cat-toy>")),
]


def planned(prompt: str, model: Any = SD1, **wish: Any) -> Generation:
    return plan(Wish(prompt, **wish).tidied(), model, Settings(), 1, extras=EXTRAS)


def test_tags_are_read_taken_out_and_kept_in_the_picture() -> None:
    made = planned("a cat <lora:detail:0.8> on <lora:ink wash:-0.5> a hill <lora:Detail>", style="ink")
    assert made.loras == (
        Lora("detail", "loras/detail.safetensors", 1.0),
        Lora("Ink Wash", "loras/Ink Wash.safetensors", -0.5),
    )
    assert made.prompt.startswith("a cat on a hill, ink drawing") and "lora" not in made.prompt
    first = made.texts[0]["parameters"].splitlines()[0]
    assert first.endswith("<lora:detail:1> <lora:Ink Wash:-0.5>")
    again = planned(first)
    assert (again.loras, again.prompt) == (made.loras, made.prompt), "what the file says brings the same about"
    assert Generation.from_json(made.to_json()) == made


def test_rows_from_before_still_load() -> None:
    import json

    old = json.loads(planned("a cat").to_json())
    del old["loras"], old["embeddings"]
    assert Generation.from_json(json.dumps(old)) == planned("a cat")


@pytest.mark.parametrize(
    ("prompt", "says"),
    [
        ("a cat <lora:nothing:1>", r"no LoRA called “nothing”\. sd can use: detail, Ink Wash"),
        ("a cat <lora:big:1>", "“big” is made for Stable Diffusion XL; sd is another kind"),
        ("a cat <lora:old:1>", "“old” cannot be used. Pickled files"),
        ("a cat <lora:detail:2.5>", "no strength"),
        ("a cat <lora:detail:much>", "no strength"),
        ("a cat <lora:detail:1:1>", "no strength"),
        ("<lora:detail:1>", "prompt is empty"),
    ],
)
def test_what_cannot_be_used_is_said(prompt: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        planned(prompt)


def test_a_lora_for_few_steps_sets_what_is_left_open() -> None:
    fast = Extra(Kind.LORA, "lcm-lora-sdv1-5", "loras/lcm.safetensors", 768)
    prompt = "a cat <lora:lcm-lora-sdv1-5:1>"
    usual = filled(Wish(prompt), Defaults(steps=40), 100, SD1)
    made = plan(usual, SD1, Settings(), 1, extras=[fast])
    assert (made.steps, made.guidance, made.sampler, made.is_guided) == (4, 1.0, "LCM", False)
    own = plan(Wish(prompt, steps=8, guidance=2.0, sampler="Euler"), SD1, Settings(), 1, extras=[fast])
    assert (own.steps, own.guidance, own.sampler) == (8, 2.0, "Euler")
    off = plan(Wish("a cat <lora:lcm-lora-sdv1-5:0>"), SD1, Settings(), 1, extras=[fast])
    assert (off.steps, off.sampler) == (SD1.default_steps, None)


def test_too_many_and_those_in_the_negative_prompt_are_refused() -> None:
    many = [Extra(Kind.LORA, f"n{n}", f"loras/n{n}.safetensors", 768) for n in range(6)]
    with pytest.raises(BadRequest, match="6 LoRAs; the most is 5"):
        loras_in("".join(f"<lora:n{n}:1>" for n in range(6)), many, SD1)
    with pytest.raises(BadRequest, match="not into the negative one"):
        planned("a cat", negative="<lora:detail:1>")


def test_embeddings_are_called_by_whole_words() -> None:
    made = planned("a <cat-toy>, toys", negative="EasyNegative, (rain:1.2)")
    assert made.embeddings == (
        Embedding("easynegative", "embeddings/easynegative.safetensors"),
        Embedding("<cat-toy>", "embeddings/toy.safetensors"),
    )
    assert made.prompt == "a <cat-toy>, toys", "the words stay: they call the vectors"
    assert planned("toys and uneasynegatives").embeddings == ()
    assert embeddings_in(["a toy"], EXTRAS, dataclasses.replace(SD1, width=2048)) == ()


def test_the_starter_model_knows_loras_and_is_not_told_their_tags() -> None:
    fitting = [dataclasses.replace(EXTRAS[0], width=STARTER.width)]
    made = plan(Wish("a cat <lora:detail:0.5>"), STARTER, Settings(), 1, extras=fitting)
    assert (made.prompt, len(made.loras)) == ("a cat", 1)
    assert not any("lora" in note for note in starter_notes(Wish("a cat <lora:detail:0.5>")))
    with pytest.raises(BadRequest, match="There is none here for starter model"):
        plan(Wish("a cat <lora:nope:1>"), STARTER, Settings(), 1)


def test_extras_by_name_become_tags_and_words() -> None:
    wish = with_extras(Wish("a cat", negative="rain"), "detail:0.7, toy, -easynegative,-ink wash", EXTRAS, SD1)
    assert wish.prompt == "a cat <lora:detail:0.7>, <cat-toy> <lora:Ink Wash:-1>"
    assert wish.negative == "rain, easynegative"
    assert with_extras(Wish("a cat"), " , ", EXTRAS, SD1) == Wish("a cat")
    for wanted, says in (("big", "Stable Diffusion XL"), ("nope", "no LoRA or textual inversion called")):
        with pytest.raises(BadRequest, match=says):
            with_extras(Wish("a cat"), wanted, EXTRAS, SD1)
    with pytest.raises(BadRequest, match="more than 1,000"):
        with_extras(Wish("x" * 990), "detail", EXTRAS, SD1)


def test_an_unfinished_list_is_completed_with_what_fits_the_model() -> None:
    assert completed("", EXTRAS, SD1) == ["detail", "Ink Wash", "easynegative", "toy"]
    assert completed("detail:0.7, ea", EXTRAS, SD1) == ["detail:0.7, easynegative"]
    assert completed("-ea", EXTRAS, SD1) == ["-easynegative"]
    assert completed("ink:0.4", EXTRAS, SD1) == ["Ink Wash:0.4"]
    assert completed("", EXTRAS, dataclasses.replace(SD1, width=2048)) == ["big"]
    assert (
        completed("x" * 99 + ",", EXTRAS, SD1) == [] and completed("", EXTRAS, dataclasses.replace(SD1, width=0)) == []
    )


@given(st.text(alphabet="ab <lora:detail>.0158-", max_size=60))
def test_whatever_is_written_it_is_planned_or_refused(prompt: str) -> None:
    try:
        made = planned(prompt)
    except BadRequest:
        return
    assert made.prompt == " ".join(without_tags(prompt).split())
