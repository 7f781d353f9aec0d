"""Plans are made, named, kept and removed, by coordination alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from graph.model.errors import KnotenpunktError, Missing
from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.plans.planning import begun
from webapp.access import Role
from webapp.plans import keeping


def test_a_plan_begins_empty_and_needs_a_title(visitor: Visitor) -> None:
    assert visitor.post("/de/plans", data={"title": "  "}).status_code == 422
    plan = begun(visitor)
    assert "Noch kein Schritt" in visitor.get(f"/de{plan}").text
    assert "Mehr Deutsch" in visitor.get("/de/plans").text


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


def test_plans_are_for_coordination_alone(county: Place) -> None:
    for role in (Role.PARTNER, Role.COUNCIL):
        assert county.visitor(role).get("/de/plans").status_code == 403
