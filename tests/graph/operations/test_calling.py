"""A call confirms what was spoken about, and the round begins where nobody has been asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph.analysis.calling_order import calling_order
from graph.model.changes import Entry, EntryId, Kind, OpId
from graph.model.errors import Invalid
from graph.network import Network
from graph.operations import calling

TODAY = date(2026, 11, 23)


def entry(kind: str, id: str, **fields: str) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields={"name": id, **fields})


NETWORK = Network(
    [
        entry("actor", "a", confirmed_on="2026-11-23"),
        entry("actor", "b", confirmed_on="2025-01-01"),
        entry("actor", "z"),
        entry("actor", "ä"),
        entry("service", "s", provider="a"),
        entry("service", "t", provider="b"),
    ]
)


def test_actor_and_chosen_services_are_confirmed_today() -> None:
    made = calling.confirmed(NETWORK, "b", ["t"], TODAY)
    assert [(c.id, c.before, c.after) for c in made] == [
        ("b", {"confirmed_on": "2025-01-01"}, {"confirmed_on": "2026-11-23"}),
        ("t", {"confirmed_on": None}, {"confirmed_on": "2026-11-23"}),
    ]
    assert calling.confirmed(NETWORK, "a", [], TODAY) == ()


def test_services_of_others_are_not_confirmed_along() -> None:
    with pytest.raises(Invalid):
        calling.confirmed(NETWORK, "a", ["t"], TODAY)


def test_the_change_names_who_was_called() -> None:
    made = calling.changeset(NETWORK, "b", OpId("o"), "w", datetime(2026, 11, 23, tzinfo=UTC), ())
    assert made.why.code == "why.called" and made.why.params == {"actor": "b"}


def test_never_confirmed_comes_first_then_the_oldest_by_name() -> None:
    assert calling_order(NETWORK, ["a", "b", "z", "ä", "s", "nobody", "a"]) == ["ä", "z", "b", "a"]
