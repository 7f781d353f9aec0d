"""Small maps: an area among those beside it, the one in question drawn last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from graph.model.changes import Entry
from graph.network import Network
from webapp.drawing.outline import WIDTH, Shape, Sheet, sheet

MOST_SHAPES = 450
"""A Land of more municipalities is not drawn as one sheet."""


class Map(NamedTuple):
    """What the macro `area_map` draws."""

    width: int
    height: int
    background: Markup
    focus: tuple[Shape, ...]
    dots: tuple[tuple[float, float], ...]
    names: tuple[Shape, ...]


def map_of(network: Network, area: Entry | None, points: Iterable[tuple[float, float]] = ()) -> Map | None:
    """An area within its surroundings, with dots at (latitude, longitude); None where no outline is known."""
    if area is None:
        return None
    drawn, background, own = network.memo_of("area", _surroundings, area.fields.get("parent", ""))
    if drawn is None or area.id not in own:
        return _alone(network, area)
    return Map(WIDTH, drawn.height, background, (own[area.id],), tuple(drawn.at(*point) for point in points), ())


def map_of_parts(network: Network, parent: str) -> Map | None:
    """All areas that lie in one, or (parent "") all that lie in none, each to be linked by name."""
    drawn, _, _ = network.memo_of("area", _surroundings, parent)
    if drawn is None:
        return None
    return Map(WIDTH, drawn.height, Markup(""), drawn.shapes, (), _named(drawn.shapes))


def parts_of(network: Network, parent: str) -> list[Entry]:
    """The areas that lie in one; for "" those that lie in none."""
    # Not by what points to it: everyone who serves a county does, and there are fewer areas than those.
    return [area for area in network.of_kind("area").values() if area.fields.get("parent", "") == parent]


def _surroundings(network: Network, parent: str) -> tuple[Sheet | None, Markup, dict[str, Shape]]:
    """(all areas in one, their outlines as one path, each by its id)."""
    drawn = sheet(islice(parts_of(network, parent), MOST_SHAPES))
    return drawn, Markup(drawn.path if drawn else ""), {shape.id: shape for shape in drawn.shapes} if drawn else {}


def _alone(network: Network, area: Entry) -> Map | None:
    """An area without neighbours of its level: by its own outline, else by its parts'."""
    drawn = sheet([area]) or sheet(islice(parts_of(network, area.id), MOST_SHAPES))
    return Map(WIDTH, drawn.height, Markup(""), drawn.shapes, (), ()) if drawn else None


def _named(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Shapes whose name fits beside those already there: from the largest on, so that no name covers another."""
    named: list[Shape] = []
    for shape in sorted(shapes, key=lambda one: -len(one.path)):
        if all(abs(shape.y - n.y) > 10 or abs(shape.x - n.x) > 2.5 * (len(shape.name) + len(n.name)) for n in named):
            named.append(shape)
    return tuple(named)
