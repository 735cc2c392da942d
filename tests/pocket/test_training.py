"""The training code on a toy scale: the written encoder is exact, a run resumes, the optimiser minds its split."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from bot.pocket import WEIGHTS, autoencoder, text
from bot.pocket.bank import Bank
from bot.pocket.diffusion import Models, Plan, Trainer
from bot.pocket.latents import PatchCode, signed
from bot.pocket.optim import Optimiser, newton_schulz, prefers_muon
from bot.pocket.scenes import KINDS, Composer
from bot.pocket.train import parser


def encoded(model: Any, pictures: list[Any]) -> torch.Tensor:
    pixels = torch.from_numpy(signed(pictures)).permute(0, 3, 1, 2)
    with torch.no_grad():
        latents: torch.Tensor = model.encode(pixels).latent_dist.mode()
    return latents


def test_written_encoder_computes_the_patch_code(composer: Composer) -> None:
    pictures = autoencoder.scenes_of_all_kinds(composer, 36)
    code = PatchCode.fit(pictures)
    model = autoencoder.written(code, pictures)
    error = encoded(model, pictures[:6]) - code.to_latents(pictures[:6])
    # the first 4x4 basis keeps 32 of 48 components, so a little is lost by design
    assert float(error.pow(2).mean().sqrt()) < 0.05
    assert autoencoder.decoding_quality(model, code, pictures[:4]) + 20 > 20


def test_patch_code_is_recovered_from_an_autoencoder(composer: Composer, pipeline: Any) -> None:
    pictures = autoencoder.scenes_of_all_kinds(composer, 60)
    code = PatchCode.of_autoencoder(pipeline.vae, pictures[:54])
    error = encoded(pipeline.vae, pictures[54:]) - code.to_latents(pictures[54:])
    assert float(error.abs().max()) < 0.05


def test_code_saves_and_loads(tmp_path: Path, composer: Composer) -> None:
    code = PatchCode.fit(autoencoder.scenes_of_all_kinds(composer, 12))
    code.save(tmp_path / "code.npz")
    assert np.array_equal(PatchCode.load(tmp_path / "code.npz").encode, code.encode)


@pytest.fixture
def small_bank(composer: Composer) -> Callable[[Models], Bank]:
    def build(models: Models) -> Bank:
        code = PatchCode.fit(autoencoder.scenes_of_all_kinds(composer, 30))
        bank = Bank(composer, code, models.tokenise, dict.fromkeys(KINDS, 32))
        for kind in KINDS:
            bank.refresh(kind, 20)
        return bank

    return build


def test_bank_overwrites_its_oldest_rows(small_bank: Callable[[Models], Bank]) -> None:
    bank = small_bank(Models.load(WEIGHTS))
    first = bank.latents["single"][0].clone()
    bank.refresh("single", 20)
    assert not torch.equal(bank.latents["single"][0], first)
    latents, tokens = bank.draw(dict.fromkeys(KINDS, 1.0), 17)
    assert latents.shape == (17, 12, 16, 16)
    assert tokens.shape == (17, 24)


def test_a_run_saves_resumes_and_exports_a_pipeline(tmp_path: Path, small_bank: Callable[[Models], Bank]) -> None:
    said: list[str] = []
    plan = Plan(folder=tmp_path, minutes=0, batch=4, refresh=2, compiled=False)
    models = Models.load(WEIGHTS)
    trainer = Trainer(models, small_bank(models), plan, said.append)
    before = trainer.optimiser.masters[0].clone()
    loss, _ = trainer.step(0.5)
    assert loss > 0
    assert not torch.equal(before, trainer.optimiser.masters[0])
    trainer.save(0.5, 1.0)
    again = Models.load(WEIGHTS)
    resumed = Trainer(again, small_bank(again), plan, said.append)
    assert resumed.samples == 4
    assert resumed.passed_before == 0.5
    assert torch.equal(resumed.optimiser.masters[0], trainer.optimiser.masters[0])
    assert (tmp_path / "pipeline" / "model_index.json").is_file()
    for file in (tmp_path / "pipeline").rglob("*config.json"):
        assert str(WEIGHTS) not in file.read_text(encoding="utf-8")


def test_text_stage_teaches_an_encoder(small_bank: Callable[[Models], Bank]) -> None:
    models = Models.load(WEIGHTS)
    encoder = text.new_encoder(models.tokenizer)
    before = next(encoder.parameters()).detach().clone()
    text.pretrain(encoder, small_bank(models), models.tokenizer.eos_token_id, minutes=0.003, say=print)
    assert not torch.equal(before, next(encoder.parameters()))


def test_newton_schulz_evens_out_singular_values() -> None:
    torch.manual_seed(0)
    for shape in ((2, 24, 96), (1, 96, 24)):
        values = torch.linalg.svdvals(newton_schulz(torch.randn(*shape)).float())
        assert float(values.min()) > 0.5
        assert float(values.max()) < 1.4


def test_optimiser_keeps_tables_and_ends_with_adamw() -> None:
    table, matrix, vector = (torch.nn.Parameter(torch.randn(*shape)) for shape in ((40, 32), (32, 40), (32,)))
    assert not prefers_muon("text.token_embedding.weight", table)
    assert not prefers_muon("unet.conv_in.weight", matrix)
    assert not prefers_muon("unet.norm.weight", vector)
    assert prefers_muon("unet.mid.to_q.weight", matrix)


def test_optimiser_descends() -> None:
    torch.manual_seed(0)
    matrix, vector = torch.nn.Parameter(torch.randn(24, 32)), torch.nn.Parameter(torch.randn(24))
    optimiser = Optimiser([("inner.weight", matrix), ("inner.bias", vector)], average=0.9)
    losses = []
    for _ in range(60):
        loss = matrix.pow(2).sum() + vector.pow(2).sum()
        losses.append(loss.item())
        loss.backward()
        optimiser.step(0.05, clip=100)
    assert losses[-1] < losses[0] * 0.5


def test_help_explains_a_full_rebuild(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    shown = capsys.readouterr().out
    for stage in ("vae", "text", "diffusion"):
        assert stage in shown
