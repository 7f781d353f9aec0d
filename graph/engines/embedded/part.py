"""The part of a network that a process serves, found by the indexes of the file."""

from __future__ import annotations

import json
from typing import Any

from graph.engines.embedded.tables import AREA_KEYS
from graph.model.changes import EntryId, Scope
from graph.model.schema import EVERYWHERE, needed_links

_CALLED = " UNION ".join(
    f"SELECT id FROM entry WHERE kind = 'area' AND json_extract(body, '$.{field}') = ?" for field in AREA_KEYS
)

_PART = """
WITH RECURSIVE
whole (kind) AS (SELECT value FROM json_each(:everywhere)),
needed (field) AS (SELECT value FROM json_each(:needed)),
area (id) AS (
    SELECT id FROM entry WHERE kind = 'area' AND id IN (SELECT value FROM json_each(:areas))
    UNION SELECT e.id FROM area CROSS JOIN link l ON l.target = area.id
        CROSS JOIN entry e ON e.id = l.source WHERE +e.kind = 'area'
),
above (id) AS (
    SELECT id FROM area
    UNION SELECT l.target FROM above CROSS JOIN link l ON l.source = above.id AND l.field = 'parent'
),
inside (id) AS (
    SELECT id FROM area
    UNION SELECT value FROM json_each(:ids)
    UNION SELECT e.id FROM inside CROSS JOIN link l ON l.target = inside.id CROSS JOIN entry e ON e.id = l.source
        WHERE e.kind <> 'area' AND e.kind NOT IN (SELECT kind FROM whole)
),
held (id) AS (
    SELECT id FROM inside UNION SELECT id FROM above
    UNION SELECT id FROM entry WHERE kind IN (SELECT kind FROM whole)
),
near (id) AS (SELECT id FROM held UNION SELECT l.target FROM held CROSS JOIN link l ON l.source = held.id),
wide (id) AS (
    SELECT id FROM near
    UNION SELECT l.target FROM wide CROSS JOIN link l ON l.source = wide.id AND l.field IN (SELECT field FROM needed)
)
SELECT e.kind, e.id, e.body FROM wide CROSS JOIN entry e ON e.id = wide.id ORDER BY e.id
"""
"""CROSS JOIN: SQLite is to walk from what is found, not to look through whole tables.

Areas with those beneath; what points to them, however far; what is needed everywhere; one link outside,
and what that can't be without.
"""


def areas(connection: Any, called: str) -> list[EntryId]:
    """The areas with this ARS, AGS or name."""
    return [EntryId(id) for (id,) in connection.execute(_CALLED, [called] * len(AREA_KEYS))]


def rows(connection: Any, scope: Scope) -> list[tuple[str, str, str]]:
    """(kind, id, body) of a part."""
    values = {
        "everywhere": json.dumps(sorted(EVERYWHERE)),
        "needed": json.dumps(sorted(needed_links())),
        "areas": json.dumps(sorted(scope.areas or ())),
        "ids": json.dumps(sorted(scope.ids)),
    }
    return [*connection.execute(_PART, values)]
