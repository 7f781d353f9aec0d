"""How people meet services: which stages hold between each group of people and each service, all in one table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from graph.analysis.coverage.areas import counting_for, county_of, spot
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.need import People
from graph.analysis.coverage.supply import Supply
from graph.analysis.coverage.travel import times
from graph.model.changes import EntryId
from graph.network import Network

BITS = {"available": 1, "reachable": 2, "fitting": 4, "linked": 8}
"""Stage → its bit; room is no matter between one group and one service."""
LEFT_OUT = 16
"""Bit of a service that does not count for these people at all."""

Kind = tuple[str, str, str]
"""status, language, target group"""


@dataclass(frozen=True, kw_only=True, eq=False, slots=True)
class Meeting:
    """What lies between people and the services of a topic before anything is assumed of time, interpreters and
    neighbours. Columns are services; rows `units` or `kinds` of people. Not knowing counts as holding.

    `serves`: the service is for the unit; `beyond`: it sits in another county; `minutes` to it, 0 where no journey is
    needed or its place is not known. `suits`: it is for the status and target group; `spoken`: by staff, `understood`:
    with interpreters, too. `linked`: people are sent there (services alone).
    """

    units: dict[EntryId, int]
    kinds: dict[Kind, int]
    serves: np.ndarray
    beyond: np.ndarray
    minutes: np.ndarray
    suits: np.ndarray
    spoken: np.ndarray
    understood: np.ndarray
    linked: np.ndarray

    def holds(self, people: Sequence[People], assumed: Assumptions, shut: Collection[str]) -> np.ndarray:
        """(people × services) the bits of the stages that hold. `shut` ones are not asked: they hold."""
        reachable = (self.minutes <= assumed.threshold) | ("reachable" in shut)
        speaks = (self.understood if assumed.interpreters else self.spoken) | ("languages" in shut)
        there = (
            self.serves * BITS["available"]
            + reachable * BITS["reachable"]
            + (self.linked | ("linked" in shut)) * BITS["linked"]
            + (self.beyond & (not assumed.beyond)) * LEFT_OUT
        ).astype(np.uint8)
        fits = ((self.suits & speaks) * BITS["fitting"]).astype(np.uint8)
        found: np.ndarray = there[[self.units[p.unit] for p in people]] | fits[self.rows(people)]
        return found

    def rows(self, people: Sequence[People]) -> list[int]:
        """Their rows among the kinds."""
        return [self.kinds[kind_of(p)] for p in people]


def kind_of(people: People) -> Kind:
    """Who they are, wherever they live."""
    return people.status, people.language, people.group


def meeting(network: Network, people: Sequence[People], known: Sequence[Supply], assumed: Assumptions) -> Meeting:
    """Of `assumed` only how one travels counts here. O((units + kinds) · services)."""
    kinds = {kind: n for n, kind in enumerate(dict.fromkeys(map(kind_of, people)))}
    level = list(dict.fromkeys(p.unit for p in people))
    speaking = [[_speaks(language, one) for one in known] for _, language, _ in kinds]
    spoken, understood = np.moveaxis(np.array(speaking, dtype=bool).reshape(len(kinds), len(known), 2), 2, 0)
    return Meeting(
        units={unit: n for n, unit in enumerate(level)},
        kinds=kinds,
        serves=_serves(network, level, known),
        beyond=_beyond([county_of(network, unit) for unit in level], known),
        minutes=_minutes(network, level, known, assumed),
        suits=_table([[one.fits(status, group) for one in known] for status, _, group in kinds], len(known)),
        spoken=spoken,
        understood=understood,
        linked=np.array([one.linked for one in known], dtype=bool),
    )


def _speaks(language: str, one: Supply) -> tuple[bool, bool]:
    """Whether help in a language is not ruled out: by staff, and with interpreters."""
    return not language or one.speaks(language, False) is not False, not language or one.speaks(language) is not False


def _table(rows: list[list[bool]], width: int) -> np.ndarray:
    return np.array(rows, dtype=bool).reshape(len(rows), width)


def _serves(network: Network, level: Sequence[EntryId], known: Sequence[Supply]) -> np.ndarray:
    rows: dict[str, list[int]] = {}
    for row, unit in enumerate(level):
        for area in counting_for(network, unit):
            rows.setdefault(area, []).append(row)
    found = np.zeros((len(level), len(known)), dtype=bool)
    for column, one in enumerate(known):
        for area in one.areas & rows.keys():
            found[rows[area], column] = True
    return found


def _beyond(counties: Sequence[str], known: Sequence[Supply]) -> np.ndarray:
    here, there = np.array(counties, dtype=object), np.array([one.county for one in known], dtype=object)
    found: np.ndarray = (there != "") & (there != here[:, None])
    return found.astype(bool)


def _minutes(network: Network, level: Sequence[EntryId], known: Sequence[Supply], assumed: Assumptions) -> np.ndarray:
    """(units × services) to the nearest of its places."""
    if not known:
        return np.zeros((len(level), 0))
    here = [spot(network, unit) for unit in level]
    ways = times(here, [there for one in known for there in one.spots], assumed.means, assumed.travel)
    first = np.cumsum([0, *(len(one.spots) for one in known[:-1])])
    nearest = np.fmin.reduceat(ways, first, axis=1)
    afar = np.array([one.from_afar for one in known], dtype=bool)
    found: np.ndarray = np.where(afar | np.isnan(nearest), 0.0, nearest)
    return found
