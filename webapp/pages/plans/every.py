"""All plans, and a new one."""

from __future__ import annotations

from flask import redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Invalid
from webapp.access import Permission, needs
from webapp.accounts.forms import Errors, errors_of
from webapp.pages.history.people import name_of_account
from webapp.pages.plans.blueprint import pages
from webapp.plans import keeping
from webapp.plans.keeping import Plan
from webapp.render import page
from webapp.visit import Visit, visit


@pages.get("/plans")
@needs(Permission.PLAN)
def every() -> str:
    """All plans, the last changed first."""
    return _page(visit(), Errors())


@pages.post("/plans")
@needs(Permission.PLAN)
def create() -> Response | tuple[str, int]:
    """Begin a plan."""
    here = visit()
    try:
        plan = begun(here, request.form.get("title", ""))
    except Invalid as invalid:
        return _page(here, errors_of(invalid, here.lang)), 422
    return redirect(f"/{here.lang}/plans/{plan.id}", 303)


def begun(here: Visit, title: str) -> Plan:
    """A new plan of the visitor. Raises Invalid without a title."""
    made = Plan(id=here.services.new_id(), title=title, owner=here.who, changed=here.now.isoformat())
    return keeping.create(here.services.store, made)


def _page(here: Visit, errors: Errors) -> str:
    rows = [(plan, name_of_account(here, plan.owner)) for plan in keeping.every(here.services.store)]
    removed = [(plan, name_of_account(here, plan.owner)) for plan in keeping.removed(here.services.store, here.now)]
    return page("plans/plans.html", rows=rows, removed=removed, errors=errors, typed=request.form, noindex=True)
