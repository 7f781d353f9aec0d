"""Outlines of areas as SVG paths. Colours are attributes, so that paper and PDF have them too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians
from typing import Any

from graph.model.changes import Entry

WIDTH = 400
MARGIN = 6

Box = tuple[float, float, float, float]
"""west, south, east, north in degrees."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """One area as drawn: its path, and where its name may stand."""

    id: str
    name: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Areas drawn together in one box of `WIDTH` by `height`."""

    box: Box
    height: int
    shapes: tuple[Shape, ...]
    path: str
    """All shapes as one path."""

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point lies on the sheet."""
        return _point(self.box, longitude, latitude)


def sheet(areas: Iterable[Entry]) -> Sheet | None:
    """Draw areas that have outlines; None when none has."""
    return _drawn(tuple((area.id, area.fields["name"], text) for area in areas if (text := outline_of(area))))


def outline_of(area: Entry) -> str:
    """The simplified outline, else the full one, else ""."""
    return area.fields.get("outline_simple") or area.fields.get("outline") or ""


def box_of(outline: str) -> Box | None:
    """The bounds of a GeoJSON geometry."""
    points = [point for ring in _rings(json.loads(outline)) for point in ring]
    if not points:
        return None
    return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)


@lru_cache(maxsize=256)
def _drawn(outlines: tuple[tuple[str, str, str], ...]) -> Sheet | None:
    """The sheet of (id, name, outline). Outlines hardly ever change, so it outlives the revision."""
    boxes = [box for _, _, text in outlines if (box := box_of(text))]
    if not boxes:
        return None
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    shapes = tuple(_shape(id, name, text, box) for id, name, text in outlines)
    return Sheet(box=box, height=_height(box), shapes=shapes, path="".join(shape.path for shape in shapes))


def _shape(id: str, name: str, outline: str, box: Box) -> Shape:
    path, x, y = _path(outline, box)
    return Shape(id=id, name=name, path=path, x=x, y=y)


def _path(outline: str, box: Box) -> tuple[str, float, float]:
    parts = []
    rings = _rings(json.loads(outline))
    for ring in rings:
        points = dict.fromkeys(_point(box, p[0], p[1]) for p in ring)
        parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    middles = [_middle(ring) for ring in rings]
    _, longitude, latitude = max(middles, default=(0.0, box[0], box[3]))
    x, y = _point(box, longitude, latitude)
    return "".join(parts), x, y


def _middle(ring: list[list[float]]) -> tuple[float, float, float]:
    """(area, longitude, latitude) of a ring's centre of mass."""
    west, south = ring[0][0], ring[0][1]
    twice = x = y = 0.0
    for (ax, ay, *_), (bx, by, *_) in pairwise(ring):
        ax, ay, bx, by = ax - west, ay - south, bx - west, by - south
        cross = ax * by - bx * ay
        twice, x, y = twice + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not twice:
        return 0.0, west, south
    return abs(twice) / 2, west + x / (3 * twice), south + y / (3 * twice)


def _point(box: Box, longitude: float, latitude: float) -> tuple[float, float]:
    scale = (WIDTH - 2 * MARGIN) / _width(box)
    x = (longitude - box[0]) * _shrink(box) * scale + MARGIN
    y = (box[3] - latitude) * scale + MARGIN
    return round(x, 1), round(y, 1)


def _height(box: Box) -> int:
    return round((box[3] - box[1]) * (WIDTH - 2 * MARGIN) / _width(box)) + 2 * MARGIN


def _width(box: Box) -> float:
    return max((box[2] - box[0]) * _shrink(box), (box[3] - box[1]) / 1.6, 1e-6)


def _shrink(box: Box) -> float:
    """A degree of longitude is shorter than one of latitude, the more so the farther north."""
    return cos(radians((box[1] + box[3]) / 2))


def _rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    if geometry["type"] == "Polygon":
        return list(geometry["coordinates"])
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in geometry["coordinates"] for ring in polygon]
    return []
