"""Who refers to whom, sector by sector or heading by heading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import GREY, SERIES
from graph.model.sentences import say


def flows(links: Mapping[tuple[str, str], int], title: str, finding: str, day: date, lang: str) -> Chart:
    """`links`: (name of the side that refers, name of the side that receives) → number of links."""
    sources = list(dict.fromkeys(one for one, _ in links))
    targets = list(dict.fromkeys(other for _, other in links))
    place = {name: n for n, name in enumerate(targets)}
    trace = go.Sankey(
        arrangement="fixed",
        node={
            "label": [*sources, *targets],
            "color": [SERIES[n % len(SERIES)] for n in (*range(len(sources)), *range(len(targets)))],
            "pad": 18,
            "thickness": 18,
        },
        link={
            "source": [sources.index(one) for one, _ in links],
            "target": [len(sources) + place[other] for _, other in links],
            "value": list(links.values()),
            "color": [GREY] * len(links),
        },
    )
    return Chart(
        title=title,
        finding=finding,
        figure=drawn([trace], lang),
        head=tuple(say(f"dashboards.head.{name}", lang) for name in ("from", "to", "links")),
        rows=tuple((one, other, number) for (one, other), number in links.items()),
        method="dashboards.method.flows",
        day=day,
    )
