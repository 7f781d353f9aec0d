"""The workbook as a file: what spreadsheet programs and people make of it. Reading and writing it takes a moment."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from graph.network import Network
from importers.files.table import ReadError
from importers.workbook.read import is_ours, read_workbook
from importers.workbook.write import template, write
from tests.importers.workbook.making import entry, taken_in
from tests.importers.worlds import TODAY

LONG = "Straße und Hof, " * 5_000
_RING = [[11 + n / 10_000, 51] for n in range(5_000)]
OUTLINE = json.dumps({"type": "Polygon", "coordinates": [[*_RING, [11.2, 52], [11, 51]]]})
NETWORK = Network(
    [
        entry("actor", "a", name="Amt", about=LONG),
        entry("service", "s", name="Rat", provider="a"),
        entry("area", "z", name="Zeitz", outline=OUTLINE),
    ]
)


def changed(change: Callable[[Any], None], network: Network = NETWORK) -> bytes:
    """A network's workbook after somebody worked on it in a spreadsheet program."""
    book = openpyxl.load_workbook(io.BytesIO(write(network, today=TODAY)))
    change(book)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, text in files.items():
            parts.writestr(f"ordner/{name}.csv", text)
    return out.getvalue()


def remarks(content: bytes, network: Network = NETWORK) -> list[tuple[str, int, str, str]]:
    rows = taken_in(network, read_workbook(content, "x.xlsx"), base=network).rows
    return [(row.sheet, row.number, remark.column, remark.code) for row in rows for remark in row.remarks]


def test_ours_is_known_by_its_hidden_sheet_or_by_its_sheets_and_keys() -> None:
    def bare(book: Any) -> None:
        for name in ("Anleitung", "Listen", "Lange Texte", "Knotenpunkt"):
            del book[name]

    other = openpyxl.Workbook()
    other.active.title = "Kontakte"
    other.active.append(["Name", "Telefon"])
    assert is_ours(template(NETWORK, today=TODAY))
    assert is_ours(changed(bare))
    assert is_ours(zipped(actor="Schlüssel,Name\n1,Amt\n"))
    assert not is_ours(saved(other))
    assert not is_ours(zipped(irgendwas="a,b\n")[:0] + b"Name;Ort\nAmt;Zeitz\n")


def test_a_text_too_long_for_a_cell_comes_back_whole() -> None:
    content = write(NETWORK, today=TODAY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert max(len(str(c.value or "")) for sheet in book for row in sheet for c in row) <= 32_000
    assert {row.outcome for row in taken_in(NETWORK, read_workbook(content, "x")).rows} == {"unchanged"}
    back = Network().apply(taken_in(Network(), read_workbook(content, "x")).changes)
    assert back.entry("z").fields["outline"] == OUTLINE


def test_a_lost_part_of_a_long_text_changes_nothing_and_is_told() -> None:
    content = changed(lambda book: book["Lange Texte"].delete_rows(3))
    assert remarks(content) == [("Akteure", 2, "Beschreibung", "workbook.long_missing")]


def test_nothing_in_the_file_is_a_formula() -> None:
    network = Network([entry("actor", "a", name="=1+1", about="+49 3443", short_name="@x", note="-1")])
    book = openpyxl.load_workbook(io.BytesIO(write(network, today=TODAY)))
    assert {cell.data_type for row in book["Akteure"] for cell in row if cell.value is not None} == {"s"}


def test_days_and_numbers_are_real_ones_and_read_as_people_type_them() -> None:
    network = Network(
        [
            entry("area", "z", name="Zeitz"),
            entry("event", "e", name="Runde", starts="2026-11-03T14:30"),
            entry("demand", "d", area="z", persons=1200, counted_on="2026-11-03"),
        ]
    )

    def work(book: Any) -> None:
        sheet = book["Termine"]
        assert sheet["C2"].value == datetime(2026, 11, 3, 14, 30)
        sheet["C2"].value = datetime(2026, 12, 1, 9, 5)
        headings = [cell.value for cell in book["Zielgruppen vor Ort"][1]]
        row = book["Zielgruppen vor Ort"][2]
        row[headings.index("Personen")].value = "1.250"
        row[headings.index("Stand")].value = "4.11.2026"

    filled = read_workbook(changed(work, network), "x.xlsx")
    after = network.apply(taken_in(network, filled, base=network).changes)
    assert after.entry("e").fields["starts"] == "2026-12-01T09:05"
    assert (after.entry("d").fields["persons"], after.entry("d").fields["counted_on"]) == (1250, "2026-11-04")


def test_a_point_in_a_real_number_is_no_thousand() -> None:
    network = Network([entry("topic", "t", name="T", heading="work"), entry("share", "s", topic="t", percent=1.0)])

    def work(book: Any) -> None:
        headings = [cell.value for cell in book["Bedarfsanteile"][1]]
        book["Bedarfsanteile"][2][headings.index("Anteil in Prozent")].value = 1.234

    filled = read_workbook(changed(work, network), "x.xlsx")
    assert network.apply(taken_in(network, filled, base=network).changes).entry("s").fields["percent"] == 1.234


def test_missing_rows_columns_and_sheets_change_nothing() -> None:
    def work(book: Any) -> None:
        book["Akteure"].delete_cols(4, 8)
        book["Angebote"].delete_rows(2)
        del book["Kontakte"]

    assert taken_in(NETWORK, read_workbook(changed(work), "x.xlsx"), base=NETWORK).changes == ()


def test_an_unknown_sheet_is_told_and_left_alone() -> None:
    filled = read_workbook(changed(lambda book: book.create_sheet("Notizen").append(["a"])), "x.xlsx")
    assert [(p.code, p.params["sheet"]) for p in filled.problems] == [("workbook.unknown_sheet", "Notizen")]


def test_an_empty_template_and_a_folder_without_rows_say_so() -> None:
    for content in (template(NETWORK, today=TODAY), zipped(actor="Schlüssel,Name\n")):
        with pytest.raises(ReadError, match="template"):
            read_workbook(content, "Vorlage.xlsx")


def test_a_hidden_sheet_with_nonsense_is_nothing_special() -> None:
    def work(book: Any) -> None:
        for row, text in ((1, "virus"), (2, "9" * 40), (4, "nobody")):
            book["Knotenpunkt"].cell(row, 2).value = text

    origin = read_workbook(changed(work), "x.xlsx").origin
    assert (origin.made, origin.revision) == ("", 0)


def test_a_template_names_only_what_its_network_holds_and_holds_no_entry() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(NETWORK, today=TODAY)))
    assert [cell.value for cell in book["Akteure"][2] if cell.value] == []
    assert "Amt" in {cell.value for column in book["Listen"].iter_cols() for cell in column}
    assert "Herkunft" not in [cell.value for cell in book["Akteure"][1]]
