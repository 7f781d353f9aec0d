"""The trouble that is planted in the demo network's links is found and told by its place (its TROUBLE.md lists it)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.analysis.council.indicators import hanging
from graph.analysis.council.ways import journeys_part, ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.filling import nearly_full
from graph.analysis.finding import Finding, told
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.tasks import tasks
from graph.analysis.referrals.topics import topic_ways
from graph.model.changes import EVERYTHING, EntryId
from graph.model.fields import Audience
from graph.network import Network, name_of
from webapp.config import Config
from webapp.opening import open_application

TODAY = date(2026, 11, 23)
Part = Mapping[str, Any]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Network:
    services, _ = open_application(Config(data=tmp_path_factory.mktemp("demo"), mode="demo"), lambda *_: None)
    try:
        return Network(services.store.load(EVERYTHING)[1])
    finally:
        services.store.close()


@pytest.fixture(scope="module")
def part(whole: Network) -> Part:
    """What everyone's figures are made of."""
    public = whole.seen_by(Audience.PUBLIC)
    return ways_part(public, TODAY, Assumptions()) | journeys_part(public, TODAY)


def say(network: Network, findings: Iterable[Mapping[str, Any]], lang: str = "de") -> list[str]:
    return [told(network, Finding(**finding), lang) for finding in findings]


def topic(network: Network, name: str) -> EntryId:
    return next(id for id in network.of_kind("topic") if name_of(network, id) == name)


def test_the_closed_circle_in_the_forest_and_the_end_in_nebra(whole: Network, part: Part) -> None:
    assert say(whole, part["ends_at"]) == [
        "Verbandsgemeinde Droyßiger-Zeitzer Forst: 3 Stellen vermitteln nur untereinander; "
        "von dort führt kein Weg hinaus.",
        "Nebra (Unstrut): An eine Stelle vermitteln 6 andere; von dort führt keine Vermittlung weiter.",
    ]


def test_who_looks_for_a_flat_in_zeitz_goes_round_in_a_circle(whole: Network, part: Part) -> None:
    (circle,) = [ring for ring in part["rings"] if ring["entries"]["topic"] == topic(whole, "Wohnungssuche")]
    assert set(circle["entries"]["actors"]) == {"ma-wohnen", "zeitz-wohnen", "elsterhof"}
    assert any("Wohnungssuche" in text and "Zeitz" in text for text in say(whole, part["rings_at"]))
    assert len(part["rings"]) <= 5  # two who refer to each other are no circle: those would be dozens


def test_after_the_integration_course_in_zeitz_no_course_for_work_follows(whole: Network, part: Part) -> None:
    (said,) = say(whole, part["follow_ons_at"])
    assert all(name in said for name in ("Zeitz", "Elsteraue", "Droyßiger-Zeitzer Forst", "Nach „Integrationskurs“"))
    assert "„Berufssprachkurs“" in said and "Von 4 Stellen mit diesem Thema führen 3 weiter" in said
    assert part["follow_ons"][0]["entries"]["actor"] == "sprachwerk"


def test_journeys_break_where_they_were_broken(whole: Network) -> None:
    broken = {
        journey: [(stage.step, stage.state) for stage in course(whole, journey, TODAY).broken]
        for journey in whole.of_kind("journey")
    }
    assert {journey: steps for journey, steps in broken.items() if steps} == {
        "weg-duldung": [("duldung-3", "no_service"), ("duldung-6", "ended")],
        "weg-nachzug": [("nachzug-4", "no_service")],
    }


def test_the_way_from_toleration_to_residence_says_its_broken_steps(whole: Network, part: Part) -> None:
    (journey,) = [one for one in part["journeys"] if one["journey"] == "weg-duldung"]
    assert "2 von 10 Schritten sind nicht erreichbar" in say(whole, [journey["finding"]])[0]
    stages = {stage["step"]: say(whole, [stage["finding"]])[0] for stage in journey["stages"]}
    assert "kein Angebot bekannt" in stages["duldung-3"] and "ausgelaufen" in stages["duldung-6"]


