"""When an index is more than chance makes."""

from __future__ import annotations

import pytest

from graph.analysis.structure.orientation import Orientation


@pytest.mark.parametrize(("high", "low", "remarkable"), [(0.04, 0.97, False), (0.02, 0.99, True), (0.99, 0.02, True)])
def test_one_in_twenty_is_meant_of_both_sides_together(high: float, low: float, remarkable: bool) -> None:
    found = Orientation(index=0.5, external=3, internal=1, expected=0.4, at_least=high, at_most=low)
    assert found.remarkable is remarkable
