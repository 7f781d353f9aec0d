"""Headings between rows and names of sheets: what they say of all rows beneath them, an area, a topic or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.locate import locator
from graph.model.changes import EntryId
from graph.model.clean import one_line
from graph.network import Network
from importers.files.table import Row, Sheet
from importers.files.together import ROWS_A_SHEET
from importers.lists.topics import TopicGuesser
from importers.lists.transform import RowParts, aside

ROW_HEADING, SHEET_HEADING = "Zwischenüberschrift", "Tabellenblatt"
"""Under these a text that says neither area nor topic is kept with the rows."""

GROUP_ROW = "import.group_row"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SAYS_NOTHING = re.compile(r"(?:tabelle|sheet|blatt|table|liste|übersicht|gesamt|daten)\s*\d*", re.I)
_BODIES = re.compile(
    r"vereine?\b|behörde|ämter\b|amt\b|stellen\b|träger\b|schulen\b|kirchen|verbände|initiativen|organisation|einrichtung|"
    r"institution|firmen|betriebe|unternehmen|partner|verwaltung|kommunen|städte|gemeinden",
    re.I,
)
"""Kinds of bodies: they say who stands beneath, not what is offered there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A heading and what it means: `kind` is "area", "topic" or "", `id` the entry."""

    text: str
    heading: str
    kind: str = ""
    id: str = ""


class Groups:
    """The headings above the row that is being read, outermost first."""

    def __init__(self, network: Network, sheet: Sheet, decided: Mapping[str, str]) -> None:
        self._network = network
        self._sheet = sheet
        self._decided = decided
        self._above: list[Group] = []
        self._part = -1

    def past(self, row: Row, why: str) -> None:
        """Go on to the next row; `why` it is no entry, if so."""
        part = row.number // ROWS_A_SHEET if self._sheet.parts else 0
        if part != self._part:
            self._part, self._above = part, []
            if self._sheet.parts and not _SAYS_NOTHING.fullmatch(self._sheet.parts[part].strip()):
                self._begin(self._sheet.parts[part], SHEET_HEADING)
        if why == GROUP_ROW:
            self._begin(text_of(row), ROW_HEADING)

    def give(self, parts: RowParts) -> None:
        """Tell a row what the headings above it say."""
        for group in self._above:
            if group.kind == "area":
                parts.areas.append(EntryId(group.id))
            elif group.kind == "topic":
                parts.said_topics.append(EntryId(group.id))
            elif self._decided.get(group.text) != "":
                aside(parts, "actor", group.heading, group.text)

    def _begin(self, text: str, heading: str) -> None:
        """A heading ends the one of its own kind, with all that stood beneath that."""
        kind, id = meaning(self._network, text, self._decided)
        place = (kind == "area", heading)
        same = [n for n, group in enumerate(self._above) if (group.kind == "area", group.heading) == place]
        self._above[same[0] if same else len(self._above) :] = [Group(text=text, heading=heading, kind=kind, id=id)]


def meaning(network: Network, text: str, decided: Mapping[str, str]) -> tuple[str, str]:
    """("area" | "topic" | "", id): as a person decided, "area:ID", "topic:ID" or "", else what it names for certain."""
    chosen = decided.get(text)
    if chosen is not None:
        kind, _, id = chosen.partition(":")
        return (kind, id) if kind and id in network.of_kind(kind) else ("", "")
    area = network.memo(locator).area_named(text).area
    if area:
        return "area", area
    topic = "" if _BODIES.search(text) else network.memo(TopicGuesser).topic(text)
    return ("topic", topic) if topic else ("", "")


def texts(sheet: Sheet, skip: Callable[[Row], str]) -> list[str]:
    """All headings of a list, those of its sheets first, each once."""
    parts: Iterable[str] = (name for name in sheet.parts if not _SAYS_NOTHING.fullmatch(name.strip()))
    rows = (text_of(row) for row in sheet.rows if skip(row) == GROUP_ROW)
    return list(dict.fromkeys((*parts, *rows)))


def text_of(row: Row) -> str:
    """A heading's words, without the signs around them.

    >>> text_of(Row(number=1, cells=("", "*** Stadt Zeitz: ***")))
    'Stadt Zeitz'
    """
    text = one_line(next((cell for cell in row.cells if cell.strip()), ""))
    bare = _EDGES.sub("", text) or text
    return bare + ")" * (bare.count("(") - bare.count(")"))
