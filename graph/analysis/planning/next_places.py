"""Where one more place of a service reaches most people, topic by topic (methods 3 and 4 on a Network)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.analysis.coverage.areas import spot, units
from graph.analysis.coverage.reaching import Assumptions
from graph.analysis.coverage.siting import Step, most_reached, step_by_step
from graph.analysis.coverage.supply import Supply
from graph.analysis.coverage.travel import Spot, minutes
from graph.analysis.finding import rounded
from graph.analysis.planning.lacking import Lack, lacking
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
    every = (best_place(lacking(network, topic, on, assumed), near) for topic in sorted(network.of_kind("topic")))
    return largest([one for one in every if one], number, near)


def largest(found: Sequence[NextPlace], number: int, near: Near) -> tuple[NextPlace, ...]:
    """Those that reach most, with the optimum of each: it costs most of all."""
    best = sorted(found, key=lambda p: (-p.persons, p.topic))[:number]
    return tuple(
        replace(p, best=tuple(most_reached(near, p.wanting, n + 1).value for n in range(len(p.steps)))) for p in best
    )


def best_place(lacks: Sequence[Lack], near: Near, ending: Collection[EntryId] = ()) -> NextPlace | None:
    """The best of one topic: the greatest first step as it is said, then one not `ending`, then the first by id."""
    services = {option.supply.service: option.supply for lack in lacks for option in lack.options}
    ranked = []
    for id in sorted(services):
        wanting = _wanting(lacks, services[id])
        first = step_by_step(near, wanting, 1) if wanting else []
        if first:
            ranked.append((first[0].gain, id, wanting))
    if not ranked:
        return None
    persons, service, wanting = max(ranked, key=lambda each: (rounded(each[0]), each[1] not in ending, each[0]))
    steps = step_by_step(near, wanting, PLACES)
    area = steps[0].site
    others = {u: sum(wanting.get(v, 0.0) for v in some) for u, some in near.items() if u != area}
    second = max(sorted(others), key=lambda u: others[u], default=None)
    return NextPlace(
        topic=lacks[0].topic,
        service=service,
        area=area,
        persons=persons,
        serves=near[area],
        units={unit: wanting[unit] for unit in near[area] if unit in wanting},
        steps=tuple(steps),
        wanting=wanting,
        runner_up=(second, others[second]) if second is not None and others[second] > 0 else None,
    )


def _wanting(lacks: Sequence[Lack], one: Supply) -> dict[EntryId, float]:
    """Unit → people there whom a place of this service would reach."""
    if not one.located and not one.from_afar:
        return {}
    found: dict[EntryId, float] = {}
    for lack in lacks:
        fits = any(o.supply.service == one.service and {"fitting", "linked"} <= o.holds for o in lack.options)
        if fits:
            found[lack.people.unit] = found.get(lack.people.unit, 0.0) + lack.persons
    return found


def near_units(network: Network, assumed: Assumptions) -> Near:
    """Unit with a known middle → the units from whose middle it can be reached in time, itself among them."""
    spots = {unit: spot(network, unit) for unit in units(network)}
    return {
        unit: tuple(other for other, here in spots.items() if other == unit or _in_time(assumed, here, there))
        for unit, there in spots.items()
        if there.point is not None
    }


def _in_time(assumed: Assumptions, one: Spot, other: Spot) -> bool:
    way = minutes(one, other, assumed.means, assumed.travel)
    return way is not None and way <= assumed.threshold
