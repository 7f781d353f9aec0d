from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.dates import clean_date
from graph.model.values.languages import clean_languages, language_name
from graph.model.values.numbers import clean_bool, clean_int, clean_number
from graph.model.values.persons import Person, split_person, split_persons


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("3.11.2026", "2026-11-03"),
        ("3. November 2026", "2026-11-03"),
        ("11/2026", "2026-11"),
        ("Stand: November 2026", "2026-11"),
        ("2026-11-03 00:00:00", "2026-11-03"),
        ("2026", "2026"),
        ("Mittwoch, den 07.06.23", "2023-06-07"),
        ("", None),
    ],
)
def test_german_dates_become_iso(raw: str, iso: str | None) -> None:
    assert clean_date(raw) == (iso, [])


@pytest.mark.parametrize("raw", ["31.2.2026", "3.11.", "bald", "13/2026"])
def test_what_is_no_date_is_reported(raw: str) -> None:
    assert clean_date(raw)[0] is None
    assert clean_date(raw)[1][0].code == "value.date_not_understood"


@pytest.mark.parametrize(
    ("raw", "number"), [("1.200,50", 1200.5), ("1.200", 1200), ("1200.5", 1200.5), ("12 Plätze", 12), ("-3", -3)]
)
def test_german_numbers_are_read(raw: str, number: float) -> None:
    assert clean_number(raw) == (number, [])


def test_a_fraction_is_no_whole_number() -> None:
    assert clean_int("1.200") == (1200, [])
    assert clean_int("1,5")[1][0].code == "value.number_not_whole"
    assert clean_int("viele")[1][0].code == "value.number_not_understood"


def test_yes_and_no_are_read() -> None:
    assert [clean_bool(raw)[0] for raw in ("ja", "X", "nein", "")] == [True, True, False, None]
    assert clean_bool("vielleicht")[1][0].code == "value.bool_not_understood"


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("Deutsch, Englisch, Ukrainisch (Dolmetscher)", ["de", "en", "uk:interpreter"]),
        ("Farsi/Dari, Kurmandschi und Tigrinja", ["fa", "prs", "kmr", "ti"]),
        ("arabischsprachig, Englisch (Videodolmetschen, 3 Tage Vorlauf)", ["ar", "en:remote:3"]),
        ("Sprachen: DE, en, uk:interpreter:3", ["de", "en", "uk:interpreter:3"]),
        ("Paschtu mit Ehrenamtlichen", ["ps:volunteer"]),
        ("Arabic and Persian", ["ar", "fa"]),
    ],
)
def test_languages_are_read_with_their_mode(raw: str, codes: list[str]) -> None:
    assert clean_languages(raw) == (codes, [])


def test_unknown_languages_and_remarks_are_reported() -> None:
    assert clean_languages("Klingonisch")[1][0].code == "value.language_not_understood"
    codes, problems = clean_languages("Russisch (dienstags)")
    assert (codes, problems[0].code) == (["ru"], "value.language_note")


def test_languages_have_names_in_both_languages() -> None:
    assert (language_name("uk:staff", "de"), language_name("uk", "en")) == ("Ukrainisch", "Ukrainian")
    assert language_name("xx", "de") == "xx"


@pytest.mark.parametrize(
    ("raw", "person"),
    [
        ("Frau Müller", Person(salutation="Frau", family="Müller")),
        ("Herr Dr. Max Mustermann", Person(salutation="Herr", title="Dr.", given="Max", family="Mustermann")),
        ("Müller, Anna", Person(given="Anna", family="Müller")),
        (
            "Ansprechpartnerin: Frau Schmidt (Tel. 07151 123)",
            Person(salutation="Frau", family="Schmidt", role="Ansprechpartnerin"),
        ),
        ("Frau von der Leyen", Person(salutation="Frau", family="von der Leyen")),
        ("Anna Müller-Lüdenscheidt", Person(given="Anna", family="Müller-Lüdenscheidt")),
    ],
)
def test_persons_are_taken_apart(raw: str, person: Person) -> None:
    assert split_person(raw) == person


@pytest.mark.parametrize(
    "raw",
    [
        "Integrationsbeauftragte",
        "Bürgerbüro",
        "Haus Sonne",
        "Schwäbisch Gmünd",
        "Frauen helfen Frauen",
        "Frau Beraterin",
        "",
    ],
)
def test_functions_and_places_are_no_persons(raw: str) -> None:
    assert not split_persons(raw)


@pytest.mark.parametrize(
    ("raw", "families"),
    [
        ("Frau Müller / Herr Schmidt", ["Müller", "Schmidt"]),
        ("Frau Müller, Herr Schmidt", ["Müller", "Schmidt"]),
        ("Anna Müller, Peter Schulz", ["Müller", "Schulz"]),
        ("Müller, Anna", ["Müller"]),
        ("Bürgerbüro\nFrau Klein", ["Klein"]),
    ],
)
def test_two_persons_in_a_cell_are_two(raw: str, families: list[str]) -> None:
    assert [person.family for person in split_persons(raw)] == families


def test_a_person_is_written_in_the_usual_order() -> None:
    assert str(split_person("Herr Dr. Mustermann, Max")) == "Herr Dr. Max Mustermann"


@given(st.text(max_size=60))
def test_any_text_is_answered_and_cleaning_twice_changes_nothing(raw: str) -> None:
    date, _ = clean_date(raw)
    assert date is None or clean_date(date) == (date, [])
    codes, _ = clean_languages(raw)
    assert clean_languages(", ".join(codes)) == (codes, [])
    number, _ = clean_number(raw)
    assert number is None or isinstance(number, float)
    clean_int(raw)
    clean_bool(raw)
    for person in split_persons(raw):
        assert split_person(str(person)) is not None
