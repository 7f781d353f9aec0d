"""Letters nobody is named for, and letters two are named for."""

from __future__ import annotations

from graph.analysis.responsibility.letters import coverage, unattended, unread
from graph.model.values.letters import show_spans
from tests.graph.analysis.offices import contact, entry, network

SERVES = {"services": ["asylum-benefits"]}


def test_a_gap_and_an_overlap_of_one_service_are_found() -> None:
    one, two = contact("a-s", letters="A–P, R–S", **SERVES), contact("s-z", letters="S–Z", **SERVES)
    (found,) = coverage(network(one, two))
    assert (found.actor, found.about, found.contacts) == ("office", ("asylum-benefits",), ("a-s", "s-z"))
    assert show_spans(found.gaps) == "Q"
    assert [(a, b, show_spans(both)) for a, b, both in found.overlaps] == [("a-s", "s-z", "S")]


def test_letters_shared_out_whole_are_no_finding() -> None:
    one, two = contact("a-k", letters="A–K", **SERVES), contact("l-z", letters="L–Z", **SERVES)
    assert coverage(network(one, two, contact("head"))) == ()


def test_contacts_of_different_things_do_not_overlap() -> None:
    other = entry("service", "other", name="Umzug", provider="office")
    one, two = contact("one", letters="A–Z", **SERVES), contact("two", letters="A–Z", services=["other"])
    assert coverage(network(other, one, two)) == ()


def test_contacts_for_different_areas_or_statuses_share_letters_without_overlap_and_each_has_its_gaps() -> None:
    here = contact("here", letters="A–Z", areas=["zeitz"], **SERVES)
    there = contact("there", letters="A–M", areas=["naumburg"], **SERVES)
    (found,) = coverage(network(here, there))
    assert (found.area, found.contacts, show_spans(found.gaps)) == ("naumburg", ("there",), "N–Z")


def test_the_same_finding_for_several_services_is_told_once() -> None:
    other = entry("service", "other", name="Krankenhilfe", provider="office")
    both = {"services": ["asylum-benefits", "other"]}
    (found,) = coverage(network(other, contact("a-g", letters="A–G", **both), contact("n-z", letters="N–Z", **both)))
    assert set(found.about) == {"asylum-benefits", "other"} and show_spans(found.gaps) == "H–M"


def test_letters_that_cannot_be_read_are_listed() -> None:
    assert unread(network(contact("odd", letters="siehe Aushang"), contact("fine", letters="A–Z"))) == ("odd",)


def test_who_is_absent_without_anybody_standing_in_is_listed() -> None:
    alone, covered = (
        contact("alone", absent_until="2026-12-03"),
        contact("covered", deputy="x", absent_until="2026-12-03"),
    )
    world = network(alone, covered, contact("x"))
    assert (unattended(world, "2026-11-23"), unattended(world, "2026-12-04")) == (("alone",), ())
