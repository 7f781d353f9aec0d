"""What simulations give, against the plain sum day by day."""

from __future__ import annotations

from graph.analysis.planning.simulation import spread
from graph.analysis.planning.surge import Desks, surge


def test_the_simulated_spread_lies_around_the_day_by_day_sum() -> None:
    at = Desks(least=96.0, most=134.4, usual=60.0, desks=6)
    found = spread(400, at, seed=1, runs=6)
    plain = surge([400], usual=60, capacity=115.2).days
    assert plain is not None and found.low - 1 < plain < found.high + 1
    assert found == spread(400, at, seed=1, runs=6)
