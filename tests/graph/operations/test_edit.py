"""Creating, changing and deleting one entry: what it rests on, and what goes with it."""

from __future__ import annotations

import pytest

from graph.model.changes import Change, EntryId, Kind
from graph.model.errors import Invalid
from graph.network import Network
from graph.operations import edit


def made(kind: str, id: str, **fields: object) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields)


NETWORK = Network().apply(
    [
        made("area", "z", name="Zeitz"),
        made("actor", "a", name="A", areas=["z"]),
        made("actor", "b", name="B", parent="a"),
        made("service", "s", name="S", provider="a"),
        made("contact", "c", function="F", actor="a", services=["s"]),
        made("group", "g", name="G", members=["a", "b"], chair="a"),
    ]
)


def faults(wrong: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(f.field, f.code) for f in wrong.value.faults}


def test_a_new_entry_holds_only_what_is_known() -> None:
    change = edit.create(NETWORK, "actor", {"name": " A ", "phones": "", "about": ""}, EntryId("n"))
    assert change.before is None and change.after == {"name": "A"}


@pytest.mark.parametrize(("typed", "cost"), [("12.000", 12000.0), ("1.200,50", 1200.5), ("12.5", 12.5)])
def test_sums_are_read_as_they_are_written_here(typed: str, cost: float) -> None:
    change = edit.create(NETWORK, "measure", {"name": "M", "yearly_cost": typed}, EntryId("n"))
    assert change.after and change.after["yearly_cost"] == cost
    place = edit.create(NETWORK, "place", {"latitude": "51.123", "longitude": "12,5"}, EntryId("p"))
    assert place.after == {"latitude": 51.123, "longitude": 12.5}


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Invalid) as wrong:
        edit.create(NETWORK, "contact", {"person": "Ada Beispiel", "mails": "kein-mail"}, EntryId("n"))
    assert {field for field, _ in faults(wrong)} == {"mails", "function", "actor", "basis", "source", "review_by"}


def test_required_fields_are_required() -> None:
    with pytest.raises(Invalid) as wrong:
        edit.create(NETWORK, "service", {"name": "S"}, EntryId("n"))
    assert faults(wrong) == {("provider", "value.required")}


@pytest.mark.parametrize("target", ["nothing", "z"])
def test_a_reference_leads_to_an_entry_of_the_right_kind(target: str) -> None:
    with pytest.raises(Invalid) as wrong:
        edit.create(NETWORK, "service", {"name": "S", "provider": target}, EntryId("n"))
    assert faults(wrong) == {("provider", "value.not_an_entry")}


def test_a_named_person_needs_basis_source_and_review() -> None:
    with pytest.raises(Invalid) as wrong:
        edit.change(NETWORK, NETWORK.entry("c"), {"person": "Ada Beispiel"})
    assert {field for field, _ in faults(wrong)} == {"basis", "source", "review_by"}


def test_a_change_touches_only_what_differs() -> None:
    change = edit.change(NETWORK, NETWORK.entry("a"), {"name": "A", "short_name": "Ä", "about": ""})
    assert change and change.before == {"short_name": None} and change.after == {"short_name": "Ä"}
    assert edit.change(NETWORK, NETWORK.entry("a"), {"name": "A"}) is None


@pytest.mark.parametrize(("id", "parent"), [("a", "a"), ("a", "b")])
def test_nothing_lies_beneath_itself(id: str, parent: str) -> None:
    with pytest.raises(Invalid) as wrong:
        edit.change(NETWORK, NETWORK.entry(id), {"parent": parent})
    assert faults(wrong) == {("parent", "check.beneath_itself")}


@pytest.mark.parametrize(
    ("kind", "raw", "field"),
    [
        ("service", {"name": "S", "provider": "a", "legal_from": "2026-05", "legal_to": "3.4.2026"}, "legal_to"),
        ("place", {"name": "P", "latitude": "51.1"}, "longitude"),
        ("place", {"step_free": "ja"}, "name"),
        ("referral", {"sender": "a", "receiver": "a"}, "receiver"),
        ("event", {"name": "E", "starts": "3.11.2026 14:00", "ends": "3.11.2026 13:00"}, "ends"),
    ],
)
def test_what_contradicts_itself_is_refused(kind: str, raw: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        edit.create(NETWORK, kind, raw, EntryId("n"))
    assert {f for f, _ in faults(wrong)} == {field}


def test_deleting_takes_what_needs_it_and_unlinks_the_rest() -> None:
    changes = edit.delete(NETWORK, "a")
    after = NETWORK.apply(changes)
    assert {c.id for c in changes if c.after is None} == {"a", "s", "c"}
    assert after.entry("g").fields == {"name": "G", "members": ["b"]}
    assert after.entry("b").fields == {"name": "B"} and "z" in after
