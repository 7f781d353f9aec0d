"""The planning workspace: moves by forms, before and after, proposals with one click, projects of change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from html import unescape
from types import SimpleNamespace
from typing import cast

import pytest

from graph.analysis.planning.simulation import spread
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.errors import KnotenpunktError, Missing
from graph.network import Network
from tests.webapp.conftest import Place, Visitor
from tests.webapp.doing import inline
from webapp.access import Role
from webapp.figures import renewing
from webapp.pages.plans import ending, one
from webapp.plans import keeping
from webapp.texts import translator
from webapp.visit import Visit
from webapp.worker import Worker


@pytest.fixture
def county(place: Place) -> Place:
    """Two towns, a school that one of them can go to, and people who need it in both."""
    place.put("area", "county", name="Kreis", level="county")
    place.put("area", "zeitz", name="Zeitz", level="municipality", parent="county")
    place.put("area", "naumburg", name="Naumburg", level="municipality", parent="county")
    place.put("topic", "german", name="Deutschkurs", heading="german")
    place.put("actor", "hall", name="Rathaus", entry_point=True)
    place.put("actor", "school", name="Schule")
    place.put(
        "service", "course", name="Kurs A1", provider="school", topics=["german"], areas=["zeitz"], languages=["de"],
        capacity=20, capacity_unit="persons", funded_until="2027-03-31", funder="Land",
    )  # fmt: skip
    for town in ("zeitz", "naumburg"):
        place.put("demand", f"d-{town}", area=town, language="uk", persons=100)
    place.put("share", "share", topic="german", percent=60.0)
    return place


@pytest.fixture
def visitor(county: Place) -> Visitor:
    return county.visitor(Role.COORDINATOR)


@pytest.fixture
def worker(county: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """Does jobs while the page waits for them, without a second thread."""
    worker = Worker(county.services, inline)
    monkeypatch.setattr(
        one.jobs, "wait", lambda services, id, seconds: (worker.work_off(), one.jobs.find(services.store, id))[1]
    )
    yield worker


def begun(visitor: Visitor, title: str = "Mehr Deutsch") -> str:
    answer = visitor.post("/de/plans", data={"title": title})
    assert answer.status_code == 303
    return answer.headers["Location"].removeprefix("/de")


def add(visitor: Visitor, plan: str, what: str, **values: str) -> str:
    answer = visitor.post(f"/de{plan}/add/{what}", data=values, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_plan_begins_empty_and_needs_a_title(visitor: Visitor) -> None:
    assert visitor.post("/de/plans", data={"title": "  "}).status_code == 422
    plan = begun(visitor)
    assert "Noch kein Schritt" in visitor.get(f"/de{plan}").text
    assert "Mehr Deutsch" in visitor.get("/de/plans").text


SURGE = {"persons": "400", "desks": "6", "hours": "8", "minutes_least": "20", "minutes_most": "30", "usual": "60"}
MOVES = {
    "link": {"sender": "hall", "receiver": "course"},
    "language": {"service": "course", "languages": "Ukrainisch"},
    "place": {"service": "course", "area": "naumburg"},
    "capacity": {"service": "course", "by": "20"},
    "service": {"name": "Kurs B1", "provider": "school", "topics": "german", "capacity": "15"},
    "roof": {"name": "Haus", "actors": ["hall", "school"]},
    "funding_ends": {"service": "course"},
    "drop_out": {"actor": "school"},
    "surge": SURGE,
}


@pytest.mark.parametrize("what", MOVES)
def test_every_move_is_made_by_its_form_and_never_touches_the_network(
    county: Place, visitor: Visitor, what: str
) -> None:
    before = county.services.store.revision()
    plan = begun(visitor)
    assert visitor.get(f"/de{plan}/add/{what}").status_code == 200
    assert visitor.get(f"/en{plan}/add/{what}").status_code == 200
    add(visitor, plan, what, **MOVES[what])
    move = keeping.get(county.services.store, plan.removeprefix("/plans/")).moves[0]
    assert move.what == what and county.services.store.revision() == before
    gone = visitor.post(f"/de{plan}/moves/{move.id}/remove", follow_redirects=True)
    assert "Noch kein Schritt" in gone.text


@pytest.mark.parametrize(
    ("what", "values", "said"),
    [
        ("link", {"sender": "hall", "receiver": "hall"}, "zwei verschiedene Stellen"),
        ("link", {"sender": "school", "receiver": "course"}, "eigenes Angebot"),
        ("link", {"sender": "course", "receiver": "hall"}, "passt hier nicht"),
        ("drop_out", {"actor": "gone"}, "passt hier nicht"),
        ("capacity", {"service": "course", "by": "1000000000"}, "höchstens eine Million"),
        ("surge", {**SURGE, "persons": "0"}, "liegt nicht zwischen 1 und 100000"),
        ("surge", {**SURGE, "hours": "-8"}, "liegt nicht zwischen 0.5 und 24"),
        ("surge", {**SURGE, "usual": "-3"}, "liegt nicht zwischen 0 und 100000"),
        ("surge", {**SURGE, "minutes_least": "0"}, "liegt nicht zwischen 1 und 960"),
        ("capacity", {"service": "course", "by": "viele"}, "ganze Zahl"),
        ("roof", {"name": "Haus", "actors": "hall"}, "mindestens zwei"),
        ("surge", {"persons": "400", "desks": "6", "hours": "8"}, "Es fehlt, wie viele Minuten je Person."),
        ("surge", {"persons": "400", "desks": "6", "minutes_most": "8"}, "Es fehlt, wie viele Stunden am Tag."),
        ("surge", {"persons": "400", "hours": "6", "minutes_most": "8"}, "Es fehlt, an wie vielen Plätzen"),
        ("language", {"service": "course"}, "Angabe"),
    ],
)
def test_a_form_says_what_is_missing(visitor: Visitor, what: str, values: dict[str, str], said: str) -> None:
    answer = visitor.post(f"/de{begun(visitor)}/add/{what}", data=values)
    assert answer.status_code == 422 and said in answer.text


def test_more_places_are_typed_as_people_write_numbers(county: Place, visitor: Visitor) -> None:
    plan = begun(visitor)
    for typed in ("1.000", "-5", "+7"):
        add(visitor, plan, "capacity", service="course", by=typed)
    moves = keeping.get(county.services.store, plan.removeprefix("/plans/")).moves
    assert [move.values["by"] for move in moves] == ["1000", "-5", "7"]


def test_a_move_that_another_takes_away_again_is_told(visitor: Visitor) -> None:
    plan = begun(visitor)
    add(visitor, plan, "service", name="Kurs B1", provider="school", topics="german")
    assert "hebt das auf" not in add(visitor, plan, "language", **MOVES["language"])
    text = add(visitor, plan, "funding_ends", service="course")
    # When it is added, and at the move itself.
    assert text.count("Ein anderer Schritt dieses Plans hebt das auf: Förderung endet (Kurs A1).") == 2
    text = add(visitor, plan, "drop_out", actor="school")
    assert re.search(r"Kurs B1.*?hebt das auf: \w[^<]*\(Schule\)", text, re.S)


def test_a_form_sent_twice_stands_in_the_plan_once(county: Place, visitor: Visitor) -> None:
    plan = begun(visitor)
    for _ in range(2):
        add(visitor, plan, "language", op="abc1", **MOVES["language"])
    assert len(keeping.get(county.services.store, plan.removeprefix("/plans/")).moves) == 1


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
    assert text.count("Das ist inzwischen ohnehin so.") == 1
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


def test_a_title_that_somebody_else_changed_is_not_overwritten(visitor: Visitor) -> None:
    plan = begun(visitor)
    assert (
        "gespeichert"
        in visitor.post(f"/de{plan}/title", data={"title": "A", "version": "1"}, follow_redirects=True).text
    )
    late = visitor.post(f"/de{plan}/title", data={"title": "B", "version": "1"}, follow_redirects=True).text
    assert "Inzwischen hat jemand" in late and "<h1>A</h1>" in late


def test_a_result_is_kept_only_for_the_plan_it_was_computed_of(county: Place, visitor: Visitor) -> None:
    store, now = county.services.store, county.now
    id = begun(visitor).removeprefix("/plans/")
    old = keeping.get(store, id)

    def keep(plan: keeping.Plan, at: datetime, what: str) -> None:
        keeping.keep_result(store, plan, {"moment": at.isoformat(), "what": what}, at)

    keep(old, now, "first")
    keep(old, now - timedelta(minutes=5), "slower, begun earlier")
    assert (keeping.result(store, id) or {})["what"] == "first"
    visitor.post(f"/de/plans/{id}/title", data={"title": "Anders", "version": "1"})
    with pytest.raises(KnotenpunktError, match="changed"):
        keep(old, now, "of the plan before")
    visitor.post(f"/de/plans/{id}/remove")
    with pytest.raises(Missing):
        keep(old, now, "of nothing")
    assert keeping.result(store, id) is None


def test_a_removed_plan_is_gone(visitor: Visitor) -> None:
    plan = begun(visitor)
    visitor.post(f"/de{plan}/remove")
    assert visitor.get(f"/de{plan}").status_code == 404


def renewed(county: Place, worker: Worker) -> None:
    county.now += timedelta(minutes=10)
    renewing.start(county.services, "")
    worker.work_off()


def test_a_proposal_is_taken_into_a_plan_by_one_click(county: Place, visitor: Visitor, worker: Worker) -> None:
    assert "Noch sind keine Zahlen berechnet" in visitor.get("/de/plans/proposals").text
    renewed(county, worker)
    text = visitor.get("/de/plans/proposals").text
    assert "Das Angebot endet am 31.3.2027." in text
    assert "Vermittelt Rathaus an Schule" in text and "Das Nächstbeste" in text and "Ohne das" in text
    figures = re.search(r'name="figures" value="(\w+)"', text)
    assert figures is not None
    proposal = {"proposal": "link-0", "figures": figures[1], "plan": ""}
    taken = visitor.post("/de/plans/take", data=proposal, follow_redirects=True)
    assert "Der Vorschlag steht im Plan" in taken.text and "Neue Vermittlung" in taken.text
    late = visitor.post("/de/plans/take", data={**proposal, "figures": "old"}, follow_redirects=True)
    assert "inzwischen neu berechnet" in late.text


def test_a_proposal_becomes_a_project_with_a_short_title(county: Place, visitor: Visitor, worker: Worker) -> None:
    renewed(county, worker)
    text = visitor.get("/de/plans/proposals").text
    links = [unescape(link) for link in re.findall(r'href="(/de/entries/measure/new[^"]+)"', text)]
    form = visitor.get(next(link for link in links if "sender" not in link and "Vermittlung" in link)).text
    assert 'value="Vermittlung von Rathaus an Schule"' in form and "öffnet sich ein Weg" in form
    assert '<option value="topics_unreached" selected' in form
    forms = [visitor.get(link).text for link in links]
    assert any('value="Kurs A1 auch auf Ukrainisch"' in form for form in forms)


def test_what_ends_within_a_year_leads_to_the_move(county: Place, visitor: Visitor, worker: Worker) -> None:
    renewed(county, worker)
    text = visitor.get("/de/plans/ending").text
    assert "31.3.2027" in text and "Deutschkurs: kein Angebot mehr: Zeitz" in text and "20 Plätze" in text
    taken = visitor.post("/de/plans/take", data={"ends": "course", "plan": ""}, follow_redirects=True)
    assert "Förderung endet" in taken.text
    assert visitor.post("/de/plans/take", data={"ends": "hall", "plan": ""}).status_code == 404


def test_what_others_cover_is_never_more_than_is_known(county: Place, visitor: Visitor, worker: Worker) -> None:
    same = {"provider": "school", "topics": ["german"], "areas": ["zeitz"], "languages": ["de"]}
    county.put("service", "other", name="Kurs A2", **same)
    county.put("service", "vague", name="Etwas", provider="school", funded_until="2027-05-01")
    work = {"provider": "school", "topics": ["work"], "areas": ["zeitz"]}
    county.put("topic", "work", name="Arbeit", heading="work")
    county.put("service", "jobs", name="Jobs", funded_until="2027-05-01", **work)
    county.put("service", "first-jobs", name="Ferienjobs", target_groups=["children"], **work)
    county.put("agreement", "deal", name="Abrede", ends_on="2027-03-31", parties=["school"])
    county.put("demand", "germans", area="zeitz", language="de", persons=100)
    county.put("referral", "r", sender="hall", receiver="course")
    renewed(county, worker)
    text = visitor.get("/de/plans/ending").text
    assert "Andere Angebote sind für dieselben Menschen da. Ob ihre Plätze reichen" in text
    assert "nicht eingetragen, wozu und wo" in text and "Am selben Tag enden Angebote der Beteiligten" in text
    assert "nur noch für einzelne Zielgruppen: Zeitz" in text
    assert "left for some target groups only" in visitor.get("/en/plans/ending").text


def test_where_nobody_was_reached_or_a_law_ends_nothing_comforts(
    county: Place, visitor: Visitor, worker: Worker
) -> None:
    same = {"provider": "school", "topics": ["german"], "areas": ["zeitz"], "languages": ["de"]}
    county.put("service", "other", name="Kurs A2", legal_to="2027-05-01", **same)
    county.put("service", "third", name="Kurs A3", **same)
    renewed(county, worker)
    text = visitor.get("/de/plans/ending").text
    assert "niemand als erreicht gezählt" in text and "Fällt die Rechtsgrundlage weg" in text
    assert "Andere Angebote" not in text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (110.0, 107.0, "Deutschkurs: Kaum jemand wird weniger erreicht."),
        (2374.0, 2366.0, "Deutschkurs: rund 10 Menschen weniger erreicht."),
        (110.0, 60.0, "Deutschkurs: rund 50 Menschen weniger erreicht, vorher rund 110, danach rund 60."),
    ],
)
def test_equal_numbers_are_not_said_as_a_change(before: float, after: float, said: str) -> None:
    topic = Entry(kind=Kind("topic"), id=EntryId("german"), fields={"name": "Deutschkurs"})
    here = SimpleNamespace(lang="de", network=Network([topic]), _=translator("de"))
    one = {"topic": "german", "before": before, "after": after, "room": True}
    assert ending._fallen(cast(Visit, here), one) == said


def test_a_plan_becomes_a_project_of_change_whose_form_is_filled_in(visitor: Visitor, worker: Worker) -> None:
    plan = begun(visitor)
    for what in ("link", "language"):
        add(visitor, plan, what, **MOVES[what])
    text = visitor.post(f"/de{plan}/compute", follow_redirects=True).text
    link = re.search(r'href="(/de/entries/measure/new[^"]+)"', text)
    assert link is not None
    form = visitor.get(link[1].replace("&amp;", "&")).text
    assert 'value="Mehr Deutsch"' in form and '<option value="reached" selected' in form


def test_a_project_of_change_says_whether_it_worked(county: Place, visitor: Visitor, worker: Worker) -> None:
    effect = {"effect_indicator": "reached", "effect_before": 0.0, "effect_after": 60.0, "effect_on": "2026-11-23"}
    county.put(
        "measure",
        "m",
        name="Kurs auf Ukrainisch",
        about="Zweimal in der Woche",
        yearly_cost=80000.0,
        owner="school",
        **effect,
    )
    renewed(county, worker)
    text = visitor.get("/de/plans/measures").text
    assert "noch nicht gemessen" in text and "je Mensch mehr 1.100 bis 1.600 € im Jahr" in text
    assert "erreichte Fälle: 50 bis 70 Menschen mehr" in text and "→" not in text
    county.put("referral", "r", sender="hall", receiver="course")
    county.put("service", "more", name="Kurs", provider="school", topics=["german"], areas=["zeitz"], languages=["uk"])
    county.now += timedelta(days=40)
    renewed(county, worker)
    visitor = county.visitor(Role.COORDINATOR)
    assert "wie erwartet oder besser" in visitor.get("/de/plans/measures").text
    text = visitor.get("/de/plans/measures/m").text
    assert "wie erwartet oder besser" in text and "<h1>Kurs auf Ukrainisch</h1>" in text and "/entry/m/edit" in text
    assert visitor.get("/de/plans/measures/school").status_code == 404


def test_plans_are_for_coordination_alone(county: Place) -> None:
    for role in (Role.PARTNER, Role.COUNCIL):
        assert county.visitor(role).get("/de/plans").status_code == 403


def test_a_plan_that_waits_to_be_computed_waits_once(
    county: Place, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one.jobs, "wait", lambda *_: None)
    plan = begun(visitor)
    jobs = {visitor.post(f"/de{plan}/compute").location for _ in range(3)}
    assert len(jobs) == 1 and len(county.services.store.find("job")) == 1
