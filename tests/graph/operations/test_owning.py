"""Whoever speaks for an actor reads what belongs to it whole."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.model.fields import Audience
from graph.network import Network
from graph.operations.owning import belongs_to, owned


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


WHOLE = Network(
    [
        entry("place", "house", street="Gasse", locality="Zeitz", protected=True),
        entry("actor", "own", name="Haus", places=["house"], note="innen", parent="hidden"),
        entry("contact", "head", function="Leitung", actor="own", person="Ada", audience="coordination"),
        entry("actor", "other", name="Amt", note="fremd"),
        entry("contact", "clerk", function="Amt", actor="other", person="Bea", audience="coordination"),
        entry("actor", "hidden", name="Träger", audience="coordination"),
    ]
)


def test_the_own_actor_its_contacts_and_its_places_are_whole() -> None:
    seen = owned(WHOLE, Audience.NETWORK, EntryId("own"))
    assert seen.entry("own").fields["note"] == "innen"
    assert [c.fields["person"] for c in seen.linking("own", "contact", "actor")] == ["Ada"]
    assert seen.entry("house").fields["street"] == "Gasse"


def test_of_others_nothing_more_is_seen_and_no_link_leads_to_what_is_hidden() -> None:
    seen = owned(WHOLE, Audience.NETWORK, EntryId("own"))
    assert "note" not in seen.entry("other").fields and "clerk" not in seen and "hidden" not in seen
    assert "parent" not in seen.entry("own").fields
    assert "head" not in WHOLE.seen_by(Audience.NETWORK)


def test_what_belongs_to_an_actor_is_told_by_its_links() -> None:
    assert belongs_to(WHOLE, "own", "own") and belongs_to(WHOLE, "head", "own")
    assert not belongs_to(WHOLE, "clerk", "own") and not belongs_to(WHOLE, "nobody", "own")
    assert not belongs_to(WHOLE, "own", "")
