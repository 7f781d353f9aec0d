"""How the council's page says names and numbers: no actor by name, no share of nothing, as many rows as there are."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dashboards.council.section import Section, Snapshot, again
from dashboards.council.standing import trend
from dashboards.council.telling import tiles
from dashboards.council.ways import confirmation, hanging, journeys, waits
from dashboards.council.words import Words
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

DAY = date(2026, 11, 24)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


NETWORK = Network(
    [
        entry("actor", "school", name="Sprachwerk Zeitz"),
        entry("actor", "hall", name="Rathaus Naumburg"),
        entry("actor", "vhs", name="VHS"),
        entry("topic", "course", name="Deutschkurs", heading="german"),
        entry("journey", "way", name="Der Weg über Sprachwerk Zeitz", topic="course"),
        entry("journey", "other", name="Weg ins Rathaus Naumburg"),
        entry("journey", "short", name="Wege der VHSen"),
        entry("area", "zeitz", name="Sprachwerk Zeitz"),
    ]
)


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("way", "Deutschkurs"),  # names an actor: its topic instead
        ("other", "…"),
        ("short", "Wege der VHSen"),  # so short a name stands in many a word
        ("zeitz", "Sprachwerk Zeitz"),  # a place may be called like an actor
        ("school", "…"),
        ("gone", "…"),
    ],
)
def test_whatever_a_title_says_no_actor_is_named(id: str, said: str) -> None:
    assert Words(network=NETWORK, lang="de", on=DAY).name(id) == said


def test_many_names_are_counted_and_equal_ones_said_once() -> None:
    words = Words(network=NETWORK, lang="de", on=DAY)
    assert words.names(["course", "way", "short"]) == "Deutschkurs, Wege der VHSen"
    assert words.names(["course", "other", "short", "zeitz"], most=2) == "Deutschkurs, … und 2 weitere"
    assert words.where([], []) == "nicht angegeben" and words.where(["course"], []) == "Deutschkurs"


def test_rows_that_are_not_open_are_kept_behind_them() -> None:
    section = Section(id="x", title="X", finding="f", day="2026-11-24", rows=(("a",), ("b",), ("c",)), open=2)
    assert (section.shown, section.more) == ((("a",), ("b",)), (("c",),))
    whole = Section(id="x", title="X", finding="f", day="2026-11-24", rows=(("a",), ("b",)))
    assert (whole.shown, whole.more) == ((("a",), ("b",)), ())
    assert again(section.plain) == section


def found(**parts: Any) -> dict[str, Any]:
    nothing = {"reach": {"needs": 0, "met": 0}, "confirmation": {"both": 0, "one": 0, "none": 0}, "waits": []}
    return {**nothing, "ending": [], "hanging": [], **parts}


def test_tiles_tell_a_share_only_of_something() -> None:
    words = Words(network=NETWORK, lang="de", on=DAY)
    assert tiles(words, found()) == [
        ("0", "Angebote und Vereinbarungen enden in zwölf Monaten"),
        ("0", "Themen hängen an einer einzigen Stelle"),
    ]
    every = found(
        reach={"needs": 200, "met": 50},
        confirmation={"both": 1, "one": 1, "none": 2},
        waits=[{"weeks": 34.4}, {"weeks": 8}],
        ending=[{}],
        hanging=["course"],
    )
    assert tiles(words, every) == [
        ("25 %", "des Bedarfs wird erreicht"),
        ("34 Wochen", "längste genannte Wartezeit"),
        ("25 %", "der Vermittlungen beidseitig bestätigt"),
        ("1", "Angebot oder Vereinbarung endet in zwölf Monaten"),
        ("1", "Thema hängt an einer einzigen Stelle"),
    ]


@pytest.mark.parametrize(
    ("values", "share"),
    [
        ({"need": 200.0, "reached": 50.0}, "25 %"),
        ({"need": 200.0, "reached": 0.0}, "0 %"),
        ({"need": 200.0, "reached": None}, "–"),
        ({"need": 0.0, "reached": 0.0}, "–"),
        ({"need": None, "reached": None}, "–"),
        ({}, "–"),
    ],
)
def test_what_is_reached_of_nothing_is_no_share(values: dict[str, float | None], share: str) -> None:
    words = Words(network=NETWORK, lang="de", on=DAY)
    section = trend(words, [Snapshot(day=date(2026, 10, 1), values={}), Snapshot(day=DAY, values=values)])
    assert section.rows[0] == ("24.11.2026", share, "–", "–")


def wait(weeks: float, clears: tuple[float, float] | None) -> dict[str, Any]:
    return {"topics": ["course"], "places": ["zeitz"], "weeks": weeks, "told_on": "2026-11-03", "clears": clears}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([wait(34, (136, 340))], "Wartezeit etwa 34 Wochen, eigene Angabe vom 3.11.2026. Mit einem Zehntel"),
        ([wait(34, None)], "Wie lange ein Abbau dauerte, lässt sich nicht sagen;"),
        ([wait(34, None), wait(8, (32, 80))], "Deutschkurs in Sprachwerk Zeitz: Mit einem Zehntel bis"),
        ([], "Keine Stelle nennt eine Wartezeit von vier Wochen oder mehr."),
    ],
)
def test_how_long_clearing_takes_is_told_of_the_first_that_is_a_queue(told: list[dict[str, Any]], said: str) -> None:
    section = waits(Words(network=NETWORK, lang="de", on=DAY), told)
    assert said in section.finding and "…" not in section.finding
    assert [row[3] == "–" for row in section.rows] == [each["clears"] is None for each in told]
    assert section.ready is bool(told) and len(section.rows) == len(told)


@pytest.mark.parametrize(
    ("topics", "said", "notes"),
    [
        ([], "Kein Thema hängt an einer einzigen Stelle.", ()),
        (["course"], "Ein Thema bietet nur eine einzige Stelle an.", ("Deutschkurs",)),
        (["course", "short"], "2 Themen bietet nur eine einzige Stelle an.", ("Deutschkurs; Wege der VHSen",)),
    ],
)
def test_what_hangs_on_one_is_counted_and_named_by_topic(topics: list[str], said: str, notes: tuple[str, ...]) -> None:
    section = hanging(Words(network=NETWORK, lang="de", on=DAY), topics)
    assert (section.finding, section.notes) == (said, notes)


def test_confirmed_links_are_told_side_by_side() -> None:
    words = Words(network=NETWORK, lang="de", on=DAY)
    section = confirmation(words, {"both": 1, "one": 2, "none": 5})
    assert section.finding.startswith("1 von 8 Vermittlungen ist von beiden Seiten bestätigt;")
    assert [row[1:] for row in section.rows] == [("1", "12 %"), ("2", "25 %"), ("5", "62 %")]
    assert not confirmation(words, {"both": 0, "one": 0, "none": 0}).ready


def test_columns_of_numbers_are_told_from_those_of_words_and_days() -> None:
    rows = (
        ("A", "1.250", "–", "18 %", "rund 20 bis 30", "3.11.2026", "keine", "155 / 347"),
        ("B", "−5", "", "–", "weniger als 5", "4.11.2026", "3", "5 / 6"),
    )
    section = Section(id="x", title="X", finding="X", day="2026-11-24", rows=rows)
    assert section.numeric == {1, 3, 4, 7}


def test_a_waterfall_has_a_bar_for_each_row_of_its_table() -> None:
    trace = {"type": "waterfall", "x": [200, -50, -110, 40], "measure": ["absolute", "relative", "relative", "total"]}
    section = Section(
        id="x", title="X", finding="X", day="2026-11-24", rows=(("a",),) * 4, drawing=json.dumps({"data": [trace]})
    )
    assert section.bars == ((0, 100), (75, 25), (20, 55), (0, 20))
    assert Section(id="x", title="X", finding="X", day="2026-11-24", rows=(("a",),)).bars == ()


def test_a_step_without_a_known_service_is_not_told_as_missing() -> None:
    steps = [entry("step", id, name=id.upper(), journey="way") for id in ("a", "b")]
    words = Words(network=Network([entry("journey", "way", name="Weg"), *steps]), lang="de", on=DAY)
    one = {"journey": "way", "steps": 2, "stations": 1, "fewest": 1, "missing": ["a", "b"], "unknown": ["b"]}
    assert journeys(words, [one]).rows[0][-1] == "A; B (kein Angebot bekannt)"
