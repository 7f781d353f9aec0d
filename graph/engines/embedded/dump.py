"""Everything in the file as canonical lines, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.engines.embedded.sqlite import sqlite3
from graph.model.canonical import canonical
from graph.model.errors import KnotenpunktError

FORMAT = 1

# table → (columns, order): the canonical order makes the same content the same lines
_TABLES = {
    "entry": ("kind, id, body", "id"),
    "log": ("revision, op, header, rows_hash, chain", "revision"),
    "log_row": ("revision, position, entry, body", "revision, position"),
    "personal": ("revision, position, entry, field, salt, payload", "revision, position, field"),
    "record": ("kind, id, body, version, owner, due, expires", "kind, id"),
    "counter": ("name, n, expires", "name"),
}


def lines(connection: Any) -> Iterator[bytes]:
    """The lines of a dump, read in one transaction. The last one counts and hashes those before it."""
    seal = _Seal()
    yield seal.add(["knotenpunkt", FORMAT])
    for table, (columns, order) in _TABLES.items():
        for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):
            yield seal.add([table, *row])
    yield _line(seal.line())


def fill(connection: Any, dumped: Iterable[bytes]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Insert dumped lines; yields each entry as (kind, id, fields) so that the caller can rebuild its links.

    Raises KnotenpunktError with the number of the line when one is missing, changed or in the wrong place.
    """
    seal, sealed, number = _Seal(), False, 0
    for number, raw in enumerate(dumped, start=1):
        values = _parsed(raw, number)
        if sealed or (number == 1 and values != ["knotenpunkt", FORMAT]):
            raise _broken(number)
        sealed = values == seal.line()
        seal.add(values)
        if sealed or number == 1:
            continue
        _insert(connection, values, number)
        if values[0] == "entry":
            yield values[1], values[2], json.loads(values[3])
    if not sealed:
        raise _broken(number + 1)


def empty(connection: Any) -> bool:
    """Whether there is nothing in any table."""
    return not any(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0] for table in _TABLES)


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


def _insert(connection: Any, values: list[Any], number: int) -> None:
    table, *row = values
    columns = _TABLES[table][0] if isinstance(table, str) and table in _TABLES else ""
    if not columns or len(columns.split(",")) != len(row):
        raise _broken(number)
    try:
        if table == "entry" and not isinstance(json.loads(row[2]), dict):
            raise _broken(number)
        marks = ",".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError) as exc:
        raise _broken(number) from exc
    except (TypeError, ValueError, OverflowError) as exc:
        raise _broken(number) from exc


def _line(values: list[Any]) -> bytes:
    return canonical(values).encode("utf-8") + b"\n"


def _parsed(raw: bytes, number: int) -> list[Any]:
    try:
        values = json.loads(raw)
        if isinstance(values, list) and values and _line(values).strip() == raw.strip():
            return values
    except (ValueError, TypeError, RecursionError) as exc:
        raise _broken(number) from exc
    raise _broken(number)


def _broken(number: int) -> KnotenpunktError:
    return KnotenpunktError("store.broken_dump", line=number)
