"""A handful of people is never the least served; whom nobody may count is nobody."""

from __future__ import annotations

import pytest

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.findings import of_evenness
from graph.analysis.coverage.need import needing, people
from graph.analysis.coverage.places import Evenness, evenness
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import reaching
from graph.model.changes import EntryId
from tests.graph.analysis.coverage.test_networks import COURSE, EAST, TODAY, WEST, county, course, entry

PEOPLE = {"status": "temporary_protection", "language": "uk"}
EVERYBODY = entry("share", "sh", topic="course", percent=100, status="temporary_protection")


@pytest.mark.parametrize(("persons", "worst"), [(4, WEST), (5, EAST), (100, EAST)])
def test_fewer_than_five_are_not_compared_with_others(persons: int, worst: EntryId) -> None:
    network = county(course(), EVERYBODY, entry("demand", "d2", area="east", persons=persons, **PEOPLE))
    asked, told = question_of(network, COURSE, TODAY, Assumptions()), reaching(network, COURSE, TODAY, Assumptions())
    assert asked is not None and told is not None
    found = evenness(asked, told.gaps)
    assert found is not None and found.worst == worst and found.shares == {EAST: 0.0, WEST: 1.0}


@pytest.mark.parametrize(("reached", "code"), [(4.9, "coverage.even.hardly"), (5.0, "coverage.uneven")])
def test_of_hardly_anybody_no_evenness_is_told(reached: float, code: str) -> None:
    found = Evenness(shares={EAST: 0.0, WEST: 0.4}, gini=0.5, hoover=0.5, worst=EAST, least=0.0, reached=reached)
    assert of_evenness(COURSE, found).code == code


def test_a_count_that_is_not_seen_counts_nobody() -> None:
    unseen = [entry("demand", id, area=area, **PEOPLE) for id, area in (("d1", "west"), ("d2", "east"))]
    network = county(course(), *unseen)
    assert [one.persons for one in network.memo(people)] == [0.0, 0.0]
    assert sum(persons for _, persons in needing(network, COURSE)) == 0
    assert reaching(network, COURSE, TODAY, Assumptions()) is None
