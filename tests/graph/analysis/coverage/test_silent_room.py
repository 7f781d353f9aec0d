"""Services that state no places: as many as is usual for their topic, or never full; not fewer by one more service."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import reached_by, reaching
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from tests.graph.analysis.coverage.test_networks import COURSE, TODAY, WEST, county, course

SILENT = [replace(course(), id=EntryId(f"silent{n}")) for n in range(2)]


def courses(*rooms: int) -> Network:
    """60 people in the west who need a course; courses with so many places, and two that state none."""
    stated = [replace(course(capacity=room), id=EntryId(f"kurs{n}")) for n, room in enumerate(rooms)]
    return county(*stated, *SILENT)


@pytest.mark.parametrize(
    ("rooms", "estimated", "reached"),
    [((5, 7, 30), True, 56), ((5, 7, 30), False, 60), ((4, 6), True, 60), ((0, 0, 0), True, 0), ((0, 0, 0), False, 60)],
)
def test_a_service_without_stated_places_counts_like_the_median_one(
    rooms: tuple[int, ...], estimated: bool, reached: float
) -> None:
    found = reaching(courses(*rooms), COURSE, TODAY, Assumptions(estimated=estimated, beyond=False))
    assert found is not None
    west = 60 - sum(gap.persons for gap in found.gaps if gap.people.unit == WEST)
    assert west == pytest.approx(reached)
    assert (found.usual is not None) is (estimated and found.room.known > 0)


def test_one_more_small_service_makes_no_other_one_smaller() -> None:
    before = question_of(courses(10, 10, 10), COURSE, TODAY, Assumptions())
    assert before is not None and before.usual == 10
    small = Entry(kind=Kind("service"), id=EntryId("small"), fields=course(capacity=1).fields)
    with_it = county(*courses(10, 10, 10).of_kind("service").values(), small, replace(small, id=EntryId("small2")))
    after = question_of(with_it, COURSE, TODAY, Assumptions(), before)
    assert after is not None and after.usual == 10
    assert reached_by(after) >= reached_by(before)
    without = after.under(Assumptions(estimated=False))
    assert without.usual is None
