"""Every knob, typed and documented. Nothing is read at import; ``load`` is called once by the command line.

A setting is named in ``.env`` or the environment by its field name in capitals (``data_dir`` -> ``DATA_DIR``);
the environment wins. Keys in ``.env`` that Inkling does not know are refused by name, so that a typing mistake is
not silently ignored.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.errors import SettingsError

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "::1", "localhost"})


def _flag(text: str) -> bool:
    word = text.strip().lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ValueError("write true or false")


def _ids(text: str) -> frozenset[int]:
    words = [word for word in re.split(r"[,\s]+", text.strip()) if word]
    if not all(word.isdecimal() for word in words):
        raise ValueError("write Discord ids (whole numbers), separated by commas")
    return frozenset(int(word) for word in words)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[,\n]", text) if part.strip())


def _boosts(text: str) -> tuple[tuple[int, float], ...]:
    boosts = []
    for entry in _list(text):
        found = re.fullmatch(r"(\d+)\s*=\s*(\d+(?:\.\d+)?)", entry)
        if found is None or not 0.1 <= float(found[2]) <= 10:
            raise ValueError("write id=weight, separated by commas; weights go from 0.1 to 10")
        boosts.append((int(found[1]), float(found[2])))
    return tuple(boosts)


def _between(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(f"write a whole number from {low} to {high}")
        return number

    return parse


def _one_of(*words: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        word = text.strip().lower()
        if word not in words:
            raise ValueError("write one of: " + ", ".join(words))
        return word

    return parse


_showing = _one_of("show", "spoiler", "withhold")


def _device(text: str) -> str:
    word = text.strip().lower()
    places = re.split(r"\s*,\s*", word)
    if word != "auto" and not all(re.fullmatch(r"cpu|mps|cuda(:\d+)?", place) for place in places):
        raise ValueError("write auto, cpu, cuda, cuda:0 (or another number), mps, or several: cuda:0,cuda:1")
    if len({"cuda:0" if place == "cuda" else place for place in places}) < len(places):
        raise ValueError("write each device once")
    return ",".join(places)


def _ray_address(text: str) -> str:
    word = text.strip()
    if word != "auto" and not re.fullmatch(r"[\w.-]+:\d{1,5}", word):
        raise ValueError("write host:port of the cluster's head node, or auto")
    return word


def _loopback_url(text: str) -> str:
    if urlsplit(text).hostname not in LOOPBACK_HOSTS:
        raise ValueError("only an address on this machine is allowed: the bot token is sent there")
    return text.rstrip("/")


def _web_address(text: str) -> str:
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("write a whole address, such as https://api.example.org/v1")
    return text.strip().rstrip("/")


def _knob(default: Any, parse: Callable[[str], Any], about: str, *, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"parse": parse, "about": about, "secret": secret})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with the defaults that a newcomer gets."""

    discord_token: str = _knob("", str.strip, "The bot's token. Empty: the playground starts.", secret=True)
    data_dir: Path = _knob(Path("data"), Path, "Where the database and the pictures live.")
    models_dir: Path = _knob(Path(), Path, "Where fetched models are kept. Empty: models in DATA_DIR.")
    models: tuple[str, ...] = _knob(
        (),
        _list,
        "Models besides the starter model: name=source, separated by commas; folder, file or hub id.",
    )
    default_model: str = _knob(
        "",
        str.strip,
        "The model used when nobody picks one. Empty: the first of MODELS, else the starter model.",
    )
    caption_model: str = _knob(
        "",
        str.strip,
        "A captioning model for Describe: a transformers folder, or a hub id that was fetched. Empty: none.",
    )
    ip_adapters: tuple[str, ...] = _knob(
        (), _list, "IP-Adapters (.safetensors files), separated by commas; a model uses the first that fits it."
    )
    device: str = _knob("auto", _device, "auto, cpu, cuda, cuda:1, mps, or several: cuda:0,cuda:1.")
    memory_mode: str = _knob("auto", _one_of("auto", "full", "low", "cpu"), "auto, full, low (8 GB cards) or cpu.")
    cpu_precision: str = _knob(
        "auto",
        _one_of("auto", "float32", "bfloat16"),
        "auto, float32 or bfloat16, on processors that compute with that; auto measures whether it pays.",
    )
    ray_address: str = _knob(
        "", _ray_address, "A Ray cluster whose nodes draw too: host:port of its head node, or auto. Empty: none."
    )
    threads: int = _knob(0, _between(0, 256), "CPU threads for the engine; 0 chooses.")
    open_to_everyone: bool = _knob(
        False,
        _flag,
        "true lets every server and user in; otherwise only those below and the owner's servers.",
    )
    allowed_servers: frozenset[int] = _knob(frozenset(), _ids, "Server ids that may use the bot.")
    allowed_users: frozenset[int] = _knob(frozenset(), _ids, "User ids that may use the bot anywhere.")
    max_side: int = _knob(1536, _between(64, 4096), "Longest picture side in pixels.")
    max_steps: int = _knob(100, _between(1, 1000), "Most steps a picture may take.")
    max_waiting: int = _knob(10, _between(1, 1000), "Requests one person may have waiting or running.")
    max_running: int = _knob(0, _between(0, 1000), "Requests one person may have running at once; 0: no limit.")
    daily_cost: int = _knob(
        0, _between(0, 10**9), "What one person may ask for in 24 hours; 0: no limit. See Sharing in the README."
    )
    server_max_waiting: int = _knob(
        0, _between(0, 10**6), "Requests one server may have waiting or running; 0: no limit."
    )
    server_daily_cost: int = _knob(0, _between(0, 10**9), "What one server may ask for in 24 hours; 0: no limit.")
    boosts: tuple[tuple[int, float], ...] = _knob(
        (), _boosts, "Larger or smaller shares: id=weight of people, roles or servers. Everyone sees them in /queue."
    )
    watermark: bool = _knob(True, _flag, "false: pictures get no invisible watermark. See Get Stable Diffusion.")
    safety_checker: str = _knob(
        "", str.strip, "Folder of a safety checker for models that bring none. Empty: these are not checked."
    )
    flagged_in_servers: str = _knob(
        "spoiler", _showing, "What it flags is at least put behind a spoiler: show, spoiler or withhold."
    )
    flagged_in_age_restricted: str = _knob("show", _showing, "The same for age-restricted channels.")
    flagged_in_direct_messages: str = _knob("withhold", _showing, "The same for direct messages.")
    flagged_elsewhere: str = _knob("withhold", _showing, "The same for servers that the bot is not in.")
    refused_words: tuple[str, ...] = _knob(
        (), _list, "Words and phrases that no prompt may hold anywhere, separated by commas. See Moderation."
    )
    alert_channel: int = _knob(0, _between(0, 2**63 - 1), "Channel id for warnings to you; 0: a direct message.")
    notes_quota_mb: int = _knob(2000, _between(1, 10**7), "Megabytes of files that one person's notes may hold.")
    search_by_meaning: bool = _knob(
        True, _flag, "false: notes are searched by words alone, even where the model for it is installed."
    )
    summary_model: str = _knob(
        "", str.strip, "A language model for summaries: a transformers folder or a .gguf file. Empty: none."
    )
    summary_endpoint: str = _knob(
        "", _web_address, "An OpenAI-compatible address for summaries; each person must agree to it. Empty: none."
    )
    summary_endpoint_model: str = _knob("", str.strip, "The model to ask for at SUMMARY_ENDPOINT.")
    summary_endpoint_key: str = _knob("", str.strip, "The key for SUMMARY_ENDPOINT, if it wants one.", secret=True)
    read_files: bool = _knob(
        True, _flag, "false: pictures' words and recordings' speech are not read, even where that is installed."
    )
    speech_model: str = _knob(
        "", str.strip, "Whisper for transcripts: a CTranslate2 folder, or base, small …; empty: the installed one."
    )
    playground_port: int = _knob(8420, _between(0, 65535), "The playground's page; 0 takes any free port.")
    log_level: str = _knob("info", _one_of("debug", "info", "warning", "error"), "How much is logged.")
    hf_token: str = _knob("", str.strip, "Hugging Face token, for gated models only.", secret=True)
    discord_api: str = _knob("", _loopback_url, "Set by the playground and by tests: a Discord on this machine.")

    def __post_init__(self) -> None:
        if self.models_dir == Path():
            object.__setattr__(self, "models_dir", self.data_dir / "models")

    @property
    def database_path(self) -> Path:
        return self.data_dir / "inkling.db"

    @property
    def devices(self) -> tuple[str, ...]:
        """One engine runs on each."""
        return tuple(self.device.split(","))

    @property
    def files_dir(self) -> Path:
        return self.data_dir / "files"

    @property
    def note_files_dir(self) -> Path:
        return self.files_dir / "notes"


