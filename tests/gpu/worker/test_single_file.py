"""Single files: the families' configurations are the true ones, and original tensor names are read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from diffusers.models.model_loading_utils import load_state_dict
from PIL import Image
from safetensors.torch import save_file

from bot.errors import ModelUnusable
from bot.gpu.worker import device, models, probing, single_file
from tests.gpu.worker.test_checkpoint import Hostile

PARAMETERS = {  # as published with the models
    ("sd1", "unet"): 859_520_964,
    ("sd1", "vae"): 83_653_863,
    ("sd1", "text_encoder"): 123_060_480,
    ("sd2", "unet"): 865_910_724,
    ("sd2", "text_encoder"): 340_387_840,
    ("sdxl", "unet"): 2_567_463_684,
    ("sdxl", "text_encoder_2"): 694_659_840,
}


def family(name: str) -> dict[str, Any]:
    return json.loads((single_file.CONFIGS / f"{name}.json").read_text())


def build(config: dict[str, Any]) -> torch.nn.Module:
    import diffusers
    import transformers

    if "_class_name" in config:
        return getattr(diffusers, config["_class_name"]).from_config(config)
    return getattr(transformers, config["architectures"][0])(transformers.CLIPTextConfig(**config))


@pytest.mark.parametrize(("name", "part"), PARAMETERS)
def test_the_configurations_are_those_of_the_published_models(name: str, part: str) -> None:
    with torch.device("meta"):
        module = build(family(name)[f"{part}/config.json"])
    assert sum(parameter.numel() for parameter in module.parameters()) == PARAMETERS[name, part]


def test_the_tokenizer_is_clips() -> None:
    tokenizer = single_file.tokenizer("<|endoftext|>")
    ids = tokenizer("a photo of an astronaut riding a horse on mars").input_ids
    assert ids == [49406, 320, 1125, 539, 550, 18376, 6765, 320, 4558, 525, 7496, 49407]
    assert len(tokenizer) == 49408 and tokenizer.model_max_length == 77


RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
UNET_ENDS = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}


def original_unet_name(name: str) -> str:
    """The name that Stable Diffusion 1's own code gives a UNet tensor of diffusers."""
    for ours, theirs in UNET_ENDS.items():
        if name.startswith(ours + "."):
            return theirs + name[len(ours) :]
    name = re.sub(r"(resnets\.\d+\.)(\w+)", lambda m: m[1] + RESNET[m[2]], name)
    name = re.sub(
        r"down_blocks\.(\d)\.(resnets|attentions)\.(\d)",
        lambda m: f"input_blocks.{1 + 3 * int(m[1]) + int(m[3])}.{int(m[2] == 'attentions')}",
        name,
    )
    name = re.sub(
        r"up_blocks\.(\d)\.(resnets|attentions)\.(\d)",
        lambda m: f"output_blocks.{3 * int(m[1]) + int(m[3])}.{int(m[2] == 'attentions')}",
        name,
    )
    name = re.sub(
        r"down_blocks\.(\d)\.downsamplers\.0\.conv", lambda m: f"input_blocks.{3 * (int(m[1]) + 1)}.0.op", name
    )
    name = re.sub(
        r"up_blocks\.(\d)\.upsamplers\.0",
        lambda m: f"output_blocks.{3 * int(m[1]) + 2}.{1 if m[1] == '0' else 2}",
        name,
    )
    name = re.sub(r"mid_block\.resnets\.(\d)", lambda m: f"middle_block.{2 * int(m[1])}", name)
    return name.replace("mid_block.attentions.0", "middle_block.1")


def original_vae_name(name: str) -> str:
    name = re.sub(r"down_blocks\.(\d)\.resnets", r"down.\1.block", name)
    name = re.sub(r"down_blocks\.(\d)\.downsamplers\.0", r"down.\1.downsample", name)
    name = re.sub(r"up_blocks\.(\d)\.resnets", lambda m: f"up.{3 - int(m[1])}.block", name)
    name = re.sub(r"up_blocks\.(\d)\.upsamplers\.0", lambda m: f"up.{3 - int(m[1])}.upsample", name)
    name = re.sub(r"mid_block\.resnets\.(\d)", lambda m: f"mid.block_{int(m[1]) + 1}", name)
    name = name.replace("mid_block.attentions.0", "mid.attn_1").replace("conv_norm_out", "norm_out")
    name = name.replace("conv_shortcut", "nin_shortcut").replace("group_norm", "norm")
    for ours, theirs in (("to_q", "q"), ("to_k", "k"), ("to_v", "v"), ("to_out.0", "proj_out")):
        name = name.replace(f"attn_1.{ours}.", f"attn_1.{theirs}.")
    return name


