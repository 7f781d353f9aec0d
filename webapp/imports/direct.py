"""An import in one go, without pages between its steps: for the command line and the demo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from graph.model.changes import Revision
from graph.model.errors import Conflict, Dangling
from graph.network import Network
from graph.store import Store
from importers.proposal import Proposal
from webapp.imports import lasting, proposals, read_file
from webapp.imports.read_file import Found
from webapp.imports.record import Import
from webapp.texts import ZONE

_TRIES = 5
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Direct:
    """An import with its proposal, ready to be written."""

    wanted: Import
    content: Mapping[str, Any]
    proposal: Proposal


def prepare(
    store: Store, id: str, file: str, found: Found, stated: Mapping[str, Any], now: datetime,
    progress: Progress = lambda done, total, step: None, options: Mapping[str, Any] | None = None,
) -> Direct:  # fmt: skip
    """What taking a file in would do. `stated` overrides what is guessed and remembered. Raises KnotenpunktError.

    `options`: of a workbook "keep_keys", so that the keys of its rows become the entries' ids.
    """
    today = now.astimezone(ZONE).date()
    saved = lasting.recalled(store, found.shown["signature"])
    more = dict(stated)
    counties = {**(saved[1] if saved else {}), **more.pop("county_names", {})}
    mapping = {**read_file.first_mapping(found.shown, file), **(saved[0] if saved else {}), **more}
    network = proposals.load(store)
    if "source_name" in stated:
        mapping["source"] = _source_called(network, stated["source_name"])
    wanted = Import(
        id=id, owner="", file=file, at=now.isoformat(), what=found.what, read=found.shown, mapping=mapping,
        county_names=counties, options=dict(options or {}),
    )  # fmt: skip
    proposal = proposals.make(network, wanted, found.content, today, progress, store)
    return Direct(wanted=wanted, content=found.content, proposal=proposal)


def write(store: Store, made: Direct, now: datetime, who: str = "") -> Revision:
    """Write it as one ChangeSet, made anew while others write. Raises Conflict when that never ends."""
    today = now.astimezone(ZONE).date()
    for attempt in range(_TRIES):
        counts = made.proposal.counts()
        applied = {"at": now.isoformat(), "counts": counts, "op": lasting.op_of(made.wanted)}
        changes = lasting.changeset(made.wanted, made.proposal.changes, now, who)
        try:
            revision = store.commit(changes, put=[lasting.line(made.wanted, applied, now, who)])
        except (Conflict, Dangling):
            if attempt == _TRIES - 1:
                raise
            proposal = proposals.make(proposals.load(store), made.wanted, made.content, today, store=store)
            made = replace(made, proposal=proposal)
        else:
            source = next((c.id for c in made.proposal.changes if c.kind == "source"), "")
            lasting.remember(store, replace(made.wanted, proposal={"source": source}))
            return revision
    raise AssertionError("unreachable")


def _source_called(network: Network, name: str) -> str:
    return next((id for id, s in network.of_kind("source").items() if s.fields["name"] == name), "")
