"""A process that serves a part holds, after any changes, what one that starts now would hold."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.live import Live
from graph.model.canonical import entries_hash
from graph.model.changes import Change, EntryId, Scope
from graph.model.fields import Audience
from graph.network import Network
from graph.store import Store
from tests.contract.making import created, deleted, updated, write

NORTH = Scope(areas=frozenset({EntryId("north")}))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store.db"))
    write(opened, *(created(id, "area", name=id, level="county") for id in ("north", "south")))
    write(opened, created("t", "topic", name="t", heading="german"))
    yield opened
    opened.close()


@pytest.fixture
def live(store: Store) -> Live:
    write(store, created("n", name="n", areas=["north"]), created("s", name="s", areas=["south"]))
    write(store, created("r", "referral", sender="n", receiver="s"), created("far", name="far", areas=["south"]))
    return Live(store, NORTH)


def _loads(monkeypatch: pytest.MonkeyPatch, store: Store) -> list[object]:
    loads: list[object] = []
    load = store.load
    monkeypatch.setattr(store, "load", lambda scope: (loads.append(scope), load(scope))[1])
    return loads


def _something(network: Network) -> object:
    return object()


def _same(network: Network, store: Store) -> bool:
    fresh = Live(store, NORTH).current().network
    return (network.revision, entries_hash(network.entries())) == (fresh.revision, entries_hash(fresh.entries()))


WITHOUT_LOADING: dict[str, list[Change]] = {
    "something far away": [updated("far", {"name": "far"}, {"name": "x"})],
    "a new entry far away": [created("x", name="x", areas=["south"]), created("p", "place", name="p", area="south")],
    "words of an entry inside": [updated("n", {"about": None}, {"about": "x"})],
    "a new entry inside": [created("x", name="x", areas=["north"])],
    "a new actor with its service": [
        created("x", name="x", areas=["north"]),
        created("y", "service", name="y", provider="x", topics=["t"]),
    ],
    "a service far away with a common topic": [created("y", "service", name="y", provider="far", topics=["t"])],
}
WITH_LOADING: dict[str, list[Change]] = {
    "an entry that moves in": [updated("far", {"areas": ["south"]}, {"areas": ["north"]})],
    "an entry that moves out": [updated("n", {"areas": ["north"]}, {"areas": ["south"]})],
    "words of a stub": [updated("s", {"about": None}, {"about": "x"})],
    "the name of a stub": [updated("s", {"name": "s"}, {"name": "x"})],
    "an entry that goes": [deleted("r", "referral", sender="n", receiver="s")],
    "a link to what was not held": [created("q", "referral", sender="n", receiver="far")],
    "an area beneath": [created("a", "area", name="a", level="municipality", parent="north")],
    "a topic": [created("u", "topic", name="u", heading="work")],
}


def test_what_was_computed_outlives_what_is_written_elsewhere(store: Store, live: Live) -> None:
    before = live.current().network
    computed = [each.memo(_something) for each in (before, before.seen_by(Audience.PUBLIC))]
    write(store, *WITHOUT_LOADING["something far away"])
    after = live.refresh()
    assert after.revision == store.revision() > before.revision
    again = [each.memo(_something) for each in (after, after.seen_by(Audience.PUBLIC))]
    assert all(a is b for a, b in zip(computed, again, strict=True))


@pytest.mark.parametrize("changes", WITHOUT_LOADING.values(), ids=WITHOUT_LOADING)
def test_is_taken_in_without_loading(
    store: Store, live: Live, changes: list[Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store, *changes)
    loads = _loads(monkeypatch, store)
    network = live.refresh()
    assert loads == []
    assert _same(network, store)


@pytest.mark.parametrize("changes", WITH_LOADING.values(), ids=WITH_LOADING)
def test_makes_the_part_load_again(store: Store, live: Live, changes: list[Change]) -> None:
    write(store, *changes)
    assert _same(live.refresh(), store)


@pytest.mark.parametrize("seed", range(6))
def test_after_many_changes_a_part_is_as_one_that_starts_now(store: Store, live: Live, seed: int) -> None:
    chance = random.Random(seed)
    for step in range(25):
        whole = {e.id: e.fields for e in store.load(Scope())[1] if e.kind == "actor"}
        if chance.random() < 0.5:
            parent = chance.choice([None, *whole])
            more = {"parent": parent} if parent else {}
            areas = chance.choice([["north"], ["south"], ["north", "south"]])
            write(store, created(f"x{step}", name="x", areas=areas, **more))
        else:
            id = chance.choice([*whole])
            field = chance.choice(["areas", "about"])
            new = chance.choice([["north"], ["south"]]) if field == "areas" else f"text {step}"
            write(store, updated(id, {field: whole[id].get(field)}, {field: new}))
        if chance.random() < 0.6:
            assert _same(live.refresh(), store)
