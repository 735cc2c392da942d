"""Fills in what Discord adds to a payload on its way out and simcord leaves out: measured media, resolved embeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SizeOf = Callable[[str], tuple[int, int] | None]
EMBED_MEDIA = ("image", "thumbnail", "video")
EMBED_ICONS = ("author", "footer")


def dress(value: Any, size_of: SizeOf) -> Any:
    """Changes ``value`` (plain JSON, not shared with anyone) in place and returns it."""
    if isinstance(value, list):
        for item in value:
            dress(item, size_of)
    elif isinstance(value, dict):
        if "attachment_id" in value and (size := size_of(str(value["attachment_id"]))):
            value["width"], value["height"] = size
        if value.get("embeds") and "attachments" in value:
            _resolve_embeds(value)
        for item in value.values():
            if isinstance(item, dict | list):
                dress(item, size_of)
    return value


def _resolve_embeds(message: dict[str, Any]) -> None:
    """``attachment://name`` in an embed becomes a link, and that file leaves the list, as on Discord."""
    by_name = {item["filename"]: item for item in message["attachments"]}
    used: set[str] = set()
    for embed in message["embeds"]:
        embed.setdefault("type", "rich")
        for place in EMBED_MEDIA:
            attachment = _attached(embed.get(place), "url", by_name)
            if attachment is not None:
                used.add(attachment["id"])
                kept = ("url", "proxy_url", "width", "height", "content_type")
                embed[place] |= {key: attachment[key] for key in kept if key in attachment}
        for place in EMBED_ICONS:
            attachment = _attached(embed.get(place), "icon_url", by_name)
            if attachment is not None:
                used.add(attachment["id"])
                embed[place] |= {"icon_url": attachment["url"], "proxy_icon_url": attachment["proxy_url"]}
    message["attachments"] = [item for item in message["attachments"] if item["id"] not in used]


def _attached(part: Any, key: str, by_name: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    if not isinstance(part, dict):
        return None
    url = part.get(key)
    if not isinstance(url, str) or not url.startswith("attachment://"):
        return None
    return by_name.get(url.removeprefix("attachment://"))
