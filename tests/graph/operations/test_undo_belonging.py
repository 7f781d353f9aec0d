"""What belongs to an entry that an undo keeps stays with it."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Applied, Change, EntryId, Kind, OpId, Revision
from graph.network import Network
from graph.operations import undo
from tests.graph.operations.test_undo import applied, made
from tests.graph.worlds import NOW

IMPORT = (
    made("source", "q", name="Liste"),
    made("place", "p", street="Markt"), made("place", "p2", street="Weg"),
    made("actor", "a", name="A", places=["p"], origin={"q": {}}), made("actor", "b", name="B", places=["p2"]),
    made("service", "s", name="S", provider="a"), made("service", "t", name="T", provider="b"),
    made("contact", "c", function="F", actor="a", services=["s"]),
    made("referral", "r", sender="a", receiver="b"),
)  # fmt: skip


def edited(id: str, **fields: Any) -> Change:
    return Change(kind=Kind("actor"), id=EntryId(id), before=dict.fromkeys(fields), after=fields)


def after_editing(id: str) -> tuple[Network, undo.Undo]:
    network = Network().apply(IMPORT).apply([edited(id, about="neu")])
    planned = undo.plan(network, applied(*IMPORT))
    return network.apply(planned.changes), planned


def test_an_edited_actor_keeps_its_services_contacts_places_and_source() -> None:
    left, planned = after_editing("a")
    assert {e.id for e in left.entries()} == {"a", "p", "s", "c", "q"}
    assert planned.belonging == {"p": "a", "s": "a", "c": "a", "q": "a"}
    assert {k.id for k in planned.kept} == {"a", "p", "s", "c", "q"}


def test_a_link_stays_only_where_both_its_ends_stay() -> None:
    network = Network().apply(IMPORT).apply([edited("a", about="x"), edited("b", about="y")])
    assert "r" in undo.plan(network, applied(*IMPORT)).belonging
    assert "r" not in after_editing("b")[0]


def test_an_edited_service_keeps_the_actor_it_needs_and_what_belongs_to_that() -> None:
    change = Change(kind=Kind("service"), id=EntryId("s"), before={"cost": None}, after={"cost": "frei"})
    network = Network().apply(IMPORT).apply([change])
    planned = undo.plan(network, applied(*IMPORT))
    assert {e.id for e in network.apply(planned.changes).entries()} == {"s", "a", "p", "c", "q"}


def test_what_others_link_to_keeps_what_belongs_to_it_too() -> None:
    network = Network().apply(IMPORT).apply([made("group", "g", name="G", members=["b"])])
    planned = undo.plan(network, applied(*IMPORT))
    assert {e.id for e in network.apply(planned.changes).entries()} == {"g", "b", "p2", "t"}
    assert planned.belonging == {"t": "b"} and {k.id for k in planned.kept} == {"b", "p2", "t"}


def test_undoing_an_undo_is_told_as_restoring() -> None:
    network = Network().apply(IMPORT)
    first = undo.changeset(undo.plan(network, applied(*IMPORT)), applied(*IMPORT), OpId("u"), "", NOW)
    assert (first.why.code, undo.undone_by(first)) == ("why.undo", 1)
    done = Applied(revision=Revision(2), changes=first)
    planned = undo.plan(Network(), done)
    second = undo.changeset(planned, done, OpId("uu"), "", NOW)
    assert (second.why.code, second.why.params) == ("why.redo", {"revision": "1"})
    assert undo.undone_by(second) is None and len(Network().apply(planned.changes)) == len(IMPORT)
