"""What a results page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from graph.model.codes import HEADINGS
from graph.network import Network
from graph.operations.attribution import source_ids
from graph.search.results import Results, Wish, headings_counted
from webapp.pages.entries.paging import page_links
from webapp.pages.responsible.hint import question_in
from webapp.pages.search import options
from webapp.pages.search.matching import services_first, tokens_of
from webapp.pages.search.wish import address, read_page, read_wish
from webapp.render import fragment
from webapp.shown.cards import card
from webapp.texts import label, plural_translator
from webapp.visit import Visit

A_PAGE = 20
_NEARBY = 5
_MOST_KEPT = 500


def context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Cards of one page, the filters with their counts, and what to do where nothing is found."""
    wish, number = read_wish(here.network, args), read_page(args)
    kept = here.network.memo(_kept)
    key = (wish, number, here.lang, here.today)
    found = kept.get(key)
    if found is None:
        found = _answer(here, wish, number)
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = found
    return found


def filters(lang: str, wish: Wish, **options_of: list[options.Option]) -> Markup:
    """The form beside the results, without the words."""
    return fragment("search/filters.html", lang, wish=wish, **options_of)


def filters_context(network: Network, results: Results, lang: str) -> dict[str, list[options.Option]]:
    """Shapes of `search/filters.html` beside the wish."""
    return {
        "headings": options.headings(results, lang),
        "topics": options.topics(network, results, lang),
        "areas": options.areas(network, results),
        "languages": options.languages(results, lang),
        "sectors": options.sectors(results, lang),
    }


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
    if not total:
        return here._("Keine Stelle zu „{words}“", words=wish.words) if wish.words else here._("Keine Stelle gefunden")
    if wish.words:
        return _n("{n} Stelle zu „{words}“", "{n} Stellen zu „{words}“", total, words=wish.words)
    return _n("{n} Stelle", "{n} Stellen", total)


def _kept(network: Network) -> dict[Any, dict[str, Any]]:
    """Answers given at this revision: many ask for the same, and the counts of all filters go with each."""
    return {}


def _answer(here: Visit, wish: Wish, number: int) -> dict[str, Any]:
    results = Results(here.network, here.index, wish)
    total = len(results.ids)
    last = max(1, -(-total // A_PAGE))
    at = min(number, last)
    links = page_links(at, last, lambda n: address(here.lang, wish, n))
    return {
        "wish": wish,
        "headline": _headline(here, wish, total),
        "cards": cards(here, results.ids[(at - 1) * A_PAGE : at * A_PAGE], wish),
        "chips": options.chips(here.network, wish, here.lang),
        "clear_url": address(here.lang, Wish(words=wish.words)) if len(wish.chosen()) > 1 else "",
        "pages": links.pages,
        "previous": links.previous,
        "next": links.next,
        "page": at,
        "last": last,
        "filters": filters(here.lang, wish, **filters_context(here.network, results, here.lang)),
        "nothing": None if total else _nothing(here, results),
        "responsible_url": _responsible_url(here, wish),
    }


def _responsible_url(here: Visit, wish: Wish) -> str:
    """The page who is responsible, where the words name a letter of a surname; "" where they do not."""
    asked = question_in(here.network, wish.words)
    return f"/{here.lang}/responsible?{urlencode(asked)}" if asked else ""


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
