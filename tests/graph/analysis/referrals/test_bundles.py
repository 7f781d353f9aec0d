"""The fewest who meet a bundle are as few as any choice of actors that does."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.referrals.bundles import fewest_providers, one_stop

OFFERS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("wxyz"), max_size=3), max_size=6)


@given(OFFERS)
def test_the_fewest_are_as_few_as_any_choice(offers: dict[str, list[str]]) -> None:
    every = (c for n in range(7) for c in combinations(sorted(offers), n))
    some = next((c for c in every if {need for id in c for need in offers[id]} == set("wxyz")), None)
    found = fewest_providers(offers, offers, "wxyz")
    assert (found is None) == (some is None)
    if found is not None and some is not None:
        assert len(found) == len(some) and {need for id in found for need in offers[id]} == set("wxyz")


def test_many_who_offer_little_are_no_work() -> None:
    needs = [f"need {n:02}" for n in range(12)]
    offers = {f"{one} {n}": [need] for one in needs for n, need in enumerate(needs)}
    assert len(fewest_providers(offers, offers, needs) or ()) == 12


def test_more_needs_than_can_be_counted_are_refused() -> None:
    with pytest.raises(ValueError, match="13 needs"):
        fewest_providers({}, [], [str(n) for n in range(13)])


def test_one_who_has_everything_is_one_window_behind_one_door() -> None:
    found = one_stop({"a": ["x", "y"]}, ["a"], ["x", "y"], {"a": ["front", "back"]})
    assert found is not None and (found.grade, found.houses) == ("window", 1)
