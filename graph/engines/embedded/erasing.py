"""Taking personal fields out of entries and out of all history, for good."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from graph.model.canonical import canonical
from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError
from graph.model.schema import personal_fields


def erase(connection: Any, fields: Sequence[tuple[EntryId, str]]) -> None:
    """Delete fields and their payloads. Raises KnotenpunktError for one that the history keeps in the open."""
    for entry, name in fields:
        _check_personal(connection, entry, name)
        connection.execute("DELETE FROM personal WHERE entry = ? AND field = ?", (entry, name))
        connection.execute("DELETE FROM link WHERE source = ? AND field = ?", (entry, name))
        row = connection.execute("SELECT body FROM entry WHERE id = ?", (entry,)).fetchone()
        if row:
            left = {k: v for k, v in json.loads(row[0]).items() if k != name}
            connection.execute("UPDATE entry SET body = ? WHERE id = ?", (canonical(left), entry))


def _check_personal(connection: Any, entry: EntryId, name: str) -> None:
    kinds = connection.execute("SELECT DISTINCT json_extract(body, '$.k') FROM log_row WHERE entry = ?", (entry,))
    if not all(name in personal_fields(kind) for (kind,) in kinds.fetchall()):
        raise KnotenpunktError("store.not_personal", field=name)
