"""How many places more would do for everyone, how far they would be, and that it is said in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.analysis.council.coverage import coverage_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.findings import of_further
from graph.analysis.coverage.further import Further, further
from graph.analysis.coverage.places import within_reach
from graph.analysis.coverage.reaching import reaching
from graph.analysis.coverage.travel import Travel
from graph.analysis.finding import told
from graph.network import Network
from tests.graph.analysis.coverage.test_networks import COURSE, TODAY, county, course, entry

ASSUMED = Assumptions()
NONE = tuple(entry("absence", f"none-{area}", topic="course", area=area) for area in ("east", "west"))
TIMED = replace(ASSUMED, travel=Travel(table={("east", "west", "bus"): 20.0}))


def asked(network: Network, assumed: Assumptions) -> Further | None:
    found = reaching(network, COURSE, TODAY, assumed)
    return further(network, within_reach(network, assumed), found.gaps if found else (), assumed)


def test_a_place_in_every_town_is_needed_where_no_town_reaches_another() -> None:
    found = asked(county(*NONE), ASSUMED)
    assert found is not None and (found.fewest, found.number, found.mean, found.longest) == (2, 2, 0, 0)


def test_one_place_does_where_it_can_be_reached_and_stands_where_most_people_are() -> None:
    found = asked(county(*NONE), TIMED)
    assert found is not None and (found.fewest, found.longest) == (1, 20)
    assert found.mean is not None and 0 < found.mean <= 10  # the larger town travels nowhere
    assert "Ein einziger weiterer Ort" in told(county(*NONE), of_further(COURSE, found), "de")


@pytest.mark.parametrize(
    ("mean", "longest", "said"),
    [(0, 0, "am selben Ort"), (0.6, 1.2, "1 Minute Weg"), (0.2, 20, "höchstens 20 Minuten")],
)
def test_no_or_hardly_any_way_is_said_in_words(mean: float, longest: float, said: str) -> None:
    for fewest in (1, 3):
        found = of_further(COURSE, Further(fewest=fewest, number=fewest, mean=mean, longest=longest))
        text = told(county(), found, "de")
        assert said in text and " 0 Minuten" not in text and " 1 Minuten" not in text


def test_nothing_is_said_where_nobody_lacks_a_place() -> None:
    assert asked(county(course(areas=["county"], channels=["phone"])), ASSUMED) is None


def test_it_is_kept_with_the_topic() -> None:
    found = reaching(county(*NONE), COURSE, TODAY, TIMED)
    assert found is not None
    part = coverage_part(county(*NONE), TODAY, TIMED, [found])["topics"]["course"]
    assert part["further"]["code"] == "coverage.further.one"
