"""The catalogue: folders, files, hub ids, the starter model, and what is wrong with each."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.gpu import traits
from bot.gpu.catalog import STARTER, ModelInfo, read_catalog, starter
from bot.gpu.job import DRAWING, Mode
from bot.gpu.samplers import SAMPLERS


def folder(
    path: Path,
    pipeline: str = "StableDiffusionPipeline",
    cross: int = 768,
    scheduler: dict[str, Any] | None = None,
    **index: Any,
) -> Path:
    parts = {"unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"]}
    configs = {
        "model_index.json": {"_class_name": pipeline, **parts, **index},
        "unet/config.json": {"sample_size": 64, "cross_attention_dim": cross},
        "vae/config.json": {"block_out_channels": [128, 256, 512, 512]},
    }
    if scheduler is not None:
        configs["scheduler/scheduler_config.json"] = scheduler
    for name, config in configs.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(json.dumps(config))
    return path


def tensors(path: Path, shapes: dict[str, list[int]], cut: int = 0, **said: str) -> Path:
    """A file of that header; what it says of itself has a double underscore for each dot."""
    head: dict[str, Any] = {"__metadata__": {key.replace("__", "."): value for key, value in said.items()}}
    end = 0
    for name, shape in shapes.items():
        head[name] = {"dtype": "U8", "shape": shape, "data_offsets": [end, end + 4]}
        end += 4
    text = json.dumps(head).encode()
    data = struct.pack("<Q", len(text)) + text + bytes(end)
    path.write_bytes(data[: len(data) - cut])
    return path


IN = "model.diffusion_model.input_blocks."
SD1 = {f"{IN}0.0.weight": [320, 4, 3, 3], f"{IN}1.1.transformer_blocks.0.attn2.to_k.weight": [320, 768]}
SD2 = {f"{IN}0.0.weight": [320, 4, 3, 3], f"{IN}1.1.transformer_blocks.0.attn2.to_k.weight": [320, 1024]}
SDXL = {f"{IN}0.0.weight": [320, 4, 3, 3], f"{IN}4.1.transformer_blocks.0.attn2.to_k.weight": [640, 2048]}


def only(entry: str, models_dir: Path) -> ModelInfo:
    first, last = read_catalog([entry], models_dir)
    assert last == starter()
    return first


def test_the_starter_model_is_always_there(tmp_path: Path) -> None:
    (model,) = read_catalog([], tmp_path)
    assert (model.name, model.label, model.native_size, model.default_steps) == (STARTER, "starter model", 128, 20)
    assert (model.min_side, model.max_side, model.default_guidance, model.starter) == (64, 256, 3.5, True)
    assert model.problem is None
    assert set(model.samplers) < set(SAMPLERS) and "Heun" not in model.samplers


def test_the_starter_model_is_what_it_says() -> None:
    index = json.loads((starter().source / "model_index.json").read_text())
    unet = json.loads((starter().source / "unet" / "config.json").read_text())
    assert index["_class_name"] == "StableDiffusionPipeline"
    assert unet["sample_size"] * 8 == starter().native_size


@pytest.mark.parametrize(
    ("pipeline", "cross", "family", "native"),
    [
        ("StableDiffusionPipeline", 768, "sd1", 512),
        ("StableDiffusionPipeline", 1024, "sd2", 512),
        ("StableDiffusionXLPipeline", 2048, "sdxl", 512),
        ("LatentConsistencyModelPipeline", 768, "lcm", 512),
    ],
)
def test_folders(tmp_path: Path, pipeline: str, cross: int, family: str, native: int) -> None:
    model = only(f"nice={folder(tmp_path / 'm', pipeline, cross)}", tmp_path)
    assert (model.name, model.family, model.native_size, model.problem) == ("nice", family, native, None)


@pytest.mark.parametrize(("shapes", "family"), [(SD1, "sd1"), (SD2, "sd2"), (SDXL, "sdxl")])
def test_single_files_by_their_header(tmp_path: Path, shapes: dict[str, list[int]], family: str) -> None:
    model = only(str(tensors(tmp_path / "dream.safetensors", shapes)), tmp_path)
    assert (model.name, model.family, model.problem) == ("dream", family, None)


TRAILING = {"_class_name": "EulerDiscreteScheduler", "timestep_spacing": "trailing", "prediction_type": "epsilon"}


@pytest.mark.parametrize(
    ("name", "pipeline", "scheduler", "index", "said"),
    [
        ("nice", "StableDiffusionPipeline", TRAILING, {}, (4, 0.0)),
        ("nice", "StableDiffusionXLPipeline", TRAILING | {"_class_name": "DDIMScheduler"}, {}, (4, 0)),
        ("two-2step", "StableDiffusionXLPipeline", TRAILING, {}, (2, 0.0)),
        ("zero", "StableDiffusionPipeline", TRAILING | {"rescale_betas_zero_snr": True}, {}, (25, 7.5)),
        ("velocity", "StableDiffusionPipeline", TRAILING | {"prediction_type": "v_prediction"}, {}, (25, 7.5)),
        ("nice", "StableDiffusionPipeline", {"_class_name": "LCMScheduler"}, {}, (4, 1.0)),
        ("nice", "StableDiffusionXLPipeline", {}, {"_name_or_path": "ByteDance/SDXL-Lightning-8step"}, (8, 0.0)),
        ("sdxl-lightning", "StableDiffusionXLPipeline", {}, {}, (4, 0.0)),
        ("turbot-soup", "StableDiffusionXLPipeline", {}, {}, (30, 6.0)),
        ("nice", "LatentConsistencyModelPipeline", {}, {}, (4, 8.0)),
    ],
)
def test_folders_of_few_steps(
    tmp_path: Path, name: str, pipeline: str, scheduler: dict[str, Any], index: dict[str, Any], said: tuple[int, float]
) -> None:
    model = only(f"m={folder(tmp_path / name, pipeline, scheduler=scheduler, **index)}", tmp_path)
    assert (model.default_steps, model.default_guidance) == said and model.problem is None


def test_models_that_are_told_their_guidance(tmp_path: Path) -> None:
    xl = folder(tmp_path / "xl", "StableDiffusionXLPipeline")
    config = json.loads((xl / "unet" / "config.json").read_text())
    (xl / "unet" / "config.json").write_text(json.dumps(config | {"time_cond_proj_dim": 256}))
    model = only(f"m={xl}", tmp_path)
    assert (model.default_steps, model.default_guidance, model.told) == (4, 8.0, True)
    flux = folder(tmp_path / "flux", "FluxPipeline", unet=None, transformer=["diffusers", "FluxTransformer2DModel"])
    for embeds, said in ((True, (28, 3.5)), (False, (4, 0.0))):
        (flux / "transformer").mkdir(exist_ok=True)
        (flux / "transformer" / "config.json").write_text(json.dumps({"guidance_embeds": embeds}))
        model = only(f"m={flux}", tmp_path)
        assert (model.default_steps, model.default_guidance, model.told) == (*said, True)


@pytest.mark.parametrize(
    ("name", "shapes", "metadata", "expected"),
    [
        ("sd_turbo", SD2, {}, (4, 0.0, 512, "Euler a")),
        ("sd_xl_turbo_1.0_fp16", SDXL, {}, (4, 0.0, 512, "Euler a")),
        ("sdxl_lightning_8step", SDXL, {}, (8, 0.0, 1024, "Euler")),
        ("dreamshaperXL_v2LightningBaked", SDXL, {}, (4, 0.0, 1024, "Euler")),
        ("Hyper-SDXL-1step", SDXL, {}, (1, 0.0, 1024, "DDIM")),
        ("dreamshaper_8LCM", SD1, {}, (4, 1.0, 512, "LCM")),
        ("hyperrealism", SD1, {}, (25, 7.5, 512, "PNDM")),
        ("v2-1_512-ema-pruned", SD2, {}, (25, 7.5, 512, "DDIM")),
        ("512-base-ema", SD2, {}, (25, 7.5, 512, "DDIM")),
        ("v2-1_768-ema-pruned", SD2, {}, (25, 7.5, 768, "DDIM")),
        ("mine", SD2, {"modelspec__resolution": "512x512"}, (25, 7.5, 512, "DDIM")),
        ("mine", SD1, {"modelspec__resolution": "9x9"}, (25, 7.5, 512, "PNDM")),
    ],
)
def test_single_files_of_few_steps_and_their_size(
    tmp_path: Path, name: str, shapes: dict[str, list[int]], metadata: dict[str, str], expected: tuple[Any, ...]
) -> None:
    model = only(str(tensors(tmp_path / f"{name}.safetensors", shapes, **metadata)), tmp_path)
    assert (model.default_steps, model.default_guidance, model.native_size, model.sampler) == expected


@pytest.mark.parametrize(
    ("name", "keys", "said", "family", "prediction"),
    [
        ("mine", (), {}, "sd1", None),
        ("mine", (), {}, "sd2", None),
        ("v2-1_768-ema", (), {}, "sd2", "v_prediction"),
        ("512-base", (), {}, "sd2", "epsilon"),
        ("768-v", (), {"modelspec.prediction_type": "epsilon"}, "sd2", "epsilon"),
        ("noob", ("v_pred",), {}, "sdxl", "v_prediction"),
        ("noobaiXL_vPred10", (), {}, "sdxl", "v_prediction"),
        ("sdxl_lightning_1step_x0", (), {}, "sdxl", "sample"),
    ],
)
def test_what_single_files_predict(
    name: str, keys: tuple[str, ...], said: dict[str, str], family: str, prediction: str | None
) -> None:
    found = traits.of_file(name, keys, said, family)
    assert found.prediction == prediction and found.scheduler.get("prediction_type") == prediction


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lcm-lora-sdv1-5", (4, 1.0, "LCM")),
        ("LCM_LoRA_Weights_SDXL", (4, 1.0, "LCM")),
        ("sdxl_lightning_8step_lora", (8, 0.0, "Euler trailing")),
        ("Hyper-SD15-2steps-lora", (2, 0.0, "Euler trailing")),
        ("Hyper-SDXL-8steps-CFG-lora", (8, None, "Euler trailing")),
        ("sd_xl_turbo_lora_v1", (4, 0.0, "Euler trailing")),
        ("lightning over the sea", None),
        ("turbo car", None),
        ("hyperdetailed_lora", None),
        ("explorer", None),
    ],
)
def test_loras_for_few_steps(name: str, expected: tuple[Any, ...] | None) -> None:
    assert traits.of_lora(name) == expected


def test_a_file_with_zero_terminal_noise_is_sampled_to_its_end() -> None:
    found = traits.of_file("noob", ("v_pred", "ztsnr"), {}, "sdxl")
    assert found.scheduler["rescale_betas_zero_snr"] and found.scheduler["timestep_spacing"] == "trailing"


def test_hub_ids(tmp_path: Path) -> None:
    missing = only("sd=some-org/some-model", tmp_path)
    assert missing.problem is not None and "./deploy/run model add some-org/some-model" in missing.problem
    folder(tmp_path / "some-org--some-model")
    found = only("sd=some-org/some-model", tmp_path)
    assert found.problem is None and found.source == tmp_path / "some-org--some-model"


def test_names_are_kept_apart(tmp_path: Path) -> None:
    path = folder(tmp_path / "m")
    assert [model.name for model in read_catalog([f"starter={path}", f"a={path}", f"a={path}"], tmp_path)] == [
        "starter-2",
        "a",
        "a-2",
        "starter",
    ]


def test_problems_name_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd.safetensors").write_bytes(b"x" * 100)
    (tmp_path / "old.ckpt").write_bytes(b"x")
    broken = folder(tmp_path / "broken")
    (broken / "unet" / "config.json").write_text("{")
    pickled = folder(tmp_path / "pickled")
    (pickled / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"cos\nsystem\n")
    depth = {**SD1, f"{IN}0.0.weight": [320, 5, 3, 3]}
    cases = {
        "nowhere": "no folder or file",
        "empty": "model_index.json is missing",
        "odd.safetensors": "cut off",
        "old.ckpt": "no checkpoint that torch wrote",
        "broken": "not valid JSON",
        "pickled": "pickled weights are not opened",
        str(folder(tmp_path / "video", "VideoPipeline")): "which cannot be used",
        str(folder(tmp_path / "code", unet=["my_code", "Unet"])): "code of its own",
        str(tensors(tmp_path / "short.safetensors", SD1, cut=1)): "cut off",
        str(tensors(tmp_path / "other.safetensors", {"a": [1]})): "not those of Stable Diffusion",
        str(tensors(tmp_path / "depth.safetensors", depth)): "a depth map",
    }
    for source, words in cases.items():
        model = only(f"m={tmp_path / source}", tmp_path)
        assert model.problem is not None and words in model.problem, source


def test_models_for_one_thing_only_are_known_by_their_files(tmp_path: Path) -> None:
    inpainting = {**SD1, f"{IN}0.0.weight": [320, 9, 3, 3]}
    masked = only(f"m={tensors(tmp_path / 'mask.safetensors', inpainting)}", tmp_path)
    assert masked.problem is None and masked.modes == (Mode.INPAINT,)
    for pipeline, modes in (
        ("StableDiffusionInpaintPipeline", (Mode.INPAINT,)),
        ("StableDiffusionUpscalePipeline", (Mode.UPSCALE,)),
        ("StableDiffusionDepth2ImgPipeline", (Mode.IMAGE,)),
        ("StableDiffusionPipeline", DRAWING),
    ):
        found = only(f"m={folder(tmp_path / pipeline, pipeline)}", tmp_path)
        assert found.problem is None and found.modes == modes, pipeline


def test_a_hostile_header_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    for number, text in enumerate((b"[]", b'{"a": 1}', b'{"a": {"shape": 3, "data_offsets": [0]}}', b"[" * 60_000)):
        path = tmp_path / f"{number}.safetensors"
        path.write_bytes(struct.pack("<Q", len(text)) + text)
        assert only(f"m={path}", tmp_path).problem is not None
    huge = tmp_path / "huge.safetensors"
    huge.write_bytes(struct.pack("<Q", 1 << 62))
    assert only(f"m={huge}", tmp_path).problem is not None


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, bot.gpu.catalog, bot.gpu.engine; print({'torch', 'diffusers', 'transformers'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "set()"
