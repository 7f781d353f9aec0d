"""Who alone brings two sectors together, and whom others can't do without: those who matter first, ties stated."""

from __future__ import annotations

from datetime import date

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.council.structure import structure_part
from graph.analysis.structure.brokerage import bridged
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=16)


@given(LINKS)
def test_who_alone_brings_a_pair_together_is_who_it_lacks_without_them(links: list[tuple[int, int]]) -> None:
    graph = nx.DiGraph([link for link in links if link[0] != link[1]])
    groups = {n: "ab"[n % 2] for n in graph}
    found = bridged(graph, groups).get(("a", "b"))
    apart = [(x, y) for x in graph for y in graph if groups[x] != groups[y] and not graph.has_edge(x, y)]
    between = [{b for b in graph if graph.has_edge(x, b) and graph.has_edge(b, y)} for x, y in apart]
    assert (found.pairs if found else 0) == sum(bool(some) for some in between)
    alone = [next(iter(some)) for some in between if len(some) == 1]
    assert dict(found.alone if found else {}) == {b: alone.count(b) for b in alone}


def network(links: str) -> Network:
    """Actors by letter: capitals of business, others of administration."""
    ends = [link.split("-") for link in links.split()]
    actors = sorted({end for link in ends for end in link})
    sector = {id: "business" if id.isupper() else "administration" for id in actors}
    found = [("actor", id, {"name": id, "sector": sector[id]}) for id in actors]
    found += [("referral", "-".join(link), {"sender": link[0], "receiver": link[1]}) for link in ends]
    return Network([Entry(kind=Kind(kind), id=EntryId(id), fields=fields) for kind, id, fields in found])


def test_those_on_whom_several_depend_are_told_apart_from_those_with_one_leaf() -> None:
    part = structure_part(network("a-b b-a a-c c-d c-e d-a e-a b-x x-y"), date(2026, 11, 24))["structure"]
    assert [id for id, _ in part["dropped"] if id not in part["leaves"]] == ["a", "b", "c"]
    assert part["leaves"] == ["x"]
    assert part["dropped_at"]["code"] == "structure.fragile"


def test_of_equal_brokers_the_others_are_counted() -> None:
    links = " ".join(f"a-{b} {b}-Z{b.upper()}" for b in "bcdefgh")
    part = structure_part(network(links), date(2026, 11, 24))["structure"]
    alone, tied = part["bridging"][0]
    assert [n for _, n in alone] == [1, 1, 1, 1, 1] and tied == 2
    assert part["translating_at"][0]["values"] == {"number": 7, "pairs": 7, "alone": 7}


def test_how_far_apart_all_are_and_who_reaches_most_is_kept_for_research() -> None:
    found = structure_part(network("a-b a-c a-d a-E F-G"), date(2026, 11, 24))["research"]
    assert found["apart"]["values"]["torn"] == 47.6  # 10 of 21 pairs
    (first, _) = found["reaching"]
    assert first["values"]["share"] == 71 and first["values"]["ties"] == 4  # a, and whoever is linked to it
    assert found["offering"]["code"] == "structure.offering.none"
