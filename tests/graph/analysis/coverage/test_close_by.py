"""A topic from close by: what each area can count on, where places are short, where one more helps most."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.analysis.council.coverage import coverage_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.bottleneck import bottleneck
from graph.analysis.coverage.findings import of_evenness, percent
from graph.analysis.coverage.places import Evenness, access, evenness, siting, within_reach
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import reached_by, reaching
from graph.analysis.coverage.travel import Travel
from graph.analysis.finding import told
from graph.analysis.planning.next_places import near_units
from graph.model.changes import EntryId
from graph.network import Network
from tests.graph.analysis.coverage.test_networks import COURSE, EAST, TODAY, WEST, county, course, entry

ASSUMED = Assumptions()
NONE_EAST = entry("absence", "none", topic="course", area="east")


def close(network: Network) -> dict[str, object]:
    found = reaching(network, COURSE, TODAY, ASSUMED)
    assert found is not None
    return json.loads(json.dumps(coverage_part(network, TODAY, ASSUMED, [found])))["topics"]["course"]  # type: ignore[no-any-return]


def test_what_is_reached_is_the_end_of_the_cascade() -> None:
    network = county(course(capacity=40, languages=["uk"], areas=["county"]))
    found, question = reaching(network, COURSE, TODAY, ASSUMED), question_of(network, COURSE, TODAY, ASSUMED)
    assert found is not None and question is not None
    assert reached_by(question) == found.cascade.left[-1] == 40


def test_places_are_shared_by_everyone_in_reach_and_nobody_else() -> None:
    question = question_of(county(course(capacity=30, areas=["county"])), COURSE, TODAY, ASSUMED)
    assert question is not None
    assert dict(access(question, ASSUMED, 60).access) == {EAST: 0.0, WEST: 0.5}
    assert dict(access(question, ASSUMED, 1000).access) == {EAST: 0.25, WEST: 0.25}


def test_a_bottleneck_names_who_can_only_go_where_everything_is_full() -> None:
    question = question_of(county(course(capacity=40)), COURSE, TODAY, ASSUMED)
    assert question is not None
    found = bottleneck(question)
    assert found is not None
    assert ([p.unit for p, _ in found.groups], found.people, found.places, found.full) == ([WEST], 60, 40, ("kurs",))


def test_there_is_no_bottleneck_where_room_suffices_or_is_not_known() -> None:
    for service in (course(capacity=60), course()):
        question = question_of(county(service), COURSE, TODAY, ASSUMED)
        assert question is not None and bottleneck(question) is None


def test_areas_are_compared_by_the_share_that_is_reached() -> None:
    network = county(course(areas=["west"]))
    found, question = reaching(network, COURSE, TODAY, ASSUMED), question_of(network, COURSE, TODAY, ASSUMED)
    assert found is not None and question is not None
    even = evenness(question, found.gaps)
    assert even is not None
    assert (dict(even.shares), even.worst, even.least, even.gini, even.hoover) == (
        {EAST: 0, WEST: 1},
        EAST,
        0,
        0.5,
        0.5,
    )


def test_the_least_served_group_is_told_beside_the_area_and_a_handful_is_never_the_worst() -> None:
    arabic = entry("demand", "d3", area="west", persons=50, status="temporary_protection", language="ar")
    few = entry("demand", "d4", area="west", persons=5, status="temporary_protection", language="fa")
    network = county(arabic, few, course(areas=["county"], languages=["uk"], channels=["phone"]))
    found, question = reaching(network, COURSE, TODAY, ASSUMED), question_of(network, COURSE, TODAY, ASSUMED)
    assert found is not None and question is not None
    even = evenness(question, found.gaps)
    assert even is not None and (even.group, even.group_share) == (("temporary_protection", "ar"), 0)
    told_ = told(network, of_evenness(COURSE, even), "de")
    assert "in West (65 %) und in der Gruppe vorübergehender Schutz (§ 24), Arabisch (0 %)" in told_


def test_where_nobody_is_reached_nothing_is_said_of_evenness() -> None:
    group = ("temporary_protection", "ar")
    none = Evenness(shares={EAST: 0.0, WEST: 0.0}, gini=0.0, hoover=0.0, worst=WEST, least=0.0, group=group)
    assert (
        told(county(), of_evenness(COURSE, none), "de") == "Deutschkurs: Bisher wird in keinem Gebiet jemand erreicht."
    )
    hardly = replace(none, shares={EAST: 0.01, WEST: 0.0}, gini=0.9, hoover=0.98)
    assert "Arabisch" not in told(county(), of_evenness(COURSE, hardly), "de")
    assert "98" not in told(county(), of_evenness(COURSE, hardly), "de")


def test_one_place_more_stands_where_it_reaches_most_of_those_who_have_none() -> None:
    unheard = reaching(county(course(areas=["west"])), COURSE, TODAY, ASSUMED)
    assert unheard is not None and siting(within_reach(county(), ASSUMED), unheard.gaps) is None
    found = reaching(county(course(areas=["west"]), NONE_EAST), COURSE, TODAY, ASSUMED)
    assert found is not None
    one = siting(within_reach(county(), ASSUMED), found.gaps)
    assert one is not None
    assert ([s.site for s in one.steps], one.best, one.persons) == ([EAST], (60,), 60)
    far = replace(ASSUMED, threshold=1000)
    wide = siting(within_reach(county(), far), found.gaps)
    assert wide is not None and wide.steps[0].site == EAST


def test_a_table_of_times_holds_for_reach_places_sites_and_proposals_alike() -> None:
    table = {("east", "west", "bus"): 20.0, ("west", "west", ""): 90.0, ("east", "house", "bus"): 25.0}
    timed = replace(ASSUMED, travel=Travel(table=table))
    network = county(course(capacity=30, areas=["county"]))
    far, near = (question_of(network, COURSE, TODAY, assumed) for assumed in (ASSUMED, timed))
    assert far is not None and near is not None
    assert dict(access(near, timed, 30).access) == {EAST: 0.25, WEST: 0.25}
    assert dict(access(far, ASSUMED, 30).access) == {EAST: 0.0, WEST: 0.5}
    assert within_reach(network, timed) == near_units(network, timed) == {EAST: (EAST, WEST), WEST: (EAST, WEST)}
    assert within_reach(network, ASSUMED) == near_units(network, ASSUMED) == {EAST: (EAST,), WEST: (WEST,)}
    assert reached_by(near) == 30


def test_no_place_is_proposed_where_nobody_lacks_one() -> None:
    found = reaching(county(course(areas=["county"], languages=["ar"], channels=["phone"])), COURSE, TODAY, ASSUMED)
    assert found is not None and {gap.cause for gap in found.gaps} == {"fitting"}
    assert siting(within_reach(county(), ASSUMED), found.gaps) is None


def test_three_travel_times_and_both_ways_to_count_languages_stand_beside_each_other() -> None:
    network = county(course(areas=["county"], languages=["uk:interpreter:2"]))
    found = {(v["what"], v["value"]): v["reached"] for v in close(network)["variants"]}  # type: ignore[attr-defined]
    assert found["interpreters", True] == 60 and found["interpreters", False] == 0
    assert [found["threshold", n] for n in (30, 45, 60)] == [60, 60, 60]


def test_below_readiness_no_room_is_told_and_above_it_is() -> None:
    many = [
        entry("service", f"s{n:03}", name="S", provider="school", topics=["course"], areas=["west"]) for n in range(25)
    ]
    known = [
        replace(e, fields={**e.fields, "capacity": 0, "capacity_unit": "persons"}) if n < 1 else e
        for n, e in enumerate(many)
    ]
    few = close(county(*known))
    assert few["access"] == {} and few["bottleneck"] is None and few["ready"] is False
    known = [
        replace(e, fields={**e.fields, "capacity": 0, "capacity_unit": "persons"}) if n < 21 else e
        for n, e in enumerate(many)
    ]
    enough = close(county(*known))
    assert enough["ready"] is True and enough["access"]


def test_where_few_areas_are_counted_the_page_says_so_and_claims_nothing_of_the_others() -> None:
    more = [entry("area", f"a{n}", name=f"A{n}", level="municipality", parent="county") for n in range(3)]
    found = close(county(course(), *more))
    assert dict(found["closed"])["demand"]["values"] == {"known": 2, "total": 5, "needed": 60}  # type: ignore[call-overload]
    assert "demand" not in dict(close(county(course()))["closed"])  # type: ignore[call-overload]


def test_where_nothing_is_known_nobody_is_in_a_gap_nor_said_to_lack_a_place() -> None:
    found = close(county())
    assert found["gaps_of_topic"] == [] and found["siting"] is found["further"] is None
    assert [(one["unit"], one["persons"]) for one in found["unheard_of_topic"]] == [("east", 60), ("west", 60)]  # type: ignore[attr-defined]
    assert found["finding"]["code"] == "coverage.reaching.unknown.all"  # type: ignore[index]
    known = close(county(NONE_EAST))
    assert [one["unit"] for one in known["gaps_of_topic"]] == ["east"]  # type: ignore[attr-defined]


def test_services_are_named_only_to_coordination() -> None:
    from graph.model.fields import Audience

    whole = county(course(capacity=40))
    assert close(whole)["bottleneck"]["full"] == ["kurs"]  # type: ignore[index]
    assert close(Network(whole.entries(), audience=Audience.NETWORK))["bottleneck"]["full"] == []  # type: ignore[index]


@pytest.mark.parametrize("more", [10, 50])
def test_more_room_never_reaches_fewer(more: int) -> None:
    less = question_of(county(course(capacity=40)), COURSE, TODAY, ASSUMED)
    greater = question_of(county(course(capacity=40 + more)), COURSE, TODAY, ASSUMED)
    assert less is not None and greater is not None and reached_by(greater) >= reached_by(less)


def test_areas_that_share_the_last_place_are_counted_by_the_per_cent_that_tables_show() -> None:
    shares = {EAST: 0.024, WEST: 0.0, EntryId("north"): 0.126}
    even = Evenness(shares=shares, gini=0.4, hoover=0.3, worst=WEST, least=0.0)
    assert "in 2 Gebieten (0 %), darunter West." in told(county(), of_evenness(COURSE, even), "de")
    alone = replace(even, worst=EntryId("north"), least=0.126)
    assert "(15 %)" in told(county(), of_evenness(COURSE, alone), "de")
    assert percent(0.125) == percent(0.126) == 15
