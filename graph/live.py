"""The process's current Network and search index: kept fresh by the feed, swapped whole. The only mutable thing."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.model.changes import EVERYTHING, Applied, Change, EntryId, Erasure, Scope
from graph.model.errors import Conflict, Unavailable
from graph.model.fields import Audience
from graph.network import Network
from graph.partial import leaves_the_part_alone, ours
from graph.scope import stubs, within
from graph.search.documents import actors_about, document, documents, synonyms
from graph.search.index import Index
from graph.store import Store

PATIENCE = 0.3
"""Seconds a request waits for a newer state before it shows the older one with a notice."""

PORTION = 200
"""Documents that enter the search index at once."""

RETRY = 2.0
"""Seconds until a store that did not answer is asked again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What a request works with from its start to its end."""

    network: Network
    catching_up: bool = False
    """A newer state is being taken in; it will be here within seconds."""
    since: datetime | None = None
    """The store has not answered since then; this is from memory."""


class Live:
    """Keeps one Network fresh. Every method may be called from any thread.

    `clock` gives seconds that only go forward; `now` the time of day for "since when".
    """

    def __init__(
        self,
        store: Store,
        scope: Scope = EVERYTHING,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._scope = scope
        self._clock = clock
        self._now = now
        self._stubs: frozenset[EntryId] = frozenset()
        self._network = self._load()
        self._indexes: dict[Audience, Index] = {}
        self._refreshing = threading.Lock()
        self._building = threading.Lock()
        self._caught_up = threading.Event()
        self._down_since: datetime | None = None
        self._ask_again = 0.0

    def current(self) -> State:
        """The state to answer a request with. Asks the store once for its revision; serves memory if it is silent."""
        if self._down_since is not None and self._clock() < self._ask_again:
            return State(network=self._network, since=self._down_since)
        try:
            newest = self._store.revision()
        except Unavailable:
            self.note_silence()
            return State(network=self._network, since=self._down_since)
        self._down_since = None
        if newest != self._network.revision:
            self._start_refresh()
            self._caught_up.wait(PATIENCE)
        return State(network=self._network, catching_up=newest > self._network.revision)

    @property
    def silent(self) -> bool:
        """Whether the store did not answer when it was last asked."""
        return self._down_since is not None

    def note_silence(self) -> None:
        """Whoever finds the store silent says so: others need not wait for it within the next seconds."""
        self._down_since = self._down_since or self._now()
        self._ask_again = self._clock() + RETRY

    def refresh(self) -> Network:
        """Take in everything the store has now, and answer the newest Network."""
        with self._refreshing:
            self._take_in()
        return self._network

    def index(self, network: Network) -> Index:
        """The search index for an audience's Network, built when first asked for, then kept up to date."""
        found = self._indexes.get(network.audience)
        if found is None:
            with self._building:
                found = self._indexes.get(network.audience)
                if found is None:
                    latest = self._network.seen_by(network.audience)
                    found = Index.build(documents(latest), synonyms(latest))
                    self._indexes[network.audience] = found
        return found

    def warm(self) -> None:
        """Build the public search index now, so that the first to search need not wait for it."""
        self.index(self._network.seen_by(Audience.PUBLIC))

    def _load(self) -> Network:
        # Without the collector's walks over a growing heap loading takes half the time; what is frozen is never
        # walked again.
        gc.disable()
        try:
            revision, entries = self._store.load(self._scope)
            given = list(entries)
            held = list(within(given, self._scope))
            self._stubs = stubs(given, held)
            network = Network(held, revision=revision, scope=self._scope)
            network.seen_by(Audience.PUBLIC)
        finally:
            gc.enable()
        gc.freeze()
        return network

    def _start_refresh(self) -> None:
        if self._refreshing.acquire(blocking=False):
            self._caught_up.clear()
            threading.Thread(target=self._refresh_in_background, name="refresh", daemon=True).start()

    def _refresh_in_background(self) -> None:
        try:
            self._take_in()
        except Unavailable:
            self._down_since = self._now()
            self._ask_again = self._clock() + RETRY
        finally:
            self._refreshing.release()
            self._caught_up.set()

    def _take_in(self) -> None:
        gc.disable()  # as when loading: a large import makes a heap of what stays
        try:
            self._swap()
        finally:
            gc.enable()

    def _swap(self) -> None:
        old = self._network
        new, touched = self._newer(old)
        if new is old:
            return
        with self._building:
            for audience, index in list(self._indexes.items()):
                self._indexes[audience] = _after(index, old.seen_by(audience), new.seen_by(audience), touched)
            self._network = new

    def _newer(self, old: Network) -> tuple[Network, set[EntryId]]:
        try:
            if self._scope == EVERYTHING:
                return _fed(old, self._store.feed(old.revision))
            found = list(self._store.feed(old.revision))
            if all(leaves_the_part_alone(item, old, self._stubs) for item in found):
                return _fed(old, ours(found, old, self._stubs))
        except Conflict:
            pass  # memory and store have come apart; what the store says is right
        # Which entries a part holds can change with a link; a part is small and loads quickly.
        new = self._load()
        return new, {e.id for e in (*old.entries(), *new.entries()) if old.find(e.id) != new.find(e.id)}


def _fed(network: Network, feed: Iterable[Applied | Erasure]) -> tuple[Network, set[EntryId]]:
    """The Network after the feed. What follows on each other is applied at once: many small changes cost one copy."""
    touched: set[EntryId] = set()
    waiting: list[Change] = []
    revision = network.revision
    for item in feed:
        if isinstance(item, Erasure):
            touched.update(change.id for change in waiting)
            network = network.apply(waiting, revision).forget(item)
            waiting = []
            touched.update(id for id, _ in item.fields)
        else:
            waiting.extend(item.changes.changes)
        revision = item.revision
    touched.update(change.id for change in waiting)
    if not waiting:  # written elsewhere, outside the part: what was computed still holds
        return (network if revision == network.revision else network.at(revision)), touched
    return network.apply(waiting, revision), touched


def _after(index: Index, old: Network, new: Network, touched: Iterable[EntryId]) -> Index:
    """The index after a change. Where most of it is new, one built anew is there sooner, and fits the new size."""
    affected = sorted(actors_about(old, touched) | actors_about(new, touched))
    if len(affected) > PORTION + len(index):
        return Index.build(documents(new), synonyms(new))
    if any(each.kind == "topic" for id in touched for each in (old.find(id), new.find(id)) if each):
        index.replace_synonyms(synonyms(new))
    for start in range(0, len(affected), PORTION):  # whoever searches meanwhile waits for one portion only
        portion = affected[start : start + PORTION]
        index.update([document(new, id) for id in portion if id in new], [id for id in portion if id not in new])
    return index
