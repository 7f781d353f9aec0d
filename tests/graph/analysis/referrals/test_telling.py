"""Doors, circles, ends, what arrives, and what is to be asked."""

from __future__ import annotations

from typing import Any

from graph.analysis.council.ways import journeys_part, ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.finding import Finding, told
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.bundles import one_stop
from graph.analysis.referrals.ends import ends
from graph.analysis.referrals.findings import of_task
from graph.analysis.referrals.follow_ons import missing_follow_ons
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.passing import Keeping, counted, passing
from graph.analysis.referrals.tasks import tasks
from graph.analysis.referrals.topics import steps_by_language, topic_ways
from graph.analysis.referrals.unled import unled
from graph.model.changes import Entry, EntryId
from graph.network import Network
from tests.graph.analysis.referrals.test_networks import TODAY, entry, journey, network

BOTH = {"sender_confirmed_until": "2027-01-01", "receiver_confirmed_until": "2027-01-01"}


def link(id: str, **fields: Any) -> Entry:
    sender, _, receiver = id.partition("-")
    return entry("referral", id, sender=sender, receiver=receiver, **fields)


def roof(*ids: str, parent: str = "hall", **place: str) -> list[Entry]:
    return [
        entry("place", "house", name="Haus", street="Markt", house_number="1"),
        entry("place", "door", name="Eingang", street="MARKT", house_number="1", **place),
        entry("actor", "hall", name="Hall", entry_point=True, places=["house"]),
        *(entry("actor", id, name=id, parent=parent, places=["door"]) for id in ids),
    ]


def test_one_actor_is_a_window_one_roof_is_a_door_the_rest_are_houses() -> None:
    offers = {"a": ["x", "y"], "b": ["x"], "c": ["y"]}
    window = one_stop(offers, ["a", "b", "c"], ["x", "y"], {})
    door = one_stop(offers, ["b", "c"], ["x", "y"], {"b": ["h", "i"], "c": ["i"]})
    houses = one_stop(offers, ["b", "c"], ["x", "y"], {"b": ["h"]})
    assert window and door and houses
    assert (window.grade, door.grade, houses.grade) == ("window", "door", "houses")
    assert (door.houses, houses.houses) == (1, 2)
    assert one_stop(offers, ["b"], ["x", "y"], {}) is None


def test_units_of_one_parent_at_one_address_have_one_door() -> None:
    steps = journey("status", "german")
    joined = course(network(*roof("office", "course"), *steps), EntryId("way"), TODAY).stop
    apart = course(network(*roof("office"), *steps), EntryId("way"), TODAY).stop
    strange = course(network(*roof("office", "course", parent="pub"), *steps), EntryId("way"), TODAY).stop
    elsewhere = course(network(*roof("office", "course", postcode="1"), *steps), EntryId("way"), TODAY).stop
    assert [s.grade for s in (joined, apart, strange, elsewhere) if s] == ["door", "houses", "door", "door"]
    assert apart and apart.houses == 2


def test_steps_nobody_leads_to_do_not_hide_how_far_the_others_go() -> None:
    found = course(network(*journey("status", "meeting"), links="hall-office"), EntryId("way"), TODAY)
    assert found.walk is not None and found.walk.walk == ("hall", "office")
    assert found.stop is not None and found.stop.grade == "window"


def test_three_providers_who_refer_for_one_topic_in_a_circle_are_told() -> None:
    def meeting(*links: tuple[str, str]) -> Network:
        others = [entry("service", f"s-{a}", name=a, provider=a, topics=["meeting"]) for a in ("pub", "office")]
        named = [entry("referral", f"r{n}", sender=a, receiver=f"s-{b}") for n, (a, b) in enumerate(links)]
        return network(*others, *named)

    circle = meeting(("club", "pub"), ("pub", "office"), ("office", "club"))
    assert topic_ways(circle, EntryId("meeting"), TODAY).rings == (("club", "office", "pub"),)
    mutual = meeting(("club", "pub"), ("pub", "club"))
    assert topic_ways(mutual, EntryId("meeting"), TODAY).rings == ()


