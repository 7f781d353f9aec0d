"""How large a Merkzettel can be printed so that it stays one sheet of A4: the largest of a few sizes that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from webapp.outputs.slip import Noted

_HEIGHT = 224.0
"""Millimetres of A4 that the contacts have: without margins, heading and the code at the foot."""
_WIDTH = 148.0
"""Millimetres that their text has, beside number and icon."""


class _Size(NamedTuple):
    points: int
    columns: int


_SIZES: Final = (_Size(16, 1), _Size(13, 1), _Size(11, 1), _Size(10, 2), _Size(9, 2), _Size(8, 2))


def points(entries: Sequence[Noted]) -> int:
    """The size of letters in points; `slip-print.css` has a rule for each."""
    fitting = (size.points for size in _SIZES if sum(_needed(entry, size) for entry in entries) <= _HEIGHT)
    return next(fitting, _SIZES[-1].points)


def _needed(entry: Noted, size: _Size) -> float:
    """Millimetres of one contact. A letter is not half as wide as high on average, a line 1.3 times as high."""
    line = size.points * 0.353 * 1.3
    across = _WIDTH / (size.points * 0.353 * 0.46)
    head = ceil(len(entry.name) * 1.25 / across) * 1.6 + ceil(len(entry.of) / across)
    within = across / size.columns - (5 if size.columns > 1 else 0)
    lines = sum(ceil(len(text) / within) for text in _facts(entry))
    numbers = sum(1.6 for _ in entry.numbers[:2])
    return line * (head + (lines + numbers) / size.columns + (size.columns > 1)) + 8


def _facts(entry: Noted) -> list[str]:
    ways = [part for way in entry.ways for part in (way.postal.line, way.directions)]
    bring = [f"Mitbringen: {text} {service}" for service, text in entry.documents[:3]]
    times = [f"Öffnungszeit {text}" for text in (entry.phone_hours, entry.hours) if text]
    said = [*times, "Termine nach Vereinbarung: vorher fragen." if entry.by_appointment else "", *ways, *bring]
    return [text for text in (*said, entry.languages) if text]
