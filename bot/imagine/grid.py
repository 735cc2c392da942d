"""Grids: values as people write them, and the wish and the generation that come of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.errors import BadRequest
from bot.gpu.job import Generation
from bot.gpu.samplers import named
from bot.imagine.axes import MOST_CELLS, Axis, Grid, Setting
from bot.imagine.model import Wish, quoted
from bot.imagine.tags import with_strength

_RANGE = re.compile(
    r"(?P<first>-?\d+(?:\.\d+)?)-(?P<last>\d+(?:\.\d+)?)(?: ?\(\+?(?P<step>[\d.]+)\)| ?\[(?P<count>\d+)\])?"
)
_FIELDS: Mapping[Setting, tuple[str, Callable[[str], Any]]] = {
    Setting.GUIDANCE: ("guidance", float),
    Setting.STEPS: ("steps", int),
    Setting.SAMPLER: ("sampler", str),
    Setting.SEED: ("seed", int),
    Setting.STRENGTH: ("strength", float),
}
_WHOLE = frozenset({Setting.STEPS, Setting.SEED})


def parse_grid(first: str, values: str, second: str = "", other_values: str = "") -> Grid:
    """From names of settings and their values. Raises BadRequest."""
    across = parse_axis(Setting(first), values)
    down = parse_axis(Setting(second), other_values) if second else None
    if down is not None and down.setting is across.setting:
        raise BadRequest(f"Both settings of the grid are {across.setting}: choose two, or one alone.")
    grid = Grid(across, down)
    if grid.cells > MOST_CELLS:
        sides = f"{len(across.values)} × {len(down.values)}" if down else f"{len(across.values)}"
        raise BadRequest(f"That would be {sides} = {grid.cells} pictures; a grid has at most {MOST_CELLS}.")
    return grid


def parse_axis(setting: Setting, text: str) -> Axis:
    """``3, 5, 7``, or a range as AUTOMATIC1111 writes it: ``1-5``, ``1-9 (+2)``, ``1-10 [4]``. Raises BadRequest."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    values = list(dict.fromkeys(value for part in parts if part for value in _values(setting, part)))
    if len(values) < 2:
        raise BadRequest(f"A grid needs at least two values for {setting}, with commas between them.")
    if len(values) > MOST_CELLS:
        raise BadRequest(f"Those are {len(values)} values for {setting}; a grid has at most {MOST_CELLS} pictures.")
    return Axis(setting, tuple(values))


def _values(setting: Setting, part: str) -> list[str]:
    if setting is Setting.WORDS:
        return [part]
    if setting is Setting.SAMPLER:
        if (sampler := named(part)) is None:
            raise BadRequest(f"There is no sampler called {quoted(part)}.")
        return [sampler]
    numbers = _range(part, whole=setting in _WHOLE) or [_number(setting, part)]
    return [f"{number:g}" if setting not in _WHOLE else f"{int(number)}" for number in numbers]


def _number(setting: Setting, part: str) -> float:
    pattern = r"\d{1,10}" if setting in _WHOLE else r"[+-]?\d{1,4}(?:\.\d{1,4})?"
    if re.fullmatch(pattern, part) is None:
        raise BadRequest(f"{quoted(part)} is not a value for {setting}. Write numbers: 3, 5, 7 or 1-9 (+2).")
    return float(part)


def _range(part: str, *, whole: bool) -> list[float]:
    """Empty for what is none. At most one value more than a grid may have."""
    found = _RANGE.fullmatch(part)
    if found is None:
        return []
    try:
        first, last = float(found["first"]), float(found["last"])
        count = int(found["count"]) if found["count"] else 0
        step = (last - first) / max(1, count - 1) if count else float(found["step"] or 1)
    except ValueError:
        return []
    if last < first or step <= 0:
        raise BadRequest(f"{quoted(part)} leads nowhere: write the smaller number first, as in 1-9 (+2).")
    numbers = [first + n * step for n in range(min(count or MOST_CELLS + 1, MOST_CELLS + 1))]
    kept = [round(number, 4) for number in numbers if number <= last + 1e-9]
    return [float(round(number)) for number in kept] if whole else kept


# ---- what comes of it


def cell_of(wish: Wish, cell: int) -> Wish:
    """What a cell's picture was asked for with, by itself; any other wish is left as it is.

    Raises BadRequest where the grid does not fit the wish.
    """
    if wish.grid is None:
        return wish
    own: Wish = replace(wish, grid=None, count=1)
    for setting, value in wish.grid.at(cell):
        own = _applied(own, setting, value, wish.grid)
    return own


def _applied(wish: Wish, setting: Setting, value: str, grid: Grid) -> Wish:
    if setting is Setting.WORDS:
        axis = grid.across if grid.across.setting is Setting.WORDS else grid.down
        first = axis.values[0] if axis else ""
        if first.casefold() not in wish.prompt.casefold():
            raise BadRequest(
                f"{quoted(first)} is not in the prompt. The first words of the grid are those that the others replace."
            )
        prompt = re.sub(re.escape(first), lambda _: value, wish.prompt, flags=re.IGNORECASE)
        return replace(wish, prompt=prompt)
    if setting is Setting.LORA:
        return replace(wish, prompt=with_strength(wish.prompt, value))
    field, read = _FIELDS[setting]
    change: dict[str, Any] = {field: read(value)}
    return replace(wish, **change)


def planned(wish: Wish, one: Callable[[Wish], Generation]) -> Generation:
    """The generation of a wish: of all its cells as one, where it has a grid. ``one`` plans a wish without."""
    if wish.grid is None:
        return one(wish)
    if wish.upscale:
        raise BadRequest("A picture that is enlarged cannot be one of a grid.")
    cells = [one(cell_of(wish, cell)) for cell in range(wish.grid.cells)]
    return together(cells)


def together(cells: Sequence[Generation]) -> Generation:
    """One generation whose pictures are those of all cells, one a cell."""
    seeds = tuple(cell.seeds[0] for cell in cells)
    texts = tuple(text for cell in cells for text in cell.texts)
    return replace(cells[0], seeds=seeds, texts=texts, cells=tuple(cells))
