"""Sheets of paper for a meeting: one for each actor, with its code, its QR code and the whole roster."""

from __future__ import annotations

from typing import NamedTuple

from flask import flash, make_response, redirect, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from graph.model.changes import EntryId
from graph.model.fields import Audience
from graph.network import Network
from webapp.access import Permission, needs
from webapp.drawing.qr import qr_svg
from webapp.pages.survey.answering import FORM_PARTS
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.handing import LASTS, made
from webapp.render import page
from webapp.survey import codes, keeping, ticks
from webapp.visit import Visit, visit


class Printed(NamedTuple):
    """One row on paper; the dots say that the link is known."""

    id: str
    key: str
    name: str
    sector: str


class Sheet(NamedTuple):
    """One actor's sheet."""

    id: str
    code: str
    name: str
    to: frozenset[str]
    by: frozenset[str]
    qr: Markup | None


@pages.get("/survey/sheets")
@needs(Permission.EDIT)
def choose() -> str:
    """Whose sheets are printed, with or without QR code."""
    here = visit()
    network = here.whole.seen_by(Audience.NETWORK)
    actors = [(id, network.entry(id).fields["name"]) for id in network.memo_of("actor", keeping.by_name)]
    chosen = request.args.getlist("actor")
    roster = keeping.roster(here.services.store)
    new = len({id for id, _ in actors}.difference(roster)) if roster else 0
    return page(
        "survey/sheets.html",
        actors=actors,
        chosen=chosen,
        new=new,
        printed=bool(roster),
        days=LASTS.days,
        most=codes.MOST,
    )


@pages.post("/survey/sheets")
@needs(Permission.EDIT)
def sheets() -> Response:
    """The sheets themselves, ready to print; each QR code is made now and told this once."""
    here = visit()
    request.max_form_parts = FORM_PARTS
    store, network = here.services.store, here.whole.seen_by(Audience.NETWORK)
    roster = keeping.extended_roster(store, network)
    chosen = set(roster) if "all" in request.form else set(request.form.getlist("actor"))
    ids = [id for id in roster if id in chosen and id in network]
    keeping.note_asked(store, here.whole, ids, "sheet", here.today)
    found = [_sheet(here, network, roster, id, "qr" in request.form) for id in ids]
    answer = make_response(
        page("survey/printed.html", sheets=found, sections=_sections(network, roster), until=(here.now + LASTS).date(),
             today=here.today, demo_mark=here.demo_mark, noindex=True)
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/survey/renumber")
@needs(Permission.EDIT)
def renumber() -> Response:
    """Sort the roster anew; sheets on paper must not be typed in after that."""
    here = visit()
    keeping.renumber(here.services.store, here.whole.seen_by(Audience.NETWORK))
    flash(here._("Die Liste ist neu nummeriert. Früher gedruckte Bögen gelten nicht mehr."), "success")
    return redirect(f"/{here.lang}/survey/sheets", 303)


def _sections(network: Network, roster: list[EntryId]) -> list[tuple[str, list[Printed]]]:
    sections: list[tuple[str, list[Printed]]] = []
    for position, id in enumerate(roster):
        section, key = codes.code(position)
        if position % codes.A_SECTION == 0:
            sections.append((section, []))
        entry = network.find(id)
        if entry is not None:
            sections[-1][1].append(Printed(id, key, entry.fields["name"], entry.fields.get("sector", "")))
    return sections


def _sheet(here: Visit, network: Network, roster: list[EntryId], id: EntryId, with_qr: bool) -> Sheet:
    sending, getting = ticks.links_of(here, network, id, ())
    return Sheet(
        id=id,
        code=codes.code(roster.index(id)),
        name=network.entry(id).fields["name"],
        to=frozenset(sending),
        by=frozenset(getting),
        qr=qr_svg(made(here, id), here._("QR-Code: am Telefon ankreuzen")) if with_qr else None,
    )
