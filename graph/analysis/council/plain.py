"""Findings as plain data, so that figures can be kept and said again later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from graph.analysis.finding import Finding
from graph.analysis.home import home_id
from graph.network import Network

Data = dict[str, Any]


def plain(finding: Finding) -> Data:
    """A finding as it is kept; `Finding(**data)` makes it again."""
    data = asdict(finding)
    return {name: value for name, value in data.items() if value}


def homes(network: Network, actors: Iterable[str]) -> tuple[str, ...]:
    """The areas where actors sit, each once, by id: what is said of them where they are not named."""
    return tuple(sorted({home for actor in actors if (home := home_id(network, actor))}))
