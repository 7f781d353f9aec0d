"""Making the preview of an import."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from graph.connect import open_store
from graph.model.errors import KnotenpunktError
from graph.network import Network
from graph.store import Store
from importers.proposal import Proposal
from webapp.imports import chunks, forgetting, proposals, read_file, record
from webapp.imports.record import Import
from webapp.texts import ZONE

Progress = Callable[..., None]


def propose(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> str:
    """Make the proposal of an import and keep it in pages; the page that shows it."""
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    wanted = record.get(store, arguments["import"])
    progress(0, 0, "load")
    network = proposals.load(store)
    proposal, content = make(store, network, wanted, now, progress)
    progress(1, 1, "keep")
    keep(store, network, wanted, content, proposal, now)
    store.close()
    return f"/import/{wanted.id}/preview"


def make(
    store: Store, network: Network, wanted: Import, now: datetime, progress: Progress
) -> tuple[Proposal, Mapping[str, Any]]:
    """The proposal, and the content it was made of."""
    kept = store.get(record.CONTENT, wanted.id)
    if kept is None:
        raise KnotenpunktError("job.import_gone")
    today = now.astimezone(ZONE).date()
    return proposals.make(network, wanted, kept.body, today, progress, store, ask_rows=True), kept.body


def keep(
    store: Store, network: Network, wanted: Import, content: Mapping[str, Any], proposal: Proposal, now: datetime,
    moved_on: bool = False,
) -> None:  # fmt: skip
    """Write the proposal and make it the import's present one."""
    number = secrets.token_hex(4)
    sheet = read_file.sheet_of(content) if "table" in content else None
    store.commit(None, put=chunks.records(proposal, network, sheet, wanted, number, now))
    summary = chunks.summary(proposal, network, number)
    before = record.get(store, wanted.id)
    record.update(store, wanted.id, now, proposal=summary, moved_on=moved_on)
    forgetting.preview(store, before)
