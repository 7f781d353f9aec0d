"""What a search answers: the actors in their order, and what each further filter would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from graph.model.codes import HEADINGS, SECTORS
from graph.network import Network
from graph.search.facets import Facets, Ids
from graph.search.index import Index

FILTERS: Final = ("heading", "topic", "area", "language", "sector")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is looked for: words and at most one value of each filter; "" for none."""

    words: str = ""
    heading: str = ""
    topic: str = ""
    area: str = ""
    language: str = ""
    sector: str = ""

    def chosen(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    def without(self, name: str) -> Wish:
        """The same wish with one part taken back; a topic goes with its heading."""
        return replace(self, heading="", topic="") if name == "heading" else replace(self, **{name: ""})


def understood(network: Network, wish: Wish) -> Wish:
    """The wish without filters that name nothing here, and with the heading of its topic."""
    topic = network.find(wish.topic) if wish.topic else None
    area = network.find(wish.area) if wish.area else None
    known = topic is not None and topic.kind == "topic"
    heading = wish.heading if wish.heading in HEADINGS else ""
    if known and topic and heading and topic.fields["heading"] != heading:
        known = False
    if known and topic:
        heading = topic.fields["heading"]
    return replace(
        wish,
        words=wish.words.strip(),
        heading=heading,
        topic=wish.topic if known else "",
        area=wish.area if area is not None and area.kind == "area" else "",
        sector=wish.sector if wish.sector in SECTORS else "",
    )


class Results:
    """The answer to one wish. Costs by what is found: a filter is an intersection of ready lists."""

    def __init__(self, network: Network, index: Index, wish: Wish) -> None:
        self.wish = wish
        self._network = network
        self._index = index
        self._facets: Facets = index.facets

    @cached_property
    def ids(self) -> Sequence[str]:
        """All actors found: by rank where words were given, else by name."""
        fitting = self._fitting(self.wish)
        if self._ranked is None:
            return self._facets.ordered(fitting)
        return [id for id in self._ranked if fitting is None or id in fitting]

    def nearest(self, limit: int) -> list[str]:
        """Where words and filters together find nothing: what the loosest reading finds within the filters."""
        if not self.wish.words:
            return []
        within = self._fitting(replace(self.wish, words=""))
        return [hit.id for hit in self._index.search(self.wish.words, limit=limit, within=within)]

    def count(self, wish: Wish) -> int:
        """How many another choice of filters would leave, or this one without its words."""
        fitting = self._fitting(wish)
        return len(self._facets) if fitting is None else len(fitting)

    def counts(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """How many each value of a facet would leave with everything else as it is."""
        base = self._fitting(self.wish.without(facet))
        if facet == "area":
            return self._facets.count_in_areas(self._network, values, base)
        return {value: self._facets.count(f"{facet}:{value}", base) for value in values}

    def offered(self, facet: str) -> list[str]:
        """Values of a facet that occur anywhere."""
        return self._facets.named(facet)

    @cached_property
    def _ranked(self) -> list[str] | None:
        return [hit.id for hit in self._index.search(self.wish.words)] if self.wish.words else None

    @cached_property
    def _found(self) -> Ids | None:
        return None if self._ranked is None else frozenset(self._ranked)

    def _fitting(self, wish: Wish) -> Ids | None:
        """The ids that fit, in no order; None when nothing narrows them."""
        parts = [self._having(name, value) for name, value in wish.chosen().items()]
        if wish.words and self._found is not None:
            parts.append(self._found)
        if not parts:
            return None
        parts.sort(key=len)
        return parts[0].intersection(*parts[1:])

    def _having(self, name: str, value: str) -> Ids:
        if name == "area":
            return self._facets.in_area(self._network, value)
        return self._facets.having(f"{name}:{value}")


def headings_counted(facets: Facets) -> Mapping[str, int]:
    """How many actors help with each of the ten headings."""
    return {code: facets.count(f"heading:{code}", None) for code in HEADINGS}
