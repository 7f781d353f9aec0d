"""Who refers to whom, sector by sector or heading by heading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import plotly.graph_objects as go

from dashboards.chart import Chart, drawn
from dashboards.theme import SIDES
from graph.model.sentences import say


def flows(links: Mapping[tuple[str, str], int], title: str, finding: str, day: date, lang: str) -> Chart:
    """`links`: (name of the side that refers, name of the side that receives) → number of links.

    A side has the same colour left and right; a band has the colour of whoever refers, and its name on both ends.
    """
    sources = list(dict.fromkeys(one for one, _ in links))
    targets = list(dict.fromkeys(other for _, other in links))
    place = {name: n for n, name in enumerate(targets)}
    colour = {name: SIDES[n % len(SIDES)] for n, name in enumerate(sorted({*sources, *targets}))}
    trace = go.Sankey(
        arrangement="fixed",
        node={
            "label": [*sources, *targets],
            "color": [colour[name] for name in (*sources, *targets)],
            "pad": 24,
            "thickness": 20,
            "hovertemplate": "%{label}: %{value}<extra></extra>",
        },
        link={
            "source": [sources.index(one) for one, _ in links],
            "target": [len(sources) + place[other] for _, other in links],
            "value": list(links.values()),
            "color": [_faint(colour[one]) for one, _ in links],
            "line": {"color": "#ffffff", "width": 1},
            "hovertemplate": "%{source.label} → %{target.label}: %{value}<extra></extra>",
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


def _faint(colour: str) -> str:
    """A colour through which bands below it are seen."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.4)"
