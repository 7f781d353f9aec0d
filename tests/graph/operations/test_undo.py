"""What an undo leaves out, because something else rests on it by now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graph.model.applying import invert
from graph.model.changes import Applied, Change, ChangeSet, EntryId, Kind, OpId, Revision, Why
from graph.network import Network
from graph.operations import undo

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


def made(kind: str, id: str, **fields: Any) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields)


def applied(*changes: Change) -> Applied:
    why = Why(code="why.edit")
    done = ChangeSet(op=OpId("op"), who="", at=NOW, why=why, source="form", changes=changes)
    return Applied(revision=Revision(1), changes=done)


A, B = made("actor", "a", name="A"), made("actor", "b", name="B", parent="a")
GROUP = made("group", "g", name="G", members=["a", "b"])
SERVICE = made("service", "s", name="S", provider="a")


def test_what_comes_back_comes_without_links_to_what_is_gone() -> None:
    planned = undo.plan(Network().apply([A]), applied(invert(GROUP), invert(B)))
    assert planned.kept == ()
    planned = undo.plan(Network().apply([made("actor", "b", name="B")]), applied(invert(GROUP)))
    assert [c.after for c in planned.changes] == [{"name": "G", "members": ["b"]}]
    assert [(k.id, k.field, k.expected) for k in planned.kept] == [("g", "members", ["a", "b"])]


def test_what_needs_something_that_is_gone_does_not_come_back() -> None:
    planned = undo.plan(Network(), applied(invert(SERVICE), invert(B)))
    assert {c.id: c.after for c in planned.changes} == {"b": {"name": "B"}}
    assert {(k.id, k.field) for k in planned.kept} == {("s", None), ("b", "parent")}


def test_what_others_link_to_by_now_stays() -> None:
    planned = undo.plan(Network().apply([A, SERVICE]), applied(A))
    assert planned.changes == () and [k.id for k in planned.kept] == ["a"]


def test_an_entry_of_another_kind_under_the_same_id_stays() -> None:
    planned = undo.plan(Network().apply([made("group", "a", name="A")]), applied(A))
    assert planned.changes == () and [k.id for k in planned.kept] == ["a"]


def test_a_single_link_that_is_gone_is_left_out_of_a_change() -> None:
    back = Change(kind=Kind("actor"), id=EntryId("b"), before={"parent": "a"}, after={"parent": None})
    planned = undo.plan(Network().apply([made("actor", "b", name="B")]), applied(back))
    assert planned.changes == () and [(k.id, k.field) for k in planned.kept] == [("b", "parent")]
