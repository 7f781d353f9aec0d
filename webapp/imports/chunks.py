"""A proposal in pieces of a page each, so that showing one page reads one Record, however long the list is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Change, Record
from graph.model.fields import Type
from graph.model.schema import kind
from graph.model.uniting import LISTS as LISTED
from graph.network import Network
from graph.store import Store
from importers.files.table import Sheet
from importers.proposal import OUTCOMES, Proposal, RowReport
from webapp.imports.record import CHANGES, KEPT, ROWS, Import

PAGE = 50
REMARKED, CONFLICT, GONE = "remarked", "conflict", "gone"
LISTS = (*OUTCOMES, REMARKED, CONFLICT, GONE)
"""Rows by outcome and with remarks; entries of which the list says something else; entries it no longer names."""
_HIDDEN = frozenset({Type.OUTLINE, Type.ORIGIN})
_UNCLEAR = 60


def records(
    proposal: Proposal, network: Network, sheet: Sheet | None, wanted: Import, number: str, now: datetime
) -> list[Record]:
    """The Records of a proposal: its changes, and its rows by outcome in pages."""
    made = [_record(CHANGES, changes_id(wanted.id, number), wanted, _changes(proposal), now)]
    cells = {row.number: row.cells for row in sheet.rows} if sheet else {}
    headings = sheet.headings if sheet else ()
    in_sheets = any(row.sheet for row in proposal.rows)
    about = {c.id: [c] for c in proposal.changes} if in_sheets else _by_actor(proposal.changes, network)

    def add(name: str, found: Sequence[Any], shown: Callable[[Any], Any]) -> None:
        for page, items in enumerate(_pages(found)):
            body = {"rows": [shown(each) for each in items]}
            made.append(_record(ROWS, rows_id(wanted.id, number, name, page), wanted, body, now))

    for name in (*OUTCOMES, REMARKED):
        add(name, _in_list(proposal, name), lambda row: _row(row, headings, cells.get(row.number, ()), about))
    add(CONFLICT, conflicts(proposal), lambda each: each)
    add(GONE, proposal.gone, lambda id: {"id": id})
    return made


def conflicts(proposal: Proposal) -> list[dict[str, Any]]:
    """The stored entries of which the list says something else in a field with one value: id, kind, said, rows."""
    found: dict[str, dict[str, Any]] = {}
    changes = {change.id: change for change in proposal.changes}
    for row in proposal.rows:
        for each in row.differs:
            if not any(asks(each.kind, name) for name in each.said):
                continue
            places = [changes[id] for id in each.said.get("places", ()) if id in changes]
            one = found.setdefault(each.id, {"id": each.id, "kind": each.kind, "said": dict(each.said), "rows": []})
            one["rows"].append(row.number)
            one["changes"] = [_shown(place) for place in places if place.before is None]
    return list(found.values())


def asks(name: str, field: str) -> bool:
    """Whether a person is asked about a field of which both say something: lists are put together unasked.

    Of an address they are asked: two stand only where there are two.
    """
    return field == "places" or kind(name).field(field).type not in LISTED


def summary(proposal: Proposal, network: Network, number: str) -> dict[str, Any]:
    """What pages say of the whole."""
    new = [c for c in proposal.changes if c.before is None]
    return {
        "number": number,
        "revision": proposal.revision,
        "counts": {
            **proposal.counts(),
            REMARKED: len(_in_list(proposal, REMARKED)),
            CONFLICT: len(conflicts(proposal)),
            GONE: len(proposal.gone),
        },
        "sure": sum(row.outcome == "duplicate" and row.likes[0].level == "sure" for row in proposal.rows if row.likes),
        "ticked": sum(ticked(row.likes[0].level) for row in proposal.rows if row.outcome == "duplicate" and row.likes),
        "review": list(proposal.review),
        "apart": [[row.entry, id] for row in proposal.rows for id in row.apart if row.entry],
        "total": len(proposal.rows),
        "changes": len(proposal.changes),
        "created": {name: sum(c.kind == name for c in new) for name in dict.fromkeys(c.kind for c in new)},
        "touched": sum(c.before is not None and c.after is not None for c in proposal.changes),
        "persons": proposal.persons,
        "persons_seen": proposal.persons_seen,
        "persons_left_out": proposal.persons_left_out,
        "missing": proposal.missing,
        "unclear": _unclear(proposal),
        "unclear_count": len(proposal.unclear),
        "source": next((c.id for c in proposal.changes if c.kind == "source"), ""),
        "digest": outcome_digest(proposal),
    }


def ticked(level: str) -> bool:
    """Whether a pair of this level is taken as one unless a person says otherwise."""
    return level in ("sure", "likely")


def outcome_digest(proposal: Proposal) -> str:
    """What was shown of the rows: the same when a proposal made anew does the same."""
    gone = [c.id for c in proposal.changes if c.after is None]
    return digest(canonical([[[r.number, r.outcome, r.like] for r in proposal.rows], gone]))


def changes_of(store: Store, wanted: Import) -> tuple[Change, ...]:
    """The changes of an import's present proposal."""
    found = store.get(CHANGES, changes_id(wanted.id, wanted.proposal["number"]))
    if found is None:
        return ()
    return tuple(Change(kind=k, id=i, before=b, after=a) for k, i, b, a in found.body["changes"])


