"""The council's page says everything in both languages, asks for what is missing, and is the same after JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dashboards.council.coverage import reach
from dashboards.council.money import projects
from dashboards.council.section import Snapshot, again
from dashboards.council.standing import resting, trend
from dashboards.council.telling import tiles, told
from dashboards.council.ways import waits
from dashboards.council.words import Words
from graph.analysis.council.gaining import gains
from graph.analysis.council.overview import overview
from graph.analysis.council.report import report
from graph.analysis.council.since import changed
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.sentences import sentences
from graph.network import Network
from tests.graph.analysis.council.test_overview import MEASURE, TODAY, county, entry

PEOPLE = {"units": [["town", 200], ["village", None]], "all": 300, "counted": ["2026-10-01"], "cells": []}


def found(network: Network) -> dict[str, Any]:
    data = overview(network, TODAY, report(network, TODAY, Assumptions()), gains(network))
    plain: dict[str, Any] = json.loads(json.dumps(data))
    return plain


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_section_has_a_finding_a_method_and_a_day(lang: str) -> None:
    network = county(entry("measure", "m", topic="course", areas=["village"], **MEASURE))
    since = {"report": "1/2026", "day": "2026-08-01", "changes": changed(county(without=("r",)), TODAY, network, TODAY)}
    past = [Snapshot(day=date(2026, 5, 1), values={"need": 100.0, "reached": 10.0, "confirmed": 0.2, "fresh": None})]
    data, words = found(network), Words(network=network, lang=lang, on=TODAY)
    sections = told(words, data, PEOPLE, since, [*past, Snapshot(day=TODAY, values=data["values"])])
    assert len({section.id for section in sections}) == len(sections) == 13
    for section in sections:
        assert section.finding and "…" not in section.finding and "{" not in section.finding
        assert section.method or not section.ready
        assert all(len(row) == len(section.head) for row in section.rows)
        assert again(json.loads(json.dumps(section.plain))) == section
    text = json.dumps([section.plain for section in sections], ensure_ascii=False)
    assert "Rathaus" not in text and "Schule" not in text
    assert dict(tiles(words, data))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_where_nothing_is_known_the_page_says_what_to_collect(lang: str) -> None:
    network = Network()
    sections = told(Words(network=network, lang=lang, on=TODAY), found(network), None, None, [])
    unready = {section.id for section in sections if not section.ready}
    assert unready >= {"reach", "cascade", "gaps", "projects", "waits", "journeys", "confirmation", "since", "trend"}
    assert all(section.finding for section in sections)


def test_a_project_says_that_no_effect_was_computed_or_from_where_to_where() -> None:
    effect = {"effect_indicator": "reached_topic", "effect_before": 0.0, "effect_after": 58.0}
    cases = MEASURE | effect | {"effect_indicator": "reached"}
    some = [entry("measure", "m", topic="course", areas=["village"], **MEASURE, **effect),
            entry("measure", "n", topic="course", areas=["town"], **MEASURE)]  # fmt: skip
    words = Words(network=county(*some), lang="de", on=TODAY)
    section = projects(words, found(county(*some))["projects"])
    assert "Deutschkurs in Dorf: 50 bis 70 Menschen mehr" in section.finding and "1 von 2" in section.finding
    shown = [(row[1], row[4]) for row in section.rows]
    assert shown == [("50 bis 70 Menschen", "140 bis 200"), ("noch nicht berechnet", "–")]
    (row,) = projects(words, found(county(entry("measure", "m", topic="course", **cases)))["projects"]).rows
    assert (row[1], row[4]) == ("50 bis 70 Fälle", "140 bis 200 je Fall")
    assert "Bei keinem" in projects(words, found(county(some[1]))["projects"]).finding


def test_a_project_without_topic_is_told_by_its_places_never_by_its_title() -> None:
    nameless = entry("measure", "m", areas=["village"], **MEASURE | {"name": "Rathaus zieht um"})
    effect = {"effect_indicator": "reached", "effect_before": 0.0, "effect_after": 58.0}
    for lang, row, said in (("de", "ohne Thema, Dorf", "ein Vorhaben ohne Thema (Dorf):"),
                            ("en", "without topic, Dorf", "a project without topic (Dorf):")):  # fmt: skip
        words = Words(network=county(nameless), lang=lang, on=TODAY)
        assert projects(words, found(county(nameless))["projects"]).rows[0][0] == row
        known = entry("measure", "m", areas=["village"], **MEASURE, **effect)
        assert said in projects(words, found(county(known))["projects"]).finding


def test_many_people_on_one_day_are_told_as_a_range_of_working_days() -> None:
    day = {"topic": "course", "places": ["town"], "persons": 400, "a_day": 64, "days": [5.7, 13.9]}
    section = waits(Words(network=county(), lang="de", on=TODAY), [], [day])
    assert "nach 6 bis 14 Arbeitstagen" in section.notes[0] and "Deutschkurs in Stadt" in section.notes[0]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([6.25, 12.5], "nach 7 bis 13 Arbeitstagen"),
        ([1.2, 2.0], "nach 2 Arbeitstagen"),
        ([0.4, 0.9], "nach 1 Arbeitstag "),
    ],
)
def test_begun_days_count_whole_and_equal_ends_are_one_number(days: list[float], told: str) -> None:
    day = {"topic": "course", "places": ["town"], "persons": 400, "a_day": 64, "days": days}
    assert told in waits(Words(network=county(), lang="de", on=TODAY), [], [day]).notes[0]


def test_needs_of_all_topics_are_told_as_cases_never_as_people() -> None:
    words = Words(network=county(), lang="de", on=TODAY)
    assert reach(words, {"needs": 22_200.0, "met": 8_550.0, "topics": []}).finding.startswith(
        "In rund 8.550 von rund 22.200 Fällen, in denen ein Mensch Hilfe zu einem Thema braucht"
    )
    told = [de for code, (de, _) in sentences().items() if code.startswith(("council.reach.", "council.cascade."))]
    assert not any("{lost} Menschen" in text or "{needs} Menschen" in text for text in told)


def test_people_are_shown_rounded_and_hidden_counts_as_hidden() -> None:
    network = county()
    sections = told(Words(network=network, lang="de", on=TODAY), found(network), PEOPLE, None, [])
    (people,) = (section for section in sections if section.id == "people")
    assert people.rows == (("Stadt", "200"), ("Dorf", "verborgen"))


def test_nobody_is_called_overloaded_or_entitled() -> None:
    said = " ".join(german for code, (german, _) in sentences().items() if code.startswith("council."))
    assert "überlastet" not in said and "Sackgasse" not in said and "berechtigt" not in said


def test_a_trend_shows_the_snapshot_of_a_day_and_of_several_of_one_day_the_latest() -> None:
    words = Words(network=county(), lang="de", on=TODAY)
    some = [Snapshot(day=TODAY, values={"need": 100.0, "reached": reached}) for reached in (10.0, 40.0)]
    section = trend(words, some)
    assert "Stände von einem Tag, dem 23.11.2026" in section.finding
    assert section.rows == (("23.11.2026", "40 %", "–", "–"),) and len(section.head) == 4
    assert not trend(words, []).ready


@pytest.mark.parametrize(("weeks", "said"), [
    ((1, 3), "7 bis 21 Tagen"), ((20, 50), "20 bis 50 Wochen"), ((44, 100), "10 bis 23 Monaten"),
    ((240, 600), "4½ bis 11½ Jahren"), ((52, 106), "1 bis 2 Jahren"),
])  # fmt: skip
def test_a_long_time_is_told_in_what_people_think_of_it_in(weeks: tuple[float, float], said: str) -> None:
    assert Words(network=Network(), lang="de", on=TODAY).lasting(weeks) == said


def test_beside_the_share_of_all_services_stands_that_each_topic_decides_for_itself() -> None:
    age = {"fresh": 1, "old": 0, "never": 1}
    reached = {"topics": [["a", 1.0, 1.0], ["b", 1.0, 0.0], ["c", 1.0, 0.0]], "unknown_room": 2}
    section = resting(Words(network=Network(), lang="de", on=TODAY), age, (), reached)
    assert "Bei 1 von 3 Themen nennen genug Angebote ihre Plätze" in section.notes[0]
