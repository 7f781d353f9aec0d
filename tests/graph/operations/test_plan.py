"""Plans on a copy: the network itself stays as it is."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from graph.analysis.coverage.supply import supply
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.topics import topic_ways
from graph.model.changes import Entry, EntryId, Kind
from graph.model.errors import KnotenpunktError
from graph.network import Network
from graph.operations import plan

TODAY = date(2026, 11, 23)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


@pytest.fixture
def network() -> Network:
    """From the town hall by way of two offices to a course; a journey that needs all three."""
    topics = {"status": "law", "money": "benefits", "course": "german"}
    return Network(
        [
            *(entry("actor", a, name=a, entry_point=a == "hall") for a in ("hall", "law", "benefits", "school")),
            *(entry("topic", t, name=t, heading="arrival") for t in topics),
            entry("service", "s1", name="Aufenthalt", provider="law", topics=["status"]),
            entry("service", "s2", name="Leistung", provider="benefits", topics=["money"]),
            entry("service", "s3", name="Kurs", provider="school", topics=["course"], capacity=5, languages=["de"]),
            entry("referral", "r1", sender="hall", receiver="law"),
            entry("referral", "r2", sender="law", receiver="s2"),
            entry("referral", "r3", sender="benefits", receiver="school"),
            entry("journey", "way", name="Weg", start="hall"),
            *(entry("step", f"st{n}", name=t, journey="way", position=n, topic=t) for n, t in enumerate(topics)),
        ]
    )  # fmt: skip


def handovers(network: Network) -> int:
    walk = course(network, EntryId("way"), TODAY).walk
    assert walk is not None
    return walk.handovers


def test_a_house_stands_where_its_units_did_and_serves_whom_they_served() -> None:
    network = Network(
        [
            entry("area", "south", name="Süd", level="municipality"),
            entry("place", "p", name="Markt", area="south", latitude=51.0, longitude=12.0),
            entry("topic", "t", name="Kurs", heading="german"),
            entry("actor", "law", name="Recht"),
            entry("actor", "school", name="Schule", places=["p"]),
            entry("service", "s", name="Kurs", provider="school", topics=["t"]),
        ]
    )
    units = [EntryId("law"), EntryId("school")]
    copy = network.apply(plan.one_roof(network, EntryId("house"), "Haus", units))
    (before,), (after,) = network.memo(supply, TODAY), copy.memo(supply, TODAY)
    assert (before.areas, before.spots[0].point) == (after.areas, after.spots[0].point) and after.located
    assert copy.entry(EntryId("house")).fields["places"] == ["p"]


def test_a_service_that_states_whom_it_serves_does_so_in_a_house_too() -> None:
    network = Network(
        [
            *(entry("area", area, name=area, level="municipality") for area in ("south", "north")),
            *(entry("actor", actor, name=actor, areas=["south"]) for actor in ("law", "school")),
            entry("service", "own", name="Kurs", provider="school", areas=["north"]),
            entry("service", "home", name="Kurs", provider="school"),
        ]
    )
    copy = network.apply(plan.one_roof(network, EntryId("house"), "Haus", [EntryId("law"), EntryId("school")]))
    assert {one.service: sorted(one.areas) for one in copy.memo(supply, TODAY)} == {"own": ["north"], "home": ["south"]}


def test_one_roof_saves_a_hand_over(network: Network) -> None:
    copy = network.apply(plan.one_roof(network, EntryId("agency"), "Agentur", [EntryId("law"), EntryId("benefits")]))
    assert (handovers(network), handovers(copy)) == (3, 2)
    assert copy.entry("law").fields["parent"] == "agency" and "r2" not in copy
    assert {copy.entry("r1").fields["receiver"], copy.entry("r3").fields["sender"]} == {"agency"}


@pytest.mark.parametrize("units", list(combinations(("hall", "law", "benefits", "school"), 2)), ids="-".join)
def test_a_roof_makes_no_step_unreachable(network: Network, units: tuple[str, ...]) -> None:
    copy = network.apply(plan.one_roof(network, EntryId("house"), "Haus", [EntryId(u) for u in units]))
    assert course(copy, EntryId("way"), TODAY).broken == ()
    assert (copy.entry("way").fields["start"] == "house") == ("hall" in units)


def test_a_link_more_shortens_the_way(network: Network) -> None:
    copy = network.apply(plan.add_link(EntryId("new"), EntryId("hall"), EntryId("s3")))
    assert topic_ways(network, EntryId("course"), TODAY).steps == {"hall": 3}
    assert topic_ways(copy, EntryId("course"), TODAY).steps == {"hall": 1}


def test_who_falls_out_takes_the_way_along(network: Network) -> None:
    copy = network.apply(plan.drop_out(network, EntryId("benefits")))
    assert topic_ways(copy, EntryId("course"), TODAY).unreached == ("hall",)
    assert topic_ways(network, EntryId("course"), TODAY).unreached == ()


def test_who_falls_out_takes_its_units_along(network: Network) -> None:
    housed = network.apply(plan.one_roof(network, EntryId("house"), "Haus", [EntryId("law"), EntryId("benefits")]))
    copy = housed.apply(plan.drop_out(housed, EntryId("house")))
    assert not [id for id in ("house", "law", "benefits", "s1", "s2", "r1", "r3") if id in copy] and "school" in copy


def test_a_service_whose_funding_ends_is_gone_with_its_links(network: Network) -> None:
    copy = network.apply(plan.funding_ends(network, EntryId("s2")))
    assert "r2" not in copy and topic_ways(copy, EntryId("money"), TODAY).providers == ()


def test_room_languages_and_places_are_added_once(network: Network) -> None:
    changes = [
        *plan.add_capacity(network, EntryId("s3"), -9),
        *plan.add_language(network, EntryId("s3"), "uk"),
        *plan.add_language(network, EntryId("s3"), "de"),
    ]
    fields = network.apply(changes).entry("s3").fields
    assert (fields["capacity"], fields["languages"]) == (0, ["de", "uk"])
    housed = network.apply(plan.add_place(network, EntryId("s3"), EntryId("house"), locality="Zeitz"))
    assert housed.entry("s3").fields["places"] == ["house"]


def test_a_service_of_the_plan_counts_at_once(network: Network) -> None:
    made = plan.add_service(EntryId("s4"), "Kurs", EntryId("law"), topics=["course"])
    assert topic_ways(network.apply(made), EntryId("course"), TODAY).steps == {"hall": 1}


def test_what_makes_no_sense_is_refused(network: Network) -> None:
    with pytest.raises(KnotenpunktError):
        plan.add_capacity(network, EntryId("s1"), 5)
    with pytest.raises(KnotenpunktError):
        plan.one_roof(network, EntryId("agency"), "Agentur", [EntryId("law")])


def test_a_service_with_a_place_of_its_own_is_there_alone() -> None:
    place, service = plan.add_service(EntryId("s9"), "Pass", EntryId("law"), at={"name": "Zeitz", "area": "zeitz"})
    assert (place.kind, place.after) == ("place", {"name": "Zeitz", "area": "zeitz"})
    assert service.after and service.after["places"] == [place.id]
