"""Remarks at opening hours: appointments, parts of the day, seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model.values.hours_blocks import Segment, Span

APPOINTMENT = re.compile(r"termin|vereinb|absprache|anmeldung|appointment|n\.\s?v\.", re.I)
_AFTERNOON = re.compile(r"nachm|afternoon", re.I)
_MORNING = re.compile(r"vorm|morning", re.I)
_EVENING = re.compile(r"abend|evening", re.I)
_MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
# A heading that limits what stands under it to a time of the year.
PERIOD = re.compile(
    rf"\b(?:{_MONTHS}|january|february|march|may|june|july|october|december)\b|sommer|winter|summer|ferien|holiday"
    r"|semester|\d\.\s?\d",
    re.I,
)
_NOON = 12 * 60


def appointment_comment(text: str) -> str:
    """The one way to write an appointment, with the part of the day it is made for."""
    parts = ((_MORNING, "vormittags "), (_AFTERNOON, "nachmittags "), (_EVENING, "abends "))
    part = next((word for pattern, word in parts if pattern.search(text)), "")
    return part + ("nach Anmeldung" if re.search("anmeldung", text, re.I) else "nach Vereinbarung")


def marked(segment: Segment, comment: str, text: str, appointment: bool) -> list[Segment]:
    """The segment with a remark, parted where the remark names only one part of the day."""
    state = "appointment" if appointment and segment.state == "open" else segment.state
    inside = tuple(span for span in segment.spans if _in_part(span, text))
    outside = tuple(span for span in segment.spans if span not in inside)
    if segment.spans and not inside:
        return [segment]
    remarked = replace(segment, spans=inside, state=state, comment=both(segment.comment, comment))
    return [replace(segment, spans=outside), remarked] if outside else [remarked]


def names_part(text: str) -> bool:
    """Whether a text speaks of the morning, the afternoon or the evening only."""
    return any(pattern.search(text) for pattern in (_MORNING, _AFTERNOON, _EVENING))


def both(first: str, second: str) -> str:
    """Two remarks as one."""
    return f"{first}, {second}" if first and second and first != second else first or second


def _in_part(span: Span, text: str) -> bool:
    if _AFTERNOON.search(text) or _EVENING.search(text):
        return span[0] >= _NOON
    return span[0] < _NOON if _MORNING.search(text) else True
