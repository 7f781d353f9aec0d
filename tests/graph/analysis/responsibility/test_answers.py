"""Who is responsible: letters, area, topic and status, the best stated first."""

from __future__ import annotations

import pytest

from graph.analysis.responsibility.answers import Question, Responsible, responsible
from graph.model.fields import Audience
from graph.network import Network
from tests.graph.analysis.offices import contact, entry, network

SERVES = {"services": ["asylum-benefits"]}
SHARED = (
    contact("a-k", letters="A–K", **SERVES),
    contact("l-z", letters="L–Z außer Sch", **SERVES),
    contact("sch", letters="Sch", **SERVES),
    contact("head"),
)


def named(network: Network, **asked: str) -> list[str]:
    return [each.contact or each.actor for each in responsible(network, Question(**asked))]


def how(answer: Responsible) -> dict[str, str]:
    return {reason.aspect: reason.how for reason in answer.reasons}


def test_m_in_zeitz_for_benefits_and_toleration_is_one_contact_with_its_reasons() -> None:
    question = Question(letters="M", area="zeitz", topic="benefits", status="toleration")
    (found,) = responsible(network(*SHARED), question)
    assert found.contact == "l-z" and found.is_certain
    assert how(found) == {"letters": "contact", "area": "service", "topic": "service", "status": "service"}


@pytest.mark.parametrize(("letters", "who"), [("B", "a-k"), ("Ä", "a-k"), ("Schm", "sch"), ("St", "l-z"), ("ö", "l-z")])
def test_each_beginning_of_a_surname_has_its_contact(letters: str, who: str) -> None:
    assert named(network(*SHARED), letters=letters, topic="benefits") == [who]


def test_a_beginning_that_several_share_names_them_and_says_that_it_is_a_part() -> None:
    found = responsible(network(*SHARED), Question(letters="S", topic="benefits"))
    assert {each.contact for each in found} == {"l-z", "sch"}
    assert {how(each)["letters"] for each in found} == {"part"} and not found[0].is_certain


def test_letters_nobody_is_named_for_lead_to_the_organisation() -> None:
    (found,) = responsible(network(SHARED[0]), Question(letters="Q", topic="benefits"))
    assert (found.contact, found.actor, found.no_letters) == (None, "office", True)


def test_who_has_the_topic_only_with_its_organisation_gives_way_unless_nobody_else_is_named() -> None:
    assert named(network(contact("head")), topic="benefits") == ["head"]
    assert named(network(contact("head"), contact("desk")), topic="benefits") == ["office"]
    assert named(network(contact("head"), contact("own", topics=["benefits"])), topic="benefits") == ["own"]


def test_other_areas_and_other_statuses_are_left_out() -> None:
    town = contact("town", topics=["benefits"], areas=["naumburg"], statuses=["protection"])
    world = Network([each for each in network(town).entries() if each.kind != "service"])
    assert named(world, topic="benefits", area="zeitz") == []
    assert named(world, topic="benefits", status="toleration") == []
    assert named(world, topic="benefits", area="naumburg", status="protection") == ["town"]


def test_what_covers_a_wider_area_covers_the_town_and_the_nearest_comes_first_when_stated_by_the_contact() -> None:
    world = network(contact("county-wide", **SERVES), contact("town", areas=["zeitz"], **SERVES))
    assert named(world, topic="benefits", area="zeitz") == ["town", "county-wide"]


def test_a_heading_asks_for_all_its_topics_and_a_topic_for_those_beneath_it() -> None:
    assert named(network(*SHARED), letters="A", heading="money") == ["a-k"]
    assert named(network(*SHARED), letters="A", topic="money") == ["a-k"]
    assert named(network(*SHARED), letters="A", topic="housing") == []


def test_letters_alone_name_those_who_share_them_out() -> None:
    assert named(network(*SHARED), letters="B") == ["a-k"]


def test_nothing_asked_names_nobody() -> None:
    assert responsible(network(*SHARED), Question()) == ()


def test_letters_that_cannot_be_read_are_no_reason_to_hide_somebody() -> None:
    (found,) = responsible(
        network(contact("odd", letters="Müller & Co", **SERVES)), Question(letters="M", topic="benefits")
    )
    assert how(found)["letters"] == "unread" and not found.is_certain


def test_whoever_may_not_see_the_contact_gets_the_organisation() -> None:
    world = network(contact("hidden", letters="A–K", audience="coordination", **SERVES))
    (found,) = responsible(world.seen_by(Audience.PUBLIC), Question(letters="B", topic="benefits"))
    assert (found.contact, found.actor, found.no_letters) == (None, "office", False)


def test_a_contact_with_several_services_is_named_once_for_the_one_that_fits() -> None:
    other = entry("service", "other", name="Umzug", provider="office", topics=["housing"], areas=["naumburg"])
    world = network(other, contact("both", services=["asylum-benefits", "other"]))
    (found,) = responsible(world, Question(topic="benefits", area="zeitz"))
    assert (found.contact, found.service) == ("both", "asylum-benefits")
