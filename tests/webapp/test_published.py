"""What was published is remembered before anybody sees it, and no longer than it is reckoned with."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.changes import Entry, EntryId, Kind, Record
from graph.model.fields import Audience
from graph.network import Network
from tests.webapp.conftest import Place
from webapp.council import published


def network(persons: int) -> Network:
    def entry(kind: str, id: str, **fields: Any) -> Entry:
        return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)

    return Network([entry("area", "a", name="A"), entry("demand", "d", area="a", persons=persons)])


def remember(place: Place, persons: int) -> list[str]:
    whole = network(persons)
    published.remembered(place.services.store, whole.seen_by(Audience.PUBLIC), whole)
    return sorted(record.id for record in place.services.store.find(published.KIND))


def test_each_table_is_kept_once_and_the_oldest_go(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "_MOST", 2)
    assert remember(place, 20) == remember(place, 20) == ["000001"]
    assert remember(place, 21) == ["000001", "000002"]
    assert remember(place, 22) == ["000001", "000002", "000003"]
    assert remember(place, 23) == ["000002", "000003", "000004"]


def test_what_another_process_publishes_at_the_same_moment_is_reckoned_with(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, whole, other = place.services.store, network(20), network(3)
    kept = published._kept

    def late(asked: Any) -> list[Record]:
        monkeypatch.setattr(published, "_kept", kept)
        published.remembered(asked, other.seen_by(Audience.PUBLIC), other)
        return []

    monkeypatch.setattr(published, "_kept", late)
    assert len(published.remembered(store, whole.seen_by(Audience.PUBLIC), whole)) == 2
