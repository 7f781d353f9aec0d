"""What a council sees names topics and places, adds up, and says what it assumes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from graph.analysis.council.arriving import arrivals
from graph.analysis.council.gaining import gains, projects
from graph.analysis.council.overview import overview
from graph.analysis.council.reached import together
from graph.analysis.council.report import report
from graph.analysis.council.since import changed
from graph.analysis.council.waiting import clearing, waits
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def county(*more: Entry, without: tuple[str, ...] = ()) -> Network:
    entries = [
        entry("area", "county", name="Kreis", level="county"),
        entry("area", "town", name="Stadt", level="municipality", parent="county"),
        entry("area", "village", name="Dorf", level="municipality", parent="county"),
        entry("topic", "german", name="Deutsch", heading="german"),
        entry("topic", "course", name="Deutschkurs", heading="german", parent="german"),
        entry("actor", "hall", name="Rathaus", entry_point=True, areas=["town"]),
        entry("actor", "school", name="Schule", areas=["town"]),
        entry("service", "kurs", name="Kurs der Schule", provider="school", topics=["course"], areas=["town"],
              funded_until="2027-03-31", confirmed_on="2026-10-01"),
        entry("referral", "r", sender="hall", receiver="kurs", waiting_weeks=34, waiting_on="2026-11-03"),
        entry("share", "s", topic="course", percent=50),
        entry("demand", "d1", area="town", persons=200),
        entry("demand", "d2", area="village", persons=100),
    ]  # fmt: skip
    return Network([e for e in entries if e.id not in without] + list(more))


MEASURE = {"name": "Kurs im Dorf (Schule)", "owner": "school", "yearly_cost": 10_000, "funder": "Land"}


def test_the_overview_is_json_and_names_no_actor() -> None:
    network = county(entry("measure", "m", topic="course", areas=["village"], **MEASURE))
    found = overview(network, TODAY, report(network, TODAY, Assumptions()), gains(network))
    text = json.dumps(found)
    assert not any(f'"{id}"' in text for id in ("hall", "school", "kurs", "m"))
    assert "Schule" not in text and "Rathaus" not in text


def test_all_topics_together_are_what_each_of_them_is() -> None:
    one = {"topic": "a", "persons": 10.0, "stages": ["available", "linked"], "left": [6.0, 4.0],
           "causes": {"available": 4.0, "linked": 2.0}, "ready": False}  # fmt: skip
    other = {"topic": "b", "persons": 20.0, "stages": ["available", "reachable", "fitting", "capacity", "linked"],
             "left": [20.0, 20.0, 15.0, 12.0, 12.0],
             "causes": {"available": 0.0, "reachable": 0.0, "fitting": 5.0, "capacity": 3.0, "linked": 0.0},
             "ready": True}  # fmt: skip
    found = together([one, other])
    assert (found["needs"], found["met"]) == (30, 16)
    assert found["left"] == [26, 26, 21, 18, 16]
    assert sum(found["causes"].values()) == found["needs"] - found["met"]
    assert found["unknown_room"] == 1 and [row[0] for row in found["topics"]] == ["b", "a"]


def test_a_project_gains_what_its_plan_computed_as_a_range() -> None:
    effect = {"effect_indicator": "reached", "effect_before": 100.0, "effect_after": 112.0}
    whole = county(entry("measure", "m", topic="course", areas=["village"], **MEASURE, **effect))
    seen = county(entry("measure", "m", topic="course", areas=["village"], **MEASURE))
    (found,) = projects(seen, gains(whole))
    assert found["gain"] == (5, 20) and found["each"] == (500, 2000) and not found["people"]


@pytest.mark.parametrize("effect", [
    {}, {"effect_indicator": "fresh", "effect_before": 0.1, "effect_after": 90.0},
    {"effect_indicator": "reached", "effect_before": 100.0, "effect_after": 102.0},
])  # fmt: skip
def test_a_project_without_an_effect_on_people_has_no_gain_and_no_price_however_large_the_gap(effect: Any) -> None:
    network = county(entry("measure", "m", topic="course", areas=["village"], **MEASURE, **effect))
    (found,) = projects(network, gains(network))
    assert found["gain"] is None and found["each"] is None


def test_the_latest_waiting_time_of_a_service_is_told_by_topic_and_place() -> None:
    later = entry("referral", "r2", sender="school", receiver="other", waiting_weeks=2, waiting_on="2026-11-04")
    other = entry("service", "other", name="Kurz", provider="hall", topics=["course"])
    newer = entry("referral", "r3", sender="hall", receiver="kurs", waiting_weeks=12, waiting_on="2026-11-10")
    (found,) = waits(county(later, other, newer), TODAY)
    assert found == {"topics": ("course",), "places": ("town",), "weeks": 12, "told_on": "2026-11-10",
                     "clears": None}  # fmt: skip


@pytest.mark.parametrize(("unit", "clears"), [("appointments_week", True), ("persons", False), ("places", False)])
def test_only_a_queue_is_worked_off_and_that_as_a_surge_is(unit: str, clears: bool) -> None:
    office = entry("service", "other", name="Amt", provider="hall", topics=["course"], capacity=8, capacity_unit=unit)
    link = entry("referral", "r2", sender="school", receiver="other", waiting_weeks=60, waiting_on="2026-11-04")
    (found, _) = waits(county(office, link), TODAY)
    assert found["clears"] == (clearing(60) if clears else None)
    assert clearing(60) == pytest.approx((240, 600))


def test_what_changed_is_counted_by_services_links_and_gaps() -> None:
    then = county(without=("r",))
    now = county(
        entry("service", "neu", name="Neu", provider="hall", topics=["course"], areas=["village"]),
        entry("referral", "both", sender="hall", receiver="school", sender_confirmed_until="2027-01-01",
              receiver_confirmed_until="2027-01-01"),
    )  # fmt: skip
    found = changed(then, date(2026, 8, 1), now, TODAY)
    assert found["services"]["come"] == 1 and found["services"]["topics"] == ["course"]
    assert found["links"] == {"come": 2, "gone": 0, "confirmed": 1, "lapsed": 0}
    assert ["course", "village"] in found["closed"] and found["opened_count"] == 0


def test_time_alone_opens_a_gap_when_funding_ends() -> None:
    network = county()
    found = changed(network, TODAY, network, date(2027, 4, 1))
    assert ["course", "town"] in found["opened"] and found["services"]["gone"] == 1
    assert changed(network, TODAY, network, TODAY)["opened"] == []


def test_a_day_on_which_many_arrive_clears_between_nobody_else_and_half_of_the_appointments_taken() -> None:
    topic = entry("topic", "topic-registration", name="Anmeldung", heading="arrival")
    office = entry("service", "desk", name="Meldeamt", provider="hall", topics=["topic-registration"], areas=["town"],
                   capacity=320, capacity_unit="appointments_week")  # fmt: skip
    (found,) = arrivals(county(topic, office), TODAY)
    assert (found["places"], found["persons"], found["a_day"]) == (("town",), 400, 64)
    assert found["days"] == pytest.approx((400 / 64, 400 / 32))
    assert arrivals(county(topic), TODAY) == []
