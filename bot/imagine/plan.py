"""From a wish to a generation: which model, which numbers, which words. Pure; every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.errors import BadRequest
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Generation
from bot.imagine.model import (
    MAX_COUNT,
    MAX_GUIDANCE,
    STYLES,
    Wish,
    canvas,
    check_seed,
    quoted,
    seeds_from,
)
from bot.imagine.parameters import parameters_text
from bot.imagine.starter import starter_negative, starter_prompt
from bot.rules.model import Defaults
from bot.settings import Settings


def filled(wish: Wish, defaults: Defaults, max_steps: int) -> Wish:
    """The wish with a server's defaults for what it leaves open."""
    steps = wish.steps if wish.steps is not None else defaults.steps
    return replace(
        wish,
        negative=wish.negative or defaults.negative,
        size=wish.size or defaults.size,
        steps=steps if wish.steps is not None or steps is None else min(steps, max_steps),
        count=wish.count if wish.count is not None else defaults.count or 1,
    )


def plan(wish: Wish, model: ModelInfo, settings: Settings, random_seed: int) -> Generation:
    """What the engine is to do. ``random_seed`` is used where the wish names none.

    ``wish`` is tidied. Raises BadRequest for options outside their limits.
    """
    count = 1 if wish.count is None else wish.count
    if not 1 <= count <= MAX_COUNT:
        raise BadRequest(f"You can ask for 1 to {MAX_COUNT} pictures at once, not {count}.")
    steps = min(model.default_steps, settings.max_steps) if wish.steps is None else wish.steps
    if not 1 <= steps <= settings.max_steps:
        raise BadRequest(f"Steps go from 1 to {settings.max_steps}, not {steps}.")
    guidance = model.default_guidance if wish.guidance is None else wish.guidance
    if not 0 <= guidance <= MAX_GUIDANCE:
        raise BadRequest(f"Guidance goes from 0 to {MAX_GUIDANCE:g}, not {guidance:g}.")
    check_seed(wish.seed)
    prompt, negative = _words(wish, model)
    largest = min(settings.max_side, model.max_side)
    try:
        size = canvas(wish.size, native=model.native_size, smallest=model.min_side, largest=largest)
    except BadRequest as error:
        if not model.starter:
            raise
        raise BadRequest(f"{error} The starter model draws {model.native_size} pixels best, shown enlarged.") from None
    generation = Generation(
        model=model.name,
        prompt=prompt,
        negative_prompt=negative,
        width=size.width,
        height=size.height,
        steps=steps,
        guidance=guidance,
        seeds=seeds_from(random_seed if wish.seed is None else wish.seed, count),
    )
    texts = [parameters_text(generation, seed, sampler=model.sampler, model=model.name) for seed in generation.seeds]
    return replace(generation, texts=tuple({"parameters": text} for text in texts))


def _words(wish: Wish, model: ModelInfo) -> tuple[str, str]:
    """Prompt and negative prompt with the style's words, or in the starter model's."""
    prompt, negative = wish.prompt, wish.negative
    style = STYLES.get(wish.style.casefold()) if wish.style else None
    if wish.style and style is None:
        raise BadRequest(f"There is no style called {quoted(wish.style)}. Styles are: {', '.join(STYLES)}.")
    if model.starter:
        return starter_prompt(prompt), starter_negative(negative)
    if style is None:
        return prompt, negative
    return f"{prompt}, {style.prompt}", ", ".join(part for part in (negative, style.negative) if part)


def pick(models: Sequence[ModelInfo], name: str | None) -> ModelInfo:
    """The model by its name or label; without one the first usable, the starter model last.

    Raises BadRequest when it is unknown or unusable.
    """
    usable = [model for model in models if not model.problem]
    if not name:
        return usable[0]
    found = next((m for m in models if name.casefold() in (m.name.casefold(), m.label.casefold())), None)
    if found is None:
        names = ", ".join(model.name for model in usable)
        raise BadRequest(f"There is no model called {quoted(name)}. You can choose from: {names}.")
    if found.problem:
        raise BadRequest(f"The model {found.label} cannot be used: {found.problem}")
    return found
