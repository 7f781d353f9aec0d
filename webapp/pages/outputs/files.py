"""The files: phone book, cards, offline page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, abort, request

from graph.model.fields import Audience
from graph.network import Network
from importers.vcard.writing import write
from importers.workbook.layout import MEDIA_TYPE
from webapp.access import Permission, needs
from webapp.accounts import throttle
from webapp.outputs import typesetting
from webapp.outputs.book import ORDERS, PAPERS, Cover, book
from webapp.outputs.chosen import usual_audience
from webapp.outputs.offline import offline_page
from webapp.outputs.take import Taken, taken
from webapp.outputs.vcards import vcards
from webapp.outputs.workbook import workbook
from webapp.visit import Visit, visit

_MOST_KEPT = 6
FILES_FROM_ONE_ADDRESS = 40
"""Files made in a quarter of an hour for readers without account: an office behind one address shares them."""


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
    made = _once(found, ("book", paper, order), lambda: typesetting.phone_book(_book(found, paper, order)))
    return _file(made, "application/pdf", found.file_name(found.here._("Telefonbuch"), "pdf"))


@needs(Permission.READ)
def workbook_of() -> Response:
    """The workbook of a search. Coordination exports the whole with all that only it sees where lists are read."""
    found = _passed_on()
    name = found.file_name(found.here._("Arbeitsmappe"), "xlsx")
    chosen = found.chosen
    told = [part for part in (found.about, found.mark, found.withheld) if part]
    today = found.here.today
    store, given = found.here.services.store, (chosen.network, chosen.ids, chosen.everything)
    made = _once(found, ("workbook",), lambda: workbook(store, *given, today, told))
    return _file(made, MEDIA_TYPE, name)


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


def _once(found: Taken, what: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
    """A file as it was made before at this revision, else made now; refused to an address that asks for very many.

    Each costs a child process and seconds: a flood of searches must not take them all.
    """
    kept, here = found.chosen.network.memo(_kept), found.here
    key = (*what, found.chosen.wish, here.lang, here.today)
    if key not in kept:
        if here.account is None and _too_many(here):
            abort(429)
        made = make()
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = made
    return kept[key]


def _too_many(here: Visit) -> bool:
    near = throttle.neighbourhood(request.remote_addr or "")
    return throttle.counted(here.services.store, "file", near, FILES_FROM_ONE_ADDRESS, here.now) is not None


def _kept(network: Network) -> dict[Any, bytes]:
    """Files made at this revision: the whole network's are asked for again and again."""
    return {}


def _file(content: bytes, media_type: str, name: str) -> Response:
    """A file to be saved, with its name in letters of every kind."""
    answer = Response(content, content_type=media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
