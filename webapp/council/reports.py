"""Reports: the council's page as it was on a day, with a number. What is frozen never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from graph.model.changes import Record
from graph.store import Store
from webapp import handed
from webapp.council import snapshots
from webapp.council.snapshots import Kept

KIND, BODY_KIND = "report", "report-body"
LINK: Final = "report-link"
DAYS: Final = (30, 90, 365)
_MOST = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What the list shows. `id` is for addresses ("2026-3"), `number` for people ("3/2026")."""

    id: str
    number: str
    day: date
    moment: datetime
    frozen: datetime
    revision: int
    op: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link to a report that was handed out. `id` ends it, but does not open it."""

    id: str
    owner: str
    expires: datetime


Page = Mapping[str, Any]
"""The page in one language, as JSON keeps it: every sentence, table and drawing."""


def listed(store: Store, key: str) -> list[Report]:
    """All reports of a key of figures, the newest first."""
    return sorted(map(_report, store.find(KIND, owner=key, limit=_MOST)), key=lambda r: r.frozen, reverse=True)


def find(store: Store, key: str, id: str) -> Report | None:
    """The report of this id."""
    record = store.get(KIND, f"{key}/{id}")
    return _report(record) if record else None


def page_of(store: Store, key: str, id: str, lang: str) -> Page:
    """What a report says in a language."""
    record = store.get(BODY_KIND, f"{key}/{id}")
    assert record is not None  # both are written together and never taken away
    page: Page = record.body[lang]
    return page


def next_number(known: Sequence[Report], year: int) -> int:
    """Numbers begin anew each year."""
    return 1 + max((int(r.id.split("-")[1]) for r in known if r.id.startswith(f"{year}-")), default=0)


def freeze(store: Store, key: str, report: Report, pages: Mapping[str, Page], kept: Kept) -> None:
    """Keep a report for good, with its Snapshot. Raises RecordConflict when its number was taken at that moment."""
    head = {
        "number": report.number,
        "day": report.day.isoformat(),
        "moment": report.moment.isoformat(),
        "frozen": report.frozen.isoformat(),
        "revision": report.revision,
        "op": report.op,
    }
    id = f"{key}/{report.id}"
    records = [
        Record(kind=KIND, id=id, owner=key, body=head),
        Record(kind=BODY_KIND, id=id, owner=key, body=dict(pages)),
        snapshots.record_of(key, f"report-{report.id}", kept),
    ]
    store.commit(None, put=records)


def hand_out(store: Store, key: str, id: str, days: int, owner: str, now: datetime) -> str:
    """The token of a new link to a report, told this once."""
    return handed.make(store, LINK, {"key": key, "report": id}, owner, now, timedelta(days=days))


def behind(store: Store, token: str, now: datetime) -> tuple[str, Report] | None:
    """(key, report) behind a token while it is valid."""
    record = handed.find(store, LINK, token, now)
    report = find(store, record.body["key"], record.body["report"]) if record else None
    return (record.body["key"], report) if record and report else None


def links(store: Store, key: str, id: str, now: datetime) -> list[Link]:
    """The links to a report that still open."""
    return [_link(r) for r in handed.listed(store, LINK, now) if (r.body["key"], r.body["report"]) == (key, id)]


def withdraw(store: Store, id: str) -> None:
    """End a link."""
    handed.withdraw(store, LINK, id)


def _report(record: Record) -> Report:
    body = record.body
    return Report(
        id=record.id.rpartition("/")[2],
        number=body["number"],
        day=date.fromisoformat(body["day"]),
        moment=datetime.fromisoformat(body["moment"]),
        frozen=datetime.fromisoformat(body["frozen"]),
        revision=body["revision"],
        op=body["op"],
    )


def _link(record: Record) -> Link:
    assert record.expires is not None
    return Link(id=record.id, owner=record.owner, expires=record.expires)
