"""Whether a project of change worked, and what one person more costs: expected beside measured, never more exact than
it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from graph.analysis.council.indicators import INDICATORS

Verdict = Literal["not_yet", "met", "partly", "none", "worse"]

OF_TOPIC = "reached_topic"
"""People reached for the project's own topic; "reached" counts cases: who needs two topics is two of them."""
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
    way = 1.0 if indicator == OF_TOPIC or INDICATORS[indicator] == "more" else -1.0
    hoped, moved = (expected - before) * way, (now - before) * way
    slight = abs(hoped) * NOTICEABLE
    if moved >= hoped - slight and moved > 0:
        return "met"
    if abs(moved) <= slight:
        return "none"
    return "partly" if moved > 0 else "worse"


def in_people(effect: Mapping[str, Any]) -> bool:
    """Whether a project of change is to reach people, of one topic, and not cases of all topics. `effect`: its fields.

    >>> in_people({"effect_indicator": "reached"}), in_people({"effect_indicator": "reached_topic"})
    (False, True)
    """
    return effect.get("effect_indicator") == OF_TOPIC


def more_reached(effect: Mapping[str, Any]) -> tuple[int, int] | None:
    """People or cases more that a project of change is to reach, from … to …: a model's number, a tenth more or less.

    `effect`: its fields, `in_people` says which. None where no plan computed it and nobody entered it, or where nobody
    more would be reached. To ten at the least: it comes from exact counts, and councils read it, none of which they
    may know so well.

    >>> more_reached({"effect_indicator": "reached_topic", "effect_before": 8_500, "effect_after": 8_558})
    (50, 70)
    """
    known = {"effect_before", "effect_after"} <= effect.keys()
    if effect.get("effect_indicator") not in ("reached", OF_TOPIC) or not known:
        return None
    more = effect["effect_after"] - effect["effect_before"]
    if more < 5:
        return None
    step = 10 if more < 1000 else 50
    middle, wide = int(more / step + 0.5) * step, max(1, int(more / step / 10 + 0.5)) * step
    return max(5, middle - wide), middle + wide


def cost_per_person(yearly: float, more: tuple[int, int] | None) -> tuple[int, int] | None:
    """Euro a year for each one more, from … to …. `more`: as `more_reached` has it; None where it has nothing.

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