def tiny_family() -> dict[str, Any]:
    """Stable Diffusion 1 with every width shrunk: the same blocks, so the same names."""
    contents = family("sd1")
    contents["unet/config.json"] |= {
        "block_out_channels": [8, 8, 16, 16],
        "norm_num_groups": 4,
        "cross_attention_dim": 16,
        "attention_head_dim": 2,
        "sample_size": 8,
    }
    contents["vae/config.json"] |= {"block_out_channels": [4, 4, 8, 8], "norm_num_groups": 2}
    contents["text_encoder/config.json"] |= {
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
    }
    return contents


@pytest.fixture(params=[4, 9], ids=["words", "inpainting"])
def checkpoint(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, dict[str, torch.nn.Module]]:
    contents = tiny_family()
    configs = tmp_path / "configs"
    configs.mkdir()
    (configs / "sd1.json").write_text(json.dumps(contents))
    (configs / "clip-bpe.txt.gz").write_bytes((single_file.CONFIGS / "clip-bpe.txt.gz").read_bytes())
    monkeypatch.setattr(single_file, "CONFIGS", configs)
    contents["unet/config.json"]["in_channels"] = request.param
    torch.manual_seed(0)
    parts = {part: build(contents[f"{part}/config.json"]).eval() for part in ("unet", "vae", "text_encoder")}
    tensors = {}
    for name, tensor in parts["unet"].state_dict().items():
        tensors["model.diffusion_model." + original_unet_name(name)] = tensor
    for name, tensor in parts["vae"].state_dict().items():
        linear = tensor.dim() == 2 and "attentions" in name
        tensors["first_stage_model." + original_vae_name(name)] = tensor[..., None, None] if linear else tensor
    for name, tensor in parts["text_encoder"].state_dict().items():
        inner = name if name.startswith("text_model.") else f"text_model.{name}"
        tensors["cond_stage_model.transformer." + inner] = tensor
    path = tmp_path / "tiny.safetensors"
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path)
    torch.save({"state_dict": tensors, "global_step": 470_000}, path.with_suffix(".ckpt"))
    return path, parts


@pytest.mark.filterwarnings("ignore:.*:FutureWarning")
@pytest.mark.parametrize("suffix", [".safetensors", ".ckpt"])
def test_original_tensor_names_are_read(checkpoint: tuple[Path, dict[str, torch.nn.Module]], suffix: str) -> None:
    path, parts = checkpoint[0].with_suffix(suffix), checkpoint[1]
    assert models.expected_bytes(path, device.choose("cpu", "auto")) > 0
    resident = models.load("tiny", path, "sd1", device.choose("cpu", "auto"))
    for part, module in parts.items():
        loaded = getattr(resident.pipeline, part).state_dict()
        for name, tensor in module.state_dict().items():
            assert torch.equal(loaded[name], tensor), f"{part}: {name}"
    resident.pipeline.set_progress_bar_config(disable=True)
    masked = parts["unet"].config.in_channels == 9
    start = {"image": Image.new("RGB", (64, 64)), "mask_image": Image.new("L", (64, 64), 255)} if masked else {}
    assert type(resident.pipeline).__name__ == f"StableDiffusion{'Inpaint' if masked else ''}Pipeline"
    image = resident.pipeline("a cat", num_inference_steps=2, width=64, height=64, **start).images[0]
    assert image.size == (64, 64) and resident.preview is not None


@pytest.mark.filterwarnings("ignore:.*:FutureWarning")
@pytest.mark.parametrize("checkpoint", [4], indirect=True)
def test_the_name_of_a_distilled_file_sets_its_scheduler(
    checkpoint: tuple[Path, dict[str, torch.nn.Module]],
) -> None:
    path = checkpoint[0].rename(checkpoint[0].with_name("tiny_lightning_4step.safetensors"))
    scheduler = single_file.read(path, "sd1", torch.float32).scheduler
    assert type(scheduler).__name__ == "EulerDiscreteScheduler"
    assert scheduler.config.timestep_spacing == "trailing" and scheduler.config.beta_schedule == "scaled_linear"
    scheduler.set_timesteps(4)
    assert scheduler.timesteps.tolist() == [999, 749, 499, 249]