def test_what_usually_follows_is_missing_where_nobody_leads_on_and_nothing_is_offered() -> None:
    towns = [entry("area", t, name=t, level="municipality") for t in "abcde"]
    courses = [entry("service", f"c{t}", name="c", provider=f"p{t}", topics=["housing"], areas=[t]) for t in "abcd"]
    schools = [entry("actor", f"p{t}", name=t) for t in "abcd"]
    work = entry("service", "work", name="w", provider="pub", topics=["meeting"], areas=["a", "b", "c", "e"])
    led = [entry("referral", f"r{t}", sender=f"p{t}", receiver="work") for t in "abc"]
    parts = [*towns, *courses, *schools, work]
    (found,) = missing_follow_ons(network(*parts, *led), TODAY)
    assert (found.topic, found.then, found.provider, found.places) == ("housing", "meeting", "pd", ("d",))
    assert (found.leading, found.providers) == (3, 4)
    assert missing_follow_ons(network(*parts, *led[:2]), TODAY) == ()
    everywhere = entry("service", "work", name="w", provider="pub", topics=["meeting"], areas=list("abcde"))
    assert missing_follow_ons(network(*towns, *courses, *schools, everywhere, *led), TODAY) == ()


def test_whoever_offers_something_and_is_led_to_from_nowhere_is_told() -> None:
    assert unled(network(links="hall-office"), TODAY) == ("club", "course")
    assert unled(network(links=""), TODAY) == ()


def test_circles_and_ends_that_many_send_to_are_told_once_for_all_topics() -> None:
    many = ends(network(links="hall-course office-course club-course"), TODAY)
    circle = ends(network(links="hall-club club-pub pub-club hall-course"), TODAY)
    assert [(trap.trap, trap.actors, senders) for trap, senders in many] == [("dead_end", ("course",), 3)]
    assert [(trap.trap, senders) for trap, senders in circle] == [("loop", 1)]


def test_a_language_nobody_offers_has_no_way() -> None:
    spoken = entry("service", "s-course", name="c", provider="course", topics=["german"], languages=["uk"])
    found = steps_by_language(network(spoken), EntryId("german"), TODAY, ("uk", "ti"))
    assert found == {"uk": {"hall": 2}, "ti": {"hall": None}}


def test_how_many_arrive_is_a_range_and_counts_alone_speak() -> None:
    counts = {"counts": ["2026-Q1: 10", "2026-Q2: 30"]}
    whole = network(link("hall-office", **counts), link("office-course", **counts))
    found = passing(whole, EntryId("german"), TODAY, Keeping(low=0.8, high=0.9))
    assert found is not None and found.links == 2 and found.shortest == 2
    assert [round(value, 9) for value in found.arriving] == [64, 81]
    assert counted(whole, TODAY).known == 2 and not counted(whole, TODAY).enough
    assert passing(network(), EntryId("german"), TODAY) is None


def test_waiting_lets_fewer_arrive() -> None:
    def arriving(**more: Any) -> tuple[float, float]:
        found = passing(network(link("hall-office", counts=["2026-Q1: 10"], **more)), EntryId("status"), TODAY)
        assert found is not None
        return found.arriving

    assert arriving(waiting_weeks=10) < arriving(waiting_weeks=1) < arriving()


def test_where_everything_is_confirmed_there_is_no_task() -> None:
    links = "hall-office office-course"
    all_confirmed = network(*(link(id, **BOTH) for id in links.split()), links=links)
    assert tasks(all_confirmed, TODAY) == () and ways_part(all_confirmed, TODAY, Assumptions())["tasks"] == []
    assert {id for id, _ in tasks(network(links=links), TODAY)} == {"hall-office", "office-course"}
    found = arcs(network(link("hall-office", sender_confirmed_until="2027-01-01")), TODAY)
    (task,) = [t for arc in found.all() if arc.id == "hall-office" and (t := of_task(arc))]
    assert task.code == "referrals.task.receiver"


def test_what_everyone_reads_of_ways_names_no_actor() -> None:
    whole = network(*roof("office"), *journey("status", "housing"), links="hall-office hall-club club-pub pub-club")
    part = ways_part(whole, TODAY, Assumptions())
    said = [f for name in ("ends_at", "follow_ons_at", "rings_at", "unled_at") for f in part[name]]
    for topic in part["ways"]:
        detail = part.get(f"ways:{topic['topic']}", {})
        said += [topic["finding"], *(f for name, some in detail.items() if name.endswith("_at") for f in some)]
    for journey_data in journeys_part(whole, TODAY)["journeys"]:
        said += [journey_data["stop"], *(stage["finding"] for stage in journey_data["stages"])]
    names = {str(a.fields["name"]) for a in whole.of_kind("actor").values()}
    for finding in said:
        for lang in ("de", "en"):
            text = told(whole, Finding(**finding), lang)
            assert "…" not in text and not any(name in text for name in names), text


def test_an_empty_network_has_ways_without_claims() -> None:
    part = ways_part(Network(), TODAY, Assumptions())
    assert part["ways"] == part["ends"] == part["tasks"] == [] and not part["passing"]["ready"]
