"""Everything the analyses find at one revision, as plain data that can be kept and shown later as it was.

Findings are kept as codes with parameters; whoever shows them says them with the reader's own Network and language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import networkx as nx

from graph.analysis.council.completeness import age, completeness
from graph.analysis.council.confirmed import confirmation
from graph.analysis.council.ending import ending
from graph.analysis.council.indicators import hanging, indicators
from graph.analysis.coverage.findings import of_gap, of_reaching
from graph.analysis.coverage.reaching import Assumptions, Reaching, reaching
from graph.analysis.finding import Finding
from graph.analysis.kernels import betweenness, dropped_pairs, numbered
from graph.analysis.planning.next_links import NextLink, next_links
from graph.analysis.referrals.arcs import adjacency, arcs
from graph.analysis.referrals.findings import of_course, of_single, of_stage, of_trap, of_ways
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.topics import topic_ways
from graph.analysis.structure import cohesion
from graph.analysis.structure.brokerage import brokerage
from graph.analysis.structure.orientation import orientation
from graph.model.changes import EntryId
from graph.network import Network

Data = dict[str, Any]
Progress = Callable[[int, int, str], None]

GAPS = 200
"""Largest gaps that are kept."""
MOST = 20
"""Actors named in a list of structure."""
PARTS = ("coverage", "ways", "journeys", "structure", "links", "rest")


def silent(done: int, total: int, step: str) -> None:
    """Tells nobody how far it is."""


def report(network: Network, on: date, assumed: Assumptions, progress: Progress = silent) -> Data:
    """All figures of a Network as JSON-able data.

    Parts: indicators, coverage (per topic), gaps, ways (per topic), journeys, structure, links, ending, age,
    completeness, confirmation. Complexity: the sum of its parts, seconds for a county; `progress` is told part by part.
    """
    told = Progressing(progress)
    told("coverage")
    reached = [r for topic in sorted(network.of_kind("topic")) if (r := reaching(network, topic, on, assumed))]
    gaps = sorted((gap for r in reached for gap in r.gaps), key=lambda g: -g.persons)[:GAPS]
    found: Data = {"coverage": [_reaching(r) for r in reached], "gaps": [plain(of_gap(gap)) for gap in gaps]}
    told("ways")
    found["ways"] = _ways(network, on)
    told("journeys")
    found["journeys"] = [_journey(network, journey, on) for journey in sorted(network.of_kind("journey"))]
    told("structure")
    found["structure"] = _structure(network, on)
    told("links")
    found["links"] = [_link(link) for link in next_links(network, on)]
    told("rest")
    found |= _rest(network, on, assumed)
    return found


class Progressing:
    """Counts the parts for whoever watches."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0

    def __call__(self, part: str) -> None:
        """A part begins."""
        self._progress(self._done, len(PARTS), f"figures.{part}")
        self._done += 1


def plain(finding: Finding) -> Data:
    """A finding as it is kept; `Finding(**data)` makes it again."""
    data = asdict(finding)
    return {name: value for name, value in data.items() if value}


def _reaching(found: Reaching) -> Data:
    cascade = found.cascade
    return {
        "topic": found.topic,
        "stages": list(cascade.stages),
        "persons": cascade.persons,
        "left": list(cascade.left),
        "causes": dict(cascade.causes),
        "known": found.room.known,
        "services": found.room.total,
        "ready": found.room.enough,
        "silent": len(found.silent),
        "finding": plain(of_reaching(found)),
        "basis": plain(found.room.finding),
    }


def _ways(network: Network, on: date) -> list[Data]:
    some = []
    for topic in sorted(network.of_kind("topic")):
        ways = topic_ways(network, topic, on)
        some.append(
            {
                "topic": topic,
                "providers": len(ways.providers),
                "steps": dict(ways.steps),
                "mean": ways.mean_steps,
                "finding": plain(of_ways(ways)),
                "singles": [plain(of_single(topic, actor)) for actor in ways.only_by],
                "traps": [plain(of_trap(topic, trap)) for trap in ways.traps],
            }
        )
    return some


