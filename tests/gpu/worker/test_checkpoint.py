"""Legacy checkpoints: read without unpickling, converted without unpickling, and refused where they hold more."""

from __future__ import annotations

import io
import pickle
import sys
import tarfile
import types
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file

from bot.errors import FetchError, ModelUnusable
from bot.fetch import add_model
from bot.gpu import checkpoint, convert, single
from bot.gpu.catalog import read_catalog
from bot.gpu.pickle_table import named_weights
from bot.settings import Settings
from tests.gpu.test_catalog import SD1
from tests.pretend_hub import PretendHub


class Hostile:
    """Unpickling it writes a file."""

    def __init__(self, proof: Path) -> None:
        self._proof = proof

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, (f"open({str(self._proof)!r}, 'w').close()",)


def some_weights() -> dict[str, torch.Tensor]:
    torch.manual_seed(3)
    wide = torch.randn(6, 5)
    return {
        "a": torch.randn(2, 3, 4),
        "half": torch.randn(7).half(),
        "brain": torch.randn(3, 3).bfloat16(),
        "turned": wide.t(),
        "part": wide[2:4, 1:3],
        "whole": torch.arange(5),
        "one": torch.tensor(2.5),
        "none": torch.zeros(0, 4),
        "truth": torch.tensor([True, False]),
    }


def shapes_of(tensors: dict[str, torch.Tensor]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(tensor.shape) for name, tensor in tensors.items()}


