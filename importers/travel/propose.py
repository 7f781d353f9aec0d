"""What a table of travel times comes to: minutes between entries, and what is wrong with which row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from graph.analysis.coverage.areas import unit_of
from graph.analysis.coverage.travel import Means
from graph.model.changes import EntryId
from graph.model.values.numbers import clean_number
from graph.network import Network
from importers.travel.ends import Ends
from importers.travel.read import Line

MOST = 24 * 60
"""Minutes: whoever travels longer than a day is a slip of the pen."""
_MEANS: dict[str, Means | None] = {
    "": None, "alle": None, "all": None,
    "car": "car", "auto": "car", "pkw": "car", "miv": "car", "driving": "car",
    "bus": "bus", "bahn": "bus", "bus und bahn": "bus", "oepnv": "bus", "öpnv": "bus", "opnv": "bus", "transit": "bus",
    "foot": "foot", "fuss": "foot", "fuß": "foot", "zu fuß": "foot", "zu fuss": "foot",
    "walk": "foot", "walking": "foot",
}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?(?:\s*h)?")

Key = tuple[EntryId, EntryId, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrong:
    """A row that is left out: its number, the column by its meaning, a code of the vocabulary with parameters."""

    row: str
    column: str
    code: str
    params: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """`minutes` as `graph.analysis.coverage.travel` takes them. `rows` were understood, `wrong` are left out.

    `means` that are timed ("" = whatever the means); `parts`: pairs of which a mean over the parts of an area is told.
    """

    minutes: Mapping[Key, float]
    rows: int
    wrong: tuple[Wrong, ...]
    parts: int

    @property
    def means(self) -> tuple[str, ...]:
        """The means that something is said of, by code."""
        return tuple(sorted({means for _, _, means in self.minutes}))


def propose(network: Network, lines: Sequence[Line]) -> Times:
    """The times a table states between areas, places and actors of this Network. O(rows).

    A row about a part of an area for which coverage is told (a municipality of an association) counts for the whole:
    of several parts their mean, unless the whole has a row of its own. Of two rows that contradict each other the
    first holds.
    """
    ends, wrong, known = Ends(network), list[Wrong](), dict[Key, tuple[float, str]]()
    for line in lines:
        found = _row(network, line, ends)
        if isinstance(found, tuple):
            key, number = found
            before = known.setdefault(key, (number, line.number))
            if before[0] == number:
                continue
            found = Wrong(row=line.number, column="minutes", code="travel.contradiction", params={"row": before[1]})
        wrong.append(found)
    stated = {key: number for key, (number, _) in known.items()}
    derived = _of_parts(network, stated)
    rows = len(lines) - len(wrong)
    return Times(minutes={**derived, **stated}, rows=rows, wrong=tuple(wrong), parts=len(derived))


def _row(network: Network, line: Line, ends: Ends) -> tuple[Key, float] | Wrong:
    found = list[EntryId]()
    for column, text in (("from", line.start), ("to", line.goal)):
        id, why = ends.find(text) if text else (None, "empty")
        if id is None:
            return Wrong(row=line.number, column=column, code=f"travel.{why}", params={"text": text[:80]})
        found.append(id)
    if not any(network.entry(id).kind == "area" and unit_of(network, id) for id in found):
        return Wrong(row=line.number, column="from", code="travel.no_area", params={"text": line.start[:80]})
    number = _minutes(line.minutes)
    if number is None:
        code = "travel.minutes" if line.minutes else "travel.empty"
        return Wrong(row=line.number, column="minutes", code=code, params={"text": line.minutes[:80]})
    said = line.means.strip().casefold()
    if said not in _MEANS:
        return Wrong(row=line.number, column="means", code="travel.means", params={"text": line.means[:80]})
    return (found[0], found[1], _MEANS[said] or ""), number


def _minutes(text: str) -> float | None:
    """ "35", "35,5" and "1:05" (hours and minutes); None for what is no time from 0 to a day."""
    clock = _CLOCK.fullmatch(text.strip())
    number = int(clock[1]) * 60.0 + int(clock[2]) if clock else clean_number(re.sub(r"\s*min\.?$", "", text))[0]
    return number if number is not None and 0 <= number <= MOST else None


def _of_parts(network: Network, stated: Mapping[Key, float]) -> dict[Key, float]:
    """The means for areas of whose parts the table speaks."""
    found: dict[Key, list[float]] = {}
    for (start, goal, means), number in stated.items():
        ways = {(a, b) for a in _with_unit(network, start) for b in _with_unit(network, goal)}
        for a, b in ways - {(start, goal)}:
            if (a, b, means) not in stated:
                found.setdefault((a, b, means), []).append(number)
    return {key: sum(some) / len(some) for key, some in found.items()}


def _with_unit(network: Network, id: EntryId) -> Iterable[EntryId]:
    entry = network.entry(id)
    unit = unit_of(network, id) if entry.kind == "area" else None
    return (id,) if unit is None or unit == id else (id, unit)


def as_json(times: Times) -> list[list[object]]:
    """The minutes as they are kept, by order of their ids."""
    return [[*key, number] for key, number in sorted(times.minutes.items())]


def from_json(rows: Iterable[Sequence[object]]) -> dict[tuple[str, str, str], float]:
    """The inverse of `as_json`: a table for `Travel`."""
    return {(str(a), str(b), str(means)): float(cast(float, number)) for a, b, means, number in rows}
