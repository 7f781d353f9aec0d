"""The coverage cascade as a waterfall: who needs it, who falls out where, who is reached."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from textwrap import wrap
from typing import Literal

import plotly.graph_objects as go

from dashboards.chart import Cell, Chart, drawn
from dashboards.theme import BLUE, GREEN, GREY, INK, RED
from graph.analysis.coverage.cascade import Cascade
from graph.analysis.finding import rounded, written
from graph.model.sentences import say

Counted = Literal["people", "cases"]


def waterfall(
    cascade: Cascade,
    title: str,
    finding: str,
    day: date,
    lang: str,
    unknown: tuple[float, float] = (0, 0),
    counts: Counted = "people",
) -> Chart:
    """Chart and table of a cascade: the bars are what each stage loses whatever the order, as the findings say it.

    The table has the same first, and beside it who is lost and left when one stage is asked after the other.

    `unknown`: of the people for whom no service is available, those for whom none is known, and their part of that
    stage's share; they stand apart, and the table gives them no share of the gap. `counts`: people of one topic, or
    cases of several, where one person may be two.
    """
    cascade = _told_apart(cascade, *unknown)
    names = [say(f"dashboards.stage.{stage}", lang) for stage in cascade.stages]
    need, reached = say(f"dashboards.need.{counts}", lang), say("dashboards.reached", lang)
    shown = [rounded(value) for value in (cascade.persons, *cascade.left)]
    lost = [after - value for value, after in pairwise(shown)]
    rows: list[tuple[Cell, ...]] = [(need, shown[0], "", "")]
    for name, stage, left, gone in zip(names, cascade.stages, shown[1:], lost, strict=True):
        rows.append((name, "–" if stage == "unknown" else rounded(cascade.causes[stage]), -gone, left))
    rows.append((reached, shown[-1], "", ""))
    return Chart(
        title=title,
        finding=finding,
        figure=drawn(
            _bars(cascade, [need, *names, reached], lang),
            lang,
            xaxis={"title": say(f"dashboards.{counts}", lang), "rangemode": "tozero", "tickformat": ",d", "nticks": 5},
            yaxis={"autorange": "reversed"},
        ),
        head=tuple(say(f"dashboards.{name}", lang) for name in ("head.stage", counts, "head.lost", "head.left")),
        rows=tuple(rows),
        method="dashboards.method.cascade",
        day=day,
    )


def _bars(cascade: Cascade, names: list[str], lang: str) -> list[go.Waterfall | go.Bar]:
    weighed = [cascade.causes[stage] for stage in cascade.stages]
    levels = [rounded(cascade.persons - sum(weighed[:n])) for n in range(len(weighed) + 1)]
    first, last = rounded(cascade.persons), rounded([cascade.persons, *cascade.left][-1])
    signs = [f"−{written(rounded(cause), lang)}" if rounded(cause) else "" for cause in weighed]
    found = go.Waterfall(
        orientation="h",  # whole phrases fit beside bars, also on a phone
        y=[_lines(name) for name in names],
        x=[first, *(after - value for value, after in pairwise(levels)), last],
        measure=["absolute", *("relative" for _ in weighed), "total"],
        text=[written(first, lang), *signs, written(last, lang)],
        textposition="auto",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": "#ffffff"},
        cliponaxis=False,
        decreasing={"marker": {"color": RED}},
        totals={"marker": {"color": GREEN}},
        increasing={"marker": {"color": BLUE}},
        connector={"line": {"width": 1}},
        hoverinfo="skip",
    )
    if cascade.stages[:1] != ("unknown",):
        return [found]
    over = _unknown(found)
    found.text = [text if n != 1 else "" for n, text in enumerate(found.text)]
    return [found, over]


def _unknown(bars: go.Waterfall) -> go.Bar:
    """The second bar in grey, to lie over it: nobody knows it to be a loss, and a waterfall has one colour for all."""
    return go.Bar(
        orientation="h",
        y=[bars.y[1]],
        x=[bars.x[1]],
        base=[bars.x[0]],
        text=[bars.text[1]],
        textposition="auto",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": INK},
        cliponaxis=False,
        marker={"color": GREY},
        hoverinfo="skip",
    )


def _told_apart(cascade: Cascade, unknown: float, weight: float) -> Cascade:
    """The stage "available" as two, nothing known and the rest, which is left out where it holds nobody."""
    if not unknown or cascade.stages[:1] != ("available",):
        return cascade
    causes = {"unknown": weight, **cascade.causes, "available": cascade.causes["available"] - weight}
    rest = max(cascade.persons - cascade.left[0] - unknown, causes["available"]) >= 0.5
    stages, left = (cascade.stages, cascade.left) if rest else (cascade.stages[1:], cascade.left[1:])
    return Cascade(
        stages=("unknown", *stages), persons=cascade.persons, left=(cascade.persons - unknown, *left), causes=causes
    )


def _lines(text: str, width: int = 18) -> str:
    """A phrase in lines of about so many letters."""
    return "<br>".join(wrap(text, width))
