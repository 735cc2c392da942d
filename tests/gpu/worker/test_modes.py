"""Every mode of every family draws what stock diffusers draws: bit-identical alone, within 1e-5 together."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import torch
from PIL import Image

from bot.errors import JobFailed
from bot.gpu.job import DRAWING, Generation, Mode
from bot.gpu.worker import recipes, start
from bot.gpu.worker.modes import in_mode
from bot.gpu.worker.ticket import Ticket
from bot.imagine.plan import steps_made
from tests import tiny_families
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish
from tests.tiny_models import NATIVE

BOUND = 1e-5
ATTEMPTS = 5
STOCK = {
    ("sd1", Mode.IMAGE): "StableDiffusionImg2ImgPipeline",
    ("sd1", Mode.INPAINT): "StableDiffusionInpaintPipeline",
    ("sd2", Mode.IMAGE): "StableDiffusionImg2ImgPipeline",
    ("sd2", Mode.INPAINT): "StableDiffusionInpaintPipeline",
    ("sdxl", Mode.IMAGE): "StableDiffusionXLImg2ImgPipeline",
    ("sdxl", Mode.INPAINT): "StableDiffusionXLInpaintPipeline",
    ("lcm", Mode.IMAGE): "LatentConsistencyModelImg2ImgPipeline",
    ("sd3", Mode.IMAGE): "StableDiffusion3Img2ImgPipeline",
    ("sd3", Mode.INPAINT): "StableDiffusion3InpaintPipeline",
    ("flux", Mode.IMAGE): "FluxImg2ImgPipeline",
    ("flux", Mode.INPAINT): "FluxInpaintPipeline",
    ("inpainting", Mode.INPAINT): "StableDiffusionInpaintPipeline",
    ("depth", Mode.IMAGE): "StableDiffusionDepth2ImgPipeline",
}
WORDLESS = {"inpainting", "depth"}
"""They start from a picture, always."""
LISTED = {"sd3", "flux", "depth"}
"""These are given a picture for each that they draw."""


def picture(side: int = NATIVE) -> Image.Image:
    red = Image.linear_gradient("L").resize((side, side))
    return Image.merge("RGB", (red, red.rotate(90), red.rotate(180)))


def mask(side: int = NATIVE) -> Image.Image:
    shown = Image.new("L", (side, side), 0)
    shown.paste(255, (side // 2, 0, side, side))
    return shown


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def from_picture(mode: Mode, **changes: Any) -> tuple[Generation, tuple[bytes, ...]]:
    files = (png(picture()), png(mask()))[: 2 if mode is Mode.INPAINT else 1]
    names = dict(zip(("image", "mask"), (hashlib.sha256(file).hexdigest() for file in files), strict=False))
    return wish(strength=0.6, **names, **{"steps": 8, **changes}), files


class Family:
    """One family's pipeline on a bench of requests."""

    def __init__(self, name: str) -> None:
        self.name, self.pipeline = name, tiny_families.FAMILIES[name]()
        self.bench = Bench(self.pipeline)

    def stock(self, wanted: Generation, mode: Mode) -> Any:
        """Diffusers alone: a pipeline of its own over the same parts, called as its documentation says."""
        import diffusers

        cls = getattr(diffusers, STOCK[self.name, mode])
        parts = {name: part for name, part in self.pipeline.components.items() if name != "image_encoder"}
        parts["scheduler"] = recipes.scheduler_for(self.pipeline, wanted.sampler)
        extra = {"requires_safety_checker": False} if "safety_checker" in parts else {}
        pipeline = tiny_families.quiet(cls(**parts, **extra))
        count = len(wanted.seeds)
        arguments: dict[str, Any] = {
            "prompt": wanted.prompt,
            "image": [picture()] * count
            if mode is Mode.INPAINT or self.name in ("sd3", "flux", "depth")
            else picture(),
            "strength": wanted.strength,
            "num_inference_steps": wanted.steps,
            "guidance_scale": wanted.guidance,
            "num_images_per_prompt": count,
            "generator": [torch.Generator("cpu").manual_seed(seed) for seed in wanted.seeds],
            "output_type": "latent",
        }
        if mode is Mode.INPAINT:
            arguments["mask_image"] = [mask()] * count
        if mode is Mode.INPAINT or self.name == "flux":
            arguments |= {"height": wanted.height, "width": wanted.width}
        return pipeline(**arguments).images

    def begin(self, wanted: Generation, files: tuple[bytes, ...], ticket: Ticket | None = None) -> Future[Any]:
        mine = ticket or Ticket()

        def work() -> Any:
            base = in_mode(self.pipeline, wanted.mode)
            pipeline = recipes.request_pipeline(base, self.bench.executor, mine, wanted.sampler, None)
            with self.bench.executor.request(mine):
                return pipeline(**recipes.call_arguments(pipeline, wanted, files) | {"output_type": "latent"}).images

        return self.bench._pool.submit(work)


