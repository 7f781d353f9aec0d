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
        x=[rounded(reached) for _, reached in steps],
        y=numbers,
        mode="lines+markers",
        line={"color": BLUE, "width": 3},
        name=say("dashboards.order", lang),
    )
    optimum = go.Scatter(
        x=[rounded(value) for value in best],
        y=numbers[: len(best)],
        mode="lines+markers",
        line={"color": GREY, "dash": "dash"},
        marker={"symbol": "circle-open", "size": 11},
        name=say("dashboards.optimum", lang),
    )
    return Chart(
        title=title,
        finding=finding,
        figure=drawn(
            [order, optimum],
            lang,
            showlegend=True,
            height=max(360, 120 + 56 * len(steps)),
            legend={"orientation": "h", "x": 0, "y": 1.04, "yanchor": "bottom"},
            xaxis={"title": say("dashboards.people", lang), "tickformat": ",d", "rangemode": "tozero", "nticks": 6},
            # Sites from top to bottom: their names are read without turning one's head, on a telephone, too.
            yaxis={
                "tickvals": numbers,
                "ticktext": [f"{n} + {'<br>'.join(_lines(name))}" for n, (name, _) in enumerate(steps, 1)],
                "range": [len(steps) + 0.4, 0.6],
            },
        ),
        head=tuple(say(f"dashboards.head.{name}", lang) for name in ("site", "reached", "optimum")),
        rows=tuple((name, rounded(r), rounded(b)) for (name, r), b in zip(steps, best, strict=True)),
        method="dashboards.method.siting",
        day=day,
    )


def _lines(name: str) -> list[str]:
    """A name in lines that leave room for the chart; no word is broken."""
    return [escape(line) for line in wrap(name, 18, break_long_words=False)]
