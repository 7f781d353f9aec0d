"""What the program proposes is taken by one click; a plan becomes a project of change."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.plans.planning import MOVES, add, begun, renewed
from webapp.access import Role
from webapp.worker import Worker


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
    assert "<h1>Vermittlung von Rathaus an Schule</h1>" in taken.text
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


def test_a_plan_becomes_a_project_of_change_whose_form_is_filled_in(visitor: Visitor, worker: Worker) -> None:
    plan = begun(visitor)
    for what in ("link", "language"):
        add(visitor, plan, what, **MOVES[what])
    text = visitor.post(f"/de{plan}/compute", follow_redirects=True).text
    link = re.search(r'href="(/de/entries/measure/new[^"]+)"', text)
    assert link is not None
    form = visitor.get(link[1].replace("&amp;", "&")).text
    assert 'value="Mehr Deutsch"' in form and '<option value="reached_topic" selected' in form
    assert re.search(r'name="effect_before"[^>]*value="0"', form) and '<option value="german" selected' in form
    assert re.search(r'<input type="hidden" id="f-plan" name="plan" value="[^"]+">', form) and "Kennung" not in form
    assert 'name="effect_on" value="23.11.2026"' in form
    visitor.post(f"/de{plan}/title", data={"title": "Anders", "version": "3"})
    assert "measure/new" not in visitor.get(f"/de{plan}").text


def test_a_project_of_change_says_whether_it_worked(county: Place, visitor: Visitor, worker: Worker) -> None:
    effect = {"effect_indicator": "reached_topic", "effect_before": 0.0, "effect_after": 60.0}
    county.put(
        "measure",
        "m",
        name="Kurs auf Ukrainisch",
        about="Zweimal in der Woche",
        yearly_cost=80000.0,
        owner="school",
        topic="german",
        effect_on="2026-11-23",
        **effect,
    )
    renewed(county, worker)
    text = visitor.get("/de/plans/measures").text
    assert "noch nicht gemessen" in text and "je Mensch mehr 1.100 bis 1.600 € im Jahr" in text
    assert "erreichte Menschen, Deutschkurs: 50 bis 70 Menschen mehr" in text and "→" not in text
    county.put("referral", "r", sender="hall", receiver="course")
    county.put("service", "more", name="Kurs", provider="school", topics=["german"], areas=["zeitz"], languages=["uk"])
    county.now += timedelta(days=40)
    renewed(county, worker)
    visitor = county.visitor(Role.COORDINATOR)
    assert "wie erwartet oder besser" in visitor.get("/de/plans/measures").text
    text = visitor.get("/de/plans/measures/m").text
    assert "wie erwartet oder besser" in text and "<h1>Kurs auf Ukrainisch</h1>" in text and "/entry/m/edit" in text
    assert visitor.get("/de/plans/measures/school").status_code == 404


def test_a_project_of_change_is_saved_to_its_page_and_nonsense_is_not(visitor: Visitor) -> None:
    typed = {"name": "Mehr", "yearly_cost": "1.000", "own_share": "50.000", "effect_before": "-5"}
    refused = visitor.post("/de/entries/measure/new", data=typed)
    assert refused.status_code == 422 and "nicht höher sein" in refused.text and "weniger als nichts" in refused.text
    asked = visitor.post("/de/entries/measure/new", data={"name": "Mehr", "effect_indicator": "reached_topic"})
    assert asked.status_code == 422 and "Bitte wählen Sie das Thema" in asked.text
    saved = visitor.post("/de/entries/measure/new", data={"name": "Mehr", "yearly_cost": "1.000", "own_share": "500"})
    assert saved.location.startswith("/de/plans/measures/")
