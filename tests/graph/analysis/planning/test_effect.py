"""Whether a project of change worked, what one person more costs, and what lasts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from graph.analysis.planning.effect import Verdict, cost_per_person, more_reached, worked
from graph.analysis.planning.lasting import ends_soon, short_lived
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

BEFORE, AFTER = date(2026, 11, 23), date(2027, 6, 1)


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (161, "met"),
        (160, "met"),
        (157, "met"),  # hoped for 60 more: 3 fewer are no difference
        (156, "partly"),
        (104, "partly"),
        (103, "none"),
        (97, "none"),
        (96, "worse"),
        (None, "not_yet"),
    ],
)
def test_a_change_is_told_beside_what_was_hoped_for(now: float | None, verdict: Verdict) -> None:
    assert worked("reached", 100, 160, now, AFTER, BEFORE) == verdict


@pytest.mark.parametrize(("now", "verdict"), [(1, "met"), (2, "partly"), (3, "none"), (4, "worse")])
def test_of_what_should_fall_less_is_better(now: float, verdict: Verdict) -> None:
    assert worked("steps_broken", 3, 1, now, AFTER, BEFORE) == verdict


def test_nothing_is_told_before_figures_are_younger_than_the_project() -> None:
    assert worked("reached", 100, 160, 200, None, BEFORE) == "not_yet"
    assert worked("reached", 100, 160, 200, BEFORE, BEFORE) == "not_yet"
    assert worked("reached", 100, 160, 200, BEFORE, None) == "met"


def test_a_project_of_which_nothing_is_hoped_is_met_by_nothing_less_than_a_change() -> None:
    assert [worked("reached", 100, 100, now, AFTER, BEFORE) for now in (99, 100, 101)] == ["worse", "none", "met"]


@pytest.mark.parametrize(
    ("after", "more"),
    [
        (4, None),
        (5, (5, 20)),
        (14, (5, 20)),
        (15, (10, 30)),
        (254, (220, 280)),
        (994, (890, 1090)),
        (1000, (900, 1100)),
        (-20, None),
    ],
)
def test_people_more_are_as_rough_as_the_model_is(after: int, more: tuple[int, int] | None) -> None:
    indicator = "reached_topic"
    told = {"effect_indicator": indicator, "effect_before": 300, "effect_after": 300 + after}
    assert more_reached(told) == more
    assert more_reached({**told, "effect_indicator": "fresh"}) is None
    assert more_reached({"effect_indicator": "reached", "effect_after": 300}) is None


@pytest.mark.parametrize(
    ("yearly", "each"),
    [(80_000.0, (1100, 1600)), (99.0, (1, 2)), (0.0, None), (-5.0, None), (700_000.0, (10000, 14000))],
)
def test_the_price_of_a_person_more_has_two_digits(yearly: float, each: tuple[int, int] | None) -> None:
    assert cost_per_person(yearly, (50, 70)) == each
    assert cost_per_person(yearly, None) is None


def course(id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind("service"), id=EntryId(id), fields={"name": id, "provider": "a", **fields})


def test_what_ends_within_a_year_ends_on_the_earlier_of_both_days() -> None:
    both = course("both", funded_until="2027-06-30", legal_to="2027-03-31")
    last, beyond = BEFORE + timedelta(days=365), BEFORE + timedelta(days=366)
    assert ends_soon(both, BEFORE) == "2027-03-31"
    assert ends_soon(both, date(2027, 4, 1)) == "2027-06-30"
    assert ends_soon(both, date(2027, 6, 30)) == "2027-06-30" and ends_soon(both, date(2027, 7, 1)) == ""
    assert ends_soon(course("last", legal_to=last.isoformat()), BEFORE)
    assert not ends_soon(course("beyond", legal_to=beyond.isoformat()), BEFORE)
    actor = Entry(kind=Kind("actor"), id=EntryId("a"), fields={"name": "A"})
    assert short_lived(Network([actor, both, course("stays")]), BEFORE) == {"both"}
