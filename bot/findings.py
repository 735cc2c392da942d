"""What doctor says about models and what goes with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.gpu.adapters import read_adapters
from bot.gpu.captioner import CAPTIONER
from bot.gpu.extras import read_extras
from bot.gpu.learnt import MEMORY, Learnt
from bot.library.added import known_models
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. ``mark`` is ✓, ! (works, but) or ✗ (does not); ``mend`` says what to do about it."""

    mark: str
    about: str
    text: str
    mend: str = ""


def model_findings(settings: Settings) -> Iterator[Finding]:
    models = known_models(settings)
    for model in models:
        if model.problem:
            yield Finding("✗", "model", model.name, model.problem)
        else:
            about = "the starter model" if model.starter else f"{model.family}, {model.native_size} px"
            yield Finding("✓", "model", f"{model.name}: {about}")
    if settings.default_model and settings.default_model not in {model.name for model in models}:
        names = ", ".join(model.name for model in models)
        yield Finding(
            "✗", "model", f"DEFAULT_MODEL {settings.default_model!r} is not among them", f"Write one of: {names}"
        )


def adapter_findings(settings: Settings) -> Iterator[Finding]:
    """IP-Adapters, and which models look through them."""
    models = known_models(settings)
    for found in read_adapters(settings.ip_adapters):
        looking = [model.name for model in models if model.adapter and model.adapter.file == found.file]
        if found.problem:
            yield Finding("✗", "adapter", found.file.name, found.problem)
        elif looking:
            yield Finding("✓", "adapter", f"{found.file.name}: for {', '.join(looking)}")
        else:
            yield Finding("!", "adapter", found.file.name, "No model has use for it.")


def memory_findings(settings: Settings) -> Iterator[Finding]:
    """What pictures took at most, as the engines remember it: of a GPU's memory, or of this machine's."""
    learnt = Learnt(settings.data_dir / "devices.json").all()
    found = 0
    for key, entries in learnt.items():
        if not key.startswith(MEMORY):
            continue
        for entry in entries:
            with suppress(TypeError, ValueError):
                model, width, height, peak, together = entry
                beside = f", {together} at once" if int(together) > 1 else ""
                where = key.removeprefix(MEMORY).split(",")[0]
                yield Finding("✓", "memory", f"{model} {width}×{height}{beside}: {int(peak) / 1e9:.1f} GB of {where}")
                found += 1
    if not found:
        yield Finding("✓", "memory", "no picture was made yet: what they take at most is remembered and shown here")


def extras_findings(settings: Settings) -> Iterator[Finding]:
    """LoRAs and textual inversions; one that cannot be used spoils nothing else."""
    found = read_extras(settings.models_dir, {})
    usable = Counter(extra.kind for extra in found if not extra.problem)
    if usable:
        counts = (f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in usable.items())
        yield Finding("✓", "extras", ", ".join(counts))
    for extra in found:
        if extra.problem:
            yield Finding("!", "extras", extra.file, extra.problem)


def safety_finding(settings: Settings) -> Finding:
    """Whose pictures are looked at by a safety checker."""
    models = [model for model in known_models(settings) if not model.problem]
    if settings.safety_checker:
        folder = Path(settings.safety_checker).expanduser()
        part = folder / "safety_checker" if (folder / "safety_checker").is_dir() else folder
        if not (part / "config.json").is_file() or not list(part.glob("*.safetensors")):
            mend = "It needs config.json and a .safetensors file. Until then models without a checker are not used."
            return Finding("✗", "safety", f"SAFETY_CHECKER {folder} is no safety checker", mend)
        return Finding("✓", "safety", "every picture is checked")
    unchecked = [m.name for m in models if not (m.has_checker or m.starter or m.family == CAPTIONER)]
    if unchecked:
        said = f"nothing checks the pictures of {', '.join(unchecked)}"
        return Finding("✓", "safety", f"{said} (SAFETY_CHECKER names a checker for them)")
    return Finding(
        "✓",
        "safety",
        "the pictures of all models but the starter model are checked"
        if models[1:]
        else "the starter model needs no check",
    )
