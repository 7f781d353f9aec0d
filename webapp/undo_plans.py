"""What taking back a change of thousands would mean, worked out by a job and kept for the page that asks."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from graph.model.canonical import canonical, digest
from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.operations.undo import Undo
from graph.store import Store

KIND = "undo-plan"
BIG = 3000
"""A change of more entries is planned and taken back by a job."""
_KEPT = timedelta(hours=24)
_SHOWN = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoPlan:
    """Counts and ids, no values: what is erased meanwhile must not live on here."""

    revision: int
    """Of the network it was made of."""
    shown: str
    """The mark of the plan."""
    counts: Mapping[str, list[int]] = field(default_factory=dict)
    """Kind → so many that come back, change, go."""
    kept: list[list[str]] = field(default_factory=list)
    """The first of what stays: kind, id, field or ""."""
    kept_more: int = 0


def mark(planned: Undo) -> str:
    """Tells whether a plan is the one that was shown."""
    return digest(canonical([[c.id, c.before, c.after] for c in planned.changes]))[:16]


def made_of(planned: Undo, revision: int) -> UndoPlan:
    """What to keep of a plan."""
    counts: dict[str, list[int]] = {}
    for change in planned.changes:
        at = 0 if change.before is None else 2 if change.after is None else 1
        counts.setdefault(change.kind, [0, 0, 0])[at] += 1
    return UndoPlan(
        revision=revision,
        shown=mark(planned),
        counts=counts,
        kept=[[clash.kind, clash.id, clash.field or ""] for clash in planned.kept[:_SHOWN]],
        kept_more=max(0, len(planned.kept) - _SHOWN),
    )


def keep(store: Store, of: int, plan: UndoPlan, now: datetime) -> None:
    """Keep the plan of taking back a revision."""
    old = store.get(KIND, str(of))
    made = Record(kind=KIND, id=str(of), body=asdict(plan), version=old.version if old else 0, expires=now + _KEPT)
    with contextlib.suppress(RecordConflict):  # two asked at the same moment
        store.commit(None, put=[made])


def find(store: Store, of: int) -> UndoPlan | None:
    """The plan of taking back a revision, if one was made."""
    record = store.get(KIND, str(of))
    return UndoPlan(**record.body) if record else None
