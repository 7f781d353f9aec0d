"""How old the figures are, what they assume, and the button that renews them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Invalid, RecordConflict
from webapp.access import Permission, needs
from webapp.accounts.forms import Errors, errors_of
from webapp.figures import assumed, renewing, shown
from webapp.pages.figures import forms, travel
from webapp.pages.figures.blueprint import pages
from webapp.render import page
from webapp.visit import Visit, visit

_ = travel  # it adds its routes


@pages.get("/figures")
@needs(Permission.EDIT)
def figures() -> str:
    """When they were computed, and the form of what they assume."""
    here = visit()
    return _page(here, forms.shown_of(assumed.load(here.services.store), here.lang), Errors())


@pages.post("/figures")
@needs(Permission.EDIT)
def renew() -> Response:
    """Compute them now; the page of the job that does."""
    here = visit()
    return redirect(f"/{here.lang}/jobs/{renewing.start(here.services, here.who)}", 303)


@pages.post("/figures/assumptions")
@needs(Permission.EDIT)
def assume() -> Response | tuple[str, int]:
    """Change what results assume; figures by the new assumptions follow by themselves."""
    here = visit()
    try:
        assumed.save(here.services.store, forms.read(request.form, assumed.load(here.services.store)))
    except Invalid as invalid:
        return _page(here, forms.typed(request.form), errors_of(invalid, here.lang)), 422
    except RecordConflict:
        flash(
            here._("Inzwischen hat jemand anderes die Annahmen geändert. Bitte sehen Sie sie noch einmal an."),
            "warning",
        )
        return redirect(f"/{here.lang}/figures", 303)
    flash(here._("Die Annahmen sind gespeichert. Die Zahlen werden danach neu berechnet."), "success")
    return redirect(f"/{here.lang}/figures", 303)


def _page(here: Visit, values: Mapping[str, Any], errors: Errors) -> str:
    last = shown.last(here)
    job = renewing.running(here.services)
    return page(
        "figures/figures.html",
        **shown.frame(here, last),
        job=job if job and not job.over else None,
        outdated=renewing.outdated(here.services),
        fields=forms.fields(values, errors, here.lang),
        version=values["version"],
        travel=shown.travel(assumed.load(here.services.store), here.lang),
        table=assumed.load(here.services.store).table,
        errors=errors,
        noindex=True,
    )
