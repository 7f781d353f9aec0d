"""Who is there for something on a day, in words: the number, the hours of that day, who stands in for whom."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from graph.analysis.readable import readable
from graph.analysis.responsibility.dialling import Day, Line
from graph.analysis.responsibility.on_duty import OnDuty, on_duty
from graph.model.values.hours_day import Span
from graph.model.values.phone import show_phone
from graph.network import Network, name_of
from webapp.shown.hours import DAYS, clock, spans_text
from webapp.shown.reach import Link
from webapp.texts import Translate, day, german, label, translator

_A_WEEK = timedelta(days=7)


class Reached(NamedTuple):
    """Who to call on a day."""

    id: str
    """The contact who is there, "" where it is the organisation itself."""
    function: str
    person: str
    phones: list[Link]
    whose: str
    """Whose number it is where it is not that of who is there."""
    state: str
    """now, later, over, closed, unknown."""
    when_title: str
    when: str
    standing: list[str]
    """Who is absent until when, and who stands in."""
    stands_in: bool


def reached(
    network: Network,
    actor: str,
    contact: str | None,
    service: str | None,
    at: date,
    minute: datetime | None,
    today: date,
    lang: str,
) -> Reached:
    """In words what `on_duty` answers. Keep it by `network.memo`."""
    found = on_duty(network, actor, contact, service, at, minute)
    speaks = network.find(found.speaks or "")
    fields = readable(network, speaks, at.isoformat()) if speaks else {}
    title, when = when_text(found.line, found.day, at, today, minute, lang)
    return Reached(
        id=speaks.id if speaks else "",
        function=str(fields.get("function", "")),
        person=str(fields.get("person", "")),
        phones=_links(found.line, lang),
        whose=_whose(network, found),
        state=found.day.state,
        when_title=title,
        when=when,
        standing=standing(network, found, lang),
        stands_in=bool(found.stand_in.absent and speaks),
    )


def standing(network: Network, found: OnDuty, lang: str) -> list[str]:
    """Sentences about absence: "Leistungen L–R: abwesend bis 11.12.2026"; none where nobody is absent."""
    _, stand_in = translator(lang), found.stand_in
    said = [
        _("{function}: abwesend bis {day}", function=_function(network, id), day=until(last, lang))
        for id, last in stand_in.absent
    ]
    if stand_in.absent and stand_in.present:
        said.append(
            _(
                "{function} vertritt bis {day}",
                function=_function(network, stand_in.present),
                day=until(stand_in.until, lang),
            )
        )
    elif stand_in.absent:
        none = (
            _("Eine Vertretung ist nicht genannt.")
            if len(stand_in.absent) == 1
            else _("Auch die Vertretung ist nicht da.")
        )
        said.append(f"{none} {_('Die Nummer ist die der Stelle.')}" if found.line else none)
    return said


def until(stated: str, lang: str) -> str:
    """A last day as people write it; a month or year as it was stated."""
    return day(stated, lang) if len(stated) == 10 else stated


def when_text(
    line: Line | None, found: Day, at: date, today: date, minute: datetime | None, lang: str
) -> tuple[str, str]:
    """(title, text) of the hours of a day: "heute geschlossen (Reformationstag), wieder Mo 9–12 Uhr"."""
    _ = translator(lang)
    if line is None:
        return "", ""
    title = _("Telefonzeiten") if line.on_phone else _("Öffnungszeiten")
    that_day = _("heute") if at == today else _("am {day}", day=_weekday(at, lang))
    text = _said(found, that_day, minute, at, lang) if line.hours else _("nicht bekannt")
    if not line.hours and found.holiday:
        text = _("{day} ist Feiertag ({holiday})", day=that_day, holiday=label(found.holiday, lang))
    return title, _("{text} (Wortlaut beachten)", text=text) if line.wording else text


def _said(found: Day, that_day: str, minute: datetime | None, at: date, lang: str) -> str:
    _ = translator(lang)
    if found.state == "now":
        end = next(
            (end for start, end in found.spans if minute and start <= minute.time() < (end or datetime.max.time())),
            None,
        )
        return _("jetzt, bis {end}", end=clock(end, lang)) if end else _("jetzt")
    if found.state == "later":
        left = tuple(span for span in found.spans if minute is None or span[0] > minute.time())
        return f"{that_day} {spans_text(left or found.spans, lang)}"
    if found.state == "unknown":
        if found.holiday:
            return _(
                "{day} vielleicht geschlossen ({holiday}), bitte vorher fragen",
                day=that_day,
                holiday=label(found.holiday, lang),
            )
        return german(found.remark, lang) or _("{day} nicht sicher, bitte vorher fragen", day=that_day)
    closed = _("{day} nicht mehr", day=that_day) if found.state == "over" else _closed(found, that_day, _, lang)
    again = _again(found.next, at, lang)
    return _("{closed}, wieder {when}", closed=closed, when=again) if again else closed


def _closed(found: Day, that_day: str, _: Translate, lang: str) -> str:
    if found.holiday:
        return _("{day} geschlossen ({holiday})", day=that_day, holiday=label(found.holiday, lang))
    return _("{day} geschlossen", day=that_day)


def _again(following: tuple[date, tuple[Span, ...]] | None, at: date, lang: str) -> str:
    """The next time; with its date where the weekday alone would mean another day."""
    if following is None:
        return ""
    when, spans = following
    named = DAYS[lang][when.weekday()] if when - at < _A_WEEK else _weekday(when, lang)
    return f"{named} {spans_text(spans, lang)}"


def _weekday(at: date, lang: str) -> str:
    return f"{DAYS[lang][at.weekday()]}, {day(at, lang)}"


def _links(line: Line | None, lang: str) -> list[Link]:
    phones = line.phones if line else ()
    return [("tel:" + number.replace(";ext=", ","), show_phone(number, lang)) for number in phones]


def _whose(network: Network, found: OnDuty) -> str:
    if found.line is None or found.line.entry == found.speaks:
        return ""
    return name_of(network, found.line.entry)


def _function(network: Network, id: str) -> str:
    return str(network.entry(id).fields["function"])
