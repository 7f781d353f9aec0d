"""Which links are proposed: to whom they concern, for what people need; those that only shorten ways as such."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.planning.next_links import next_links, next_pair, shorter_links
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)


def test_a_link_is_proposed_for_a_topic_that_is_needed_to_an_actor_whom_it_concerns() -> None:
    (best, *others) = next_links(linked_up("hall-office club-course", needed="german"), TODAY)
    assert (best.sender, best.receiver) == ("hall", "course")  # not the club, from where a way leads on, too
    assert (best.topics, best.starts, best.opens, best.needed) == (("german",), ("hall",), 1, 1)
    assert {link.receiver for link in others if "meeting" not in link.topics} == {"course"}


def test_a_topic_of_which_nobody_says_who_needs_it_stands_behind_those_that_are_needed() -> None:
    links = next_links(linked_up("hall-office", needed="german"), TODAY)
    assert [link.needed for link in links] == sorted((link.needed for link in links), reverse=True)
    assert {topic for link in links for topic in link.topics} == {"german", "meeting"}
    nobody = next_links(linked_up("hall-office", needed="german", percent=0.0), TODAY)
    assert {topic for link in nobody for topic in link.topics} == {"meeting"}


def test_a_link_that_only_shortens_ways_is_proposed_as_such() -> None:
    network = linked_up("hall-office office-club club-course", needed="german")
    assert next_links(network, TODAY) == ()
    (best, *_) = shorter_links(network, TODAY)
    assert (best.sender, best.receiver, best.saves, best.steps, best.opens) == ("hall", "course", 2, 3, 0)


def test_two_links_are_proposed_where_one_does_not_do() -> None:
    network = linked_up("hall-office", needed="german")
    pair = next_pair(network, TODAY)
    assert pair is not None and (pair.opens, pair.alone) == (2, 2)
    assert set(pair.topics) == {"german", "meeting"} and pair.starts == ("hall",)


def linked_up(links: str, needed: str, percent: float = 60.0) -> Network:
    """An entry point, an office for residence, a club for meeting and a course; people who need one of it."""
    offers = {"office": "residence", "club": "meeting", "course": "german"}

    def entry(kind: str, id: str, **fields: Any) -> Entry:
        return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)

    return Network(
        [
            entry("area", "town", name="Stadt", level="municipality"),
            entry("demand", "d", area="town", persons=100),
            entry("share", "h", topic=needed, percent=percent),
            *(entry("actor", a, name=a.title(), entry_point=a == "hall") for a in ("hall", *offers)),
            *(entry("topic", t, name=t.title(), heading="work") for t in offers.values()),
            *(entry("service", f"s-{a}", name=a, provider=a, topics=[t]) for a, t in offers.items()),
            *(entry("referral", r, sender=r.split("-")[0], receiver=r.split("-")[1]) for r in links.split()),
        ]
    )
