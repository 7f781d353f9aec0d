"""Filling an empty database from a dump: checked whole before anything is written, then written piece by piece."""

from __future__ import annotations

import itertools
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from graph.engines import dump_format
from graph.engines.log_format import GENESIS
from graph.engines.neo4j import entries
from graph.engines.neo4j.driver import Connections, Transaction
from graph.engines.states import States
from graph.model.changes import EntryId, Kind
from graph.model.errors import KnotenpunktError

_SECONDS = 120.0
_PIECE = 2000

_EMPTY = "MATCH (s:Store {id: 'knotenpunkt'}) RETURN s.revision = 0 AND NOT EXISTS { MATCH (n) WHERE NOT n:Store }"
_BEGIN = "MATCH (s:Store {id: 'knotenpunkt'}) SET s.restoring = true"
_END = "MATCH (s:Store {id: 'knotenpunkt'}) SET s.revision = $revision, s.chain = $chain REMOVE s.restoring"
_WIPE = "MATCH (n) WHERE NOT n:Store WITH n LIMIT 10000 DETACH DELETE n RETURN count(*)"

_LOG = "UNWIND $rows AS row CREATE (s:ChangeSet) SET s = row"
_ROWS = """UNWIND $rows AS row MATCH (s:ChangeSet {revision: row.revision})
CREATE (s)-[:HOLDS {position: row.position}]->(c:Change {entry: row.entry, body: row.body})
FOREACH (p IN row.personal |
    CREATE (c)-[:KEEPS]->(:Personal {entry: p.entry, field: p.field, salt: p.salt, payload: p.payload}))"""
_RECORDS = "UNWIND $rows AS row CREATE (r:Record) SET r = row"
_COUNTERS = "UNWIND $rows AS row CREATE (c:Counter) SET c = row"

Read = Callable[[str], Iterator[list[Any]]]
"""The rows of a table."""


def restore(connections: Connections, lines: Iterable[bytes]) -> None:
    """Fill the database. Raises KnotenpunktError when it is not empty or a line is damaged; then it is as it was."""
    if not connections.ask(_EMPTY)[0][0]:
        raise KnotenpunktError("store.not_empty")
    with tempfile.TemporaryFile() as file:
        starts = _copy(lines, file)

        def read(table: str) -> Iterator[list[Any]]:
            return _rows(file, starts.get(table), table)

        connections.write(lambda tx: tx.run(_BEGIN))
        try:
            _write(connections, read)
        except BaseException:
            _wipe(connections)
            raise


def _copy(lines: Iterable[bytes], file: IO[bytes]) -> dict[str, int]:
    """Check all lines and keep them; answers where each table starts."""
    starts: dict[str, int] = {}
    kept = _kept(lines, file)
    for _, table, _ in dump_format.parsed(kept):
        starts.setdefault(table, file.tell())
    return starts


def _kept(lines: Iterable[bytes], file: IO[bytes]) -> Iterator[bytes]:
    """Each line is kept when the next one is asked for: whoever looks at a line finds the file at its start."""
    for line in lines:
        yield line
        file.write(line.strip() + b"\n")


def _rows(file: IO[bytes], start: int | None, table: str) -> Iterator[list[Any]]:
    if start is None:
        return
    file.seek(start)
    for line in file:
        found, *row = json.loads(line)
        if found != table:
            return
        yield row


def _write(connections: Connections, read: Read) -> None:
    def each(rows: Iterable[Any], write: Callable[[Transaction, list[Any]], object]) -> None:
        for piece in _pieces(rows):
            connections.write(lambda tx, piece=piece: write(tx, piece), _SECONDS)  # type: ignore[misc]

    each(read("entry"), _nodes)
    each(read("entry"), _links)
    revision, chain = 0, GENESIS
    for row in read("log"):
        revision, chain = row[0], row[4]
    each(map(_log, read("log")), lambda tx, rows: tx.run(_LOG, rows=rows))
    each(_log_rows(read), lambda tx, rows: tx.run(_ROWS, rows=rows))
    each(map(_named("record"), read("record")), lambda tx, rows: tx.run(_RECORDS, rows=rows))
    each(map(_named("counter"), read("counter")), lambda tx, rows: tx.run(_COUNTERS, rows=rows))
    connections.write(lambda tx: tx.run(_END, revision=revision, chain=chain), repeatable=True)


def _nodes(tx: Transaction, rows: list[list[Any]]) -> None:
    entries.write_nodes(tx, _states(rows))


def _links(tx: Transaction, rows: list[list[Any]]) -> None:
    entries.write_links(tx, _states(rows))


def _states(rows: list[list[Any]]) -> States:
    return {EntryId(id): (Kind(kind), json.loads(body)) for kind, id, body in rows}


def _log(row: list[Any]) -> dict[str, Any]:
    named = _named("log")(row)
    erased = json.loads(named["header"]).get("erased")
    return named if erased is None else {**named, "erased": [entry for entry, _ in erased]}


def _log_rows(read: Read) -> Iterator[dict[str, Any]]:
    personal: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in map(_named("personal"), read("personal")):
        personal.setdefault((row["revision"], row["position"]), []).append(row)
    for row in map(_named("log_row"), read("log_row")):
        yield {**row, "personal": personal.get((row["revision"], row["position"]), [])}


def _named(table: str) -> Callable[[list[Any]], dict[str, Any]]:
    columns = dump_format.COLUMNS[table]
    return lambda row: dict(zip(columns, row, strict=True))


def _pieces(rows: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while piece := list(itertools.islice(source, _PIECE)):
        yield piece


def _wipe(connections: Connections) -> None:
    while connections.write(lambda tx: tx.run(_WIPE), _SECONDS)[0][0]:
        pass
    connections.write(lambda tx: tx.run(_END, revision=0, chain=GENESIS))
