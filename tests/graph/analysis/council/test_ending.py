"""What ends takes more with it than topics and places: people, languages and groups, and nothing covers for nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.analysis.council.ending import Ending, ending
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 24)
SPRING, SUMMER = "2027-03-31", "2027-06-30"
CELL = (EntryId("german"), EntryId("town"))


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def endings(*services: dict[str, Any], **need: Any) -> dict[str, Ending]:
    """Courses s0, s1 … of a school in a town, and 100 people there of whom all need one, where `need` is told."""
    fixed = {"provider": "school", "topics": ["german"], "areas": ["town"]}
    entries = [
        entry("area", "town", name="Ort", level="municipality"),
        entry("topic", "german", name="Deutsch", heading="german"),
        entry("actor", "school", name="Schule", entry_point=True),
        entry("referral", "r", sender="school", receiver="s0"),
        entry("agreement", "a", name="Abrede", ends_on=SPRING, parties=["school"]),
        *(entry("service", f"s{n}", name=f"Kurs {n}", **{**fixed, **each}) for n, each in enumerate(services)),
    ]
    if need:
        entries += [entry("demand", "d", area="town", persons=100, **need)]
        entries += [entry("share", "h", topic="german", percent=100.0)]
    found = ending(Network(entries), TODAY, assumed=Assumptions(threshold=200.0))
    return {one.entry: one for one in found}


def test_what_ends_on_the_same_day_or_before_covers_for_nothing() -> None:
    found = endings({"funded_until": SPRING}, {"funded_until": SPRING}, {"funded_until": "2026-12-31"})
    assert (found["s0"].loses, found["s1"].loses, found["s2"].loses) == ((CELL,), (CELL,), ())
    assert found["s0"].loss.others == 1


def test_what_ends_later_covers_until_then() -> None:
    found = endings({"funded_until": SPRING}, {"funded_until": SUMMER})
    assert (found["s0"].loses, found["s1"].loses) == ((), (CELL,))


@pytest.mark.parametrize(
    ("ends", "stays", "expected"),
    [
        ({"languages": ["de", "uk"]}, {"languages": ["de"]}, [("language", "uk")]),
        ({"languages": ["uk"]}, {}, []),  # of what states no language nobody knows
        ({}, {"statuses": ["toleration"]}, [("status", "")]),
        ({"target_groups": ["women"]}, {"target_groups": ["children"]}, [("group", "women")]),
        ({"target_groups": ["women"]}, {}, []),
    ],
)
def test_a_language_status_or_group_without_its_last_service_is_told(
    ends: dict[str, Any], stays: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    loss = endings({"funded_until": SPRING, **ends}, stays)["s0"].loss
    assert [(one.what, one.code) for one in loss.fewer] == expected
    assert not loss.cells and loss.counted


def test_people_are_counted_with_the_places_that_are_left() -> None:
    room = {"capacity": 70, "capacity_unit": "persons"}
    (one,) = endings({"funded_until": SPRING, **room}, room, language="uk")["s0"].loss.people
    assert (one.topic, one.before, one.after, one.room) == ("german", 100.0, 70.0, True)


def test_an_agreement_takes_along_what_its_parties_offer_and_ends_that_day() -> None:
    found = endings({"funded_until": SPRING}, {"funded_until": SUMMER})
    assert found["a"].services == ("s0",) and found["a"].loses == ()
    assert endings({"funded_until": SUMMER})["a"].services == ()


def test_a_service_without_area_or_topic_is_not_said_to_be_covered() -> None:
    assert not endings({"funded_until": SPRING, "topics": []}, {})["s0"].loss.counted


def test_of_a_service_that_reached_nobody_nothing_is_said_to_be_covered() -> None:
    ends = {"funded_until": SPRING, "languages": ["de"]}
    assert not endings(ends, {"languages": ["uk"]}, language="uk")["s0"].loss.met
    assert not endings({**ends, "capacity": 0, "capacity_unit": "persons"}, {}, language="de")["s0"].loss.met
    assert endings(ends, {}, language="de")["s0"].loss.met
