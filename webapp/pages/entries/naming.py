"""Entries by name: sorted lists, choices of a reference, and the entry that a typed name means."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.changes import Entry, EntryId
from graph.model.collation import plain, sort_key
from graph.network import Network, called, name_of

MOST_OPTIONS = 200
"""References with more to choose from are typed: a select of thousands is slow to load and to use."""

MOST_ASKED = 12
"""So many entries are offered when a typed name means several."""

_ABOVE = {
    "service": "provider",
    "contact": "actor",
    "place": "area",
    "area": "parent",
    "topic": "parent",
    "step": "journey",
    "event": "starts",
    "actor": "areas",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An entry in a list: what it is called, and what tells it from others of that name."""

    id: EntryId
    kind: str
    name: str
    where: str
    key: str
    """The name as it is compared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """What a typed name means: one entry, or several to ask about; neither when nothing is called so."""

    id: EntryId | None = None
    offered: tuple[Named, ...] = ()
    more: int = 0


def listed(network: Network, kind: str, lang: str) -> list[Named]:
    """The entries of a kind by name, as the place sorts. Kept for the network's life."""
    return network.memo(_listed, kind, lang)


def options(network: Network, refs: tuple[str, ...], lang: str) -> list[Named] | None:
    """What a reference may point to, by name; None when there is too much to choose from."""
    if sum(len(network.of_kind(kind)) for kind in refs) > MOST_OPTIONS:
        return None
    return [each for kind in refs for each in listed(network, kind, lang)]


def meant(network: Network, refs: tuple[str, ...], text: str, lang: str) -> Meant:
    """The entry a typed name means. Only a whole name is taken without asking. O(entries of these kinds)."""
    wanted = plain(text)
    everything = [each for kind in refs for each in listed(network, kind, lang)]
    same = [each for each in everything if each.key == wanted]
    if len(same) == 1:
        return Meant(id=same[0].id)
    words = wanted.split()
    found = same or [each for each in everything if words and all(word in each.key for word in words)]
    found = sorted(found, key=lambda each: not each.key.startswith(wanted))  # stays in order of names otherwise
    return Meant(offered=tuple(found[:MOST_ASKED]), more=max(0, len(found) - MOST_ASKED))


def matching(everything: list[Named], text: str) -> list[Named]:
    """The entries whose name, or what stands beside it, has all words of a text."""
    words = plain(text).split()
    if not words:
        return everything
    return [each for each in everything if all(word in each.key or word in plain(each.where) for word in words)]


def named(network: Network, entry: Entry, lang: str) -> Named:
    """An entry as lists show it."""
    name = called(network, entry, lang)
    return Named(id=entry.id, kind=entry.kind, name=name, where=_where(network, entry, lang), key=plain(name))


def _listed(network: Network, kind: str, lang: str) -> list[Named]:
    found = [named(network, entry, lang) for entry in network.of_kind(kind).values()]
    return sorted(found, key=lambda each: (sort_key(each.name), each.where, each.id))


def _where(network: Network, entry: Entry, lang: str) -> str:
    value = entry.fields.get(_ABOVE.get(entry.kind, ""))
    if not value:
        return ""
    if entry.kind == "event":
        return str(value)[:10]
    ids = [value] if isinstance(value, str) else value
    return ", ".join(filter(None, (name_of(network, id, lang) for id in ids[:3])))
