"""Pictures as prompts: what stock diffusers draws with the same IP-Adapter, and nothing else for those without one."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from bot.gpu.job import Generation, Mode
from bot.gpu.worker import blending, likeness, recipes
from bot.gpu.worker.device import Device
from bot.gpu.worker.ladder import narrow
from bot.gpu.worker.modes import in_mode
from bot.gpu.worker.ticket import Ticket
from tests import tiny_adapters, tiny_families
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish
from tests.gpu.worker.house import House
from tests.gpu.worker.test_modes import BOUND, picture, png

PICTURES = (picture(), picture().rotate(90).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
FILES = tuple(png(image) for image in PICTURES)
NAMES = tuple(hashlib.sha256(file).hexdigest() for file in FILES)
DEVICE = Device(torch.device("cpu"), "cpu", "test")


def like(*numbers: int, scale: float = 0.6, **changes: Any) -> tuple[Generation, tuple[bytes, ...]]:
    names = tuple(NAMES[number] for number in numbers)
    return wish(image_prompts=names, image_scale=scale, **changes), tuple(FILES[number] for number in numbers)


class Looking:
    """One family's pipeline with an adapter, and diffusers' own way to have one."""

    def __init__(self, name: str, folder: Path, plus: bool) -> None:
        pipeline = tiny_families.FAMILIES[name]()
        self.file, self.encoder = tiny_adapters.save(folder, pipeline.unet, plus)
        self.loaded = copy.deepcopy(pipeline)
        where = {"subfolder": "", "weight_name": self.file.name, "image_encoder_folder": "image_encoder"}
        self.loaded.load_ip_adapter(str(folder), **where, local_files_only=True)
        tiny_families.quiet(self.loaded)
        self.bench = Bench(pipeline)
        self.plain = self.bench.stock(wish("a boat", steps=3))
        self.told = {"distilled": name == "lcm"}
        self.looker, self.bytes = likeness.attach(pipeline, self.file, self.encoder, DEVICE)

    def stock(self, wanted: Generation, pictures: tuple[Image.Image, ...]) -> torch.Tensor:
        pipeline = copy.copy(self.loaded)
        pipeline.__dict__ = dict(self.loaded.__dict__)
        pipeline.__dict__["scheduler"] = recipes.scheduler_for(self.loaded, wanted.sampler)
        pipeline.set_ip_adapter_scale(wanted.image_scale)
        words = Generation(**{**_fields(wanted), "image_prompts": (), "image_scale": 0.0})
        arguments = recipes.call_arguments(pipeline, words) | {"output_type": "latent"}
        return torch.as_tensor(pipeline(**arguments, ip_adapter_image=[list(pictures)]).images)

    def begin(self, wanted: Generation, files: tuple[bytes, ...] = (), ticket: Ticket | None = None) -> Future[Any]:
        mine = ticket or Ticket()
        states = recipes.states_of(wanted, self.looker)

        def work() -> Any:
            base = in_mode(self.bench.pipeline, wanted.mode)
            pipeline = recipes.request_pipeline(base, self.bench.executor, mine, wanted.sampler, None, None, states)
            with self.bench.executor.request(mine):
                arguments = recipes.call_arguments(pipeline, wanted, files, self.looker)
                return pipeline(**arguments | {"output_type": "latent"}).images

        return self.bench._pool.submit(work)


def _fields(wanted: Generation) -> dict[str, Any]:
    return {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}


@pytest.fixture(scope="module", params=["sd1", "sdxl", "lcm", "sd1 plus"])
def looking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looking]:
    name, _, plus = request.param.partition(" ")
    looking = Looking(name, tmp_path_factory.mktemp("adapter"), bool(plus))
    yield looking
    looking.bench.close()


def test_alone_it_is_bit_identical_and_others_do_not_notice(looking: Looking) -> None:
    boat = wish("a boat", steps=3)
    assert torch.equal(looking.begin(boat).result(60), looking.plain), "before anybody showed a picture"
    for numbers, scale, guidance in (((0,), 0.6, 5.0), ((0, 1), 0.35, 5.0), ((1,), 1.0, 1.0)):
        wanted, files = like(*numbers, scale=scale, guidance=guidance, steps=3, seeds=(1, 2), **looking.told)
        drawn = looking.begin(wanted, files).result(60)
        assert torch.equal(drawn, looking.stock(wanted, tuple(PICTURES[n] for n in numbers))), numbers
    assert torch.equal(looking.begin(boat).result(60), looking.plain), "and after"
    assert looking.bytes > looking.looker.bytes > 0


def test_together_each_sees_its_own_picture_at_its_own_scale(looking: Looking) -> None:
    told = looking.told
    asked = [
        (*like(0, seeds=(1,), steps=8, **told), (PICTURES[0],)),
        (*like(1, seeds=(2,), **told), (PICTURES[1],)),
        (*like(1, seeds=(2,), scale=0.2, **told), (PICTURES[1],)),
        (*like(0, 1, seeds=(3,), **told), PICTURES),
        (wish("a boat", steps=3), (), ()),
    ]
    tickets = [Ticket() for _ in asked]
    with Held(looking.bench.executor) as held:
        futures = [looking.begin(one[0], one[1], ticket) for one, ticket in zip(asked, tickets, strict=True)]
        held.until_waiting(len(asked))
    drawn = [future.result(60) for future in futures]
    for (wanted, _, pictures), got in zip(asked[:4], drawn, strict=False):
        assert difference(got, looking.stock(wanted, pictures)) <= BOUND
    assert torch.equal(drawn[4], looking.plain), "who shows no picture shares no forward with them"
    assert [ticket.most_together for ticket in tickets] == [2, 2, 1, 1, 1]
    assert difference(drawn[1], drawn[2]) > 1e-3, "the scale matters"


@torch.no_grad()
def test_a_blend_starts_from_both_and_looks_at_both(looking: Looking) -> None:
    wanted, files = like(0, 1, image=NAMES[0], blend=NAMES[1], strength=0.6, steps=8, **looking.told)
    pipeline = in_mode(looking.loaded, Mode.IMAGE)
    tiny_families.quiet(pipeline).set_ip_adapter_scale(0.6)
    vae = pipeline.vae
    seen = [vae.encode(pipeline.image_processor.preprocess(image)).latent_dist for image in PICTURES]
    stock = pipeline(
        prompt=wanted.prompt,
        image=blending.Mixture(*seen).mode() * vae.config.scaling_factor,
        ip_adapter_image=[list(PICTURES)],
        strength=0.6,
        num_inference_steps=8,
        guidance_scale=wanted.guidance,
        generator=[torch.Generator("cpu").manual_seed(1)],
        output_type="latent",
    ).images
    assert torch.equal(looking.begin(wanted, files).result(60), torch.as_tensor(stock))


def test_a_unet_that_went_to_half_precision_takes_its_adapter_along(tmp_path: Path) -> None:
    pipeline = tiny_families.sd1()
    looker, _ = likeness.attach(pipeline, *tiny_adapters.save(tmp_path, pipeline.unet), DEVICE)
    narrow(pipeline.unet, torch.float16)
    sample, words, seen = torch.randn(2, 4, 8, 8), torch.randn(2, 24, 32), torch.randn(2, 1, tiny_adapters.SEEN)
    with looker.worn(pipeline.unet, 0.5):
        conditions = {"encoder_hidden_states": words, "added_cond_kwargs": {"image_embeds": [seen]}}
        (output,) = pipeline.unet(sample=sample, timestep=5, **conditions, return_dict=False)
    assert torch.isfinite(output).all() and pipeline.unet.encoder_hid_proj is None


def test_an_adapter_that_cannot_be_read_leaves_the_model_usable(tmp_path: Path) -> None:
    file, encoder = tiny_adapters.save(tmp_path, tiny_families.sd1().unet)
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(file.read_bytes()[:-100])
    house = House(
        {"sees": tiny_families.sd1, "blind": tiny_families.sd1},
        adapters={"sees": (file, encoder), "blind": (broken, encoder)},
    )
    try:
        for job, model, outcome in ((1, "sees", "rendered"), (2, "blind", "failed")):
            wanted, files = like(0, model=model)
            house.studio.take(job, wanted, files)
            header, _ = house.end_of(job)
            assert header["type"] == outcome, header
            resident = house.studio.resident(model)
            assert resident is not None and (resident.bytes > 10) == (outcome == "rendered"), "its size counts"
        assert header["code"] == "adapter" and "IP-Adapter could not be read" in header["message"]
        assert house.draw(3, wish(model="blind"))[0]["type"] == "rendered"
    finally:
        house.close()
