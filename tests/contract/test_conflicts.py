"""A change applies when each field it touches still is as its writer saw it."""

from __future__ import annotations

import pytest

from graph.model.changes import Change
from graph.model.errors import Clash, Conflict
from graph.store import Store
from tests.contract.making import created, deleted, entries, updated, write


@pytest.fixture(autouse=True)
def _an_entry(store: Store) -> None:
    write(store, created("a", name="Amt", about="Rat", phones=["+49711"]))


def _clashes(store: Store, *changes: Change) -> list[tuple[str, str | None, object, object]]:
    with pytest.raises(Conflict) as caught:
        write(store, *changes)
    return [(c.id, c.field, c.expected, c.found) for c in caught.value.clashes]


def test_two_writers_of_different_fields_both_succeed(store: Store) -> None:
    write(store, updated("a", {"name": "Amt"}, {"name": "Landratsamt"}))
    write(store, updated("a", {"about": "Rat"}, {"about": "Hilfe"}))
    assert entries(store)["a"] == {"name": "Landratsamt", "about": "Hilfe", "phones": ["+49711"]}


def test_the_second_writer_of_the_same_field_sees_both_values(store: Store) -> None:
    write(store, updated("a", {"name": "Amt"}, {"name": "Landratsamt"}))
    second = updated("a", {"name": "Amt", "about": "Rat"}, {"name": "Kreisamt", "about": "x"})
    assert _clashes(store, second) == [("a", "name", "Amt", "Landratsamt")]


def test_all_clashes_of_a_changeset_are_told_at_once(store: Store) -> None:
    found = _clashes(store, updated("a", {"name": "x", "about": "y"}, {"name": "z", "about": "z"}), created("a"))
    assert [field for _, field, _, _ in found] == ["name", "about", None]


def test_a_field_that_was_not_known_must_still_be_unknown(store: Store) -> None:
    assert _clashes(store, updated("a", {"about": None}, {"about": "x"})) == [("a", "about", None, "Rat")]
    assert _clashes(store, updated("a", {}, {"about": "x"})) == [("a", "about", None, "Rat")]


def test_an_empty_text_is_not_the_same_as_unknown(store: Store) -> None:
    assert _clashes(store, updated("a", {"note": ""}, {"note": "x"})) == [("a", "note", "", None)]


def test_whole_numbers_flags_and_decimals_are_told_apart(store: Store) -> None:
    write(store, created("s", "service", name="s", provider="a", capacity=1))
    assert _clashes(store, updated("s", {"capacity": True}, {"capacity": 2}, "service"))
    assert _clashes(store, updated("s", {"capacity": 1.0}, {"capacity": 2}, "service"))


def test_an_update_to_what_it_is_already_still_compares(store: Store) -> None:
    assert _clashes(store, updated("a", {"name": "x"}, {"name": "Amt"}))


def test_a_creation_finds_the_entry_there(store: Store) -> None:
    ((id, field, expected, found),) = _clashes(store, created("a"))
    assert (id, field, expected) == ("a", None, None)
    assert found == {"name": "Amt", "about": "Rat", "phones": ["+49711"]}


def test_a_deletion_compares_the_entry_as_a_whole(store: Store) -> None:
    seen = dict(entries(store)["a"])
    write(store, updated("a", {"note": None}, {"note": "neu"}))
    assert _clashes(store, deleted("a", **seen)) == [("a", None, seen, {**seen, "note": "neu"})]
    write(store, deleted("a", **seen, note="neu"))
    assert entries(store) == {}


def test_a_deletion_does_not_mind_fields_named_as_unknown(store: Store) -> None:
    write(store, deleted("a", **entries(store)["a"], note=None))
    assert entries(store) == {}


@pytest.mark.parametrize("change", [updated("b", {"name": "b"}, {"name": "c"}), deleted("b")], ids=["update", "delete"])
def test_an_entry_that_is_gone_can_not_be_changed(store: Store, change: Change) -> None:
    assert _clashes(store, change) == [("b", None, {"name": "b"}, None)]


def test_a_change_written_for_another_kind_does_not_apply(store: Store) -> None:
    """Else a personal field could pass as one that is not."""
    ((_, field, _, _),) = _clashes(store, updated("a", {"name": "Amt"}, {"name": "x"}, "place"))
    assert field is None


def test_a_clash_names_kind_and_entry(store: Store) -> None:
    with pytest.raises(Conflict) as caught:
        write(store, updated("a", {"name": "x"}, {"name": "y"}))
    (clash,) = caught.value.clashes
    assert clash == Clash(kind=clash.kind, id=clash.id, field="name", expected="x", found="Amt")
    assert clash.kind == "actor"
