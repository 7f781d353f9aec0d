"""What a change does to fields, and when it does not apply."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.applying import clashes, difference, invert, inverted, result, touched
from graph.model.changes import Change, EntryId, Kind
from tests.contract.making import changeset, created, deleted, updated

STORED = {"name": "a", "note": "x"}


def _fields(stored: dict[str, Any] | None, change: Change) -> list[str | None]:
    return [clash.field for clash in clashes(stored, change)]


def test_a_creation_wants_no_entry_and_leaves_out_what_is_not_known() -> None:
    change = created("a", name="a", note=None)
    assert (_fields(None, change), _fields({}, change)) == ([], [None])
    assert result(None, change) == {"name": "a"}


def test_an_update_compares_and_changes_the_touched_fields_only() -> None:
    change = updated("a", {"note": "x", "about": None}, {"note": None, "about": "y"})
    assert (_fields(STORED, change), result(STORED, change)) == ([], {"name": "a", "about": "y"})
    assert _fields({"name": "b", "note": "x"}, change) == []
    assert _fields({"note": "z", "about": "z"}, change) == ["note", "about"]
    assert _fields(None, change) == [None]


def test_an_update_does_not_change_the_fields_it_was_given() -> None:
    stored = dict(STORED)
    result(stored, updated("a", {"note": "x"}, {"note": "z"}))
    assert stored == STORED


def test_a_deletion_compares_the_whole() -> None:
    assert _fields(STORED, deleted("a", **STORED)) == []
    assert _fields(STORED, deleted("a", **STORED, about=None)) == []
    assert _fields(STORED, deleted("a", name="a")) == [None]
    assert _fields(None, deleted("a")) == [None]
    assert result(STORED, deleted("a", **STORED)) is None


@pytest.mark.parametrize(("a", "b"), [(1, 1.0), (1, True), (0, False), ("", None), ([], None), ("ä", "a\u0308")])
def test_values_that_only_look_alike_clash(a: object, b: object) -> None:
    assert _fields({"note": a}, updated("a", {"note": b}, {"note": "x"})) == ["note"]


def test_lists_and_mappings_are_compared_by_content() -> None:
    stored = {"extra": {"a": [1], "b": 2}}
    assert _fields(stored, updated("a", {"extra": {"b": 2, "a": [1]}}, {"extra": None})) == []
    assert _fields(stored, updated("a", {"extra": {"b": 2, "a": [2]}}, {"extra": None})) == ["extra"]


@pytest.mark.parametrize(
    ("before", "after"), [({"note": "x"}, {"note": "y"}), ({}, {"about": "y"}), ({"note": "x"}, {}), ({}, {})]
)
def test_a_change_and_its_inversion_cancel_out(before: dict[str, Any], after: dict[str, Any]) -> None:
    change = updated("a", before, after)
    changed = result(STORED, change)
    assert clashes(STORED, change) == clashes(changed, invert(change)) == []
    assert result(changed, invert(change)) == STORED


def test_an_inverted_creation_deletes_and_an_inverted_deletion_creates() -> None:
    assert invert(created("a")) == deleted("a")
    assert invert(deleted("a")) == created("a")


def test_changes_are_inverted_last_first() -> None:
    changes = changeset(created("a"), created("b"))
    assert inverted(changes) == (deleted("b"), deleted("a"))


def test_a_change_to_the_same_is_no_difference() -> None:
    assert not difference(updated("a", {"note": [1]}, {"note": [1]}))
    assert difference(updated("a", {"note": [1]}, {"note": [1.0]}))
    assert difference(created("a"))


def test_touched_fields_stand_on_either_side() -> None:
    assert touched(updated("a", {"x": 1, "y": 1}, {"y": 2, "z": 2})) == ["x", "y", "z"]
    assert touched(Change(kind=Kind("actor"), id=EntryId("a"), before=None, after=None)) == []
