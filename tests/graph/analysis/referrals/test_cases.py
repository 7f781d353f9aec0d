"""One case live, the doors behind which actors sit, and what counts of referrals tell."""

from __future__ import annotations

from typing import Any

import pytest

from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.cases import case
from graph.analysis.referrals.counts import per_quarter
from graph.analysis.referrals.doors import doors
from graph.analysis.referrals.follow_ons import missing_follow_ons
from graph.analysis.referrals.houses import houses
from graph.model.changes import Entry, EntryId
from graph.network import Network
from tests.graph.analysis.referrals.test_networks import TODAY, entry, network

GERMAN = EntryId("german")


def course(provider: str, id: str = "", **fields: Any) -> Entry:
    return entry("service", id or f"s-{provider}", name=provider, provider=provider, topics=["german"], **fields)


def test_a_language_that_nobody_offers_leads_to_the_next_best() -> None:
    some = network(course("course", languages=["de"]), course("office", languages=["de"]))
    told = case(some, GERMAN, TODAY, language="uk")
    assert told.otherwise and told.way is not None and told.way.goal == "office"
    assert [one.service for one in told.services] == ["s-office"]
    anyone = case(some, GERMAN, TODAY)
    assert not anyone.otherwise and anyone.way is not None and anyone.way.goal == "office"


def test_a_language_that_is_offered_is_gone_to_further_away() -> None:
    some = network(course("course", languages=["uk"]), course("office", languages=["de"]))
    told = case(some, GERMAN, TODAY, language="uk")
    assert not told.otherwise and told.way is not None and (told.way.goal, told.way.steps) == ("course", 2)


def test_services_that_state_the_language_come_before_those_that_state_none() -> None:
    some = network(course("course", "a"), course("course", "b", languages=["uk"]), course("course", "s-course"))
    assert [one.service for one in case(some, GERMAN, TODAY, language="uk").services] == ["b", "a", "s-course"]
    assert [one.service for one in case(some, GERMAN, TODAY).services] == ["a", "b", "s-course"]


def test_what_nobody_offers_is_told_as_nothing_in_whatever_language() -> None:
    told = case(network(), EntryId("housing"), TODAY, language="uk")
    assert (told.way, told.services, told.otherwise) == (None, (), False)


def test_without_a_way_every_service_is_told_and_a_start_is_kept_to() -> None:
    lost = case(network(), GERMAN, TODAY, start="pub")
    assert lost.way is None and [one.service for one in lost.services] == ["s-course"]
    near = case(network(), GERMAN, TODAY, start="office")
    assert near.way is not None and (near.way.start, near.way.steps) == ("office", 1)


def test_no_link_leads_from_an_actor_to_itself_or_its_own_service() -> None:
    own = [
        entry("referral", "own", sender="office", receiver="s-office"),
        entry("referral", "self", sender="club", receiver="club"),
    ]
    assert {arc.id for arc in arcs(network(*own), TODAY).all()} == {arc.id for arc in arcs(network(), TODAY).all()}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"street": "MARKT", "house_number": "1a"}, True),
        ({"street": "Markt", "house_number": "2"}, False),
        ({"street": "Markt", "house_number": "1A", "postcode": "06712"}, False),
        ({}, False),
    ],
)
def test_two_entries_of_one_address_are_one_door(other: dict[str, str], same: bool) -> None:
    some = Network(
        [
            entry("place", "p", name="Haus", street="Markt", house_number="1A"),
            entry("place", "q", name="Haus", **other),
            entry("actor", "house", name="Haus"),
            entry("actor", "a", name="A", parent="house", places=["p"]),
            entry("actor", "b", name="B", parent="house", places=["q"]),
            entry("actor", "c", name="C", places=["p"]),
            entry("actor", "d", name="D"),
        ]
    )
    assert (doors(some, EntryId("a")) == doors(some, EntryId("b"))) is same
    assert doors(some, EntryId("a")) != doors(some, EntryId("c"))  # another organisation's door
    assert doors(some, EntryId("d")) == ()


def test_two_places_without_a_street_are_two_doors() -> None:
    some = Network(
        [
            *(entry("place", id, name="Haus") for id in "pq"),
            entry("actor", "house", name="Haus"),
            *(entry("actor", id, name=id, parent="house", places=[place]) for id, place in ("ap", "bq")),
        ]
    )
    assert doors(some, EntryId("a")) != doors(some, EntryId("b"))


def test_the_newest_four_quarters_are_counted_in_whatever_order_they_stand() -> None:
    stated = ["2026-Q2: 50", "2024-Q1: 900", "2026-Q1: 40", "2025-Q3: 20", "2025-Q4: 30", "2025-Q2: 10"]
    assert per_quarter(stated) == 35
    assert per_quarter(["2026-Q5: 3", "viele"]) is None


def test_an_office_without_the_topic_is_not_the_house_of_its_units() -> None:
    parents = {"house": "county", "desk": "house", "room": "desk", "other": "county"}
    actors = [entry("actor", id, name=id, parent=parent) for id, parent in parents.items()]
    some = Network([entry("actor", "county", name="Kreis"), *actors])
    assert houses(some, [EntryId("desk"), EntryId("other"), EntryId("room")]) == ("desk", "other")
    assert houses(some, [EntryId("room"), EntryId("house"), EntryId("desk")]) == ("house",)


@pytest.mark.parametrize(("led", "heading", "missing"), [(3, "work", 1), (2, "work", 0), (3, "health", 0)])
def test_what_usually_follows_is_learned_from_three_under_one_heading(led: int, heading: str, missing: int) -> None:
    offices = "abcd"[: led + 1]
    found = [
        entry("topic", "first", name="Kurs", heading="work"),
        entry("topic", "second", name="Arbeit", heading=heading),
        *(entry("area", area, name=area, level="municipality") for area in offices),
        *(entry("actor", f"p{area}", name=area) for area in (*offices, "jobs")),
        *(
            entry("service", f"s{area}", name="s", provider=f"p{area}", topics=["first"], areas=[area])
            for area in offices
        ),
        entry("service", "work", name="w", provider="pjobs", topics=["second"], areas=list(offices[:led])),
        *(entry("referral", f"r{area}", sender=f"p{area}", receiver="work") for area in offices[:led]),
    ]
    assert len(missing_follow_ons(Network(found), TODAY)) == missing
