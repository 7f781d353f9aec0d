"""The table of travel times a county imported: a setting, kept in pieces beside the assumptions that name it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from graph.model.changes import Record
from graph.store import Store
from importers.travel.propose import Times, as_json, from_json

PIECE_KIND, DRAFT_KIND = "travel-times", "travel-draft"
PIECE_ROWS = 5_000
"""Rows of one Record."""
KEPT = timedelta(hours=24)
"""So long a table waits to be taken over."""
SHOWN_WRONG = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What stands behind a table: where it is from, the day its times are of, how much it says of which means."""

    number: str
    source: str
    day: str
    rows: int
    means: tuple[str, ...]
    pieces: int

    @property
    def body(self) -> dict[str, Any]:
        """As it is kept with the assumptions."""
        return asdict(self) | {"means": list(self.means)}


def head_of(body: Mapping[str, Any]) -> Head:
    """The inverse of `Head.body`."""
    return Head(**{**body, "means": tuple(body["means"])})


def minutes_of(store: Store, head: Head) -> dict[tuple[str, str, str], float] | None:
    """The table itself, as `Travel` takes it; None where it was removed meanwhile."""
    pieces = pieces_of(store, head)
    if len(pieces) < head.pieces:
        return None
    return from_json(row for piece in pieces for row in json.loads(piece.body["rows"]))


def draft(id: str, owner: str, source: str, day: str, file: str, times: Times, now: datetime) -> list[Record]:
    """A table that was read and waits for somebody's yes: its head with what is wrong, and its pieces."""
    rows = as_json(times)
    cut = [rows[n : n + PIECE_ROWS] for n in range(0, len(rows), PIECE_ROWS)]
    head = Head(number=id, source=source, day=day, rows=times.rows, means=times.means, pieces=len(cut))
    body = {
        "file": file,
        "head": head.body,
        "parts": times.parts,
        "wrong": [[w.row, w.column, w.code, dict(w.params)] for w in times.wrong[:SHOWN_WRONG]],
        "wrong_rows": len(times.wrong),
    }
    until = now + KEPT
    return [
        Record(kind=DRAFT_KIND, id=id, owner=owner, body=body, expires=until),
        *(
            Record(kind=PIECE_KIND, id=_id(id, n), owner=id, body={"rows": _text(some)}, expires=until)
            for n, some in enumerate(cut)
        ),
    ]


def kept(store: Store, head: Head) -> list[Record]:
    """The pieces of a draft as they stay for good, ready to be written."""
    return [replace(piece, expires=None) for piece in pieces_of(store, head)]


def pieces_of(store: Store, head: Head) -> list[Record]:
    """The pieces of a table that are there."""
    found = (store.get(PIECE_KIND, _id(head.number, n)) for n in range(head.pieces))
    return [piece for piece in found if piece is not None]


def _text(rows: Sequence[Sequence[object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _id(number: str, n: int) -> str:
    return f"{number}/{n}"
