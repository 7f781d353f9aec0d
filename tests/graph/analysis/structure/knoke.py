"""Ten community organisations in Indianapolis (Knoke & Wood 1981; UCINET's knokbur): who informs, who pays whom."""

from __future__ import annotations

import networkx as nx

GROUPS = {
    "COUN": "GOV", "COMM": "VOL", "EDUC": "GOV", "INDU": "PVT", "MAYR": "GOV",
    "WRO": "VOL", "NEWS": "PVT", "UWAY": "VOL", "WELF": "GOV", "WEST": "VOL",
}  # fmt: skip
_INFORMATION = {
    "COUN": "COMM MAYR NEWS WELF", "COMM": "COUN EDUC INDU MAYR NEWS UWAY WELF", "EDUC": "COMM INDU MAYR WRO NEWS WEST",
    "INDU": "COUN COMM MAYR NEWS", "MAYR": "COUN COMM EDUC INDU NEWS UWAY WELF WEST", "WRO": "EDUC NEWS WELF",
    "NEWS": "COMM INDU MAYR", "UWAY": "COUN COMM INDU MAYR NEWS WELF", "WELF": "COMM MAYR NEWS",
    "WEST": "COUN COMM EDUC MAYR NEWS",
}  # fmt: skip
_MONEY = {
    "COUN": "EDUC MAYR UWAY WELF WEST", "COMM": "EDUC", "EDUC": "UWAY", "INDU": "COMM EDUC NEWS UWAY WELF",
    "MAYR": "COMM EDUC UWAY WELF", "NEWS": "COMM UWAY", "UWAY": "WELF WEST", "WELF": "EDUC UWAY",
}  # fmt: skip


def information() -> nx.DiGraph[str]:
    """49 arcs."""
    return _graph(_INFORMATION)


def money() -> nx.DiGraph[str]:
    """22 arcs, one organisation without any."""
    return _graph(_MONEY)


def _graph(links: dict[str, str]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(GROUPS)
    graph.add_edges_from((one, other) for one, others in links.items() for other in others.split())
    return graph
