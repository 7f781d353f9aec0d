"""Which services end soon: a proposal that builds on one says so, and of two as good the one that lasts is proposed."""

from __future__ import annotations

from datetime import date, timedelta

from graph.model.changes import Entry, EntryId
from graph.network import Network

SOON = timedelta(days=365)


def ends_soon(service: Entry, on: date) -> str:
    """The day (ISO) within a year on which funding or legal basis of a service ends, the earlier of both; "" if none.

    >>> from graph.model.changes import Kind
    >>> course = Entry(kind=Kind("service"), id=EntryId("s"), fields={"funded_until": "2027-03-31"})
    >>> ends_soon(course, date(2026, 11, 23)), ends_soon(course, date(2026, 3, 30))
    ('2027-03-31', '')
    """
    days = [service.fields[field] for field in ("funded_until", "legal_to") if service.fields.get(field)]
    return min((day for day in days if on.isoformat() <= day <= (on + SOON).isoformat()), default="")


def short_lived(network: Network, on: date) -> frozenset[EntryId]:
    """The services that end within a year. O(services)."""
    return frozenset(id for id, service in network.of_kind("service").items() if ends_soon(service, on))
