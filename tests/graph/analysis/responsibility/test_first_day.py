"""What is open at an organisation."""

from __future__ import annotations

from datetime import date

from graph.analysis.responsibility.first_day import open_items
from graph.network import Network
from tests.graph.analysis.offices import GROUND, contact, entry

TODAY = date(2026, 11, 23)


def open_at(*more) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    world = Network([*GROUND, entry("actor", "other", name="Andere"), *more])
    return [(each.what, each.entry) for each in open_items(world, "office", TODAY).others]


def test_what_was_never_or_long_ago_confirmed_is_open() -> None:
    assert open_at() == [("stale", "office"), ("stale", "asylum-benefits")]


def test_a_contact_to_review_and_one_without_anybody_standing_in_are_open() -> None:
    found = open_at(contact("a", review_by="2026-11-22"), contact("b", absent_until="2026-12-01"))
    assert found[2:] == [("review", "a"), ("unattended", "b")]


def test_a_legal_basis_is_open_once_it_has_ended_funding_and_agreements_when_they_end_soon() -> None:
    found = open_at(
        entry("service", "law", name="x", provider="office", confirmed_on="2026-11-01", legal_to="2026-11-22"),
        entry("service", "lasts", name="x", provider="office", confirmed_on="2026-11-01", legal_to="2026-11-23"),
        entry("service", "money", name="x", provider="office", confirmed_on="2026-11-01", funded_until="2026-12"),
        entry("agreement", "paper", name="x", parties=["office"], ends_on="2026-12-31"),
        entry("agreement", "long", name="x", parties=["office"], ends_on="2029-12-31"),
    )
    assert found[2:] == [("law_ended", "law"), ("funding_ends", "money"), ("agreement_ends", "paper")]


def test_links_wait_for_the_side_that_has_not_spoken() -> None:
    asks = entry("referral", "asks", sender="other", receiver="asylum-benefits", sender_confirmed_until="2027-06-30")
    said = entry("referral", "said", sender="office", receiver="other", sender_confirmed_until="2027-06-30")
    world = Network([*GROUND, entry("actor", "other", name="Andere"), asks, said])
    assert [each.id for each in open_items(world, "office", TODAY).to_confirm] == ["asks"]


def test_a_link_the_organisation_said_no_to_does_not_wait_for_it() -> None:
    asks = entry("referral", "asks", sender="other", receiver="asylum-benefits", sender_confirmed_until="2027-06-30")
    world = Network([*GROUND, entry("actor", "other", name="Andere"), asks])
    assert open_items(world, "office", TODAY, {(asks.id, "receiver")}).to_confirm == ()


def test_letters_of_other_organisations_are_not_told_here() -> None:
    mine = contact("mine", letters="A–K", services=["asylum-benefits"])
    theirs = entry("contact", "theirs", function="x", actor="other", letters="A–K")
    world = Network([*GROUND, entry("actor", "other", name="Andere"), mine, theirs])
    assert [each.contacts for each in open_items(world, "office", TODAY).letters] == [("mine",)]
