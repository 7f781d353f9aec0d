"""Before and after a plan: computed from what it touches, equal to computing everything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from graph.analysis.council.indicators import indicators, parts, parts_of, summed
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.reaching import answer_to
from graph.analysis.planning.comparison import Comparison, compare
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network
from graph.operations.moves import Move, carried_out
from tests.graph.analysis.planning.small import network as random_network

TODAY = date(2026, 11, 23)
ASSUMED = Assumptions(ready=0.5)


def compared(network: Network, *moves: Move) -> Comparison:
    after, _ = carried_out(network, moves)
    return compare(network, after, TODAY, ASSUMED, parts(network, TODAY, ASSUMED))


def some_move(random: Random, network: Network, number: int) -> Move:
    def one(kind: str) -> EntryId:
        return random.choice(sorted(network.of_kind(kind)))

    what, values = random.choice(
        [
            ("link", {"sender": one("actor"), "receiver": one("actor")}),
            ("language", {"service": one("service"), "languages": ["uk"]}),
            ("place", {"service": one("service"), "area": one("area")}),
            ("capacity", {"service": one("service"), "by": "20"}),
            ("service", {"name": "neu", "provider": one("actor"), "topics": [one("topic")], "areas": [one("area")]}),
            ("roof", {"name": "Haus", "actors": sorted(network.of_kind("actor"))[:2]}),
            ("funding_ends", {"service": one("service")}),
            ("drop_out", {"actor": one("actor")}),
        ]
    )
    return Move(id=f"m{number}", what=what, values=values)


def asked_alike(before: Network, after: Network) -> Iterator[Asked]:
    """Every topic's question to the second Network, from nothing, about the stages that the first knows enough of."""
    for topic in sorted(before.of_kind("topic")):
        first = question_of(before, topic, TODAY, ASSUMED)
        like = replace(first, needs=()) if first else None
        if asked := question_of(after, topic, TODAY, ASSUMED, like):
            yield asked


@pytest.mark.parametrize("seed", range(3))
def test_what_is_computed_from_the_touched_parts_equals_computing_everything(seed: int) -> None:
    random = Random(seed)
    network = random_network(seed)
    moves = [some_move(random, network, n) for n in range(3)]
    after, _ = carried_out(network, moves)
    known = parts(network, TODAY, ASSUMED)
    found = compare(network, after, TODAY, ASSUMED, known)
    assert found.before == indicators(network, TODAY, ASSUMED)
    assert parts_of(json.loads(json.dumps(known.body))) == known
    fresh = Network(after.entries())
    answers = [answer_to(asked) for asked in asked_alike(network, fresh)]
    assert found.after.values == pytest.approx(indicators(fresh, TODAY, ASSUMED, answers).values, nan_ok=True)


@pytest.mark.parametrize(("seed", "service"), [(8, "s0"), (9, "s4")])
def test_more_capacity_never_widens_a_gap(seed: int, service: str) -> None:
    found = compared(random_network(seed), Move(id="m", what="capacity", values={"service": service, "by": "15"}))
    assert (found.after.values["reached"] or 0) > (found.before.values["reached"] or 0)
    assert found.gaps and all(gap.after < gap.before for gap in found.gaps)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_link_never_lengthens_a_way(seed: int) -> None:
    network = random_network(seed)
    first, *_, last = sorted(network.of_kind("actor"))
    link = compared(network, Move(id="m", what="link", values={"sender": first, "receiver": last}))
    assert link.topics
    for was, now in link.topics.values():
        assert now.unreached <= was.unreached
        assert now.unreached < was.unreached or (now.steps or 0) <= (was.steps or 0)
    assert all(gap.after <= gap.before for gap in link.gaps)


def test_without_demand_no_plan_closes_or_opens_a_gap() -> None:
    network = random_network(3)
    nobody = Network([e for e in network.entries() if e.kind != "demand"])
    found = compared(nobody, Move(id="m", what="drop_out", values={"actor": sorted(nobody.of_kind("actor"))[0]}))
    assert found.gaps == () and found.before.values["need"] is None


def test_a_surge_changes_no_indicator() -> None:
    found = compared(random_network(1), Move(id="m", what="surge", values={"persons": 400}))
    assert found.before == found.after and not found.topics and found.dropped is None


def test_a_closed_gap_is_told_by_place_group_and_topic() -> None:
    def entry(kind: str, id: str, **fields: Any) -> Entry:
        return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)

    network = Network(
        [
            entry("area", "a", name="A", level="municipality"),
            entry("topic", "t", name="Kurs", heading="german"),
            entry("actor", "school", name="Schule", entry_point=True),
            entry("service", "s", name="Kurs", provider="school", topics=["t"], areas=["a"], languages=["de"]),
            entry("demand", "d", area="a", language="uk", persons=100),
            entry("share", "h", topic="t", percent=60.0),
        ]
    )
    found = compared(network, Move(id="m", what="language", values={"service": "s", "languages": ["uk"]}))
    assert [(g.topic, g.unit, g.language, g.before, g.after) for g in found.gaps] == [("t", "a", "uk", 60.0, 0.0)]
    assert (found.before.values["reached"], found.after.values["reached"]) == (0.0, 60.0)
    assert summed(parts(network, TODAY, ASSUMED)) == found.before


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def way_of_three(*offered: str) -> Network:
    """A start refers to a second office, that to a third; German is offered by some of them."""
    return Network(
        [
            entry("area", "a", name="A", level="municipality"),
            entry("topic", "t", name="Kurs", heading="german"),
            *(entry("actor", f"o{n}", name=f"O{n}", entry_point=n in (0, 3)) for n in range(4)),
            *(entry("referral", f"r{n}", sender=f"o{n}", receiver=f"o{n + 1}") for n in range(2)),
            *(entry("service", f"s{o}", name="S", provider=o, topics=["t"], areas=["a"]) for o in offered),
        ]
    )


