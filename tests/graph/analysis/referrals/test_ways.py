"""Ways to a service: the shortest, the most confirmed, and who can't get there."""

from __future__ import annotations

from datetime import date

import pytest

from graph.analysis.referrals.arcs import Arc, Arcs, arcs
from graph.analysis.referrals.ways import distances, shortest
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 23)


def linked(*links: tuple[str, str, int]) -> Arcs:
    out: dict[EntryId, list[Arc]] = {}
    into: dict[EntryId, list[Arc]] = {}
    for n, (sender, receiver, sides) in enumerate(links):
        arc = Arc(id=EntryId(f"{n:03}"), sender=EntryId(sender), receiver=EntryId(receiver), sides=sides)
        out.setdefault(arc.sender, []).append(arc)
        into.setdefault(arc.receiver, []).append(arc)
    return Arcs(out={k: tuple(v) for k, v in out.items()}, into={k: tuple(v) for k, v in into.items()})


def network(**referral: object) -> Network:
    return Network(
        [
            Entry(kind=Kind("actor"), id=EntryId("a"), fields={"name": "A"}),
            Entry(kind=Kind("actor"), id=EntryId("b"), fields={"name": "B"}),
            Entry(
                kind=Kind("service"),
                id=EntryId("s"),
                fields={"name": "S", "provider": "b", "funded_until": "2026-12-31"},
            ),
            Entry(kind=Kind("referral"), id=EntryId("r"), fields={"sender": "a", "receiver": "s", **referral}),
        ]
    )


def test_a_link_to_a_service_arrives_at_its_provider() -> None:
    (arc,) = arcs(network(), TODAY).all()
    assert (arc.receiver, arc.service, arc.sides) == ("b", "s", 0)


def test_a_confirmation_counts_until_its_day() -> None:
    sides = {"sender_confirmed_until": "2026-11-23", "receiver_confirmed_until": "2026-11-22"}
    (arc,) = arcs(network(**sides), TODAY).all()
    assert (arc.sender_confirms, arc.receiver_confirms, arc.sides) == (True, False, 1)


def test_a_service_whose_funding_ended_is_no_goal_of_a_link() -> None:
    assert list(arcs(network(), date(2027, 1, 1)).all()) == []


def test_a_link_for_one_status_is_closed_to_others() -> None:
    whole = network(statuses=["toleration"])
    assert list(arcs(whole, TODAY, "protection").all()) == []
    assert len([*arcs(whole, TODAY, "toleration").all(), *arcs(whole, TODAY).all()]) == 2


def test_what_actors_share_is_no_link() -> None:
    shared = [
        Entry(kind=Kind("area"), id=EntryId("t"), fields={"name": "T", "level": "municipality"}),
        Entry(kind=Kind("topic"), id=EntryId("p"), fields={"name": "P", "heading": "german"}),
        *(Entry(kind=Kind("actor"), id=EntryId(a), fields={"name": a, "areas": ["t"], "parent": "a"}) for a in "ab"),
        *(Entry(kind=Kind("service"), id=EntryId(f"s{a}"), fields={"provider": a, "topics": ["p"]}) for a in "ab"),
        Entry(kind=Kind("group"), id=EntryId("g"), fields={"name": "G", "members": ["a", "b"]}),
        Entry(kind=Kind("agreement"), id=EntryId("v"), fields={"name": "V", "parties": ["a", "b"]}),
    ]
    assert list(arcs(Network(shared), TODAY).all()) == []


def test_of_equally_short_ways_the_most_confirmed_is_told() -> None:
    found = linked(("a", "b", 0), ("a", "c", 1), ("b", "d", 1), ("c", "d", 2), ("a", "e", 2), ("e", "f", 2))
    way = shortest(found, [EntryId("a")], {EntryId("d")})
    assert way is not None
    assert [arc.receiver for arc in way.arcs] == ["c", "d"]
    assert [arc.receiver for arc in way.unconfirmed] == ["c"]


def test_where_no_way_leads_there_is_none() -> None:
    assert shortest(linked(("a", "b", 2)), [EntryId("b")], {EntryId("a")}) is None


def test_steps_are_counted_by_hand_overs() -> None:
    way = shortest(linked(("a", "b", 1)), [EntryId("a")], {EntryId("a")})
    assert way is not None and way.steps == 0


@pytest.mark.parametrize("goals", [[], ["z"]])
def test_goals_outside_the_links_are_reached_by_themselves_only(goals: list[str]) -> None:
    assert distances(linked(("a", "b", 0)), [EntryId(g) for g in goals]) == dict.fromkeys(goals, 0)
