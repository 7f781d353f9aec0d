"""Areas coloured by a share, each with its value written in it; hatched where it is nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.network import Network
from webapp.shown import maps

FILLS = ("#e8edf9", "#c3d0f0", "#8fa6de", "#5470c0", "#2b4491")
"""From little to much; `INKS` are read on them."""
INKS = ("#14235a", "#14235a", "#14235a", "#ffffff", "#ffffff")
NOTHING, UNKNOWN = "hatched", "#ffffff"


class Area(NamedTuple):
    """One area as the macro draws it."""

    id: str
    name: str
    path: str
    x: float
    y: float
    fill: str
    ink: str
    value: str


class Drawn(NamedTuple):
    """A map of areas with values."""

    width: int
    height: int
    areas: list[Area]


def coloured(network: Network, parent: str, values: Mapping[str, tuple[float, str]]) -> Drawn | None:
    """`values`: area → (share from 0 to 1, what is written in it). None without values or outlines."""
    drawn = maps.map_of_parts(network, parent) if values else None
    if drawn is None:
        return None
    found = []
    for shape in drawn.focus:
        share, text = values.get(shape.id, (None, ""))
        fill, ink = _colours(share)
        found.append(Area(shape.id, shape.name, shape.path, shape.x, shape.y, fill, ink, text))
    return Drawn(drawn.width, drawn.height, found)


def _colours(share: float | None) -> tuple[str, str]:
    if share is None:
        return UNKNOWN, INKS[0]
    if share < 0.025:
        return NOTHING, INKS[0]
    level = min(len(FILLS) - 1, int(share * len(FILLS)))
    return FILLS[level], INKS[level]
