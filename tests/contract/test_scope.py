"""Of a part a store gives what the part is made of: the same network as cut from the whole, and little more."""

from __future__ import annotations

import pytest

from graph.model.canonical import entries_hash
from graph.model.changes import EVERYTHING, Change, Entry, EntryId, Scope
from graph.scope import within
from graph.store import Store
from tests.contract.making import created, write
from tests.generator import fill, generate


def _part(store: Store, scope: Scope, whole: bool) -> str:
    _, found = store.load(EVERYTHING if whole else scope)
    return entries_hash(within(list(found), scope))


def _some(entries: list[Entry], level: str) -> list[EntryId]:
    return [e.id for e in entries if e.kind == "area" and e.fields.get("level") == level]


@pytest.fixture
def county(store: Store) -> list[Entry]:
    entries = generate(130)
    fill(store, entries)
    return entries


def test_a_part_is_the_same_as_cut_from_the_whole(store: Store, county: list[Entry]) -> None:
    towns = _some(county, "municipality")
    assert towns
    for scope in (
        Scope(areas=frozenset(towns[:1])),
        Scope(areas=frozenset(towns[2:4]), ids=frozenset({next(e.id for e in county if e.kind == "actor")})),
        Scope(areas=frozenset(_some(county, "county"))),
        Scope(areas=frozenset({EntryId("nowhere")})),
    ):
        assert _part(store, scope, whole=False) == _part(store, scope, whole=True)
        assert store.load(scope)[0] == store.revision()


def test_a_small_part_leaves_most_of_the_store_where_it_is(store: Store, county: list[Entry]) -> None:
    town = frozenset(_some(county, "municipality")[:1])
    found = list(store.load(Scope(areas=town))[1])
    assert {e.id for e in found if e.kind == "area"} >= town
    assert len(found) < len(county) / 2


def test_areas_are_found_by_key_or_name(store: Store, county: list[Entry]) -> None:
    town = next(e for e in county if e.fields.get("level") == "municipality")
    assert [store.areas(town.fields[key]) for key in ("ars", "ags", "name")] == [[town.id]] * 3
    assert store.areas(next(e.fields["name"] for e in county if e.kind == "actor")) == []


def test_areas_of_one_name_are_all_found(store: Store) -> None:
    write(store, *(created(id, "area", name="Neustadt", level="municipality") for id in ("a", "b")))
    assert sorted(store.areas("Neustadt")) == ["a", "b"]


def test_links_between_two_parts_are_in_both_with_stubs_beyond(store: Store) -> None:
    write(
        store,
        *(created(id, "area", name=id, level="county") for id in ("north", "south")),
        created("n", name="n", areas=["north"], phones=["+497181"]),
        created("s", name="s", areas=["south"], phones=["+497181"]),
        created("far", name="far", areas=["south"]),
        _referral("r", "n", "s"),
        _referral("far-away", "s", "far"),
    )
    scope = Scope(areas=frozenset({EntryId("north")}))
    found = {e.id: e.fields for e in within(list(store.load(scope)[1]), scope)}
    assert set(found) == {"north", "n", "r", "s", "south"}
    assert (found["n"]["phones"], found["s"]) == (["+497181"], {"name": "s", "areas": ["south"]})


def _referral(id: str, sender: str, receiver: str) -> Change:
    return created(id, "referral", sender=sender, receiver=receiver)
