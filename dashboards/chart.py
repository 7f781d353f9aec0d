"""A chart as pages show it: its finding in one sentence, the figure, the same as a table, method and date."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboards.theme import CONFIG, TEMPLATE

Cell = str | int | float


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """`figure` and `settings` are what plotly.js is given; `head` and `rows` say the same as a table.

    `method` is the code of a sentence, `day` the day the figures stand for.
    """

    title: str
    finding: str
    figure: dict[str, Any]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    method: str
    day: date

    @property
    def as_json(self) -> str:
        """Figure and settings for a data block of a page, safe between its tags."""
        text = json.dumps({**self.figure, "config": CONFIG}, ensure_ascii=False, separators=(",", ":"))
        return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def drawn(traces: Sequence[Any], lang: str, **layout: Any) -> dict[str, Any]:
    """The data and layout of a figure, in the house's colours, with the language's separators."""
    figure = go.Figure(data=list(traces), layout=go.Layout(**layout))
    made: dict[str, Any] = json.loads(figure.to_json())
    made["layout"].pop("template", None)  # plotly's own style: large, and another one
    style = {**TEMPLATE, "separators": ",." if lang == "de" else ".,"}
    return {"data": made["data"], "layout": _joined(style, made["layout"])}


def _joined(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two layouts as one: what the figure says itself wins, key by key."""
    found = dict(below)
    for key, value in above.items():
        mine = found.get(key)
        found[key] = _joined(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return found
