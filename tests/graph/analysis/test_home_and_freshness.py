"""Where an actor is at home, and how old what it says is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.analysis.freshness import freshness
from graph.analysis.home import home_area, land_of
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)


def _entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


COUNTY = _entry("area", "k", name="Kreis", ags="08119")
TOWN = _entry("area", "x", name="X", parent="k")
PLACE = _entry("place", "p", area="x")


def test_an_actor_is_at_home_where_it_says_else_where_its_first_place_is() -> None:
    stated = _entry("actor", "a", name="a", areas=["k"], places=["p"])
    placed = _entry("actor", "b", name="b", places=["p"])
    network = Network([COUNTY, TOWN, PLACE, stated, placed, _entry("actor", "c", name="c")])
    assert [home_area(network, id) for id in "abc"] == [COUNTY, TOWN, None]


def test_a_service_without_place_is_where_its_provider_is() -> None:
    entries = [COUNTY, TOWN, PLACE, _entry("actor", "b", name="b", places=["p"])]
    network = Network([*entries, _entry("service", "s", name="s", provider="b")])
    assert home_area(network, "s") == TOWN


def test_the_land_is_told_by_the_key_of_the_nearest_area_that_has_one() -> None:
    network = Network([COUNTY, TOWN])
    assert land_of(network, TOWN) == "BW"
    assert land_of(network, _entry("area", "z", name="Z")) is None
    assert land_of(network, None) is None


@pytest.mark.parametrize(("confirmed", "state"), [("2026-01-01", "new"), ("2025-11-01", "old"), ("", "unknown")])
def test_a_confirmation_holds_for_a_year(confirmed: str, state: str) -> None:
    fields = {"confirmed_on": confirmed} if confirmed else {}
    network = Network([_entry("actor", "a", name="a", **fields)])
    assert freshness(network, "a", (), TODAY).state == state


def test_without_confirmation_the_newest_list_is_named() -> None:
    sources = [_entry("source", "q", name="Q", received_on="2023-06-01"), _entry("source", "r", name="R")]
    found = freshness(Network([_entry("actor", "a", name="a"), *sources]), "a", ("q", "r", "gone"), TODAY)
    assert (found.confirmed, found.day) == (False, "2023-06-01")
