"""What of the whole network may be said to everyone: which lists an entry comes from, and that somebody calls back."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from graph.operations.attribution import source_ids
from graph.operations.calling_back import calls_back


def _entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def test_only_the_ids_of_the_sources_leave_the_origin() -> None:
    network = Network(
        [_entry("actor", "a", name="A", origin={"q": {"key": "7", "fields": {}}}), _entry("actor", "b", name="B")]
    )
    assert source_ids(network, "a") == ("q",)
    assert source_ids(network, "b") == source_ids(network, "gone") == ()


def test_it_is_said_that_somebody_calls_back() -> None:
    contact = _entry("contact", "c", function="Beratung", actor="a", audience="callback")
    network = Network([_entry("actor", "a", name="A"), _entry("actor", "b", name="B"), contact])
    assert (calls_back(network, "a"), calls_back(network, "b")) == (True, False)
