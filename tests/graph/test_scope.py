"""The part of a network that a process serves."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.changes import Entry, EntryId, Kind, Scope
from graph.model.errors import KnotenpunktError
from graph.network import Network
from graph.scope import around, within


def test_everything_is_the_default() -> None:
    entries = [entry("actor", "a", name="A")]
    assert within(entries, Scope()) is entries


def test_what_lies_beneath_an_area_is_in_with_its_services_contacts_and_places() -> None:
    held = {e.id: e for e in within(county(), Scope(areas=frozenset({EntryId("county")})))}
    assert {"office", "service", "contact", "house", "town"} <= held.keys()


def test_one_link_outside_stand_stubs_without_what_they_say() -> None:
    held = {e.id: e for e in within(county(), Scope(areas=frozenset({EntryId("county")})))}
    assert held[EntryId("abroad")].fields == {"name": "Anderswo", "areas": ["elsewhere"]}
    assert "far" not in held


def test_what_a_stub_can_not_be_without_is_a_stub_too() -> None:
    outside = [
        entry("service", "course", name="Kurs", provider="far"),
        entry("referral", "r2", sender="office", receiver="course"),
    ]
    part = Network(within([*county(), *outside], Scope(areas=frozenset({EntryId("county")}))))
    assert part.entry("course").fields["provider"] == "far" and part.entry("far").fields["name"] == "Weit weg"
    assert all(target in part for each in part.entries() for _, target in part.out(each.id))


def test_an_entry_that_is_named_is_in_wherever_it_lies() -> None:
    held = {e.id for e in within(county(), Scope(areas=frozenset(), ids=frozenset({EntryId("far")})))}
    assert "far" in held and "office" not in held


def test_the_areas_that_are_called_make_the_scope() -> None:
    known = {"15084000": [EntryId("county")], "Stadt": [EntryId("town")]}
    assert around(lambda name: known[name], known).areas == {"county", "town"}


def test_an_area_nobody_knows_is_told() -> None:
    with pytest.raises(KnotenpunktError) as told:
        around(lambda name: [], ["Nirgendwo"])
    assert "Nirgendwo" in str(told.value)


def county() -> list[Entry]:
    return [
        entry("area", "county", name="Kreis", ags="15084000"),
        entry("area", "town", name="Stadt", parent="county"),
        entry("area", "elsewhere", name="Nachbarkreis"),
        entry("place", "house", street="Markt", area="town"),
        entry("actor", "office", name="Amt", places=["house"]),
        entry("service", "service", name="Rat", provider="office"),
        entry("contact", "contact", function="Leitung", actor="office"),
        entry("actor", "abroad", name="Anderswo", areas=["elsewhere"], phones=["+493441"]),
        entry("actor", "far", name="Weit weg", areas=["elsewhere"]),
        entry("referral", "r", sender="office", receiver="abroad"),
    ]


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
