"""Whether something is open at a moment, with the public holidays of the Land."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from graph.model.values.holidays import holiday
from graph.model.values.hours_osm import parsed

State = Literal["open", "closed", "unknown"]
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STEPS = 60
_QUOTED = re.compile(r'("[^"]*")')


class OpenState(NamedTuple):
    """The state and the moment it ends, as far as that can be said."""

    state: State
    until: datetime | None


def is_open(osm: str, at: datetime, land: str | None) -> OpenState:
    """Whether the expression is open at `at` (local time of Germany; an aware datetime is converted).

    Hours with a remark ("nach Vereinbarung") are unknown: nobody should stand before a closed door.
    So are public holidays of which the expression says nothing, unless it is closed that day anyway.
    """
    zone = at.tzinfo
    local = at.astimezone(ZoneInfo("Europe/Berlin")).replace(tzinfo=None) if zone else at
    expression = parsed(osm)
    if expression is None:
        return OpenState("unknown", None)
    state = _state(osm, expression, local, land)
    until = _until(osm, expression, local, land, state)
    return OpenState(
        state, until.replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(zone) if zone and until else until
    )


def _state(osm: str, expression: OpeningHours, at: datetime, land: str | None) -> State:
    """Holidays are decided here: the library knows only those of the whole country."""
    state = _plain(expression, at)
    feast = holiday(at.date(), land)
    if feast is False or osm.startswith("24/7"):
        return state
    if names_holidays(osm):
        then = _plain(on_holiday(osm, at.date()), at)
        return then if feast or then == state else "unknown"
    return "unknown" if state == "open" else state


def on_holiday(osm: str, day: date) -> OpeningHours | None:
    """The expression as it holds on this day if it is a holiday."""
    return parsed(_dated(osm, day))


def _plain(expression: OpeningHours | None, at: datetime) -> State:
    if expression is None:
        return "unknown"
    state, comment = expression.state(at)
    name = str(state).rpartition(".")[2].lower()
    if name == "closed":
        return "closed"
    return "open" if name == "open" and not comment else "unknown"


def names_holidays(osm: str) -> bool:
    """Whether the expression says anything of public holidays."""
    return any(re.search(r"\bPH\b", part) for part in _QUOTED.split(osm)[::2])


def _dated(osm: str, day: date) -> str:
    """The expression with the holiday as a date, since it may be one of the Land only."""
    name = f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"
    parts = _QUOTED.split(osm)
    parts[::2] = [_split_selector(part, name) for part in parts[::2]]
    return "".join(parts)


def _split_selector(text: str, name: str) -> str:
    """ "Su,PH 10:00-12:00" becomes "Su 10:00-12:00; 2026 Jan 06 10:00-12:00"."""
    text = re.sub(r'([A-Z][\w,\-]*),PH( [^;"]*)', lambda match: f"{match[1]}{match[2]}; {name}{match[2]}", text)
    return re.sub(r"\bPH\b", name, text)


def _until(osm: str, expression: OpeningHours, at: datetime, land: str | None, state: State) -> datetime | None:
    """The next moment with another state; midnights count, since a holiday may begin there."""
    moment = at
    for _ in range(_STEPS):
        midnight = datetime.combine(moment.date() + timedelta(days=1), time())
        special = on_holiday(osm, moment.date()) if holiday(moment.date(), land) is not False else None
        changes = [asked.next_change(moment) for asked in (expression, special) if asked]
        moment = min([change.replace(tzinfo=None) for change in changes if change] + [midnight])
        if _state(osm, expression, moment, land) != state:
            return moment
    return None
