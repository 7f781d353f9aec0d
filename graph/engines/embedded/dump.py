"""Everything in the file as canonical lines, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.engines import dump_format
from graph.engines.dump_format import COLUMNS, ORDER
from graph.engines.embedded.sqlite import sqlite3


def lines(connection: Any) -> Iterator[bytes]:
    """The lines of a dump, read in one transaction."""
    return dump_format.sealed(_rows(connection))


def fill(connection: Any, dumped: Iterable[bytes]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Insert dumped lines; yields each entry as (kind, id, fields) so that the caller can rebuild its links.

    Raises KnotenpunktError with the number of the line when one is missing, changed or in the wrong place.
    """
    for number, table, row in dump_format.parsed(dumped):
        marks = ",".join("?" * len(row))
        try:
            connection.execute(f"INSERT INTO {table} ({', '.join(COLUMNS[table])}) VALUES ({marks})", row)
        except (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError) as exc:
            raise dump_format.broken(number) from exc
        if table == "entry":
            yield row[0], row[1], json.loads(row[2])


def empty(connection: Any) -> bool:
    """Whether there is nothing in any table."""
    return not any(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0] for table in COLUMNS)


def _rows(connection: Any) -> Iterator[tuple[str, Iterable[Any]]]:
    for table, columns in COLUMNS.items():
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(ORDER[table])}"):
            yield table, row
