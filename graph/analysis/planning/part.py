"""The part of the figures that planning rests on: what the indicators are made of, and the proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.analysis.council.indicators import parts_with
from graph.analysis.council.plain import Data
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.planning.proposals import proposals
from graph.network import Network


def planning_part(network: Network, on: date, assumed: Assumptions, coverage: Iterable[Mapping[str, Any]]) -> Data:
    """`parts` and `proposals`; `coverage`: the report's lines, so that reach is not computed a second time."""
    reach = {line["topic"]: (line["persons"], line["left"][-1]) for line in coverage}
    return {"parts": parts_with(network, on, reach).body, "proposals": proposals(network, on, assumed)}
