"""Filters, counts and order of what a search finds."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network
from graph.search.documents import actors_about, document, documents, synonyms
from graph.search.facets import Facets
from graph.search.index import Index
from graph.search.results import Results, Wish, headings_counted, understood


def _entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


ENTRIES = [
    _entry("area", "k", name="Kreis", level="county"),
    _entry("area", "x", name="Xdorf", parent="k"),
    _entry("area", "y", name="Ystadt", parent="k"),
    _entry("topic", "t", name="Wohnungssuche", heading="housing"),
    _entry("topic", "u", name="Mietschulden", heading="housing", parent="t"),
    _entry("topic", "m", name="Bürgergeld", heading="money"),
    _entry("actor", "a", name="Zuflucht", areas=["x"], sector="civil_society", languages=["uk:staff"]),
    _entry("actor", "b", name="Ährenkranz", areas=["y"], sector="administration", entry_point=True),
    _entry("actor", "c", name="Amt für alle", sector="administration"),
    _entry("service", "sa", name="Wohnungen", provider="a", topics=["u"]),
    _entry("service", "sb", name="Geld", provider="b", topics=["m"], languages=["uk", "ar"]),
    _entry("service", "sc", name="Wohngeld", provider="c", topics=["t", "m"], areas=["k"]),
]
NETWORK = Network(ENTRIES)
INDEX = Index.build(documents(NETWORK), synonyms(NETWORK))


def _found(**wish: str) -> list[str]:
    return list(Results(NETWORK, INDEX, Wish(**wish)).ids)


def test_everyone_is_listed_by_german_collation() -> None:
    assert _found() == ["b", "c", "a"]


def test_a_topic_holds_what_lies_beneath_it() -> None:
    assert _found(topic="t") == ["c", "a"]
    assert _found(topic="u") == ["a"]


def test_an_area_holds_who_is_there_beneath_or_serves_what_contains_it() -> None:
    assert _found(area="x") == ["c", "a"]
    assert _found(area="y") == ["b", "c"]
    assert _found(area="k") == ["b", "c", "a"]


def test_a_language_is_found_with_and_without_its_mode() -> None:
    assert _found(language="uk") == ["b", "a"]
    assert _found(language="uk:staff") == ["a"]


def test_words_and_filters_narrow_together() -> None:
    assert _found(words="Wohnung", sector="civil_society") == ["a"]
    assert _found(words="Wohnung", sector="business") == []


def test_counts_say_what_each_value_would_leave() -> None:
    results = Results(NETWORK, INDEX, Wish(heading="housing"))
    assert results.counts("heading", ["housing", "money"]) == {"housing": 2, "money": 2}
    assert results.counts("sector", ["administration", "business"]) == {"administration": 1, "business": 0}
    assert results.counts("area", ["k", "x", "y"]) == {"k": 2, "x": 2, "y": 1}
    assert sorted(results.offered("language")) == ["ar", "uk", "uk:staff"]


def test_every_count_is_what_choosing_it_finds() -> None:
    results = Results(NETWORK, INDEX, Wish())
    for facet, values in {"area": ["k", "x", "y"], "heading": ["housing"], "language": ["uk"]}.items():
        assert results.counts(facet, values) == {value: len(_found(**{facet: value})) for value in values}


def test_dropping_the_heading_drops_its_topic() -> None:
    results = Results(NETWORK, INDEX, Wish(heading="money", topic="m", area="x"))
    assert results.count(results.wish.without("heading")) == 2
    assert results.count(results.wish.without("area")) == 2


def test_filters_that_name_nothing_are_dropped() -> None:
    wish = understood(NETWORK, Wish(words=" a ", heading="nope", topic="a", area="t", sector="x"))
    assert wish == Wish(words="a")


def test_a_topic_brings_its_heading_and_never_contradicts_it() -> None:
    assert understood(NETWORK, Wish(topic="m")).heading == "money"
    assert understood(NETWORK, Wish(topic="m", heading="housing")) == Wish(heading="housing")


def test_what_comes_near_is_looked_for_within_the_filters() -> None:
    assert Results(NETWORK, INDEX, Wish(words="Wohnung", sector="administration")).nearest(5) == ["c"]
    assert Results(NETWORK, INDEX, Wish()).nearest(5) == []


def test_headings_and_areas_are_counted_over_all() -> None:
    facets = INDEX.facets
    assert {code: n for code, n in headings_counted(facets).items() if n} == {"money": 2, "housing": 2}
    assert facets.helping_in(NETWORK, "x", "housing") == {"a", "c"}
    assert facets.helping_in(NETWORK, "x", "money") == {"c"}
    assert facets.first(facets.having("heading:money"), 1) == ["b"]
    assert facets.first(facets.having("heading:nothing"), 3) == []


def test_an_update_leaves_the_older_lists_as_they_were() -> None:
    older = Facets(documents(NETWORK))
    change = Change(
        kind=Kind("actor"), id=EntryId("a"), before={"sector": "civil_society"}, after={"sector": "business"}
    )
    after = NETWORK.apply([change])
    newer = older.updated([document(after, EntryId("a"))], ["b"])
    assert (older.having("sector:business"), newer.having("sector:business")) == (frozenset(), {"a"})
    assert (older.ordered(), newer.ordered()) == (["b", "c", "a"], ["c", "a"])
    assert "sector:civil_society" not in newer.named("sector")


def test_areas_in_a_ring_end_the_walk() -> None:
    ring = [_entry("area", "p", name="P", parent="q"), _entry("area", "q", name="Q", parent="p")]
    network = Network([*ring, _entry("actor", "a", name="A", areas=["p"])])
    index = Index.build(documents(network))
    assert list(Results(network, index, Wish(area="q")).ids) == ["a"]
    assert actors_about(network, [EntryId("q")]) == {"a"}
