"""The overview for everybody, and reports: frozen, listed, handed out by links."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Missing
from graph.model.fields import Audience
from graph.model.sentences import say
from webapp import handed
from webapp.access import Permission, audience_of, needs
from webapp.accounts import accounts
from webapp.council import reports, telling
from webapp.council.reports import Report
from webapp.drawing.qr import qr_svg
from webapp.figures import shown
from webapp.pages.council.freezing import frozen
from webapp.render import page
from webapp.texts import plural_translator
from webapp.visit import Visit, visit

pages = Blueprint("council", __name__)
_USUAL_DAYS = 90


@pages.get("/overview")
@needs(Permission.READ)
def overview() -> str:
    """What a council wants to see on one page, from the last public figures."""
    here = visit()
    figures = telling.figures_of(here)
    context = telling.ready(telling.page_of(here, figures, here.lang)) if figures else {"sections": (), "tiles": ()}
    exact = audience_of(here.roles) is Audience.COORDINATION
    return page(
        "council/overview.html",
        **shown.frame(here, figures) | context,
        exact=exact,
        known=telling.known(here, figures),
        op=here.services.op(),
    )


@pages.get("/overview/people")
@needs(Permission.READ)
def people() -> str:
    """The published counts of people, cell by cell."""
    here = visit()
    figures = telling.figures_of(here)
    tables = telling.people_tables(here, figures) if figures else []
    left_out = (figures.part("left_out") or 0) if figures else 0
    return page("council/people.html", **shown.frame(here, figures), tables=tables, left_out=left_out)


@pages.get("/reports")
@needs(Permission.REPORTS)
def listed() -> str:
    """Every report, the newest first."""
    here = visit()
    known, figures = reports.listed(here.services.store, telling.key_of(here)), telling.figures_of(here)
    frame = shown.frame(here, figures)
    return page(
        "council/reports.html",
        **frame,
        reports=known,
        known=telling.known(here, figures),
        op=here.services.op(),
        noindex=True,
    )


@pages.post("/reports")
@needs(Permission.EDIT)
def freeze() -> Response:
    """Freeze the overview as it was shown."""
    here = visit()
    done = frozen(here, request.form.get("figures", ""), request.form.get("op", ""))
    if isinstance(done, str):
        flash(say(done, here.lang), "warning")
        return redirect(f"/{here.lang}/overview", 303)
    flash(here._("Bericht {number} ist festgeschrieben.", number=done.number), "success")
    return redirect(f"/{here.lang}/report/{done.id}", 303)


@pages.get("/report/<id>")
@needs(Permission.REPORTS)
def report(id: str) -> str:
    """A report as it was frozen."""
    here = visit()
    found = _find(here, id)
    return _shown(here, telling.key_of(here), found, links=_links(here, found) if here.may(Permission.SHARE) else None)


@pages.post("/report/<id>/link")
@needs(Permission.SHARE)
def hand_out(id: str) -> Response:
    """Make a link for people without account; it is shown this once."""
    here = visit()
    found = _find(here, id)
    days = request.form.get("days", _USUAL_DAYS, type=int)
    days = days if days in reports.DAYS else _USUAL_DAYS
    token = reports.hand_out(here.services.store, telling.key_of(here), found.id, days, here.who, here.now)
    link = f"{request.host_url}{here.lang}/shared/report/{token}"
    drawn = qr_svg(link, here._("QR-Code des Links"))
    answer = make_response(page("council/link.html", link=link, qr=drawn, days=days, report=found, noindex=True))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/report/<id>/link/<link>/withdraw")
@needs(Permission.SHARE)
def withdraw(id: str, link: str) -> Response:
    """End a link at once."""
    here = visit()
    found = _find(here, id)
    reports.withdraw(here.services.store, link)
    flash(here._("Der Link ist zurückgezogen. Er zeigt nichts mehr."), "success")
    return redirect(f"/{here.lang}/report/{found.id}", 303)


@pages.get("/shared/report/<token>")
@needs(Permission.READ)
def shared(token: str) -> Response | tuple[str, int]:
    """The report behind a link, to read and to print. The link goes nowhere from here and stays in no memory."""
    here = visit()
    found = reports.behind(here.services.store, token, here.now)
    if found is None:
        return handed.nothing(here)
    answer = make_response(_shown(here, *found, links=None))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _find(here: Visit, id: str) -> Report:
    found = reports.find(here.services.store, telling.key_of(here), id)
    if found is None:
        raise Missing("report", id)
    return found


def _shown(here: Visit, key: str, found: Report, links: list[tuple[str, str, object]] | None) -> str:
    kept = telling.ready(dict(reports.page_of(here.services.store, key, found.id, here.lang)))
    _n = plural_translator(here.lang)
    days = [(n, _n("{n} Tag", "{n} Tage", n)) for n in reports.DAYS]
    return page(
        "council/report.html",
        **kept,
        report=found,
        links=links,
        choice=days,
        usual=_USUAL_DAYS,
        demo_mark=here.demo_mark,
        noindex=True,
    )


def _links(here: Visit, found: Report) -> list[tuple[str, str, object]]:
    """(id, who made it, until when) of the links that open."""
    known = reports.links(here.services.store, telling.key_of(here), found.id, here.now)
    names = {link.owner: accounts.find(here.services.store, link.owner) for link in known}
    gone = here._("gelöschtes Konto")
    return [(link.id, owner.name if (owner := names[link.owner]) else gone, link.expires) for link in known]
