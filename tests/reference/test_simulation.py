"""What simulations give, against the plain sum day by day."""

from __future__ import annotations

import pytest

from graph.analysis.planning import simulation
from graph.analysis.planning.simulation import spread
from graph.analysis.planning.surge import Desks, surge


def test_the_simulated_spread_lies_around_the_day_by_day_sum() -> None:
    at = Desks(least=96.0, most=134.4, usual=60.0, desks=6)
    found = spread(400, at, seed=1, runs=6)
    plain = surge([400], usual=60, capacity=115.2).days
    assert plain is not None and found.low - 1 < plain < found.high + 1
    assert found == spread(400, at, seed=1, runs=6)


def test_runs_cut_off_before_they_are_through_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    at = Desks(least=96.0, most=134.4, desks=6)
    assert not spread(40, at, seed=1, runs=2).cut
    monkeypatch.setattr(simulation, "_days", lambda persons, at: 0.25)
    found = spread(400, at, seed=1, runs=2)
    assert found.cut and found.high == 0.25
    # Six are served from the first moment on: nobody waits, however early the run ends.
    assert not spread(6, at, seed=1, runs=2).cut
