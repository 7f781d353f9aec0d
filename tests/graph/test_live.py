"""The live network of a process: fresh at the next request, from memory when the store is silent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.connect import open_store
from graph.live import RETRY, Live
from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Scope, Why
from graph.model.errors import Unavailable
from graph.model.fields import Audience
from graph.store import Store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_ops = itertools.count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "s.sqlite"))
    yield opened
    opened.close()


def test_a_change_by_another_process_is_seen_at_the_next_request(store: Store) -> None:
    live = Live(store)
    write(store, create("actor", "a", name="Stadt Zeitz"))
    assert live.current().network.entry("a").fields["name"] == "Stadt Zeitz"


def test_search_finds_what_was_just_written_and_no_longer_what_was_deleted(store: Store) -> None:
    write(store, create("actor", "a", name="Stadt Zeitz"))
    live = Live(store)
    assert found(live, "Zeitz") == ["a"]
    write(store, create("actor", "b", name="Sprachcafé"))
    assert found(live, "Sprachcafé") == ["b"]
    write(store, Change(kind=Kind("actor"), id=EntryId("a"), before={"name": "Stadt Zeitz"}, after=None))
    assert found(live, "Zeitz") == []


def test_a_topics_new_synonym_finds_its_actors(store: Store) -> None:
    topic = create("topic", "t", name="Schulden", heading="money")
    service = create("service", "s", name="Schulden", provider="a", topics=["t"])
    write(store, topic, create("actor", "a", name="Rat & Tat"), service)
    live = Live(store)
    assert found(live, "Pleite") == []
    write(store, Change(kind=Kind("topic"), id=EntryId("t"), before={"synonyms": None}, after={"synonyms": ["Pleite"]}))
    assert found(live, "Pleite") == ["a"]


def test_an_erased_name_is_forgotten_in_memory_too(store: Store) -> None:
    contact = create("contact", "c", function="Leitung", actor="a", person="Ada Muster")
    write(store, create("actor", "a", name="Amt"), contact)
    live = Live(store)
    store.erase([(EntryId("c"), "person")], OpId("erase"), NOW)
    assert "person" not in live.current().network.entry("c").fields


def test_many_small_changes_and_an_erasure_between_them_give_what_a_fresh_load_gives(store: Store) -> None:
    live = Live(store)
    write(store, create("actor", "a", name="A"), create("contact", "c", function="F", actor="a", person="P"))
    write(store, Change(kind=Kind("actor"), id=EntryId("a"), before={"name": "A"}, after={"name": "B"}))
    store.erase([(EntryId("c"), "person")], OpId("erase"), NOW)
    write(store, Change(kind=Kind("contact"), id=EntryId("c"), before={"function": "F"}, after={"function": "G"}))
    fresh, fed = Live(store).current().network, live.refresh()
    assert {e.id: dict(e.fields) for e in fed.entries()} == {e.id: dict(e.fields) for e in fresh.entries()}
    assert fed.revision == fresh.revision


def test_a_silent_store_is_served_from_memory_and_asked_again_after_a_while(store: Store) -> None:
    write(store, create("actor", "a", name="Stadt Zeitz"))
    seconds, silent = [0.0], Silent(store)
    live = Live(silent, clock=lambda: seconds[0], now=lambda: NOW)
    silent.down = True
    state = live.current()
    assert state.since == NOW and "a" in state.network
    silent.down = False
    assert live.current().since == NOW
    seconds[0] = RETRY + 0.1
    assert live.current().since is None


def test_a_process_with_a_scope_holds_its_areas_and_stubs_one_link_outside(store: Store) -> None:
    write(
        store,
        create("area", "here", name="Zeitz"),
        create("area", "there", name="Naumburg"),
        create("actor", "in", name="Drinnen", areas=["here"], phones=["+493441"]),
        create("actor", "out", name="Draußen", areas=["there"], phones=["+493445"]),
        create("actor", "far", name="Weit weg", areas=["there"]),
        create("referral", "r", sender="in", receiver="out"),
    )
    network = Live(store, Scope(areas=frozenset({EntryId("here")}))).current().network
    assert "in" in network and "far" not in network
    assert network.entry("out").fields == {"name": "Draußen", "areas": ["there"]}


class Silent:
    """A store that can be unreachable."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.down = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def revision(self) -> Any:
        if self.down:
            raise Unavailable()
        return self._store.revision()


def create(kind: str, id: str, **fields: Any) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields)


def write(store: Store, *changes: Change) -> None:
    op = OpId(f"live-{next(_ops)}")
    store.commit(ChangeSet(op=op, who="", at=NOW, why=Why(code="why.edit"), source="form", changes=changes))


def found(live: Live, query: str) -> list[str]:
    network = live.current().network.seen_by(Audience.PUBLIC)
    return [hit.id for hit in live.index(network).search(query)]
