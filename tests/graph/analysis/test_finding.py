"""Findings are sentences in both languages, whatever their parameters."""

from __future__ import annotations

import re

import pytest

from graph.analysis.finding import LANGUAGE, Finding, about, kind_of_place, rounded, told, written
from graph.analysis.readiness import Readiness, carried
from graph.model.changes import Entry, EntryId, Kind
from graph.model.sentences_findings import SENTENCES
from graph.network import Network


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_name_the_same_parameters(code: str) -> None:
    german, english = (set(re.findall(r"{(\w+)}", text)) for text in SENTENCES[code])
    assert german == english


def test_names_labels_and_numbers_are_said_in_the_readers_language() -> None:
    network = Network(
        [
            Entry(kind=Kind("topic"), id=EntryId("t"), fields={"name": "Schulden", "heading": "money"}),
            Entry(kind=Kind("area"), id=EntryId("a"), fields={"name": "Zeitz"}),
        ]
    )  # fmt: skip
    finding = Finding(
        code="coverage.gap.fitting",
        entries={"topic": EntryId("t"), "unit": EntryId("a")},
        codes={"status": ("statuses", "toleration"), "language": (LANGUAGE, "ti")},
        people={"persons": 58.4},
    )
    assert told(network, finding, "de").startswith("Schulden in Zeitz: Für rund 60 Menschen")
    assert told(network, finding, "en").endswith(
        "about 60 people in language and status (Toleration (Duldung), Tigrinya)."
    )


def test_german_puts_the_article_before_unions_and_counties() -> None:
    for name, said in (
        ("Verbandsgemeinde Wethautal", "in der Verbandsgemeinde Wethautal:"),
        ("Burgenlandkreis", "im Burg"),
    ):
        network = Network([Entry(kind=Kind("area"), id=EntryId("a"), fields={"name": name})])
        finding = Finding(code="coverage.cell.unknown", entries={"unit": EntryId("a")})
        assert said in told(network, finding, "de") and f"in {name}:" in told(network, finding, "en")


def test_who_may_not_see_an_entry_reads_no_name() -> None:
    finding = Finding(code="referrals.single", entries={"topic": EntryId("x"), "actor": EntryId("y")})
    assert told(Network(), finding, "de").startswith("…: Jeder Weg dorthin führt über ….")


def test_an_empty_code_is_everyone() -> None:
    finding = Finding(code="coverage.gap.available", codes={"status": ("statuses", ""), "language": (LANGUAGE, "")})
    assert "(alle, alle)" in told(Network(), finding, "de")


def test_too_little_known_gives_what_to_collect_instead_of_a_result() -> None:
    services = [
        Entry(kind=Kind("service"), id=EntryId(str(n)), fields={"capacity": 1} if n < 12 else {}) for n in range(300)
    ]
    found = carried(services, "service", "capacity")
    assert not found.enough
    assert told(Network(), found.finding, "de").startswith("12 von 300 Angeboten nennen ihre Kapazität")
    assert about(0, "en") == "0"


def test_of_nothing_nothing_is_counted() -> None:
    found = Readiness(kind="service", what="capacity", known=0, total=0).finding
    assert told(Network(), found, "de") == "Es ist kein Angebot bekannt, das seine Kapazität nennen könnte."


@pytest.mark.parametrize(
    ("persons", "expected"),
    [(2.4, 0), (2.5, 5), (52.4, 50), (52.5, 55), (99, 100), (104, 100), (105, 110), (1024, 1000), (1025, 1050)],
)
def test_people_of_a_model_are_rounded_the_more_the_more_they_are(persons: float, expected: int) -> None:
    assert rounded(persons) == expected


@pytest.mark.parametrize(
    ("persons", "german", "english"),
    [
        (0, "0", "0"),
        (0.1, "weniger als 5", "fewer than 5"),
        (4.9, "weniger als 5", "fewer than 5"),
        (5, "rund 5", "about 5"),
        (58, "rund 60", "about 60"),
        (2374, "rund 2.350", "about 2,350"),
    ],
)
def test_people_of_a_model_are_said_as_what_they_are(persons: float, german: str, english: str) -> None:
    assert (about(persons, "de"), about(persons, "en")) == (german, english)


def test_numbers_have_the_separators_of_the_language_and_all_else_is_as_it_is() -> None:
    assert [written(value, "de") for value in (1234, 0.5, "1.5", True)] == ["1.234", "0,5", "1.5", "True"]
    assert [written(value, "en") for value in (1234, 0.5)] == ["1,234", "0.5"]


def test_german_says_places_with_the_article_of_their_kind() -> None:
    names = (
        "Burgenlandkreis",
        "Landkreis Stade",
        "Kreis Unna",
        "Verbandsgemeinde Wethautal",
        "Region Hannover",
        "Gemeinde Elsteraue",
        "Zeitz",
    )
    assert [kind_of_place(name) for name in names] == ["county"] * 3 + ["union"] * 3 + [""]
    assert kind_of_place("Verbandsgemeinde") == ""
    some = Network([Entry(kind=Kind("area"), id=EntryId("a"), fields={"name": "Verbandsgemeinde Wethautal"})])
    cell = Finding(code="coverage.cell.unknown", entries={"topic": EntryId("t"), "unit": EntryId("a")})
    assert told(some, cell, "de") == "… in der Verbandsgemeinde Wethautal: nichts bekannt."
    assert told(some, cell, "en") == "… in Verbandsgemeinde Wethautal: nothing known."


@pytest.mark.parametrize(
    ("known", "total", "share", "enough"),
    [(0, 0, 0.0, False), (0, 5, 0.0, False), (2, 5, 0.4, False), (3, 5, 0.6, True), (5, 5, 1.0, True)],
)
def test_from_the_threshold_on_enough_is_known(known: int, total: int, share: float, enough: bool) -> None:
    found = Readiness(kind="service", what="capacity", known=known, total=total)
    assert (found.share, found.enough) == (share, enough)
