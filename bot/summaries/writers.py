"""What can write a summary in words of its own: a local language model, or an endpoint that speaks OpenAI's protocol.

Neither is there by itself; a settings line names it, and each person chooses it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import aiohttp

from bot.children.helper import Helper
from bot.errors import HelperError, InklingError
from bot.settings import Settings

WRITER = "bot.gpu.worker.writer"
LOCAL_SECONDS = 900.0
ENDPOINT_SECONDS = 180.0
MAX_ANSWER_BYTES = 1_000_000


class WriterError(InklingError):
    """The model could not write. The message may be shown to the person. ``again``: it may go well another time."""

    def __init__(self, message: str, *, again: bool = True) -> None:
        super().__init__(message)
        self.again = again


class Writer(Protocol):
    label: str
    """What made it, for people."""
    room: int
    """Characters that it reads at once."""

    async def write(self, system: str, text: str, max_tokens: int) -> str:
        """Raises WriterError."""

    async def close(self) -> None: ...


class LocalWriter:
    """A causal language model in a process of its own, from a transformers folder or a GGUF file."""

    room = 6000

    def __init__(self, path: Path) -> None:
        self._path = path
        self.label = f"{path.stem if path.suffix == '.gguf' else path.name}, on this machine"
        self._helper = Helper(WRITER, "writer", {"TOKENIZERS_PARALLELISM": "false"}, cancels=True)

    @property
    def problem(self) -> str:
        """Why it cannot be used; empty when it seems that it can."""
        if self._path.suffix == ".gguf":
            return "" if self._path.is_file() else "The model file that SUMMARY_MODEL names is not there."
        if not (self._path / "config.json").is_file():
            return "SUMMARY_MODEL names no folder of a transformers model, and no GGUF file."
        return ""

    async def write(self, system: str, text: str, max_tokens: int) -> str:
        if self.problem:
            raise WriterError(self.problem, again=False)
        request = {"type": "write", "model": str(self._path), "system": system, "text": text, "max_tokens": max_tokens}
        try:
            answer = await self._helper.ask(request, timeout_seconds=LOCAL_SECONDS)
        except HelperError as error:
            hint = " It needs the package gguf." if "gguf" in str(error).lower() else ""
            raise WriterError(f"The local language model could not write: {str(error)[:200]}.{hint}") from None
        return str(answer.header.get("text") or "")

    async def close(self) -> None:
        await self._helper.close()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``url`` is the base, such as https://api.example.org/v1; ``key`` may be empty."""

    url: str
    model: str
    key: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc.rpartition("@")[2]


class EndpointWriter:
    """Chat completions as OpenAI has them. https://platform.openai.com/docs/api-reference/chat"""

    room = 24_000

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.label = f"{endpoint.model} at {endpoint.host}"
        self._session: aiohttp.ClientSession | None = None

    async def write(self, system: str, text: str, max_tokens: int) -> str:
        said = [{"role": "system", "content": system}, {"role": "user", "content": text}]
        body = {"model": self._endpoint.model, "messages": said, "max_tokens": max_tokens, "temperature": 0}
        headers = {"Authorization": f"Bearer {self._endpoint.key}"} if self._endpoint.key else {}
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ENDPOINT_SECONDS))
        url = f"{self._endpoint.url.rstrip('/')}/chat/completions"
        try:
            async with self._session.post(url, json=body, headers=headers, allow_redirects=False) as answer:
                if answer.status != 200:
                    again = answer.status >= 500 or answer.status in (408, 429)
                    raise WriterError(f"{self._endpoint.host} answered {answer.status}.", again=again)
                content = b""
                async for chunk in answer.content.iter_chunked(1 << 16):
                    content += chunk
                    if len(content) > MAX_ANSWER_BYTES:
                        raise WriterError(f"{self._endpoint.host} answered without an end.", again=False)
                return _said(json.loads(content))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise WriterError(f"{self._endpoint.host} could not be reached ({type(error).__name__}).") from None
        except (ValueError, KeyError, TypeError, IndexError):
            raise WriterError(f"{self._endpoint.host} answered what is no chat completion.", again=False) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _said(answer: Mapping[str, Any]) -> str:
    return str(answer["choices"][0]["message"]["content"] or "")


def writers_of(settings: Settings) -> tuple[LocalWriter | None, EndpointWriter | None]:
    """What the settings name; nothing is loaded or asked yet."""
    local = LocalWriter(Path(settings.summary_model)) if settings.summary_model else None
    if not settings.summary_endpoint:
        return local, None
    endpoint = Endpoint(settings.summary_endpoint, settings.summary_endpoint_model, settings.summary_endpoint_key)
    return local, EndpointWriter(endpoint)
