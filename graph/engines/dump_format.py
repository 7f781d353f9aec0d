"""How a dump is written down: one canonical line a row, tables and rows in one order, a seal at the end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.model.canonical import canonical
from graph.model.errors import KnotenpunktError

FORMAT = 1

COLUMNS = {
    "entry": ("kind", "id", "body"),
    "log": ("revision", "op", "header", "rows_hash", "chain"),
    "log_row": ("revision", "position", "entry", "body"),
    "personal": ("revision", "position", "entry", "field", "salt", "payload"),
    "record": ("kind", "id", "body", "version", "owner", "due", "expires"),
    "counter": ("name", "n", "expires"),
}
"""Table → columns, in the order of a dump."""

ORDER = {
    "entry": ("id",),
    "log": ("revision",),
    "log_row": ("revision", "position"),
    "personal": ("revision", "position", "field"),
    "record": ("kind", "id"),
    "counter": ("name",),
}
"""Table → what its rows are sorted by, texts by their UTF-8: the same content gives the same lines."""

_NUMBERS = {"revision", "position", "version", "n"}
_MAY_LACK = {"due", "expires"}
_LARGEST = 2**63


def sealed(rows: Iterable[tuple[str, Iterable[Any]]]) -> Iterator[bytes]:
    """The lines of a dump, from (table, row) in order. The last one counts and hashes those before it."""
    seal = _Seal()
    yield seal.add(["knotenpunkt", FORMAT])
    for table, row in rows:
        yield seal.add([table, *row])
    yield _line(seal.line())


def parsed(dumped: Iterable[bytes]) -> Iterator[tuple[int, str, list[Any]]]:
    """(number of the line, table, row) of a dump.

    Raises KnotenpunktError with the number of the line when one is missing, changed or in the wrong place.
    """
    seal, done, number = _Seal(), False, 0
    last: tuple[Any, ...] = ()
    for number, raw in enumerate(dumped, start=1):
        line = _parsed(raw, number)
        if done or (number == 1 and line != ["knotenpunkt", FORMAT]):
            raise broken(number)
        done = line == seal.line()
        seal.add(line)
        if done or number == 1:
            continue
        table, *row = line
        place = _place(table, row)
        if place is None or place <= last:
            raise broken(number)
        last = place
        yield number, table, row
    if not done:
        raise broken(number + 1)


def sort_key(table: str, row: Iterable[Any]) -> tuple[Any, ...]:
    """What a row of a table is sorted by."""
    named = dict(zip(COLUMNS[table], row, strict=True))
    return tuple(_sortable(named[column]) for column in ORDER[table])


def broken(number: int) -> KnotenpunktError:
    """The error of a damaged line."""
    return KnotenpunktError("store.broken_dump", line=number)


class _Seal:
    """Counts and hashes lines."""

    def __init__(self) -> None:
        self._count = 0
        self._hash = hashlib.sha256()

    def add(self, values: list[Any]) -> bytes:
        line = _line(values)
        self._count += 1
        self._hash.update(line)
        return line

    def line(self) -> list[Any]:
        return ["end", self._count, self._hash.hexdigest()]


def _place(table: object, row: list[Any]) -> tuple[Any, ...] | None:
    """Where a row belongs in the order of all lines; None when it is no row of a table."""
    columns = COLUMNS.get(table) if isinstance(table, str) else None
    if columns is None or len(columns) != len(row):
        return None
    if not all(_fits(column, value) for column, value in zip(columns, row, strict=True)):
        return None
    if table == "entry" and not _is_mapping(row[2]):
        return None
    return ([*COLUMNS].index(str(table)), *sort_key(str(table), row))


def _fits(column: str, value: object) -> bool:
    if column in _NUMBERS:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST
    return isinstance(value, str) or (value is None and column in _MAY_LACK)


def _is_mapping(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _sortable(value: Any) -> Any:
    return value.encode("utf-8") if isinstance(value, str) else value


def _line(values: list[Any]) -> bytes:
    return canonical(values).encode("utf-8") + b"\n"


def _parsed(raw: bytes, number: int) -> list[Any]:
    try:
        values = json.loads(raw)
        if isinstance(values, list) and values and _line(values).strip() == raw.strip():
            return values
    except (ValueError, TypeError, RecursionError) as exc:
        raise broken(number) from exc
    raise broken(number)
