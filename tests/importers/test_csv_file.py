from __future__ import annotations

import pytest

from importers.files.read import read
from importers.files.table import ReadError, Table, table_as_json, table_from_json


def test_encoding_and_separator_are_guessed() -> None:
    for encoding, found in (("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "cp1252"), ("utf-16", "utf-16-le")):
        for separator in ";,\t|":
            text = f"Name{separator}Ort\r\nBürgerbüro{separator}Weißach\r\n"
            table = read(text.encode(encoding), "x.csv")
            assert (table.encoding, table.separator) == (found, separator)
            assert table.sheets[0].rows[0].cells == ("Bürgerbüro", "Weißach")


def test_a_comma_in_addresses_is_no_separator() -> None:
    rows = "".join(f"Stelle {n};Hauptstraße {n}, 73553 Alfdorf;0717{n}\n" for n in range(9))
    assert read(("Name;Anschrift;Telefon\n" + rows).encode(), "x.csv").separator == ";"


def test_a_line_can_name_the_separator_and_is_not_counted() -> None:
    sheet = read(b"sep=|\r\nName|Ort\r\nAmt|Alfdorf\r\n", "x.csv").sheets[0]
    assert (sheet.headings, sheet.header_row, sheet.rows[0].number) == (("Name", "Ort"), 1, 2)


def test_a_person_overrides_both_guesses() -> None:
    table = read("Name,a;Ort\nB\xe4r,b;Ulm".encode("iso-8859-2"), "x.csv", encoding="iso-8859-2", separator=",")
    assert table.sheets[0].headings == ("Name", "a;Ort")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"encoding": "klingon"}, "read.unknown_encoding"),
        ({"encoding": "utf-8"}, "read.wrong_encoding"),
        ({"separator": "::"}, "read.bad_separator"),
    ],
)
def test_an_impossible_choice_is_said(given: dict[str, str], code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read("Name;Ort\nBär;Ulm".encode("cp1252"), "Liste.csv", **given)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.params["file"]) == (code, "Liste.csv")


def test_quotes_hold_line_breaks_and_rows_are_counted_as_shown() -> None:
    text = 'Name;Zeiten\r\n"Amt";"Mo 8-12\r\nDi 9-11"\r\n\r\nVerein;\r\n'
    rows = _read(text).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [(2, ("Amt", "Mo 8-12\nDi 9-11")), (4, ("Verein", ""))]


def test_the_apostrophe_that_guards_a_formula_goes_and_others_stay() -> None:
    rows = _read("Name;Telefon\n's Bücherl;'+49 7151 1\n").sheets[0].rows
    assert rows[0].cells == ("'s Bücherl", "+49 7151 1")


def test_lines_in_another_encoding_are_read_and_told() -> None:
    table = read("Name;Ort\nBär;Ulm\nKäse;Köln\n".encode() + "Mühle;Ulm\n".encode("cp1252"), "x.csv")
    assert table.sheets[0].rows[2].cells == ("Mühle", "Ulm")
    assert [(problem.code, problem.row) for problem in table.problems] == [("read.mixed_encoding", 4)]


def test_columns_without_heading_and_value_are_left_out() -> None:
    assert _read("Name;;Ort;;\nAmt;;Ulm;x;\n").sheets[0].headings == ("Name", "Ort", "Spalte D")


def test_a_table_survives_the_way_through_json() -> None:
    table = _read("Name;Ort\nA\u202emt;Ulm\n")
    assert table_from_json(table_as_json(table)) == table
    assert table.problems


def _read(text: str) -> Table:
    return read(text.encode(), "x.csv")