@pytest.mark.filterwarnings("ignore:.*:FutureWarning")
@pytest.mark.parametrize("checkpoint", [4], indirect=True)
def test_only_a_file_that_says_nothing_is_asked(
    checkpoint: tuple[Path, dict[str, torch.nn.Module]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both sizes of Stable Diffusion 2 have the same tensors."""
    path = checkpoint[0]
    (single_file.CONFIGS / "sd2.json").write_bytes((single_file.CONFIGS / "sd1.json").read_bytes())
    asked: list[Any] = []
    monkeypatch.setattr(probing, "predicts", lambda unet: asked.append(unet) or "v_prediction")
    opened = single_file.read(path, "sd2", torch.float32)
    assert opened.scheduler.config.prediction_type == "v_prediction" and asked == [opened.unet]
    for name, prediction in (("tiny-512", "epsilon"), ("tiny-768-v", "v_prediction"), ("tiny", None)):
        path = path.rename(path.with_name(f"{name}.safetensors"))
        family = "sd2" if prediction else "sd1"
        opened = single_file.read(path, family, torch.float32)
        assert opened.scheduler.config.prediction_type == (prediction or "epsilon")
    assert len(asked) == 1


class Imagining(torch.nn.Module):
    """A UNet as it is at the last timestep: it gives the noise back, or a picture that has nothing to do with it."""

    def __init__(self, velocity: bool) -> None:
        super().__init__()
        self.velocity, self.one = velocity, torch.nn.Parameter(torch.ones(()))
        self.config = SimpleNamespace(in_channels=4, cross_attention_dim=8)

    def forward(self, sample: Any, timestep: Any, words: Any, return_dict: bool) -> tuple[torch.Tensor]:
        picture = torch.linspace(-2, 2, sample.numel()).reshape(sample.shape)
        return (0.07 * sample - picture if self.velocity else 0.98 * sample - 0.07 * picture,)


def test_a_model_without_a_word_about_it_is_asked_what_it_predicts() -> None:
    from bot.gpu.catalog import starter

    assert probing.predicts(Imagining(velocity=False)) == "epsilon"
    assert probing.predicts(Imagining(velocity=True)) == "v_prediction"
    trained = models.load("starter", starter().source, "sd1", device.choose("cpu", "auto")).pipeline
    assert probing.predicts(trained.unet) == trained.scheduler.config.prediction_type == "v_prediction"
    assert probing.asked(trained.unet, trained.scheduler).config.prediction_type == "v_prediction"


def test_a_file_that_is_none_is_unusable(tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"\x00" * 64)
    with pytest.raises(ModelUnusable, match="broken"):
        models.load("broken", path, "sd1", device.choose("cpu", "auto"))
    with pytest.raises(ModelUnusable, match="family flux"):
        models.load("broken", path, "flux", device.choose("cpu", "auto"))


def test_a_checkpoint_that_became_hostile_runs_nothing(tmp_path: Path) -> None:
    """The engine looks again, and what it asks of torch is weights only."""
    proof, path = tmp_path / "ran", tmp_path / "evil.ckpt"
    torch.save({"state_dict": {"a": Hostile(proof)}}, path)
    with pytest.raises(ModelUnusable, match="more than weights"):
        models.load("evil", path, "sd1", device.choose("cpu", "auto"))
    assert models.expected_bytes(path, device.choose("cpu", "auto")) == 0
    with pytest.raises(OSError):
        load_state_dict(str(path))
    assert not proof.exists()


def test_pickled_weights_are_not_opened(tmp_path: Path) -> None:
    """A diffusers folder whose weights are pickles fails without a byte of them being run."""
    from bot.gpu.catalog import starter

    for path in starter().source.rglob("*.*"):
        target = tmp_path / path.relative_to(starter().source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    weights = tmp_path / "unet" / "diffusion_pytorch_model.safetensors"
    proof = tmp_path / "run"
    weights.with_suffix(".bin").write_bytes(f"cos\nsystem\n(S'touch {proof}'\ntR.".encode())
    weights.unlink()
    with pytest.raises(ModelUnusable):
        models.load("pickled", tmp_path, "sd1", device.choose("cpu", "auto"))
    assert not proof.exists()
