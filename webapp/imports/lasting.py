"""What stays of an import: its ChangeSet, a line in the list of imports, the mapping for the next list of its kind."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.model.changes import Change, ChangeSet, OpId, Record, Why
from graph.model.errors import RecordConflict
from graph.store import Store
from webapp.imports import record
from webapp.imports.record import Import

_WHY = {"list": "why.import", "localities": "why.localities", "outlines": "why.outlines", "workbook": "why.workbook"}
_PER_FILE = ("received_on", "same", "places", "struck", "fields", "gone")


def op_of(wanted: Import) -> OpId:
    """An import is written once."""
    return OpId(f"import:{wanted.id}")


def changeset(wanted: Import, changes: tuple[Change, ...], now: datetime, who: str) -> ChangeSet:
    """The one ChangeSet of an import."""
    why = Why(code=_WHY[wanted.what], params={"file": wanted.file})
    return ChangeSet(op=op_of(wanted), who=who, at=now, why=why, source=f"import:{wanted.id}", changes=changes)


def line(wanted: Import, applied: Mapping[str, Any], now: datetime, who: str) -> Record:
    """One line in the list of imports; newest first by its id. `applied`: at, counts, op."""
    body = {**applied, "file": wanted.file, "what": wanted.what, "source": wanted.mapping["source_name"]}
    return Record(kind=record.DONE, id=f"{9_999_999_999 - int(now.timestamp()):010d}-{wanted.id}", owner=who, body=body)


def remember(store: Store, wanted: Import) -> None:
    """Save the mapping, without what holds for this file only."""
    mapping = {key: value for key, value in wanted.mapping.items() if key not in _PER_FILE}
    mapping["source"] = wanted.mapping["source"] or wanted.proposal["source"]
    body = {"mapping": mapping, "county_names": dict(wanted.county_names)}
    id = wanted.read["signature"]
    old = store.get(record.MAPPING, id)
    made = Record(kind=record.MAPPING, id=id, owner=wanted.owner, body=body, version=old.version if old else 0)
    with contextlib.suppress(RecordConflict):  # a list of the same headings went in at the same moment
        store.commit(None, put=[made])


def recalled(store: Store, signature: str) -> tuple[dict[str, Any], dict[str, str]] | None:
    """The saved mapping and names of counties of lists with these headings."""
    saved = store.get(record.MAPPING, signature)
    return (dict(saved.body["mapping"]), dict(saved.body["county_names"])) if saved else None
