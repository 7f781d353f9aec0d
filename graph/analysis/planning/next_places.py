"""Where one more place of a service reaches most people, topic by topic (methods 3 and 4 on a Network)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from graph.analysis.coverage.areas import spot
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.places import within_reach
from graph.analysis.coverage.question import Asked
from graph.analysis.coverage.siting import Step, most_reached, step_by_step
from graph.analysis.finding import rounded
from graph.analysis.planning.lacking import lacking
from graph.model.changes import EntryId
from graph.network import Network

PLACES = 3
"""Places one after the other that are looked at beside the optimum."""

Near = Mapping[EntryId, tuple[EntryId, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPlace:
    """A service of a topic also in the middle of `area`, serving `serves`: `persons` more reached.

    `units`: where they live → how many. `steps` go on from there, one place at a time; `best` is the optimum for as
    many places. `runner_up`: the next best area of the same service, and its persons.
    """

    topic: EntryId
    service: EntryId
    area: EntryId
    persons: float
    serves: tuple[EntryId, ...]
    units: Mapping[EntryId, float] = field(hash=False)
    steps: tuple[Step[EntryId], ...]
    runner_up: tuple[EntryId, float] | None
    wanting: Mapping[EntryId, float] = field(hash=False, repr=False)
    best: tuple[float, ...] = ()


def next_places(network: Network, on: date, assumed: Assumptions, number: int = 5) -> tuple[NextPlace, ...]:
    """Per topic the service and area that reach most, the topics with most people first. Room is left aside.

    A candidate serves every unit from whose middle it can be reached in time. Services whose places are unknown and
    that are visited are left out: nobody knows who is near them.
    What it means to a council: one consulting day a week in this town reaches so many people more.

    Complexity: O(topics · services · people · units), and an integer programme for each topic's best service.
    """
    near = near_units(network, assumed)
    every = (lacking(network, topic, on, assumed) for topic in sorted(network.of_kind("topic")))
    return largest([one for lacks in every if lacks and (one := best_place(lacks, near))], number, near)


def largest(found: Sequence[NextPlace], number: int, near: Near) -> tuple[NextPlace, ...]:
    """Those that reach most, with the optimum of each: it costs most of all."""
    best = sorted(found, key=lambda p: (-p.persons, p.topic))[:number]
    return tuple(
        replace(p, best=tuple(most_reached(near, p.wanting, n + 1).value for n in range(len(p.steps)))) for p in best
    )


def best_place(lacks: Asked, near: Near, ending: Collection[EntryId] = ()) -> NextPlace | None:
    """The best of one topic: the greatest first step as it is said, then one not `ending`, then the first by id."""
    wanting, gains = _wanting(lacks, near)
    order = sorted(range(len(lacks.known)), key=lambda n: lacks.known[n].service)
    ranked = [(gains[n], lacks.known[n].service, n) for n in order if gains[n] > 0]
    if not ranked:
        return None
    _, service, column = max(ranked, key=lambda each: (rounded(each[0]), each[1] not in ending, each[0]))
    wanted = {u: n for u, row in lacks.meeting.units.items() if (n := float(wanting[row, column])) > 0}
    steps = step_by_step(near, wanted, PLACES)
    area = steps[0].site
    others = {u: sum(wanted.get(v, 0.0) for v in some) for u, some in near.items() if u != area}
    second = max(sorted(others), key=lambda u: others[u], default=None)
    return NextPlace(
        topic=lacks.topic,
        service=service,
        area=area,
        persons=steps[0].gain,
        serves=near[area],
        units={unit: wanted[unit] for unit in near[area] if unit in wanted},
        steps=tuple(steps),
        wanting=wanted,
        runner_up=(second, others[second]) if second is not None and others[second] > 0 else None,
    )


def _wanting(lacks: Asked, near: Near) -> tuple[np.ndarray, list[float]]:
    """(units × services) people there whom a place of a service would reach, and per service most of them from one
    area. A service whose places are unknown and that is visited reaches nobody: nobody knows who is near it."""
    units = lacks.meeting.units
    known = np.array([one.located or one.from_afar for one in lacks.known], dtype=bool)
    fits = lacks.fits({"fitting", "linked"}) & known
    wanting = np.zeros((len(units), len(lacks.known)))
    np.add.at(wanting, [units[people.unit] for people, _ in lacks.needs], fits * lacks.numbers[:, None])
    reach = np.array([[unit in some for unit in units] for some in map(set, near.values())], dtype=np.float64)
    gains = (reach.reshape(-1, len(units)) @ wanting).max(axis=0, initial=0.0)
    return wanting, [round(gain, 6) for gain in gains.tolist()]


def near_units(network: Network, assumed: Assumptions) -> Near:
    """Unit with a known middle → the units from whose middle it can be reached in time, itself among them."""
    reach = within_reach(network, assumed)
    return {unit: some for unit, some in reach.items() if spot(network, unit).point is not None}
