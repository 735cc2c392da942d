"""``model add`` and ``model list``, against a pretended hub that serves the starter model's real files."""

from __future__ import annotations

import argparse
import io
import os
import pickle
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import fetch, hub
from bot.errors import FetchError, ModelUnusable
from bot.gpu.catalog import read_catalog
from bot.pocket import WEIGHTS
from bot.settings import Settings, load
from tests.pretend_hub import PretendHub


@pytest.mark.parametrize(
    ("models", "source", "line"),
    [
        ((), "runwayml/sd", "MODELS=sd=runwayml/sd"),
        ((), "/models/My Model v2.safetensors", "MODELS=my-model-v2=/models/My Model v2.safetensors"),
        (("a=x/y",), "z/w", "MODELS=a=x/y, w=z/w"),
        (("sd=x/y",), "z/sd", "MODELS=sd=x/y, sd-2=z/sd"),
        (("mine=z/w", "a=x/y"), "z/w", "MODELS=a=x/y, w=z/w"),  # no doubles
        ((), "someone/starter", "MODELS=starter-2=someone/starter"),
    ],
)
def test_the_line_for_env_keeps_what_is_there(models: tuple[str, ...], source: str, line: str) -> None:
    assert fetch.models_line(Settings(models=models), source) == line


def test_the_line_for_env_is_read_back_as_meant(tmp_path: Path) -> None:
    source = "/my models/It's a #1 model.safetensors"
    (tmp_path / ".env").write_text(fetch.models_line(Settings(models=("a=x/y",)), source) + "\n")
    assert load(tmp_path / ".env", {}).models == ("a=x/y", f"it-s-a-1-model={source}")


def test_a_comma_in_a_path_is_said() -> None:
    with pytest.raises(FetchError, match="comma"):
        fetch.models_line(Settings(), "/models/a,b.safetensors")


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendHub]:
    folder = tmp_path / "on the hub"
    shutil.copytree(WEIGHTS, folder)
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"pickle")
    for path in list(folder.rglob("*.safetensors")):
        shutil.copy(path, path.with_suffix(".fp16.safetensors"))
    found = PretendHub("someone/small", folder)
    monkeypatch.setenv("HF_ENDPOINT", found.url)
    for key in ("HF_HUB_OFFLINE", "HF_TOKEN"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("INKLING_CWD", str(tmp_path))
    yield found
    found.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "my data", device="cpu")


def _yes(_: str) -> bool:
    return True


def test_a_model_is_shown_fetched_and_usable(
    pretend: PretendHub, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(capsys.readouterr().out)
        return True

    said = fetch.add_model(settings, "someone/small", ask)
    (shown,) = asked
    assert "licence  creativeml-openrail-m" in shown
    assert "size" in shown
    assert "free in" in shown
    assert said.endswith("MODELS=small=someone/small")
    (model, _) = read_catalog(["small=someone/small"], settings.models_dir)
    assert model.problem is None
    names = {path.name for path in (settings.models_dir / "someone--small").rglob("*") if path.is_file()}
    assert "diffusion_pytorch_model.safetensors" in names
    assert not any("fp16" in name or name.endswith(".bin") for name in names)
    assert pretend.tokens == {""}, "no token that happens to lie on this machine is sent"

    pretend.fetched.clear()
    assert fetch.add_model(settings, "someone/small", _yes).endswith("MODELS=small=someone/small")
    assert pretend.fetched == [], "what is there is not fetched again"


def test_a_cuda_device_takes_the_half_precision_files(pretend: PretendHub, settings: Settings) -> None:
    fetch.add_model(replace(settings, device="cuda"), "someone/small", _yes)
    weights = [path.name for path in (settings.models_dir / "someone--small").rglob("*.safetensors")]
    assert len(weights) == 3
    assert all(".fp16." in name for name in weights)


def test_without_a_yes_no_weights_are_fetched(pretend: PretendHub, settings: Settings) -> None:
    with pytest.raises(FetchError, match="Nothing was fetched"):
        fetch.add_model(settings, "someone/small", lambda _: False)
    assert not any(name.endswith(".safetensors") for name in pretend.fetched)
    assert list(settings.models_dir.iterdir()) == []


def test_a_broken_off_fetch_goes_on_where_it_was(
    pretend: PretendHub, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 1 << 16)
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _: None)
    cut = 1 << 20
    pretend.cut_after = cut
    with pytest.raises(FetchError):
        fetch.add_model(settings, "someone/small", _yes)
    assert not (settings.models_dir / "someone--small").exists()
    pretend.close()

    again = PretendHub("someone/small", pretend.folder)
    monkeypatch.setenv("HF_ENDPOINT", again.url)
    try:
        fetch.add_model(settings, "someone/small", _yes)
    finally:
        again.close()
    assert [wanted for _, wanted in again.ranges] == [f"bytes={cut}-"], "the part that had arrived is kept"
    for path in (settings.models_dir / "someone--small").rglob("*.safetensors"):
        assert (
            path.read_bytes()
            == (pretend.folder / path.relative_to(settings.models_dir / "someone--small")).read_bytes()
        )


