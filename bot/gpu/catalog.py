"""Which models there are, read from names, folders and file headers. No torch, nothing is loaded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.errors import ModelUnusable
from bot.gpu import single, traits
from bot.gpu.job import DRAWING, Mode
from bot.gpu.samplers import SAMPLERS
from bot.gpu.traits import Traits
from bot.pocket import WEIGHTS

STARTER = "starter"
UPSCALER = "upscaler"
"""The family of models that enlarge four times."""
_MAX_CONFIG = 4 << 20
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_LIBRARIES = frozenset({None, "diffusers", "transformers", "stable_diffusion"})


_STARTER_WITHOUT = frozenset(
    {"DPM++ 2M Karras", "DPM++ 2M SDE Karras", "DPM++ 2S Karras", "Heun", "Heun Karras"}
    | {"KDPM2", "KDPM2 Karras", "KDPM2 a", "KDPM2 a Karras", "DPM++ SDE", "DPM++ SDE Karras"}
)
"""Its noise schedule ends in pure noise (sigma in the hundreds): these break down or raise there, as in diffusers."""


class Adapter(NamedTuple):
    """An IP-Adapter's file, and the folder of its image encoder."""

    file: Path
    encoder: Path


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model as the picker shows it. Sizes are pixels. ``problem`` says why it cannot be used, and how to mend it.

    ``sampler`` is the usual name of the model's own scheduler, used where none is chosen. A model that is ``told`` its
    guidance takes it as a number instead of comparing two rows. ``width`` is that of the text its denoiser reads, which
    LoRAs, textual inversions and IP-Adapters are made for; 0 where none can be used. ``seamless`` says whether it can
    draw pictures that tile, ``adapter`` what lets it look at pictures (``bot.gpu.adapters``). ``added`` says that it is
    none of the settings' but was added while the bot ran, ``has_checker`` that it brings a safety checker along.
    """

    name: str
    label: str
    source: Path
    family: str
    native_size: int
    default_steps: int
    default_guidance: float
    min_side: int
    max_side: int
    multiple: int = 8
    starter: bool = False
    has_checker: bool = False
    sampler: str = "unknown"
    samplers: tuple[str, ...] = tuple(SAMPLERS)
    modes: tuple[Mode, ...] = DRAWING
    told: bool = False
    width: int = 0
    seamless: bool = True
    adapter: Adapter | None = None
    problem: str | None = None
    added: bool = False


@dataclass(frozen=True, slots=True)
class _Family:
    native: int
    steps: int
    guidance: float
    multiple: int = 8
    sampler: str = "PNDM"
    samplers: tuple[str, ...] = tuple(SAMPLERS)
    modes: tuple[Mode, ...] = DRAWING
    told: bool = False
    width: int = 0
    seamless: bool = True


_FAMILIES: Mapping[str, _Family] = MappingProxyType(
    {
        "sd1": _Family(512, 25, 7.5, width=768),
        "sd2": _Family(768, 25, 7.5, sampler="DDIM", width=1024),
        "sdxl": _Family(1024, 30, 6.0, sampler="Euler", width=2048),
        "lcm": _Family(512, 4, 8.0, samplers=("LCM",), modes=(Mode.WORDS, Mode.IMAGE, Mode.UPSCALE), told=True),
        "sd3": _Family(1024, 28, 7.0, multiple=16, samplers=(), seamless=False),
        "flux": _Family(1024, 28, 3.5, multiple=16, samplers=(), told=True, seamless=False),
        UPSCALER: _Family(512, 30, 9.0, sampler="DDIM", modes=(Mode.UPSCALE,), seamless=False),
    }
)
_PIPELINES: Mapping[str, str] = MappingProxyType(
    {
        "StableDiffusionPipeline": "sd1",  # or sd2, by the width of its text encoder
        "StableDiffusionXLPipeline": "sdxl",
        "LatentConsistencyModelPipeline": "lcm",
        "StableDiffusion3Pipeline": "sd3",
        "FluxPipeline": "flux",
        "StableDiffusionUpscalePipeline": UPSCALER,
        "StableDiffusionDepth2ImgPipeline": "sd1",
        "StableDiffusionInpaintPipeline": "sd1",
        "StableDiffusionXLInpaintPipeline": "sdxl",
    }
)
_ONLY: Mapping[str, tuple[Mode, ...]] = MappingProxyType(
    {
        "StableDiffusionInpaintPipeline": (Mode.INPAINT,),
        "StableDiffusionXLInpaintPipeline": (Mode.INPAINT,),
        "StableDiffusionDepth2ImgPipeline": (Mode.IMAGE,),
    }
)
"""These can do nothing else: their denoiser is given the masked picture with the noise, or the depth of one."""


def read_catalog(
    entries: Sequence[str], models_dir: Path, added: Sequence[tuple[str, str]] = ()
) -> tuple[ModelInfo, ...]:
    """The models named in the settings, in their order, the starter model, and (name, source) pairs that were added
    later. Never raises: see ``problem``.

    An entry is ``name=source`` or a source alone, whose last part then is the name. A source is a folder in diffusers
    format, a ``.safetensors`` or ``.ckpt`` file, or a hub id that was fetched into ``models_dir``.
    """
    found: dict[str, ModelInfo] = {}
    for entry in entries:
        name, _, source = entry.rpartition("=")
        name = name.strip() or Path(source.strip()).stem
        if name == STARTER or name in found:
            name = _free(name, {STARTER, *found})
        found[name] = _read(name, source.strip(), models_dir)
    later: dict[str, ModelInfo] = {}
    for name, source in added:
        name = _free(name, {STARTER, *found, *later}) if name in (STARTER, *found, *later) else name
        later[name] = replace(_read(name, source, models_dir), added=True)
    return (*found.values(), starter(), *later.values())


def starter() -> ModelInfo:
    """The model that comes with the bot."""
    return ModelInfo(
        name=STARTER,
        label="starter model",
        source=WEIGHTS,
        family="sd1",
        native_size=128,
        default_steps=20,
        default_guidance=3.5,
        min_side=64,
        max_side=256,
        starter=True,
        sampler=_own_sampler(WEIGHTS),
        width=_starter_width(),
        samplers=tuple(name for name in SAMPLERS if name not in _STARTER_WITHOUT),
        problem=None if (WEIGHTS / "model_index.json").is_file() else "Its weights are missing from this installation.",
    )


def _free(name: str, taken: Iterable[str]) -> str:
    used = set(taken)
    return next(f"{name}-{n}" for n in range(2, len(used) + 3) if f"{name}-{n}" not in used)


def _read(name: str, source: str, models_dir: Path) -> ModelInfo:
    path = Path(source).expanduser()
    try:
        if not path.exists() and _HUB_ID.fullmatch(source):
            path = models_dir / source.replace("/", "--")
            if not path.exists():
                raise ModelUnusable(f"It has not been fetched yet. Fetch it with: ./deploy/run model add {source}")
        if path.is_dir():
            return _folder(name, path)
        if path.is_file():
            return _file(name, path)
        raise ModelUnusable(f"There is no folder or file {source}.")
    except ModelUnusable as problem:
        return _info(name, path, "sd1", _FAMILIES["sd1"].native, problem=str(problem))


def _info(name: str, path: Path, family: str, native: int, problem: str | None = None) -> ModelInfo:
    usual = _FAMILIES[family]
    return ModelInfo(
        name=name,
        label=name,
        source=path,
        family=family,
        native_size=native,
        default_steps=usual.steps,
        default_guidance=usual.guidance,
        min_side=min(native, max(64, native // 4)),
        max_side=native * 2,
        multiple=usual.multiple,
        sampler=_own_sampler(path) if path.is_dir() else usual.sampler,
        samplers=usual.samplers,
        modes=usual.modes,
        told=usual.told,
        width=usual.width,
        seamless=usual.seamless,
        problem=problem,
    )


def _with(info: ModelInfo, found: Traits) -> ModelInfo:
    """With what its files say beyond its family."""
    info = replace(info, told=info.told or found.told)
    if found.steps is None or found.guidance is None:
        return info
    return replace(info, default_steps=found.steps, default_guidance=found.guidance)


def _width(denoiser: Mapping[str, Any]) -> int:
    width = denoiser.get("cross_attention_dim")
    return width if isinstance(width, int) else 0


def _starter_width() -> int:
    try:
        return _width(_config(WEIGHTS / "unet" / "config.json"))
    except ModelUnusable:
        return 0


def _own_sampler(folder: Path) -> str:
    """The usual name of the scheduler that comes with the model, or its class where it has none."""
    try:
        cls = _config(folder / "scheduler" / "scheduler_config.json").get("_class_name")
    except ModelUnusable:
        return "unknown"
    return _sampler_of(cls)


def _sampler_of(cls: Any) -> str:
    return next((name for name, sampler in SAMPLERS.items() if sampler.cls == cls), str(cls))


def _folder(name: str, path: Path) -> ModelInfo:
    index = _config(path / "model_index.json")
    pipeline = index.get("_class_name")
    if not isinstance(pipeline, str) or pipeline not in _PIPELINES:
        raise ModelUnusable(f"It is a {pipeline} folder, which cannot be used so far.")
    parts = {key: value for key, value in index.items() if isinstance(value, list)}
    for part, value in parts.items():
        if len(value) != 2 or value[0] not in _LIBRARIES:
            raise ModelUnusable(f"Its part {part} brings code of its own, which is not run.")
        folder = path / part
        if value[0] is not None and folder.is_dir() and _only_pickled(folder):
            raise ModelUnusable(f"Its part {part} has no .safetensors file; pickled weights are not opened.")
    family = _PIPELINES[pipeline]
    denoiser = _config(path / ("unet" if "unet" in parts else "transformer") / "config.json")
    vae = _config(path / "vae" / "config.json")
    if family == "sd1" and denoiser.get("cross_attention_dim") == 1024:
        family = "sd2"
    side, blocks = denoiser.get("sample_size"), vae.get("block_out_channels")
    side = side[0] if isinstance(side, list) and side else side
    native = _FAMILIES[family].native
    sized = "unet" in parts and family != UPSCALER  # that one's latents are as large as what it enlarges
    if sized and isinstance(side, int) and isinstance(blocks, list) and 0 < side <= 1024:
        native = side * 2 ** (len(blocks) - 1)
    scheduler = path / "scheduler" / "scheduler_config.json"
    found = traits.of_folder(path.name, index, denoiser, _config(scheduler) if scheduler.is_file() else {})
    info = replace(_with(_info(name, path, family, native), found), width=0 if family == UPSCALER else _width(denoiser))
    return replace(info, modes=_ONLY.get(pipeline, info.modes), has_checker=bool(parts.get("safety_checker", [0])[0]))


def _only_pickled(folder: Path) -> bool:
    names = [entry.name for entry in folder.iterdir()]
    pickled = any(name.endswith((".bin", ".ckpt", ".pt", ".pth")) for name in names)
    return pickled and not any(name.endswith(".safetensors") for name in names)


def _config(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_CONFIG:
            raise ModelUnusable(f"{path.name} is too large to be a configuration.")
        found = json.loads(path.read_bytes())
    except OSError:
        raise ModelUnusable(f"It is no diffusers folder: {path.parent.name}/{path.name} is missing.") from None
    except (ValueError, RecursionError):
        raise ModelUnusable(f"{path.parent.name}/{path.name} is not valid JSON.") from None
    if not isinstance(found, dict):
        raise ModelUnusable(f"{path.parent.name}/{path.name} is not a configuration.")
    return found


def _file(name: str, path: Path) -> ModelInfo:
    shapes, said = single.read(path)
    family, is_inpainting = single.recognised(shapes)
    found = traits.of_file(path.stem, shapes, said, family)
    info = _with(_info(name, path, family, found.native or _FAMILIES[family].native), found)
    if cls := found.scheduler.get("_class_name"):
        info = replace(info, sampler=_sampler_of(cls))
    return replace(info, modes=(Mode.INPAINT,)) if is_inpainting else info
