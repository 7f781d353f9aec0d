from __future__ import annotations

import pytest

from importers.files.grid import Grid, GridRow, Merged
from importers.files.header import Header, find_header, folded

KNOWN = frozenset(
    map(folded, ("Name", "Einrichtung", "Telefon", "E-Mail", "Anschrift", "Straße", "Ort", "PLZ", "Träger"))
)
DATA = ("Caritas Zentrum", "07151 1724-0", "info@caritas.example", "Hauptstraße 3, 73553 Alfdorf")
MORE = ("Diakonie", "07191 9145-0", "post@diakonie.example", "Am Markt 1, 71522 Backnang")


def test_the_first_row_is_the_header_of_a_plain_list() -> None:
    assert _find(("Einrichtung", "Telefon", "E-Mail", "Anschrift"), DATA, MORE).last == 0


def test_unknown_words_are_headings_too() -> None:
    assert _find(("Wer", "Rufnummer", "Elektropost", "Wo"), DATA, MORE).headings[2] == "Elektropost"


def test_a_list_of_words_alone_begins_with_its_header() -> None:
    assert _find(("Verein", "Stadt"), ("Löwen", "Ulm"), ("Bären", "Bern")).last == 0


def test_titles_notes_and_dates_above_are_passed_over() -> None:
    found = _find(
        ("Anlaufstellen für Geflüchtete im Landkreis",),
        ("Stand:", "03.11.2023"),
        ("Bitte Änderungen an das Landratsamt melden.",),
        ("Name", "Telefon", "E-Mail", "Anschrift"),
        DATA,
        MORE,
    )
    assert (found.first, found.last) == (3, 3)


def test_a_list_without_header_has_columns_by_letter() -> None:
    found = _find(DATA, MORE)
    assert found.last is None
    assert found.headings == ("Spalte A", "Spalte B", "Spalte C", "Spalte D")


def test_rows_of_data_are_no_headings() -> None:
    rows = (("Caritas", "Alfdorf", "07172 309-0"), ("Diakonie", "Ulm", "0731 1234"), ("AWO", "Ulm", "0731 99887"))
    assert find_header(_grid(rows), KNOWN).last is None


def test_numbered_headings_are_headings() -> None:
    rows = (("Stelle", "Telefon 1", "Telefon 2"), ("Caritas", "07172 309-0", "0731 1234"))
    assert find_header(_grid(rows)).last == 0


def test_a_person_chooses_the_row_or_none() -> None:
    rows = (("Name", "Telefon"), ("A", "B"), DATA[:2])
    assert find_header(_grid(rows), KNOWN, 2).headings == ("A", "B")
    assert find_header(_grid(rows), KNOWN, 0).last is None


def test_two_rows_are_read_as_group_and_part() -> None:
    found = _find(
        ("Einrichtung", "Kontakt", "", "Anschrift"),
        ("", "Telefon", "E-Mail", ""),
        DATA,
        MORE,
        merged=(((1, 1), (1, 2)), ((1, 0), (2, 0)), ((1, 3), (2, 3))),
    )
    assert (found.first, found.last) == (0, 1)
    assert found.headings == ("Einrichtung", "Telefon", "E-Mail", "Anschrift")


def test_two_rows_are_read_as_group_and_part_without_merged_cells() -> None:
    found = _find(("Einrichtung", "Kontakt", "", "Anschrift"), ("", "Telefon", "E-Mail", ""), DATA, MORE)
    assert found.headings == ("Einrichtung", "Telefon", "E-Mail", "Anschrift")


def test_a_shortened_word_is_a_heading() -> None:
    found = _find(
        ("Einrichtung", "Kontakt", "", "Anschrift"),
        ("", "Tel.", "E-Mail", ""),
        DATA,
        MORE,
        merged=(((1, 1), (1, 2)),),
    )
    assert (found.first, found.last) == (0, 1)


def test_parts_that_repeat_carry_their_group() -> None:
    found = _find(
        ("Träger", "", "Angebot", ""),
        ("Name", "Telefon", "Name", "Telefon"),
        ("Caritas", "07151 1", "Sprachkurs", "07151 2"),
        merged=(((1, 0), (1, 1)), ((1, 2), (1, 3))),
    )
    assert found.headings == ("Träger Name", "Träger Telefon", "Angebot Name", "Angebot Telefon")


def test_a_row_of_words_beneath_the_header_is_data() -> None:
    assert _find(("Name", "Ort", "Träger"), ("Löwenzahn", "Alfdorf", "Caritas"), ("Bärlauch", "Ulm", "AWO")).last == 0


def test_repeated_headings_are_numbered_and_joined_over_lines() -> None:
    found = _find(("Öffnungs-\nzeiten", "Telefon:", "Telefon", "E-\nMail"), DATA, MORE)
    assert found.headings == ("Öffnungszeiten", "Telefon", "Telefon 2", "E-Mail")


@pytest.mark.parametrize("count", [0, 1])
def test_almost_nothing_is_no_reason_to_fail(count: int) -> None:
    assert find_header(_grid((("x",),) * count)).headings in ((), ("x",), ("Spalte A",))


def _find(*rows: tuple[str, ...], merged: tuple[Merged, ...] = ()) -> Header:
    return find_header(_grid(rows, merged), KNOWN)


def _grid(rows: tuple[tuple[str, ...], ...], merged: tuple[Merged, ...] = ()) -> Grid:
    return Grid(
        name="", rows=tuple(GridRow(number=number, cells=cells) for number, cells in enumerate(rows, 1)), merged=merged
    )