def test_a_topic_that_becomes_reachable_is_not_taken_for_a_longer_way() -> None:
    opened = Move(id="m", what="link", values={"sender": "o3", "receiver": "o0"})
    found = compared(way_of_three("o2"), opened)
    assert found.alike is not None
    assert (found.before.values["steps"], found.after.values["steps"]) == (2.0, 2.5)
    assert found.alike.indicators["steps"] == (2.0, 2.0)
    assert found.alike.topics[EntryId("t")].unreached == (1, 0)


def test_the_first_provider_of_a_topic_makes_nothing_worse() -> None:
    first = Move(id="m", what="service", values={"name": "S", "provider": "o2", "topics": ["t"], "areas": ["a"]})
    found = compared(way_of_three(), first)
    assert found.alike is not None
    assert (found.before.values["hanging"], found.after.values["hanging"]) == (0, 1)
    assert found.alike.indicators["hanging"] == (0, 0)
    assert found.alike.indicators["topics_unreached"] == (2, 1)
    assert found.alike.topics[EntryId("t")].steps == (None, 2.0)
    gone = compared(way_of_three("o2"), Move(id="m", what="funding_ends", values={"service": "so2"}))
    assert gone.alike is not None and gone.alike.indicators["topics_unreached"] == (1, 2)


def test_hand_overs_of_a_journey_are_compared_only_between_the_same_steps() -> None:
    network = way_of_three("o2").apply(
        [Change(kind=Kind("topic"), id=EntryId("u"), before=None, after={"name": "Arbeit", "heading": "work"})]
    )
    journey = [
        entry("journey", "j", name="Weg", start="o0"),
        *(entry("step", f"p{n}", journey="j", order=n, name=t, topic=t) for n, t in enumerate("tu")),
    ]
    network = Network([*network.entries(), *journey])
    more = Move(id="m", what="service", values={"name": "S", "provider": "o2", "topics": ["u"], "areas": ["a"]})
    found = compared(network, more)
    assert found.alike is not None and found.alike.journeys == {"j"}
    assert found.alike.indicators["handovers"] == (None, None)


def test_a_topic_that_loses_its_only_provider_hangs_on_nobody_and_that_is_no_gain() -> None:
    gone = compared(way_of_three("o2"), Move(id="m", what="funding_ends", values={"service": "so2"}))
    assert gone.alike is not None
    assert (gone.before.values["hanging"], gone.after.values["hanging"]) == (1, 0)
    assert gone.alike.indicators["hanging"] == (0, 0)


def test_an_entry_point_that_goes_into_a_house_is_compared_with_none() -> None:
    house = Move(id="m", what="roof", values={"name": "Haus", "actors": ["o1", "o3"]})
    found = compared(way_of_three("o2"), house)
    assert found.alike is not None
    assert found.alike.topics[EntryId("t")].unreached == (0, 0)  # of o0 alone: o3 is none any more
    assert found.alike.topics[EntryId("t")].steps == (2.0, 2.0)


def test_only_gaps_and_journeys_that_change_are_told() -> None:
    need = [
        *(entry("demand", f"d{n}", area="a", language=code, persons=100) for n, code in enumerate(("uk", "ar"))),
        entry("share", "h", topic="t", percent=60.0),
        *(entry("journey", j, name=j, start="o0") for j in ("j", "k")),
        entry("step", "p", journey="j", name="t", topic="t"),
    ]
    speaking = entry("service", "so2", name="S", provider="o2", topics=["t"], areas=["a"], languages=["de"])
    network = Network([*(e for e in way_of_three("o2").entries() if e.id != "so2"), speaking, *need])
    found = compared(network, Move(id="m", what="language", values={"service": "so2", "languages": ["uk"]}))
    assert [(gap.language, gap.before, gap.after) for gap in found.gaps] == [("uk", 60.0, 0.0)]
    assert found.journeys == {}
    longer = compared(network, Move(id="m", what="link", values={"sender": "o0", "receiver": "o2"}))
    assert {j: (one.handovers, two.handovers) for j, (one, two) in longer.journeys.items()} == {"j": (2, 1)}


def test_who_is_as_indispensable_as_the_worst_is_counted() -> None:
    links = [("o0", "o1"), ("o1", "o2"), ("o3", "o2"), ("o2", "o0")]
    ring = Network(
        [
            *(entry("actor", f"o{n}", name=f"O{n}") for n in range(4)),
            *(entry("referral", f"r{n}", sender=a, receiver=b) for n, (a, b) in enumerate(links)),
        ]
    )
    found = compared(ring, Move(id="m", what="link", values={"sender": "o1", "receiver": "o3"}))
    assert found.dropped is not None and found.dropped[0].ties == 0 and found.dropped[0].actor == "o2"
    assert found.dropped[1].pairs <= found.dropped[0].pairs
    even = Network([e for e in ring.entries() if e.id != "r2"])  # three in a ring, each as indispensable
    found = compared(even, Move(id="m", what="link", values={"sender": "o3", "receiver": "o0"}))
    assert found.dropped is not None and found.dropped[0].ties == 2
