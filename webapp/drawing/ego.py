"""An actor and its neighbours as a fan: narrow enough for a phone, every name readable at its own size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

WIDTH = 360
ROW = 46
_HUB = (26, 20)
_DOT_X = 120
_LETTERS = 30


class Spoke(NamedTuple):
    """One neighbour as drawn: a curve from the hub to its dot, and its name in one or two lines."""

    curve: str
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]
    sector: str
    tie: str
    linked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Fan:
    """The whole drawing, `WIDTH` wide."""

    height: int
    hub_y: int
    spokes: tuple[Spoke, ...]


def fan(neighbours: Sequence[tuple[str, str, str, bool]]) -> Fan:
    """Draw (name, sector, tie, linked), in this order from the top."""
    height = max(len(neighbours), 1) * ROW + 8
    middle = height // 2
    return Fan(height=height, hub_y=middle, spokes=tuple([_spoke(n, i, middle) for i, n in enumerate(neighbours)]))


def _spoke(neighbour: tuple[str, str, str, bool], row: int, middle: int) -> Spoke:
    name, sector, tie, linked = neighbour
    y = row * ROW + ROW // 2 + 4
    text = _lines(name)
    first = y + 5 if len(text) == 1 else y - 3
    lines = ((first, text[0]),) if len(text) == 1 else ((first, text[0]), (first + 16, text[1]))
    return Spoke(_curve(middle, y), _DOT_X, y, lines, sector, tie, linked)


@lru_cache(maxsize=1024)
def _curve(middle: int, y: int) -> str:
    start = _HUB[0] + _HUB[1]
    bend = (start + _DOT_X) // 2
    return f"M{start} {middle}C{bend} {middle} {bend} {y} {_DOT_X - 10} {y}"


def _lines(name: str) -> list[str]:
    """The name in at most two lines, broken between words where there are any."""
    if len(name) <= _LETTERS:
        return [name]
    cut = name.rfind(" ", 0, _LETTERS + 1)
    cut = cut if cut > 0 else _LETTERS
    rest = name[cut:].lstrip()
    return [name[:cut], rest if len(rest) <= _LETTERS else rest[: _LETTERS - 1].rstrip() + "…"]
