"""Whatever was written, taking it back change by change brings the entries back exactly."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.connect import open_store
from graph.model.applying import inverted, result
from graph.model.changes import Applied, Change, ChangeSet, EntryId, Fields, Revision
from graph.store import Store
from tests.contract.engines import Engine
from tests.contract.making import changeset, created, deleted, entries, entries_state, updated, write

_VALUES: list[Any] = [None, "", "ä", "a\u0308", 0, 1, 1.0, True, [], ["x"], {"k": None}, {"k": ["👋"]}]


def _random_changes(chance: random.Random, now: dict[str, Fields]) -> list[Change]:
    """A few changes that apply one after the other, to a handful of contacts."""
    now = dict(now)
    changes: list[Change] = []
    for _ in range(chance.randint(1, 4)):
        id = chance.choice("abcd")
        fields = {name: chance.choice(_VALUES) for name in chance.sample(["person", "phones", "function", "extra"], 2)}
        if id not in now:
            change = created(id, "contact", **fields)
        elif chance.random() < 0.25:
            change = deleted(id, "contact", **now[id]) if now[id] else updated(id, {}, {}, "contact")
        else:
            change = updated(id, {name: now[id].get(name) for name in fields}, fields, "contact")
        after = result(now.pop(id, None), change)
        if after is not None:
            now[id] = after
        changes.append(change)
    return changes


def _write_at_random(store: Store, seed: int) -> list[tuple[str, ChangeSet]]:
    """(entries' hash before, ChangeSet) of a few ChangeSets."""
    chance = random.Random(seed)
    written = []
    for _ in range(6):
        changes = changeset(*_random_changes(chance, entries(store)))
        written.append((entries_state(store), changes))
        store.commit(changes)
    return written


@pytest.mark.parametrize("seed", range(12))
def test_each_changeset_inverted_restores_the_entries_before_it(store: Store, seed: int) -> None:
    for before, changes in reversed(_write_at_random(store, seed)):
        write(store, *inverted(changes))
        assert entries_state(store) == before
    assert store.verify() is None


@pytest.mark.parametrize("seed", range(12, 16))
def test_history_and_feed_lead_to_the_entries_as_they_stand(store: Store, seed: int) -> None:
    """Also through the log: what it tells is enough to make every state again."""
    _write_at_random(store, seed)
    replayed: dict[str, Fields] = {}
    for applied in store.feed(Revision(0)):
        assert isinstance(applied, Applied)
        for change in applied.changes.changes:
            after = result(replayed.pop(change.id, None), change)
            if after is not None:
                replayed[change.id] = after
    assert replayed == entries(store)
    for applied in store.history(None, None, 10):
        write(store, *inverted(applied.changes))
    assert entries(store) == {}


_TEXT = st.text(max_size=20)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(st.sampled_from(["person", "function", "extra", "other"]), _JSON, min_size=1))
def test_any_json_is_created_told_deleted_and_restored(engine: Engine, fields: dict[str, Any]) -> None:
    with engine.fresh() as url:
        store = open_store(url)
        write(store, created("c", "contact", **fields))
        known = {k: v for k, v in fields.items() if v is not None}
        assert entries(store) == {"c": known}
        stood = entries_state(store)
        write(store, deleted("c", "contact", **known) if known else updated("c", {}, {}, "contact"))
        (applied,) = store.history(EntryId("c"), None, 1)
        write(store, *inverted(applied.changes))
        assert entries_state(store) == stood
        store.close()
