"""Figures over time, from Snapshot to Snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import SERIES
from graph.model.sentences import say

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


_DAY = {"de": "%-d.%-m.%Y", "en": "%-d %b %Y"}
_MOST = 4
"""Days named below a chart: as many as have room on a telephone."""


def trend(
    days: Sequence[date],
    series: Mapping[str, Sequence[float | None]],
    title: str,
    finding: str,
    lang: str,
    unit: str = "",
) -> Chart:
    """`series`: what is counted → its value on each day, None where it was not known then; `unit` stands behind it."""
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
            traces,
            lang,
            showlegend=len(series) > 1,
            legend=legend,
            xaxis=_time(days, lang),
            yaxis={"ticksuffix": f"\u202f{unit}" if unit else "", "tickformat": ",d"},
        ),
        head=(say("dashboards.head.day", lang), *series),
        rows=tuple(rows),
        method="dashboards.method.trend",
        day=days[-1],
    )


def _time(days: Sequence[date], lang: str) -> dict[str, Any]:
    """The days themselves are named, the last one always, with room for what is written below the outer ones."""
    span = max(1, (days[-1] - days[0]).days)
    named = [days[-1]]
    for day in reversed(days):
        if (named[-1] - day).days * (_MOST - 1) >= span:
            named.append(day)
    room = timedelta(days=0.14 * span)
    begun, ended = (datetime.combine(day, time()) for day in (days[0], days[-1]))
    return {
        "type": "date",
        "tickvals": [day.isoformat() for day in reversed(named)],
        "tickformat": _DAY[lang],
        "hoverformat": _DAY[lang],
        "range": [(begun - room).isoformat(), (ended + room).isoformat()],
    }
