"""Rows that a later list of the same source no longer has, and values that say one thing together."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.model.schema import references
from graph.network import Network
from importers.origin import settle
from importers.proposal import Proposal
from tests.importers.worlds import imported, named, read, sheet

LIST = "ID;Stelle;Anschrift;Angebot\na;Amt Zeitz;Markt 1, 06712 Zeitz;Auskunft\nb;Tafel Zeitz;Weg 2, 06712 Zeitz;Essen"
SHORTER = "\n".join(LIST.split("\n")[:2])


def shorter(network: Network, **more: Any) -> Proposal:
    source = next(iter(network.of_kind("source")))
    return read(network, sheet(SHORTER), source=source, prefix="m", **more)


def test_what_is_gone_stays_unless_a_person_says_otherwise() -> None:
    network = imported(LIST)
    tafel = named(network, "actor", "Tafel Zeitz").id
    done = shorter(network)
    assert (done.gone, done.changes, done.review) == ((tafel,), (), ())
    assert shorter(network, gone={tafel: "keep"}).changes == ()


def test_what_is_to_be_deleted_goes_with_what_belongs_to_it() -> None:
    network = imported(LIST)
    tafel = named(network, "actor", "Tafel Zeitz").id
    after = network.apply(shorter(network, gone={tafel: "delete"}).changes)
    assert [a.fields["name"] for a in after.of_kind("actor").values()] == ["Amt Zeitz"]
    assert [s.fields["name"] for s in after.of_kind("service").values()] == ["Auskunft"]
    assert all(target in after for e in after.entries() for _, target in references(e.kind, e.fields))


def test_what_is_to_be_reviewed_is_named_and_nothing_changes() -> None:
    network = imported(LIST)
    tafel = named(network, "actor", "Tafel Zeitz").id
    done = shorter(network, gone={tafel: "review", "unknown": "delete"})
    assert (done.changes, done.review) == ((), (tafel,))


def entry(**fields: Any) -> Entry:
    return Entry(kind=Kind("actor"), id=EntryId("a"), fields={"name": "A", **fields})


def test_hours_of_one_list_never_stand_with_words_of_another() -> None:
    done = settle(entry(hours="Mo 08:00-12:00"), {"hours_text": "nach Absprache"}, "s", ["1"], day="2026-11-23")
    assert done.change and set(done.change.after or {}) == {"origin"}
    assert (done.kept, done.differs) == (["hours_text"], {"hours_text": "nach Absprache"})
    said = {"hours_text": "nach Absprache"}
    done = settle(entry(hours="Mo 08:00-12:00"), said, "s", ["1"], choices={"hours": "drop"})
    assert done.change and (done.change.after or {})["hours"] is None
    assert (done.change.after or {})["hours_text"] == "nach Absprache"


def test_an_answer_counts_for_one_reading_and_is_not_asked_again() -> None:
    stored = entry(short_name="alt")
    first = settle(stored, {"short_name": "neu"}, "s", ["1"], day="2026-11-23")
    assert first.kept == ["short_name"] and first.change
    after = entry(short_name="alt", **{"origin": (first.change.after or {})["origin"]})
    again = settle(after, {"short_name": "neu"}, "s", ["1"], day="2026-11-24")
    assert (again.change, again.kept, again.differs) == (None, [], {})
    assert (first.change.after or {})["origin"]["s"]["taken"] == {"short_name": ""}


def test_texts_of_two_lists_under_one_heading_stand_beside_each_other() -> None:
    stored = entry(extra={"Farbe": "blau"}, origin={"q": {"keys": ["1"], "fields": {}}})
    done = settle(stored, {"extra": {"Farbe": "rot", "Form": "rund"}}, "s", ["1"], label="Büro B")
    assert done.change
    assert (done.change.after or {})["extra"] == {"Farbe": "blau", "Farbe (Büro B)": "rot", "Form": "rund"}


def test_the_same_house_written_another_way_is_one_place() -> None:
    network = imported(LIST)
    other = "Stelle;Anschrift;Telefon\nAmt Zeitz;Markt 1, 06712 Zeitz (OT Kayna);03441 1234567"
    amt = named(network, "actor", "Amt Zeitz").id
    proposal = read(network, sheet(other), source_name="B", prefix="o")
    key = proposal.rows[0].key
    after = network.apply(read(network, sheet(other), source_name="B", prefix="o", same={key: amt}).changes)
    assert after.entry(amt).fields["places"] == network.entry(amt).fields["places"]
