"""Facets: which actors carry which value, and the order of their names. Kept with the index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from heapq import nsmallest
from itertools import islice
from typing import Final

from graph.model.collation import sort_key
from graph.network import Network
from graph.search.tables import Document

NONE: Final[frozenset[str]] = frozenset()

Ids = frozenset[str]


class Facets:
    """Posting lists over documents. Never changed: an update makes another, so a reader keeps what it began with."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._values: dict[str, tuple[str, ...]] = {}
        self._sort: dict[str, tuple[str, str, str]] = {}
        self._postings: dict[str, Ids] = {}
        self._take(list(documents), ())

    def __len__(self) -> int:
        return len(self._values)

    def updated(self, changed: Iterable[Document], removed: Iterable[str] = ()) -> Facets:
        """The facets after some documents changed or went."""
        new = object.__new__(Facets)
        new._values, new._sort, new._postings = dict(self._values), dict(self._sort), dict(self._postings)
        new._take(list(changed), removed)
        return new

    def having(self, value: str) -> Ids:
        """The documents that carry a value ("heading:money")."""
        return self._postings.get(value, NONE)

    def named(self, facet: str) -> list[str]:
        """The values of one facet that occur, without the facet's name."""
        if facet not in self._named:
            self._named[facet] = [v.partition(":")[2] for v in self._postings if v.startswith(f"{facet}:")]
        return self._named[facet]

    def in_area(self, network: Network, area: str) -> Ids:
        """Who is in an area or beneath it, or serves it, a part of it, or an area that contains it."""
        return self.having(f"area:{area}") | self.serving_above(network, area)

    def serving_above(self, network: Network, area: str) -> Ids:
        """Who serves an area that contains this one."""
        return NONE.union(*(self.having(f"serves:{above}") for above in lineage(network, area)[1:]))

    def count_in_areas(self, network: Network, areas: Iterable[str], among: Ids | None) -> dict[str, int]:
        """How many are in each area or serve it. What areas share (who serves their county) is counted once."""
        if among is None:
            return {area: self._count_in_area(network, area) for area in areas}
        lines = network.memo_of("area", _lineages)
        shared: dict[tuple[str, ...], Ids] = {}
        counts = {}
        for area in areas:
            above = lines.get(area, ())
            if above not in shared:
                shared[above] = self.serving_above(network, area) & among
            counts[area] = len(shared[above]) + len((self.having(f"area:{area}") & among) - shared[above])
        return counts

    def helping_in(self, network: Network, area: str, heading: str) -> Ids:
        """Who is in an area or serves it, and helps with a heading."""
        above = lineage(network, area)[1:]
        return self.having(f"at:{area}:{heading}").union(*(self.having(f"for:{each}:{heading}") for each in above))

    def first(self, among: Ids, limit: int) -> list[str]:
        """The first few by name: walking all names where very many are meant, else sorting these."""
        if len(among) ** 2 > limit * len(self._order):
            return list(islice((id for id in self._order if id in among), limit))
        return nsmallest(limit, among, key=self._rank.__getitem__)

    def count(self, value: str, among: Ids | None) -> int:
        """How many carry a value, among some or (None) among all."""
        return len(self.having(value)) if among is None else len(self.having(value) & among)

    def ordered(self, among: Collection[str] | None = None) -> list[str]:
        """Ids in the order of their names as German dictionaries have it; of all when `among` is None."""
        if among is None:
            return list(self._order)
        return sorted(among, key=self._rank.__getitem__)

    def _count_in_area(self, network: Network, area: str) -> int:
        """Of all, kept: it is asked on every page that lists areas and changes only with the lists themselves."""
        if area not in self._in_area:
            self._in_area[area] = len(self.in_area(network, area))
        return self._in_area[area]

    def _take(self, changed: list[Document], removed: Iterable[str]) -> None:
        leave: dict[str, set[str]] = {}
        enter: dict[str, set[str]] = {}
        for id in {*removed, *(document.id for document in changed)}:
            self._sort.pop(id, None)
            for value in self._values.pop(id, ()):
                leave.setdefault(value, set()).add(id)
        for document in changed:
            self._values[document.id] = document.facets
            self._sort[document.id] = (*sort_key(document.sort), document.id)
            for value in document.facets:
                enter.setdefault(value, set()).add(document.id)
        for value in {**leave, **enter}:
            posting = (self._postings.get(value, NONE) - leave.get(value, NONE)) | enter.get(value, NONE)
            if posting:
                self._postings[value] = posting
            else:
                del self._postings[value]
        self._in_area: dict[str, int] = {}
        self._named: dict[str, list[str]] = {}
        self._order = sorted(self._sort, key=self._sort.__getitem__)
        self._rank = {id: place for place, id in enumerate(self._order)}


def lineage(network: Network, area: str) -> list[str]:
    """An area and the areas that contain it, the nearest first."""
    found: list[str] = []
    current: str | None = area
    while current and current not in found:
        found.append(current)
        entry = network.find(current)
        current = entry.fields.get("parent") if entry else None
    return found


def _lineages(network: Network) -> dict[str, tuple[str, ...]]:
    """Every area with those that contain it."""
    return {id: tuple(lineage(network, id)[1:]) for id in network.of_kind("area")}
