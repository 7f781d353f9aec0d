"""How figures of structure are read. None of them says that more is better, and none compares one county to another."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import networkx as nx

from graph.analysis.finding import Finding
from graph.analysis.structure.brokerage import Bridged
from graph.analysis.structure.core import Core
from graph.analysis.structure.key_players import MOST_ACTORS, Players, distance_fragmentation, fragmentation
from graph.analysis.structure.orientation import Orientation
from graph.analysis.structure.two_mode import sharing, two_mode_density
from graph.model.changes import EntryId

STEERING = ("density", "reciprocity", "centralisation_in", "centralisation_out")
"""The figures beside which a network may be steered (methods 7 and 8)."""
RESEARCH = ("connectedness", "hierarchy", "efficiency")
"""Krackhardt's (method 15), of interest to research only."""
PERCENT = (*STEERING, *RESEARCH)
"""The figures that are read as so many of a hundred."""


def of_figure(name: str, values: Mapping[str, float]) -> Finding:
    """One figure with its reading; `values` also hold how many actors and links there are."""
    share = values[name] * 100
    shown: float = round(share, 1) if 0 < share < 10 else round(share)
    counts = {"actors": values["actors"], "links": values["links"]}
    return Finding(code=f"structure.{name}", values={"percent": shown, **counts})


def of_alone(number: int, actors: int) -> Finding:
    """How many have no link at all."""
    return Finding(code="structure.alone" if number else "structure.alone.none", values={"n": number, "actors": actors})


def of_orientation(found: Orientation) -> Finding:
    """Whether sectors link outwards more than chance would."""
    if found.at_least is None or found.at_most is None:
        code = "untested"
    elif not found.remarkable:
        code = "chance"
    else:
        code = "outwards" if found.at_least < found.at_most else "inwards"
    return Finding(
        code=f"structure.orientation.{code}",
        values={
            "index": round(found.index, 2),
            "expected": round(found.expected, 2),
            "external": found.external,
            "internal": found.internal,
        },
    )


def of_translating(one: str, other: str, number: int, found: Bridged[EntryId]) -> Finding:
    """How many stand between two sectors, and how much hangs on one of them; for everyone."""
    code = "structure.translating" if number else "structure.translating.none"
    values = {"number": number, "pairs": found.pairs, "alone": found.alone.total()}
    return Finding(code=code, codes={"one": ("sectors", one), "other": ("sectors", other)}, values=values)


def of_drop_out(several: int, leaves: int, total: int) -> Finding:
    """How many actors others cannot do without; for everyone. That all ways have another is a result, too.

    `leaves`: those on whom a single other depends."""
    code = "robust" if not several + leaves else "leaves" if not several else "fragile" if leaves else "fragile.all"
    return Finding(code=f"structure.{code}", values={"n": several, "leaves": leaves, "actors": total})


def of_core(found: Core[EntryId], actors: int, links: int) -> Finding:
    """How large the inner circle is. `links` between pairs of actors: where half of them contradict it, say so."""
    weak = 2 * found.errors > links
    code = "none" if len(found.actors) < 2 else "weak" if weak else "tied" if found.tied else "one"
    return Finding(
        code=f"structure.core.{code}",
        values={"size": len(found.actors), "actors": actors, "errors": found.errors, "links": links},
    )


def of_apart(graph: nx.Graph[EntryId], linked: nx.Graph[EntryId] | None) -> Finding:
    """How far apart the network lies (method 12); None: too many for steps. Pairs counted whatever the direction."""
    torn = round(fragmentation(graph) * 100, 1)
    if linked is None or len(linked) < 2:
        return Finding(code="structure.apart.torn", values={"torn": torn})
    return Finding(code="structure.apart", values={"torn": torn, "apart": round(distance_fragmentation(linked) * 100)})


def of_reaching(found: Players[EntryId], steps: int) -> Finding:
    """From whom news reaches most others; for coordinators."""
    values = {"share": round(found.value * 100), "steps": steps, "ties": found.ties}
    code = "structure.reaching.tied" if found.ties else "structure.reaching"
    return Finding(code=code, entries={"actors": found.actors}, values=values)


def of_offering(providers: Mapping[str, Collection[EntryId]], actors: int) -> Finding:
    """How much of what could be offered by everyone is, and how often two offer the same (method 14)."""
    share = round(two_mode_density(providers, actors) * 100, 1)
    if actors > MOST_ACTORS:  # pairs grow with the square of who offers a topic
        return Finding(code="structure.offering.share", values={"share": share})
    together = sharing(providers)
    if not together:
        return Finding(code="structure.offering.none", values={"share": share})
    values = {"share": share, "pairs": len(together), "most": max(together.values())}
    return Finding(code="structure.offering", values=values)