def test_damaged_weights_are_thrown_away(pretend: PretendHub, settings: Settings) -> None:
    part = settings.models_dir / "someone--small.partial" / "unet" / "diffusion_pytorch_model.safetensors.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"not what the hub has")
    with pytest.raises(FetchError, match="damaged"):
        fetch.add_model(settings, "someone/small", _yes)
    assert not part.exists()
    assert fetch.add_model(settings, "someone/small", _yes)


def test_a_gated_model_says_how_to_get_in(pretend: PretendHub, settings: Settings) -> None:
    pretend.gated, pretend.accepted_token = "auto", "hf_good"
    with pytest.raises(FetchError, match=r"Accept its terms at https://huggingface.co/someone/small") as refused:
        fetch.add_model(settings, "someone/small", _yes)
    assert "HF_TOKEN" in str(refused.value)
    with pytest.raises(FetchError, match="gated"):
        fetch.add_model(replace(settings, hf_token="hf_not_accepted"), "someone/small", _yes)
    assert fetch.add_model(replace(settings, hf_token="hf_good"), "someone/small", _yes)


def test_a_named_licence_is_shown_with_its_link(
    pretend: PretendHub, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend.card = {"license": "other", "license_name": "flux-1-dev", "license_link": "https://example.org/terms"}
    with pytest.raises(FetchError):
        fetch.add_model(settings, "someone/small", lambda _: False)
    assert "flux-1-dev (https://example.org/terms)" in capsys.readouterr().out


def test_an_unknown_model_is_said_by_name(pretend: PretendHub, settings: Settings) -> None:
    with pytest.raises(FetchError, match="The hub has no someone/else"):
        fetch.add_model(settings, "someone/else", _yes)


def test_pipelines_that_cannot_be_used_are_refused_before_their_weights(
    pretend: PretendHub, settings: Settings
) -> None:
    index = pretend.folder / "model_index.json"
    index.write_text(index.read_text().replace('"StableDiffusionPipeline"', '"TextToVideoSDPipeline"'))
    with pytest.raises(ModelUnusable, match="TextToVideoSDPipeline"):
        fetch.add_model(settings, "someone/small", _yes)
    assert not any(name.endswith(".safetensors") for name in pretend.fetched)


def test_single_file_pages_list_what_can_be_named(pretend: PretendHub, settings: Settings) -> None:
    (pretend.folder / "model_index.json").unlink()
    shutil.copy(pretend.folder / "vae" / "diffusion_pytorch_model.safetensors", pretend.folder / "one.safetensors")
    with pytest.raises(FetchError, match=r"\n  someone/small/one\.safetensors"):
        fetch.add_model(settings, "someone/small", _yes)
    with pytest.raises(ModelUnusable, match="an autoencoder alone"):
        fetch.add_model(settings, "someone/small/one.safetensors", _yes)
    with pytest.raises(FetchError, match=r"no file two\.safetensors"):
        fetch.add_model(settings, "someone/small/two.safetensors", _yes)


def test_too_small_a_disk_is_said_before_asking(
    pretend: PretendHub, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.disk_usage(settings.data_dir.parent)
    monkeypatch.setattr(hub.shutil, "disk_usage", lambda _: real._replace(free=100_000_000))
    with pytest.raises(FetchError, match="not enough room"):
        fetch.add_model(settings, "someone/small", lambda _: pytest.fail("asked"))


def test_offline_is_said_calmly(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch.add_model(settings, "someone/small", _yes)


def test_an_own_folder_and_a_cut_off_file(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKLING_CWD", str(tmp_path))
    shutil.copytree(WEIGHTS, tmp_path / "my model")
    assert fetch.add_model(settings, "my model", _yes).endswith(f"MODELS=my-model={tmp_path / 'my model'}")
    (tmp_path / "cut.safetensors").write_bytes((1000).to_bytes(8, "little") + b"{")
    with pytest.raises(ModelUnusable, match="cut off"):
        fetch.add_model(settings, "cut.safetensors", _yes)
    with pytest.raises(FetchError, match="no folder or file"):
        fetch.add_model(settings, "./nothing/here", _yes)


def test_a_checkpoint_is_converted_beside_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INKLING_CWD", str(tmp_path))
    table = pickle.dumps({})
    with zipfile.ZipFile(tmp_path / "mine.ckpt", "w") as archive:
        archive.writestr("mine/data.pkl", table)
    options = argparse.Namespace(action="convert", source="mine.ckpt")
    assert fetch.model_command(settings, options) == 1
    assert "no weights by name" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.ckpt"]
    (tmp_path / "mine.safetensors").write_bytes(b"mine")
    assert fetch.model_command(settings, options) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_command_lists_and_refuses_with_exit_codes(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(action: str, source: str = "", models: tuple[str, ...] = ()) -> int:
        options = argparse.Namespace(action=action, source=source, yes=False)
        return fetch.model_command(replace(settings, models=models), options)

    assert run("list") == 0
    assert "✓ starter" in capsys.readouterr().out
    assert run("list", models=("a=someone/small",)) == 1
    assert "./deploy/run model add someone/small" in capsys.readouterr().out
    assert run("add", os.devnull) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_nobody_to_ask_means_no(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert fetch._ask_at_terminal("Fetch it?") is False
    assert "--yes" in capsys.readouterr().out
