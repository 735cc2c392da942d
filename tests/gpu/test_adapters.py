"""Which IP-Adapters there are, which model each fits, and what is wrong with the others."""

from __future__ import annotations

import json
from pathlib import Path

from bot.findings import adapter_findings
from bot.gpu.adapters import read_adapters, with_adapters
from bot.gpu.catalog import read_catalog
from bot.settings import Settings
from tests.gpu.test_catalog import SD1, SDXL, folder, tensors

PLAIN = {"image_proj.proj.weight": [3072, 1024], "image_proj.norm.weight": [768]}
PLUS = {"image_proj.proj_in.weight": [768, 1280], "image_proj.latents": [1, 16, 768]}


def encoder(path: Path, projection: int = 1024, hidden: int = 1280) -> Path:
    path.mkdir(parents=True)
    (path / "config.json").write_text(json.dumps({"projection_dim": projection, "hidden_size": hidden}))
    return tensors(path / "model.safetensors", {"a": [1]}).parent


def adapter(path: Path, image_proj: dict[str, list[int]], width: int = 768) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    return str(tensors(path, {**image_proj, "ip_adapter.1.to_k_ip.weight": [320, width]}))


def test_each_model_gets_the_first_that_fits_it(tmp_path: Path) -> None:
    beside = encoder(tmp_path / "hub" / "models" / "image_encoder")
    files = [
        adapter(tmp_path / "hub" / "sdxl_models" / "xl.safetensors", PLAIN, 2048),
        adapter(tmp_path / "hub" / "models" / "plus.safetensors", PLUS),
        adapter(tmp_path / "hub" / "models" / "plain.safetensors", PLAIN),
    ]
    sources = [
        f"small={tensors(tmp_path / 'small.safetensors', SD1)}",
        f"large={tensors(tmp_path / 'large.safetensors', SDXL)}",
        f"folder={folder(tmp_path / 'folder', cross=768)}",
        f"odd={folder(tmp_path / 'odd', cross=32)}",
        f"inpaint={folder(tmp_path / 'inpaint', 'StableDiffusionInpaintPipeline')}",
        "missing=/nowhere",
    ]
    models = {model.name: model for model in with_adapters(read_catalog(sources, tmp_path), files)}
    seen = {name: model.adapter.file.name if model.adapter else None for name, model in models.items()}
    assert seen == {
        "small": "plus.safetensors",
        "large": "xl.safetensors",
        "folder": "plus.safetensors",
        "odd": None,
        "inpaint": None,
        "missing": None,
        "starter": None,
    }
    assert models["large"].adapter == (Path(files[0]), beside), "as it lies on the hub"


def test_problems_name_what_is_wrong(tmp_path: Path) -> None:
    encoder(tmp_path / "image_encoder", projection=512)
    (tmp_path / "pickled.bin").write_bytes(b"cos\nsystem\n")
    other = tensors(tmp_path / "other.safetensors", {"a": [1]})
    face = adapter(tmp_path / "face.safetensors", {"image_proj.proj.2.weight": [1, 1], "image_proj.norm.weight": [768]})
    cut = Path(adapter(tmp_path / "cut.safetensors", PLAIN))
    cut.write_bytes(cut.read_bytes()[:-1])
    cases = {
        str(tmp_path / "none.safetensors"): "no file",
        str(tmp_path / "pickled.bin"): "pickled weights are not opened",
        str(other): "not those of an IP-Adapter",
        face: "FaceID",
        str(cut): "cut off",
        adapter(tmp_path / "plain.safetensors", PLAIN): "image encoder it was made for is missing",
    }
    for found, says in zip(read_adapters(cases), cases.values(), strict=True):
        assert found.problem is not None and says in found.problem, found


def test_doctor_says_who_looks_through_which(tmp_path: Path) -> None:
    encoder(tmp_path / "image_encoder")
    files = (
        adapter(tmp_path / "plain.safetensors", PLAIN),
        adapter(tmp_path / "large.safetensors", PLAIN, 2048),
        str(tmp_path / "none.safetensors"),
    )
    models = (f"small={tensors(tmp_path / 'small.safetensors', SD1)}",)
    found = list(adapter_findings(Settings(models_dir=tmp_path, models=models, ip_adapters=files)))
    assert [(one.mark, one.text) for one in found] == [
        ("✓", "plain.safetensors: for small"),
        ("!", "large.safetensors"),
        ("✗", "none.safetensors"),
    ]
    assert "No model has use for it" in found[1].mend and "no file" in found[2].mend
