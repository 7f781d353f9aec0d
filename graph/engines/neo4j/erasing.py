"""Taking personal fields out of entries and history: logically at once, out of the files after a move elsewhere."""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph.engines.neo4j import entries
from graph.engines.neo4j.driver import Transaction
from graph.engines.states import States
from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError
from graph.model.schema import personal_fields

_BODIES = "MATCH (c:Change {entry: $entry}) RETURN c.body"
_FORGET = "MATCH (p:Personal {entry: $entry, field: $field}) DETACH DELETE p"


def erase(tx: Transaction, fields: Sequence[tuple[EntryId, str]]) -> None:
    """Delete fields and their payloads. Raises KnotenpunktError for one that the history keeps in the open."""
    stored = entries.lock(tx, (entry for entry, _ in fields))
    after: States = dict(stored)
    for entry, name in fields:
        _check_personal(tx, entry, name)
        tx.run(_FORGET, entry=entry, field=name)
        state = after.get(entry)
        if state is not None:
            after[entry] = (state[0], {k: v for k, v in state[1].items() if k != name})
    entries.write(tx, stored, after)


def _check_personal(tx: Transaction, entry: EntryId, name: str) -> None:
    kinds = {json.loads(body)["k"] for (body,) in tx.run(_BODIES, entry=entry)}
    if not all(name in personal_fields(kind) for kind in kinds):
        raise KnotenpunktError("store.not_personal", field=name)
