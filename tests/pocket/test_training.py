"""The training code on a toy scale: the written encoder is exact, a run resumes, the optimiser minds its split."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_model
from transformers import CLIPTextModel

from bot.pocket import WEIGHTS, autoencoder, decoder, text
from bot.pocket.attention import guide
from bot.pocket.bank import Bank
from bot.pocket.concepts import Lexicon
from bot.pocket.diffusion import Denoising, Models, renew_words
from bot.pocket.latents import PatchCode, signed
from bot.pocket.optim import Optimiser, newton_schulz, prefers_muon
from bot.pocket.scenes import KINDS, Composer, Pictures
from bot.pocket.train import parser
from bot.pocket.training import Plan, Run


def encoded(model: Any, pictures: list[Any]) -> torch.Tensor:
    pixels = torch.from_numpy(signed(pictures)).permute(0, 3, 1, 2)
    with torch.no_grad():
        latents: torch.Tensor = model.encode(pixels).latent_dist.mode()
    return latents


def test_written_encoder_computes_the_patch_code(composer: Composer) -> None:
    pictures = decoder.scenes_of_all_kinds(composer, 36)
    code = PatchCode.fit(pictures)
    model = autoencoder.written(code, pictures)
    error = encoded(model, pictures[:6]) - code.to_latents(pictures[:6])
    # the first 4x4 basis keeps 32 of 48 components, so a little is lost by design
    assert float(error.pow(2).mean().sqrt()) < 0.05
    assert decoder.decoding_quality(model, code, pictures[:4]) > 0


def test_patch_code_is_recovered_from_an_autoencoder(composer: Composer, pipeline: Any) -> None:
    pictures = decoder.scenes_of_all_kinds(composer, 60)
    code = PatchCode.of_autoencoder(pipeline.vae, pictures[:54])
    error = encoded(pipeline.vae, pictures[54:]) - code.to_latents(pictures[54:])
    assert float(error.abs().max()) < 0.05


def test_nothing_is_missed_beyond_white_and_black() -> None:
    pixels = torch.tensor([1.0, 1.0, -1.0, -1.0, 0.5])
    drawn = torch.tensor([1.3, 0.9, -1.3, -0.9, 0.7])
    assert decoder.missed(drawn, pixels).tolist() == pytest.approx([0, -0.4, 0, 0.1, 0.2], abs=1e-6)


def test_settled_edges_leave_white_pictures_white(composer: Composer, pipeline: Any) -> None:
    model = copy.deepcopy(pipeline.vae)
    pictures = decoder.scenes_of_all_kinds(composer, 12)
    code = PatchCode.of_autoencoder(model, decoder.scenes_of_all_kinds(composer, 60))
    with torch.no_grad():
        model.decoder.conv_out.bias -= 0.4
    white = np.full((128, 128, 3), 255, np.uint8)
    assert decoder.decoding_quality(model, code, [white]) < 20
    decoder.settle_edges(model, code, [*pictures, white])
    assert decoder.decoding_quality(model, code, [white]) > 30


def test_code_saves_and_loads(tmp_path: Path, composer: Composer) -> None:
    code = PatchCode.fit(decoder.scenes_of_all_kinds(composer, 12))
    code.save(tmp_path / "code.npz")
    assert np.array_equal(PatchCode.load(tmp_path / "code.npz").encode, code.encode)


@pytest.fixture
def small_bank(composer: Composer) -> Callable[[Models], Bank]:
    def build(models: Models) -> Bank:
        code = PatchCode.fit(decoder.scenes_of_all_kinds(composer, 30))
        bank = Bank(composer, code, models.tokenise, dict.fromkeys(KINDS, 32))
        for kind in KINDS:
            bank.refresh(kind, 20)
        return bank

    return build


@pytest.fixture(scope="module")
def tokenizer(words: Lexicon, pictures: Pictures) -> Any:
    return text.train_tokenizer(Composer(words, pictures, seed=9), captions=5000)


@pytest.fixture
def models(tokenizer: Any) -> Models:
    """The shipped UNet and autoencoder with an untaught text encoder."""
    shipped = Models.load(WEIGHTS)
    return Models(shipped.unet, text.new_encoder(tokenizer), tokenizer, shipped.autoencoder)


def test_bank_overwrites_its_oldest_rows(models: Models, small_bank: Callable[[Models], Bank]) -> None:
    bank = small_bank(models)
    first = bank.latents["single"][0].clone()
    bank.refresh("single", 20)
    assert not torch.equal(bank.latents["single"][0], first)
    latents, tokens = bank.draw(dict.fromkeys(KINDS, 1.0), 17)
    assert latents.shape == (17, 12, 16, 16)
    assert tokens.shape == (17, 88)


def a_run(models: Models, bank: Bank, plan: Plan, said: list[str]) -> Run:
    return Run(Denoising(models, bank, plan), plan, said.append)


def test_a_run_saves_resumes_and_exports_a_pipeline(
    tmp_path: Path, models: Models, small_bank: Callable[[Models], Bank]
) -> None:
    said: list[str] = []
    plan = Plan(folder=tmp_path, minutes=0, batch=16, refresh=2, compiled=False)
    again, bank = copy.deepcopy(models), small_bank(models)
    run = a_run(models, bank, plan, said)
    before = run.optimiser.masters[0].clone()
    assert run.step(0.5)["loss"] > 0
    assert not torch.equal(before, run.optimiser.masters[0])
    run.save(0.5, 1.0)
    resumed = a_run(again, bank, plan, said)
    assert resumed.samples == 16
    assert resumed.passed_before == 0.5
    assert torch.equal(resumed.optimiser.masters[0], run.optimiser.masters[0])
    assert (tmp_path / "pipeline" / "model_index.json").is_file()
    for file in (tmp_path / "pipeline").rglob("*config.json"):
        assert str(WEIGHTS) not in file.read_text(encoding="utf-8")


def test_training_attention_is_the_stock_one_and_tells_what_is_misplaced(models: Models) -> None:
    torch.manual_seed(0)
    noisy, t = torch.randn(2, 12, 16, 16), torch.tensor([10, 900])
    with torch.no_grad():
        states = models.text_encoder(models.tokenise(["a cat", "a red dog"])).last_hidden_state
        stock = models.unet(noisy, t, states).sample
        guided = guide(models.unet)
        assert torch.allclose(models.unet(noisy, t, states).sample, stock, atol=1e-4)
        assert len(guided) == 4
        for name, module in models.unet.named_modules():
            if name.endswith("attn2.to_q"):
                module.weight.zero_()
        models.unet(noisy, t, states)
    for each in guided:  # looking everywhere alike
        assert float(each.miss) == pytest.approx(math.log(88), rel=1e-4)


def test_renewed_words_leave_the_rest_of_the_unet_alone() -> None:
    torch.manual_seed(0)
    unet, same = Models.load(WEIGHTS).unet, Models.load(WEIGHTS).unet
    renew_words(unet)
    changed = {
        name
        for (name, one), (_, other) in zip(unet.named_parameters(), same.named_parameters(), strict=True)
        if not torch.equal(one, other)
    }
    assert changed
    assert all(".attn2." in name or name.startswith("add_embedding") for name in changed)
    assert any(name.endswith("attn2.to_k.weight") for name in changed)


def test_text_stage_sketches_what_it_is_taught(tmp_path: Path, composer: Composer, tokenizer: Any) -> None:
    torch.manual_seed(0)
    encoder = text.new_encoder(tokenizer)
    code = PatchCode.fit(decoder.scenes_of_all_kinds(composer, 30))
    bank = Bank(composer, code, Models(None, encoder, tokenizer, None).tokenise, dict.fromkeys(KINDS, 8))
    for kind in KINDS:
        bank.refresh(kind, 8)
    plan = Plan(folder=tmp_path, minutes=0, peak_rate=3e-3, batch=8, refresh=1, average=0.5, compiled=False)
    run = Run(text.Sketching(encoder, tokenizer, bank, plan), plan, print)
    figures = [run.step(0.0)["unexplained"] for _ in range(36)]
    assert sum(figures[-4:]) < 0.9 * sum(figures[:4])
    run.save(1.0, 1.0)

    latents, tokens = bank.draw(dict.fromkeys(KINDS, 1.0), 16)
    head = text.Head()
    load_model(head, tmp_path / "text_head.safetensors")
    sketch = text.look(CLIPTextModel.from_pretrained(tmp_path / "text_encoder"), head, tokens)
    assert sketch.shape == latents.shape
    assert float((sketch - latents).pow(2).mean()) < 0.9 * float(latents.pow(2).mean())


def test_every_name_and_colour_is_read_as_whole_words(words: Lexicon, tokenizer: Any) -> None:
    said = {word for name in words.names for word in name.split()} | set(words.colours)
    pieces = {word: len(tokenizer(word).input_ids) - 2 for word in said if "-" not in word}
    assert {word for word, count in pieces.items() if count > 1} == set()


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
