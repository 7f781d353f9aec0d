"""Where one more place of a service reaches most people, topic by topic (methods 3 and 4 on a Network)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np

from graph.analysis.coverage.areas import spot
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.places import within_reach
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.reaching import reached_by
from graph.analysis.coverage.siting import Step, most_reached, step_by_step
from graph.analysis.finding import rounded
from graph.analysis.planning.lacking import lacking_of
from graph.analysis.planning.reached_then import with_place
from graph.model.changes import EntryId
from graph.network import Network

PLACES = 3
"""Places one after the other that are looked at beside the optimum."""
TRIED = 12
"""Services of a topic in areas of which room is counted."""
OF_EACH = 2
"""Areas of each of them."""
SOMEBODY = 0.5
"""People fewer than this are nobody."""

Near = Mapping[EntryId, tuple[EntryId, ...]]
Site = tuple[int, int]
"""Row of an area, column of a service."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Wishes:
    """`wanting`: (units × services) people whom nothing fits today and whom a place of the service there would fit;
    `wishes`: (areas × services) as many of them as can get to the area in time. `near`: in the order of the areas."""

    asked: Asked
    near: Near
    wanting: np.ndarray
    wishes: np.ndarray

    @cached_property
    def areas(self) -> list[EntryId]:
        """By their row."""
        return list(self.near)

    @cached_property
    def now(self) -> float:
        """People reached today."""
        return reached_by(self.asked)

    def gain(self, site: Site, *more: int) -> float:
        """People more whom the topic reaches with a place of the service there, and in `more` areas: as a plan has it.

        One maximum flow where room is asked.
        """
        row, column = site
        areas = [self.areas[n] for n in (row, *more)]
        units = {unit for area in areas for unit in self.near[area]}
        if "capacity" not in self.asked.stages:
            rows = [n for unit, n in self.asked.meeting.units.items() if unit in units]
            return round(float(self.wanting[rows, column].sum()), 6)
        return round(reached_by(with_place(self.asked, column, units)) - self.now, 6)

    def wanted(self, column: int) -> dict[EntryId, float]:
        """Unit → people there whom the service would fit."""
        found = self.wanting[:, column].tolist()
        return {unit: found[row] for unit, row in self.asked.meeting.units.items() if found[row] > 0}

    def gains(self) -> dict[Site, float]:
        """What each site worth counting gains: the best of every service, and the best service everywhere.

        Where room is asked it is counted for services in the areas where most want them, those first that could gain
        most, until two gain as much as any other is hoped to: as many as want it, and no more than it has room for.
        """
        if "capacity" not in self.asked.stages:
            best = int(self.wishes.max(axis=0, initial=0.0).argmax()) if self.wishes.size else 0
            sites = [(int(self.wishes[:, column].argmax()), column) for column in range(self.wishes.shape[1])]
            sites += [(row, best) for row in range(len(self.areas))] if sites else []
            return {site: round(float(self.wishes[site]), 6) for site in sites}
        states = (self.asked.usual if one.room is None else one.room for one in self.asked.known)
        hoped = np.minimum(self.wishes, np.array([np.inf if each is None else each for each in states]))
        found: dict[Site, float] = {}
        areas = np.argsort(-hoped, axis=0, kind="stable")[:OF_EACH]
        sites = [(int(row), column) for column in range(hoped.shape[1]) for row in areas[:, column]]
        for site in sorted(sites, key=lambda site: -hoped[site])[:TRIED]:
            most = float(hoped[site])
            if most <= 0 or sum(gain >= most - SOMEBODY for gain in found.values()) > 1:
                break
            found[site] = self.gain(site)
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPlace:
    """A service of a topic also in the middle of `area`, serving `serves`: `persons` more reached, as far as there is
    room.

    `units`: where those live whom it would fit there → how many. `steps` go on from there, one place at a time, as long
    as there is room for everyone; `best` is the optimum for as many places. `runner_up`: the next best service, area
    and persons.
    """

    topic: EntryId
    service: EntryId
    area: EntryId
    persons: float
    serves: tuple[EntryId, ...]
    units: Mapping[EntryId, float] = field(hash=False)
    runner_up: tuple[EntryId, EntryId, float] | None
    site: Site
    wishes: Wishes = field(hash=False, compare=False, repr=False)
    steps: tuple[Step[EntryId], ...] = ()
    best: tuple[float, ...] = ()

    @property
    def wanted(self) -> float:
        """People there whom it would fit."""
        return sum(self.units.values())


