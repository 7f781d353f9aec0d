"""Writing the workbook: the empty template, or a network as one Network shows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from graph.model.changes import Entry
from graph.model.fields import Field, Type
from graph.network import Network
from importers.workbook import guide
from importers.workbook.cells import Cell, show
from importers.workbook.choices import Choices
from importers.workbook.layout import GUIDE, IN_LONG, KEY, LONG, LONG_HEADINGS, MARKER, Layout, layouts, to_fill
from importers.workbook.names import Names

MOST_IN_CELL = 32_000
_PART = 16_000
"""Characters in a part of a long text: as many again where each takes two units."""
_ROWS = 5_000
"""So far down drop-downs and hints reach where rows are added."""
_TELL_EVERY = 200
_MARKED = ("Art", "Stand", "Vorgang", "Sichtbarkeit", "Tag")
_WIDTHS = {
    Type.PROSE: 48,
    Type.TEXT: 28,
    Type.REFS: 28,
    Type.REF: 28,
    Type.HOURS: 34,
    Type.LANGUAGES: 30,
    Type.EXTRA: 30,
}
_OFFERED_ONLY = frozenset({Type.CODES, Type.REF, Type.REFS})
"""Drop-downs that offer and forbid nothing: several may be typed, and what is on another sheet."""

Progress = Callable[[int, int, str], None]


def template(network: Network, *, today: date) -> bytes:
    """The empty workbook, with what this network knows in its drop-downs."""
    return _Book(network, today, "template", "").written((), 0, lambda done, total, step: None)


def write(
    network: Network,
    ids: Collection[str] | None = None,
    *,
    today: date,
    op: str = "",
    told: Sequence[str] | None = None,
    progress: Progress = lambda done, total, step: None,
) -> bytes:
    """The workbook of these entries, or of all, as an XLSX file. Holds nothing that `network` does not hold.

    `op`: what proves to a later import what the file was made of, so that it knows what was changed in it.
    `told`: of a part that is handed on, what its first sheet says of it: what was looked for, how much is left out.
    O(entries), about 2,000 a second.
    """
    entries = [e for e in network.entries() if ids is None or e.id in ids]
    return _Book(network, today, "export", op, told).written(entries, len(entries), progress)


class _Book:
    def __init__(self, network: Network, today: date, made: str, op: str, told: Sequence[str] | None = None) -> None:
        self._out = BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self._network = network
        self._names = Names(network, {}, {})
        self._layouts = to_fill() if made == "template" else layouts(network.audience)
        self._today = today
        self._told = told
        self._head = (made, str(network.revision), op, network.audience.value, today.isoformat())
        self._long: list[tuple[str, str, str, str]] = []
        self._done = 0
        add = self._book.add_format
        self._text = add({"num_format": "@", "valign": "top"})
        self._formats = {
            date: add({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"}),
            datetime: add({"num_format": "dd.mm.yyyy hh:mm", "valign": "top", "align": "left"}),
            float: add({"num_format": "General", "valign": "top"}),
        }
        self._faint = add({"num_format": "@", "valign": "top", "font_color": "#616161"})
        self._header = add({"num_format": "@", "bold": True, "bg_color": "#E3E8EF", "bottom": 1})
        self._required = add({"num_format": "@", "bold": True, "bg_color": "#FFE08A", "bottom": 1})
        self._wrapped = add({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._title = add({"num_format": "@", "bold": True, "font_size": 16})

    def written(self, entries: Iterable[Entry], total: int, progress: Progress) -> bytes:
        """The finished file."""
        by_kind: dict[str, list[Entry]] = {}
        for entry in entries:
            by_kind.setdefault(entry.kind, []).append(entry)
        self._book.set_properties({"title": "Knotenpunkt", "created": datetime.combine(self._today, time())})
        self._guide(empty=self._head[0] == "template")
        sheets = [(each, self._book.add_worksheet(each.name)) for each in self._layouts]
        long = self._book.add_worksheet(LONG)
        choices = Choices(self._book, self._network, self._names)
        for each, sheet in sheets:
            rows = sorted(by_kind.get(each.spec.name, ()), key=lambda e: e.id)
            self._columns(each, sheet, choices, len(rows))
            for row, entry in enumerate(rows, start=1):
                if self._done % _TELL_EVERY == 0:
                    progress(self._done, total, "write_workbook")
                self._row(each, sheet, row, entry)
                self._done += 1
        self._long_texts(long)
        choices.hide()
        self._marker([e.id for of_kind in by_kind.values() for e in of_kind])
        self._book.close()
        return self._out.getvalue()

    def _guide(self, empty: bool) -> None:
        sheet = self._book.add_worksheet(GUIDE)
        sheet.hide_gridlines(2)
        for column, width in enumerate((24, 34, 9, 70, 60)):
            sheet.set_column(column, column, width, self._wrapped)
        sheet.write_string(0, 0, "Knotenpunkt: Vorlage" if empty else "Knotenpunkt: Netzwerk", self._title)
        row = 1
        for row, text in enumerate(guide.paragraphs(self._today, empty, self._told), start=2):
            sheet.merge_range(row, 0, row, 3, "", self._wrapped)
            sheet.write_string(row, 0, text, self._wrapped)
            sheet.set_row(row, 32 if len(text) > 110 else 18)
        row += 2
        for column, text in enumerate(("Blatt", "Spalte", "Pflicht", "Was hineingehört", "Zur Auswahl")):
            sheet.write_string(row, column, text, self._header)
        for line in (line for each in self._layouts for line in guide.explained(each)):
            row += 1
            for column, text in enumerate(line):
                sheet.write_string(row, column, text, self._wrapped)

    def _columns(self, layout: Layout, sheet: Any, choices: Choices, rows: int) -> None:
        last = max(rows + 500, _ROWS)
        sheet.set_column(0, 0, 18, self._faint)
        self._heading(sheet, 0, KEY, None, "", last)
        for column, field in enumerate(layout.fields, start=1):
            hidden = {"hidden": True} if not field.edited and field.type is not Type.EXTRA else {}
            width = max(_WIDTHS.get(field.type, 16), min(len(field.label[0]) + 3, 40))
            sheet.set_column(column, column, width, self._format(field), hidden)
            self._heading(sheet, column, field.label[0], field, choices.source(field), last)
        sheet.freeze_panes(1, 2 if layout.fields[0].name == "name" else 1)
        sheet.autofilter(0, 0, max(rows, 1), len(layout.fields))

    def _heading(self, sheet: Any, column: int, text: str, field: Field | None, source: str, last: int) -> None:
        required = field is not None and field.required
        sheet.write_string(0, column, text, self._required if required else self._header)
        told = ("Pflichtangabe. " if required else "") + guide.told(field)
        hint = {"input_title": text[:32], "input_message": told[:255]} if told else {}
        listed: dict[str, Any] = {"validate": "list", "source": source} if source else {"validate": "any"}
        if source and field is not None:
            strict = field.type not in _OFFERED_ONLY
            listed |= {"show_error": strict, "error_message": "Bitte einen Wert aus der Liste wählen."}
        if hint:
            sheet.data_validation(0, column, 0, column, {"validate": "any", **hint})
        if hint or source:
            sheet.data_validation(1, column, last, column, {**listed, **hint})

    def _format(self, field: Field) -> Any:
        """What a column's empty cells are, so that what is typed there stays what it is."""
        kinds: dict[Type, type] = {Type.DAY: date, Type.MOMENT: datetime, Type.COUNT: float, Type.NUMBER: float}
        return self._formats[kinds[field.type]] if field.type in kinds else self._text

    def _row(self, layout: Layout, sheet: Any, row: int, entry: Entry) -> None:
        sheet.write_string(row, 0, entry.id, self._faint)
        fields = dict(entry.fields)
        for column, field in enumerate(layout.fields, start=1):
            cell = show(entry.kind, field, fields, self._names)
            if isinstance(cell, str) and len(cell) > _PART and len(cell.encode("utf-16-le")) // 2 > MOST_IN_CELL:
                self._long.append((layout.name, entry.id, field.label[0], cell))
                cell = IN_LONG
            if cell != "":
                self._put(sheet, row, column, cell)

    def _put(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        """Text is always written as text: what begins like a formula is none."""
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, self._text)
        elif isinstance(cell, date):  # a datetime is one too
            sheet.write_datetime(row, column, cell, self._formats[type(cell)])
        else:
            sheet.write_number(row, column, cell, self._formats[float])

    def _long_texts(self, sheet: Any) -> None:
        for n, (heading, width) in enumerate(zip(LONG_HEADINGS, (20, 20, 24, 8, 100), strict=True)):
            sheet.set_column(n, n, width, self._text)
            sheet.write_string(0, n, heading, self._header)
        sheet.freeze_panes(1, 0)
        row = 0
        for name, key, column, text in self._long:
            for part, start in enumerate(range(0, len(text), _PART), start=1):
                row += 1
                for n, said in enumerate((name, key, column, str(part), text[start : start + _PART])):
                    sheet.write_string(row, n, said, self._text)
        if not self._long:
            sheet.hide()

    def _marker(self, ids: list[str]) -> None:
        sheet = self._book.add_worksheet(MARKER)
        for row, line in enumerate(zip(_MARKED, self._head, strict=True)):
            for column, text in enumerate(line):
                sheet.write_string(row, column, text)
        for row, id in enumerate(ids, start=len(self._head)):
            sheet.write_string(row, 0, "Schlüssel")
            sheet.write_string(row, 1, id)
        sheet.very_hidden()
