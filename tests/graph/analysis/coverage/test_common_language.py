"""Topics for which nobody needs to speak the participants' language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.reaching import reaching
from graph.analysis.coverage.states import Question, topic_row
from graph.analysis.coverage.supply import asks_language
from graph.analysis.planning.next_languages import next_languages
from graph.analysis.referrals.topics import offering
from graph.model.changes import Entry, EntryId, Kind
from graph.model.topics import starting_topics
from graph.network import Network

TODAY = date(2026, 11, 24)
COURSE, WEST = EntryId("course"), EntryId("west")


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def county(*, any_language: bool) -> Network:
    """A German course whose staff speak German only, and 100 people who speak Ukrainian, 60 of whom need it."""
    return Network(
        [
            entry("area", "county", name="Landkreis", level="county"),
            entry("area", "west", name="West", level="municipality", parent="county"),
            entry("topic", "german", name="Deutsch", heading="german", any_language=any_language),
            entry("topic", "course", name="Deutschkurs", heading="german", parent="german"),
            entry("share", "share", topic="course", percent=60),
            entry("demand", "demand", area="west", persons=100, language="uk"),
            entry("actor", "school", name="Schule", areas=["west"], entry_point=True),
            entry("service", "kurs", name="Kurs", provider="school", topics=["course"], areas=["west"],
                  languages=["de"], channels=["online"]),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(("any_language", "reached", "state"), [(True, 60, "offered"), (False, 0, "otherwise")])
def test_a_language_is_asked_for_only_where_help_needs_one(any_language: bool, reached: float, state: str) -> None:
    network, asked = county(any_language=any_language), Question(language="uk")
    found = reaching(network, COURSE, TODAY, Assumptions())
    assert found is not None and found.cascade.left[-1] == reached
    assert topic_row(network, COURSE, TODAY, asked)[WEST].state == state
    assert len(offering(network, COURSE, TODAY, "", "uk")) == any_language
    assert len(next_languages(network, TODAY, Assumptions())) == (not any_language)


def test_it_holds_for_the_topics_beneath() -> None:
    assert not asks_language(county(any_language=True), COURSE) and asks_language(county(any_language=False), COURSE)


def test_a_fresh_network_asks_for_no_language_in_german_courses_but_of_interpreters() -> None:
    free = {topic.code for topic in starting_topics() if topic.any_language}
    assert "german-course" in free and "interpreting" not in free and "debt" not in free
