"""What a Network remembers, and how long."""

from __future__ import annotations

from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network

NETWORK = [
    Entry(kind=Kind("area"), id=EntryId("alfdorf"), fields={"name": "Alfdorf"}),
    Entry(kind=Kind("actor"), id=EntryId("rathaus"), fields={"name": "Rathaus", "areas": ["alfdorf"]}),
]


def names(network: Network, kind: str) -> list[str]:
    """A list of its own each time, so that a remembered one is told from one made anew."""
    return [entry.fields["name"] for entry in network.of_kind(kind).values()]


def renamed(kind: str, id: str, before: str, after: str) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before={"name": before}, after={"name": after})


def test_what_looks_at_one_kind_is_kept_while_another_changes() -> None:
    network = Network(NETWORK)
    known = network.memo_of("area", names, "area")
    later = network.apply([renamed("actor", "rathaus", "Rathaus", "Gemeindeverwaltung")])
    assert later.memo_of("area", names, "area") is known


def test_what_looks_at_one_kind_is_computed_anew_when_that_changes() -> None:
    network = Network(NETWORK)
    network.memo_of("area", names, "area")
    later = network.apply([renamed("area", "alfdorf", "Alfdorf", "Lorch")])
    assert later.memo_of("area", names, "area") == ["Lorch"]
    assert network.memo_of("area", names, "area") == ["Alfdorf"]


def test_everything_else_dies_with_the_revision() -> None:
    network = Network(NETWORK)
    known = network.memo(names, "actor")
    assert network.memo(names, "actor") is known
    assert network.apply([renamed("area", "alfdorf", "Alfdorf", "Lorch")]).memo(names, "actor") is not known
