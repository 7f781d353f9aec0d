"""Which services are nearly full, as they state it themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.coverage.filling import nearly_full
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 24)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields={"name": id, **fields})


def homes(**stated: dict[str, Any]) -> Network:
    made = [entry("service", id, provider="house", topics=["home"], **fields) for id, fields in stated.items()]
    base = [entry("area", "town", level="municipality"), entry("actor", "house", areas=["town"])]
    return Network([*base, entry("topic", "home", heading="housing"), entry("topic", "other", heading="work"), *made])


def test_from_three_quarters_on_a_service_is_nearly_full_and_the_fullest_comes_first() -> None:
    network = homes(
        a={"capacity": 4, "occupied": 3, "capacity_on": "2026-11-16"},
        b={"capacity": 10, "occupied": 11},
        c={"capacity": 100, "occupied": 74},
        d={"capacity": 8, "occupied": 6},
    )
    found = nearly_full(network, EntryId("home"), TODAY)
    assert [(one.service, one.share) for one in found] == [("b", 1.1), ("a", 0.75), ("d", 0.75)]
    assert (found[1].unit, found[1].occupied, found[1].places, found[1].on) == ("town", 3, 4, "2026-11-16")
    assert found[0].on == "" and nearly_full(network, EntryId("other"), TODAY) == ()


def test_what_states_no_places_or_none_that_are_taken_is_not_told() -> None:
    network = homes(a={"capacity": 4}, b={"occupied": 4}, c={"capacity": 0, "occupied": 0})
    assert nearly_full(network, EntryId("home"), TODAY) == ()
