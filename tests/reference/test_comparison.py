"""What the unit tests try of plans on a few random networks, on many."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.graph.analysis.planning import test_comparison as few


@pytest.mark.parametrize("seed", range(3, 40))
def test_what_is_computed_from_the_touched_parts_equals_computing_everything(seed: int) -> None:
    few.test_what_is_computed_from_the_touched_parts_equals_computing_everything(seed)


@pytest.mark.parametrize("seed", range(2, 40))
def test_more_capacity_never_widens_a_gap(seed: int) -> None:
    network = few.random_network(seed)
    for service in sorted(network.of_kind("service")):
        more = few.compared(network, few.Move(id="m", what="capacity", values={"service": service, "by": "15"}))
        assert (more.after.values["reached"] or 0) >= (more.before.values["reached"] or 0) - 1e-9
        assert all(gap.after <= gap.before + 1e-9 for gap in more.gaps)


@pytest.mark.parametrize("seed", range(2, 20))
def test_a_link_never_lengthens_a_way(seed: int) -> None:
    network = few.random_network(seed)
    for sender, receiver in permutations(sorted(network.of_kind("actor")), 2):
        link = few.compared(network, few.Move(id="m", what="link", values={"sender": sender, "receiver": receiver}))
        for was, now in link.topics.values():
            assert now.unreached < was.unreached or (now.unreached, now.steps or 0) <= (was.unreached, was.steps or 0)
        assert all(gap.after <= gap.before + 1e-9 for gap in link.gaps)
