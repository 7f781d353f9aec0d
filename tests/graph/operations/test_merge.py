"""Two entries become one: whose values stand, where links lead, what a merge lets go, and the way back."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from graph.model.canonical import entries_hash
from graph.model.changes import Applied, Change, Entry, EntryId, Kind, OpId, Revision
from graph.model.errors import Invalid, KnotenpunktError, Missing
from graph.model.schema import references
from graph.model.uniting import same
from graph.network import Network
from graph.operations import merge, undo
from graph.operations.merge_fields import Side
from graph.operations.merge_parts import parts_twice
from tests.graph.worlds import NOW, changesets


def world(*entries: tuple[str, str, dict[str, Any]]) -> Network:
    return Network(Entry(kind=Kind(k), id=EntryId(i), fields=f) for k, i, f in entries)


def merged(network: Network, keep: str = "a", drop: str = "b", **more: Any) -> tuple[Network, merge.Merge]:
    planned = merge.plan(network, keep, drop, **more)
    return network.apply(planned.changes), planned


def two(one: dict[str, Any], other: dict[str, Any], *more: tuple[str, str, dict[str, Any]]) -> Network:
    return world(("actor", "a", {"name": "A", **one}), ("actor", "b", {"name": "A", **other}), *more)


def test_empty_fields_are_filled_and_lists_put_together() -> None:
    after, planned = merged(two({"phones": ["+491"]}, {"phones": ["+492"], "about": "Hilft"}))
    assert after.entry("a").fields == {"name": "A", "phones": ["+491", "+492"], "about": "Hilft"}
    assert (planned.let_go, "b" in after) == ((), False)


def test_of_two_values_the_chosen_one_stands_and_the_other_is_listed() -> None:
    network = two({"short_name": "eins"}, {"short_name": "zwei"})
    kept, planned = merged(network)
    assert kept.entry("a").fields["short_name"] == "eins"
    assert [(g.id, g.field, g.value) for g in planned.let_go] == [("b", "short_name", "zwei")]
    taken, planned = merged(network, choices={"short_name": "drop"})
    assert taken.entry("a").fields["short_name"] == "zwei"
    assert [(g.id, g.value) for g in planned.let_go] == [("a", "eins")]


def test_hours_go_with_their_wording() -> None:
    network = two({"hours": "Mo 08:00-12:00"}, {"hours": "Tu 08:00-12:00", "hours_text": "nur mit Termin"})
    assert "hours_text" not in merged(network)[0].entry("a").fields
    assert merged(network, choices={"hours": "drop"})[0].entry("a").fields["hours_text"] == "nur mit Termin"


def test_nothing_becomes_seen_by_more_people_unless_it_was_chosen() -> None:
    network = two({}, {"audience": "coordination", "note": "intern"})
    assert merged(network)[0].entry("a").fields["audience"] == "coordination"
    assert "audience" not in merged(network, choices={"audience": "keep"})[0].entry("a").fields
    shelter = world(
        ("place", "a", {"name": "Haus", "protected": False}), ("place", "b", {"protected": True, "name": "Haus"})
    )
    assert merged(shelter)[0].entry("a").fields["protected"] is True


def test_of_one_language_the_fuller_statement_stands() -> None:
    after, _ = merged(two({"languages": ["uk", "de"]}, {"languages": ["uk:staff"]}))
    assert after.entry("a").fields["languages"] == ["de", "uk:staff"]


def test_every_link_leads_to_the_one_that_stays() -> None:
    network = two(
        {}, {},
        ("service", "s", {"name": "S", "provider": "b"}), ("contact", "c", {"function": "F", "actor": "b"}),
        ("group", "g", {"name": "G", "members": ["b", "a"], "chair": "b"}),
        ("actor", "u", {"name": "U", "parent": "b"}),
        ("journey", "j", {"name": "J", "start": "b"}), ("measure", "m", {"name": "M", "owner": "b"}),
        ("event", "e", {"name": "E", "starts": "2026-12-01T10:00", "actors": ["b"]}),
        ("agreement", "v", {"name": "V", "parties": ["b", "u"]}), ("referral", "r", {"sender": "u", "receiver": "b"}),
    )  # fmt: skip
    after, planned = merged(network)
    assert {target for e in after.entries() for _, target in references(e.kind, e.fields)} == {"a", "u"}
    assert after.entry("g").fields["members"] == ["a"]
    assert set(planned.redirected) == set("scgujmevr")


def test_links_that_say_the_same_become_one_with_the_later_confirmation() -> None:
    network = two(
        {}, {}, ("actor", "u", {"name": "U"}),
        ("referral", "r1", {"sender": "u", "receiver": "a",
         "sender_confirmed_until": "2026-12-01", "counts": ["2026-Q1: 3"]}),
        ("referral", "r2", {"sender": "u", "receiver": "b",
         "sender_confirmed_until": "2027-06-30", "counts": ["2026-Q2: 4"]}),
        ("referral", "r3", {"sender": "u", "receiver": "b", "kind": "refers"}),
    )  # fmt: skip
    after, planned = merged(network)
    assert planned.united == (("r1", "r2"),) and set(after.of_kind("referral")) == {"r1", "r3"}
    assert after.entry("r1").fields["sender_confirmed_until"] == "2027-06-30"
    assert after.entry("r1").fields["counts"] == ["2026-Q1: 3", "2026-Q2: 4"]


def test_links_between_the_two_are_dropped_and_told() -> None:
    network = two({"parent": "b"}, {}, ("referral", "r", {"sender": "a", "receiver": "b"}))
    after, planned = merged(network)
    assert set(planned.self_links) == {("a", "parent"), ("r", "sender")}
    assert "r" not in after and "parent" not in after.entry("a").fields


def test_nothing_is_placed_beneath_itself() -> None:
    network = two({"parent": "u"}, {}, ("actor", "u", {"name": "U", "parent": "b"}))
    after, planned = merged(network)
    assert planned.self_links == (("a", "parent"),) and after.entry("u").fields["parent"] == "a"


def test_what_both_have_twice_is_found_and_put_together_with_them() -> None:
    network = two(
        {"places": ["p"]}, {"places": ["q"]},
        ("place", "p", {"street": "Markt Straße", "house_number": "1", "locality": "Zeitz"}),
        ("place", "q", {"street": "Markt Str.", "house_number": "1", "locality": "Zeitz", "postcode": "06712"}),
        ("service", "s", {"name": "Beratung", "provider": "a"}),
        ("service", "t", {"name": "beratung", "provider": "b"}),
        ("contact", "c", {"function": "F", "actor": "a", "services": ["s"]}),
        ("contact", "d", {"function": "F", "actor": "b", "services": ["t"]}),
    )  # fmt: skip
    parts = parts_twice(network, "a", "b")
    assert parts == [("s", "t"), ("p", "q")]
    after, _ = merged(network, parts=parts)
    assert after.entry("a").fields["places"] == ["p"] and after.entry("p").fields["postcode"] == "06712"
    assert after.entry("d").fields["services"] == ["s"] and set(after.of_kind("service")) == {"s"}


def test_sources_find_the_merged_entry_again() -> None:
    one = {"origin": {"x": {"keys": ["1"], "fields": {"name": "h1"}, "on": "2026-01-01"}}}
    other = {"short_name": "B", "origin": {
        "x": {"keys": ["2"], "fields": {"name": "h2", "short_name": "h3"}, "on": "2026-02-01"},
        "y": {"keys": ["9"], "fields": {"name": "h4"}, "on": "2026-03-01"},
    }}  # fmt: skip
    after, _ = merged(two(one, other))
    origin = after.entry("a").fields["origin"]
    assert origin["x"]["keys"] == ["1", "2"] and origin["x"]["taken"] == {"short_name": "2026-02-01"}
    assert origin["y"] == {"keys": ["9"], "fields": {"name": "h4"}, "on": "2026-03-01"}


def test_a_person_is_taken_with_the_grounds_to_name_them() -> None:
    known = {"person": "Erika Muster", "basis": "published", "source": "Liste", "review_by": "2027-01-01"}
    network = world(
        ("actor", "x", {"name": "X"}), ("contact", "a", {"function": "F", "actor": "x", "review_by": "2026-12-01"}),
        ("contact", "b", {"function": "F", "actor": "x", **known}),
    )  # fmt: skip
    assert merged(network)[0].entry("a").fields == {"function": "F", "actor": "x", **known}


def test_only_two_of_one_kind_become_one() -> None:
    network = two({}, {}, ("group", "g", {"name": "G"}), ("area", "r", {"name": "R"}), ("area", "q", {"name": "Q"}))
    for keep, drop in (("a", "g"), ("a", "a"), ("r", "q")):
        with pytest.raises(KnotenpunktError):
            merge.plan(network, keep, drop)
    with pytest.raises(Missing):
        merge.plan(network, "a", "gone")


def test_what_would_break_the_vocabulary_is_refused() -> None:
    network = world(
        ("event", "a", {"name": "E", "starts": "2026-12-02T10:00"}),
        ("event", "b", {"name": "E", "starts": "2026-12-01T10:00", "ends": "2026-12-01T12:00"}),
    )
    with pytest.raises(Invalid):
        merge.plan(network, "a", "b")


SIDES: tuple[Side, ...] = ("keep", "drop", "both")


def some_merge(seed: int) -> tuple[Network, EntryId, EntryId, merge.Merge]:
    random = Random(seed)
    network = Network()
    for made in changesets(random, 14):
        network = network.apply(made.changes)
    kinds = [k for k in ("actor", "service", "contact", "place") if len(network.of_kind(k)) > 1]
    keep, drop = random.sample(sorted(network.of_kind(random.choice(kinds))), 2)
    fields = {**network.entry(keep).fields, **network.entry(drop).fields}
    choices = {name: random.choice(SIDES) for name in fields}
    return network, keep, drop, merge.plan(network, keep, drop, choices, parts_twice(network, keep, drop))


@pytest.mark.parametrize("seed", range(60))
def test_no_merge_leaves_a_link_without_an_end_and_each_is_undone(seed: int) -> None:
    network, keep, drop, planned = some_merge(seed)
    after = network.apply(planned.changes)
    assert keep in after and drop not in after
    assert all(target in after for e in after.entries() for _, target in references(e.kind, e.fields))
    done = merge.changeset(planned, OpId("m"), "", NOW, ("A", "B"))
    back = undo.plan(after, Applied(revision=Revision(1), changes=done))
    assert back.kept == ()
    assert entries_hash(after.apply(back.changes).entries()) == entries_hash(network.entries())


@pytest.mark.parametrize("seed", range(60))
def test_every_value_stands_somewhere_or_is_listed(seed: int) -> None:
    network, keep, drop, planned = some_merge(seed)
    after = network.apply(planned.changes).entry(keep).fields
    told = {(g.id, g.field): g.value for g in planned.let_go}
    cut = {field for id, field in planned.self_links if id == keep}
    for id in (keep, drop):
        for name, value in network.entry(id).fields.items():
            assert (
                name in cut
                or name == "audience"
                or _stands(after.get(name), value)
                or same(told.get((id, name)), value)
            )


def _stands(now: Any, value: Any) -> bool:
    if isinstance(value, list) and isinstance(now, list):
        return (
            True
            if set(value) <= set(now)
            else len(now) >= 1 and all(isinstance(v, str) for v in value) and _led(value, now)
        )
    return same(now, value) or (isinstance(now, str) and isinstance(value, str) and value in now)


def _led(value: list[str], now: list[str]) -> bool:
    """Links led to what stays: places that became one."""
    return all(v in now or v.startswith("p") for v in value)


def test_the_change_of_a_merge_says_what_became_what() -> None:
    made = merge.changeset(merge.plan(two({}, {}), "a", "b"), OpId("m"), "anna", NOW, ("A", "B"), "doppelt")
    assert made.why.params == {"keep": "A", "drop": "B", "note": "doppelt", "into": {"b": "a"}}
    assert isinstance(made.changes[0], Change)
