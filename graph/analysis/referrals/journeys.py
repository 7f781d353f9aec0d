"""A journey on the network as it is: which step has a service, which can be reached, and where it breaks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.analysis.coverage.supply import topic_line
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs, offered
from graph.analysis.referrals.bundles import MOST_NEEDS, OneStop, Stations, one_stop, stations
from graph.analysis.referrals.doors import doors
from graph.analysis.referrals.ways import Way, reached, shortest
from graph.model.changes import Entry, EntryId
from graph.network import Network

StepState = Literal["reached", "no_service", "ended", "no_way"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One step of a journey. `way`: from whoever serves the step before (or the start) to who serves this one.

    no_service: nobody offers it; ended: who did may not any more on this day; no_way: no referral leads there.
    """

    step: EntryId
    state: StepState
    providers: tuple[EntryId, ...] = ()
    way: Way | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A journey's stages in order, and the walk that meets all that can be met from the start.

    `stop`: behind how many doors the bundle can be had, among the actors that people get to.
    """

    journey: EntryId
    stages: tuple[Stage, ...]
    walk: Stations[EntryId] | None
    stop: OneStop[EntryId] | None

    @property
    def fewest(self) -> tuple[EntryId, ...] | None:
        """The fewest actors that together serve every step that is served."""
        return self.stop.actors if self.stop else None

    @property
    def broken(self) -> tuple[Stage, ...]:
        """The steps that people do not get to."""
        return tuple(stage for stage in self.stages if stage.state != "reached")


def course(network: Network, journey: EntryId, on: date) -> Course:
    """How far a journey leads on a day, by referrals for its residence status.

    It begins at the journey's start, else at all entry points. A step is met by the services it names, else by those of
    its topic for the status. After a broken step it goes on from who served the step before.
    What it means to a council: of eight steps to residence the fifth is missing here.

    Complexity: O(steps · links), and the walk O(2^steps · links).
    """
    fields = network.entry(journey).fields
    status = (fields.get("statuses") or [""])[0]
    found = network.memo(arcs, on, status)
    starts = _starts(network, fields.get("start"))
    here, stages = starts, []
    for step in steps(network, journey):
        stage = _stage(network, found, step, here, status, on)
        stages.append(stage)
        here = frozenset({stage.way.goal}) if stage.way else (frozenset(stage.providers) or here)
    return Course(
        journey=journey,
        stages=tuple(stages),
        walk=_walk(found, starts, stages),
        stop=_stop(network, found, starts, stages),
    )


def steps(network: Network, journey: EntryId) -> list[Entry]:
    """The steps of a journey in their order."""
    return sorted(network.linking(journey, "step", "journey"), key=lambda s: (s.fields.get("position", 0), s.id))


def providers(network: Network, step: Entry, status: str, on: date) -> tuple[tuple[EntryId, ...], bool]:
    """(who serves a step on a day, whether anybody did before or will later)."""
    named = [network.entry(id) for id in step.fields.get("services", ())]
    topic: str = step.fields.get("topic", "")
    # Services that a step names are meant, whatever their status: on the way to another status people change theirs.
    fitting = named or [
        service
        for service in (network.of_kind("service").values() if topic else ())
        if _about(network, service, topic) and (not status or status in service.fields.get("statuses", (status,)))
    ]
    now = [s.fields["provider"] for s in fitting if offered(s, on)]
    return tuple(dict.fromkeys(now)), bool(fitting)


def _about(network: Network, service: Entry, topic: str) -> bool:
    return any(topic in topic_line(network, each) for each in service.fields.get("topics", ()))


def _starts(network: Network, start: str | None) -> frozenset[EntryId]:
    if start:
        return frozenset({EntryId(start)})
    return frozenset(a.id for a in network.of_kind("actor").values() if a.fields.get("entry_point"))


def _stage(network: Network, found: Arcs, step: Entry, here: Collection[EntryId], status: str, on: date) -> Stage:
    who, ever = providers(network, step, status, on)
    if not who:
        return Stage(step=step.id, state="ended" if ever else "no_service")
    way = shortest(found, here, who)
    return Stage(step=step.id, state="reached" if way else "no_way", providers=who, way=way)


def _walk(found: Arcs, starts: Collection[EntryId], stages: list[Stage]) -> Stations[EntryId] | None:
    links = adjacency(found)
    offers, needs = _offers(stages, reached(links, starts))
    if not 0 < len(needs) <= MOST_NEEDS:
        return None
    tried = [s for start in sorted(starts) if (s := stations(links, offers, start, needs))]
    return min(tried, key=lambda s: s.handovers, default=None)


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