def _journey(network: Network, journey: EntryId, on: date) -> Data:
    found = course(network, journey, on)
    return {
        "journey": journey,
        "finding": plain(of_course(found)),
        "walk": list(found.walk.walk) if found.walk else [],
        "fewest": list(found.fewest or ()),
        "stages": [
            {
                "step": stage.step,
                "state": stage.state,
                "way": [[arc.sender, arc.receiver, arc.sides] for arc in stage.way.arcs] if stage.way else [],
                "finding": plain(of_stage(stage)),
            }
            for stage in found.stages
        ],
    }


def _structure(network: Network, on: date) -> Data:
    links = adjacency(network.memo(arcs, on))
    actors = sorted(network.of_kind("actor"))
    graph = cohesion.directed(links, actors)
    numbers = numbered(links, actors)
    sectors = {id: s for id, e in network.of_kind("actor").items() if (s := e.fields.get("sector"))}
    roles = brokerage(graph, sectors)
    between, estimated = betweenness(numbers)
    pairs = [(one, other) for one, other in graph.edges() if one in sectors and other in sectors]
    held = orientation(pairs, sectors) if pairs else None
    return {
        "actors": len(actors),
        "links": graph.number_of_edges(),
        "density": cohesion.density(graph),
        "reciprocity": cohesion.reciprocity(graph),
        "centralisation_in": cohesion.centralisation((d for _, d in graph.in_degree()), directed=True),
        "centralisation_out": cohesion.centralisation((d for _, d in graph.out_degree()), directed=True),
        "connectedness": cohesion.connectedness(graph),
        "hierarchy": cohesion.hierarchy(graph),
        "efficiency": cohesion.efficiency(graph),
        "alone": sum(1 for _ in nx.isolates(graph)),
        "orientation": {"index": held.index, "expected": held.expected} if held else None,
        "sectors": _sectors(pairs, sectors),
        "brokers": [[id, dict(roles[id])] for id in _most(roles, lambda id: roles[id].total())],
        "between": [[id, between[id]] for id in _most(between, lambda id: between[id])],
        "estimated": estimated,
        "dropped": [[id, n] for id, n in _dropped(numbers)],
    }


def _sectors(pairs: Iterable[tuple[EntryId, EntryId]], sectors: dict[EntryId, str]) -> list[list[Any]]:
    counted: dict[tuple[str, str], int] = {}
    for one, other in pairs:
        key = sectors[one], sectors[other]
        counted[key] = counted.get(key, 0) + 1
    return [[one, other, n] for (one, other), n in sorted(counted.items())]


def _most(values: Iterable[EntryId], worth: Callable[[EntryId], float]) -> list[EntryId]:
    return sorted((id for id in values if worth(id) > 0), key=lambda id: (-worth(id), id))[:MOST]


def _dropped(numbers: Any) -> list[tuple[EntryId, int]]:
    lost: dict[EntryId, int] = dropped_pairs(numbers)
    return [(id, lost[id]) for id in _most(lost, lambda id: lost[id])]


def _link(link: NextLink) -> Data:
    return {**asdict(link), "finding": plain(_said(link))}


def _said(link: NextLink) -> Finding:
    return Finding(
        code="planning.link",
        entries={
            "sender": link.sender,
            "receiver": link.receiver,
            "topics": link.topics[:3],
            "starts": link.starts[:3],
        },
        values={"opens": link.opens, "saves": link.saves},
    )


def _rest(network: Network, on: date, assumed: Assumptions) -> Data:
    confirmed = confirmation(network, on)
    return {
        "indicators": dict(indicators(network, on, assumed).values),
        "ending": [asdict(e) for e in ending(network, on)],
        "age": asdict(age(network, on)),
        "completeness": [asdict(r) for r in completeness(network)],
        "confirmation": asdict(confirmed),
        "hanging": [[topic, actor] for topic, actor in sorted(hanging(network, on).items())],
    }
