"""Whose name is to be reviewed is found by coordination only: an index outlives the day of the review."""

from __future__ import annotations

import pytest

from graph.model.changes import Entry, EntryId, Kind
from graph.model.fields import Audience
from graph.network import Network
from graph.search.documents import document

PERSON = {"person": "Anna Beispiel", "mails": ["anna@example.org"], "review_by": "2026-01-01", "audience": "public"}


def words(reader: Audience, **fields: object) -> str:
    entries = [
        Entry(kind=Kind("actor"), id=EntryId("a"), fields={"name": "Teestube"}),
        Entry(kind=Kind("contact"), id=EntryId("c"), fields={"function": "Leitung", "actor": "a", **fields}),
    ]
    return str(document(Network(entries).seen_by(reader), EntryId("a")).fields)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.NETWORK])
def test_a_guessed_name_finds_nobody(audience: Audience) -> None:
    found = words(audience, **PERSON)
    assert "Leitung" in found and "Beispiel" not in found and "anna@" not in found


def test_coordination_finds_by_name() -> None:
    assert "Anna Beispiel" in words(Audience.COORDINATION, **PERSON)


def test_a_function_without_a_person_is_found_by_its_number() -> None:
    assert "+4930231250" in words(Audience.PUBLIC, phones=["+4930231250"], audience="public")
