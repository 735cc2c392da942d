"""What varies in a grid: one or two settings with their values. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_CELLS = 16
"""They can still be told apart on a phone."""


class Setting(StrEnum):
    """Values are kept with wishes: they never change."""

    GUIDANCE = "guidance"
    STEPS = "steps"
    SAMPLER = "sampler"
    SEED = "seed"
    STRENGTH = "strength"
    LORA = "LoRA strength"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Axis:
    """Values as they are shown. Of words the first stand in the prompt, and the others take their place."""

    setting: Setting
    values: tuple[str, ...]

    def label(self, at: int) -> str:
        return self.values[at] if self.setting is Setting.WORDS else f"{self.setting} {self.values[at]}"

    def __str__(self) -> str:
        return f"{self.setting} {', '.join(self.values)}"


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells are numbered from the left, row by row; without ``down`` there is one row."""

    across: Axis
    down: Axis | None = None

    @property
    def cells(self) -> int:
        return len(self.across.values) * (len(self.down.values) if self.down else 1)

    def at(self, cell: int) -> list[tuple[Setting, str]]:
        """What is set for a cell."""
        row, column = divmod(cell, len(self.across.values))
        found = [(self.across.setting, self.across.values[column])]
        return found + ([(self.down.setting, self.down.values[row])] if self.down else [])

    def label(self, cell: int) -> str:
        row, column = divmod(cell, len(self.across.values))
        return self.across.label(column) + (f", {self.down.label(row)}" if self.down else "")

    def varies(self, setting: Setting) -> bool:
        return setting is self.across.setting or (self.down is not None and setting is self.down.setting)

    def __str__(self) -> str:
        return f"{self.across} × {self.down}" if self.down else str(self.across)

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Grid:
        """From what ``dataclasses.asdict`` made of one."""
        axes = [raw["across"], raw.get("down")]
        across, down = (Axis(Setting(a["setting"]), tuple(a["values"])) if a else None for a in axes)
        assert across is not None  # noqa: S101 - for the type: a grid has it
        return cls(across, down)
