"""Figures over time, from Snapshot to Snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import SERIES
from graph.model.sentences import say

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def trend(
    days: Sequence[date], series: Mapping[str, Sequence[float | None]], title: str, finding: str, lang: str
) -> Chart:
    """`series`: what is counted → its value on each day, None where it was not known then."""
    traces = [
        go.Scatter(
            x=[day.isoformat() for day in days],
            y=list(values),
            mode="lines+markers",
            name=name,
            line={"color": SERIES[n % len(SERIES)], "dash": _DASHES[n % len(_DASHES)], "width": 3},
        )
        for n, (name, values) in enumerate(series.items())
    ]
    rows = [
        (day.isoformat(), *("–" if (v := values[n]) is None else v for values in series.values()))
        for n, day in enumerate(days)
    ]
    legend = {"orientation": "h", "y": -0.15, "yanchor": "top"}
    return Chart(
        title=title,
        finding=finding,
        figure=drawn(
            traces, lang, showlegend=len(series) > 1, legend=legend, xaxis={"tickformat": "%m.%Y", "nticks": 6}
        ),
        head=(say("dashboards.head.day", lang), *series),
        rows=tuple(rows),
        method="dashboards.method.trend",
        day=days[-1],
    )
