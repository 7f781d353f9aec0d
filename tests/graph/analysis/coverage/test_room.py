"""Who finds no place where places are short: as even as can be, and never worse for more places."""

from __future__ import annotations

from random import Random

import pytest

from graph.analysis.coverage.room import room, unserved_shares


def test_more_places_never_leave_more_of_any_group_without_one() -> None:
    random, changed = Random(1), 0
    for _ in range(25):
        demand = {f"d{n}": random.randint(1, 20) for n in range(random.randint(1, 4))}
        places = {f"s{n}": random.randint(0, 20) for n in range(random.randint(1, 4))}
        fits = [(d, s) for d in demand for s in places if random.random() < 0.5]
        service, more = random.choice(sorted(places)), random.randint(1, 10)
        before = unserved_shares(demand, places, fits)
        after = unserved_shares(demand, {**places, service: places[service] + more}, fits)
        assert all(after.get(d, 0.0) <= before.get(d, 0.0) + 1e-6 for d in demand)
        changed += before != after
    assert changed > 5


def test_what_is_short_is_shared_evenly_and_adds_up_to_who_is_not_served() -> None:
    demand, places = {"a": 10, "b": 30, "c": 10}, {"one": 10, "two": 20}
    fits = [("a", "one"), ("b", "one"), ("b", "two"), ("c", "two")]
    found = unserved_shares(demand, places, fits)
    assert found == pytest.approx({"a": 0.4, "b": 0.4, "c": 0.4})
    assert sum(demand[d] * share for d, share in found.items()) == pytest.approx(room(demand, places, fits).unserved)


def test_whom_no_service_fits_has_no_share_of_what_is_short_elsewhere() -> None:
    found = unserved_shares({"a": 10, "alone": 5, "fine": 3}, {"one": 4, "two": 3}, [("a", "one"), ("fine", "two")])
    assert found == pytest.approx({"a": 0.6, "alone": 1.0})
    assert unserved_shares({"a": 4}, {"one": 4}, [("a", "one")]) == {}
