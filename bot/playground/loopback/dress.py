"""Fills in what Discord adds to a payload on its way out and simcord leaves out: measured media, resolved embeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SizeOf = Callable[[str], tuple[int, int] | None]
EMBED_MEDIA = ("image", "thumbnail", "video")
EMBED_ICONS = ("author", "footer")


COMPONENT_PLACES = frozenset({"components", "accessory", "component", "items"})
MEDIA_PLACES = frozenset({"media", "file"})
# What Discord states in its answers although nobody said it, by component type.
UNSAID: dict[int, dict[str, Any]] = {
    3: {"min_values": 1, "max_values": 1},
    5: {"min_values": 1, "max_values": 1},
    6: {"min_values": 1, "max_values": 1},
    7: {"min_values": 1, "max_values": 1},
    8: {"min_values": 1, "max_values": 1},
    11: {"description": None, "spoiler": False},
    13: {"spoiler": False, "name": "", "size": 0},
    14: {"spacing": 1, "divider": True},
    17: {"accent_color": None, "spoiler": False},
}
GALLERY_ITEM = {"description": None, "spoiler": False}


def dress(value: Any, size_of: SizeOf, place: str = "") -> Any:
    """Changes ``value`` (plain JSON, not shared with anyone) in place and returns it."""
    if isinstance(value, list):
        for item in value:
            dress(item, size_of, place)
    elif isinstance(value, dict):
        if place in COMPONENT_PLACES:
            _complete_component(value)
        elif place in MEDIA_PLACES and "url" in value:
            _complete_media(value, size_of)
        elif "discriminator" in value and "username" in value:
            value.setdefault("primary_guild", None)
        elif "embeds" in value and "attachments" in value:
            _complete_message(value)
        for key, item in value.items():
            if isinstance(item, dict | list):
                dress(item, size_of, key)
    return value


def _complete_component(component: dict[str, Any]) -> None:
    for key in [key for key, value in component.items() if value is None]:
        del component[key]
    for chosen in component.get("default_values") or ():
        chosen["id"] = str(chosen["id"])  # discord.py sends a number
    unsaid = UNSAID.get(component["type"], {}) if "type" in component else GALLERY_ITEM
    for key, value in unsaid.items():
        component.setdefault(key, value)


def _complete_media(media: dict[str, Any], size_of: SizeOf) -> None:
    number = str(media.get("attachment_id", "0"))
    media.setdefault("id", number)
    media.setdefault("proxy_url", media["url"])
    if size := size_of(number):
        media["width"], media["height"] = size


def _complete_message(message: dict[str, Any]) -> None:
    if message.get("nonce", "") is None:
        del message["nonce"]
    if message["embeds"]:
        _resolve_embeds(message)


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
