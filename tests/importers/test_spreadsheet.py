from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from importers.files.read import read
from importers.files.table import ReadError
from tests.hostile.files import book, ods, ods_row, old_book

ROWS = [["Name", "Ort"], ["Amt", "Alfdorf"]]


@pytest.mark.parametrize(
    ("format", "content"),
    [("xlsx", book([*ROWS])), ("xls", old_book(ROWS)), ("ods", ods("".join(ods_row(*row) for row in ROWS)))],
)
def test_three_kinds_of_workbook_say_the_same(format: str, content: bytes) -> None:
    table = read(content, f"x.{format}")
    assert table.format == format
    assert (table.sheets[0].headings, table.sheets[0].rows[0].cells) == (("Name", "Ort"), ("Amt", "Alfdorf"))
    assert [problem.code for problem in table.problems] == (["read.xls_unstruck"] if format == "xls" else [])


def test_values_become_text_as_a_person_reads_them() -> None:
    values = ["Amt", 73553, 48.91, dt.date(2023, 11, 3), dt.datetime(2023, 11, 3, 8, 30), dt.time(8, 30), True]
    table = read(book([["Name", "PLZ", "lat", "Stand", "am", "um", "ja"], values]), "x.xlsx")
    assert table.sheets[0].rows[0].cells == (
        "Amt", "73553", "48.91", "2023-11-03", "2023-11-03 08:30", "08:30", "ja",
    )  # fmt: skip


def test_rows_and_columns_keep_their_places() -> None:
    workbook = openpyxl.Workbook()
    for at, value in (("C4", "Name"), ("D4", "Telefon"), ("C7", "Amt"), ("D7", "07151 1")):
        workbook.active[at] = value
    sheet = read(_saved(workbook), "x.xlsx").sheets[0]
    assert (sheet.header_row, sheet.rows[0].number, sheet.headings) == (4, 7, ("Name", "Telefon"))


def test_a_cell_merged_over_rows_holds_for_each_and_a_header_over_its_columns() -> None:
    workbook = openpyxl.Workbook()
    for row in (
        ["Träger", "Kontakt"],
        ["", "Telefon", "E-Mail"],
        ["AWO", "1", "a@b.example"],
        ["", "2", "c@d.example"],
    ):
        workbook.active.append(row)
    for cells in ("A1:A2", "B1:C1", "A3:A4"):
        workbook.active.merge_cells(cells)
    table = read(_saved(workbook), "x.xlsx", known=frozenset({"telefon", "email"}))
    assert table.sheets[0].headings == ("Träger", "Telefon", "E-Mail")
    assert [row.cells[0] for row in table.sheets[0].rows] == ["AWO", "AWO"]
    assert [problem.code for problem in table.problems] == ["read.merged_cells"]


def test_visible_sheets_are_read_or_the_one_asked_for() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Liste"
    for title, state in (("Verborgen", "hidden"), ("Leer", "visible")):
        workbook.create_sheet(title).sheet_state = state
    for title in ("Liste", "Verborgen"):
        workbook[title].append(["Name", "Ort"])
        workbook[title].append([title, "Ulm"])
    content = _saved(workbook)
    assert [sheet.name for sheet in read(content, "x.xlsx").sheets] == ["Liste"]
    assert read(content, "x.xlsx", sheet="Verborgen").sheets[0].rows[0].cells == ("Verborgen", "Ulm")
    with pytest.raises(ReadError) as caught:
        read(content, "x.xlsx", sheet="Weg")
    assert caught.value.params["sheets"] == "Liste, Verborgen, Leer"


def _saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
