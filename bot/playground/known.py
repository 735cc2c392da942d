"""What the page is told of its world: people with their roles, and the channels that one of them sees."""

from __future__ import annotations

from typing import Any

from .loopback import Loopback

TEXT_CHANNEL = 0


def world(loopback: Loopback, me: int, bot_name: str) -> dict[str, Any]:
    """For the person ``me``. Ids are text."""
    [guild] = [guild for guild in loopback.guilds(me) if guild["id"] == str(loopback.guild)]
    return {
        "me": str(me),
        "bot": str(loopback.bot_user_id),
        "owner": guild["owner_id"],
        "users": _people(loopback, guild, bot_name),
        "roles": [_role(role) for role in guild["roles"] if role["id"] != guild["id"]],
        "guild": {"id": guild["id"], "name": guild["name"]},
        "channels": [*_channels(loopback, guild, me), _direct(loopback, me, bot_name)],
    }


def _people(loopback: Loopback, guild: dict[str, Any], bot_name: str) -> list[dict[str, Any]]:
    """The members; their own names come first, the bot last."""
    roles = {member["user"]["id"]: member["roles"] for member in guild["members"]}
    bot = str(loopback.bot_user_id)
    people = [
        {"id": user["id"], "name": user["username"], "bot": False, "roles": roles[user["id"]]}
        for user in loopback.users()
        if user["id"] in roles
    ]
    return [*people, {"id": bot, "name": bot_name, "bot": True, "roles": roles[bot]}]


def _role(role: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "name", "color", "hoist", "managed")
    return {key: role[key] for key in kept}


def _channels(loopback: Loopback, guild: dict[str, Any], me: int) -> list[dict[str, Any]]:
    ordered = sorted(guild["channels"], key=lambda channel: channel["position"])
    return [
        {
            "id": channel["id"],
            "name": channel["name"],
            "kind": "text",
            "topic": channel["topic"] or "",
            "moderates": loopback.moderates(me, int(channel["id"])),
            "hidden": any(int(each["deny"]) for each in channel["permission_overwrites"] if each["id"] == guild["id"]),
        }
        for channel in ordered
        if channel["type"] == TEXT_CHANNEL
    ]


def _direct(loopback: Loopback, me: int, bot_name: str) -> dict[str, Any]:
    topic = f"Only you and {bot_name}"
    channel = {"id": str(loopback.dm_channel(me)), "name": bot_name, "kind": "dm", "topic": topic}
    return channel | {"moderates": False, "hidden": True}
