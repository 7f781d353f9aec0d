"""A plan upon a network that goes on changing."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network
from graph.operations.moves import Move, carried_out, made


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


NETWORK = Network(
    [
        entry("area", "town", name="Stadt", level="municipality"),
        entry("topic", "german", name="Deutsch", heading="german"),
        entry("actor", "hall", name="Rathaus", areas=["town"]),
        entry("actor", "school", name="Schule"),
        entry("service", "course", name="Kurs", provider="school", topics=["german"], capacity=20, languages=["de"]),
    ]
)


def states(network: Network, *moves: Move) -> list[tuple[str, tuple[str, ...]]]:
    return [(outcome.state, outcome.about) for outcome in carried_out(network, moves)[1]]


def move(what: str, **values: Any) -> Move:
    return made(NETWORK, what, what, values)


def without(id: str) -> Network:
    return Network([e for e in NETWORK.entries() if e.id != id and e.fields.get("provider") != id])


def test_a_plan_leaves_the_network_as_it_is_and_survives_being_kept() -> None:
    kept = Move(**move("language", service="course", languages=["uk"]).body)
    after, outcomes = carried_out(NETWORK, [kept])
    assert [o.state for o in outcomes] == ["fits"] and after.entry("course").fields["languages"] == ["de", "uk"]
    assert NETWORK.entry("course").fields["languages"] == ["de"]


def test_what_a_move_is_about_may_be_gone_and_is_told_by_its_name() -> None:
    assert states(without("school"), move("link", sender="hall", receiver="school")) == [("gone", ("Schule",))]
    assert states(without("school"), move("drop_out", actor="school")) == [("already", ("Schule",))]
    assert states(without("school"), move("roof", name="Haus", actors=["hall", "school"])) == [("gone", ("Schule",))]


def test_a_capacity_that_changed_meanwhile_is_told_and_todays_is_used() -> None:
    more = move("capacity", service="course", by="5")
    later = NETWORK.apply(
        [Change(kind=Kind("service"), id=EntryId("course"), before={"capacity": 20}, after={"capacity": 30})]
    )
    after, (outcome,) = carried_out(later, [more])
    assert (outcome.state, outcome.about) == ("changed", ("Kurs",))
    assert after.entry("course").fields["capacity"] == 35


def test_what_is_so_without_the_move_is_told() -> None:
    assert states(NETWORK, move("language", service="course", languages=["de"]))[0][0] == "already"


def test_a_move_may_rest_on_an_earlier_one_and_falls_with_it() -> None:
    new = move("service", name="Neu", provider="school", topics=["german"], capacity=10)
    after, _ = carried_out(NETWORK, [new])
    link = made(after, "link", "link", {"sender": "hall", "receiver": new.entry})
    assert [state for state, _ in states(NETWORK, new, link)] == ["fits", "fits"]
    assert states(NETWORK, link) == [("gone", ("Neu",))]


@pytest.mark.parametrize("areas", [[], ["town"]])
def test_a_new_place_keeps_the_old_ones_and_what_is_served(areas: list[str]) -> None:
    after, _ = carried_out(NETWORK, [move("place", service="course", area="town", areas=areas)])
    fields = after.entry("course").fields
    assert fields["places"] == ["plan-place"] and fields["areas"] == ["town"]
