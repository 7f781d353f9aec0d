"""Somebody is away until a day: entered quickly, and over by itself when the day is past."""

from __future__ import annotations

from datetime import date, datetime

from graph.model.changes import Change, ChangeSet, Entry, OpId, Why
from graph.model.errors import Fault, Invalid
from graph.network import Network
from graph.operations import edit


def absent(network: Network, contact: Entry, until: str, deputy: str, today: date) -> Change | None:
    """The change that says until when a contact is away and who stands in; both may be "" for nobody and never.

    None when that is what stands. Raises Invalid, also for a day that is over.
    """
    change = edit.change(network, contact, {"absent_until": until, "deputy": deputy})
    stated = (change.after or {}).get("absent_until") if change else None
    if stated and stated < today.isoformat()[: len(stated)]:
        raise Invalid([Fault(field="absent_until", code="check.absence_past", params={})], contact.id)
    return change


def changeset(op: OpId, who: str, at: datetime, change: Change) -> ChangeSet:
    """The ChangeSet of an absence."""
    return ChangeSet(op=op, who=who, at=at, why=Why(code="why.absent"), source="form", changes=(change,))
