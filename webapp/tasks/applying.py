"""Writing an import to the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from graph.connect import open_store
from graph.model.changes import Change
from graph.model.errors import Conflict, Dangling, RecordConflict
from graph.store import Store
from webapp import likely, reviews
from webapp.imports import chunks, files, forgetting, lasting, proposals, record
from webapp.imports.record import Import
from webapp.tasks import proposing

_TRIES = 3


def apply(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Write the proposal as one ChangeSet; the page that shows the result, or the preview when it had to be made anew.

    When the network moved on since the preview, the proposal is made anew; if it does the same to the same rows it is
    written, else it is shown. With `settle` decisions came with the order to write: they are settled first.
    """
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    wanted = record.get(store, arguments["import"])
    number = arguments["number"]
    if wanted.applied or store.applied(lasting.op_of(wanted)) is not None:
        return done_page(wanted)
    present = (store.revision(), number) == (wanted.proposal["revision"], wanted.proposal["number"])
    if arguments.get("settle") and present:
        wanted = _settled(store, wanted, now, progress)
        number = wanted.proposal["number"]
        if not (wanted.proposal["changes"] or wanted.proposal.get("review")):
            store.close()
            return f"/import/{wanted.id}/preview"
    for _ in range(_TRIES):
        changes = chunks.changes_of(store, wanted) if wanted.proposal["number"] == number else ()
        if store.revision() != wanted.proposal["revision"] or not (changes or wanted.proposal.get("review")):
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
        forgetting.everything_read(store, wanted)
        lasting.remember(store, wanted)
        store.close()
        return done_page(wanted)
    record.update(store, wanted.id, now, moved_on=True)
    store.close()
    return f"/import/{wanted.id}/preview"


def done_page(wanted: Import) -> str:
    """The page of what an import did."""
    return f"/import/{wanted.id}/done"


def _settled(store: Store, wanted: Import, now: datetime, progress: Callable[..., None]) -> Import:
    """The import with the proposal that its decisions make."""
    network = proposals.load(store)
    proposal, content = proposing.make(store, network, wanted, now, progress)
    proposing.keep(store, network, wanted, content, proposal, now)
    return record.get(store, wanted.id)


def _anew(store: Store, wanted: Import, now: datetime, progress: Callable[..., None]) -> tuple[Import, bool]:
    progress(0, 0, "load")
    network = proposals.load(store)
    proposal, content = proposing.make(store, network, wanted, now, progress)
    same = chunks.outcome_digest(proposal) == wanted.proposal["digest"]
    proposing.keep(store, network, wanted, content, proposal, now, moved_on=not same)
    return record.get(store, wanted.id), same


def _write(store: Store, wanted: Import, changes: tuple[Change, ...], now: datetime, who: str) -> None:
    written = lasting.changeset(wanted, changes, now, who)
    applied = {"at": now.isoformat(), "counts": wanted.proposal["counts"], "op": lasting.op_of(wanted)}
    line = lasting.line(wanted, applied, now, who)
    noted = reviews.records(store, wanted.proposal.get("review", ()), "gone", wanted.file, who, now)
    pairs = ((one, two) for one, two in wanted.proposal.get("apart", ()))
    noted += likely.apart_records(store, pairs, who, now)
    while True:
        # Of the cells nothing is kept but what the changes say: there personal details can be erased.
        done = record.changed(store, wanted.id, now, applied=applied, read={}, mapping={}, proposal={})
        try:
            store.commit(written, put=[done, line, *noted])
        except RecordConflict:  # the page that started this notes the job's id at the same moment
            continue
        return
