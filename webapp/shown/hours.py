"""Opening and telephone hours: as tables, and as what they are today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from graph.model.changes import Fields
from graph.model.values.holidays import holiday
from graph.model.values.hours_day import DayHours, Span, hours_on, next_day
from graph.model.values.hours_open import is_open
from graph.model.values.hours_show import show_hours
from webapp.texts import Translate, german, translator

DAYS = {"de": "Mo Di Mi Do Fr Sa So".split(), "en": "Mon Tue Wed Thu Fri Sat Sun".split()}


class Table(NamedTuple):
    """Rows of (days, times), and the text as published where it could not be read wholly."""

    title: str
    rows: tuple[tuple[str, str], ...]
    text: str


class Now(NamedTuple):
    """What one kind of hours says at this minute. `state`: open, closed, unknown."""

    title: str
    state: str
    text: str


def tables(fields: Fields, lang: str) -> list[Table]:
    """Telephone hours before opening hours."""
    return [
        Table(title, show_hours(fields.get(name, ""), lang), fields.get(f"{name}_text", ""))
        for name, title in _stated(fields, translator(lang))
    ]


def hours_line(fields: Fields, name: str, lang: str) -> str:
    """Hours in one line: as published where that says more than was read."""
    text = str(fields.get(f"{name}_text", ""))
    if text:
        return " ".join(text.split())
    return "; ".join(f"{days} {times}".strip() for days, times in show_hours(fields.get(name, ""), lang))


def today(fields: Fields, day: date, land: str | None, lang: str) -> list[tuple[str, str]]:
    """(title, today's times) for a card."""
    _ = translator(lang)
    said = [
        (title, _minding(fields, name, _day_text(hours_on(fields[name], day, land), day, land, _, lang), _))
        for name, title in _stated(fields, _)
        if fields.get(name)
    ]
    if not said and fields.get("by_appointment"):
        return [(_("Termin"), _("nach Vereinbarung"))]
    return said


def now(fields: Fields, at: datetime, land: str | None, lang: str) -> list[Now]:
    """Whether anyone answers or opens at this minute of local time, and else when next."""
    _ = translator(lang)
    found = []
    for name, title in _stated(fields, _):
        if fields.get(name):
            state, text = _now(fields[name], at, land, lang)
            if state == "open" and fields.get(f"{name}_text"):
                state = "unknown"
            found.append(Now(title, state, _minding(fields, name, text, _)))
    return found


def _stated(fields: Fields, _: Translate) -> Iterator[tuple[str, str]]:
    for name, title in (("phone_hours", _("Telefonzeiten")), ("hours", _("Öffnungszeiten"))):
        if fields.get(name) or fields.get(f"{name}_text"):
            yield name, title


def _minding(fields: Fields, name: str, text: str, _: Translate) -> str:
    """What was read of hours whose wording says more than that."""
    return _("{text} (Wortlaut beachten)", text=text) if fields.get(f"{name}_text") else text


def _now(osm: str, at: datetime, land: str | None, lang: str) -> tuple[str, str]:
    """(state, text) that fits a telephone as well as a door."""
    _ = translator(lang)
    state, until = is_open(osm, at, land)
    hours = hours_on(osm, at.date(), land)
    if state == "open":
        ends_today = until is not None and until.date() == at.date()
        return state, _("jetzt, bis {end}", end=clock(until.time(), lang)) if until and ends_today else _("jetzt")
    if not hours.certain:
        return "unknown", _day_text(hours, at.date(), land, _, lang)
    later = tuple(span for span in hours.spans if span[0] > at.time())
    if later:
        times = spans_text(later, lang)
        return state, _("heute {times}", times=times) if later == hours.spans else _(
            "heute wieder {times}", times=times
        )
    following = next_day(osm, at.date(), land)
    if following is None:
        return state, _("heute nicht")
    day, found = following
    return state, _("jetzt nicht, wieder {when}", when=f"{DAYS[lang][day.weekday()]} {spans_text(found.spans, lang)}")


def _day_text(hours: DayHours, day: date, land: str | None, _: Translate, lang: str) -> str:
    if not hours.certain and hours.remark:
        return german(hours.remark, lang)
    if not hours.certain:
        return (
            _("heute Feiertag, bitte vorher fragen")
            if holiday(day, land)
            else _("heute nicht sicher, bitte vorher fragen")
        )
    if not hours.spans:
        return _("heute geschlossen")
    return _("heute {times}", times=spans_text(hours.spans, lang))


def spans_text(spans: tuple[Span, ...], lang: str) -> str:
    """Times of one day: "9–12, 13–16 Uhr"."""
    text = ", ".join(f"{_plain(start, lang)}–{_plain(end, lang) if end != time() else '24'}" for start, end in spans)
    return f"{text} Uhr" if lang == "de" else text


def clock(moment: time, lang: str) -> str:
    """A time of day: "9 Uhr", "9:30 Uhr"."""
    return f"{_plain(moment, lang)} Uhr" if lang == "de" else _plain(moment, lang)


def _plain(moment: time, lang: str) -> str:
    return str(moment.hour) if lang == "de" and not moment.minute else f"{moment.hour}:{moment.minute:02}"
