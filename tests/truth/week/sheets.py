"""A workbook with a sheet for each municipality: struck-out and group rows, merged cells, real numbers and dates."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.truth.week import amt, words
from tests.truth.week import cells as c

SEED, EACH = 20261005, 12
GROUPS = (
    ("Einrichtung", 1, 1),
    ("Ansprechpartner", 2, 3),
    ("Anschrift", 4, 6),
    ("Erreichbarkeit", 7, 9),
    ("Angebot", 10, 11),
)
HEADINGS = ("Name der Einrichtung", "Name", "Funktion", "Straße, Nr.", "PLZ", "Ort", "Telefon", "E-Mail", "Sprechzeiten", "Was", "Sprachen", "Stand")  # fmt: skip
BOLD, STRUCK = Font(bold=True), Font(strike=True)


def sheets() -> tuple[Workbook, dict[str, Any]]:
    """The workbook and its truth; rows as the sheet counts them."""
    m = amt.Maker(rng=random.Random(SEED))
    book = Workbook()
    notes = book.active
    notes.title = "Hinweise"
    notes["A1"] = "Diese Liste wird von Hand gepflegt. Durchgestrichen = gibt es nicht mehr."
    notes["A3"] = "Fragen an integration@landkreis.example.org"
    truth: dict[str, Any] = {
        "no_table": ["Hinweise"],
        "group_rows": [],
        "struck_rows": [],
        "struck_cells": [],
        "one_actor": [],
        "rows": [],
    }
    for number, (_, city, towns) in enumerate(words.SECTIONS[:5]):
        _sheet(book.create_sheet(city), number, city, towns, m, truth)
    return book, truth


def _sheet(sheet: Worksheet, number: int, city: str, towns: Any, m: amt.Maker, truth: dict[str, Any]) -> None:
    _head(sheet, city)
    last = 3
    for n in range(EACH):
        if n in (0, 4, 9):
            last = _group(sheet, ("Behörden und Schulen", "Beratungsstellen", "Vereine")[(0, 4, 9).index(n)], truth)
        if n == 7 and number % 2:
            sheet.append([None])
        made = amt.row(m, m.rng.choice(towns), city)
        made.area = city
        _typed(made, numeric=number != 2)
        _day(made, n, m.rng)
        last = _write(sheet, made)
        if n in (3, 10) and not (n == 10 and number == 4):
            _strike(sheet, last, truth)
            continue
        if n == 6:
            _strike_person(sheet, last, made, truth)
        truth["rows"].append({"sheet": city, **_row_truth(last, made)})
        if n == 8 and number in (0, 3):
            _second_row(sheet, last, m, city, truth)
    sheet.column_dimensions["A"].width = 40


def _head(sheet: Worksheet, city: str) -> None:
    """A merged title, then merged group headings, then the headings themselves."""
    sheet.append([f"Netzwerkliste – {city}"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEADINGS))
    sheet.append([None] * len(HEADINGS))
    for text, first, last in GROUPS:
        sheet.cell(2, first, text).font = BOLD
        if last > first:
            sheet.merge_cells(start_row=2, end_row=2, start_column=first, end_column=last)
    sheet.append(HEADINGS)
    for cell in sheet[3]:
        cell.font = BOLD


def _group(sheet: Worksheet, text: str, truth: dict[str, Any]) -> int:
    sheet.append([text])
    row = sheet.max_row
    sheet.cell(row, 1).font = BOLD
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEADINGS))
    truth["group_rows"].append({"sheet": sheet.title, "row": row, "text": text})
    return int(row)


def _typed(made: amt.Row, numeric: bool) -> None:
    """Postcodes and plain telephone numbers as real numbers: both lose their zero."""
    if "phone plain" in made.styles or "phone slash" in made.styles:
        text, items = made.cells["Telefon"]
        made.cells["Telefon"] = (int("".join(filter(str.isdigit, text))), items)  # type: ignore[assignment]
    if numeric and "PLZ" in made.cells:
        text, items = made.cells["PLZ"]
        made.cells["PLZ"] = (int(text), items)  # type: ignore[assignment]


def _day(made: amt.Row, n: int, rng: random.Random) -> None:
    """When the row was looked at: mostly a real date, twice a text."""
    day = date(2026, 1, 12) + timedelta(days=rng.randrange(250))
    shown: Any = day if n not in (2, 7) else day.strftime("%d.%m.%y" if n == 2 else "%d.%m.%Y")
    value = day.isoformat()
    kinds = [c.item(kind, "confirmed_on", value) for kind in ("service", "contact")]
    made.cells["Stand"] = (shown, [c.item("actor", "confirmed_on", value, *kinds, or_extra=True)])


def _write(sheet: Worksheet, made: amt.Row) -> int:
    sheet.append([made.cells.get(h, (None, []))[0] for h in HEADINGS])
    row: int = sheet.max_row
    for cell in sheet[row]:
        if isinstance(cell.value, date):
            cell.number_format = "DD.MM.YYYY"
        if isinstance(cell.value, str) and "\n" in cell.value:
            cell.alignment = Alignment(wrap_text=True)
        if isinstance(cell.value, str) and cell.value[:1] in "=+-":
            cell.data_type = "s"
    return row


def _strike(sheet: Worksheet, row: int, truth: dict[str, Any]) -> None:
    for cell in sheet[row]:
        cell.font = STRUCK
    truth["struck_rows"].append({"sheet": sheet.title, "row": row, "name": sheet.cell(row, 1).value.strip()})


def _strike_person(sheet: Worksheet, row: int, made: amt.Row, truth: dict[str, Any]) -> None:
    """Only the person has gone: the row stays, the struck cells hold nothing."""
    for column in ("Name", "Funktion"):
        if column in made.cells:
            sheet.cell(row, HEADINGS.index(column) + 1).font = STRUCK
            truth["struck_cells"].append(
                {"sheet": sheet.title, "row": row, "column": column, "text": made.cells[column][0]}
            )
            made.cells[column] = (made.cells[column][0], [])


def _second_row(sheet: Worksheet, first: int, m: amt.Maker, city: str, truth: dict[str, Any]) -> None:
    """A second person of the same organisation: name and address are merged over both rows."""
    human = m.human()
    made = amt.Row(cells={"Name": c.one_person("both", human)}, area=city, styles=set())
    made.cells["Funktion"] = ("Vertretung", [c.item("contact", "function", "Vertretung", of=human.family)])
    second = _write(sheet, made)
    for column in (1, 4, 5, 6):
        sheet.merge_cells(start_row=first, end_row=second, start_column=column, end_column=column)
    truth["rows"].append({"sheet": city, **_row_truth(second, made)})
    truth["one_actor"].append({"sheet": city, "rows": [first, second]})


def _row_truth(number: int, made: amt.Row) -> dict[str, Any]:
    """As in the CSV; what a row says beyond these columns is not in the workbook, so nothing may depend on it."""
    said = {h: made.cells[h] for h in HEADINGS if h in made.cells}
    return {
        "row": number,
        "area": made.area,
        "cells": {h: items for h, (_, items) in said.items() if items},
        "nothing": [h for h, (_, items) in said.items() if not items],
    }
