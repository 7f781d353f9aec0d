"""The rules of an OSM expression as this project writes them, for showing and asking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_WEEKDAYS = rf"{_DAY}(?:\[[-\d,]+\])?(?:[-,]{_DAY}(?:\[[-\d,]+\])?)*"
_DATE = r"(?:\d{4} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}"
_TIMES = r"\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?\+?(?:,\s?\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?\+?)*"
_RULE = re.compile(
    rf'(?P<selector>{_DATE}|{_WEEKDAYS}|24/7)?\s*(?P<times>{_TIMES})?\s*(?P<state>off|closed|unknown|open)?\s*(?:"(?P<comment>[^"]*)")?'
)
_SEPARATOR = re.compile(rf'\s*(;|\|\||,(?=\s*(?:{_DAY}\b(?!\])|{_DATE}\b)))\s*(?=(?:[^"]*"[^"]*")*[^"]*$)')


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: days or a date ('' = every day), times, state ('' = open), remark; `adds` after a comma."""

    selector: str = ""
    times: tuple[str, ...] = ()
    state: str = ""
    comment: str = ""
    adds: bool = False


@lru_cache(maxsize=4096)
def rules(osm: str) -> tuple[Rule, ...] | None:
    """The rules in their order, or None where the expression says more than days, dates and times."""
    found: list[Rule] = []
    parts = _split(osm)
    if parts is None:
        return None
    for separator, text in parts:
        match = _RULE.fullmatch(text)
        if match is None or not text or separator == "||":
            return None
        times = tuple(part.strip() for part in (match["times"] or "").split(",") if part.strip())
        state = "off" if match["state"] == "closed" else match["state"] or ""
        found.append(
            Rule(
                selector=match["selector"] or "",
                times=times,
                state=state,
                comment=match["comment"] or "",
                adds=separator == ",",
            )
        )
    return tuple(found)


def _split(osm: str) -> list[tuple[str, str]] | None:
    """Parts with the separator before them; a comma between days of one selector parts nothing."""
    parts: list[tuple[str, str]] = []
    start, separator = 0, ""
    for match in _SEPARATOR.finditer(osm):
        text = osm[start : match.start()].strip()
        # "Mo,Tu 08:00": what stands before the comma is a bare selector still.
        if match[1] == "," and re.fullmatch(_WEEKDAYS, text):
            continue
        parts.append((separator, text))
        start, separator = match.end(), match[1]
    parts.append((separator, osm[start:].strip()))
    return parts
