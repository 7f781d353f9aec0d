"""Outlines become paths in one box, true to shape."""

from __future__ import annotations

import json
from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from webapp.drawing.ego import WIDTH, fan
from webapp.drawing.outline import sheet


def _area(id: str, west: float, south: float, **fields: Any) -> Entry:
    ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    outline = json.dumps({"type": "Polygon", "coordinates": [ring]})
    return Entry(kind=Kind("area"), id=EntryId(id), fields={"name": id, "outline": outline, **fields})


def test_areas_share_one_box_and_keep_their_place() -> None:
    drawn = sheet([_area("w", 9, 48), _area("e", 10, 48)])
    assert drawn is not None
    west, east = drawn.shapes
    assert west.x < east.x and west.y == east.y
    assert west.path.startswith("M") and west.path.endswith("Z")


def test_a_point_lies_where_its_area_is() -> None:
    drawn = sheet([_area("w", 9, 48), _area("e", 10, 48)])
    assert drawn is not None
    x, y = drawn.at(48.5, 9.5)
    assert abs(x - drawn.shapes[0].x) < 1 and abs(y - drawn.shapes[0].y) < 1


def test_the_simplified_outline_is_drawn_where_there_is_one() -> None:
    empty = json.dumps({"type": "GeometryCollection", "geometries": []})
    assert sheet([_area("w", 9, 48, outline_simple=empty)]) is None


def test_areas_without_outline_are_not_drawn() -> None:
    assert sheet([Entry(kind=Kind("area"), id=EntryId("a"), fields={"name": "A"})]) is None


def test_the_fan_gives_every_neighbour_a_row_and_a_readable_name() -> None:
    long = "Beratungsstelle für Menschen in besonderen Lebenslagen im ganzen Landkreis und darüber hinaus"
    drawn = fan([("Kurz", "business", "refers", True), (long, "", "topic", False), ("x" * 90, "", "topic", False)])
    assert [len(spoke.lines) for spoke in drawn.spokes] == [1, 2, 2]
    assert all(len(line) <= 31 for spoke in drawn.spokes for _, line in spoke.lines)
    assert len({spoke.y for spoke in drawn.spokes}) == 3 and max(s.y for s in drawn.spokes) < drawn.height
    assert WIDTH == 360
