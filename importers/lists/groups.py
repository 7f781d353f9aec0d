"""Headings between rows and names of sheets: what they say of all rows beneath them, an area, a topic or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
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

    def __init__(self, network: Network, sheet: Sheet, decided: Mapping[str, str], skip: Callable[[Row], str]) -> None:
        self._network = network
        self._sheet = sheet
        self._decided = decided
        self._skip = skip
        self._of_sheet: list[Group] = []
        self._above: list[Group] = []
        self._part = -1
        self._outer: bool | None = None

    def past(self, row: Row, why: str) -> None:
        """Go on to the next row; `why` it is no entry, if so."""
        part = self._part_of(row)
        if part != self._part:
            self._part, self._above, self._of_sheet = part, [], []
            if self._sheet.parts and not _SAYS_NOTHING.fullmatch(self._sheet.parts[part].strip()):
                self._of_sheet = [self._group(self._sheet.parts[part], SHEET_HEADING)]
            self._outer = outer_sort(self._outline(part))
        if why == GROUP_ROW:
            self._begin(self._group(text_of(row), ROW_HEADING))

    def give(self, parts: RowParts) -> None:
        """Tell a row what the headings above it say; of areas, what the nearest one says."""
        above = (*self._of_sheet, *self._above)
        parts.areas += [EntryId(group.id) for group in above if group.kind == "area"][-1:]
        for group in above:
            if group.kind == "area":
                continue
            if group.kind == "topic":
                parts.said_topics.append(EntryId(group.id))
            elif self._decided.get(group.text) != "":
                aside(parts, "actor", group.heading, group.text)

    def _begin(self, group: Group) -> None:
        """A heading ends all before it, but for the outer one that it stands within where headings are nested."""
        within = self._outer is not None and (group.kind == "area") != self._outer
        kept = [each for each in self._above if within and (each.kind == "area") == self._outer]
        self._above = [*kept, group]

    def _group(self, text: str, heading: str) -> Group:
        kind, id = meaning(self._network, text, self._decided)
        return Group(text=text, heading=heading, kind=kind, id=id)

    def _outline(self, part: int) -> list[tuple[bool, bool]]:
        """For each heading between the rows of one sheet: (names an area, rows stand directly beneath it)."""
        found: list[tuple[bool, bool]] = []
        for row in self._sheet.rows:
            if self._part_of(row) != part:
                continue
            why = self._skip(row)
            if why == GROUP_ROW:
                found.append((meaning(self._network, text_of(row), self._decided)[0] == "area", False))
            elif not why and found:
                found[-1] = (found[-1][0], True)
        return found

    def _part_of(self, row: Row) -> int:
        return row.number // ROWS_A_SHEET if self._sheet.parts else 0


def outer_sort(outline: Sequence[tuple[bool, bool]]) -> bool | None:
    """Whether areas are the outer headings (True) or topics and the like are (False); None: none stands within another.

    `outline`: of each heading (names an area, rows stand directly beneath it). Nested they are only where each outer
    one holds some of the other sort: a list of areas with topics after the last of them says nothing of those' area.
    A single outer heading must have no rows of its own.

    >>> outer_sort([(True, True), (False, True), (True, True), (False, True)])
    True
    >>> outer_sort([(True, True), (True, True), (False, True), (False, True)])
    """
    if not outline:
        return None
    outer = outline[0][0]
    at = [n for n, (area, _) in enumerate(outline) if area == outer]
    holds = all(n + 1 < len(outline) and outline[n + 1][0] != outer for n in at)
    return outer if holds and (len(at) > 1 or not outline[at[0]][1]) else None


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
