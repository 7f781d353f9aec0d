"""A journey on the network as it is: which step has a service, which can be reached, and where it breaks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from graph.analysis.coverage.states import topic_row
from graph.analysis.coverage.supply import lapsed
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs, offered, sides_between
from graph.analysis.referrals.bundles import MOST_NEEDS, OneStop, Stations, one_stop, stations
from graph.analysis.referrals.doors import doors
from graph.analysis.referrals.topics import entry_points, fitting, offering
from graph.analysis.referrals.ways import Way, reached, shortest
from graph.model.changes import Entry, EntryId
from graph.network import Network

StepState = Literal["reached", "no_service", "none", "ended", "no_way"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One step of a journey. `way`: from whoever serves the step before (or the start) to who serves this one.

    no_service: nobody is known to offer it; none: it is confirmed for every unit that nobody does; ended: who did may
    not any more on this day; no_way: no referral leads there.
    """

    step: EntryId
    state: StepState
    providers: tuple[EntryId, ...] = ()
    way: Way | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A journey's stages in order, and the walk that meets all that can be met from the start.

    `stop`: behind how many doors the bundle can be had, among the actors that people get to. `status`: for whom this
    holds, of the journey's the one that it serves worst; "" where it names none.
    """

    journey: EntryId
    status: str
    stages: tuple[Stage, ...]
    walk: Stations[EntryId] | None
    stop: OneStop[EntryId] | None
    sides: tuple[int, ...] = ()
    """How many sides confirm each hand-over of the walk."""

    @property
    def fewest(self) -> tuple[EntryId, ...] | None:
        """The fewest actors that together serve every step that is served."""
        return self.stop.actors if self.stop else None

    @property
    def in_order(self) -> int:
        """Hand-overs of whoever goes the steps one after the other."""
        return sum(stage.way.steps for stage in self.stages if stage.way)

    @property
    def broken(self) -> tuple[Stage, ...]:
        """The steps that people do not get to."""
        return tuple(stage for stage in self.stages if stage.state != "reached")


def course(network: Network, journey: EntryId, on: date) -> Course:
    """How far a journey leads on a day, for those of its residence statuses whom it leads least far.

    It begins at the journey's start, else at all entry points. A step is met by the services it names, else by those of
    its topic for the status and one of the journey's target groups. After a broken step it goes on from who served the
    step before.
    What it means to a council: of eight steps to residence the fifth is missing here.

    Complexity: O(statuses · steps · links), and the walk O(2^steps · links).
    """
    statuses = network.entry(journey).fields.get("statuses") or ("",)
    return max((_course(network, journey, status, on) for status in statuses), key=_hardship)


def steps(network: Network, journey: EntryId) -> list[Entry]:
    """The steps of a journey in their order."""
    return sorted(network.linking(journey, "step", "journey"), key=lambda s: (s.fields.get("position", 0), s.id))


def providers(
    network: Network, step: Entry, on: date, status: str = "", groups: Collection[str] = ()
) -> tuple[tuple[EntryId, ...], bool]:
    """(who serves a step on a day, whether anybody did before or will later)."""
    named = [network.entry(id) for id in step.fields.get("services", ())]
    # Services that a step names are meant, for whatever status they and the links to them are: people change theirs.
    if named:
        return tuple(dict.fromkeys(s.fields["provider"] for s in named if offered(s, on))), True
    topic = EntryId(step.fields.get("topic", ""))
    now = offering(network, topic, on, status, groups=groups)
    ever = now or fitting(network, network.memo(lapsed, on), topic, status, groups=groups)
    return tuple(dict.fromkeys(one.provider for one in now)), bool(ever)


def _course(network: Network, journey: EntryId, status: str, on: date) -> Course:
    """The same for one status."""
    fields = network.entry(journey).fields
    found = network.memo(arcs, on, status)
    starts = _starts(network, fields.get("start"))
    here, stages = starts, []
    for step in steps(network, journey):
        links = network.memo(arcs, on) if step.fields.get("services") else found  # as in `providers`
        stage = _stage(links, step.id, here, *providers(network, step, on, status, fields.get("target_groups", ())))
        if stage.state == "no_service" and _confirmed_none(network, step, on):
            stage = replace(stage, state="none")
        stages.append(stage)
        here = frozenset({stage.way.goal}) if stage.way else (frozenset(stage.providers) or here)
    sides = sides_between(found)
    walk = _walk(found, starts, stages, {pair for pair, number in sides.items() if number < 2})
    return Course(
        journey=journey,
        status=status,
        stages=tuple(stages),
        walk=walk,
        stop=_stop(network, found, starts, stages),
        sides=tuple(sides[pair] for pair in pairwise(walk.walk)) if walk else (),
    )


def _confirmed_none(network: Network, step: Entry, on: date) -> bool:
    row = topic_row(network, EntryId(step.fields.get("topic", "")), on)
    return bool(row) and all(cell.state == "none" for cell in row.values())


def _hardship(found: Course) -> tuple[int, int]:
    return len(found.broken), found.walk.handovers if found.walk else 0


def _starts(network: Network, start: str | None) -> frozenset[EntryId]:
    return frozenset({EntryId(start)} if start else network.memo(entry_points))


def _stage(found: Arcs, step: EntryId, here: Collection[EntryId], who: tuple[EntryId, ...], ever: bool) -> Stage:
    if not who:
        return Stage(step=step, state="ended" if ever else "no_service")
    way = shortest(found, here, who)
    return Stage(step=step, state="reached" if way else "no_way", providers=who, way=way)


def _walk(
    found: Arcs, starts: Collection[EntryId], stages: list[Stage], unsure: Collection[tuple[EntryId, EntryId]]
) -> Stations[EntryId] | None:
    links = adjacency(found)
    offers, needs = _offers(stages, reached(links, starts))
    if not 0 < len(needs) <= MOST_NEEDS:
        return None
    return stations(links, offers, starts, needs, unsure)


def _stop(network: Network, found: Arcs, starts: Collection[EntryId], stages: list[Stage]) -> OneStop[EntryId] | None:
    within = reached(adjacency(found), starts)
    offers, needs = _offers(stages, within)
    if not 0 < len(needs) <= MOST_NEEDS:
        return None
    return one_stop(offers, list(offers), needs, {id: doors(network, id) for id in offers})


def _offers(stages: list[Stage], within: set[EntryId]) -> tuple[dict[EntryId, list[str]], list[str]]:
    """(actor → steps it serves, the steps that somebody serves to whom a way leads)."""
    offers: dict[EntryId, list[str]] = {}
    for stage in stages:
        for provider in stage.providers:
            if provider in within:
                offers.setdefault(provider, []).append(stage.step)
    return offers, list(dict.fromkeys(step for steps in offers.values() for step in steps))
