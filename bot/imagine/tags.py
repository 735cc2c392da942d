"""``<lora:name:0.8>`` in prompts, as AUTOMATIC1111's users write it, and words that call textual inversions. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.errors import BadRequest
from bot.gpu.catalog import ModelInfo
from bot.gpu.extras import Embedding, Extra, Kind, Lora
from bot.gpu.traits import of_lora
from bot.imagine.model import MAX_PROMPT, Wish, quoted

MOST_LORAS = 5
"""In one prompt: each costs time in every step."""
STRONGEST = 2.0
"""AUTOMATIC1111's slider ends there, too. Below 0 a LoRA takes away what it would add."""

_TAG = re.compile(r"<lora:([^<>:]+)((?::[^<>:]*)*)>", re.IGNORECASE)


def has_tags(prompt: str) -> bool:
    return _TAG.search(prompt) is not None


def without_tags(prompt: str) -> str:
    """The words alone."""
    return " ".join(_TAG.sub(" ", prompt).split()) if has_tags(prompt) else prompt


def hastens(prompt: str) -> bool:
    """True where a LoRA of the prompt is made for few steps."""
    return any(of_lora(name.strip()) for name, _ in _TAG.findall(prompt))


def tags(loras: Iterable[Lora]) -> str:
    """As they stand in a prompt, each with a space before it."""
    return "".join(f" <lora:{lora.name}:{lora.strength:g}>" for lora in loras)


def usable(extras: Iterable[Extra], model: ModelInfo) -> list[Extra]:
    """Those that were made for such a model."""
    fits = (extra for extra in extras if not extra.problem and extra.width and extra.width == model.width)
    return [extra for extra in fits if extra.kind is Kind.LORA or not model.starter]


def loras_in(prompt: str, extras: Sequence[Extra], model: ModelInfo) -> tuple[Lora, ...]:
    """Those that a prompt names; of one that is named twice the last counts.

    Raises BadRequest for one that there is not, that cannot be used with the model, or a strength out of range.
    """
    found: dict[str, Lora] = {}
    for name, said in _TAG.findall(prompt):
        extra = _named(name.strip(), extras, model)
        found[extra.name] = Lora(extra.name, extra.file, _strength(name, said))
    if len(found) > MOST_LORAS:
        raise BadRequest(f"That prompt names {len(found)} LoRAs; the most is {MOST_LORAS}.")
    return tuple(found.values())


def embeddings_in(prompts: Sequence[str], extras: Iterable[Extra], model: ModelInfo) -> tuple[Embedding, ...]:
    """Those whose name or word stands in one of the prompts, as a whole word in whatever case; longer words first."""
    text = "\n".join(prompts)
    calls = [
        (word, extra.file) for extra in usable(extras, model) if extra.kind is Kind.EMBEDDING for word in extra.words
    ]
    calls.sort(key=lambda call: -len(call[0]))
    found = []
    for word, file in calls:
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        if whole.search(text):
            text = whole.sub(" ", text)
            found.append(Embedding(word, file))
    return tuple(found)


def with_extras(wish: Wish, wanted: str, extras: Sequence[Extra], model: ModelInfo) -> Wish:
    """The wish with what somebody chose by name: ``detail:0.7, -easynegative``.

    A LoRA becomes a tag, a textual inversion a word of the prompt, or after a minus one of the negative prompt.
    Raises BadRequest.
    """
    prompt, negative = wish.prompt, wish.negative
    for part in (part.strip() for part in wanted.split(",")):
        if not part:
            continue
        name, _, said = part.removeprefix("-").partition(":")
        name = name.strip()
        extra = _named(name, extras, model, tuple(Kind))
        if extra.kind is Kind.LORA:
            strength = _strength(extra.name, f":{said}" if said else "")
            prompt += f" <lora:{extra.name}:{-strength if part.startswith('-') else strength:g}>"
        elif part.startswith("-"):
            negative = ", ".join(filter(None, (negative, extra.words[-1])))
        else:
            prompt = f"{prompt}, {extra.words[-1]}"
    if len(prompt) > MAX_PROMPT:
        raise BadRequest(f"With these extras the prompt has more than {MAX_PROMPT:,} characters.")
    return replace(wish, prompt=prompt, negative=negative)


def completed(current: str, extras: Sequence[Extra], model: ModelInfo, longest: int = 100) -> list[str]:
    """What an unfinished list of names could become, each at most ``longest`` characters."""
    before, comma, last = current.rpartition(",")
    start = f"{before}{comma} " if comma else ""
    sign = "-" if last.strip().startswith("-") else ""
    name, colon, said = last.strip().removeprefix("-").partition(":")
    names = [extra.name for extra in usable(extras, model) if name.strip().casefold() in extra.name.casefold()]
    strength = f":{said}" if colon else ""
    return [whole for name in names if len(whole := f"{start}{sign}{name}{strength}") <= longest]


def with_strength(prompt: str, strength: str) -> str:
    """The prompt with another strength for its first LoRA. Raises BadRequest where it has none."""
    found = _TAG.search(prompt)
    if found is None:
        raise BadRequest("There is no LoRA in the prompt whose strength could vary: write <lora:name:1>.")
    return f"{prompt[: found.start()]}<lora:{found[1]}:{strength}>{prompt[found.end() :]}"


def _answers(extra: Extra, name: str) -> bool:
    return name.casefold() in {extra.name.casefold(), *(word.casefold() for word in extra.words)}


def _named(name: str, extras: Sequence[Extra], model: ModelInfo, kinds: Sequence[Kind] = (Kind.LORA,)) -> Extra:
    """The one that answers to the name and can be used. Raises BadRequest, saying why there is none."""
    found = [extra for extra in extras if extra.kind in kinds and _answers(extra, name)]
    if fitting := usable(found, model):
        return fitting[0]
    if found and found[0].problem:
        raise BadRequest(f"The {found[0].kind} {quoted(name)} cannot be used. {found[0].problem}")
    if found:
        made_for = found[0].made_for
        raise BadRequest(f"The {found[0].kind} {quoted(name)} is made for {made_for}; {model.label} is another kind.")
    names = [extra.name for extra in usable(extras, model) if extra.kind in kinds]
    there = f"{model.label} can use: {', '.join(names[:20])}." if names else f"There is none here for {model.label}."
    raise BadRequest(f"There is no {' or '.join(kinds)} called {quoted(name)}. {there}")


def _strength(name: str, said: str) -> float:
    """``:0.8`` or nothing, which is 1."""
    text = said.removeprefix(":").strip()
    if not text:
        return 1.0
    if re.fullmatch(r"[+-]?\d{0,2}(?:\.\d{0,4})?", text) and text.strip("+-.") and abs(float(text)) <= STRONGEST:
        return float(text)
    raise BadRequest(
        f"{quoted(text)} is no strength for the LoRA {quoted(name)}: write a number from "
        f"-{STRONGEST:g} to {STRONGEST:g}, as in <lora:{name}:0.8>."
    )
