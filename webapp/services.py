"""What one running application holds: its store, its live network, its clock."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar, cast

from flask import current_app

from graph.connect import open_store
from graph.live import Live
from graph.model.changes import EVERYTHING, EntryId, OpId
from graph.scope import around
from graph.store import Store
from webapp.config import Config
from webapp.figures.shelf import Shelf
from webapp.remembered import Remembered

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """Made once at start, the same for every request."""

    config: Config
    store: Store
    live: Live
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    new_id: Callable[[], str] = field(default=lambda: secrets.token_hex(8))
    bell: threading.Event = field(default_factory=threading.Event)
    """Rung when a job was started, so that this server's worker looks at once."""
    figures: Shelf = field(default_factory=Shelf)
    """The last figures that pages have read."""

    remembered: Remembered = field(default_factory=Remembered)

    def read_who(self, key: Hashable, read: Callable[[], R]) -> R:
        """Read a session, an account or its grants; from memory while the store is silent. Raises Unavailable."""
        return self.remembered.read(key, read, self.now(), self.live)

    def op(self) -> OpId:
        """An operation id nobody has used."""
        return OpId(secrets.token_hex(16))

    def entry_id(self) -> EntryId:
        """An id for a new entry: random, never made from its name."""
        return EntryId(self.new_id())


def open_services(config: Config) -> Services:
    """Open the store of a configuration and take its network into memory."""
    store = open_store(config.url)
    scope = around(store.areas, config.areas) if config.areas else EVERYTHING
    return Services(config=config, store=store, live=Live(store, scope))


def services() -> Services:
    """The services of the application that answers this request."""
    return cast(Services, current_app.extensions["knotenpunkt"])
