"""What ends within a year, and that nothing comforts more than is known."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.plans.planning import renewed
from webapp.pages.plans import ending
from webapp.texts import translator
from webapp.visit import Visit
from webapp.worker import Worker


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
