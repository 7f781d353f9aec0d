"""A phone book has its sections in order, and entries that say telephone hours before opening hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.webapp.outputs.making import entry, function, offered
from webapp.outputs.book import Cover, book
from webapp.outputs.listing import Listed, Number

COVER = Cover(network="Burgenlandkreis", about="", notices=("", "Nicht enthalten: 1 Kontakt"), mark="", sources="")
ENTRIES = [
    entry("1. FC", area=("z", "Zeitz")),
    entry("Ämterlotsen", area=("n", "Naumburg"), services=(offered("Begleitung", "arrival", "advice"),)),
    entry("Arbeitskreis", services=(offered("Rat", "advice"), offered("Treff", "community"))),
    entry("Zeitzer Tafel", area=("z", "Zeitz")),
]


def made(order: str, entries: list[Listed] = ENTRIES) -> dict[str, Any]:
    return book(entries, COVER, paper="a4", order=order, today=date(2026, 11, 23), lang="de")


def titles(order: str) -> dict[str, list[str]]:
    return {section["title"]: [e["name"] for e in section["entries"]] for section in made(order)["sections"]}


def test_letters_follow_the_dictionary_and_digits_stand_under_a_sign() -> None:
    assert titles("letter") == {"#": ["1. FC"], "A": ["Ämterlotsen", "Arbeitskreis"], "Z": ["Zeitzer Tafel"]}
    assert made("letter")["register"] == []


def test_areas_are_in_order_and_who_has_none_comes_last() -> None:
    assert list(titles("area")) == ["Naumburg", "Zeitz", "Ohne Gebiet"]
    assert titles("area")["Ohne Gebiet"] == ["Arbeitskreis"]


def test_by_topic_each_stands_under_every_heading_with_the_services_of_that_heading() -> None:
    found = titles("topic")
    assert list(found) == ["Ankommen und Aufenthalt", "Beratung und Recht", "Begegnung und Ehrenamt", "Ohne Thema"]
    assert found["Beratung und Recht"] == ["Ämterlotsen", "Arbeitskreis"]
    advice = made("topic")["sections"][1]["entries"]
    assert advice[1]["services"] == "Rat"


def test_the_register_leads_to_the_first_place_of_each() -> None:
    found = made("topic")
    anchors = [e["anchor"] for section in found["sections"] for e in section["entries"]]
    assert [anchor for anchor in anchors if anchor] == [anchor for anchor in dict.fromkeys(anchors) if anchor]
    assert {anchor for _, anchor in found["register"]} == set(anchors) - {""}


def test_an_entry_says_when_one_can_call_before_when_it_is_open() -> None:
    called = entry(
        "Amt", numbers=(Number(dial="+49", text="03441 1"),), hours="Mo 8–12 Uhr", phone_hours="Di 9–11 Uhr",
        functions=(function("Leitung", "l@example.org", phone="03441 2"),),
    )  # fmt: skip
    (section,) = made("letter", [called])["sections"]
    (said,) = section["entries"]
    assert [name for name, _ in said["lines"]] == ["Telefonzeiten", "Öffnungszeiten"]
    assert said["numbers"] == [["03441 1", ""]] and said["functions"] == [["Leitung", "03441 2, l@example.org"]]


def test_the_cover_says_how_many_how_old_and_what_is_left_out() -> None:
    found = made("letter")
    assert (found["count"], found["stand"]) == ("4 Stellen", "Stand 23.11.2026")
    assert found["notices"] == ["Nicht enthalten: 1 Kontakt"]


def test_a_service_that_only_repeats_the_name_is_not_said_again() -> None:
    (section,) = made("letter", [entry("Tafel", services=(offered("TAFEL"), offered("Küche")))])["sections"]
    assert section["entries"][0]["services"] == "Küche"
