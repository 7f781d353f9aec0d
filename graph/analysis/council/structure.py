"""The part of the report about who holds the network together. Lists that name actors are for coordinators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import networkx as nx

from graph.analysis.council.indicators import providers
from graph.analysis.council.plain import Data, plain
from graph.analysis.kernels import Numbered, betweenness, dropped, numbered
from graph.analysis.referrals.arcs import adjacency, arcs
from graph.analysis.structure import cohesion
from graph.analysis.structure import findings as say
from graph.analysis.structure.brokerage import Bridged, bridged, brokerage, translating
from graph.analysis.structure.core import Core, core, shells
from graph.analysis.structure.holes import Holes, holes
from graph.analysis.structure.key_players import MOST_ACTORS, MOST_FOR_PAIRS, Players, best_reaching, most_damaging
from graph.analysis.structure.orientation import orientation
from graph.model.changes import EntryId
from graph.model.fields import Audience
from graph.network import Network

Shuffles = Callable[[int], Iterable[Sequence[int]]]
"""Number of actors → orders of range(number), by which sectors are dealt anew."""

MOST = 20
"""Actors named in a list of structure."""

STEPS = 2
"""Steps in which news should have reached the others."""
BRIDGING = 5
"""Actors named between two sectors."""


def no_shuffles(actors: int) -> Iterable[Sequence[int]]:
    """Without chance there is no test."""
    return ()


def structure_part(network: Network, on: date, shuffles: Shuffles = no_shuffles) -> Data:
    """Figures, readings and lists of the referral links as a graph of actors."""
    links = adjacency(network.memo(arcs, on))
    actors = sorted(network.of_kind("actor"))
    graph = cohesion.directed(links, actors)
    sectors = {id: s for id, e in network.of_kind("actor").items() if (s := e.fields.get("sector"))}
    figures = _figures(graph)
    return {
        "structure": {
            **figures,
            "readings": [[name, plain(say.of_figure(name, figures))] for name in say.PERCENT],
            "alone_reading": plain(say.of_alone(int(figures["alone"]), len(actors))),
            **_between_sectors(graph, sectors, shuffles),
            **_on_ways(numbered(links, actors)),
        },
        # Only coordinators read these, and they are the longest part.
        "research": _research(network, on, graph) if network.audience is Audience.COORDINATION else {},
    }


def _figures(graph: nx.DiGraph[EntryId]) -> dict[str, float]:
    return {
        "actors": len(graph),
        "links": graph.number_of_edges(),
        "density": cohesion.density(graph),
        "reciprocity": cohesion.reciprocity(graph),
        "centralisation_in": cohesion.centralisation((d for _, d in graph.in_degree()), directed=True),
        "centralisation_out": cohesion.centralisation((d for _, d in graph.out_degree()), directed=True),
        "connectedness": cohesion.connectedness(graph),
        "hierarchy": cohesion.hierarchy(graph),
        "efficiency": cohesion.efficiency(graph),
        "alone": sum(1 for _ in nx.isolates(graph)),
    }


def _between_sectors(graph: nx.DiGraph[EntryId], sectors: Mapping[EntryId, str], shuffles: Shuffles) -> Data:
    """Flows between sectors, who stands between them, and whether they link outwards more than chance would."""
    roles = brokerage(graph, sectors)
    pairs = [(one, other) for one, other in graph.edges() if one in sectors and other in sectors]
    held = orientation(pairs, sectors, shuffles(len(sectors))) if pairs else None
    stand, joined = translating(graph, sectors), bridged(graph, sectors)
    return {
        "orientation": {"index": held.index, "expected": held.expected} if held else None,
        "orientation_reading": plain(say.of_orientation(held)) if held else None,
        "sectors": _sectors(pairs, sectors),
        "brokers": [[id, dict(roles[id])] for id in _most(roles, lambda id: roles[id].total())],
        "translating": [[*pair, _first(actors)] for pair, actors in stand.items()],
        "bridging": [_bridging(found) for found in joined.values()],
        "translating_at": [plain(say.of_translating(*pair, len(stand[pair]), joined[pair])) for pair in stand],
    }


def _on_ways(numbers: Numbered[EntryId]) -> Data:
    """Who lies on the ways of others, and what they lose with it."""
    between, estimated = betweenness(numbers)
    lost = {id: each for id, each in dropped(numbers).items() if each.pairs}
    leaves = [id for id, each in lost.items() if each.one]
    return {
        "between": [[id, between[id]] for id in _most(between, lambda id: between[id])],
        "estimated": estimated,
        "dropped": [[id, each.pairs] for id, each in sorted(lost.items(), key=lambda item: (-item[1].pairs, item[0]))],
        "leaves": leaves,
        "dropped_at": plain(say.of_drop_out(len(lost) - len(leaves), len(leaves), len(numbers.names))),
    }


def _research(network: Network, on: date, graph: nx.DiGraph[EntryId]) -> Data:
    """Methods 11 to 13: for coordinators, beside what is for everyone. Holes of all actors, the sharpest kept."""
    plain_graph = nx.Graph(graph)
    linked: nx.Graph[EntryId] = plain_graph.subgraph(id for id in plain_graph if plain_graph.degree(id))
    inner: Core[EntryId] = core(plain_graph)
    return {
        "core": {"actors": sorted(inner.actors), "errors": inner.errors, "tied": inner.tied},
        "core_reading": plain(say.of_core(inner, len(graph), plain_graph.number_of_edges())),
        "rings": _rings(plain_graph),
        "holes": _holes(plain_graph),
        "apart": plain(say.of_apart(plain_graph, linked if len(linked) <= MOST_ACTORS else None)),
        "reaching": [
            plain(say.of_reaching(best_reaching(linked, n, within=STEPS), STEPS))
            for n, most in _SIZES
            if n < len(linked) <= most
        ],
        "offering": plain(say.of_offering(network.memo(providers, on), len(graph))),
        "players": [_players(most_damaging(linked, n)) for n, most in _SIZES if n < len(linked) <= most],
    }


_SIZES = ((1, MOST_ACTORS), (2, MOST_FOR_PAIRS))


def _rings(graph: nx.Graph[EntryId]) -> list[list[int]]:
    """(ring, actors in it), the innermost first."""
    found = list(shells(graph).values())
    return [[ring, found.count(ring)] for ring in sorted(set(found), reverse=True)]


def _holes(graph: nx.Graph[EntryId]) -> list[list[object]]:
    """(actor, constraint, effective size) of those whose neighbours know each other least, by id: no order of merit."""
    every: dict[EntryId, Holes] = holes(graph)
    found = {id: held for id, held in every.items() if graph.degree(id) > 1}
    chosen = sorted(found, key=lambda id: (found[id].constraint, id))[:MOST]
    return [[id, found[id].constraint, found[id].effective_size] for id in sorted(chosen)]


def _players(found: Players[EntryId]) -> Data:
    return {"actors": list(found.actors), "value": found.value, "ties": found.ties}


def _sectors(pairs: Iterable[tuple[EntryId, EntryId]], sectors: Mapping[EntryId, str]) -> list[list[object]]:
    counted: dict[tuple[str, str], int] = {}
    for one, other in pairs:
        key = sectors[one], sectors[other]
        counted[key] = counted.get(key, 0) + 1
    return [[one, other, n] for (one, other), n in sorted(counted.items())]


def _bridging(found: Bridged[EntryId]) -> list[object]:
    """(those who alone bring most pairs together, with how many pairs; how many more have as many as the last)."""
    ranked = sorted(found.alone.items(), key=lambda item: (-item[1], item[0]))
    chosen = ranked[:BRIDGING]
    tied = sum(n == chosen[-1][1] for _, n in ranked[BRIDGING:]) if chosen else 0
    return [[[id, n] for id, n in chosen], tied]


def _first(counted: Counter[EntryId]) -> list[EntryId]:
    """A few of those who were counted most."""
    return sorted(counted, key=lambda id: (-counted[id], id))[:MOST]


def _most(values: Iterable[EntryId], worth: Callable[[EntryId], float]) -> list[EntryId]:
    return sorted((id for id in values if worth(id) > 0), key=lambda id: (-worth(id), id))[:MOST]
