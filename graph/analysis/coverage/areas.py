"""The areas that coverage is told for, and where they lie."""

from __future__ import annotations

from graph.analysis.coverage.travel import Point, Spot
from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.network import Network, lineage

_WIDE = frozenset({"country", "land", "county"})


def units(network: Network) -> tuple[EntryId, ...]:
    """The administrative level, by name: municipalities and associations right beneath their county.

    Where no county is known, all areas that are no county themselves and lie in none. O(areas); ask by `memo_of`.
    """
    areas = network.of_kind("area")
    found = [
        area
        for area in areas.values()
        if area.fields.get("level") not in _WIDE
        and ((above := areas.get(area.fields.get("parent", ""))) is None or above.fields.get("level") in _WIDE)
    ]
    return tuple(area.id for area in sorted(found, key=lambda a: (sort_key(a.fields["name"]), a.id)))


def unit_of(network: Network, area: str) -> EntryId | None:
    """The unit an area lies in or is; None for a county and what is above it."""
    level = network.memo_of("area", _units)
    return next((EntryId(id) for id in lineage(network, area) if id in level), None)


def county_of(network: Network, area: str) -> str:
    """The county an area lies in or is; "" where none is known."""
    areas = network.of_kind("area")
    found = (id for id in lineage(network, area) if id in areas and areas[EntryId(id)].fields.get("level") == "county")
    return next(found, "")


def counting_for(network: Network, unit: EntryId) -> frozenset[str]:
    """Areas whose services count for a unit: itself, what contains it, and its parts (which then serve a part)."""
    return network.memo_of("area", _counting)[unit]


def centre(network: Network, area: EntryId) -> Point | None:
    """A point within an area (latitude, longitude in degrees), by its simplified or full outline; None without one."""
    return network.memo_of("area", _centre, area)


def spot(network: Network, area: EntryId) -> Spot:
    """An area as ways begin and end there: by its own key, at its centre."""
    return Spot(keys=(area,), point=centre(network, area))


def _units(network: Network) -> frozenset[EntryId]:
    return frozenset(units(network))


def _counting(network: Network) -> dict[EntryId, frozenset[str]]:
    found: dict[EntryId, set[str]] = {unit: set(lineage(network, unit)) for unit in units(network)}
    for area in network.of_kind("area"):
        unit = next((EntryId(id) for id in lineage(network, area) if id in found), None)
        if unit is not None:
            found[unit].add(area)
    return {unit: frozenset(some) for unit, some in found.items()}


def _centre(network: Network, area: EntryId) -> Point | None:
    from shapely import from_geojson  # only where somebody asks for ways

    fields = network.entry(area).fields
    outline = fields.get("outline_simple") or fields.get("outline")
    if not outline:
        return None
    point = from_geojson(outline).representative_point()
    return float(point.y), float(point.x)
