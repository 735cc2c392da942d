"""From a wish to a generation: which model, which numbers, which words. Pure; every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.errors import BadRequest
from bot.gpu.catalog import UPSCALER, ModelInfo
from bot.gpu.extras import Extra
from bot.gpu.job import Generation, Mode
from bot.gpu.samplers import named
from bot.gpu.traits import of_lora
from bot.imagine import composition
from bot.imagine.choices import Lists, chosen, leaves_something
from bot.imagine.model import (
    MAX_COUNT,
    MAX_GUIDANCE,
    STYLES,
    Canvas,
    Wish,
    canvas,
    canvas_like,
    check_seed,
    quoted,
    seeds_from,
    tidy_prompt,
)
from bot.imagine.parameters import parameters_text
from bot.imagine.starter import starter_negative, starter_prompt
from bot.imagine.tags import embeddings_in, has_tags, hastens, loras_in, without_tags
from bot.rules.model import Defaults
from bot.settings import Settings

USUAL_STRENGTH = {Mode.IMAGE: 0.6, Mode.INPAINT: 1.0, Mode.UPSCALE: 0.3}
"""From a picture: enough to follow the words, and it stays to be seen. Enlarged: details only."""
KEEPING_DEPTH = 0.8
"""Strength for models that see how far away everything is: shapes stay whatever becomes of the surfaces."""
NO_LISTS: Lists = MappingProxyType({})
FEW_STEPS = 16
"""Models whose own default is at most that are made for it: a server's default steps are not for them."""
LARGER = 2
"""An enlarged picture's side may have so many times what a drawn one's may."""


def filled(wish: Wish, defaults: Defaults, max_steps: int, model: ModelInfo) -> Wish:
    """The wish with a server's defaults for what it leaves open."""
    usual = None if model.default_steps <= FEW_STEPS or hastens(wish.prompt) else defaults.steps
    steps = wish.steps if wish.steps is not None else usual
    return replace(
        wish,
        negative=wish.negative or defaults.negative,
        size=wish.size or (None if wish.start and not wish.look else defaults.size),
        steps=steps if wish.steps is not None or steps is None else min(steps, max_steps),
        count=wish.count if wish.count is not None else defaults.count or 1,
    )


def plan(
    wish: Wish,
    model: ModelInfo,
    settings: Settings,
    random_seed: int,
    lists: Lists = NO_LISTS,
    extras: Sequence[Extra] = (),
) -> Generation:
    """What the engine is to do. ``random_seed`` is used where the wish names none, and chooses what is left open;
    ``extras`` are all LoRAs and textual inversions that there are.

    ``wish`` is tidied. Raises BadRequest for options outside their limits.
    """
    count = 1 if wish.count is None or wish.upscale else wish.count
    if not 1 <= count <= MAX_COUNT:
        raise BadRequest(f"You can ask for 1 to {MAX_COUNT} pictures at once, not {count}.")
    check_seed(wish.seed)
    seeds = seeds_from(random_seed if wish.seed is None else wish.seed, count)
    wish = _decided(wish, seeds[0], lists)
    loras = loras_in(wish.prompt, extras, model)
    few = next((few for lora in loras if lora.strength > 0 and (few := of_lora(lora.name))), None)
    usual = few.steps if few else model.default_steps
    steps = min(usual, settings.max_steps) if wish.steps is None else wish.steps
    if not 1 <= steps <= settings.max_steps:
        raise BadRequest(f"Steps go from 1 to {settings.max_steps}, not {steps}.")
    own = few.guidance if few and few.guidance is not None else model.default_guidance
    guidance = own if wish.guidance is None else wish.guidance
    if not 0 <= guidance <= MAX_GUIDANCE:
        raise BadRequest(f"Guidance goes from 0 to {MAX_GUIDANCE:g}, not {guidance:g}.")
    if has_tags(wish.negative):
        raise BadRequest("LoRAs belong into the prompt, not into the negative one; a strength below 0 takes away.")
    if loras:
        wish = replace(wish, prompt=tidy_prompt(without_tags(wish.prompt)))
    prompt, negative = _words(wish, model)
    prompts = composition.image_prompts(wish, model)
    begun = replace(wish, start=None, strength=None) if wish.look else wish
    size, tile = _enlarged(wish, model, settings) if wish.upscale else (_canvas(begun, model, settings), 0)
    strength, skipped = _start(begun, model, steps)
    generation = Generation(
        model=model.name,
        prompt=prompt,
        negative_prompt=negative,
        width=size.width,
        height=size.height,
        steps=steps,
        guidance=guidance,
        seeds=seeds,
        sampler=_sampler(wish, model, few.sampler if few else None),
        image=begun.start.sha256 if begun.start else None,
        mask=begun.start.mask if begun.start else None,
        strength=strength,
        skipped=skipped,
        tile=tile,
        distilled=model.told,
        loras=loras,
        embeddings=embeddings_in((prompt, negative), extras, model),
        seamless=composition.seamless(wish, model),
        blend=composition.blend(begun),
        image_prompts=prompts.pictures,
        image_scale=prompts.scale,
    )
    sampler = generation.sampler or model.sampler
    texts = [parameters_text(generation, seed, sampler=sampler, model=model.name) for seed in generation.seeds]
    return replace(generation, texts=tuple({"parameters": text} for text in texts))


