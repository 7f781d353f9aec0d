"""Opening hours: German or English prose in, OSM opening_hours syntax out."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.model.values.hours_blocks import Block
from graph.model.values.hours_osm import is_osm, parsed, write_osm
from graph.model.values.hours_text import Reading, read_hours
from graph.model.values.hours_week import Schedule, schedule
from graph.model.values.hours_words import DAYS
from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line, tidy

_PHONE = re.compile(r"telefon|phone|erreichbar|hotline|anruf", re.I)
_APPOINTMENT = re.compile(r"nach (?:Vereinbarung|Anmeldung)|appointment")
_ALWAYS = re.compile(
    r"(?:täglich\s+)?(?:rund um die uhr|24 (?:stunden|h)(?: täglich)?|24 hours|around the clock)\.?", re.I
)
_BULLET = re.compile(r"^[ ]*[-•*·][ ]+(?=[^\W\d_])", re.M)
_LONGEST = 3000


class Hours(NamedTuple):
    """What a cell says: OSM syntax ('' = nothing understood), the rest as text, appointments, problems."""

    osm: str
    left_over: list[str]
    by_appointment: bool
    problems: list[Problem]


def clean_hours(raw: str) -> Hours:
    """Read opening hours without adding anything to them.

    Days without times, a second schedule in the same cell, and words that are no hours are left over
    as text and reported. OSM syntax passes through as it is.

    >>> clean_hours('Mo, Di 8-12 Uhr, Do ab 14 Uhr').osm
    'Mo,Tu 08:00-12:00; Th 14:00+'
    """
    text = _BULLET.sub("", tidy(raw))
    osm = "24/7" if _ALWAYS.fullmatch(one_line(text)) else one_line(text)
    if is_osm(osm):
        return Hours(osm, [], bool(_APPOINTMENT.search(osm)), [])
    if len(text) > _LONGEST:
        return Hours("", [text], False, [problem("hours_not_understood", text=osm)])
    return _answer(text, read_hours(text))


def _answer(text: str, reading: Reading) -> Hours:
    reading.blocks, phone = _without_phone(reading.blocks)
    plan = schedule(reading.blocks)
    if plan.second:
        plan.empty = [block for block in plan.empty if block.start < plan.second[0].start]
    osm = write_osm(plan.week, plan.special)
    if osm and parsed(osm) is None:
        return Hours("", [text], reading.by_appointment, [problem("hours_not_understood", text=one_line(text))])
    left_over = reading.left_over + [_text(text, block) for block in [*plan.empty, *phone]]
    if plan.second:
        left_over.append(text[plan.second[0].start : plan.second[-1].end].strip())
    problems = _problems(text, plan, phone)
    if text and not osm and not problems and not reading.by_appointment:
        problems.append(problem("hours_not_understood", text=one_line(text)))
    elif reading.left_over and not plan.second:
        problems.append(problem("hours_left_over", text="; ".join(reading.left_over)))
    return Hours(osm, [part for part in left_over if part], reading.by_appointment, problems)


def _without_phone(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part off what stands under a heading such as "Telefonzeiten", down to the next heading."""
    kept: list[Block] = []
    phone: list[Block] = []
    on_phone = False
    for block in blocks:
        if block.heading:
            on_phone = bool(_PHONE.search(block.heading))
        (phone if on_phone or _PHONE.search(block.comment) else kept).append(block)
    return kept, phone


def _text(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _problems(text: str, plan: Schedule, phone: list[Block]) -> list[Problem]:
    problems = [problem("hours_day_empty", text=_text(text, block)) for block in plan.empty]
    if phone:
        problems.append(problem("hours_phone", text="; ".join(_text(text, block) for block in phone)))
    if plan.second:
        days = sorted({day for block in plan.second for day in block.days})
        problems.append(
            problem("hours_two_schedules", text=_text(text, plan.second[0]), days=", ".join(DAYS[day] for day in days))
        )
    return problems
