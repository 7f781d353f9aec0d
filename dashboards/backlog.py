"""How many still wait in the evening of each day after a surge, at worst and at best."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import BLUE, GREEN
from graph.model.sentences import say

MOST_DAYS = 60


def backlog(slow: Sequence[float], fast: Sequence[float], title: str, finding: str, day: date, lang: str) -> Chart:
    """`slow`, `fast`: people who still wait at the end of each working day, with the least and the most capacity."""
    length = min(MOST_DAYS, max(len(slow), len(fast)))
    days = list(range(1, length + 1))
    worst, best = ([round(each) for each in [*some, *[0.0] * length][:length]] for some in (slow, fast))
    hatched = {"color": GREEN, "pattern": {"shape": "/"}}
    bars = [
        go.Bar(x=days, y=worst, name=say("dashboards.at_worst", lang), marker={"color": BLUE}),
        go.Bar(x=days, y=best, name=say("dashboards.at_best", lang), marker=hatched),
    ]
    return Chart(
        title=title,
        finding=finding,
        figure=drawn(
            bars,
            lang,
            showlegend=True,
            legend={"orientation": "h", "y": 1.15},
            xaxis={"title": say("dashboards.working_day", lang)},
            yaxis={"title": say("dashboards.waiting", lang)},
        ),
        head=tuple(say(f"dashboards.{name}", lang) for name in ("working_day", "at_worst", "at_best")),
        rows=tuple(zip(days, worst, best, strict=True)),
        method="planning.surge.method",
        day=day,
    )
