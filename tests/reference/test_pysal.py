"""The same inputs give the same numbers as PySAL's access and spopt."""

from __future__ import annotations

import pytest

from graph.analysis.coverage.catchment import catchment, within, zones
from graph.analysis.coverage.siting import fewest_for_all, least_travel, most_reached, shortest_worst
from tests.reference import pysal

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.parametrize("seed", range(3))]


def test_catchment_areas_agree(seed: int) -> None:
    people, places, minutes = pysal.world(seed)
    costs = {(i, j): way for i, row in enumerate(minutes) for j, way in enumerate(row)}
    demand, supply = dict(enumerate(map(float, people))), dict(enumerate(map(float, places)))
    plain, steps = catchment(demand, supply, costs, within(30)), {10: 1.0, 20: 0.68, 30: 0.22}
    assert list(plain.access.values()) == pytest.approx(pysal.floating(people, places, minutes, 30), abs=1e-9)
    enhanced = catchment(demand, supply, costs, zones(steps))
    assert list(enhanced.access.values()) == pytest.approx(pysal.graded(people, places, minutes, steps), abs=1e-9)


def test_sites_agree(seed: int) -> None:
    people, _, minutes = pysal.world(seed)
    weights = list(map(float, people))
    reach = {j: [i for i, row in enumerate(minutes) if row[j] <= 30] for j in range(9)}
    wide = {j: [i for i, row in enumerate(minutes) if row[j] <= 60] for j in range(9)}
    assert most_reached(reach, dict(enumerate(weights)), 3).value == pytest.approx(
        pysal.covering(minutes, people, 3), abs=1e-9
    )
    assert least_travel(minutes, weights, 3).value == pytest.approx(pysal.median(minutes, people, 3), abs=1e-6)
    assert shortest_worst(minutes, 3).value == pytest.approx(pysal.centre(minutes, 3), abs=1e-9)
    found = fewest_for_all(wide, range(len(people)))
    assert found is not None and found.value == pysal.everyone(minutes, 60)
