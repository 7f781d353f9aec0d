"""Snapshots (Stände): key figures with their day, one a month and one with each report. They are kept for good.

They are Records that never expire, not entries: nobody edits them, and they are no part of what the network says. So a
backup holds them, and neither undo nor a past state takes them away. All of them rest on what everyone may see.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.analysis.finding import rounded
from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.store import Store

KIND = "snapshot"
_MOST = 1000
_PEOPLE = frozenset({"need", "reached"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """Key figures of a day and revision; `report`: the number of the report it was taken with, else ""."""

    day: date
    revision: int
    values: Mapping[str, float | None]
    report: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        values = {k: rounded(v) if k in _PEOPLE and v is not None else v for k, v in self.values.items()}
        need, reached = values.get("need"), values.get("reached")
        if need is not None and reached is not None:
            values["reached"] = min(need, reached)  # fractions add up to a little more at times
        return {"day": self.day.isoformat(), "revision": self.revision, "values": values, "report": self.report}


def again(data: Mapping[str, Any]) -> Kept:
    """The inverse of `plain`."""
    return Kept(**{**data, "day": date.fromisoformat(data["day"])})


def listed(store: Store, key: str) -> list[Kept]:
    """All of a key of figures, oldest first."""
    found = [again(record.body) for record in store.find(KIND, owner=key, limit=_MOST)]
    return sorted(found, key=lambda kept: (kept.day, kept.revision))


def record_of(key: str, name: str, kept: Kept) -> Record:
    """A new Snapshot as it is stored."""
    return Record(kind=KIND, id=f"{key}/{name}", owner=key, body=kept.plain)


def monthly(store: Store, key: str, kept: Kept) -> None:
    """Keep one of this month, where there is none yet."""
    name = f"{kept.day:%Y-%m}"
    if store.get(KIND, f"{key}/{name}") is None:
        with contextlib.suppress(RecordConflict):  # another process was faster
            store.commit(None, put=[record_of(key, name, kept)])


def before(snapshots: Sequence[Kept]) -> Kept | None:
    """What the present is compared with: the last report, else the oldest Snapshot."""
    reports = [kept for kept in snapshots if kept.report]
    return reports[-1] if reports else next(iter(snapshots), None)
