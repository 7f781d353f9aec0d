"""The files: phone book, cards, offline page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, request

from graph.model.fields import Audience
from graph.network import Network
from importers.vcard.writing import write
from importers.workbook.layout import MEDIA_TYPE
from webapp.access import Permission, needs
from webapp.outputs import typesetting
from webapp.outputs.book import ORDERS, PAPERS, Cover, book
from webapp.outputs.chosen import usual_audience
from webapp.outputs.offline import offline_page
from webapp.outputs.take import Taken, taken
from webapp.outputs.vcards import vcards
from webapp.outputs.workbook import workbook
from webapp.visit import visit

_MOST_KEPT = 6


def register(pages: Blueprint) -> None:
    """Add these views to the area's pages."""
    pages.get("/take/phone-book.pdf")(phone_book)
    pages.get("/take/workbook.xlsx")(workbook_of)
    pages.get("/take/contacts.vcf")(contacts)
    pages.get("/take/offline.html")(offline)


@needs(Permission.READ)
def phone_book() -> Response:
    """The phone book as PDF."""
    found = taken(visit(), request.args)
    paper = _one_of(PAPERS, request.args.get("paper", ""))
    order = _one_of(ORDERS, request.args.get("by", ""))
    kept = found.chosen.network.memo(_kept)
    key = (found.chosen.wish, paper, order, found.here.lang, found.here.today)
    if key not in kept:
        made = typesetting.phone_book(_book(found, paper, order))
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = made
    return _file(kept[key], "application/pdf", found.file_name(found.here._("Telefonbuch"), "pdf"))


@needs(Permission.READ)
def workbook_of() -> Response:
    """The workbook of a search. Coordination exports the whole with all that only it sees where lists are read."""
    found = _passed_on()
    name = found.file_name(found.here._("Arbeitsmappe"), "xlsx")
    chosen = found.chosen
    told = [part for part in (found.about, found.mark, found.withheld) if part]
    return _file(workbook(chosen.network, chosen.ids, chosen.everything, found.here.today, told), MEDIA_TYPE, name)


@needs(Permission.READ)
def contacts() -> Response:
    """Cards for address books."""
    found = taken(visit(), request.args)
    here = found.here
    note = ". ".join(part for part in (found.stand, found.mark, found.withheld) if part)
    text = write(vcards(found.entries, here.today, note, here.lang))
    return _file(text.encode(), "text/vcard; charset=utf-8", found.file_name(here._("Adressbuch"), "vcf"))


@needs(Permission.READ)
def offline() -> Response:
    """One page that holds everything it needs."""
    found = _passed_on()
    name = found.file_name(found.here._("Kontakte offline"), "html")
    return _file(offline_page(found).encode(), "text/html; charset=utf-8", name)


def _passed_on() -> Taken:
    """For files that go from hand to hand: they never hold what only coordination sees."""
    here = visit()
    public = request.args.get("for") == Audience.PUBLIC
    return taken(here, request.args, Audience.PUBLIC if public else usual_audience(here))


def _book(found: Taken, paper: str, order: str) -> dict[str, Any]:
    notices = (found.mark, found.withheld)
    cover = Cover(
        network=found.network_name, about=found.about, notices=notices, mark=found.mark, sources=found.sources
    )
    return book(found.entries, cover, paper=paper, order=order, today=found.here.today, lang=found.here.lang)


def _one_of(known: tuple[str, ...], asked: str) -> str:
    return asked if asked in known else known[0]


def _kept(network: Network) -> dict[Any, bytes]:
    """Books set at this revision: the whole network's is asked for again and again."""
    return {}


def _file(content: bytes, media_type: str, name: str) -> Response:
    """A file to be saved, with its name in letters of every kind."""
    answer = Response(content, content_type=media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
