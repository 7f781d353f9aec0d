"""The part of a network that a process serves, found by the indexes of the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from graph.engines.embedded.tables import AREA_KEYS
from graph.engines.parts import walked
from graph.engines.states import States
from graph.model.changes import EntryId, Kind, Scope

_CALLED = " UNION ".join(
    f"SELECT id FROM entry WHERE kind = 'area' AND json_extract(body, '$.{field}') = ?" for field in AREA_KEYS
)
_SOME = "SELECT id, kind, body FROM entry WHERE id IN (SELECT value FROM json_each(?))"
_OF_KINDS = "SELECT id, kind, body FROM entry WHERE kind IN (SELECT value FROM json_each(?))"
_POINTING = "SELECT source FROM link WHERE target IN (SELECT value FROM json_each(?))"


def areas(connection: Any, called: str) -> list[EntryId]:
    """The areas with this ARS, AGS or name."""
    return [EntryId(id) for (id,) in connection.execute(_CALLED, [called] * len(AREA_KEYS))]


def states(connection: Any, scope: Scope) -> States:
    """The entries of a part. Costs what the part holds."""

    def some(ids: list[EntryId]) -> States:
        return _states(connection, _SOME, ids)

    def pointing(ids: list[EntryId]) -> Iterable[EntryId]:
        return {EntryId(id) for (id,) in connection.execute(_POINTING, [json.dumps(ids)])}

    def of_kinds(kinds: list[Kind]) -> States:
        return _states(connection, _OF_KINDS, kinds)

    return walked(scope, some, pointing, of_kinds)


def _states(connection: Any, text: str, values: Sequence[str]) -> States:
    found = connection.execute(text, [json.dumps(values)])
    return {EntryId(id): (Kind(kind), json.loads(body)) for id, kind, body in found}
