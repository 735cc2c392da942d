"""What the README promises, held to the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.client import PERMISSIONS, SCOPES, invite_link, permission_labels
from bot.settings import KEYS
from cogs.imagine.render import finished
from tests.cogs.test_render import work

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_and_no_other() -> None:
    table = README.partition("## Settings")[2].partition("## Where")[0]
    named = re.findall(r"^\| `([A-Z_]+)` \|", table, flags=re.MULTILINE)
    assert sorted(named) == sorted(KEYS.keys() - {"DISCORD_API"}), "DISCORD_API is for the playground and for tests"


def test_the_permissions_are_those_of_the_invite_link() -> None:
    assert f"`{PERMISSIONS.value}`" in README
    assert str(PERMISSIONS.value) in invite_link(1)
    assert all(f"`{scope}`" in README for scope in SCOPES)
    assert all(label in README for label in permission_labels(PERMISSIONS))


def test_every_button_is_explained() -> None:
    from bot.imagine.pictures import Shown
    from tests.walks.people import buttons

    view, _ = finished(work(), [Shown("a.png", b"")])
    for label in [*buttons({"components": view.to_components()}), "Cancel"]:
        assert f"| {label} |" in README


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_what_it_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
