"""Reading much as one state. The server shows what others commit meanwhile, even half of it; here that is put right.

The counter of revisions is locked for a moment before and after: in such a moment no commit is under way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.engines import dump_format
from graph.engines.neo4j import entries, log, part
from graph.engines.neo4j.driver import Connections, Transaction
from graph.engines.states import ordered
from graph.engines.verifying import Line
from graph.model.canonical import canonical
from graph.model.changes import Entry, Revision, Scope

SECONDS = 900.0
"""For reading everything."""

_PAGE = 20
_TRIES = 5

_RECORDS = "MATCH (r:Record) RETURN r.kind, r.id, r.body, r.version, r.owner, r.due, r.expires"
_COUNTERS = "MATCH (c:Counter) RETURN c.name, c.n, c.expires"

Rows = dict[str, list[list[Any]]]


def load(connections: Connections) -> tuple[Revision, Iterable[Entry]]:
    """All entries at one revision: what was written while they were read is read again."""
    first, _ = connections.read(log.settled)
    found = connections.read(entries.everything, SECONDS)

    def read_again(tx: Transaction) -> int:
        last, _ = log.settled(tx)
        written = log.touched(tx, first, last) if last > first else set()
        now = entries.some(tx, written) if written else {}
        for id in written:
            found.pop(id, None)
        found.update((id, Entry(kind=s[0], id=id, fields=s[1])) for id, s in now.items() if s is not None)
        return last

    revision = connections.read(read_again, SECONDS)
    return Revision(revision), [found[id] for id in sorted(found)]


def load_part(connections: Connections, scope: Scope) -> tuple[Revision, Iterable[Entry]]:
    """A part at one revision. What it holds can change with any link: when somebody wrote, it is read again."""
    for _ in range(_TRIES):
        first = connections.read(log.settled)
        found = connections.read(lambda tx: part.states(tx, scope), SECONDS)
        if connections.read(log.settled) == first:
            return Revision(first[0]), ordered(found)
    (last, _), found = connections.read(lambda tx: (log.settled(tx), part.states(tx, scope)), SECONDS)
    return Revision(last), ordered(found)


def rows(connections: Connections) -> Rows:
    """Everything behind the port, table by table in canonical order, at one revision.

    When writers were busy each time, they have to wait the last time.
    """
    for _ in range(_TRIES):
        before = connections.read(log.settled)
        found = connections.read(_everything, SECONDS)
        if connections.read(log.settled) == before:
            return found
    return connections.read(lambda tx: (log.settled(tx), _everything(tx))[1], SECONDS)


def lines(connections: Connections) -> Iterator[Line]:
    """All lines of the log, oldest first, page by page."""
    after = 0
    while page := connections.read(lambda tx, after=after: log.page(tx, after, _PAGE), SECONDS):  # type: ignore[misc]
        yield from page
        after = page[-1].revision


def _everything(tx: Transaction) -> Rows:
    whole: Rows = {table: [] for table in dump_format.COLUMNS}
    for entry in entries.everything(tx).values():
        whole["entry"].append([entry.kind, entry.id, canonical(entry.fields)])
    for line in _all_lines(tx):
        whole["log"].append([line.revision, line.op, line.header, line.rows_hash, line.chain])
        whole["log_row"].extend([line.revision, *row] for row in line.rows)
        for (position, id, field), (salt, payload) in line.payloads.items():
            whole["personal"].append([line.revision, position, id, field, salt, payload])
    whole["record"] = tx.run(_RECORDS)
    whole["counter"] = tx.run(_COUNTERS)
    for table, found in whole.items():
        found.sort(key=lambda row, table=table: dump_format.sort_key(table, row))  # type: ignore[misc]
    return whole


def _all_lines(tx: Transaction) -> Iterator[Line]:
    after = 0
    while page := log.page(tx, after, _PAGE):
        yield from page
        after = page[-1].revision
