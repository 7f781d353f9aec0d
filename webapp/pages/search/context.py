"""What a results page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from graph.model.codes import HEADINGS
from graph.operations.attribution import source_ids
from graph.search.results import Results, Wish, headings_counted
from webapp.pages.search import options
from webapp.pages.search.matching import services_first, tokens_of
from webapp.pages.search.wish import address, read_page, read_wish
from webapp.shown.cards import card
from webapp.texts import label, plural_translator
from webapp.visit import Visit

A_PAGE = 20
_NEARBY = 5


def context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Cards of one page, the filters with their counts, and what to do where nothing is found."""
    wish = read_wish(here.network, args)
    results = Results(here.network, here.index, wish)
    total = len(results.ids)
    last = max(1, -(-total // A_PAGE))
    at = min(read_page(args), last)
    found = {
        "wish": wish,
        "total": total,
        "headline": _headline(here, wish, total),
        "cards": cards(here, results.ids[(at - 1) * A_PAGE : at * A_PAGE], wish),
        "chips": options.chips(here.network, wish, here.lang),
        "clear_url": address(here.lang, Wish(words=wish.words)) if len(wish.chosen()) > 1 else "",
        "pages": _pages(here.lang, wish, at, last),
        "previous": address(here.lang, wish, at - 1) if at > 1 else "",
        "next": address(here.lang, wish, at + 1) if at < last else "",
        "page": at,
        "last": last,
    }
    return {**found, **_filters(here, results), "nothing": None if total else _nothing(here, results)}


def cards(here: Visit, ids: Sequence[str], wish: Wish) -> list[Markup]:
    """The cards of some actors; each is made once and kept until something changes."""
    network, lang, today = here.network, here.lang, here.today
    tokens = tokens_of(wish.words) if wish.words else frozenset()
    return [
        network.memo(card, id, lang, today, services_first(network, id, wish, tokens), source_ids(here.whole, id))
        for id in ids
        if id in network
    ]


def _headline(here: Visit, wish: Wish, total: int) -> str:
    _n = plural_translator(here.lang)
    if wish.words:
        return _n("{n} Stelle zu „{words}“", "{n} Stellen zu „{words}“", total, words=wish.words)
    return _n("{n} Stelle", "{n} Stellen", total)


def _filters(here: Visit, results: Results) -> dict[str, Any]:
    network, lang = here.network, here.lang
    return {
        "headings": options.headings(results, lang),
        "topics": options.topics(network, results, lang),
        "areas": options.areas(network, results),
        "languages": options.languages(results, lang),
        "sectors": options.sectors(results, lang),
    }


def _nothing(here: Visit, results: Results) -> dict[str, Any]:
    """Ways on: another spelling, one filter less, what comes near, where people start, the ten headings."""
    lang, wish = here.lang, results.wish
    suggested = here.index.suggest(wish.words) if wish.words else ()
    starts = here.index.facets.ordered(here.index.facets.having("start:here"))[:_NEARBY]
    return {
        "suggestions": [(text, address(lang, Wish(words=text))) for text in suggested],
        "drops": options.drops(here.network, results, lang),
        "near": cards(here, results.nearest(_NEARBY), wish),
        "starts": cards(here, starts, Wish()),
        "headings": [
            (code, label(HEADINGS[code], lang), f"/{lang}/search?heading={code}", str(n))
            for code, n in headings_counted(here.index.facets).items()
            if n
        ],
    }


def _pages(lang: str, wish: Wish, at: int, last: int) -> list[tuple[int | None, str | None]]:
    """The first, the last and those around this one; a gap between is None."""
    wanted = sorted({1, *range(max(1, at - 2), min(last, at + 2) + 1), last})
    found: list[tuple[int | None, str | None]] = []
    for before, number in zip([0, *wanted], wanted, strict=False):
        if number - before > 1:
            found.append((None, None))
        found.append((number, None if number == at else address(lang, wish, number)))
    return found
