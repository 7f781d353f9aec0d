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
from graph.analysis.coverage.reaching import Asked, Assumptions, answer_to, question_of
from graph.analysis.planning.comparison import Comparison, compare
from graph.model.changes import Entry, EntryId, Kind
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
        like = replace(first, choices=()) if first else None
        if asked := question_of(after, topic, TODAY, ASSUMED, like):
            yield asked


@pytest.mark.parametrize("seed", range(30))
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


@pytest.mark.parametrize("seed", range(12))
def test_more_capacity_never_widens_a_gap_and_a_link_never_lengthens_a_way(seed: int) -> None:
    network = random_network(seed)
    service = next(s for s in network.of_kind("service").values() if "capacity" in s.fields)
    more = compared(network, Move(id="m", what="capacity", values={"service": service.id, "by": "15"}))
    assert (more.after.values["reached"] or 0) >= (more.before.values["reached"] or 0) - 1e-9
    first, *_, last = sorted(network.of_kind("actor"))
    link = compared(network, Move(id="m", what="link", values={"sender": first, "receiver": last}))
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
