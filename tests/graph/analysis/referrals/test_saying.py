"""Which sentence is said of ways, journeys and of who arrives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.analysis.finding import told
from graph.analysis.referrals.arcs import Arc
from graph.analysis.referrals.bundles import OneStop, Stations
from graph.analysis.referrals.findings import of_course, of_passing, of_stage, of_ways
from graph.analysis.referrals.journeys import Course, Stage
from graph.analysis.referrals.passing import Passing
from graph.analysis.referrals.topics import TopicWays
from graph.analysis.referrals.ways import Way
from graph.model.changes import EntryId
from graph.network import Network

A, B, C = map(EntryId, "abc")
HERE = Way(start=A, goal=A, arcs=())
ONE = Way(start=B, goal=A, arcs=(Arc(id=EntryId("1"), sender=B, receiver=A),))


def ways(*found: Way | None) -> TopicWays:
    named = dict(zip((A, B, C), found, strict=False))
    return TopicWays(topic=C, providers=(A,), ways=named, only_by=(), traps=())


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((HERE,), "all.here"),
        ((HERE, None), "some.here"),
        ((HERE, ONE), "all"),
        ((ONE, None), "some"),
        ((None, None), "nobody"),
    ],
)
def test_entry_points_that_offer_it_themselves_are_no_way_of_no_referrals(found: list[Way | None], code: str) -> None:
    assert of_ways(ways(*found)).code == f"referrals.ways.{code}"


def test_a_single_entry_point_is_told_as_one() -> None:
    assert told(Network(), of_ways(ways(HERE, None)), "de").endswith(
        "1 von 2 Anlaufstellen bietet es selbst an; von der anderen führt kein Weg hin."
    )
    assert told(Network(), of_ways(ways(ONE)), "en").endswith(
        "the only entry point leads there, over one referral on average."
    )


def journey(*states: str, walk: tuple[EntryId, ...] = ()) -> Course:
    stop = OneStop(grade="window", actors=(A,), houses=1) if walk else None
    stages = tuple(Stage(step=EntryId(f"s{n}"), state=state) for n, state in enumerate(states))  # type: ignore[arg-type]
    return Course(journey=C, status="", stages=stages, walk=Stations(walk=walk) if walk else None, stop=stop)


@pytest.mark.parametrize(
    ("course", "code"),
    [
        (journey("reached", walk=(A, B)), "whole"),
        (journey("reached", walk=(A,)), "whole.here"),
        (journey("reached"), "whole.plain"),
        (journey(), "empty"),
        (journey("reached", "ended"), "broken.one"),
        (journey("no_way", "ended"), "broken"),
        (journey("none", "no_service", "no_service"), "broken.partly"),
        (journey("no_service", "no_service"), "unknown"),
        (journey("reached", "no_service"), "unknown.one"),
    ],
)
def test_a_journey_is_told_by_how_far_it_leads(course: Course, code: str) -> None:
    finding = of_course(course)
    assert finding.code == f"referrals.course.{code}"
    assert "–" not in told(Network(), finding, "de")


def way(*sides: int) -> Way:
    arcs = tuple(Arc(id=EntryId(f"{n}"), sender=A, receiver=B, sides=n) for n in sides)
    return Way(start=A, goal=B, arcs=arcs)


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage(step=C, state="reached", way=way()), "an derselben Stelle."),
        (Stage(step=C, state="reached", way=way(2)), "erreicht über eine bestätigte Vermittlung."),
        (Stage(step=C, state="reached", way=way(2, 2)), "erreicht über 2 bestätigte Vermittlungen."),
        (
            Stage(step=C, state="reached", way=way(1)),
            "erreicht über eine Vermittlung, die noch nicht von beiden Seiten bestätigt ist.",
        ),
        (
            Stage(step=C, state="reached", way=way(2, 0)),
            "erreicht über 2 Vermittlungen, eine davon nicht von beiden Seiten bestätigt.",
        ),
        (
            Stage(step=C, state="reached", way=way(1, 0)),
            "erreicht über 2 Vermittlungen; keine davon ist von beiden Seiten bestätigt.",
        ),
        (Stage(step=C, state="no_service"), "Dazu ist kein Angebot bekannt; ob es eines gibt, ist offen."),
        (Stage(step=C, state="none"), "Hier fehlt ein Angebot; das ist für alle Gebiete bestätigt."),
    ],
)
def test_a_step_is_told_by_the_way_to_it(stage: Stage, said: str) -> None:
    assert told(Network(), of_stage(stage), "de") == f"…: {said}"


def test_the_first_step_begins_the_way() -> None:
    found = of_stage(Stage(step=C, state="reached", way=way()), first=True)
    assert told(Network(), found, "de") == "…: Hier beginnt der Weg."


def test_the_steps_one_after_the_other_are_told_apart_from_the_shortest_walk() -> None:
    stages = tuple(Stage(step=C, state="reached", way=way(2, 2)) for _ in range(2))
    found = replace(journey("reached", walk=(A, B)), stages=stages)
    assert "der Reihe nach mit 4 Vermittlungen, in der günstigsten Reihenfolge mit einer an" in told(
        Network(), of_course(found), "de"
    )


def test_a_journey_of_one_step_and_one_referral_is_told_as_such() -> None:
    assert told(Network(), of_course(journey("reached", walk=(A, B))), "de") == (
        "…: Der einzige Schritt ist erreichbar, mit einer Vermittlung an 2 Stationen; eine Stelle würde genügen."
    )


@pytest.mark.parametrize(
    ("arriving", "handovers", "said"),
    [
        ((80.0, 95.0), (1.0, 1.0), "etwa 80 bis 95 an, nach einer Vermittlung (der kürzeste Weg hat eine)."),
        ((80.0, 81.0), (1.2, 1.21), "etwa 80 an, nach 1,2 Vermittlungen (der kürzeste Weg hat eine)."),
        ((77.5, 97.4), (1.2, 1.5), "etwa 80 bis 95 an, nach 1,2 bis 1,5 Vermittlungen (der kürzeste Weg hat eine)."),
        ((80.0, 80.0), (1.2, 1.5), "etwa 80 an, nach 1,2 bis 1,5 Vermittlungen (der kürzeste Weg hat eine)."),
    ],
)
def test_equal_ends_of_a_range_are_told_as_one_number(
    arriving: tuple[float, float], handovers: tuple[float, float], said: str
) -> None:
    found = Passing(topic=C, arriving=arriving, handovers=handovers, shortest=1.0, links=3)
    assert told(Network(), of_passing(found), "de").endswith(f"kommen {said}")
