"""What a plan changes: before and after, and the day on which many arrive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import cast

import pytest

from graph.analysis.council.indicators import TopicPart
from graph.analysis.planning.simulation import spread
from graph.model.changes import Change, EntryId, Kind
from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.plans.planning import MOVES, SURGE, add, begun
from webapp.access import Role
from webapp.pages.plans import one
from webapp.pages.plans.rows import row_of
from webapp.plans import results
from webapp.visit import Visit
from webapp.worker import Worker


def test_before_and_after_stand_side_by_side_with_word_and_sign(visitor: Visitor, worker: Worker) -> None:
    plan = begun(visitor)
    for what in ("link", "language", "capacity"):
        add(visitor, plan, what, **MOVES[what])
    answer = visitor.post(f"/de{plan}/compute", follow_redirects=True)
    text = answer.text
    assert "Vorher und nachher" in text and "besser" in text and "Deutschkurs" in text
    assert re.search(r"erreichte Fälle</th>.*?0.*?rund \d+.*?\+\d+", text, re.S)
    assert "geschlossen" in text or "kleiner" in text
    assert "Before and after" in visitor.get(f"/en{plan}").text


def test_what_changed_meanwhile_is_told_and_asks_for_another_run(
    county: Place, visitor: Visitor, worker: Worker
) -> None:
    plan = begun(visitor)
    for what in ("link", "language", "capacity", "funding_ends"):
        add(visitor, plan, what, **MOVES[what])
    course = dict(county.services.live.current().network.entry(EntryId("course")).fields)
    county._write(Change(kind=Kind("service"), id=EntryId("course"), before=course, after=None))
    text = visitor.post(f"/de{plan}/compute", follow_redirects=True).text
    assert text.count("Gibt es nicht mehr: Kurs A1. Dieser Schritt wird nicht mitgerechnet.") == 3
    assert text.count("Das ist im Netzwerk ohnehin so; dieser Schritt ändert nichts.") == 1
    county.put("actor", "new", name="Neu")
    assert "Das Netzwerk ist seitdem geändert" in visitor.get(f"/de{plan}").text


def test_a_topic_that_becomes_reachable_is_better(visitor: Visitor, worker: Worker) -> None:
    plan = begun(visitor)
    add(visitor, plan, "link", **MOVES["link"])
    text = visitor.post(f"/de{plan}/compute", follow_redirects=True).text
    assert re.search(r"Vermittlungen bis zum Angebot</th>.*?neu erreichbar.*?besser", text, re.S)
    assert not re.search(r"schlechter\s*<", text) and "geht zwischen anderen keine Verbindung verloren" in text


def test_four_hundred_people_on_one_day_clear_within_a_range_of_days(
    visitor: Visitor, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.plans.results.spread", partial(spread, runs=2))
    plan = begun(visitor)
    add(visitor, plan, "surge", **MOVES["surge"])
    text = visitor.post(f"/de{plan}/compute", follow_redirects=True).text
    assert "400 Menschen an einem Tag: Nach 5 bis 12 Arbeitstagen" in text
    assert "Formeln für den Dauerbetrieb" in text and "data-chart" in text and "Als Tabelle" in text


@pytest.mark.parametrize(
    ("persons", "told"),
    [
        ("400", "400 Menschen an einem Tag: Nach 4 Arbeitstagen ist"),
        ("40", "40 Menschen an einem Tag: Nach 1 Arbeitstag ist"),
    ],
)
def test_equal_ends_of_a_range_of_days_are_told_as_one_number(
    visitor: Visitor, worker: Worker, monkeypatch: pytest.MonkeyPatch, persons: str, told: str
) -> None:
    monkeypatch.setattr("webapp.plans.results.spread", partial(spread, runs=2))
    plan = begun(visitor)
    add(
        visitor,
        plan,
        "surge",
        **(SURGE | {"persons": persons, "usual": "0", "minutes_least": "25", "minutes_most": "25"}),
    )
    assert told in visitor.post(f"/de{plan}/compute", follow_redirects=True).text


def test_a_plan_that_waits_to_be_computed_waits_once(
    county: Place, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one.jobs, "wait", lambda *_: None)
    plan = begun(visitor)
    jobs = {visitor.post(f"/de{plan}/compute").location for _ in range(3)}
    assert len(jobs) == 1 and len(county.services.store.find("job")) == 1


def test_who_else_computes_a_plan_is_told_and_it_runs_once(
    county: Place, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one.jobs, "wait", lambda *_: None)
    plan = begun(visitor)
    add(visitor, plan, "link", **MOVES["link"])
    visitor.post(f"/de{plan}/compute")
    other = county.visitor(Role.COORDINATOR)
    assert "lässt den Plan gerade berechnen" in other.get(f"/de{plan}").text
    other.post(f"/de{plan}/compute")
    assert len(county.services.store.find("job")) == 1


def test_an_entry_that_no_plan_computes_with_does_not_outdate_it(
    county: Place, visitor: Visitor, worker: Worker
) -> None:
    plan = begun(visitor)
    add(visitor, plan, "link", **MOVES["link"])
    visitor.post(f"/de{plan}/compute")
    county.put("measure", "m", name="Mehr Deutsch")
    assert "seitdem geändert" not in visitor.get(f"/de{plan}").text
    county.put("actor", "new", name="Neu")
    text = visitor.get(f"/de{plan}").text
    assert "Das Netzwerk ist seitdem geändert" in text and "measure/new" not in text


def test_every_loss_is_told_the_worst_first() -> None:
    was = TopicPart(need=10.0, reached=8.0, steps=1.0, unreached=0, offered=3, unknown=0, hangs=False)
    some = {EntryId(f"t{n:03}"): (was, replace(was, reached=8.0 + n)) for n in range(100)}
    some[EntryId("z")] = was, replace(was, offered=0)
    some[EntryId("y")] = was, replace(was, reached=2.0)
    assert [topic for topic, _ in sorted(some.items(), key=results._most_lost)][:3] == ["z", "y", "t099"]


@pytest.mark.parametrize(
    ("name", "pair", "told"),
    [
        ("reached", (9650.0, 9600.0), ("−50", "schlechter")),
        ("reached", (3251.0, 3270.0), ("±0", "gleich")),
        ("steps", (1.94, 1.66), ("−0,2", "besser")),
        ("fresh", (0.334, 0.328), ("±0", "gleich")),
        ("fresh", (0.9, 0.89), ("−1 Punkt", "schlechter")),
        ("hanging", (4, 7), ("+3", "schlechter")),
    ],
)
def test_a_difference_is_that_of_the_numbers_beside_it(
    county: Place, name: str, pair: tuple[float, float], told: tuple[str, str]
) -> None:
    with county.app.test_request_context("/de/"):
        row = row_of(cast(Visit, Told()), "", name, *pair)
    assert (row.sign, row.word) == told


class Told:
    lang = "de"

    def _(self, text: str) -> str:
        return text
