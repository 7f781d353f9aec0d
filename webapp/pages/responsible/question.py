"""The question as it stands in the address, read and written: every state has one.

Only the first letters of a surname are taken: what is asked stands in addresses, and those are kept in many places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlencode

from graph.analysis.responsibility.answers import Question
from graph.model.codes import HEADINGS, STATUSES
from graph.model.values.letters import LONGEST_PREFIX, folded
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question about a day. `minute` is local time of that day, None where only the day counts.

    `letters` as typed; `unread` where they are none of the Latin alphabet.
    """

    question: Question
    letters: str
    day: date
    minute: datetime | None
    time: str = ""
    unread: bool = False


def read(network: Network, args: Mapping[str, str], now: datetime) -> Asked:
    """What is asked; what names nothing here is dropped. `now` is local time."""
    typed = "".join(args.get("name", "").split())[:LONGEST_PREFIX]
    topic = args.get("topic", "")
    question = Question(
        letters=folded(typed),
        area=_entry(network, "area", args.get("area", "")),
        topic=_entry(network, "topic", topic),
        heading=topic if topic in HEADINGS else "",
        status=args["status"] if args.get("status") in STATUSES else "",
    )
    day = _day(args.get("day", "")) or now.date()
    stated = _time(args.get("time", ""))
    minute = now.replace(second=0, microsecond=0) if day == now.date() else None
    if stated is not None:
        minute = datetime.combine(day, stated)
    return Asked(
        question=question,
        letters=typed,
        day=day,
        minute=minute,
        time=f"{stated:%H:%M}" if stated else "",
        unread=bool(typed) and not question.letters,
    )


def address(lang: str, asked: Asked, today: date, **other: str) -> str:
    """The page of a question, some of it asked otherwise; "" leaves it open."""
    question = asked.question
    stated = {
        "name": asked.letters,
        "topic": question.topic or question.heading,
        "area": question.area,
        "status": question.status,
        "day": asked.day.isoformat() if asked.day != today else "",
        "time": asked.time,
        **other,
    }
    text = urlencode({name: value for name, value in stated.items() if value})
    return f"/{lang}/responsible?{text}" if text else f"/{lang}/responsible"


def _entry(network: Network, kind: str, id: str) -> str:
    return id if id in network.of_kind(kind) else ""


def _day(stated: str) -> date | None:
    try:
        found = date.fromisoformat(stated)
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2199 else None


def _time(stated: str) -> time | None:
    try:
        return time.fromisoformat(stated).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
