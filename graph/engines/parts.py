"""Which entries a part of a network needs, found by walking from its areas, the same in every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.engines.states import States
from graph.model.changes import EntryId, Kind, Scope
from graph.model.schema import EVERYWHERE, needed_links, references

CHUNK = 2000
"""Ids that are asked for at once."""

Ids = set[EntryId]


def walked(
    scope: Scope,
    some: Callable[[list[EntryId]], States],
    pointing: Callable[[list[EntryId]], Iterable[EntryId]],
    of_kinds: Callable[[list[Kind]], States],
) -> States:
    """What `graph.scope.within` needs of a store, and little more. Costs what the part holds.

    `some`: entries by id; `pointing`: who points to them; `of_kinds`: all entries of these kinds.
    """

    def read(ids: Ids) -> Ids:
        """Take in what is not there yet; answers what was found."""
        new = {id: None for id in ids if id not in found}
        for chunk in _chunks(new):
            found.update(some(chunk))
        return {id for id in new if found.get(id)}

    found: States = {}
    frontier = read({*(scope.areas or ()), *scope.ids})
    while frontier:
        around = {id for chunk in _chunks(frontier) for id in pointing(chunk)}
        frontier = {id for id in read(around) if not _is_everywhere(found, id)}
    found.update(of_kinds(sorted(EVERYWHERE)))
    read(_targets(found, found))
    fresh: Iterable[EntryId] = list(found)
    while fresh:  # areas above, and what an entry can't be without
        fresh = read(_targets(found, fresh, needed_links() | {"parent"}))
    return {id: state for id, state in found.items() if state is not None}


def _is_everywhere(found: States, id: EntryId) -> bool:
    state = found[id]
    return state is not None and state[0] in EVERYWHERE


def _targets(found: States, ids: Iterable[EntryId], fields: frozenset[str] | None = None) -> Ids:
    """What these point to, by these fields or by any."""
    states = [state for id in ids if (state := found.get(id))]
    return {target for s in states for field, target in references(*s) if fields is None or field in fields}


def _chunks(ids: Iterable[EntryId]) -> Iterator[list[EntryId]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