def test_no_entry_point_leads_to_the_university_and_six_more(whole: Network, part: Part) -> None:
    nobody = [one["topic"] for one in part["ways"] if one["finding"]["code"] == "referrals.ways.nobody"]
    assert nobody == [topic(whole, "Studium")]
    (unled,) = part["unled"]
    assert set(unled["entries"]["actors"]) == {
        "hochschule-saalegrund", "kreis", "buerger-luetzen", "buerger-finne", "buerger-forst", "helfer-luetzen",
        "reparaturcafe",
    }  # fmt: skip
    assert "Lützen" in say(whole, part["unled_at"])[0]


def test_links_that_one_side_confirms_are_asked_of_the_other(whole: Network) -> None:
    asked = Counter(task.code for _, task in tasks(whole, TODAY))
    assert asked == {"referrals.task.receiver": 173, "referrals.task.sender": 134, "referrals.task.both": 308}
    listed = Path(__file__).parents[2] / "importers/samples/burgenlandkreis_demo/TROUBLE.md"
    keys = listed.read_text("utf-8").split("By the sender only (v-…):")[1]
    sender, receiver = (
        set(text.split()) for text in keys.split("Not any more")[0].split("By the receiver only (v-…):")
    )
    found = whole.memo(arcs, TODAY).all()
    confirmed = {arc.id: (arc.sender_confirms, arc.receiver_confirms) for arc in found}
    assert {id for id, sides in confirmed.items() if sides == (True, False)} == {f"v-{n}" for n in sender}
    assert {id for id, sides in confirmed.items() if sides == (False, True)} == {f"v-{n}" for n in receiver}


def test_what_hangs_on_one_organisation_and_its_units_is_told(whole: Network) -> None:
    alone = {name_of(whole, id): actor for id, actor in hanging(whole, TODAY).items()}
    assert alone["Asylrechtliche Beratung"] == "fluechtlingsrat"  # its unit offers it, too
    assert alone["Unterhaltsvorschuss"] == "jugendamt-unterhalt"


def test_nothing_that_everyone_reads_names_an_actor(whole: Network, part: Part) -> None:
    names = {str(actor.fields["name"]) for actor in whole.of_kind("actor").values()}
    at = [finding for name, some in part.items() if name.endswith("_at") for finding in some]
    at += [f for detail in part.values() if isinstance(detail, dict) for name in detail if name.endswith("_at") for f in detail[name]]  # fmt: skip # noqa: E501
    for lang in ("de", "en"):
        for text in say(whole, at, lang):
            assert not any(name in text for name in names), text


def test_a_second_way_is_promised_only_where_there_is_one(whole: Network, part: Part) -> None:
    def rests(name: str) -> list[str]:
        return [one["code"] for one in part[f"ways:{topic(whole, name)}"]["rests_at"]]

    assert rests("Asylrechtliche Beratung") == ["referrals.rests.one_house"]
    assert rests("Studium") == ["referrals.rests.no_way", "referrals.rests.one_house"]
    coming = topic_ways(whole, topic(whole, "Dolmetschen und Übersetzen"), TODAY).coming
    assert coming == ("wortbruecke",) and "referrals.rests.coming" in rests("Dolmetschen und Übersetzen")


def test_languages_that_are_needed_here_are_all_among_the_ways(part: Part) -> None:
    assert {"ti", "ps"} <= set(part["languages"][: part["languages_wanted"]])


def test_what_is_nearly_full_is_told(whole: Network) -> None:
    found = nearly_full(whole, topic(whole, "Unterkunft"), TODAY)
    assert found[0].service == "gu-zeitz-wohnen" and (found[0].occupied, found[0].places) == (88, 90)
    assert name_of(whole, found[0].unit) == "Zeitz"
