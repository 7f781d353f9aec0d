"""Whose number is to be dialled, and when somebody answers it on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from graph.analysis.readable import readable
from graph.model.changes import Entry, EntryId, Fields
from graph.model.values.holiday_names import holiday_name
from graph.model.values.holidays import holiday
from graph.model.values.hours_day import Span, hours_on, next_day
from graph.model.values.hours_open import is_open, names_holidays
from graph.network import Network

State = Literal["now", "later", "over", "closed", "unknown"]
"""now: open at this minute; later: still to come today; over: was open today; closed: not today; unknown: not known."""

_AHEAD = 21
"""Days looked at for the next time: three weeks get over Christmas."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A number and its hours. `entry` is whose number it is; `hours` an OSM expression, "" where none is known."""

    entry: EntryId
    phones: tuple[str, ...]
    hours: str = ""
    on_phone: bool = False
    """Whether the hours are those of the telephone."""
    wording: bool = False
    """Whether the wording says more than the hours that could be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """What the hours say of one day. `holiday` is (German, English); `next` the next certain day with its times."""

    state: State
    spans: tuple[Span, ...] = ()
    remark: str = ""
    holiday: tuple[str, str] | None = None
    next: tuple[date, tuple[Span, ...]] | None = None


def line(network: Network, entries: Iterable[Entry], today: str) -> Line | None:
    """The first of these entries that has a number, with the hours it states or those of the ones after it."""
    chain = [(each.id, readable(network, each, today) if each.kind == "contact" else each.fields) for each in entries]
    for at, (id, fields) in enumerate(chain):
        phones = fields.get("phones") or fields.get("mobiles")
        if phones:
            return _with_hours(id, tuple(phones), [stated for _, stated in chain[at:]])
    return None


def with_parents(network: Network, actor: Entry) -> list[Entry]:
    """An actor and what it is a part of, nearest first; a ring ends where it began."""
    found = [actor]
    while (parent := network.find(found[-1].fields.get("parent", ""))) is not None and parent not in found:
        found.append(parent)
    return found


def on_day(hours: str, day: date, minute: datetime | None, land: str | None) -> Day:
    """What the hours say of a day; with `minute`, local time of that day, also whether somebody is there now.

    A public holiday of the Land is closed unless the hours speak of holidays themselves.
    """
    if not hours:
        return Day(state="unknown", holiday=holiday_name(day, land))
    following = next_day(hours, day, land, within=_AHEAD)
    after = (following[0], following[1].spans) if following else None
    found = hours_on(hours, day, land)
    feast = None if names_holidays(hours) or hours.startswith("24/7") else holiday_name(day, land)
    if feast:
        would = bool(found.spans)
        return Day(state="closed" if holiday(day, land) or not would else "unknown", holiday=feast, next=after)
    if not found.certain:
        return Day(state="unknown", spans=found.spans, remark=found.remark, next=after)
    if not found.spans:
        return Day(state="closed", next=after)
    return Day(state=_at(hours, found.spans, minute, land), spans=found.spans, next=after)


def _with_hours(id: EntryId, phones: tuple[str, ...], chain: Iterable[Fields]) -> Line:
    for stated in chain:
        for name in ("phone_hours", "hours"):
            if stated.get(name):
                on_phone, wording = name == "phone_hours", bool(stated.get(f"{name}_text"))
                return Line(entry=id, phones=phones, hours=stated[name], on_phone=on_phone, wording=wording)
    return Line(entry=id, phones=phones)


def _at(hours: str, spans: tuple[Span, ...], minute: datetime | None, land: str | None) -> State:
    if minute is None:
        return "later"
    if is_open(hours, minute, land).state == "open":
        return "now"
    return "later" if any(start > minute.time() for start, _ in spans) else "over"
