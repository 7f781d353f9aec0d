"""The project's own workbook among the files that are read: what is found in it, and the proposal it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from graph.analysis.readable import readable
from graph.model.changes import EntryId, Erasure, Revision
from graph.model.fields import Audience
from graph.network import Network
from graph.operations.past import network_at
from graph.store import Store
from importers.lists.mapping import Mapping as Stated
from importers.lists.mapping import signature
from importers.proposal import Proposal
from importers.workbook.decided import Decided, Past
from importers.workbook.filled import Filled, as_json, from_json, keys_of, twice
from importers.workbook.folder import read_folder
from importers.workbook.propose import propose
from importers.workbook.read import read_workbook
from webapp.imports.proof import proves

PART = "workbook"
"""The key of its rows in what is kept of a file."""
_PROBLEMS = 200
_ID = re.compile("[0-9a-f]{16,32}")
"""What this program makes as ids, so that a key says whose it was where a file no longer does."""


def found(content: bytes, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """(what proposals are made of, what pages show) of a workbook. Raises ReadError."""
    return _found(read_workbook(content, name), name)


def in_folder(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """As `found`, of a folder of CSV files that comes with the program. Raises ReadError."""
    return _found(read_folder(path), path.name)


def past_of(store: Store, network: Network, content: Mapping[str, Any]) -> Past:
    """What an export was made of; no network where nothing proves that it was this one. O(changes since)."""
    filled = from_json(content[PART])
    origin, gone = filled.origin, _gone(store, network, filled)
    revision = Revision(origin.revision)
    if origin.made != "export" or not origin.op or not 0 < revision <= network.revision:
        return Past(gone=gone)
    if not proves(store, origin.op, revision, origin.audience, origin.day, origin.ids):
        return Past(gone=gone)
    erased = {field for each in store.feed(revision) if isinstance(each, Erasure) for field in each.fields}
    past = network_at(network, store, revision).seen_by(Audience(origin.audience))
    return Past(network=_written(past, origin.ids, origin.day), gone=gone, erased=frozenset(erased))


def proposed(
    network: Network,
    content: Mapping[str, Any],
    stated: Stated,
    *,
    file: str,
    today: date,
    new_id: Callable[[], str],
    past: Past,
    keep_keys: bool,
    progress: Callable[[int, int, str], None],
) -> Proposal:
    """What taking the workbook in would do."""
    decided = Decided(
        source=stated.source,
        source_name=stated.source_name,
        stated={name: getattr(stated, name) for name in ("licence", "attribution", "received_on")},
        same=stated.same,
        choices=stated.fields,
        keep_keys=keep_keys,
        struck=stated.struck,
    )
    filled = from_json(content[PART])
    more: dict[str, Any] = {"file": file, "today": today, "new_id": new_id, "progress": progress}
    return propose(network, filled, decided=decided, past=past, **more)


def _written(past: Network, ids: Collection[str], day: str) -> Network:
    """What stood in the file: of the entries it names, what its readers could see on the day it was made."""
    entries = (past.entry(EntryId(id)) for id in ids if id in past)
    cut = (replace(e, fields=readable(past, e, day)) if e.kind == "contact" else e for e in entries)
    return Network(cut, revision=past.revision, audience=past.audience)


def _gone(store: Store, network: Network, filled: Filled) -> frozenset[str]:
    """The keys that were entries of this network and are none any more. One look-up for each key unknown here."""
    ours = filled.origin.ids | {key for key in keys_of(filled) if filled.origin.made == "export" or _ID.fullmatch(key)}
    return frozenset(key for key in ours if key not in network and store.history(EntryId(key), None, 1))


def _found(filled: Filled, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    sheets = [[each.name, each.kind, len(each.rows)] for each in filled.sheets if each.rows]
    shown = {
        "format": PART,
        "made": filled.origin.made,
        "rows": sum(count for _, _, count in sheets),
        "kinds": sheets,
        "signature": signature((PART, name)),
        "problems": _problems(filled)[:_PROBLEMS],
    }
    return {PART: as_json(filled)}, shown


def _problems(filled: Filled) -> list[Any]:
    """[code, params, row, column] of what is odd about the file, before any row is compared."""
    told: list[Any] = [[p.code, dict(p.params), p.row, p.column] for p in filled.problems]
    for sheet in filled.sheets:
        unknown = [h for h, c in zip(sheet.headings, sheet.columns, strict=True) if c is None and h]
        told += [["workbook.unknown_column", {"column": f"{sheet.name}: {h}"}, None, None] for h in unknown]
        told += [["workbook.column_twice", {"sheet": sheet.name, "column": h}, None, None] for h in twice(sheet)]
    return told