def next_places(network: Network, on: date, assumed: Assumptions, number: int = 5) -> tuple[NextPlace, ...]:
    """Per topic the service and area that reach most, the topics with most people first: what a plan then shows.

    A candidate serves every unit from whose middle it can be reached in time. Services whose places are unknown and
    that are visited are left out: nobody knows who is near them. Where room is asked, it is counted for the services
    that are wanted most; no promise beyond them.
    What it means to a council: one consulting day a week in this town reaches so many people more.

    Complexity: O(topics · services · people · units), a maximum flow for each candidate counted, and an integer
    programme for each of the best.
    """
    near = near_units(network, assumed)
    every = (question_of(network, topic, on, assumed) for topic in sorted(network.of_kind("topic")))
    return largest([one for asked in every if asked and (one := best_place(asked, near))], number)


def largest(found: Sequence[NextPlace], number: int) -> tuple[NextPlace, ...]:
    """Those that reach most, each with what more places of it reach: that costs most of all."""
    return tuple(_with_steps(place) for place in sorted(found, key=lambda p: (-p.persons, p.topic))[:number])


def best_place(asked: Asked, near: Near, ending: Collection[EntryId] = ()) -> NextPlace | None:
    """The best of one topic: the greatest gain as it is said, then one not `ending`, then the greatest."""
    wishes = _wishes(asked, near)
    if wishes is None:
        return None
    services, areas = [one.service for one in asked.known], wishes.areas
    gains = wishes.gains()

    def order(site: Site) -> tuple[int, bool, float, EntryId, EntryId]:
        area, service = areas[site[0]], services[site[1]]
        return -rounded(gains[site]), service in ending, -gains[site], service, area

    ranked = sorted((site for site, gain in gains.items() if gain >= SOMEBODY), key=order)
    if not ranked:
        return None
    (row, column), second = ranked[0], ranked[1] if len(ranked) > 1 else None
    wanted = wishes.wanted(column)
    return NextPlace(
        topic=asked.topic,
        service=services[column],
        area=areas[row],
        persons=gains[row, column],
        serves=near[areas[row]],
        units={unit: wanted[unit] for unit in near[areas[row]] if unit in wanted},
        runner_up=(services[second[1]], areas[second[0]], gains[second]) if second else None,
        site=(row, column),
        wishes=wishes,
    )


def _with_steps(place: NextPlace) -> NextPlace:
    """Further places as far as nobody they would fit is left without room."""
    wishes, (row, column) = place.wishes, place.site
    wanted = wishes.wanted(column)
    steps = step_by_step(wishes.near, wanted, PLACES)
    rows = [wishes.areas.index(step.site) for step in steps]
    fit = [
        n
        for n, step in enumerate(steps)
        if rows[0] == row and abs(wishes.gain((row, column), *rows[1 : n + 1]) - step.reached) < SOMEBODY
    ]
    kept = tuple(step for n, step in enumerate(steps) if fit[: n + 1] == list(range(n + 1)))
    return replace(
        place, steps=kept, best=tuple(most_reached(wishes.near, wanted, n + 1).value for n in range(len(kept)))
    )


def _wishes(asked: Asked, near: Near) -> Wishes | None:
    """A service whose places are unknown and that is visited fits nobody more: nobody knows who is near it."""
    lacks = lacking_of(asked)
    if lacks is None or not near:
        return None
    units = lacks.meeting.units
    known = np.array([one.located or one.from_afar for one in lacks.known], dtype=bool)
    fits = lacks.fits({"fitting", "linked"}) & known
    wanting = np.zeros((len(units), len(lacks.known)))
    np.add.at(wanting, [units[people.unit] for people, _ in lacks.needs], fits * lacks.numbers[:, None])
    reach = np.array([[unit in some for unit in units] for some in map(set, near.values())], dtype=np.float64)
    return Wishes(asked=asked, near=near, wanting=wanting, wishes=reach @ wanting)


def near_units(network: Network, assumed: Assumptions) -> Near:
    """Unit with a known middle → the units from whose middle it can be reached in time, itself among them."""
    reach = within_reach(network, assumed)
    return {unit: some for unit, some in reach.items() if spot(network, unit).point is not None}
