"""What each site more would gain: the explainable order beside the optimum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import BLUE, GREY
from graph.analysis.finding import rounded
from graph.model.sentences import say


def gain(
    steps: Sequence[tuple[str, float]], best: Sequence[float], title: str, finding: str, day: date, lang: str
) -> Chart:
    """`steps`: (name of the site, people reached with it and those before); `best`: the optimum for 1, 2, … sites."""
    numbers = list(range(1, len(steps) + 1))
    order = go.Scatter(
        x=numbers,
        y=[rounded(reached) for _, reached in steps],
        mode="lines+markers",
        line={"color": BLUE, "width": 3},
        name=say("dashboards.order", lang),
    )
    optimum = go.Scatter(
        x=numbers,
        y=[rounded(value) for value in best],
        mode="lines",
        line={"color": GREY, "dash": "dash"},
        name=say("dashboards.optimum", lang),
    )
    return Chart(
        title=title,
        finding=finding,
        figure=drawn(
            [order, optimum],
            lang,
            showlegend=True,
            legend={"orientation": "h", "y": 1.1},
            xaxis={
                "title": say("dashboards.sites", lang),
                "tickvals": numbers,
                "ticktext": [
                    f"{n}<br>+ {'<br>'.join(map(escape, wrap(name, 14)))}" for n, (name, _) in enumerate(steps, 1)
                ],
                "range": [0.6, len(steps) + 0.4],
            },
            yaxis={"title": say("dashboards.people", lang)},
        ),
        head=tuple(say(f"dashboards.head.{name}", lang) for name in ("site", "reached", "optimum")),
        rows=tuple((name, rounded(r), rounded(b)) for (name, r), b in zip(steps, best, strict=True)),
        method="dashboards.method.siting",
        day=day,
    )
