"""Opening hours as a table for people, in German or English."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model.values.hours_rules import Rule, rules
from graph.model.values.hours_words import DAYS

_GERMAN_DAYS = dict(zip(DAYS, "Mo Di Mi Do Fr Sa So Feiertage".split(), strict=True)) | {"SH": "Schulferien"}
_ENGLISH_DAYS = dict(zip(DAYS, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "public holidays"], strict=True)) | {
    "SH": "school holidays"
}
_MONTHS = dict(zip("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), range(1, 13), strict=True))
_ENGLISH_REMARKS = {
    "nach Vereinbarung": "by appointment",
    "nach Anmeldung": "after registration",
    "vormittags nach Vereinbarung": "mornings by appointment",
    "nachmittags nach Vereinbarung": "afternoons by appointment",
    "abends nach Vereinbarung": "evenings by appointment",
    "vormittags nach Anmeldung": "mornings after registration",
    "nachmittags nach Anmeldung": "afternoons after registration",
    "abends nach Anmeldung": "evenings after registration",
}
_DATE = re.compile(r"(?:(\d{4}) )?([A-Z][a-z]{2}) (\d{1,2})")
_NTH = re.compile(r"(\w\w)\[([-\d,]+)\]")


@lru_cache(maxsize=4096)
def show_hours(osm: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Rows of (days, times) in the order of the week.

    An expression of OSM that says more than days and times comes back as it is, in one row.

    >>> show_hours('Mo-Fr 08:00-12:00,14:00-16:00', 'de')
    (('Mo–Fr', '8–12 Uhr, 14–16 Uhr'),)
    """
    found = rules(osm)
    if not osm.strip():
        return ()
    if found is None:
        return (("", osm),)
    rows: dict[str, list[Rule]] = {}
    for rule in found:
        if not rule.adds:
            rows.pop(rule.selector, None)
        rows.setdefault(rule.selector, []).append(rule)
    ordered = sorted(rows.items(), key=lambda row: _order(row[0]))
    return tuple((_days(selector, lang), _said(group, lang)) for selector, group in ordered)


def _order(selector: str) -> tuple[int, str]:
    return next((number for number, day in enumerate(DAYS) if selector.startswith(day)), 9), ""


def _said(group: list[Rule], lang: str) -> str:
    """Times before remarks that have none."""
    parts = sorted(group, key=lambda rule: not rule.times)
    return "; ".join(dict.fromkeys(_rule(rule, lang) for rule in parts))


def _rule(rule: Rule, lang: str) -> str:
    german = lang == "de"
    remark = rule.comment if german else _ENGLISH_REMARKS.get(rule.comment, rule.comment)
    text = ", ".join(_time(time, german) for time in rule.times)
    if rule.state == "off":
        text = f"{text} geschlossen".strip() if german else f"{text} closed".strip()
    if rule.state == "unknown" and not remark:
        remark = "nicht bekannt" if german else "not known"
    if rule.selector == "24/7" and not text:
        text = "rund um die Uhr" if german else "around the clock"
    return f"{text} ({remark})" if text and remark else text or remark


def _time(text: str, german: bool) -> str:
    start, _, end = text.rstrip("+").partition("-")
    start, end = _clock(start, german), _clock(end, german) if end else ""
    if not end:
        return f"ab {start} Uhr" if german else f"from {start}"
    more = (" oder länger" if german else " or later") if text.endswith("+") else ""
    return f"{start}–{end} Uhr{more}" if german else f"{start}–{end}{more}"


def _clock(text: str, german: bool) -> str:
    hour, minute = text.split(":")
    return str(int(hour)) if german and minute == "00" else f"{int(hour)}:{minute}"


def _days(selector: str, lang: str) -> str:
    german = lang == "de"
    if selector in ("", "24/7", "Mo-Su"):
        return "täglich" if german else "daily"
    if match := _DATE.fullmatch(selector):
        month, day, year = _MONTHS[match[2]], int(match[3]), match[1]
        if german:
            return f"{day}.{month}.{year or ''}"
        return f"{day} {match[2]} {year or ''}".strip()
    names = _GERMAN_DAYS if german else _ENGLISH_DAYS
    text = _NTH.sub(lambda nth: _nth(nth[2], names[nth[1]], german), selector)
    text = (
        re.sub(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b", lambda day: names[day[0]], text) if "[" not in selector else text
    )
    return re.sub(r",(?=\S)", ", ", text.replace("-", "–"))


def _nth(numbers: str, day: str, german: bool) -> str:
    words = []
    for number in numbers.split(","):
        if number == "-1":
            words.append("letzter" if german else "last")
        else:
            words.append(f"{number}." if german else {"1": "1st", "2": "2nd", "3": "3rd"}.get(number, f"{number}th"))
    joined = (" und " if german else " and ").join(words)
    return f"{joined} {day} im Monat" if german else f"{joined} {day} of the month"
