"""Ways, journeys and links on a small network of offices."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.council.completeness import age, completeness
from graph.analysis.council.confirmed import confirmation
from graph.analysis.council.ending import ending
from graph.analysis.planning.next_links import next_links
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.topics import topic_ways
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)
ACTORS = ("hall", "office", "course", "club", "pub")


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def network(*more: Entry, links: str = "hall-office office-course hall-club club-pub pub-club") -> Network:
    """A town hall sends people to an office and a club; the office on to a course, the club round in a circle."""
    topics = {"course": "german", "office": "status", "club": "meeting"}
    entries = [
        *(entry("actor", a, name=a.title(), entry_point=a == "hall") for a in ACTORS),
        *(entry("topic", t, name=t.title(), heading="arrival") for t in ("status", "german", "meeting", "housing")),
        *(entry("service", f"s-{a}", name=a, provider=a, topics=[t]) for a, t in topics.items()),
        *(entry("referral", link, sender=link.split("-")[0], receiver=link.split("-")[1]) for link in links.split()),
        *more,
    ]  # fmt: skip
    return Network({e.id: e for e in entries}.values())


def journey(*topics: str) -> list[Entry]:
    steps = [entry("step", f"st{n}", name=t, journey="way", position=n, topic=t) for n, t in enumerate(topics)]
    return [entry("journey", "way", name="Weg", start="hall"), *steps]


def test_a_topic_tells_its_steps_its_traps_and_who_is_on_every_way() -> None:
    found = topic_ways(network(), EntryId("german"), TODAY)
    assert found.steps == {"hall": 2} and found.mean_steps == 2
    assert found.only_by == ("office",)
    assert [(t.trap, t.actors) for t in found.traps] == [("loop", ("club", "pub"))]


def test_an_entry_point_without_a_way_never_enters_the_mean() -> None:
    found = topic_ways(network(entry("actor", "mosque", name="M", entry_point=True)), EntryId("german"), TODAY)
    assert found.unreached == ("mosque",) and found.mean_steps == 2


def test_a_topic_nobody_offers_has_no_ways_and_no_traps() -> None:
    found = topic_ways(network(), EntryId("housing"), TODAY)
    assert found.providers == () and found.unreached == ("hall",) and found.traps == ()


def test_a_journey_shows_its_broken_step_and_goes_on_behind_it() -> None:
    found = course(network(*journey("status", "housing", "german")), EntryId("way"), TODAY)
    assert [stage.state for stage in found.stages] == ["reached", "no_service", "reached"]
    assert [stage.step for stage in found.broken] == ["st1"]
    assert found.walk is not None and found.walk.walk == ("hall", "office", "course")
    assert found.fewest is not None and set(found.fewest) == {"office", "course"}


def test_a_step_whose_law_has_ended_is_told_apart() -> None:
    ended = entry("service", "s-office", name="o", provider="office", topics=["status"], legal_to="2025-12-31")
    found = course(network(ended, *journey("status")), EntryId("way"), TODAY)
    assert [stage.state for stage in found.stages] == ["ended"]


def test_a_step_nobody_is_sent_to_has_no_way() -> None:
    found = course(network(*journey("meeting", "german")), EntryId("way"), TODAY)
    assert [stage.state for stage in found.stages] == ["reached", "no_way"]


def test_the_next_link_opens_what_has_no_way() -> None:
    (best, *_) = next_links(network(links="hall-club club-pub pub-club office-course"), TODAY)
    assert best.receiver == "office" and best.opens == 2
    assert set(best.topics) == {"status", "german"} and best.starts == ("hall",)


def test_where_everything_is_open_no_link_is_proposed() -> None:
    assert next_links(network(), TODAY) == ()


def test_what_ends_within_a_year_names_what_goes_with_it() -> None:
    areas = [
        entry("area", "county", name="Kreis", level="county"),
        entry("area", "town", name="Stadt", level="municipality", parent="county"),
    ]
    funded = entry(
        "service", "s-course", name="c", provider="course", topics=["german"], areas=["town"], funded_until="2027-06-30"
    )
    whole = network(*areas, funded, entry("agreement", "a", name="A", ends_on="2026-12-31"))
    found = ending(whole, TODAY)
    assert [(e.entry, e.loses) for e in found] == [("a", ()), ("s-course", (("german", "town"),))]
    assert ending(whole, TODAY, days=100)[-1].entry == "a"


def test_links_are_counted_by_who_confirms_them() -> None:
    both = entry("referral", "hall-office", sender="hall", receiver="office", sender_confirmed_until="2027-01-01", receiver_confirmed_until="2027-01-01")  # fmt: skip # noqa: E501
    found = confirmation(network(both), TODAY)
    assert (found.both, found.one, found.none) == (1, 0, 4) and found.rate == 0.2
    assert confirmation(network(links=""), TODAY).rate is None


def test_age_and_completeness_say_what_everything_rests_on() -> None:
    whole = network(entry("actor", "club", name="C", confirmed_on="2024-01-01"), entry("actor", "pub", name="P", confirmed_on="2026-10-01", phones=["+49"]))  # fmt: skip # noqa: E501
    assert (age(whole, TODAY).fresh, age(whole, TODAY).old, age(whole, TODAY).never) == (1, 1, 6)
    phones = next(r for r in completeness(whole) if r.what == "phones")
    assert (phones.known, phones.total) == (1, 5)
