"""Opening hours in OSM syntax: written from a week, checked by the parser that evaluates them."""

from __future__ import annotations

import re
from functools import lru_cache

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # its stubs omit it

from graph.model.values.hours_blocks import Block, Segment, Span
from graph.model.values.hours_week import Week, with_comment
from graph.model.values.hours_words import DAYS, HOLIDAY

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_ALPHABET = re.compile(r'(?:[A-Za-z0-9:;,.+\-\[\]|/() ]|"[^"]*")+')
# Lone days are valid OSM syntax and mean the whole day; in a German table they mean nothing yet.
_CERTAIN = re.compile(r'\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d|\d{1,2}:\d\d\+|24/7|\boff\b|"')
_SELECTOR = re.compile(
    r'\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|week|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|24/7|^"'
)
_LONGEST = 3000
_HORIZON = 60


@lru_cache(maxsize=4096)
def parsed(osm: str) -> OpeningHours | None:
    """The expression ready to be asked, or None where it is not valid."""
    if len(osm) > _LONGEST or not _ALPHABET.fullmatch(osm):
        return None
    try:
        # Without a limit an expression that never changes is searched up to the year 9999 (seconds).
        return OpeningHours(osm, max_interval_days=_HORIZON)
    except (ParserError, ValueError, OverflowError):
        return None


def is_osm(text: str) -> bool:
    """Whether a text already is OSM syntax that says days and times, and not prose that looks like it."""
    return bool(_CERTAIN.search(text) and _SELECTOR.search(text)) and parsed(text) is not None


def write_osm(week: Week, special: list[Block]) -> str:
    """The week and what stands beside it as one expression; empty where there is nothing."""
    rules = [rule for days, segments in _grouped(week) for rule in _rules(_selector(days), segments)]
    if rules and special:
        # The comma adds to the week; a semicolon would close the week's hours on that day.
        return "; ".join(_by_selector(rules)) + ", " + ", ".join(_special(special))
    return "; ".join(_by_selector(rules)) if rules else "; ".join(_special(special))


def _by_selector(rules: list[tuple[str, str]]) -> list[str]:
    """Rules of the same days add to each other (comma), others are apart (semicolon)."""
    joined: list[str] = []
    last = ""
    for selector, rest in rules:
        rule = f"{selector} {rest}".strip()
        if joined and selector == last:
            joined[-1] += f", {rule}"
        else:
            joined.append(rule)
        last = selector
    return joined


def _special(blocks: list[Block]) -> list[str]:
    rules: list[tuple[str, str]] = []
    for block in blocks:
        if block.dates:
            for date in block.dates:
                rules += _rules(_date(date), with_comment(block))
        else:
            weeks = ",".join(str(number) for number in block.ordinals)
            selector = ",".join(f"{DAYS[day]}[{weeks}]" for day in sorted(block.days - {HOLIDAY}))
            rules += _rules(selector, with_comment(block))
    return _by_selector(rules)


def _date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year} {_MONTHS[int(month) - 1]} {day}"


def _grouped(week: Week) -> list[tuple[list[int], list[Segment]]]:
    groups: list[tuple[list[int], list[Segment]]] = []
    for day in sorted(week):
        segments = _ordered(week[day])
        same = next((days for days, others in groups if others == segments), None)
        if same is None:
            groups.append(([day], segments))
        else:
            same.append(day)
    return groups


def _ordered(segments: list[Segment]) -> list[Segment]:
    """Appointments without times first: what follows is added on top and wins for its times."""
    merged: dict[tuple[str, str], list[Span]] = {}
    for segment in segments:
        merged.setdefault((segment.state, segment.comment), []).extend(segment.spans)
    found = [
        Segment(spans=tuple(sorted(set(spans), key=_span_key)), state=state, comment=comment)
        for (state, comment), spans in merged.items()
    ]
    return sorted(
        found, key=lambda segment: (bool(segment.spans), [_span_key(span) for span in segment.spans], segment.comment)
    )


def _span_key(span: Span) -> tuple[int, int]:
    return span[0], 24 * 60 if span[1] is None else span[1]


def _rules(selector: str, segments: list[Segment]) -> list[tuple[str, str]]:
    return [(selector, _rest(segment)) for segment in _ordered(segments)] if selector else []


def _rest(segment: Segment) -> str:
    comment = segment.comment.replace('"', "'").replace("\n", " ").strip()
    quoted = f'"{comment}"' if comment else ""
    if segment.state == "closed":
        return f"off {quoted}".strip()
    return f"{','.join(_time(span) for span in segment.spans)} {quoted}".strip()


def _time(span: Span) -> str:
    begin, end = span
    return f"{_clock(begin)}+" if end is None else f"{_clock(begin)}-{_clock(end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _selector(days: list[int]) -> str:
    """ "Mo-Th,Su"; ranges from three days on, since "Mo,Tu" is as short."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1 and day < HOLIDAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{DAYS[run[0]]}-{DAYS[run[-1]]}" if len(run) > 2 else ",".join(DAYS[day] for day in run) for run in runs
    )
