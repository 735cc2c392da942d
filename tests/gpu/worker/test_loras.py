"""LoRAs: the picture that stock diffusers makes with them, in company too, and nothing left behind in the model."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from bot.errors import JobFailed
from bot.gpu.extras import Lora
from bot.gpu.job import Generation
from bot.gpu.worker import loras, recipes, wardrobe
from bot.gpu.worker.ticket import Ticket
from tests import tiny_families, tiny_loras
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish
from tests.gpu.worker.house import House, furthest_apart

pytestmark = pytest.mark.filterwarnings("ignore:.*:FutureWarning", "ignore:.*:UserWarning")
BOUND = 1e-5


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """A pipeline, and a folder with LoRAs for it."""
    pipeline = tiny_families.FAMILIES[getattr(request, "param", "sd1")]()
    path = tmp_path_factory.mktemp("models")
    tiny_loras.kohya(path / "loras" / "kohya.safetensors", pipeline, seed=1)
    tiny_loras.peft(path / "loras" / "peft.safetensors", pipeline, seed=2)
    tiny_loras.kohya(path / "loras" / "pictures only.safetensors", pipeline, seed=3, text=False)
    tiny_loras.peft(path / "loras" / "words only.safetensors", pipeline, seed=4, pictures=False)
    return pipeline, path


@pytest.fixture
def bench(folder: tuple[Any, Path]) -> Iterator[Bench]:
    bench = Bench(folder[0], extras=folder[1])
    yield bench
    bench.alone(wish(steps=1))  # takes off what was on: ``stock`` copies the pipeline as it is
    bench.close()


def wearing(*loras: tuple[str, float], **changes: Any) -> Generation:
    return wish(loras=tuple(Lora(name, f"loras/{name}.safetensors", strength) for name, strength in loras), **changes)


def stock(folder: tuple[Any, Path], wanted: Generation) -> torch.Tensor:
    """What diffusers itself draws with them."""
    pipeline, path = copy.deepcopy(folder[0]), folder[1]
    pipeline.set_progress_bar_config(disable=True)
    for number, lora in enumerate(wanted.loras):
        pipeline.load_lora_weights(path / lora.file, adapter_name=f"a{number}")
    names = [f"a{number}" for number in range(len(wanted.loras))]
    if names:
        pipeline.set_adapters(names, [lora.strength for lora in wanted.loras])
    pipeline.scheduler = recipes.scheduler_for(pipeline, wanted.sampler)
    plain = replace(wanted, loras=())
    return pipeline(**recipes.call_arguments(pipeline, plain) | {"output_type": "latent"}).images


@pytest.mark.parametrize(
    ("folder", "loras"),
    [
        ("sd1", [("kohya", 0.8)]),
        ("sd1", [("peft", -0.5)]),
        ("sd1", [("pictures only", 1.0)]),
        ("sd1", [("words only", 1.0)]),
        ("sd1", [("kohya", 0.4), ("peft", 1.3)]),
        ("sdxl", [("kohya", 0.8)]),
        ("sdxl", [("kohya", 0.4), ("peft", 1.3)]),
    ],
    indirect=["folder"],
)
def test_alone_it_is_stock_bit_for_bit_and_leaves_nothing(
    folder: tuple[Any, Path], bench: Bench, loras: list[tuple[str, float]]
) -> None:
    before = bench.alone(wish())
    wanted = wearing(*loras)
    expected = stock(folder, wanted)
    assert torch.equal(bench.alone(wanted), expected)
    assert difference(expected, before) > 1e-3, "it changes nothing"
    assert torch.equal(bench.alone(wish()), before) and torch.equal(before, bench.stock(wish()))
    for module in (bench.pipeline.unet, bench.pipeline.text_encoder):
        layers = [one for one in module.modules() if isinstance(one, torch.nn.Linear | torch.nn.Conv2d)]
        assert layers and not [one for one in layers if one._forward_hooks]


def test_people_with_different_ones_draw_at_once(folder: tuple[Any, Path], bench: Bench) -> None:
    wishes = [
        wearing(("kohya", 0.8), seeds=(1,)),
        wearing(("peft", 0.8), seeds=(2,)),
        wish(seeds=(3,)),
        wearing(("kohya", 0.8), prompt="two birds", seeds=(4, 5)),
        wish("snow", seeds=(7,)),
    ]
    expected = [stock(folder, wanted) for wanted in wishes]
    before = bench.executor.counts.forwards
    for got, one in zip(bench.together(wishes), expected, strict=True):
        assert difference(got, one) <= BOUND
    separate = bench.executor.counts.forwards - before
    assert 3 * 6 <= separate < 5 * 6, "equal outfits share forwards, others never"


def test_equal_outfits_share_a_forward(bench: Bench) -> None:
    tickets = [Ticket(), Ticket()]
    with Held(bench.executor) as held:
        futures = [bench.begin(wearing(("kohya", 0.8), seeds=(seed,)), ticket) for seed, ticket in enumerate(tickets)]
        held.until_waiting(2)
    for future in futures:
        future.result(60)
    assert [ticket.most_together for ticket in tickets] == [2, 2]


def test_a_strength_of_zero_is_none_at_all(bench: Bench) -> None:
    assert torch.equal(bench.alone(wearing(("kohya", 0.0))), bench.stock(wish()))


def test_a_file_that_changes_is_read_anew_and_few_are_kept(
    folder: tuple[Any, Path], bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline, path = folder
    file = tiny_loras.kohya(path / "loras" / "mine.safetensors", pipeline, seed=5)
    first = bench.alone(wearing(("mine", 1.0)))
    tiny_loras.kohya(file, pipeline, seed=6, text=False)
    assert not torch.equal(first, bench.alone(wearing(("mine", 1.0))))
    for number in range(10):
        tiny_loras.peft(path / "loras" / f"many{number}.safetensors", pipeline, seed=number, text=False)
        bench.alone(wearing((f"many{number}", 0.5), steps=1))
    assert len(bench.wardrobe._networks) == 8
    one = next(iter(bench.wardrobe._networks.values())).bytes
    monkeypatch.setattr(wardrobe, "MOST_BYTES", int(2.5 * one))
    bench.alone(wearing(("many9", 0.5), steps=1))
    assert len(bench.wardrobe._networks) == 2, "what they take is limited, too"
    assert bench.wardrobe.forget() and not bench.wardrobe.forget()
    assert not torch.equal(bench.alone(wearing(("many9", 0.5))), bench.alone(wish())), "it is read once more"


def test_alpha_is_each_layers_own(folder: tuple[Any, Path], bench: Bench) -> None:
    """Against the formula itself: the weights merged by hand."""
    pipeline, path = folder
    where = next(iter(tiny_loras.layers(pipeline.unet, ("attn2.to_k",))))
    shape = pipeline.unet.get_submodule(where).weight.shape
    down, up = tiny_loras.halves(tuple(shape), 4)
    name = "lora_unet_" + where.replace(".", "_")
    tensors = {f"{name}.lora_down.weight": down, f"{name}.lora_up.weight": up, f"{name}.alpha": torch.tensor(8.0)}
    tiny_loras.saved(path / "loras" / "one.safetensors", tensors)
    merged = copy.deepcopy(pipeline)
    merged.set_progress_bar_config(disable=True)
    with torch.no_grad():
        merged.unet.get_submodule(where).weight += 0.5 * 8 / 4 * up @ down
    expected = merged(**recipes.call_arguments(merged, wish()) | {"output_type": "latent"}).images
    assert difference(bench.alone(wearing(("one", 0.5))), expected) <= BOUND


BLOCKS = {  # of Stable Diffusion XL's own code -> of diffusers
    "input_blocks_4_1": "down_blocks.1.attentions.0",
    "input_blocks_8_1": "down_blocks.2.attentions.1",
    "middle_block_1": "mid_block.attentions.0",
    "output_blocks_0_1": "up_blocks.0.attentions.0",
    "output_blocks_5_1": "up_blocks.1.attentions.2",
}
INNER = ["proj_in", "proj_out", "transformer_blocks_0_attn2_to_k", "transformer_blocks_1_attn1_to_out_0"]
INNER += ["transformer_blocks_0_ff_net_0_proj", "transformer_blocks_1_ff_net_2"]
CONVOLUTIONS = {
    "input_blocks_1_0_in_layers_2": "down_blocks.0.resnets.0.conv1",
    "input_blocks_4_0_emb_layers_1": "down_blocks.1.resnets.0.time_emb_proj",
    "input_blocks_4_0_skip_connection": "down_blocks.1.resnets.0.conv_shortcut",
    "output_blocks_8_0_out_layers_3": "up_blocks.2.resnets.2.conv2",
}


def dotted(inner: str) -> str:
    return (
        inner.replace("transformer_blocks_", "transformer_blocks.")
        .replace("_attn", ".attn")
        .replace("_to_", ".to_")
        .replace("out_0", "out.0")
        .replace("_ff_net_", ".ff.net.")
        .replace(".0_proj", ".0.proj")
    )


@pytest.mark.parametrize("name", ["sd1", "sdxl"])
def test_kohyas_names_find_their_layers_in_the_published_models(name: str, tmp_path: Path) -> None:
    """Every name of the true architecture, without its weights."""
    from tests.gpu.worker.test_single_file import build, family

    with torch.device("meta"):
        unet = build(family(name)["unet/config.json"])
    if name == "sdxl":
        wanted = {f"{ours}_{inner}": f"{theirs}.{dotted(inner)}" for ours, theirs in BLOCKS.items() for inner in INNER}
        wanted |= CONVOLUTIONS
    else:
        layers = tiny_loras.layers(unet, (*tiny_loras.LAYERS, "ff.net.0.proj", "proj_in", "proj_out", "conv_shortcut"))
        wanted = {path.replace(".", "_"): path for path in layers}
    tensors = {"bundle_emb.toy.string_to_param.*": torch.ones(1, 768)}
    for ours, theirs in wanted.items():
        down, up = tiny_loras.halves(tuple(unet.get_submodule(theirs).weight.shape), 1)
        tensors |= {f"lora_unet_{ours}.lora_down.weight": down, f"lora_unet_{ours}.lora_up.weight": up}
        tensors[f"lora_unet_{ours}.alpha"] = torch.tensor(0.5)
    kind = type(tiny_families.FAMILIES[name]())
    pipeline = type("Named", (), {"lora_state_dict": kind.lora_state_dict, "unet": unet})()
    network = loras.opened(tiny_loras.saved(tmp_path / "any.safetensors", tensors), "any", pipeline)
    assert set(network.deltas["unet"]) == set(wanted.values()) and not network.missed
    assert {delta.alpha for delta in network.deltas["unet"].values()} == {0.5}


def test_broken_ones_fail_their_job_alone(folder: tuple[Any, Path], bench: Bench) -> None:
    pipeline, path = folder
    whole = (path / "loras" / "kohya.safetensors").read_bytes()
    (path / "loras" / "cut.safetensors").write_bytes(whole[:-10])
    (path / "loras" / "none.safetensors").write_bytes(b"\x00" * 99)
    other = tiny_families.sd2() if pipeline.unet.config.cross_attention_dim == 32 else tiny_families.sd1()
    tiny_loras.kohya(path / "loras" / "other.safetensors", other, text=False)
    elsewhere = {"lora_unet_nowhere_to_k.lora_down.weight": torch.ones(1, 2)}
    elsewhere["lora_unet_nowhere_to_k.lora_up.weight"] = torch.ones(2, 1)
    tiny_loras.saved(path / "loras" / "elsewhere.safetensors", elsewhere)
    for name, says in (
        ("cut", "cannot be read"),
        ("none", "cannot be read"),
        ("other", "made for another model"),
        ("elsewhere", "fits no layer"),
        ("gone", "no longer here"),
        ("../../secret", "no longer here"),
    ):
        with pytest.raises(JobFailed, match=says):
            bench.wardrobe.outfit(wearing((name, 1.0)), path)
    expected = stock(folder, wearing(("kohya", 0.8)))
    assert torch.equal(bench.alone(wearing(("kohya", 0.8))), expected)


def test_a_linked_file_is_read_and_half_precision_is_kept(
    folder: tuple[Any, Path], bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "loras").symlink_to(folder[1] / "loras", target_is_directory=True)
    outfit = bench.wardrobe.outfit(wearing(("kohya", 1.0)), tmp_path)
    deltas = next(found for path, found in outfit.layers["unet"].items() if path.endswith("to_q"))
    layer = torch.nn.Linear(deltas[0][0].down.shape[1], deltas[0][0].up.shape[0]).half()
    x = torch.ones(2, layer.in_features).half()
    output = loras.adding(deltas)(layer, (x,), torch.zeros(2, layer.out_features).half())
    delta, scale = deltas[0]
    assert output.dtype is torch.float16 and scale == pytest.approx(2 / 3)
    assert output.float().allclose(x.float() @ delta.down.T @ delta.up.T * scale, atol=1e-2)


def test_a_model_of_another_kind_refuses(tmp_path: Path) -> None:
    bench = Bench(tiny_families.sd3(), extras=tmp_path)
    with pytest.raises(JobFailed, match="cannot be used with this model"):
        bench.wardrobe.outfit(wearing(("any", 1.0)), tmp_path)
    bench.close()


def test_in_the_studio_two_people_get_their_own_pictures(folder: tuple[Any, Path]) -> None:
    pipeline, path = folder
    house = House({"tiny": lambda: pipeline}, extras=path)
    wishes = [wearing(("kohya", 1.5)), wearing(("peft", 1.5)), wish()]
    together = [house.studio.take(number, wanted) for number, wanted in enumerate(wishes, 1)]
    pictures = [house.end_of(number) for number in range(1, len(together) + 1)]
    assert all(header["type"] == "rendered" for header, _ in pictures)
    assert len({blob for _, (blob,) in pictures}) == 3
    for number, wanted in enumerate(wishes, 11):
        assert furthest_apart(house.draw(number, wanted)[1][0], pictures[number - 11][1][0]) <= 1
    failed, _ = house.draw(20, wearing(("gone", 1.0)))
    assert failed["type"] == "failed" and failed["code"] == "lora" and "gone" in failed["message"]
    house.close()
