"""From tokens of opening hours to what they say: days, dates, times, states and remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from graph.model.values.dates import clean_date
from graph.model.values.hours_blocks import Span
from graph.model.values.hours_words import Token, tokens

_DAY_LIST = r"d(?:(?:[,&+]+|-)d)*"
_SYNTAX = re.compile(
    rf"(?P<period>[BF]?D-D|BD|-D)|(?P<dates>(?:d[,:]*)?D(?:[,&]*(?:d[,:]*)?D)*)(?!-D)"
    rf"|(?P<days>(?:O(?:[,&]*O)*)?{_DAY_LIST}M?(?:,?E{_DAY_LIST})?)"
    r"|(?P<times>P?(?:F?T-T|BT|FT(?!-))(?:[,&+]*(?:F?T-T(?!-)|BT))*)"
    rf"|(?P<appointment>P?A)|(?P<closed>P?X)|(?P<note>N)|(?P<without>E{_DAY_LIST})|(?P<title>S)|(?P<plus>\+)|(?P<break>n)|(?P<sign>[,&:])|(?P<word>.)"
)
_JOINED = re.compile(r"(?<=[,&\-FB])n+(?=.)|n+(?=[&\-])")
_NOT_HOURS = re.compile(r"jahr|monat|person|km|€|year|month|minut|woche|week|std|stunde", re.I)
_CLOCK = re.compile(r"(\d{1,2})(?:\s?[.:h]\s?(\d{2})|\s?uhr\s?(\d{2}))?\s*(?:(uhr|h)|([ap])\.?m\.?)?", re.I)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One statement: its kind (a group name of the syntax), what it carries, where it stands."""

    kind: str
    text: str
    start: int
    end: int
    days: frozenset[int] = frozenset()
    ordinals: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    ranged: bool = False
    remark: str = ""


def items(text: str) -> list[Item]:
    """Read a tidy text into statements in their order; what is no statement of hours is a word."""
    found = _without_fillers(text)
    kinds = "".join(token.kind for token in found)
    result: list[Item] = []
    for match in _SYNTAX.finditer(kinds):
        group = found[match.start() : match.end()]
        following = found[match.end()].text if match.end() < len(found) else ""
        result.append(_item(match.lastgroup or "word", group, text, following))
    return result


def _without_fillers(text: str) -> list[Token]:
    found = [token for token in tokens(text) if token.kind != "_"]
    kinds = "".join(token.kind for token in found)
    gone = {place for match in _JOINED.finditer(kinds) for place in range(match.start(), match.end())}
    return [token for place, token in enumerate(found) if place not in gone]


def _item(kind: str, group: list[Token], text: str, following: str) -> Item:
    start, end = group[0].start, group[-1].end
    raw = " ".join(text[start:end].split())
    word = Item(kind="word", text=raw, start=start, end=end)
    if kind in ("days", "without"):
        return _day_item(kind, group, word)
    if kind == "times":
        spans = _spans(group, following)
        return Item(kind=kind, text=raw, start=start, end=end, spans=spans) if spans else word
    if kind == "period":
        return word
    if kind == "dates":
        dates = _dates(group)
        return Item(kind=kind, text=raw, start=start, end=end, dates=dates) if dates else word
    return Item(kind=kind, text=raw, start=start, end=end)


def _day_item(kind: str, group: list[Token], word: Item) -> Item:
    """The days; "jeden zweiten Mittwoch" without a month may mean every fortnight and stays a remark."""
    days = _days(group[1:] if kind == "without" else group)
    if not days:
        return word
    ordinals = tuple(sorted({token.ordinal for token in group if token.kind == "O"}))
    unclear = ordinals == (2,) and not any(token.kind == "M" for token in group)
    return replace(
        word,
        kind=kind,
        days=days,
        ordinals=() if unclear else ordinals,
        ranged=any(token.kind == "-" for token in group),
        remark=word.text if unclear else "",
    )


def _days(group: list[Token]) -> frozenset[int]:
    """The named days; a range may wrap ("Sa bis Mo"); after "außer" days are taken away."""
    days: set[int] = set()
    taken: set[int] = set()
    target, last, ranging = days, None, False
    for token in group:
        if token.kind == "E":
            target, last, ranging = taken, None, False
        elif token.kind == "-":
            ranging = True
        elif token.kind == "d":
            if ranging and last is not None and len(token.days) == 1 and max(token.days) < 7:
                target |= _range(last, min(token.days))
            elif ranging:
                return frozenset()
            target |= token.days
            last, ranging = (min(token.days) if len(token.days) == 1 and max(token.days) < 7 else None), False
    return frozenset(days - taken)


def _range(first: int, last: int) -> set[int]:
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def _dates(group: list[Token]) -> tuple[str, ...]:
    """The dates, or none of them where one is no date or not on the weekday named with it."""
    dates: list[str] = []
    day: frozenset[int] = frozenset()
    for token in group:
        if token.kind == "d":
            day = token.days
        elif token.kind == "D":
            value, _ = clean_date(token.text)
            if value is None or len(value) != 10 or (day and _weekday(value) not in day):
                return ()
            dates.append(value)
            day = frozenset()
    return tuple(dates)


def _weekday(iso: str) -> int:
    return date.fromisoformat(iso).weekday()


def _spans(group: list[Token], following: str) -> tuple[Span, ...]:
    """The times in minutes, or none where one makes no sense: hours are never put right by guess."""
    bare = all(re.fullmatch(r"\d{1,2}", token.text.strip()) for token in group if token.kind == "T")
    if bare and (_NOT_HOURS.match(following) or len(group) == 1):
        return ()
    spans: list[Span] = []
    clocks = [token for token in group if token.kind in "TFB-"]
    index = 0
    while index < len(clocks):
        token = clocks[index]
        if token.kind != "T":
            index += 1
            continue
        ranged = index + 2 < len(clocks) and clocks[index + 1].kind == "-"
        span = _span(token.text, clocks[index + 2].text) if ranged else _open_span(token.text, clocks[index - 1])
        if span is None:
            return ()
        spans.append(span)
        index += 3 if ranged else 1
    return tuple(spans)


def _open_span(start: str, before: Token) -> Span | None:
    """ "ab 14 Uhr" has an open end; a German "von 14 Uhr" alone is a torn range."""
    begin = _minutes(start, "")
    if begin is None or before.kind not in "BF" or before.text.lower() in ("von", "zwischen", "between"):
        return None
    return begin, None


def _span(start: str, end: str) -> Span | None:
    begin, finish = _minutes(start, end), _minutes(end, "")
    if begin is None or finish is None or begin >= finish:
        return None
    return begin, finish


def _minutes(text: str, end: str) -> int | None:
    """The minute of the day; in "2-5 pm" the half of the day stands at the end only."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    half = (match[5] or "").lower()
    ending = _CLOCK.fullmatch(end.strip()) if end and not half and not match[4] else None
    if ending and ending[5]:
        half = ending[5].lower() if hour % 12 <= int(ending[1]) % 12 else "a"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    total = hour * 60 + minute
    return total if minute < 60 and total <= 24 * 60 else None
