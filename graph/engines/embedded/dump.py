"""Everything in the file as canonical lines, and back.."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.model.canonical import canonical
from graph.model.errors import KnotenpunktError

FORMAT = 1

# table → (type of line, columns, order): the canonical order makes the same content the same lines
_TABLES = {
    "entry": ("kind, id, body", "id"),
    "log": ("revision, op, header, rows_hash, chain", "revision"),
    "log_row": ("revision, position, entry, body", "revision, position"),
    "personal": ("revision, position, entry, field, salt, payload", "revision, position, field"),
    "record": ("kind, id, body, version, owner, due, expires", "kind, id"),
    "counter": ("name, n, expires", "name"),
}


def lines(connection: Any) -> Iterator[bytes]:
    """The lines of a dump, read in one transaction."""
    yield _line(["knotenpunkt", FORMAT])
    for table, (columns, order) in _TABLES.items():
        for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):
            yield _line([table, *row])


def fill(connection: Any, dumped: Iterable[bytes]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Insert dumped lines; yields each entry as (kind, id, fields) so that the caller can rebuild its links."""
    for number, raw in enumerate(dumped, start=1):
        table, values = _parsed(raw, number)
        if number == 1:
            if table != "knotenpunkt" or values != [FORMAT]:
                raise KnotenpunktError("store.broken_dump", line=1)
            continue
        columns = _TABLES[table][0] if table in _TABLES else ""
        if not columns or len(columns.split(",")) != len(values):
            raise KnotenpunktError("store.broken_dump", line=number)
        marks = ",".join("?" * len(values))
        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
        if table == "entry":
            yield values[0], values[1], json.loads(values[2])


def _line(values: list[Any]) -> bytes:
    return canonical(values).encode("utf-8") + b"\n"


def _parsed(raw: bytes, number: int) -> tuple[str, list[Any]]:
    try:
        table, *values = json.loads(raw)
    except (ValueError, TypeError) as exc:
        raise KnotenpunktError("store.broken_dump", line=number) from exc
    return table, values
