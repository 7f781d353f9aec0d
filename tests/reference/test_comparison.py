"""What the unit tests try of plans on a few random networks, on many."""

from __future__ import annotations

import pytest

from tests.graph.analysis.planning import test_comparison as few


@pytest.mark.parametrize("seed", range(3, 40))
def test_what_is_computed_from_the_touched_parts_equals_computing_everything(seed: int) -> None:
    few.test_what_is_computed_from_the_touched_parts_equals_computing_everything(seed)


@pytest.mark.parametrize("seed", range(2, 20))
def test_more_capacity_never_widens_a_gap_and_a_link_never_lengthens_a_way(seed: int) -> None:
    few.test_more_capacity_never_widens_a_gap_and_a_link_never_lengthens_a_way(seed)
