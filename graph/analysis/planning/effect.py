"""Whether a project of change worked, and what one person more costs: expected beside measured, never more exact than
it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from graph.analysis.council.indicators import INDICATORS

Verdict = Literal["not_yet", "met", "partly", "none", "worse"]

NOTICEABLE = 0.05
"""Share of the expected change below which nothing is claimed."""


def worked(
    indicator: str, before: float, expected: float, now: float | None, measured_on: date | None, since: date | None
) -> Verdict:
    """How the figures of a day compare with what was expected.

    not_yet: there are no figures, or none that are younger than `since` (when the value before was taken, or the
    project is to be done). Other things change the figures, too: this says that they moved, not why.

    >>> worked("reached", 100, 160, 130, date(2027, 6, 1), date(2026, 11, 23))
    'partly'
    >>> worked("steps_broken", 3, 1, 1, date(2026, 11, 23), date(2026, 11, 23))
    'not_yet'
    """
    if now is None or measured_on is None or (since is not None and measured_on <= since):
        return "not_yet"
    way = 1.0 if INDICATORS[indicator] == "more" else -1.0
    hoped, moved = (expected - before) * way, (now - before) * way
    slight = abs(hoped) * NOTICEABLE
    if moved >= hoped - slight and moved > 0:
        return "met"
    if abs(moved) <= slight:
        return "none"
    return "partly" if moved > 0 else "worse"


def more_people(effect: Mapping[str, Any]) -> tuple[int, int] | None:
    """People more whom a project of change is to reach, from … to …: a model's number and as uncertain as its rounding.

    `effect`: its fields. None where no plan computed it and nobody entered it, or where it would reach nobody more. To
    ten at the least: it comes from exact counts, and councils read it, none of which they may know so well.

    >>> more_people({"effect_indicator": "reached", "effect_before": 8_500, "effect_after": 8_558})
    (50, 70)
    """
    if effect.get("effect_indicator") != "reached" or not {"effect_before", "effect_after"} <= effect.keys():
        return None
    more = effect["effect_after"] - effect["effect_before"]
    if more < 5:
        return None
    step = 10 if more < 1000 else 50
    middle = int(more / step + 0.5) * step
    return max(5, middle - step), middle + step


def cost_per_person(yearly: float, more: tuple[int, int] | None) -> tuple[int, int] | None:
    """Euro a year for one person more, from … to …. `more`: as `more_people` has it; None where it has nothing.

    >>> cost_per_person(80_000, (50, 70))
    (1100, 1600)
    """
    if more is None or yearly <= 0:
        return None
    return _two_digits(yearly / more[1]), _two_digits(yearly / more[0])


def _two_digits(value: float) -> int:
    """Two digits that count."""
    size = 1
    while value / size >= 100:
        size *= 10
    return int(value / size + 0.5) * size
