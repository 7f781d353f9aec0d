"""How many of those who are sent on arrive, and over how many stations: rounds on a Network (method 21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.analysis.readiness import ENOUGH, Readiness
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.counts import per_quarter
from graph.analysis.referrals.rounds import rounds
from graph.analysis.referrals.topics import entry_points, offering
from graph.analysis.referrals.ways import distances
from graph.model.changes import EntryId
from graph.network import Network

Flow = Mapping[EntryId, Mapping[EntryId, float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Keeping:
    """Assumed share of the people who arrive after one hand-over, lowest and highest, and what each week of waiting
    leaves of it. Nobody has measured them: a county may set others, and every result says so."""

    low: float = 0.8
    high: float = 0.95
    week_low: float = 0.97
    week_high: float = 0.995


@dataclass(frozen=True, kw_only=True, slots=True)
class Passing:
    """(lowest, highest) of 100 who begin at an entry point: how many arrive at the topic, after how many hand-overs.

    `shortest`: hand-overs on the shortest ways from the same entry points, for comparison. `links` are counted ones.
    """

    topic: EntryId
    arriving: tuple[float, float]
    handovers: tuple[float, float]
    shortest: float
    links: int


def counted(network: Network, on: date, threshold: float = ENOUGH) -> Readiness:
    """How many valid links tell how many people they pass on. O(links)."""
    return _carried(network, on, "counts", threshold)


def waited(network: Network, on: date, threshold: float = ENOUGH) -> Readiness:
    """How many valid links tell the waiting time. O(links)."""
    return _carried(network, on, "waiting_weeks", threshold)


def passing(network: Network, topic: EntryId, on: date, keeping: Keeping | None = None) -> Passing | None:
    """What becomes of people who look for a topic; None where nobody who is counted gets there.

    Assumed: people are sent on in the proportions of the counts per quarter, only to where a way leads on, and end
    at the first actor that offers the topic. An estimate with a range, from counts alone. What it means to a council:
    of 100 who are sent on, so many never arrive, and each hand-over less keeps some of them. Source: as `rounds`.
    Complexity: O(links + n³), n the actors on the ways.
    """
    found = network.memo(arcs, on)
    goals = {one.provider for one in offering(network, topic, on)}
    flow = _leading_on(network.memo(_flow, on), goals)
    starts = {start: sum(flow[start].values()) for start in entry_points(network) if start in flow}
    weight = sum(starts.values())
    if not weight:
        return None
    ranged = [_ends(flow, goals, starts, network.memo(_weeks, on), *kept) for kept in _both(keeping or Keeping())]
    near = distances(found, goals)
    return Passing(
        topic=topic,
        arriving=(ranged[0][0], ranged[1][0]),
        handovers=(min(r[1] for r in ranged), max(r[1] for r in ranged)),
        shortest=sum(near[start] * share for start, share in starts.items()) / weight,
        links=sum(len(some) for some in flow.values()),
    )


def _both(keeping: Keeping) -> tuple[tuple[float, float], tuple[float, float]]:
    return (keeping.low, keeping.week_low), (keeping.high, keeping.week_high)


def _ends(
    flow: Flow,
    goals: set[EntryId],
    starts: Mapping[EntryId, float],
    weeks: Mapping[tuple[EntryId, EntryId], float],
    kept: float,
    week: float,
) -> tuple[float, float]:
    """(of 100 how many arrive, hand-overs on average) for one assumption."""
    place = {id: n for n, id in enumerate(flow)}
    on = [[0.0] * len(place) for _ in place]
    out = [[0.0, 0.0] for _ in place]
    for id, n in place.items():
        total = sum(flow[id].values())
        for other, number in flow[id].items():
            arrives = number / total * kept * week ** weeks.get((id, other), 0.0)
            out[n][1] += number / total - arrives
            if other in goals:
                out[n][0] += arrives
            else:
                on[n][place[other]] += arrives
    told = rounds(on, out)
    whole = sum(starts.values())
    arriving = sum(told.ends[place[start]][0] * share for start, share in starts.items()) / whole
    steps = sum(told.stations[place[start]] * share for start, share in starts.items()) / whole
    return 100 * float(arriving), float(steps)


def _leading_on(flow: Flow, goals: set[EntryId]) -> dict[EntryId, dict[EntryId, float]]:
    """The counted links from which a way of counted links leads to a goal; who offers the topic sends nobody on."""
    into: dict[EntryId, list[EntryId]] = {}
    for one, others in flow.items():
        for other in others:
            into.setdefault(other, []).append(one)
    good, queue = set(goals), list(goals)
    while queue:
        for one in into.get(queue.pop(), ()):
            if one not in good:
                good.add(one)
                queue.append(one)
    kept = {one: {o: n for o, n in others.items() if o in good} for one, others in flow.items() if one not in goals}
    return {one: others for one, others in kept.items() if others}


def _flow(network: Network, on: date) -> dict[EntryId, dict[EntryId, float]]:
    """Sender → receiver → people per quarter, over the links that tell it."""
    flow: dict[EntryId, dict[EntryId, float]] = {}
    for arc in network.memo(arcs, on).all():
        number = per_quarter(network.entry(arc.id).fields.get("counts", ()))
        if number:
            told = flow.setdefault(arc.sender, {})
            told[arc.receiver] = told.get(arc.receiver, 0.0) + number
    return flow


def _weeks(network: Network, on: date) -> dict[tuple[EntryId, EntryId], float]:
    """The waiting time that links tell, in weeks; the shortest of several between the same two."""
    weeks: dict[tuple[EntryId, EntryId], float] = {}
    for arc in network.memo(arcs, on).all():
        stated = network.entry(arc.id).fields.get("waiting_weeks")
        if stated is not None:
            pair = arc.sender, arc.receiver
            weeks[pair] = min(float(stated), weeks.get(pair, float(stated)))
    return weeks


def _carried(network: Network, on: date, what: str, threshold: float) -> Readiness:
    entries = [network.entry(arc.id) for arc in network.memo(arcs, on).all()]
    known = sum(what in entry.fields for entry in entries)
    return Readiness(kind="referral", what=what, known=known, total=len(entries), threshold=threshold)
