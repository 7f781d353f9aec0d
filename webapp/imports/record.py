"""One import between upload and result, as a Record. Big parts (content, rows, changes) are Records of their own."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from graph.model.changes import Record
from graph.model.errors import KnotenpunktError, RecordConflict
from graph.store import Store

KIND = "import"
CONTENT = "import-content"
CHANGES = "import-changes"
ROWS = "import-rows"
DONE = "import-done"
MAPPING = "mapping"
KEPT = timedelta(hours=24)

What = Literal["", "list", "localities", "outlines", "workbook"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Import:
    """Where one import stands."""

    id: str
    owner: str
    file: str
    at: str
    """When it was uploaded, ISO."""
    what: What = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    """How to read it where the guess was wrong: encoding, separator, sheet, header; of a workbook: keep_keys."""
    read: Mapping[str, Any] = field(default_factory=dict)
    """What was found: see `webapp.tasks.reading`."""
    mapping: Mapping[str, Any] = field(default_factory=dict)
    remembered: bool = False
    """Whether the mapping was saved with an earlier list of the same headings."""
    county_names: Mapping[str, str] = field(default_factory=dict)
    proposal: Mapping[str, Any] = field(default_factory=dict)
    """What it comes to: see `webapp.tasks.proposing`."""
    moved_on: bool = False
    """The network changed so that the preview was made anew."""
    job: str = ""
    applied: Mapping[str, Any] = field(default_factory=dict)
    """Of what was written: at, counts."""

    @property
    def headings(self) -> list[str]:
        """The headings of the chosen sheet."""
        return list(self.read.get("headings", ()))


def get(store: Store, id: str) -> Import:
    """The import of this id. Raises KnotenpunktError when it has expired."""
    found = find(store, id)
    if found is None:
        raise KnotenpunktError("job.import_gone")
    return found


def find(store: Store, id: str) -> Import | None:
    """The import of this id, or None."""
    record = store.get(KIND, id)
    return Import(id=record.id, owner=record.owner, **record.body) if record else None


def create(store: Store, made: Import, now: datetime) -> None:
    """Begin an import."""
    store.commit(None, put=[as_record(made, 0, now)])


def update(store: Store, id: str, now: datetime, **fields: Any) -> Import:
    """Change some fields, also when a page and a job write at once."""
    while True:
        new = changed(store, id, now, **fields)
        with contextlib.suppress(RecordConflict):
            store.commit(None, put=[new])
            return Import(id=new.id, owner=new.owner, **new.body)


def changed(store: Store, id: str, now: datetime, **fields: Any) -> Record:
    """The import with other fields, ready to be written. Raises KnotenpunktError when it has expired."""
    record = store.get(KIND, id)
    if record is None:
        raise KnotenpunktError("job.import_gone")
    new = replace(Import(id=record.id, owner=record.owner, **record.body), **fields)
    return as_record(new, record.version, now)


def as_record(made: Import, version: int, now: datetime) -> Record:
    """The import as it is kept."""
    body = {name: getattr(made, name) for name in Import.__slots__ if name not in ("id", "owner")}
    return Record(kind=KIND, id=made.id, owner=made.owner, body=body, version=version, expires=now + KEPT)


def put_part(store: Store, kind: str, id: str, owner: str, body: Mapping[str, Any], now: datetime) -> Record:
    """A big part of an import, ready to be written: new, or in place of an older one."""
    old = store.get(kind, id)
    return Record(kind=kind, id=id, owner=owner, body=body, version=old.version if old else 0, expires=now + KEPT)
