"""YAML front matter (https://jekyllrb.com/docs/front-matter/), as Obsidian and Joplin write it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import yaml

MAX_CHARACTERS = 65_536
_BLOCK = re.compile(r"---[ \t]*\n(.*?)(?:\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


class _Plain(yaml.SafeLoader):  # type: ignore[misc]  # it has no types
    """YAML without aliases: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are not taken")
        return super().compose_node(parent, index)


def dump(values: Mapping[str, Any]) -> str:
    """``---``, the values in their order, ``---``; what is empty is left out."""
    kept = {key: value for key, value in values.items() if value not in ("", None, False, (), [])}
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10_000)
    return f"---\n{text}---\n"


def split(text: str) -> tuple[dict[str, Any], str]:
    """The front matter and what follows it. A text without any, or with one that is not YAML, is all body."""
    match = _BLOCK.match(text[: MAX_CHARACTERS + 8])
    if match is None:
        return {}, text
    try:
        values = yaml.load(match[1], Loader=_Plain)  # noqa: S506 a SafeLoader that takes even less
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return {}, text
    if values is None:
        return {}, text[match.end() :]
    if not isinstance(values, dict):
        return {}, text
    return {str(key): value for key, value in values.items()}, text[match.end() :]


def words(value: Any) -> str:
    """A value as one line of text."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return ""


def listed(value: Any) -> list[str]:
    """A list, or words with commas, as texts: how tags are written."""
    if isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    if isinstance(value, list):
        return [words(one) for one in value if words(one)]
    return [words(value)] if words(value) else []


def flag(value: Any) -> bool:
    return value is True or (isinstance(value, str) and value.strip().casefold() in ("yes", "true", "1"))


def moment(value: Any) -> float | None:
    """UTC seconds of a date or a time; without a zone it is taken as UTC. None for anything else."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip().replace("Z", "+00:00"))
        except ValueError:
            return None
    if isinstance(value, datetime):
        at = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
        try:
            return at.timestamp()
        except (OverflowError, ValueError):
            return None
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp()
    return None


def written(utc: float) -> str:
    """UTC seconds as ISO 8601 with microseconds: read again by ``moment`` to the same value."""
    return datetime.fromtimestamp(utc, UTC).isoformat()
