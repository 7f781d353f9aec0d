"""Wherever public figures of people stand, it says how many hidden counts are not in them."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import Place
from tests.webapp.test_council import county as filled
from tests.webapp.test_council import freeze
from webapp.access import Role

county = filled


@pytest.mark.parametrize("path", ["/overview", "/missing", "/missing/course"])
def test_public_figures_say_how_many_hidden_counts_they_leave_out(county: Place, path: str) -> None:
    assert "fehlen 4 verborgene Angaben" in county.visitor().get(f"/de{path}").text
    assert "lack 4 hidden counts" in county.visitor(Role.COUNCIL).get(f"/en{path}").text


def test_the_page_of_published_counts_tells_why_analyses_have_fewer_people(county: Place) -> None:
    assert "In den Auswertungen fehlen 4 verborgene Angaben" in county.visitor().get("/de/overview/people").text


def test_a_report_says_what_it_leaves_out(county: Place) -> None:
    report = freeze(county, county.visitor(Role.COORDINATOR))
    assert "fehlen 4 verborgene Angaben" in county.visitor(Role.COUNCIL).get(report).text


def test_coordination_reads_exact_figures_and_is_told_where_they_are_the_published_ones(county: Place) -> None:
    reader = county.visitor(Role.COORDINATOR)
    assert "verborgene Angaben" not in reader.get("/de/missing/course").text
    assert "Öffentlich sind 4 davon verborgen; dort sind die Summen kleiner." in reader.get("/de/missing").text
    assert "auch für Sie die veröffentlichten Zahlen" in reader.get("/de/overview").text
    assert "auch für Sie die veröffentlichten Zahlen" not in county.visitor(Role.COUNCIL).get("/de/overview").text
