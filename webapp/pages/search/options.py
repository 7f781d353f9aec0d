"""The filters beside the results: values with how many each would leave, and chips for the chosen ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.model.codes import HEADINGS, SECTORS
from graph.model.collation import sort_key
from graph.network import Network, name_of
from graph.search.results import Results, Wish
from webapp.pages.search.wish import address
from webapp.shown.languages import choice
from webapp.texts import label, translator


class Option(NamedTuple):
    """One value of a filter. `depth` indents it beneath another."""

    value: str
    text: str
    count: int
    depth: int = 0


def headings(results: Results, lang: str) -> list[Option]:
    """The ten headings that have anything or are chosen."""
    counts = results.counts("heading", list(HEADINGS))
    return [
        Option(code, label(HEADINGS[code], lang), n) for code, n in counts.items() if n or code == results.wish.heading
    ]


def topics(network: Network, results: Results, lang: str) -> list[Option]:
    """The topics of the chosen heading, in two levels."""
    wish = results.wish
    if not wish.heading:
        return []
    ordered = network.memo_of("topic", topics_of, wish.heading, lang)
    counts = results.counts("topic", [id for id, _, _ in ordered])
    return [Option(id, name, counts[id], depth) for id, name, depth in ordered if counts[id] or id == wish.topic]


def areas(network: Network, results: Results) -> list[Option]:
    """The areas as a tree; what nobody is in or serves stays out."""
    tree = network.memo_of("area", area_tree)
    counts = results.counts("area", [id for id, _, _ in tree])
    return [Option(id, name, counts[id], depth) for id, name, depth in tree if counts[id] or id == results.wish.area]


def languages(results: Results, lang: str) -> list[Option]:
    """Languages by name, beneath each the ways it is spoken."""
    counts = results.counts("language", results.offered("language"))
    if results.wish.language:
        counts.setdefault(results.wish.language, 0)
    found = [
        Option(value, choice(value, lang), n, value.count(":"))
        for value, n in counts.items()
        if n or value == results.wish.language
    ]
    return sorted(found, key=lambda option: (sort_key(choice(option.value.partition(":")[0], lang)), option.value))


def sectors(results: Results, lang: str) -> list[Option]:
    """The three sectors."""
    counts = results.counts("sector", list(SECTORS))
    return [
        Option(code, label(SECTORS[code], lang), n) for code, n in counts.items() if n or code == results.wish.sector
    ]


def chips(network: Network, wish: Wish, lang: str) -> list[tuple[str, str]]:
    """(what is chosen, the page without it)."""
    return [
        (value_name(network, name, value, lang), address(lang, wish.without(name)))
        for name, value in wish.chosen().items()
        if not (name == "heading" and wish.topic)
    ]


def value_name(network: Network, name: str, value: str, lang: str) -> str:
    """A filter's value as people call it."""
    if name == "heading":
        return label(HEADINGS[value], lang)
    if name == "sector":
        return label(SECTORS[value], lang)
    return choice(value, lang) if name == "language" else name_of(network, value, lang)


def drops(network: Network, results: Results, lang: str) -> list[tuple[str, str, int]]:
    """Where nothing is found: (what to leave out, the page without it, how many are there then)."""
    wish, _ = results.wish, translator(lang)
    found = [
        (value_name(network, name, value, lang), address(lang, wish.without(name)), results.count(wish.without(name)))
        for name, value in wish.chosen().items()
        if not (name == "heading" and wish.topic)
    ]
    if wish.words and found:
        wordless, said = wish.without("words"), _("„{words}“", words=wish.words)
        found.append((said, address(lang, wordless), results.count(wordless)))
    return [drop for drop in found if drop[2]]


def area_tree(network: Network) -> Sequence[tuple[str, str, int]]:
    """(id, name, depth) of all areas, each beneath the one it lies in."""
    return _tree(network, [(a.id, a.fields["name"], a.fields.get("parent")) for a in network.of_kind("area").values()])


def topics_of(network: Network, heading: str, lang: str) -> Sequence[tuple[str, str, int]]:
    """(id, name, depth) of a heading's topics, each beneath the one it belongs to."""
    mine = [topic for topic in network.of_kind("topic").values() if topic.fields["heading"] == heading]
    return _tree(network, [(topic.id, name_of(network, topic.id, lang), topic.fields.get("parent")) for topic in mine])


def _tree(network: Network, nodes: list[tuple[str, str, str | None]]) -> Sequence[tuple[str, str, int]]:
    """Parents before children, siblings by name; what hangs in a ring is listed at the top."""
    known = {id for id, _, _ in nodes}
    beneath: dict[str | None, list[tuple[str, str]]] = {}
    for id, name, parent in sorted(nodes, key=lambda node: sort_key(node[1])):
        beneath.setdefault(parent if parent in known and parent != id else None, []).append((id, name))
    found: dict[str, tuple[str, str, int]] = {}
    queue = [(id, name, 0) for id, name in reversed(beneath.get(None, []))]
    while queue:
        id, name, depth = queue.pop()
        found[id] = (id, name, depth)
        queue += [(child, text, depth + 1) for child, text in reversed(beneath.get(id, [])) if child not in found]
    found.update((id, (id, name, 0)) for id, name, _ in nodes if id not in found)
    return tuple(found.values())
