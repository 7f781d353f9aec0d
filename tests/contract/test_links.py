"""A link never leads nowhere, whichever end is written."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.model.changes import Change
from graph.model.errors import Dangling
from graph.store import Store
from tests.contract.making import created, deleted, entries, updated, write

SERVICE = {"name": "s", "provider": "a", "topics": ["t", "u"]}


@pytest.fixture(autouse=True)
def _linked(store: Store) -> None:
    write(store, created("a"), created("t", "topic"), created("u", "topic"), created("s", "service", **SERVICE))


def _dangling(store: Store, *changes: Change) -> tuple[str, str, str]:
    before = entries(store)
    with pytest.raises(Dangling) as caught:
        write(store, *changes)
    assert entries(store) == before
    return caught.value.entry, caught.value.field, caught.value.target


def test_a_created_entry_must_point_to_entries(store: Store) -> None:
    assert _dangling(store, created("x", name="x", parent="nobody")) == ("x", "parent", "nobody")


def test_an_updated_list_must_point_to_entries(store: Store) -> None:
    change = updated("s", {"topics": ["t", "u"]}, {"topics": ["t", "v"]}, "service")
    assert _dangling(store, change) == ("s", "topics", "v")


def test_an_entry_that_others_point_to_can_not_be_deleted(store: Store) -> None:
    assert _dangling(store, deleted("u", "topic")) == ("s", "topics", "u")
    assert _dangling(store, deleted("a")) == ("s", "provider", "a")


def test_an_entry_is_free_once_the_last_link_to_it_is_gone(store: Store) -> None:
    write(store, updated("s", {"topics": ["t", "u"]}, {"topics": ["t"]}, "service"))
    write(store, deleted("u", "topic"))
    assert "u" not in entries(store)
    assert _dangling(store, deleted("t", "topic")) == ("s", "topics", "t")


def test_an_update_of_something_else_keeps_the_links(store: Store) -> None:
    write(store, updated("s", {"about": None}, {"about": "x"}, "service"))
    assert _dangling(store, deleted("a")) == ("s", "provider", "a")


def test_one_changeset_may_create_both_ends_in_any_order(store: Store) -> None:
    write(store, created("y", name="y", parent="z"), created("z"))
    assert {"y", "z"} <= set(entries(store))


def test_two_entries_may_point_to_each_other_and_one_to_itself(store: Store) -> None:
    write(store, created("y", name="y", parent="z"), created("z", name="z", parent="y"))
    write(store, created("self", name="self", parent="self"))
    write(store, deleted("self", name="self", parent="self"))
    write(store, deleted("y", name="y", parent="z"), deleted("z", name="z", parent="y"))
    assert set(entries(store)) == {"a", "s", "t", "u"}


CASCADE = [deleted("a"), deleted("s", "service", **SERVICE), deleted("t", "topic")]


@pytest.mark.parametrize("changes", [*permutations(CASCADE)], ids=lambda cs: "".join(c.id for c in cs))
def test_a_cascade_goes_in_any_order(store: Store, changes: tuple[Change, ...]) -> None:
    write(store, *changes)
    assert set(entries(store)) == {"u"}


def test_a_target_may_go_while_its_referrer_turns_elsewhere(store: Store) -> None:
    write(
        store,
        deleted("a"),
        created("b"),
        updated("s", {"provider": "a"}, {"provider": "b"}, "service"),
    )
    assert entries(store)["s"]["provider"] == "b"


def test_a_link_to_an_entry_deleted_in_the_same_changeset_leads_nowhere(store: Store) -> None:
    assert _dangling(store, created("b"), created("x", name="x", parent="b"), deleted("b")) == ("x", "parent", "b")


def test_a_target_deleted_and_created_anew_keeps_its_links(store: Store) -> None:
    write(store, deleted("a"), created("a", name="Neues Amt"))
    assert _dangling(store, deleted("a", name="Neues Amt")) == ("s", "provider", "a")


def test_a_list_may_name_a_target_twice(store: Store) -> None:
    write(store, updated("s", {"topics": ["t", "u"]}, {"topics": ["t", "t"]}, "service"))
    assert entries(store)["s"]["topics"] == ["t", "t"]
    assert _dangling(store, deleted("t", "topic")) == ("s", "topics", "t")
    write(store, updated("s", {"topics": ["t", "t"]}, {"topics": None}, "service"))
    write(store, deleted("t", "topic"))


def test_hundreds_of_links_are_all_checked(store: Store) -> None:
    names = [f"t{n}" for n in range(1200)]
    write(store, *(created(n, "topic") for n in names))
    write(store, updated("s", {"topics": ["t", "u"]}, {"topics": names}, "service"))
    change = updated("s", {"topics": names}, {"topics": [*names, "lost"]}, "service")
    assert _dangling(store, change) == ("s", "topics", "lost")
