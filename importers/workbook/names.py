"""What links are called in cells: by key, or by a name that only one entry bears; the same rule out and in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.model.changes import Entry, EntryId
from graph.model.clean import one_line
from graph.model.fields import Field
from graph.model.schema import title
from graph.model.values.problem import Problem, problem
from graph.network import Network

Titles = Mapping[str, Mapping[str, tuple[EntryId, ...]]]
"""Kind → folded title → the entries called so."""

_NEVER = frozenset(";\n\r")


class Names:
    """Finds entries by what a cell says. The workbook's own rows come before the network."""

    def __init__(self, network: Network, keys: Mapping[tuple[str, str], EntryId], titles: Titles) -> None:
        self._network = network
        self._keys = keys
        self._titles = titles
        self._stored = network.memo(_stored_titles)

    def find(self, text: str, field: Field, near: Collection[str] = ()) -> tuple[EntryId | None, list[Problem]]:
        """The one entry that a cell means, or why there is none. Of several it is the one that is linked already."""
        found = self._found(text, field.refs)
        if len(found) > 1:
            found = [id for id in found if id in near] or found
        if len(found) == 1:
            return found[0], []
        if not found:
            return None, [problem("no_entry_called", text=text)]
        return None, [Problem(code="workbook.which_entry", params={"text": text[:200]})]

    def call(self, id: str, field: Field) -> str:
        """What an entry is called in a cell: its name where that finds it again, else its id."""
        entry = self._network.find(id)
        name = _title(entry) if entry else ""
        return name if name and not _NEVER & set(name) and self.find(name, field)[0] == id else id

    def may_link(self, id: str, field: Field) -> bool:
        """Whether an id is of a kind that a field links to, as far as anybody knows."""
        stored = self._network.find(id)
        if any((kind, id) in self._keys for kind in field.refs):
            return True
        return stored is None or stored.kind in field.refs

    def titled(self, kind: str, name: str) -> Sequence[EntryId]:
        """The stored entries of a kind that are called so."""
        return self._stored.get(kind, {}).get(fold(name), ()) if name else ()

    def _found(self, text: str, kinds: Sequence[str]) -> Sequence[EntryId]:
        by_key = [self._keys[kind, text] for kind in kinds if (kind, text) in self._keys]
        stored = self._network.find(text)
        if not by_key and stored is not None and stored.kind in kinds:
            by_key = [stored.id]
        if by_key:
            return by_key
        called = fold(text)
        for titles in (self._titles, self._stored):
            found = [id for kind in kinds for id in titles.get(kind, {}).get(called, ())]
            if found:
                return list(dict.fromkeys(found))
        return ()


def titles_of(entries: Iterable[Entry]) -> Titles:
    """Entries by kind and folded title."""
    found: dict[str, dict[str, tuple[EntryId, ...]]] = {}
    for entry in entries:
        if name := _title(entry):
            of_kind = found.setdefault(entry.kind, {})
            of_kind[fold(name)] = (*of_kind.get(fold(name), ()), entry.id)
    return found


def fold(text: str) -> str:
    """A name as it is compared."""
    return one_line(text).casefold()


def _title(entry: Entry) -> str:
    return title(entry.kind, entry.fields)


def _stored_titles(network: Network) -> Titles:
    return titles_of(network.entries())
