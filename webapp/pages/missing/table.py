"""The gap matrix as rows: ten headings, of which one opens to its topics, and a cell for each area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple
from urllib.parse import urlencode

from graph.analysis.coverage.states import EVERYONE, Cell, topic_row
from graph.model.changes import EntryId
from graph.model.codes import HEADINGS
from graph.network import Network, name_of
from webapp.pages.missing.wish import Wish, address, asked, counties
from webapp.pages.search.options import topics_of
from webapp.texts import label, plural_translator, translator

Row_ = Mapping[EntryId, Cell]


class Shown(NamedTuple):
    """A cell as it is drawn: never by its colour alone."""

    state: str
    """offered, partly, beyond, otherwise, none, unknown; of a heading share-1 to share-4 in place of offered"""
    sign: str
    said: str
    url: str


class Row(NamedTuple):
    """A heading (`open`: with its topics below) or a topic."""

    name: str
    url: str
    cells: list[tuple[str, Shown]]
    heading: bool
    open: bool
    depth: int
    id: str


class Total(NamedTuple):
    """Fields of the whole matrix by what is known."""

    offered: int
    otherwise: int
    none: int
    unknown: int


def rows(network: Network, on: date, wish: Wish, lang: str) -> tuple[list[Row], Total]:
    """The rows of a wish, and how many of all its fields are what. Live: 6 ms for a county, 20 ms for a large one."""
    columns = counties(network).get(wish.county, ())
    found: list[Row] = []
    total = [0, 0, 0, 0]
    for code, pair in HEADINGS.items():
        topics = network.memo_of("topic", topics_of, code, lang)
        cells = {id: row_of(network, id, on, wish) for id, _, _ in topics}
        counted = _counted(cells.values(), columns)
        for unit in columns:
            total = [sum(pair) for pair in zip(total, counted[unit], strict=True)]
        opened = code == wish.heading
        url = address(lang, network, wish, heading="" if opened else code) + f"#{code}"
        some = [(unit, _of_heading(network, counted[unit], code, unit, wish, lang)) for unit in columns]
        found.append(Row(label(pair, lang), url, some, True, opened, 0, code))
        if opened:
            found += [_topic(network, id, name, depth, cells[id], wish, lang) for id, name, depth in topics]
    return found, Total(*total)


def topic_cells(network: Network, topic: str, on: date, wish: Wish, lang: str) -> list[tuple[str, str, Shown]]:
    """(area, its name, the cell) of one topic."""
    columns = counties(network).get(wish.county, ())
    cells = row_of(network, topic, on, wish)
    return [(unit, name_of(network, unit, lang), shown(cells[unit], topic, unit, wish, lang)) for unit in columns]


def row_of(network: Network, topic: str, on: date, wish: Wish) -> dict[EntryId, Cell]:
    """Area → the cell of a topic. Kept for whoever asks for everyone: what else is asked for is without end."""
    columns = counties(network).get(wish.county, ())
    if wish.question == EVERYONE:
        return network.memo(topic_row, EntryId(topic), on, EVERYONE, columns)
    return topic_row(network, EntryId(topic), on, wish.question, columns)


def shown(cell: Cell, topic: str, unit: str, wish: Wish, lang: str) -> Shown:
    """A topic's cell, with where it leads: to the services, or to what is known and whom to ask."""
    _, _n, n = translator(lang), plural_translator(lang), len(cell.services)
    url = f"/{lang}/missing/{topic}/{unit}{asked(wish)}"
    if cell.state == "none":
        return Shown("none", _("keins"), _("nachweislich kein Angebot"), url)
    if cell.state == "otherwise":
        said = _n("{n} Angebot, nicht in dieser Sprache", "{n} Angebote, keins in dieser Sprache", n)
        return Shown("otherwise", f"({n})", said, url)
    if cell.state == "unknown":
        return Shown("unknown", "·", _("unbekannt"), url)
    search = _search(lang, topic=topic, area=unit, language=wish.language)
    said = _n("{n} Angebot", "{n} Angebote", n)
    if cell.only_beyond:
        return Shown("beyond", f"{n} ↗", said + ", " + _("nur aus Nachbarkreisen"), search)
    if cell.beyond:
        said += ", " + _("davon {n} aus Nachbarkreisen", n=cell.beyond)
    if cell.partly:
        return Shown("partly", f"{n} ◐", said + ", " + _("nur für einen Teil des Gebiets"), search)
    return Shown("offered", str(n), said, search)


def _topic(network: Network, id: str, name: str, depth: int, cells: Row_, wish: Wish, lang: str) -> Row:
    some = [(str(unit), shown(cell, id, unit, wish, lang)) for unit, cell in cells.items()]
    return Row(name, f"/{lang}/missing/{id}{asked(wish)}", some, False, False, depth + 1, id)


def _counted(cells: Iterable[Row_], columns: Sequence[EntryId]) -> dict[EntryId, list[int]]:
    """Unit → topics offered, offered in other languages only, confirmed none, unknown."""
    found = {unit: [0, 0, 0, 0] for unit in columns}
    for row in cells:
        for unit, cell in row.items():
            found[unit][("offered", "otherwise", "none", "unknown").index(cell.state)] += 1
    return found


def _of_heading(network: Network, counted: Sequence[int], code: str, unit: str, wish: Wish, lang: str) -> Shown:
    _ = translator(lang)
    offered, otherwise, none, unknown = counted
    known = _("{n} von {total} Themen mit Angebot", n=offered, total=sum(counted))
    said = _("{known}, {none} nachweislich ohne, {unknown} unbekannt", known=known, none=none, unknown=unknown)
    if otherwise:
        said += ", " + _("{n} nur in anderen Sprachen", n=otherwise)
    if offered:
        found = _search(lang, heading=code, area=unit, language=wish.language)
        return Shown(_shade(offered, none, sum(counted)), f"{offered}/{sum(counted)}", said, found)
    state = "otherwise" if otherwise else "unknown" if unknown else "none"  # not knowing of one is no none of all
    sign = {"otherwise": f"({otherwise})", "unknown": "·", "none": _("keins")}[state]
    return Shown(state, sign, said, address(lang, network, wish, heading=code) + f"#{code}")


def _shade(offered: int, none: int, total: int) -> str:
    """The darker, the more topics have a service; the edge is hatched where some are confirmed none."""
    return f"share-{ceil(4 * offered / total)}" + (" kp-cell--some-none" if none else "")


def _search(lang: str, **asked: str) -> str:
    return f"/{lang}/search?" + urlencode([(name, value) for name, value in asked.items() if value])
