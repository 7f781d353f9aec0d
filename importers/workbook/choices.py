"""The hidden sheet of what drop-downs offer: labels of codes, names of entries."""

from __future__ import annotations

from typing import Any

from graph.model.collation import sort_key
from graph.model.fields import Field, Type
from graph.network import Network
from importers.files.grid import column_letters
from importers.workbook.layout import LISTS
from importers.workbook.names import Names

_MOST = 1_000
"""A list of more names than this helps nobody."""
_FLAG = ("ja", "nein")


class Choices:
    """Lists on demand, each written once."""

    def __init__(self, book: Any, network: Network, names: Names) -> None:
        self._sheet = book.add_worksheet(LISTS)
        self._text = book.add_format({"num_format": "@"})
        self._network = network
        self._names = names
        self._known: dict[tuple[str, ...], str] = {}

    def source(self, field: Field) -> str:
        """The range of a field's choices as a formula; "" where it has none, or too many."""
        if field.type is Type.FLAG:
            return self._range(("flag",), list(_FLAG))
        if field.codes:
            return self._range(("codes", field.codes), [german for german, _ in field.options.values()])
        if field.refs:
            return self._range(("refs", *field.refs), None, field)
        return ""

    def hide(self) -> None:
        """Once everything is written."""
        self._sheet.hide()

    def _range(self, key: tuple[str, ...], texts: list[str] | None, field: Field | None = None) -> str:
        if key not in self._known:
            given = self._called(field) if texts is None and field else texts or []
            self._known[key] = self._written(given) if 0 < len(given) <= _MOST else ""
        return self._known[key]

    def _written(self, texts: list[str]) -> str:
        column = sum(1 for each in self._known.values() if each)
        for row, text in enumerate(texts):
            self._sheet.write_string(row, column, text, self._text)
        letters = column_letters(column)
        return f"='{LISTS}'!${letters}$1:${letters}${len(texts)}"

    def _called(self, field: Field) -> list[str]:
        """The names that only one entry bears."""
        ids = [id for kind in field.refs for id in self._network.of_kind(kind)]
        if len(ids) > _MOST:
            return []
        called = {id: self._names.call(id, field) for id in ids}
        return sorted((name for id, name in called.items() if name != id and len(name) <= 255), key=sort_key)
