"""Opening hours as offices publish them, together with what the cleaner of the vocabulary makes of them."""

from __future__ import annotations

from random import Random

Schedule = tuple[tuple[str, ...], ...]
"""For Monday to Saturday the spans of a day: ("08:30-12:00", "14:00-16:00")."""

_CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa")
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag")
_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa")
_MORNINGS = tuple(
    f"{start}-{end}" for start in ("07:30", "08:00", "08:30", "09:00") for end in ("11:30", "12:00", "12:30", "13:00")
)
_AFTERNOONS = tuple(
    f"{start}-{end}"
    for start in ("13:30", "14:00", "14:30", "15:00", "15:30")
    for end in ("16:00", "16:30", "17:00", "18:00", "18:30", "19:00")
)
_NOT_READ = (
    "Servicezeiten des Sozialen Diensts weichen ab",
    "ohne Terminvereinbarung am 1. und 3. eines Monats",
    "nach den Ferien wieder wie gewohnt",
)


def schedule(random: Random) -> Schedule:
    """A week of an office: mornings, some afternoons, one long day."""
    morning = random.choice(_MORNINGS)
    days = []
    for _ in range(5):
        spans = [morning if random.random() < 0.8 else random.choice(_MORNINGS)] if random.random() < 0.9 else []
        if random.random() < 0.35:
            spans.append(random.choice(_AFTERNOONS))
        days.append(tuple(spans))
    days.append(("09:00-12:00",) if random.random() < 0.05 else ())
    return tuple(days) if any(days) else ((morning,), *days[1:])


def fields(random: Random) -> dict[str, str]:
    """`hours`, and `hours_text` where the cleaner would keep the wording: for a quarter, as in the real list."""
    week = schedule(random)
    found = {"hours": osm(week)}
    if random.random() < 0.25:
        found["hours_text"] = f"{german(week, random.randrange(4))}\n{random.choice(_NOT_READ)}"
    return found


def osm(week: Schedule) -> str:
    """The canonical form: days of the same spans together, three and more in a row as a range."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            groups.setdefault(spans, []).append(day)
    return "; ".join(f"{_ranges(days)} {','.join(spans)}" for spans, days in groups.items())


def from_osm(text: str) -> Schedule:
    """The inverse of `osm`."""
    week: list[tuple[str, ...]] = [()] * 6
    for rule in text.split("; "):
        days, spans = rule.split(" ")
        for part in days.split(","):
            first, _, last = part.partition("-")
            for day in range(_CODES.index(first), _CODES.index(last or first) + 1):
                week[day] = tuple(spans.split(","))
    return tuple(week)


def german(week: Schedule, style: int) -> str:
    """The same in prose over several lines, in one of four ways met in the real list."""
    lines = []
    for day, spans in enumerate(week):
        if not spans:
            continue
        if style == 0:
            lines.append(f"{_DAYS[day]}: " + " und ".join(s.replace("-", " Uhr bis ") + " Uhr" for s in spans))
        elif style == 1:
            lines.append(f"{_DAYS[day]}\n" + " und ".join(s.replace("-", " Uhr - ") + " Uhr" for s in spans))
        elif style == 2:
            lines.append(f"{_SHORT[day]}: " + " & ".join(s.replace("-", " - ") + " Uhr" for s in spans))
        else:
            lines.append(
                f"{_DAYS[day]}:\n" + " und ".join(s.replace("-", " - ").replace(":", ".") + " Uhr" for s in spans)
            )
    return "\n".join(lines)


def _ranges(days: list[int]) -> str:
    parts: list[str] = []
    start = 0
    for n, day in enumerate(days):
        if n + 1 == len(days) or days[n + 1] != day + 1:
            run = days[start : n + 1]
            parts += [f"{_CODES[run[0]]}-{_CODES[day]}"] if len(run) > 2 else [_CODES[d] for d in run]
            start = n + 1
    return ",".join(parts)
