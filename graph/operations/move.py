"""Moving everything behind the port into another store, and looking whether all of it arrived."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.model.errors import KnotenpunktError
from graph.store import Store

Told = Callable[[str, int], None]
"""Is told the step ("write", "compare") and how many lines it has done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """What was moved: lines of the dump, and the hash that both stores have."""

    lines: int
    hash: str


def move(source: Store, target: Store, told: Told = lambda step, lines: None) -> Moved:
    """Copy a store into an empty one and compare both. The source stays as it is.

    Raises KnotenpunktError when the target is not empty, or when both are not the same afterwards, also because
    somebody wrote meanwhile.
    """
    count = 0

    def counted() -> Iterator[bytes]:
        nonlocal count
        for count, line in enumerate(source.dump(), start=1):
            told("write", count)
            yield line

    target.restore(counted())
    hashes = [_hash(_told(store.dump(), told)) for store in (source, target)]
    if hashes[0] != hashes[1]:
        raise KnotenpunktError("move.differs", source=hashes[0][:12], target=hashes[1][:12])
    return Moved(lines=count, hash=hashes[0])


def store_hash(store: Store) -> str:
    """The hash of everything behind the port, the same for the same content on every engine."""
    return _hash(store.dump())


def _told(lines: Iterable[bytes], told: Told) -> Iterator[bytes]:
    for number, line in enumerate(lines, start=1):
        told("compare", number)
        yield line


def _hash(lines: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for line in lines:
        whole.update(line)
    return whole.hexdigest()
