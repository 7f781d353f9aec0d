"""The change log as (:ChangeSet)-[:HOLDS]->(:Change)-[:KEEPS]->(:Personal), and the counter of revisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graph.engines import log_format
from graph.engines.neo4j.driver import Transaction
from graph.engines.verifying import Line
from graph.model.changes import Applied, EntryId, Erasure, Revision

_CHUNK = 1000

_LOCK = """MATCH (s:Store {id: 'knotenpunkt'}) SET s.locked = true REMOVE s.locked
WITH s RETURN s.revision, s.chain"""

_OPEN = "CREATE (:ChangeSet {op: $op, header: $header, rows_hash: $rows_hash, erased: $erased})"

_ROWS = """MATCH (s:ChangeSet {op: $op}) UNWIND $rows AS row
CREATE (s)-[:HOLDS {position: row.position}]->(c:Change {entry: row.entry, body: row.body})
FOREACH (p IN row.personal |
    CREATE (c)-[:KEEPS]->(:Personal {entry: row.entry, field: p.field, salt: p.salt, payload: p.payload}))"""

_CLOSE = """MATCH (t:Store {id: 'knotenpunkt'}) SET t.revision = $revision, t.chain = $chain
WITH t MATCH (s:ChangeSet {op: $op}) SET s.revision = $revision, s.chain = $chain"""

_HELD = """COLLECT { MATCH (s)-[h:HOLDS]->(c:Change) WHERE $entry IS NULL OR c.entry = $entry
    RETURN [h.position, c.entry, c.body,
        COLLECT { MATCH (c)-[:KEEPS]->(p:Personal) RETURN [p.field, p.salt, p.payload] }]
    ORDER BY h.position }"""

_FEED = f"""MATCH (s:ChangeSet) WHERE s.revision > $after AND s.revision <= $until
RETURN s.revision, s.header, {_HELD} ORDER BY s.revision"""

_HISTORY = f"""MATCH (s:ChangeSet) WHERE s.revision < $before AND s.erased IS NULL
WITH s ORDER BY s.revision DESC LIMIT $limit RETURN s.revision, s.header, {_HELD} ORDER BY s.revision DESC"""

_HISTORY_OF_ONE = f"""MATCH (c:Change {{entry: $entry}})<-[:HOLDS]-(s:ChangeSet) WHERE s.revision < $before
WITH DISTINCT s ORDER BY s.revision DESC LIMIT $limit RETURN s.revision, s.header, {_HELD} ORDER BY s.revision DESC"""

_LINES = f"""MATCH (s:ChangeSet) WHERE s.revision > $after
WITH s ORDER BY s.revision LIMIT $limit
RETURN s.revision, s.op, s.header, s.rows_hash, s.chain, {_HELD} ORDER BY s.revision"""

_NEWEST = """MATCH (t:Store {id: 'knotenpunkt'}) MATCH (s:ChangeSet {revision: t.revision}) RETURN s.header"""

_TOUCHED = """MATCH (s:ChangeSet) WHERE s.revision > $after AND s.revision <= $until
RETURN [(s)-[:HOLDS]->(c:Change) | c.entry] + coalesce(s.erased, [])"""


def settled(tx: Transaction) -> tuple[int, str]:
    """(revision, chain), with the counter locked: nobody's commit is under way until this transaction ends."""
    revision, chain = tx.run(_LOCK)[0]
    return revision, chain


def append(
    tx: Transaction, op: str, header: str, rows: Sequence[log_format.Row], erased: Sequence[EntryId] | None = None
) -> Revision:
    """Append one line to the log. The revision is taken last of all locks."""
    rows_hash = log_format.rows_hash(r.text for r in rows)
    tx.run(_OPEN, op=op, header=header, rows_hash=rows_hash, erased=list(erased) if erased is not None else None)
    for start in range(0, len(rows), _CHUNK):
        part = [_row(n, row) for n, row in enumerate(rows[start : start + _CHUNK], start)]
        tx.run(_ROWS, op=op, rows=part)
    revision, chain = settled(tx)
    link = log_format.chained(chain, header, rows_hash)
    tx.run(_CLOSE, op=op, revision=revision + 1, chain=link)
    return Revision(revision + 1)


def revision_of(tx: Transaction, op: str) -> Revision | None:
    """The revision an operation made."""
    found = tx.run("MATCH (s:ChangeSet {op: $op}) RETURN s.revision", op=op)
    return Revision(found[0][0]) if found else None


def feed(tx: Transaction, after: Revision) -> list[Applied | Erasure]:
    """What was written after a revision, oldest first."""
    until, _ = settled(tx)
    if until <= after:
        return []
    return [_read(*row) for row in tx.run(_FEED, after=after, until=until, entry=None)]


def history(tx: Transaction, entry: EntryId | None, before: Revision | None, limit: int) -> list[Applied]:
    """ChangeSets, newest first."""
    settled(tx)
    text = _HISTORY if entry is None else _HISTORY_OF_ONE
    rows = tx.run(text, entry=entry, before=before if before is not None else 1 << 62, limit=limit)
    return [found for row in rows if isinstance(found := _read(*row), Applied)]


def touched(tx: Transaction, after: int, until: int) -> set[EntryId]:
    """The entries that were written between two revisions."""
    return {id for (ids,) in tx.run(_TOUCHED, after=after, until=until) for id in ids}


def written_at(tx: Transaction) -> datetime | None:
    """When the newest line was written."""
    found = tx.run(_NEWEST)
    return datetime.fromisoformat(json.loads(found[0][0])["at"]) if found else None


def page(tx: Transaction, after: int, limit: int) -> list[Line]:
    """Some lines of the log, oldest first."""
    return [_line(*row) for row in tx.run(_LINES, after=after, limit=limit, entry=None)]


def _row(position: int, row: log_format.Row) -> dict[str, Any]:
    personal = [{"field": p.field, "salt": p.salt, "payload": p.text} for p in row.payloads]
    return {"position": position, "entry": row.entry, "body": row.text, "personal": personal}


def _read(revision: int, header: str, held: Sequence[Sequence[Any]]) -> Applied | Erasure:
    rows = [(body, {field: payload for field, _, payload in personal}) for _, _, body, personal in held]
    return log_format.read(revision, header, rows)


def _line(revision: int, op: str, header: str, rows_hash: str, chain: str, held: Sequence[Sequence[Any]]) -> Line:
    return Line(
        revision=revision, op=op, header=header, rows_hash=rows_hash, chain=chain,
        rows=[(position, entry, body) for position, entry, body, _ in held],
        payloads={
            (position, entry, field): (salt, payload)
            for position, entry, _, personal in held
            for field, salt, payload in personal
        },
    )  # fmt: skip
