"""The group of ``/notes``, for the features that have a command in it."""

from __future__ import annotations

from discord import app_commands

from bot.client import InklingBot


def notes_group(bot: InklingBot) -> app_commands.Group:
    """The group of ``/notes``. Raises LookupError while it is not loaded."""
    group = bot.tree.get_command("notes")
    if not isinstance(group, app_commands.Group):
        raise LookupError("the notebook's commands are not loaded")
    return group
