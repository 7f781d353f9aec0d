"""A report is frozen from where people look for it, and not by mistake from figures that are being renewed."""

from __future__ import annotations

from tests.webapp.conftest import Place
from tests.webapp.test_council import county as filled
from tests.webapp.test_council import freeze, run
from webapp.access import Role
from webapp.council.snapshots import Kept

county = filled


def test_whoever_may_freezes_from_the_list_of_reports(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    assert "Als Bericht festschreiben" in visitor.get("/de/reports").text
    freeze(county, visitor)
    assert "Als Bericht festschreiben" in visitor.get("/de/reports").text
    assert "Als Bericht festschreiben" not in county.visitor(Role.COUNCIL).get("/de/reports").text


def test_figures_older_than_the_network_are_offered_to_be_renewed_first(county: Place) -> None:
    county.put("actor", "new", name="Neu")
    visitor = county.visitor(Role.COORDINATOR)
    for path in ("/de/overview", "/de/reports"):
        text = visitor.get(path).text
        assert "Seit diesen Zahlen hat sich das Netzwerk geändert" in text and 'action="/de/figures"' in text
        assert "Trotzdem festschreiben" in text and "Als Bericht festschreiben" not in text
    run(county)
    assert "Als Bericht festschreiben" in visitor.get("/de/overview").text


def test_what_is_kept_of_a_day_never_reaches_more_than_need_it(county: Place) -> None:
    kept = Kept(day=county.now.date(), revision=1, values={"need": 97.5 - 1e-9, "reached": 97.5, "fresh": None})
    assert kept.plain["values"] == {"need": 95, "reached": 95, "fresh": None}
    freeze(county, county.visitor(Role.COORDINATOR))
    run(county)
    assert "Stände von einem Tag, dem 23.11.2026" in county.visitor().get("/de/overview").text


def test_a_second_report_from_the_same_figures_is_compared_with_the_first(county: Place) -> None:
    visitor, reader = county.visitor(Role.COORDINATOR), county.visitor(Role.COUNCIL)
    assert freeze(county, visitor) == "/de/report/2026-1"
    county.put("actor", "new", name="Neu")
    assert freeze(county, visitor, "op-2") == "/de/report/2026-2"
    second = {lang: reader.get(f"/{lang}/report/2026-2").text for lang in ("de", "en")}
    assert "Seit Bericht 1/2026 vom 23.11.2026 – nichts geändert." in second["de"]
    assert "Since report 1/2026 of 23 Nov 2026 – nothing changed." in second["en"]
    assert "noch keinen früheren Bericht" not in second["de"]
    assert "noch keinen früheren Bericht" in reader.get("/de/report/2026-1").text