@pytest.fixture
def lightning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As pytorch_lightning saved Stable Diffusion's own checkpoints."""
    module = types.ModuleType("pytorch_lightning.callbacks.model_checkpoint")
    callback = module.ModelCheckpoint = type("ModelCheckpoint", (), {"__module__": module.__name__})  # type: ignore[attr-defined]
    for name in ("pytorch_lightning", "pytorch_lightning.callbacks"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    path = tmp_path / "trained.ckpt"
    weights = some_weights() | {"model_ema.a": torch.zeros(2)}
    torch.save({"epoch": 3, "callbacks": {callback: {"best": 0.5}}, "state_dict": weights}, path)
    return path


@pytest.mark.parametrize("wrap", ["bare", "nested", "parameters", "module"])
def test_names_and_shapes_are_read_without_unpickling(tmp_path: Path, wrap: str) -> None:
    weights, path = some_weights(), tmp_path / "x.ckpt"
    saved: Any = weights
    if wrap == "nested":
        saved = {"state_dict": {"state_dict": weights}, "global_step": 470_000}
    elif wrap == "parameters":
        weights = {"a": torch.nn.Parameter(torch.randn(3, 2))}
        saved = weights
    elif wrap == "module":  # an ordered dictionary with metadata of its own
        saved = torch.nn.Linear(3, 2).state_dict()
        weights = dict(saved)
    torch.save(saved, path)
    found = checkpoint.read_checkpoint(path)
    assert {name: tensor.shape for name, tensor in found.tensors.items()} == shapes_of(weights)
    assert found.foreign == () and checkpoint.refusal(found, path) is None


def test_a_trainers_file_is_refused_and_converted_without_running_it(lightning: Path) -> None:
    with pytest.raises(ModelUnusable, match=r"pytorch_lightning\.callbacks.*model convert trained\.ckpt"):
        single.read(lightning)
    with pytest.raises(pickle.UnpicklingError):  # torch says the same
        torch.load(lightning, weights_only=True)
    target = lightning.with_suffix(".safetensors")
    assert convert.convert(lightning, target) == len(some_weights())
    read = load_file(target)
    for name, tensor in some_weights().items():
        assert torch.equal(read[name], tensor) and read[name].dtype == tensor.dtype, name


def test_what_would_run_code_is_refused_and_nothing_runs(tmp_path: Path) -> None:
    proof, path = tmp_path / "ran", tmp_path / "evil.ckpt"
    torch.save({"state_dict": {**{name: torch.zeros(shape) for name, shape in SD1.items()}, "x": Hostile(proof)}}, path)
    evil, starter = read_catalog([f"evil={path}"], tmp_path)
    assert evil.problem is not None and "exec" in evil.problem and "model convert" in evil.problem
    assert starter.problem is None
    convert.convert(path, tmp_path / "tamed.safetensors")
    assert read_catalog([f"tamed={tmp_path / 'tamed.safetensors'}"], tmp_path)[0].problem is None
    assert not proof.exists()
    torch.load(path, weights_only=False)
    assert proof.exists(), "the file of this test would have"


@pytest.mark.parametrize("end", [b")R.", b"2\x93.", b"K\x01\x93."])
def test_a_nest_that_would_fill_the_memory_if_spelt_out_is_refused(end: bytes) -> None:
    doubling = b"2\x86" * 64  # a pair of itself, again and again
    with pytest.raises((ModelUnusable, ValueError)):
        named_weights(b"\x80\x04)" + doubling + end)


def test_the_family_of_a_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "mine.ckpt"
    torch.save({"state_dict": {name: torch.zeros(shape) for name, shape in SD1.items()}}, path)
    model, _ = read_catalog([str(path)], tmp_path)
    assert (model.name, model.family, model.problem) == ("mine", "sd1", None)


def test_a_checkpoint_of_the_hub_is_fetched_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hub").mkdir()
    torch.save({name: torch.zeros(shape) for name, shape in SD1.items()}, tmp_path / "hub" / "old.ckpt")
    hub = PretendHub("someone/old", tmp_path / "hub")
    monkeypatch.setenv("HF_ENDPOINT", hub.url)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    settings = Settings(data_dir=tmp_path / "data", device="cpu")
    with pytest.raises(FetchError, match=r"name one of them:\n  someone/old/old\.ckpt"):
        add_model(settings, "someone/old", lambda _: True)
    said = add_model(settings, "someone/old/old.ckpt", lambda _: True)
    place = settings.models_dir / "someone--old--old.ckpt"
    assert said.endswith(f"MODELS=someone--old--old={place}")
    hub.close()


def _zip(path: Path, entries: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("before 2020", "from before 2020"),
        ("tar", "from before 2020"),
        ("cut", "cut off"),
        ("empty", "cut off"),
        ("text", "cut off"),
        ("compressed", "compressed"),
        ("overlapping", "more contents than"),
        ("long table", "far too long"),
        ("long list", "list of contents is far too long"),
        ("program", "no checkpoint of weights"),
        ("a zip of pictures", "no checkpoint of weights"),
        ("no table", "no table of weights"),
        ("garbage table", "cut off"),
        ("storage cut", "cut off"),
        ("big endian", "order of bytes"),
    ],
)
def test_files_that_are_not_opened(tmp_path: Path, kind: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path, good = tmp_path / "x.ckpt", tmp_path / "good.ckpt"
    torch.save(some_weights(), good)
    with zipfile.ZipFile(good) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if kind == "before 2020":
        torch.save(some_weights(), path, _use_new_zipfile_serialization=False)
    elif kind == "tar":
        with tarfile.open(path, "w") as tar:
            tar.addfile(tarfile.TarInfo("pickle"), io.BytesIO())
    elif kind == "cut":
        path.write_bytes(good.read_bytes()[:-40])
    elif kind in ("empty", "text"):
        path.write_bytes(b"" if kind == "empty" else b"version https://git-lfs")
    elif kind == "compressed":
        _zip(path, parts | {"good/data/0": bytes(50_000_000)}, zipfile.ZIP_DEFLATED)
    elif kind == "overlapping":
        path.write_bytes(_claiming(good.read_bytes()))
    elif kind == "long table":
        monkeypatch.setattr(checkpoint, "MAX_PICKLE", 100)
        path = good
    elif kind == "long list":
        monkeypatch.setattr(checkpoint, "MAX_DIRECTORY", 100)
        path = good
    elif kind == "program":
        _zip(path, parts | {"good/constants.pkl": b"."})
    elif kind == "a zip of pictures":
        _zip(path, {"a.png": b"x"})
    elif kind == "no table":
        torch.save([1, 2], path)
    elif kind == "garbage table":
        _zip(path, parts | {"good/data.pkl": b"\x80\x02garbage"})
    elif kind == "storage cut":
        _zip(path, parts | {"good/data/0": parts["good/data/0"][:-1]})
    elif kind == "big endian":
        _zip(path, parts | {"good/byteorder": b"big"})
    with pytest.raises(ModelUnusable, match=says):
        checkpoint.read_checkpoint(path)
    assert read_catalog([f"x={path}"], tmp_path)[0].problem


def _claiming(content: bytes) -> bytes:
    """The zip's list of contents says that the first entry has a gigabyte."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 20] + (1 << 30).to_bytes(4, "little") * 2 + content[at + 28 :]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder in which nothing may appear, and the parts of a checkpoint that would make something appear there."""
    folder = tmp_path_factory.mktemp("tables")
    torch.save({"state_dict": {"a": torch.zeros(2, 3)}, "x": Hostile(folder / "ran")}, folder / "x.ckpt")
    with zipfile.ZipFile(folder / "x.ckpt") as archive:
        return folder, {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_whatever_is_done_to_a_table_it_is_read_or_refused(
    data: st.DataObject, hostile: tuple[Path, dict[str, bytes]]
) -> None:
    folder, parts = hostile
    table = bytearray(parts["x/data.pkl"])
    for _ in range(data.draw(st.integers(1, 5))):
        table[data.draw(st.integers(0, len(table) - 1))] = data.draw(st.integers(0, 255))
    _zip(folder / "x.ckpt", parts | {"x/data.pkl": bytes(table)})
    try:
        tensors = checkpoint.read_checkpoint(folder / "x.ckpt").tensors
        assert all(type(tensor.shape) is tuple for tensor in tensors.values())
    except ModelUnusable as refused:
        assert str(refused)
    assert [path.name for path in folder.iterdir()] == ["x.ckpt"]


def test_other_files_are_told_by_what_they_are() -> None:
    for name, says in (
        ("conditioner.embedders.0.model.transformer.resblocks.9.mlp.c_proj.bias", "refiner"),
        ("model.diffusion_model.joint_blocks.0.context_block.adaLN_modulation.1.bias", "Stable Diffusion 3"),
        ("double_blocks.0.img_attn.norm.key_norm.scale", "Flux"),
        ("lora_unet_down_blocks_0.lora_up.weight", "LoRA"),
        ("control_model.time_embed.0.weight", "ControlNet"),
        ("decoder.conv_in.weight", "autoencoder alone"),
        ("emb_params", "textual inversion"),
        ("conv_in.weight", "denoiser alone"),
        ("something.else", "not those of Stable Diffusion"),
    ):
        with pytest.raises(ModelUnusable, match=says):
            single.recognised({name: [4, 4]})
    for channels, says in ((5, "depth map"), (7, "to enlarge"), (8, "by instruction"), (13, "13 channels")):
        with pytest.raises(ModelUnusable, match=says):
            single.recognised({**SD1, single.FIRST_LAYER: [320, channels, 3, 3]})
