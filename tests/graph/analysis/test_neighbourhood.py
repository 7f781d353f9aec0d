"""Who is near an actor: referrals before what is only shared, and bounded work however large a topic is."""

from __future__ import annotations

from typing import Any

from graph.analysis.neighbourhood import neighbourhood
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network


def _entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def _actors(*ids: str, topic: str = "t") -> list[Entry]:
    actors = [_entry("actor", id, name=id) for id in ids]
    return [*actors, *(_entry("service", f"s-{id}", name=id, provider=id, topics=[topic]) for id in ids)]


TOPIC = _entry("topic", "t", name="Wohnen", heading="housing")


def test_referrals_come_before_shared_topics() -> None:
    referral = _entry("referral", "r", sender="a", receiver="s-c")
    found = neighbourhood(Network([TOPIC, *_actors("a", "b", "c"), referral]), "a")
    assert [(n.id, n.ties) for n in found] == [("c", ["refers", "topic"]), ("b", ["topic"])]
    assert [n.linked for n in found] == [True, False]


def test_whoever_sends_people_here_is_near_as_well() -> None:
    referral = _entry("referral", "r", sender="b", receiver="a")
    found = neighbourhood(Network([_entry("actor", "a", name="a"), _entry("actor", "b", name="b"), referral]), "a")
    assert [(n.id, n.ties) for n in found] == [("b", ["referred"])]


def test_units_and_groups_are_ties() -> None:
    unit = _entry("actor", "u", name="u", parent="a")
    group = _entry("group", "g", name="AG", members=["a", "m"])
    found = neighbourhood(Network([_entry("actor", "a", name="a"), unit, _entry("actor", "m", name="m"), group]), "a")
    assert [(n.id, n.ties[0], n.shared) for n in found] == [("u", "part", []), ("m", "group", ["g"])]


def test_those_of_the_same_area_come_first_among_equals() -> None:
    areas = [_entry("area", "x", name="X"), _entry("area", "y", name="Y")]
    actors = [_entry("actor", id, name=id, areas=[area]) for id, area in (("a", "x"), ("b", "y"), ("c", "x"))]
    services = [e for e in _actors("a", "b", "c") if e.kind == "service"]
    found = neighbourhood(Network([TOPIC, *areas, *actors, *services]), "a")
    assert [n.id for n in found] == ["c", "b"]


def test_without_topics_the_area_is_all_there_is() -> None:
    actors = [_entry("actor", id, name=id, areas=["x"]) for id in ("a", "b")]
    found = neighbourhood(Network([_entry("area", "x", name="X"), *actors]), "a")
    assert [(n.id, n.ties) for n in found] == [("b", ["area"])]


def test_a_topic_of_very_many_is_sampled_the_same_way_every_time() -> None:
    network = Network([TOPIC, *_actors(*(f"n{i}" for i in range(300)))])
    first = neighbourhood(network, "n7")
    assert len(first) == 12
    assert [n.id for n in first] == [n.id for n in neighbourhood(network, "n7")]
    assert all(n.id != "n7" for n in first)


def test_an_actor_alone_has_no_neighbours() -> None:
    assert neighbourhood(Network([_entry("actor", "a", name="a")]), "a") == []
