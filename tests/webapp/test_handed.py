"""A link handed to people without account opens for who holds it, until its day, and is not told by the store."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.model.errors import RecordConflict
from tests.webapp.conftest import Place
from webapp import handed

WEEK = timedelta(days=7)


def test_a_link_opens_what_it_was_made_for_until_its_day(place: Place) -> None:
    store, now = place.services.store, place.now
    token = handed.make(store, "share", {"about": "x"}, "owner", now, WEEK)
    found = handed.find(store, "share", token, now)
    assert found is not None and found.body == {"about": "x"} and found.owner == "owner"
    assert handed.find(store, "survey", token, now) is None
    assert handed.find(store, "share", token, now + WEEK) is None
    assert handed.find(store, "share", token + "x", now) is None


def test_the_store_does_not_know_the_token(place: Place) -> None:
    store = place.services.store
    token = handed.make(store, "share", {}, "owner", place.now, WEEK)
    assert token.encode() not in b"".join(store.dump())
    assert handed.find(store, "share", handed.listed(store, "share", place.now)[0].id, place.now) is None


def test_links_are_listed_by_owner_the_first_to_end_first_without_those_that_ended(place: Place) -> None:
    store, now = place.services.store, place.now
    for days, owner in ((9, "a"), (3, "a"), (5, "b"), (1, "a")):
        handed.make(store, "share", {"days": days}, owner, now, timedelta(days=days))
    later = now + timedelta(days=2)
    assert [link.body["days"] for link in handed.listed(store, "share", later, "a")] == [3, 9]
    assert [link.body["days"] for link in handed.listed(store, "share", later)] == [3, 5, 9]


def test_a_withdrawn_link_opens_no_more_and_withdrawing_twice_is_no_error(place: Place) -> None:
    store, now = place.services.store, place.now
    token = handed.make(store, "share", {}, "owner", now, WEEK)
    for _ in range(2):
        handed.withdraw(store, "share", handed.hashed(token))
    assert handed.find(store, "share", token, now) is None


def test_a_link_made_instead_of_another_ends_it_and_only_once(place: Place) -> None:
    store, now = place.services.store, place.now
    first = handed.make(store, "share", {}, "owner", now, WEEK)
    earlier = handed.listed(store, "share", now)
    second = handed.make(store, "share", {}, "owner", now, WEEK, instead_of=earlier)
    assert handed.find(store, "share", first, now) is None and handed.find(store, "share", second, now)
    with pytest.raises(RecordConflict):
        handed.make(store, "share", {}, "owner", now, WEEK, instead_of=earlier)
