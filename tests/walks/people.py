"""People in a walk: what they do through the loopback, and what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.playground.loopback import Loopback

EPHEMERAL = 64


def parts(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component with those inside it."""
    for component in components:
        yield component
        yield from parts(component.get("components") or [])
        yield from parts([component["accessory"]] if component.get("accessory") else [])


def words(message: dict[str, Any]) -> str:
    """All that can be read in a message."""
    lines = [message.get("content") or ""]
    lines += [part["content"] for part in parts(message.get("components") or []) if part["type"] == 10]
    return "\n".join(line for line in lines if line)


def buttons(message: dict[str, Any]) -> dict[str, str]:
    """Label -> custom id of the buttons that can be pressed."""
    found = (part for part in parts(message.get("components") or []) if part["type"] == 2)
    return {part["label"]: part["custom_id"] for part in found if not part.get("disabled")}


def gallery(message: dict[str, Any]) -> list[str]:
    """The addresses of the pictures shown."""
    found = [part for part in parts(message.get("components") or []) if part["type"] == 12]
    return [item["media"]["url"] for part in found for item in part["items"]]


def spoilers(message: dict[str, Any]) -> list[bool]:
    """Of each picture shown, whether it is behind a spoiler."""
    found = [part for part in parts(message.get("components") or []) if part["type"] == 12]
    return [item["spoiler"] for part in found for item in part["items"]]


def is_private(message: dict[str, Any]) -> bool:
    return bool(message["flags"] & EPHEMERAL)


@dataclass(frozen=True)
class Person:
    discord: Loopback
    id: int
    channel: int

    async def imagine(self, prompt: str = "a red apple", **options: object) -> int:
        """Types the command; the interaction's id."""
        return await self.discord.slash(self.id, self.channel, "imagine", {"prompt": prompt, **options})

    def seen(self, channel: int | None = None) -> list[dict[str, Any]]:
        return self.discord.history(self.id, channel or self.channel, limit=200)

    def answers(self, interaction: int) -> list[dict[str, Any]]:
        """The messages that this interaction brought about."""
        return [m for m in self.seen() if int((m.get("interaction_metadata") or {}).get("id", 0)) == interaction]

    async def answer(self, interaction: int, *said: str, timeout: float = 30) -> dict[str, Any]:
        """The first answer, once it says all of ``said``."""

        def look() -> dict[str, Any] | None:
            return next((m for m in self.answers(interaction) if all(s in words(m) for s in said)), None)

        try:
            found = await self.discord.wait_for(look, timeout)
        except TimeoutError:
            shown = [words(m) for m in self.answers(interaction)]
            raise AssertionError(f"no answer says {said}; there is {shown}") from None
        assert found is not None
        return found

    async def picture(self, interaction: int, timeout: float = 60) -> dict[str, Any]:
        """The answer, once it is finished: it has a gallery and can be drawn again. What took over a minute came as a
        message of its own, and the answer links to it."""

        def look() -> dict[str, Any] | None:
            answers = self.answers(interaction)
            said = "\n".join(map(words, answers))
            linked = [m for m in self.seen() if f"/{m['id']}" in said] if "Finished: " in said else []
            return next((m for m in [*answers, *linked] if gallery(m) and "Again" in buttons(m)), None)

        try:
            found = await self.discord.wait_for(look, timeout)
        except TimeoutError:
            shown = [words(m) for m in self.answers(interaction)]
            raise AssertionError(f"no picture came; there is {shown}") from None
        assert found is not None
        return found

    async def press(self, message: dict[str, Any], label: str) -> int:
        return await self.discord.press(self.id, int(message["id"]), buttons(message)[label])

    async def form(self, message: dict[str, Any], label: str) -> tuple[int, list[dict[str, Any]]]:
        """Presses a button that opens a form: the form's id and its fields, in order."""
        return await self.opened(self.press(message, label))

    async def opened(self, act: Awaitable[object]) -> tuple[int, list[dict[str, Any]]]:
        """The form that ``act`` opens."""
        async with self.discord.subscribe(self.id) as events:
            await act
            while (event := await asyncio.wait_for(events.get(), 30))["t"] != "MODAL_OPEN":
                pass
        fields = [part["component"] for part in event["d"]["components"] if "component" in part]
        return int(event["d"]["id"]), fields
