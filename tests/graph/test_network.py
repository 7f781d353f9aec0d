"""The Network against the store, and what audiences see kept up to date against what they see from scratch."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from graph.connect import open_store
from graph.model.canonical import entries_hash
from graph.model.changes import EVERYTHING, Change, EntryId, Erasure, Kind, Revision
from graph.model.errors import Conflict, Missing
from graph.model.fields import Audience
from graph.network import Network, name_of
from tests.graph.worlds import NOW, changesets

SEEDS = range(10)


def change(kind: str, id: str, before: object, after: object) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=before, after=after)  # type: ignore[arg-type]


def network(*changes: Change) -> Network:
    return Network().apply(changes)


ACTOR = change("actor", "a", None, {"name": "A"})
SERVICE = change("service", "s", None, {"name": "S", "provider": "a"})


def same(one: Network, other: Network) -> bool:
    """Whether two networks hold the same entries, kinds and links."""
    into = [{id: sorted(n.into(id)) for id in one._entries} for n in (one, other)]
    kinds = [{k: set(n.of_kind(k)) for k in n._by_kind} for n in (one, other)]
    return entries_hash(one.entries()) == entries_hash(other.entries()) and into[0] == into[1] and kinds[0] == kinds[1]


def test_applying_in_memory_gives_what_the_store_holds(tmp_path: Path) -> None:
    for seed in range(3):
        store = open_store(str(tmp_path / f"{seed}.sqlite"))
        memory = Network()
        for made in changesets(Random(seed), 12):
            memory = memory.apply(made.changes, store.commit(made))
        revision, entries = store.load(EVERYTHING)
        assert same(memory, Network(entries)) and memory.revision == revision
        store.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_an_audience_sees_is_kept_up_to_date(seed: int) -> None:
    whole = Network()
    for audience in Audience:
        whole.seen_by(audience)
    for made in changesets(Random(seed), 15):
        whole = whole.apply(made.changes)
        fresh = Network(whole.entries())
        for audience in (Audience.PUBLIC, Audience.NETWORK):
            assert same(whole.seen_by(audience), fresh.seen_by(audience)), (seed, audience)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_audience_sees_a_link_to_what_it_may_not_see(seed: int) -> None:
    whole = Network()
    for made in changesets(Random(seed), 15):
        whole = whole.apply(made.changes)
    for audience in Audience:
        seen = whole.seen_by(audience)
        assert all(target in seen for e in seen.entries() for _, target in seen.out(e.id))


def test_who_needs_a_hidden_entry_is_hidden_with_it_and_comes_back_with_it() -> None:
    whole = network(ACTOR, SERVICE)
    assert "s" in whole.seen_by(Audience.PUBLIC)
    hidden = whole.apply([change("actor", "a", {"audience": None}, {"audience": "coordination"})])
    assert "s" not in hidden.seen_by(Audience.PUBLIC) and "s" in hidden
    back = hidden.apply([change("actor", "a", {"audience": "coordination"}, {"audience": None})])
    assert "s" in back.seen_by(Audience.PUBLIC)


def test_a_network_is_never_changed_by_its_successors() -> None:
    one = network(ACTOR)
    one.apply([SERVICE])
    assert "s" not in one and one.into("a") == ()


def test_a_change_that_does_not_fit_is_refused() -> None:
    one = network(ACTOR)
    with pytest.raises(Conflict):
        one.apply([change("actor", "a", {"name": "B"}, {"name": "C"})])


def test_a_change_written_for_another_kind_is_refused() -> None:
    one = network(ACTOR)
    with pytest.raises(Conflict):
        one.apply([change("group", "a", {"name": "A"}, {"name": "C"})])


def test_forgetting_takes_a_field_out_for_every_audience() -> None:
    one = network(ACTOR, change("contact", "c", None, {"function": "F", "actor": "a", "person": "Ada"}))
    one.seen_by(Audience.PUBLIC)
    fields = ((EntryId("c"), "person"), (EntryId("x"), "person"))
    gone = one.forget(Erasure(revision=Revision(9), at=NOW, fields=fields))
    assert gone.revision == 9
    assert all("person" not in gone.seen_by(a).entry("c").fields for a in Audience)


def test_what_is_computed_is_kept_until_the_network_changes() -> None:
    calls: list[int] = []

    def count(network: Network, key: int, *, more: int = 0) -> int:
        calls.append(key)
        return len(network)

    one = network(ACTOR)
    assert one.memo(count, 1) == one.memo(count, 1) == 1
    assert one.memo(count, 1, more=2) == 1
    two = one.apply([SERVICE])
    assert two.memo(count, 1) == 2
    assert calls == [1, 1, 1]


def test_an_entry_without_a_name_is_called_by_what_it_links() -> None:
    one = network(
        ACTOR,
        SERVICE,
        change("referral", "r", None, {"sender": "a", "receiver": "s", "kind": "refers"}),
        change("area", "z", None, {"name": "Zeitz"}),
        change("demand", "d", None, {"area": "z", "target_group": "women", "persons": 7}),
        change("place", "p", None, {}),
    )
    assert name_of(one, "r") == "A → S"
    assert name_of(one, "d") == "Zeitz, Frauen" and name_of(one, "d", "en") == "Zeitz, Women"
    assert name_of(one, "p") == "Ort" and name_of(one, "nothing") == ""


def test_asking_for_an_entry_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(Missing):
        Network().entry("a")
