"""A dump is everything, the same lines for the same content; a restore takes it whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from graph.model.changes import EntryId, OpId
from graph.model.errors import Dangling, KnotenpunktError
from graph.store import Store
from tests.contract.making import (
    HOUR,
    NOW,
    created,
    deleted,
    entries,
    entries_state,
    record,
    updated,
    whole,
    write,
)


def _fill(store: Store) -> None:
    write(store, created("t", "topic"), created("a"), created("b", name="B\u0308\x00", parent="a"))
    write(store, created("c", "contact", function="f", actor="a", person="Eva", phones=["+497181"]))
    write(store, updated("a", {"about": None}, {"about": "x"}), deleted("t", "topic"), op="third")
    store.erase([(EntryId("c"), "person")], OpId("erased"), NOW)
    store.commit(None, put=[record("r", owner="o", due=NOW, expires=NOW + HOUR), record("s", body={"n": 2**70})])
    store.add("visits", 3, NOW, NOW + HOUR)


def test_a_restored_store_is_the_same_in_everything(store: Store, other: Store) -> None:
    _fill(store)
    other.restore(store.dump())
    assert (whole(other), entries_state(other)) == (whole(store), entries_state(store))
    assert (other.revision(), other.verify(), other.applied(OpId("third"))) == (4, None, 3)
    assert other.history(None, None, 10) == store.history(None, None, 10)
    assert other.get("job", "s") == store.get("job", "s")
    assert other.add("visits", 1, NOW, NOW) == 4


def test_a_restored_store_goes_on_with_its_links_and_history(store: Store, other: Store) -> None:
    _fill(store)
    other.restore(list(store.dump()))
    with pytest.raises(Dangling):
        write(other, deleted("a", name="a", about="x"))
    assert write(other, created("z")) == 5
    assert other.verify() is None


def test_the_order_of_writing_does_not_show_in_the_entries(store: Store, other: Store) -> None:
    write(store, created("a"), created("b"))
    write(other, created("b"), created("a"))
    assert entries_state(store) == entries_state(other)


def test_an_empty_store_can_be_moved_too(store: Store, other: Store) -> None:
    other.restore(store.dump())
    assert (other.revision(), whole(other)) == (0, whole(store))


def test_a_dump_is_one_state_while_others_write(store: Store) -> None:
    _fill(store)
    before = list(store.dump())
    reading = store.dump()
    first = next(reading)
    write(store, created("z"))
    assert [first, *reading] == before
    assert list(store.dump()) != before


def test_a_dump_that_is_not_read_to_its_end_is_in_nobodys_way(store: Store) -> None:
    _fill(store)
    reading = store.dump()
    next(reading)
    write(store, created("z"))
    reading.close()
    assert "z" in entries(store)


NOT_EMPTY: dict[str, Callable[[Store], object]] = {
    "entry": lambda store: write(store, created("a")),
    "record": lambda store: store.commit(None, put=[record()]),
    "counter": lambda store: store.add("n", 1, NOW, NOW),
    "history": lambda store: write(store),
}


@pytest.mark.parametrize("write_something", NOT_EMPTY.values(), ids=NOT_EMPTY)
def test_a_store_that_holds_anything_is_not_overwritten(
    store: Store, other: Store, write_something: Callable[[Store], object]
) -> None:
    _fill(store)
    write_something(other)
    before = whole(other)
    with pytest.raises(KnotenpunktError) as caught:
        other.restore(store.dump())
    assert (caught.value.code, whole(other)) == ("store.not_empty", before)


DAMAGES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "nothing at all": lambda lines: [],
    "the last line lost": lambda lines: lines[:-1],
    "the end lost": lambda lines: lines[:5],
    "only the first line": lambda lines: lines[:1],
    "half a line": lambda lines: [*lines[:4], lines[4][:20]],
    "a line lost": lambda lines: [*lines[:3], *lines[4:]],
    "a line twice": lambda lines: [*lines[:3], lines[2], *lines[3:]],
    "two lines swapped": lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
    "something after the end": lambda lines: [*lines, lines[1]],
    "one letter changed": lambda lines: [x.replace(b"third", b"thorn") for x in lines],
    "another format": lambda lines: [b'["knotenpunkt",99]\n', *lines[1:]],
    "another program's file": lambda lines: [b"PK\x03\x04\n"],
    "no list": lambda lines: [*lines[:2], b"{}\n", *lines[2:]],
    "an empty list": lambda lines: [*lines[:2], b"[]\n", *lines[2:]],
    "an unknown table": lambda lines: [*lines[:2], b'["sqlite_master","x"]\n', *lines[2:]],
    "a table that is a list": lambda lines: [*lines[:2], b'[["entry"],"x"]\n', *lines[2:]],
    "a column too many": lambda lines: [*lines[:1], b'["entry","actor","x","{}",1]\n', *lines[1:]],
    "a body that is no JSON": lambda lines: [*lines[:1], b'["entry","actor","x","{"]\n', *lines[1:]],
    "a body that is no mapping": lambda lines: [*lines[:1], b'["entry","actor","x","[1]"]\n', *lines[1:]],
    "a value that is a list": lambda lines: [*lines[:1], b'["entry","actor",["x"],"{}"]\n', *lines[1:]],
    "a value that is missing": lambda lines: [*lines[:1], b'["entry",null,"x","{}"]\n', *lines[1:]],
    "half a sign": lambda lines: [*lines[:1], b'["entry","actor","\\ud800","{}"]\n', *lines[1:]],
    "a number too large": lambda lines: [*lines[:1], b'["counter","x",' + b"9" * 30 + b',"x"]\n', *lines[1:]],
    "bytes that are no text": lambda lines: [*lines[:1], b'["entry","actor","\xff","{}"]\n', *lines[1:]],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_dump_is_refused_and_changes_nothing(
    store: Store, other: Store, damage: Callable[[list[bytes]], list[bytes]]
) -> None:
    _fill(store)
    empty = whole(other)
    with pytest.raises(KnotenpunktError) as caught:
        other.restore(damage(list(store.dump())))
    assert (caught.value.code, whole(other)) == ("store.broken_dump", empty)
    other.restore(store.dump())
    assert whole(other) == whole(store)


def test_the_message_names_the_damaged_line(store: Store, other: Store) -> None:
    _fill(store)
    lines = list(store.dump())
    with pytest.raises(KnotenpunktError) as caught:
        other.restore([*lines[:4], b"broken\n", *lines[5:]])
    assert caught.value.params == {"line": 5}


def test_an_error_of_whoever_gives_the_lines_changes_nothing(store: Store, other: Store) -> None:
    _fill(store)

    def breaking():  # type: ignore[no-untyped-def]
        yield from list(store.dump())[:4]
        raise OSError("the disk is gone")

    with pytest.raises(OSError):
        other.restore(breaking())
    assert entries(other) == {}


def test_every_line_is_json_and_ends_with_a_line_feed(store: Store) -> None:
    _fill(store)
    assert all(line.endswith(b"\n") and isinstance(json.loads(line), list) for line in store.dump())