KEYS: dict[str, str] = {knob.name.upper(): knob.metadata["about"] for knob in fields(Settings)}
"""Setting name as written in ``.env`` -> what it is for."""


def parse(values: Mapping[str, str | None]) -> Settings:
    """Settings from text values by upper-case key; empty values mean the default.

    Raises SettingsError naming each key, what was wrong and what to write. Secrets are never repeated in it.
    """
    chosen: dict[str, Any] = {}
    problems = []
    for knob in fields(Settings):
        key = knob.name.upper()
        text = values.get(key)
        if text is None or not text.strip():
            continue
        try:
            chosen[knob.name] = knob.metadata["parse"](text)
        except ValueError as error:
            shown = "" if knob.metadata["secret"] else f" ({text!r})"
            hint = str(error) if "write" in str(error) or "only" in str(error) else "write a whole number"
            problems.append(f"{key}{shown} cannot be read: {hint}.")
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**chosen)


def load(env_file: Path, environ: Mapping[str, str]) -> Settings:
    """Settings from ``env_file`` (may be absent) and the environment, which wins.

    Raises SettingsError for a key in the file that Inkling does not know, or a value that cannot be read.
    """
    in_file = dotenv_values(env_file) if env_file.is_file() else {}
    for key in in_file:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            hint = f" Did you mean {near[0]}?" if near else " See .env.example for all settings."
            raise SettingsError(f"{env_file.name} has an unknown setting {key}.{hint}")
    return parse({**in_file, **{key: environ[key] for key in KEYS if key in environ}})
