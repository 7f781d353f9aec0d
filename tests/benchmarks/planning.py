"""Networks with people who need something, and the plan that is tried on them."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import networkx as nx

from graph.analysis.coverage.need import needing
from graph.analysis.coverage.supply import supply
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.topics import entry_points
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from graph.operations.moves import Move
from tests.generator import generate

STATUSES = ("", "toleration", "temporary_protection", "eu")
LANGUAGES = ("uk", "ar", "de")


@cache
def county(actors: int) -> Network:
    """A generated network with entry points, people in every area, and shares of need of every third topic."""
    random = Random(7)
    entries = [_entry_point(e) if e.kind == "actor" and random.random() < 0.05 else e for e in generate(actors)]
    areas = [e.id for e in entries if e.kind == "area" and e.fields.get("level") == "municipality"]
    topics = sorted(e.id for e in entries if e.kind == "topic")
    for n, area in enumerate(areas):
        for status in STATUSES:
            fields = {"area": area, "persons": random.randint(5, 300), "language": random.choice(LANGUAGES)}
            entries.append(_entry("demand", f"d{n}{status}", **fields, **({"status": status} if status else {})))
    entries += [_entry("share", f"h{topic}", topic=topic, percent=40.0) for topic in topics[::3]]
    return Network(entries)


def plan(network: Network) -> list[Move]:
    """A link, a language and more places: what a coordinator tries in an afternoon."""
    random = Random(3)
    actors, services = sorted(network.of_kind("actor")), sorted(network.of_kind("service"))
    roomy = next(s for s in services if "capacity" in network.entry(s).fields)
    return [
        Move(id="a", what="link", values={"sender": random.choice(actors), "receiver": random.choice(actors)}),
        Move(id="b", what="language", values={"service": random.choice(services), "languages": ["uk"]}),
        Move(id="c", what="capacity", values={"service": roomy, "by": "25"}),
    ]


class Plain:
    """Trying a link the plain way: with it in a copy of the graph, every entry point's descendants once more."""

    def __init__(self, network: Network, on: date) -> None:
        self._graph: nx.DiGraph[EntryId] = nx.DiGraph()
        self._graph.add_nodes_from(network.of_kind("actor"))
        self._graph.add_edges_from((arc.sender, arc.receiver) for arc in network.memo(arcs, on).all())
        self._starts = entry_points(network)
        asked = {topic for topic in network.of_kind("topic") if network.linking(topic, "share", "topic")}
        nobody = {topic for topic in asked if not needing(network, topic)}
        self._offers = {one.provider: set[str]() for one in network.memo(supply, on)}
        for one in network.memo(supply, on):
            self._offers[one.provider] |= one.topics - nobody
        self._before = self._pairs(self._graph)

    @property
    def candidates(self) -> int:
        """Links that nobody states yet."""
        return len(self._graph) * (len(self._graph) - 1) - self._graph.number_of_edges()

    def opens(self, sender: EntryId, receiver: EntryId) -> int:
        """(entry point, topic) pairs that a link more joins."""
        more = self._graph.copy()
        more.add_edge(sender, receiver)
        return len(self._pairs(more) - self._before)

    def _pairs(self, graph: nx.DiGraph[EntryId]) -> set[tuple[EntryId, str]]:
        return {
            (start, topic)
            for start in self._starts
            for actor in (start, *nx.descendants(graph, start))
            for topic in self._offers.get(actor, ())
        }


def _entry_point(actor: Entry) -> Entry:
    return Entry(kind=actor.kind, id=actor.id, fields={**actor.fields, "entry_point": True})


def _entry(kind: str, id: str, **fields: object) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
