from __future__ import annotations

from string import Formatter

import pytest

from graph.model.sentences import say, sentences

ASKED = ("coverage.", "council.", "plan", "readiness.", "referrals.", "structure.", "effect.", "figures.", "travel.")


def fields(text: str) -> set[str]:
    """The parameters of a sentence, those within the words of a choice among them."""
    parts = [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name]
    return {name for name, _ in parts}.union(*(fields(spec) for _, spec in parts))


def choices(text: str) -> list[list[str]]:
    return [spec.split("|") for _, _, spec, _ in Formatter().parse(text) if spec and "|" in spec]


def test_both_languages_name_the_same_parameters() -> None:
    asked = {code: pair for code, pair in sentences().items() if code.startswith(ASKED)}
    assert [code for code, (german, english) in asked.items() if fields(german) != fields(english)] == []


def test_a_choice_of_words_has_two_or_three_forms_that_differ() -> None:
    found = [forms for pair in sentences().values() for text in pair for forms in choices(text)]
    assert len(found) > 100
    assert [forms for forms in found if len(forms) not in (2, 3) or len(set(forms)) < 2] == []


@pytest.mark.parametrize(
    ("code", "params", "german"),
    [
        ("readiness.service.capacity", {"known": 1}, " Angeboten nennt seine Kapazität;"),
        ("readiness.service.capacity", {"known": 0}, " Angeboten nennen ihre Kapazität;"),
        ("readiness.service.capacity", {"known": 11}, " Angeboten nennen ihre Kapazität;"),
        ("readiness.referral.counts", {"known": 1}, " nennt, wie viele Menschen sie je Quartal weitergibt;"),
        ("coverage.bottleneck", {"places": 1}, "die zusammen nur einen Platz haben"),
        ("referrals.ways.all", {"starts": 1, "steps": "1"}, "Von der einzigen Anlaufstelle führt"),
        ("referrals.ways.all", {"starts": 1, "steps": "1"}, "im Mittel über eine Vermittlung."),
        ("referrals.ways.some", {"lost": 1, "steps": "1,5"}, "über 1,5 Vermittlungen; von einer keiner."),
        ("referrals.singles", {"number": 1}, "über dieselbe Stelle. Fällt sie aus,"),
        ("referrals.singles", {"number": 2}, "über dieselben Stellen (2). Fällt eine davon aus,"),
        ("referrals.unled", {"number": 1}, "Zu dieser Stelle führt"),
        ("structure.alone", {"n": 1}, "Stellen kommt in keiner Vermittlung vor."),
        ("structure.fragile", {"n": 1}, "Fällt sie aus, verlieren diese jeden Weg"),
        ("structure.fragile", {"leaves": 1}, "An einer weiteren hängt nur eine;"),
        ("structure.fragile", {"leaves": 3}, "An 3 weiteren hängt nur je eine;"),
        ("planning.surge.perhaps", {"least": 1}, "Bestenfalls nach einem Arbeitstag ist"),
        ("council.journeys.broken", {"stations": 1, "fewest": 1}, "ist es eine Station; eine würde genügen."),
        ("coverage.reaching.fitting", {"reached": "0"}, "wird niemand erreicht."),
        ("coverage.reaching.fitting", {"reached": "rund 20"}, "werden rund 20 erreicht."),
        ("structure.apart", {"torn": "0"}, "Alle Paare von Stellen kommen zueinander"),
        ("structure.apart", {"torn": "1"}, "kommt eines gar nicht zueinander"),
        ("structure.apart", {"torn": "10"}, "kommen 10 gar nicht zueinander"),
        ("council.data.finding", {"never": "0"}, "keinen noch nie."),
        ("council.tile.hanging", {"n": "1"}, "Thema hängt an"),
        ("council.tile.hanging", {"n": "1.000"}, "Themen hängen an"),
    ],
)
def test_one_is_said_otherwise_than_several(code: str, params: dict[str, object], german: str) -> None:
    assert german in say(code, "de", **params)


def test_whatever_is_counted_there_is_a_sentence_for_nothing_to_count() -> None:
    counted = [code for code in sentences() if code.startswith("readiness.") and not code.endswith(".none")]
    assert {f"{code}.none" for code in counted} <= sentences().keys() and len(counted) > 8


def test_what_is_not_known_is_left_as_dots() -> None:
    assert say("readiness.service.topics", "de") == "… von … Angeboten haben ein Thema."
