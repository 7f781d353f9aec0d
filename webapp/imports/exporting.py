"""Finished workbooks while they wait to be fetched: Records of an hour, one for each job."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.model.changes import Record
from graph.store import Store

KIND = "export"
KEPT = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A finished file; `owner` is the account that asked for it, and no other gets it."""

    owner: str
    file: str
    content: bytes


def file_name(today: date) -> str:
    """What the workbook of the whole network is called."""
    return f"Knotenpunkt-Netzwerk {today.isoformat()}.xlsx"


def keep(store: Store, id: str, made: Exported, now: datetime) -> None:
    """Keep a file for an hour, in place of one that the same job made before it was cut off."""
    old = store.get(KIND, id)
    body = {"file": made.file, "content": base64.b85encode(made.content).decode("ascii")}
    version = old.version if old else 0
    store.commit(None, put=[Record(kind=KIND, id=id, owner=made.owner, body=body, version=version, expires=now + KEPT)])


def find(store: Store, id: str, owner: str, now: datetime) -> Exported | None:
    """The file of a job, None for another account's, or past its hour."""
    record = store.get(KIND, id)
    if record is None or record.owner != owner or (record.expires and record.expires <= now):
        return None
    content = base64.b85decode(record.body["content"])
    return Exported(owner=record.owner, file=record.body["file"], content=content)
