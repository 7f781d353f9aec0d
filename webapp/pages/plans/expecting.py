"""What a project of change is expected to change, and how that is today."""

from __future__ import annotations

from typing import Any

from graph.analysis.planning.effect import OF_TOPIC
from webapp.figures.shelf import Figures
from webapp.pages.plans.rows import PEOPLE


def expected(name: str, before: float, after: float, day: str) -> dict[str, Any]:
    """People are whole: to type more digits would claim more than the model knows."""
    values = [round(n) if name in PEOPLE else round(n, 2) for n in (before, after)]
    return {"effect_indicator": name, "effect_before": values[0], "effect_on": day, "effect_after": values[1]}


def value_now(figures: Figures, name: str, topic: str) -> float | None:
    """The last value of an indicator; of people reached for a topic that topic's. None where it is not known."""
    if name == OF_TOPIC:
        return reached_now(figures, topic)
    value: float | None = (figures.part("indicators") or {}).get(name)
    return value


def reached_now(figures: Figures, topic: str) -> float | None:
    """People whom a topic reaches, as last computed."""
    lines = figures.part("coverage") or []
    return next((line["left"][-1] for line in lines if line["topic"] == topic and line["left"]), None)
