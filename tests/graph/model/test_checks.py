"""What a new contact starts with, and when a named person is reviewed."""

from __future__ import annotations

from datetime import date

from graph.model.checks import check, defaults


def test_a_new_contact_is_for_coordination_and_reviewed_within_a_year() -> None:
    assert defaults("contact", date(2028, 2, 29)) == {"audience": "coordination", "review_by": "2029-02-28"}
    assert defaults("actor", date(2026, 11, 3)) == {}


def test_a_function_without_a_name_needs_no_grounds() -> None:
    assert check("contact", {"function": "Leitung"}) == []