@pytest.fixture(scope="module", params=list(tiny_families.FAMILIES))
def family(request: pytest.FixtureRequest) -> Iterator[Family]:
    family = Family(request.param)
    yield family
    family.bench.close()


def modes(family: Family) -> list[Mode]:
    return [mode for name, mode in STOCK if name == family.name]


def test_alone_it_is_bit_identical(family: Family) -> None:
    if family.name not in WORDLESS:
        wanted = wish("a boat", steps=3, seeds=(1, 2))
        assert torch.equal(family.bench.alone(wanted), family.bench.stock(wanted)), "from words"
    for mode in modes(family):
        wanted, files = from_picture(mode, seeds=(1, 2))
        ticket = Ticket()
        assert torch.equal(family.begin(wanted, files, ticket).result(60), family.stock(wanted, mode)), mode
        kind = "sd1" if family.name in WORDLESS else family.name
        assert ticket.forwards == steps_made(kind, wanted.steps, wanted.strength), "the cost counts what is made"


def test_together_it_is_within_the_bound(family: Family) -> None:
    """Two of each mode, with other strengths and steps, and one from words where the family can."""
    asked = [
        from_picture(mode, prompt=prompt, seeds=(seed,), steps=steps)
        for mode in modes(family)
        for prompt, seed, steps in (("a red apple", 1, 8), ("snow", 2, 12))
    ]
    if family.name not in WORDLESS:
        asked.append((wish("a boat", steps=6), ()))
    expected = [
        family.bench.stock(wanted) if wanted.image is None else family.stock(wanted, wanted.mode) for wanted, _ in asked
    ]
    for _ in range(ATTEMPTS):  # encoding is the first thing that waits; on a busy machine they may not meet later
        tickets = [Ticket() for _ in asked]
        with Held(family.bench.executor) as held:
            futures = [family.begin(*one, ticket) for one, ticket in zip(asked, tickets, strict=True)]
            held.until_waiting(len(asked))
        for (wanted, _), future, stock in zip(asked, futures, expected, strict=True):
            assert difference(future.result(60), stock) <= BOUND, wanted.mode
        if max(ticket.most_together for ticket in tickets) > 1:
            return
    raise AssertionError("nothing was merged")


def test_a_picture_does_not_depend_on_its_place(family: Family) -> None:
    for mode in modes(family):
        (two, files), (alone, _) = from_picture(mode, seeds=(5, 6)), from_picture(mode, seeds=(6,))
        pair, single = family.begin(two, files).result(60), family.begin(alone, files).result(60)
        assert difference(pair[1:], single) <= BOUND, mode


def test_it_takes_no_memory_of_its_own(family: Family) -> None:
    for mode in modes(family):
        other = in_mode(family.pipeline, mode)
        assert other.vae is family.pipeline.vae
        part = recipes.denoiser_name(family.pipeline)
        assert getattr(other, part) is getattr(family.pipeline, part)


def test_what_a_family_cannot_do_is_refused(family: Family) -> None:
    for mode in DRAWING:
        if mode in modes(family) or (mode is Mode.WORDS and family.name not in WORDLESS):
            continue
        if mode is Mode.UPSCALE and Mode.IMAGE in modes(family):
            continue
        with pytest.raises(JobFailed, match="This model"):
            in_mode(family.pipeline, mode)


def test_another_number_of_pictures_than_was_said_is_refused(family: Family) -> None:
    wanted, _ = from_picture(modes(family)[0])
    with pytest.raises(JobFailed, match="did not reach"):
        recipes.call_arguments(family.pipeline, wanted, ())


def test_outside_of_the_mask_not_one_pixel_changes(family: Family) -> None:
    if Mode.INPAINT not in modes(family):
        return
    wanted, files = from_picture(Mode.INPAINT)
    (drawn,) = start.pasted([Image.new("RGB", (NATIVE, NATIVE), "lime")], wanted, files)
    half = (0, 0, NATIVE // 2, NATIVE)
    assert drawn.crop(half).tobytes() == picture().crop(half).tobytes()
    assert drawn.getpixel((NATIVE - 1, 3)) == (0, 255, 0)


def test_another_shape_is_cut_to_the_canvas(family: Family) -> None:
    if family.name != "sd1":
        return
    wanted, _ = from_picture(Mode.IMAGE)
    wide = Image.new("RGB", (90, 40), "red")
    wide.paste("blue", (20, 0, 70, 40))
    arguments = recipes.call_arguments(in_mode(family.pipeline, Mode.IMAGE), wanted, (png(wide),))
    (image,) = arguments["image"]
    assert image.size == (NATIVE, NATIVE) and image.getpixel((NATIVE // 2, 2)) == (0, 0, 255)