def description(wish: Wish, captioner: ModelInfo | None) -> Generation:
    """What the engine is to do to put a picture into words. Raises BadRequest."""
    if captioner is None or captioner.problem:
        raise BadRequest("Pictures cannot be described here: whoever runs this bot has named no model for it.")
    if wish.start is None:
        raise BadRequest("There is no picture to describe.")
    side = captioner.native_size
    return Generation(
        model=captioner.name,
        prompt="",
        negative_prompt="",
        width=side,
        height=side,
        steps=captioner.default_steps,
        guidance=captioner.default_guidance,
        seeds=(0,),
        image=wish.start.sha256,
        describes=True,
    )


def _canvas(wish: Wish, model: ModelInfo, settings: Settings) -> Canvas:
    largest = min(settings.max_side, model.max_side)
    if wish.start is not None and not wish.size:
        return canvas_like(wish.start, native=model.native_size, smallest=model.min_side, largest=largest)
    try:
        return canvas(wish.size, native=model.native_size, smallest=model.min_side, largest=largest)
    except BadRequest as error:
        if not model.starter:
            raise
        raise BadRequest(f"{error} The starter model draws {model.native_size} pixels best, shown enlarged.") from None


def _enlarged(wish: Wish, model: ModelInfo, settings: Settings) -> tuple[Canvas, int]:
    """The size of the picture enlarged, and that of a tile."""
    if wish.start is None or wish.upscale is None:
        raise BadRequest("There is no picture to enlarge.")
    width, height = (-(-side // 8) * 8 * wish.upscale for side in (wish.start.width, wish.start.height))
    most = LARGER * settings.max_side
    if max(width, height) > most:
        raise BadRequest(f"Enlarged it would have {width}×{height} pixels; the longest side here is {most}.")
    return Canvas(width, height), model.native_size


def _start(wish: Wish, model: ModelInfo, steps: int) -> tuple[float, int]:
    """Strength, and how many steps are left out because of the picture to start from."""
    if wish.start is None:
        if wish.strength is not None:
            raise BadRequest("Strength says how far to go from a picture. Choose one with the option image.")
        if Mode.WORDS not in model.modes:
            if model.family == UPSCALER:
                raise BadRequest(f"{model.label} does nothing but enlarge pictures: press Upscale under one.")
            does = "paints into a part of" if Mode.INPAINT in model.modes else "keeps the depth of"
            raise BadRequest(f"{model.label} {does} a picture: choose one with the option image.")
        return 1.0, 0
    mode = Mode.UPSCALE if wish.upscale else Mode.IMAGE if wish.start.mask is None else Mode.INPAINT
    if mode not in model.modes and (wish.upscale or model.family == UPSCALER):
        raise BadRequest(f"{model.label} {'cannot enlarge' if wish.upscale else 'does nothing but enlarge'} pictures.")
    if model.family == UPSCALER:
        return 1.0, 0
    if mode not in model.modes:
        usable = "a picture with a transparent part" if Mode.INPAINT in model.modes else "a whole picture"
        usable += " or words" if Mode.WORDS in model.modes else ""
        raise BadRequest(f"{model.label} cannot do that: it needs {usable}.")
    least = next((n / 100 for n in range(1, 101) if steps_made(model.family, steps, n / 100) >= 1), 1.0)
    usual = KEEPING_DEPTH if mode is Mode.IMAGE and Mode.WORDS not in model.modes else USUAL_STRENGTH[mode]
    strength = max(usual, least) if wish.strength is None else wish.strength
    if not 0 < strength <= 1:
        raise BadRequest(f"Strength goes from 0.01 (hardly a change) to 1 (all new), not {strength:g}.")
    made = steps_made(model.family, steps, strength)
    if made < 1:
        raise BadRequest(f"With {steps} steps and strength {strength:g} nothing would change: use {least:g} or more.")
    return strength, steps - made


def steps_made(family: str, steps: int, strength: float) -> int:
    """How many of ``steps`` diffusers' pipelines make from a picture (``get_timesteps`` in each of them)."""
    if family == "lcm":  # it spreads all of them over what is left of its 50
        return steps if int(50 * strength) >= steps else 0
    if family in ("sd3", "flux"):
        return steps - int(max(steps - steps * strength, 0))
    return min(int(steps * strength), steps)


def _sampler(wish: Wish, model: ModelInfo, usual: str | None) -> str | None:
    if wish.sampler is None:
        return usual if usual in model.samplers else None
    found = named(wish.sampler)
    if found in model.samplers:
        return found
    usable = f"It has: {', '.join(model.samplers)}." if model.samplers else "It has only its own."
    raise BadRequest(f"{model.label} does not work with the sampler {quoted(wish.sampler)}. {usable}")


def _decided(wish: Wish, seed: int, lists: Lists) -> Wish:
    if not leaves_something(wish.prompt):
        return wish
    return replace(wish, prompt=tidy_prompt(chosen(wish.prompt, seed, lists)))


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
        return next(model for model in usable if Mode.WORDS in model.modes)
    found = next((m for m in models if name.casefold() in (m.name.casefold(), m.label.casefold())), None)
    if found is None:
        names = ", ".join(model.name for model in usable)
        raise BadRequest(f"There is no model called {quoted(name)}. You can choose from: {names}.")
    if found.problem:
        raise BadRequest(f"The model {found.label} cannot be used: {found.problem}")
    return found
