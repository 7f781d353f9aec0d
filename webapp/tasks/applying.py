"""Writing an import to the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from graph.connect import open_store
from graph.model.changes import Change, ChangeSet, OpId, Record, Why
from graph.model.errors import Conflict, Dangling
from graph.store import Store
from webapp.imports import chunks, files, proposals, record
from webapp.imports.record import Import
from webapp.tasks import proposing

_TRIES = 3


def apply(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Write the proposal as one ChangeSet; the page that shows the result, or the preview when it had to be made anew.

    When the network moved on since the preview, the proposal is made anew; if it does the same to the same rows it is
    written, else it is shown.
    """
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    wanted = record.get(store, arguments["import"])
    number = arguments["number"]
    if wanted.applied or store.applied(op_of(wanted)) is not None:
        return done_page(wanted)
    for _ in range(_TRIES):
        changes = chunks.changes_of(store, wanted) if wanted.proposal["number"] == number else ()
        if store.revision() != wanted.proposal["revision"] or not changes:
            wanted, same = _anew(store, wanted, now, progress)
            if not same:
                break
            number = wanted.proposal["number"]
            continue
        progress(0, 0, "write")
        try:
            _write(store, wanted, changes, now, arguments["account"])
        except (Conflict, Dangling):
            continue
        files.forget(Path(arguments["incoming"]), wanted.id)
        _remember(store, wanted)
        store.close()
        return done_page(wanted)
    record.update(store, wanted.id, now, moved_on=True)
    store.close()
    return f"/import/{wanted.id}/preview"


def op_of(wanted: Import) -> OpId:
    """An import is written once."""
    return OpId(f"import:{wanted.id}")


def done_page(wanted: Import) -> str:
    """The page of what an import did."""
    return f"/import/{wanted.id}/done"


def _anew(store: Store, wanted: Import, now: datetime, progress: Callable[..., None]) -> tuple[Import, bool]:
    progress(0, 0, "load")
    network = proposals.load(store)
    proposal, content = proposing.make(store, network, wanted, now, progress)
    same = chunks.outcome_digest(proposal) == wanted.proposal["digest"]
    proposing.keep(store, network, wanted, content, proposal, now, moved_on=not same)
    return record.get(store, wanted.id), same


def _write(store: Store, wanted: Import, changes: tuple[Change, ...], now: datetime, who: str) -> None:
    why = Why(code=proposals.WHY[wanted.what], params={"file": wanted.file})
    source = f"import:{wanted.id}"
    written = ChangeSet(op=op_of(wanted), who=who, at=now, why=why, source=source, changes=changes)
    applied = {"at": now.isoformat(), "counts": wanted.proposal["counts"], "op": op_of(wanted)}
    stored = store.get(record.KIND, wanted.id)
    done = record.as_record(replace(wanted, applied=applied), stored.version if stored else 0, now)
    store.commit(written, put=[done, _line(wanted, applied, now, who)])


def _line(wanted: Import, applied: Mapping[str, Any], now: datetime, who: str) -> Record:
    """What stays of an import: one line in the list of them. Newest first by its id."""
    body = {**applied, "file": wanted.file, "what": wanted.what, "source": wanted.mapping["source_name"]}
    return Record(kind=record.DONE, id=f"{9_999_999_999 - int(now.timestamp()):010d}-{wanted.id}", owner=who, body=body)


def _remember(store: Store, wanted: Import) -> None:
    """Save the mapping for the next list of the same headings, without what was decided of single rows."""
    source = wanted.mapping["source"] or wanted.proposal["source"]
    mapping = {**wanted.mapping, "source": source, "same": {}, "places": {}}
    mapping.pop("received_on")
    body = {"mapping": mapping, "county_names": dict(wanted.county_names)}
    id = wanted.read["signature"]
    old = store.get(record.MAPPING, id)
    made = Record(kind=record.MAPPING, id=id, owner=wanted.owner, body=body, version=old.version if old else 0)
    store.commit(None, put=[made])
