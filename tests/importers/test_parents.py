"""What an organisation belongs to, as a column of a list names it."""

from __future__ import annotations

from tests.importers.worlds import guessed, imported, named, read, sheet

LIST = """Name;Träger;Telefon
Kita;Kreis Weinland e.V.;03441 123451
Hort;Unbekannt gGmbH;03441 123452
Kreis Weinland e. V.;Kreis Weinland e. V.;03441 123453"""


def test_a_carrier_is_a_stored_organisation_of_that_name_else_kept_with_the_row() -> None:
    before = imported("Name;Telefon\nKreis Weinland e. V.;03441 123453")
    assert guessed(sheet(LIST)).targets == ("actor.name", "actor.parent", "actor.phones")
    done = read(before, sheet(LIST), prefix="m")
    network = before.apply(done.changes)
    above = named(network, "actor", "Kreis Weinland e. V.")
    assert named(network, "actor", "Kita").fields["parent"] == above.id
    assert "parent" not in above.fields
    hort = named(network, "actor", "Hort").fields
    assert ("parent" not in hort, hort["extra"]) == (True, {"Träger": "Unbekannt gGmbH"})
    told = [m.params for row in done.rows for m in row.remarks if m.code == "import.parent_unknown"]
    assert told == [{"text": "Unbekannt gGmbH"}]


def test_where_nobody_else_is_named_the_carrier_is_who_offers() -> None:
    assert guessed(sheet("Träger;Telefon\nKreis;03441 123453\nVerein;03441 123454")).targets[0] == "actor.name"
