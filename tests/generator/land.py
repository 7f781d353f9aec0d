"""Municipalities on a grid, with borders that neighbours share, postcodes and localities."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from graph.model.changes import Entry, EntryId, Kind
from tests.generator.words import ADDITIONS, ENDINGS, STEMS

MOST = 400
_IN_COUNTY = 31
_WIDTH, _HEIGHT = 0.11, 0.08  # degrees: some 8 × 9 km
_WEST, _SOUTH = 8.4, 47.8
_POINTS = 40
"""Points of a side; with four sides an outline has as many bytes as one of the real municipalities."""
_SIMPLE = 8
_DIALLING = (7151, 7172, 7181, 7182, 7183, 7184, 7191, 7192, 7193, 7194, 7195, 711)

_LAND = {"name": "Land Oberlautern", "level": "land", "ars": "080000000000"}
_COUNTY = {"name": "Landkreis Lautertal", "level": "county", "ars": "081000000000"}

Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Town:
    """A municipality and what addresses in it are made of."""

    id: EntryId
    name: str
    localities: tuple[str, ...]
    """"73553 Alfdorf", the municipality's own first."""
    longitude: float
    latitude: float
    dialling: int


def size(actors: int) -> int:
    """How many municipalities this many actors work in: 31 for 120, as in the real list."""
    return max(1, min(MOST, round(actors * 31 / 120)))


def land(actors: int, random: Random) -> tuple[list[Town], list[Entry]]:
    """The towns, and the areas with those above them."""
    number = size(actors)
    names = _names(random)
    across = max(1, round(number**0.5))
    borders = _Borders(random)
    several = number > _IN_COUNTY
    top = _area(random, **(_LAND if several else _COUNTY))
    entries = [top]
    towns: list[Town] = []
    county = top
    for n in range(number):
        if several and n % _IN_COUNTY == 0:
            ars = f"08{100 + n // _IN_COUNTY}{0:07}"
            county = _area(random, name=f"Landkreis {next(names)}", level="county", ars=ars, parent=top.id)
            entries.append(county)
        column, row = n % across, n // across
        towns.append(_town(n, column, row, names, random))
        entries.append(_entry(towns[-1], n, county, borders.outline(column, row)))
    return towns, entries


def inside(town: Town, random: Random) -> dict[str, float]:
    """Coordinates well within a town's borders, which never bend further than a sixth of a cell."""
    return {
        "latitude": round(town.latitude + (random.random() - 0.5) * 0.6 * _HEIGHT, 5),
        "longitude": round(town.longitude + (random.random() - 0.5) * 0.6 * _WIDTH, 5),
    }


def _names(random: Random) -> Iterator[str]:
    names = [stem + ending for stem in STEMS for ending in ENDINGS if stem.lower() != ending]
    random.shuffle(names)
    return iter(names)


def _town(n: int, column: int, row: int, names: Iterator[str], random: Random) -> Town:
    name = next(names) + (f" {random.choice(ADDITIONS)}" if random.random() < 0.15 else "")
    code = 70000 + 37 * n + random.randrange(30)
    lines = [f"{code} {name}"]
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        lines.append(f"{code + (random.random() < 0.3)} {next(names)}")
    return Town(
        id=EntryId(f"{random.getrandbits(64):016x}"),
        name=name,
        localities=tuple(lines),
        longitude=_WEST + (column + 0.5) * _WIDTH,
        latitude=_SOUTH + (row + 0.5) * _HEIGHT,
        dialling=_DIALLING[n % len(_DIALLING)],
    )


def _area(random: Random, **fields: object) -> Entry:
    return Entry(kind=Kind("area"), id=EntryId(f"{random.getrandbits(64):016x}"), fields=dict(fields))


def _entry(town: Town, n: int, county: Entry, outline: tuple[str, str]) -> Entry:
    key = f"08{100 + n // _IN_COUNTY}"
    return Entry(
        kind=Kind("area"),
        id=town.id,
        fields={
            "name": town.name,
            "level": "municipality",
            "ars": f"{key}0{n % _IN_COUNTY + 1:03}{n % _IN_COUNTY + 1:03}",
            "ags": f"{key}{n % _IN_COUNTY + 1:03}",
            "parent": county.id,
            "localities": list(town.localities),
            "population": 2000 + 7919 * n % 60000,
            "attribution": "© Oberlautern, erfundene Umrisse",
            "outline": outline[0],
            "outline_simple": outline[1],
        },
    )


class _Borders:
    """Borders between cells of the grid, each drawn once, so that neighbours share it point for point."""

    def __init__(self, random: Random) -> None:
        self._seed = random.getrandbits(32)
        self.side = cache(self._side)

    def outline(self, column: int, row: int) -> tuple[str, str]:
        """(full, simplified) outline of a cell as GeoJSON."""
        a, b, c, d = (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)
        sides = (self.side(a, b), self.side(b, c), self.side(d, c)[::-1], self.side(a, d)[::-1])
        return _geometry(sides, 1), _geometry(sides, _POINTS // _SIMPLE)

    def _side(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[Point, ...]:
        random = Random(f"{self._seed} {start} {end}")
        (x1, y1), (x2, y2) = start, end
        steps = [random.uniform(-0.15, 0.15) for _ in range(_POINTS + 1)]
        steps[0] = steps[-1] = 0.0
        return tuple(
            (
                round(_WEST + _WIDTH * (x1 + (x2 - x1) * n / _POINTS + (y2 - y1) * step), 4),
                round(_SOUTH + _HEIGHT * (y1 + (y2 - y1) * n / _POINTS + (x2 - x1) * step), 4),
            )
            for n, step in enumerate(steps)
        )


def _geometry(sides: tuple[tuple[Point, ...], ...], every: int) -> str:
    ring = [point for side in sides for point in side[:-1:every]]
    return json.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]}, separators=(",", ":"))
