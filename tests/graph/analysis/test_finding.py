"""Findings are sentences in both languages, whatever their parameters."""

from __future__ import annotations

import re

import pytest

from graph.analysis.finding import LANGUAGE, Finding, about, told
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
