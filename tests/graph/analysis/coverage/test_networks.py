"""Coverage of a small county: what is offered, confirmed none, unknown, and who is not reached."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.coverage.areas import units
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.findings import of_cell, of_reaching
from graph.analysis.coverage.need import needing, people
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import reached_by, reaching
from graph.analysis.coverage.states import Question, matrix
from graph.analysis.coverage.supply import supply
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)
COURSE, WEST, EAST = EntryId("course"), EntryId("west"), EntryId("east")


def square(lon: float) -> str:
    corners = [[lon, 51.0], [lon + 0.1, 51.0], [lon + 0.1, 51.1], [lon, 51.1], [lon, 51.0]]
    return json.dumps({"type": "Polygon", "coordinates": [corners]})


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def county(*more: Entry) -> Network:
    """Two municipalities, 100 people in each of whom 60 need a course, one course in the west."""
    base = [
        entry("area", "county", name="Landkreis", level="county"),
        entry("area", "west", name="West", level="municipality", parent="county", outline_simple=square(12.0)),
        entry("area", "east", name="East", level="municipality", parent="county", outline_simple=square(13.0)),
        entry("area", "part", name="Part", level="district", parent="west"),
        entry("topic", "german", name="Deutsch", heading="german"),
        entry("topic", "course", name="Deutschkurs", heading="german", parent="german"),
        entry("share", "sh", topic="course", percent=60, status="temporary_protection"),
        entry("demand", "d1", area="west", persons=100, status="temporary_protection", language="uk"),
        entry("demand", "d2", area="east", persons=100, status="temporary_protection", language="uk"),
        entry("actor", "hall", name="Rathaus", entry_point=True),
        entry("actor", "school", name="Schule", places=["house"], areas=["west"]),
        entry("place", "house", name="Haus", latitude=51.05, longitude=12.05),
        entry("referral", "r", sender="hall", receiver="school"),
    ]
    replaced = {e.id: e for e in [*base, *more]}
    return Network(replaced.values())


def course(**fields: Any) -> Entry:
    return entry("service", "kurs", **{"name": "Kurs", "provider": "school", "topics": ["course"], "areas": ["west"], "capacity_unit": "persons"} | fields)  # fmt: skip # noqa: E501


def test_units_are_what_lies_right_beneath_the_county() -> None:
    assert units(county()) == (EAST, WEST)


def test_what_nobody_speaks_of_is_unknown_and_what_was_stated_is_none() -> None:
    found = matrix(county(course(), entry("absence", "a", topic="german", area="east", stated_on="2026-10-01")), TODAY)
    assert (found[COURSE, WEST].state, found[COURSE, EAST].state) == ("offered", "none")
    assert matrix(county(course()), TODAY)[COURSE, EAST].state == "unknown"


def test_who_offers_the_finer_topic_offers_the_wider() -> None:
    assert matrix(county(course()), TODAY)[EntryId("german"), WEST].services == ("kurs",)


@pytest.mark.parametrize(
    ("languages", "interpreters", "state"),
    [
        ([], True, "unknown"),
        (["de"], True, "otherwise"),
        (["uk:interpreter:3"], True, "offered"),
        (["uk:interpreter:3"], False, "otherwise"),
        (["uk:staff"], False, "offered"),
    ],
)
def test_a_language_counts_with_its_mode(languages: list[str], interpreters: bool, state: str) -> None:
    said = {"languages": languages} if languages else {}
    asked = Question(language="uk", interpreters=interpreters)
    assert matrix(county(course(**said)), TODAY, asked)[COURSE, WEST].state == state


def test_a_service_for_a_part_serves_partly_and_one_for_the_county_everywhere() -> None:
    assert matrix(county(course(areas=["part"])), TODAY)[COURSE, WEST].partly
    whole = matrix(county(course(areas=["county"])), TODAY)
    assert whole[COURSE, EAST].state == "offered" and not whole[COURSE, EAST].partly


def test_a_neighbours_supply_is_marked() -> None:
    beyond = [
        entry("area", "next", name="Nachbarkreis", level="county"),
        entry("actor", "school", name="Schule", areas=["next"]),
    ]
    found = matrix(county(course(areas=["east"]), *beyond), TODAY)
    assert found[COURSE, EAST].only_beyond
    assert not matrix(county(course(areas=["east"])), TODAY)[COURSE, EAST].only_beyond


def test_need_is_a_stated_share_of_the_latest_count() -> None:
    older = entry("demand", "d0", area="west", persons=900, status="temporary_protection", language="uk", counted_on="2020-01-01")  # fmt: skip # noqa: E501
    whole = county(older, entry("demand", "d1", area="west", persons=100, status="temporary_protection", language="uk", counted_on="2026-01-01"))  # fmt: skip # noqa: E501
    assert [(p.unit, p.persons) for p in people(whole)] == [(EAST, 100), (WEST, 100)]
    assert [persons for _, persons in needing(whole, COURSE)] == [60, 60]


def test_without_demand_there_is_no_gap() -> None:
    whole = county(course(), entry("share", "sh", topic="german", percent=60, status="protection"))
    assert reaching(whole, COURSE, TODAY, Assumptions()) is None


def test_the_cascade_names_the_stage_where_people_fall_out() -> None:
    found = reaching(county(course(capacity=40, languages=["uk"])), COURSE, TODAY, Assumptions())
    assert found is not None
    assert found.cascade.left == (60, 60, 60, 40, 40)
    assert [(g.people.unit, round(g.persons), g.cause) for g in found.gaps] == [
        (EAST, 60, "unknown"),
        (WEST, 20, "capacity"),
    ]
    assert sum(found.cascade.causes.values()) == pytest.approx(80)


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"languages": ["ar"]}, "fitting"),
        ({"statuses": ["eu"]}, "fitting"),
        ({"provider": "hall", "places": ["far"]}, "reachable"),
        ({"provider": "club"}, "linked"),
    ],
)
def test_each_stage_may_be_the_one_that_fails(changed: dict[str, Any], cause: str) -> None:
    more = [
        entry("place", "far", name="Weit", latitude=52.05, longitude=12.05),
        entry("actor", "club", name="Verein", places=["house"]),
        entry("topic", "tea", name="Teestube", heading="meeting"),
        entry("service", "tee", name="Tee", provider="school", topics=["tea"], areas=["west"]),
    ]
    found = reaching(county(course(**changed), *more), COURSE, TODAY, Assumptions())
    assert found is not None
    assert [g.cause for g in found.gaps if g.people.unit == WEST] == [cause]


def test_what_is_not_known_is_told_apart_from_what_is_confirmed_not_to_be_there() -> None:
    unknown = reaching(county(course()), COURSE, TODAY, Assumptions())
    stated = entry("absence", "a", topic="course", area="east", stated_on="2026-10-01")
    none = reaching(county(course(), stated), COURSE, TODAY, Assumptions())
    assert unknown is not None and none is not None and unknown.cascade == none.cascade
    assert [(g.cause, unknown.unknown) for g in unknown.gaps] == [("unknown", 60)]
    assert [(g.cause, none.unknown) for g in none.gaps] == [("available", 0)]
    assert (of_reaching(unknown).code, of_reaching(none).code) == (
        "coverage.reaching.unknown", "coverage.reaching.available",
    )  # fmt: skip


def test_a_stage_of_which_too_little_is_known_is_closed_and_nobody_is_lost_there() -> None:
    silent = [entry("service", f"s{n}", name="S", provider="school", topics=["course"], areas=["west"]) for n in range(9)]  # fmt: skip # noqa: E501
    arabic = course(languages=["ar"], areas=["east"], channels=["phone"])
    found = reaching(county(*silent, arabic), COURSE, TODAY, Assumptions())
    assert found is not None and found.cascade.gap == 0
    assert [r.finding.code for r in found.closed] == ["readiness.service.languages", "readiness.service.capacity"]
    eastern = reaching(county(arabic), COURSE, TODAY, Assumptions())
    assert eastern is not None and [g.cause for g in eastern.gaps] == ["fitting", "unknown"]


def test_nobody_is_said_to_refer_nowhere_where_links_were_never_asked_for() -> None:
    unasked = Network(
        [e for e in county(course(areas=["county"], channels=["phone"])).entries() if e.kind != "referral"]
    )
    found = reaching(unasked, COURSE, TODAY, Assumptions())
    assert found is not None and found.cascade.gap == 0 and "linked" not in found.cascade.stages
    unmarked = county(course(), entry("actor", "hall", name="Rathaus"))
    found = reaching(unmarked, COURSE, TODAY, Assumptions())
    assert found is not None and "readiness.actor.entry_point" in {r.finding.code for r in found.closed}


def test_two_states_are_compared_by_what_is_known_of_the_first() -> None:
    silent = [entry("service", f"s{n}", name="S", provider="school", topics=["course"], areas=["west"]) for n in range(2)]  # fmt: skip # noqa: E501
    before, after = county(*silent), county(*silent, *(course(capacity=0) for _ in "1"), replace(silent[0], fields={**silent[0].fields, "capacity": 0, "capacity_unit": "persons"}), replace(silent[1], fields={**silent[1].fields, "capacity": 0, "capacity_unit": "persons"}))  # fmt: skip # noqa: E501
    first = question_of(before, COURSE, TODAY, Assumptions())
    again, alone = (question_of(after, COURSE, TODAY, Assumptions(), like) for like in (first, None))
    assert first and again and alone
    assert (reached_by(first), reached_by(again), reached_by(alone)) == (60, 60, 0)


def test_a_group_is_part_of_everyone_and_counted_once() -> None:
    children = entry("demand", "d3", area="west", persons=40, status="temporary_protection", language="uk", target_group="children")  # fmt: skip # noqa: E501
    more = entry("share", "sh2", topic="course", percent=80, status="temporary_protection", target_group="children")
    alone = Network([e for e in county(children).entries() if e.id != "d1"])
    needs = [round(sum(n for _, n in needing(whole, COURSE))) for whole in (county(children), county(children, more), alone)]  # fmt: skip # noqa: E501
    assert needs == [120, 128, 84]


def test_where_a_unit_and_its_parts_are_counted_the_units_own_count_holds() -> None:
    part = entry("demand", "d3", area="part", persons=30, status="temporary_protection", language="uk")
    assert [(p.unit, p.persons) for p in people(county(part))] == [(EAST, 100), (WEST, 100)]
    alone = Network([e for e in county(part).entries() if e.id != "d1"])
    assert [(p.unit, p.persons) for p in people(alone)] == [(EAST, 100), (WEST, 30)]


def test_whoever_says_that_a_language_is_missing_is_believed_although_there_are_services() -> None:
    stated = entry("absence", "a", topic="course", area="west", language="uk", stated_on="2026-10-01")
    found = matrix(county(course(), stated), TODAY, Question(language="uk"))[COURSE, WEST]
    assert (found.state, found.stated_on) == ("none", "2026-10-01")
    assert matrix(county(course(), stated), TODAY)[COURSE, WEST].state == "offered"
    general = entry("absence", "a", topic="course", area="west", stated_on="2026-10-01")
    assert matrix(county(course(), general), TODAY, Question(language="uk"))[COURSE, WEST].state == "unknown"


def test_what_services_say_of_their_languages_is_told_apart_from_a_stated_none() -> None:
    found = matrix(county(course(languages=["de"])), TODAY, Question(language="uk"))[COURSE, WEST]
    assert (found.state, found.services) == ("otherwise", ("kurs",))
    assert of_cell(COURSE, WEST, found).code == "coverage.cell.otherwise"


def test_no_capacity_gap_is_claimed_where_too_few_state_their_room() -> None:
    silent = [course(), *(entry("service", f"s{n}", name="S", provider="school", topics=["course"], areas=["west"]) for n in range(9))]  # fmt: skip # noqa: E501
    one = entry(
        "service",
        "s0",
        name="S",
        provider="school",
        topics=["course"],
        areas=["west"],
        capacity=1,
        capacity_unit="persons",
    )
    found = reaching(county(*silent, one), COURSE, TODAY, Assumptions())
    assert found is not None and not found.room.enough
    assert "capacity" not in found.cascade.stages
    assert found.room.finding.values == {"known": 1, "total": 10, "needed": 60}


@settings(max_examples=15)
@given(st.lists(st.integers(0, 90), min_size=2, max_size=2), st.integers(1, 50), st.integers(0, 1))
def test_more_capacity_never_widens_a_gap(places: list[int], more: int, where: int) -> None:
    def some(rooms: list[int]) -> list[Entry]:
        return [replace(course(capacity=n, areas=[area], channels=["phone"]), id=EntryId(f"s-{area}")) for n, area in zip(rooms, ("county", "west"), strict=True)]  # fmt: skip # noqa: E501

    greater = [n + more * (place == where) for place, n in enumerate(places)]
    less, then = (reaching(county(*some(rooms)), COURSE, TODAY, Assumptions()) for rooms in (places, greater))
    assert less is not None and then is not None
    assert then.cascade.gap <= less.cascade.gap + 1e-9 == max(0, less.cascade.gap) + 1e-9
    assert sum(gap.persons for gap in then.gaps) == pytest.approx(then.cascade.gap)


def test_a_plan_on_a_copy_answers_what_one_place_more_would_do() -> None:
    whole = county(course(capacity=40))
    more = whole.apply([Change(kind=Kind("service"), id=EntryId("kurs"), before={"capacity": 40}, after={"capacity": 60})])  # fmt: skip # noqa: E501
    before, after = (reaching(n, COURSE, TODAY, Assumptions()) for n in (whole, more))
    assert before is not None and after is not None
    assert before.cascade.gap - after.cascade.gap == 20


def test_where_nothing_is_offered_nothing_else_is_the_cause() -> None:
    found = reaching(county(), COURSE, TODAY, Assumptions())
    assert found is not None and found.cascade.causes["available"] == pytest.approx(found.cascade.gap) == 120


def test_a_capacity_without_its_unit_is_no_number_of_people() -> None:
    (one,) = supply(county(course(capacity=40, capacity_unit=None)), TODAY)
    assert one.room is None
