"""Rows and cells that an office struck out instead of deleting them."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from openpyxl.styles import Font

from graph.network import Network
from importers.files.read import read
from importers.files.table import Sheet, table_as_json, table_from_json
from tests.hostile.files import ods, ods_row
from tests.importers.worlds import codes, guessed, outcomes
from tests.importers.worlds import read as proposed

STRUCK = Font(strike=True)
ROWS = [["Name", "Telefon", "Ort"], ["Amt", "03441 123456", "Zeitz"], ["Hort", "03441 123457", "Zeitz"]]


def book(*struck: str, rich: str = "") -> Sheet:
    """A sheet with these cells struck out; `rich`: a text that is struck, not its cell."""
    workbook = openpyxl.Workbook()
    page = workbook.active
    for row in ROWS:
        page.append(row)
    for at in struck:
        page[at].font = STRUCK
    stream = io.BytesIO()
    workbook.save(stream)
    plain, struck_text = f"<is><t>{rich}</t></is>", f"<is><r><rPr><strike/></rPr><t>{rich}</t></r></is>"
    content = replaced(stream.getvalue(), plain, struck_text) if rich else stream.getvalue()
    return table_from_json(table_as_json(read(content, "a.xlsx"))).sheets[0]


def replaced(content: bytes, old: str, new: str) -> bytes:
    """The same workbook with other words in its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as good, zipfile.ZipFile(stream, "w") as made:
        for part in good.namelist():
            made.writestr(part, good.read(part).replace(old.encode(), new.encode()))
    return stream.getvalue()


def test_a_struck_row_is_told_and_left_out_until_somebody_wants_it() -> None:
    sheet = book("A3", "B3", "C3")
    assert [row.struck for row in sheet.rows] == [False, True]
    done = proposed(Network(), sheet)
    assert (outcomes(done), "import.struck" in codes(done)) == (["new", "rejected"], True)
    assert outcomes(proposed(Network(), sheet, guessed(sheet, struck=True))) == ["new", "new"]


def test_text_of_which_every_letter_is_struck_counts_as_well() -> None:
    assert [row.struck for row in book("B2", "C2", rich="Amt").rows] == [True, False]


def test_a_lone_struck_cell_holds_no_more() -> None:
    assert [row.cells for row in book("B3").rows] == [("Amt", "03441 123456", "Zeitz"), ("Hort", "", "Zeitz")]


def test_a_struck_heading_strikes_nothing() -> None:
    assert len(book("A1", "B1", "C1").rows) == 2


def test_a_struck_row_of_libreoffice() -> None:
    rows = ods_row("Name", "Ort") + ods_row("Amt", "Zeitz") + ods_row("Hort", "Zeitz", cell='table:style-name="ce2"')
    style = (
        '<office:automatic-styles><style:style xmlns:style="urn:s" style:name="ce2" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
    )
    content = replaced(ods(rows), "<office:body>", f"{style}<office:body>")
    assert [row.struck for row in read(content, "a.ods").sheets[0].rows] == [False, True]
