"""How charts of this house look: the colours of KERN UX, no tools, nothing sent anywhere."""

from __future__ import annotations

from typing import Any

INK, MUTED, GRID = "#1f2326", "#565d63", "#dfe3e6"
BLUE, RED, GREEN, AMBER, GREY = "#171a6e", "#b3261e", "#0a6b4f", "#8a5a00", "#9aa3aa"
SERIES = (BLUE, GREEN, AMBER, RED, GREY)
"""Told apart without colour sight, too: charts also name or pattern their series."""
SIDES = ("#171a6e", "#c46a00", "#1b7f8c", "#7a2e7a", "#565d63")
"""Of bands that cross: dark blue, orange, teal, plum, grey differ in hue and lightness, also without colour sight."""

TEMPLATE: dict[str, Any] = {
    "font": {"family": "Fira Sans, sans-serif", "size": 15, "color": INK},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "margin": {"l": 8, "r": 8, "t": 24, "b": 8},
    "height": 360,
    "showlegend": False,
    "hovermode": "closest",
    "xaxis": {"automargin": True, "gridcolor": GRID, "zerolinecolor": MUTED, "fixedrange": True},
    "yaxis": {"automargin": True, "gridcolor": GRID, "zerolinecolor": MUTED, "fixedrange": True, "rangemode": "tozero"},
}
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "responsive": True,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "locale": "de",
}