def rows_of(store: Store, wanted: Import, name: str, page: int) -> list[dict[str, Any]]:
    """One page of the rows of an outcome, from 0."""
    found = store.get(ROWS, rows_id(wanted.id, wanted.proposal["number"], name, page))
    return list(found.body["rows"]) if found else []


def all_rows(store: Store, wanted: Import, name: str) -> Iterator[dict[str, Any]]:
    """Every row of an outcome."""
    page = 0
    while rows := rows_of(store, wanted, name, page):
        yield from rows
        page += 1


def changes_id(id: str, number: str) -> str:
    """The id of the Record with a proposal's changes."""
    return f"{id}.{number}"


def rows_id(id: str, number: str, name: str, page: int) -> str:
    """The id of the Record with a page of rows."""
    return f"{id}.{number}.{name}.{page:05d}"


def _record(of: str, id: str, wanted: Import, body: Mapping[str, Any], now: datetime) -> Record:
    return Record(kind=of, id=id, owner=wanted.owner, body=body, expires=now + KEPT)


def _changes(proposal: Proposal) -> dict[str, Any]:
    return {"changes": [[c.kind, c.id, c.before, c.after] for c in proposal.changes]}


def _unclear(proposal: Proposal) -> list[list[Any]]:
    """Address, rows, candidates, whether outside, and whom it is about: a street alone tells nobody where it is."""
    names = {row.number: row.name for row in proposal.rows}
    return [
        [u.address, list(u.rows), list(u.candidates), u.outside, list(dict.fromkeys(names[row] for row in u.rows[:3]))]
        for u in proposal.unclear[:_UNCLEAR]
    ]


def _in_list(proposal: Proposal, name: str) -> Sequence[RowReport]:
    if name == REMARKED:
        return [row for row in proposal.rows if row.remarks]
    return [row for row in proposal.rows if row.outcome == name]


def _pages(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (rows[start : start + PAGE] for start in range(0, len(rows), PAGE))


def _by_actor(changes: Sequence[Change], network: Network) -> dict[str, list[Change]]:
    """The changes that belong to a row's entry: its own, those of its services and contacts, its places."""
    by_id = {change.id: change for change in changes}
    found: dict[str, list[Change]] = {}
    for change in changes:
        after = change.after or {}
        found.setdefault(after.get("provider") or after.get("actor") or change.id, []).append(change)
        for place in after.get("places") or ():
            if place in by_id and by_id[place] not in found[change.id]:
                found[change.id].append(by_id[place])
        if change.kind == "place" and change.before is not None:
            for actor, _ in network.into(change.id):
                found.setdefault(actor, []).append(change)
    return found


def _row(
    row: RowReport, headings: Sequence[str], cells: Sequence[str], about: Mapping[str, list[Change]]
) -> dict[str, Any]:
    return {
        "number": row.number,
        "key": row.key,
        "name": row.name,
        "outcome": row.outcome,
        "entry": row.entry,
        "like": row.like,
        "like_name": row.like_name,
        "likes": [[each.id, each.name, each.score, each.level, list(each.why)] for each in row.likes],
        "said": {name: dict(fields) for name, fields in row.said.items()},
        "beside": dict(row.beside),
        "remarks": [[m.column, m.code, dict(m.params)] for m in row.remarks],
        "sheet": row.sheet,
        "cells": list(row.cells) or [[heading, text] for heading, text in zip(headings, cells, strict=False) if text],
        "changes": [_shown(change) for change in about.get(row.entry, ())],
    }


def _shown(change: Change) -> list[Any]:
    before, after = change.before or {}, change.after or {}
    known = {f.name: f.type for f in kind(change.kind).fields}
    names = [n for n in known if n in {*before, *after} and known[n] not in _HIDDEN]
    return [change.kind, change.id, change.before is None, [[n, before.get(n), after.get(n)] for n in names]]
