"""Settings: ``.env.example`` is complete, the environment wins, mistakes are named, secrets never are."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.settings import KEYS, Settings, load, parse

EXAMPLE = Path(__file__).resolve().parents[1] / ".env.example"
SECRET = "hunter2.hunter2.hunter2"


def _env(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_names_every_setting_once_and_no_other() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(named) == sorted(KEYS)


def test_the_example_as_it_is_means_the_defaults() -> None:
    assert load(EXAMPLE, {}) == Settings()


def test_the_example_shows_the_defaults_as_values() -> None:
    for key, text in dotenv_values(EXAMPLE).items():
        default = getattr(Settings(), key.lower())
        shown = {True: "true", False: "false"}.get(default, default) if isinstance(default, bool) else default
        assert text == ("" if not shown and shown != 0 else str(shown)), key


def test_every_setting_in_the_example_has_words_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            assert lines[number - 1].startswith("#") or "=" in lines[number - 1], line


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / ".env", {}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    path = _env(tmp_path, "MAX_SIDE=512\nMAX_STEPS=20\n")
    found = load(path, {"MAX_SIDE": "768", "PATH": "/bin", "UNRELATED": "1"})
    assert (found.max_side, found.max_steps) == (768, 20)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("MAX_SIZE=512", ["MAX_SIZE", "Did you mean MAX_SIDE?"]),
        ("DISCORD_TOKE=x", ["DISCORD_TOKE", "Did you mean DISCORD_TOKEN?"]),
        ("max_side=512", ["max_side"]),
        ("ZZZZ=1", ["ZZZZ", ".env.example"]),
    ],
)
def test_unknown_keys_are_refused_by_name(tmp_path: Path, line: str, words: list[str]) -> None:
    with pytest.raises(SettingsError) as refused:
        load(_env(tmp_path, line + "\n"), {})
    assert all(word in str(refused.value) for word in words), refused.value


def test_a_misspelt_secret_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        load(_env(tmp_path, f"DISCORD_TOKN={SECRET}\n"), {})
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("MAX_SIDE", "big", "write a whole number"),
        ("MAX_SIDE", "63", "from 64 to 4096"),
        ("MAX_SIDE", "4097", "from 64 to 4096"),
        ("MAX_SIDE", "512.0", "write a whole number"),
        ("THREADS", "-1", "from 0 to 256"),
        ("PLAYGROUND_PORT", "65536", "from 0 to 65535"),
        ("OPEN_TO_EVERYONE", "maybe", "true or false"),
        ("ALLOWED_USERS", "123, ada", "ids"),
        ("ALLOWED_SERVERS", "-5", "ids"),
        ("DEVICE", "gpu", "cuda"),
        ("DEVICE", "cuda:", "cuda"),
        ("MEMORY_MODE", "medium", "auto, full, low, cpu"),
        ("LOG_LEVEL", "loud", "debug, info"),
        ("DISCORD_API", "https://example.org", "only an address on this machine"),
        ("DISCORD_API", "http://127.0.0.1.example.org", "only an address on this machine"),
    ],
)
def test_bad_values_name_the_key_and_what_to_write(key: str, text: str, words: str) -> None:
    with pytest.raises(SettingsError) as refused:
        parse({key: text})
    assert str(refused.value).startswith(key)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("OPEN_TO_EVERYONE", "Yes", True),
        ("OPEN_TO_EVERYONE", "0", False),
        ("ALLOWED_USERS", "1, 2 3", frozenset({1, 2, 3})),
        ("MODELS", "a=x/y, /models/b.safetensors,", ("a=x/y", "/models/b.safetensors")),
        ("DEVICE", "CUDA:1", "cuda:1"),
        ("DATA_DIR", "/var/lib/my inkling", Path("/var/lib/my inkling")),
        ("MAX_SIDE", "", 1536),
        ("MAX_SIDE", "  ", 1536),
        ("DISCORD_API", "http://127.0.0.1:80/api/", "http://127.0.0.1:80/api"),
        ("DISCORD_TOKEN", f" {SECRET}\n", SECRET),
    ],
)
def test_good_values(key: str, text: str, value: object) -> None:
    assert getattr(parse({key: text}), key.lower()) == value


def test_secrets_are_in_no_text_form() -> None:
    found = parse({"DISCORD_TOKEN": SECRET, "HF_TOKEN": SECRET})
    assert "hunter2" not in repr(found)
    assert "hunter2" not in str(found)


def test_every_setting_is_explained() -> None:
    assert all(len(about) > 10 for about in KEYS.values())
    assert {knob.name.upper() for knob in fields(Settings)} == set(KEYS)


def test_several_devices_are_one_engine_each() -> None:
    assert parse({"DEVICE": " CUDA:0 , cuda:1"}).devices == ("cuda:0", "cuda:1")
    assert parse({}).devices == ("auto",)
    for wrong in ("cuda:0,cuda:0", "cuda,cuda:0", "auto,cpu", "cpu,", "gpu"):
        with pytest.raises(SettingsError, match="DEVICE"):
            parse({"DEVICE": wrong})


def test_boosts_are_ids_with_weights() -> None:
    assert parse({"BOOSTS": "12=2, 34 = 0.5"}).boosts == ((12, 2.0), (34, 0.5))
    for wrong in ("12", "12=0", "12=11", "me=2"):
        with pytest.raises(SettingsError, match=r"weights go from 0.1 to 10"):
            parse({"BOOSTS": wrong})


def test_the_address_of_a_cluster() -> None:
    assert parse({"RAY_ADDRESS": " 10.0.0.1:6379 "}).ray_address == "10.0.0.1:6379"
    assert parse({"RAY_ADDRESS": "auto"}).ray_address == "auto"
    for wrong in ("ray://10.0.0.1:10001", "10.0.0.1", "head:port", "a b:1"):
        with pytest.raises(SettingsError, match="RAY_ADDRESS"):
            parse({"RAY_ADDRESS": wrong})
