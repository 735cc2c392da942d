"""From a Generation to a stock pipeline and its call: everything a request does not share with another."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from bot.errors import JobFailed
from bot.gpu.job import Generation, Mode
from bot.gpu.samplers import SAMPLERS
from bot.gpu.worker import painting, prompts, start
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.ladder import Ladder, encoders
from bot.gpu.worker.likeness import Looker, Looking, embeddings
from bot.gpu.worker.proxy import Denoiser, Encoder, Estimator, Vae, Watch
from bot.gpu.worker.seamless import Wrapped, wrapped
from bot.gpu.worker.states import State
from bot.gpu.worker.ticket import Ticket

PARTS = ("unet", "transformer")
CANNOT_LOOK = "This model cannot look at pictures here: its IP-Adapter could not be read."


def denoiser_name(pipeline: Any) -> str:
    """``unet`` or ``transformer``."""
    return next(part for part in PARTS if getattr(pipeline, part, None) is not None)


def scheduler_for(pipeline: Any, sampler: str | None) -> Any:
    """A fresh scheduler: they keep history, so no two requests may share one. Raises JobFailed for unknown names."""
    if sampler is None:
        return copy.deepcopy(pipeline.scheduler)
    known = SAMPLERS.get(sampler)
    if known is None:
        raise JobFailed("sampler", f"There is no sampler called “{sampler}”.")
    import diffusers

    return getattr(diffusers, known.cls).from_config(pipeline.scheduler.config, **known.options)


def request_pipeline(
    pipeline: Any,
    executor: Executor,
    ticket: Ticket,
    sampler: str | None,
    watch: Watch | None,
    ladder: Ladder | None = None,
    states: tuple[State, ...] = (),
) -> Any:
    """A shallow copy of a loaded pipeline for one request: shared weights, its own scheduler, calls to the executor.

    ``states`` are those that the model's parts are in when they are called for it. The instance dictionary is written
    directly: a pipeline's ``__setattr__`` would change the shared configuration.
    """
    mine = copy.copy(pipeline)
    own = mine.__dict__ = dict(pipeline.__dict__)
    own.pop("_num_timesteps", None)  # of somebody's call before
    own["scheduler"] = scheduler_for(pipeline, sampler)
    part = denoiser_name(pipeline)
    own[part] = Denoiser(executor, getattr(pipeline, part), ticket, watch, states)
    own["vae"] = Vae(executor, pipeline.vae, ticket, next((s for s in states if isinstance(s, Wrapped)), None))
    if (estimator := getattr(pipeline, "depth_estimator", None)) is not None:
        own["depth_estimator"] = Estimator(executor, estimator, ticket)
    ticket.pipeline, ticket.relief = mine, ladder
    if ticket.outfit is not None:
        own.update(ticket.outfit.tokenizers)
    if ladder is not None:
        place = getattr(pipeline, part).device
        for name, encoder in encoders(pipeline).items():
            own[name] = Encoder(executor, encoder, ticket, place, ladder)
    own["safety_checker"] = None  # the check is made of the finished picture, and blackens nothing (checking.py)
    own["_progress_bar_config"] = {"disable": True}
    return mine


def states_of(generation: Generation, looker: Looker | None = None) -> tuple[State, ...]:
    """The states that the model's parts have to be in for this generation. Raises JobFailed where it has to look at
    pictures and cannot."""
    states: list[State] = [wrapped(generation.seamless)] if generation.seamless else []
    if generation.image_prompts:
        if looker is None:
            raise JobFailed("adapter", CANNOT_LOOK)
        states.append(Looking(looker, generation.image_scale))
    return tuple(states)


def call_arguments(
    pipeline: Any, generation: Generation, inputs: Sequence[bytes] = (), looker: Looker | None = None
) -> dict[str, Any]:
    """The keyword arguments of the stock call; ``inputs`` are the PNG files that ``generation.inputs`` names.

    Each picture has its own generator on the processor, so picture i is the same whatever is drawn beside it, and on
    whatever device. ``pipeline`` is a request's own where there is something to blend.
    """
    generators = [torch.Generator("cpu").manual_seed(seed) for seed in generation.seeds]
    if hasattr(pipeline.scheduler, "noise_sampler_seed"):  # this one draws noise of its own, whatever the generators
        pipeline.scheduler.noise_sampler_seed = list(generation.seeds)
    wanted = prompts.words(pipeline, generation) | {
        "width": generation.width,
        "height": generation.height,
        "num_inference_steps": generation.steps,
        "guidance_scale": generation.guidance,
        "num_images_per_prompt": len(generators),
        "generator": generators,
        "output_type": "pil",
    }
    wanted |= start.arguments(generation, inputs)
    if generation.image_prompts and looker is not None:
        files = start.named(generation, inputs)
        pictures = [start.opened(files[sha256]) for sha256 in generation.image_prompts]
        wanted["ip_adapter_image_embeds"] = embeddings(pipeline, looker, pictures, generation.is_guided)
    if generation.blend is not None:
        other = start.fitted(start.named(generation, inputs)[generation.blend], generation, "RGB")
        pipeline.vae.blend_with(pipeline.image_processor.preprocess(other))
    if generation.mode is Mode.INPAINT and painting.is_needed(pipeline):
        wanted["callback_on_step_end"] = painting.Painting(wanted["image"][0], wanted["mask_image"][0], generation)
    return taken(pipeline, wanted)


def taken(pipeline: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the arguments that the pipeline's call takes."""
    known = inspect.signature(type(pipeline).__call__).parameters
    return {name: value for name, value in arguments.items() if name in known}
