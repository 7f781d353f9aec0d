"""The page of everything that can be taken along, and the mail addresses."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.outputs.book import ORDERS, PAPERS
from webapp.outputs.chosen import audiences, usual_audience
from webapp.outputs.mails import PORTIONS, SEPARATORS, addresses
from webapp.outputs.take import Taken, taken
from webapp.pages.outputs import files
from webapp.pages.outputs.choices import audience_options, order_options, paper_options, portion_options
from webapp.pages.outputs.choices import separator_options as separators
from webapp.pages.search.wish import address, query
from webapp.render import page
from webapp.visit import Visit, visit

pages = Blueprint("outputs", __name__)
files.register(pages)


@pages.get("/take")
@needs(Permission.READ)
def take() -> str:
    """What can be taken of a search, with what each can be asked for."""
    here = visit()
    found = taken(here, request.args)
    return page(
        "outputs/take.html",
        **_of(here, found),
        papers=paper_options(here.lang, PAPERS),
        orders=order_options(here.lang, ORDERS),
        audiences=audience_options(here.lang, audiences(here)),
        audience=usual_audience(here).value,
    )


@pages.get("/take/mails")
@needs(Permission.MAILS)
def mails() -> str:
    """Addresses for the field for blind copies."""
    here = visit()
    found = taken(here, request.args, audiences(here)[-1])
    separator = request.args.get("separator", "")
    separator = separator if separator in SEPARATORS else "semicolon"
    portion = request.args.get("portion", 50, type=int)
    portion = portion if portion in PORTIONS else PORTIONS[0]
    return page(
        "outputs/mails.html",
        **_of(here, found),
        addresses=addresses(found.entries, separator, portion),
        separator=separator,
        portion=str(portion),
        separators=separators(here.lang),
        portions=portion_options(here.lang, PORTIONS),
    )


def _of(here: Visit, found: Taken) -> dict[str, object]:
    """What both pages say of the search."""
    wish = found.chosen.wish
    return {
        "taken": found,
        "wish": wish,
        "query": query(wish),
        "asked": {"q": wish.words, **wish.chosen()},
        "back": address(here.lang, wish),
        "noindex": True,
    }
