"""Cells as they are meant, persons with what belongs to them, words for coded fields."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.values.languages import clean_languages
from graph.model.values.phone import clean_phones, spelled_out
from importers.lists.aliases import coded
from importers.lists.people import read_people
from importers.lists.tidy import says_nothing, tidied
from tests.importers.worlds import imported, named, only, sheet

BASIS = {"basis": "consent"}


@pytest.mark.parametrize("cell", ["-", "---", "k.A.", "k. A.", "keine Angabe", "N.N.", "entfällt", "s. o.", "?", "n/a"])
def test_words_that_say_there_is_nothing_to_say(cell: str) -> None:
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["So", "n. V.", "keine Kosten", "Ka", "nein", "0", "-15", "Offen"])
def test_words_that_say_something(cell: str) -> None:
    assert not says_nothing(cell)


def test_zeros_a_program_dropped_come_back() -> None:
    given = sheet("Stelle;PLZ;Telefon\nAmt;6712;3441123456\nHort;06712;493441123457\nTreff;1010;112")
    cells = tidied(given, ("actor.name", "place.postcode", "actor.phones"), lambda code: False).rows
    assert [row.cells[1:] for row in cells] == [
        ("06712", "03441123456"), ("06712", "+493441123457"), ("1010", "112"),
    ]  # fmt: skip


def test_a_ditto_mark_says_what_stands_above() -> None:
    network = imported('Stelle;Ort;Telefon\nAmt;Zeitz;03441 123456\nHort;";03441 123457\nTreff;dito;03441 123458')
    assert {p.fields["locality"] for p in network.of_kind("place").values()} == {"Zeitz"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("03441 226-0, -15 und -16", ["+4934412260", "+49344122615", "+49344122616"]),
        ("03441/226-10, Fax -11", ["+49344122610"]),
        ("T 03441 226-10 / F 03441 226-11", ["+49344122610"]),
        ("0221 - 47 10 15 0", ["+492214710150"]),
    ],
)
def test_extensions_continue_the_number_before_them(text: str, numbers: list[str]) -> None:
    assert clean_phones(text)[0] == numbers


def test_an_extension_alone_takes_the_switchboards_number() -> None:
    assert spelled_out("-12 / -14", "03441 226-0 (vormittags)") == "03441 226-12 / 03441 226-14"
    assert clean_phones(spelled_out("-152", "0049 69 90009150"))[0] == ["+496990009152"]
    assert spelled_out("-7", "03441 123456") == "-7"


@settings(max_examples=40)
@given(st.text("+0123456789 -/(),;DWFax\n", max_size=60), st.text("+0123456789 -/", max_size=30))
def test_spelling_out_never_fails_and_is_done_once(text: str, switchboard: str) -> None:
    clean_phones(spelled_out(text, switchboard))


def test_two_persons_in_a_cell_with_their_extensions_and_functions() -> None:
    text = (
        "Stelle;Telefon;Name;Funktion;Durchwahl\nAmt;03441 226-0;Frau Böhme u. Herr Kaya;Leitung / Verwaltung;-12 / -14"
    )
    network = imported(text, **BASIS)
    found = {
        c.fields["person"]: (c.fields["function"], c.fields["phones"]) for c in network.of_kind("contact").values()
    }
    assert found == {"Frau Böhme": ("Leitung", ["+49344122612"]), "Herr Kaya": ("Verwaltung", ["+49344122614"])}
    assert only(network, "actor")["phones"] == ["+4934412260"]


def test_numbers_in_one_line_belong_to_the_name_before_them() -> None:
    found = read_people("Frau Böhme -12, Herr Kaya -14, kaya@amt.example.org", switchboard="03441 226-0").contacts
    assert [(c["person"], c["phones"]) for c in found] == [
        ("Frau Böhme", ["+49344122612"]),
        ("Herr Kaya", ["+49344122614"]),
    ]
    assert found[1]["mails"] == ["kaya@amt.example.org"]


def test_who_stands_in_is_a_contact_and_linked() -> None:
    network = imported("Stelle;Ansprechpartner\nAmt;Frau Böhme (Vertr.: Herr Kaya)", **BASIS)
    first, second = sorted(network.of_kind("contact").values(), key=lambda c: c.fields["person"])
    assert (first.fields["deputy"], second.fields["function"]) == (second.id, "Vertretung")


def test_a_number_beside_nobody_is_the_organisations() -> None:
    actor = only(imported("Stelle;Ansprechpartner;Durchwahl\nAmt;N.N.;03441 226-12"), "actor")
    assert actor["phones"] == ["+49344122612"]


def test_words_for_groups_of_people() -> None:
    assert coded("service.target_groups", "UMA; Senioren").split("\n") == ["unaccompanied_minors", "elderly"]
    assert coded("service.target_groups", "für alle") == ""
    assert coded("service.target_groups", "Familien m. Kindern") == "families"


def test_shortened_languages() -> None:
    assert clean_languages("Arab., Russ., Ukr.; Englisch n. V.")[0] == ["ar", "ru", "uk", "en"]
    assert clean_languages("nur Deutsch")[0] == ["de"]
    assert clean_languages("Kurdisch (Sorani)")[0] == ["ckb"]


def test_an_address_in_the_column_of_streets() -> None:
    network = imported("Stelle;Straße, Nr.;PLZ;Ort\nAmt;Markt 1, 06712 Zeitz;;\nHort;Am Bad 2~Zi. 12;06712;Zeitz")
    places = {p.fields["street"]: p.fields for p in network.of_kind("place").values()}
    assert (places["Markt"]["postcode"], places["Markt"]["locality"]) == ("06712", "Zeitz")
    assert (places["Am Bad"]["house_number"], places["Am Bad"]["directions"]) == ("2", "Zi. 12")


def test_a_german_outlook_export() -> None:
    text = (
        "Vorname;Nachname;Firma;Abteilung;Position;Ort geschäftlich;Telefon geschäftlich;E-Mail-Adresse;"
        "E-Mail: Angezeigter Name;Geburtstag;Kategorien;Notizen\n"
        "Olena;Kaya;Tafel Zeitz;Lager;Leiterin;Zeitz;03441 226-12;info@tafel.example.org;"
        "Olena Kaya;3.4.1980;Beratung;nett"
    )
    network = imported(text, **BASIS)
    contact = only(network, "contact")
    assert (contact["function"], contact["phones"], contact["note"]) == ("Leiterin, Lager", ["+49344122612"], "nett")
    assert "1980" not in str([dict(e.fields) for e in network.entries()])
    assert named(network, "actor", "Tafel Zeitz").fields.get("phones") is None
