"""The application over an own empty store, a clock that stands still, and visitors of every role."""

from __future__ import annotations

import hashlib
import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.connect import open_store
from graph.live import Live
from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Record, Why
from webapp import sessions
from webapp.access import Grant, Role
from webapp.accounts import accounts, grants
from webapp.accounts.model import Account
from webapp.accounts.passwords import Passwords
from webapp.app import create_app
from webapp.config import Config
from webapp.services import Services, open_services

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CHEAP = Passwords(memory=8, rounds=1)
OWN_SITE = {"Sec-Fetch-Site": "same-origin"}


class Visitor(FlaskClient):
    """A browser: posts from the own site unless a test says otherwise."""

    def open(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        kwargs.setdefault("headers", OWN_SITE)
        return super().open(*args, **kwargs)  # type: ignore[arg-type]


@dataclass(kw_only=True)
class Place:
    """A running application with its store; `now` may be moved."""

    services: Services
    app: Flask
    now: datetime = NOW
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def visitor(self, role: Role = Role.ANYONE, *, area: str = "", actor: str = "") -> Visitor:
        """A browser, signed in with this role without the cost of a password."""
        client = self.app.test_client()
        assert isinstance(client, Visitor)
        if role is not Role.ANYONE:
            account = self.account(f"{role.value}{next(self._numbers)}@example.org", role, area=area, actor=actor)
            self.signed_in(client, account)
        return client

    def account(
        self, mail: str, role: Role | None = None, *, password: str = "", area: str = "", actor: str = ""
    ) -> Account:
        """A stored account with a grant. Without a password it carries one that nobody knows."""
        number = next(self._numbers)
        kept = CHEAP.hash(password) if password else "x"
        account = accounts.new(f"account-{number}", mail, f"Person {number}", kept)
        grant = Grant(id=f"grant-{number}", account=account.id, role=role, area=area, actor=actor) if role else None
        accounts.create(self.services.store, account, *([grants.record_of(grant)] if grant else []))
        return accounts.get(self.services.store, account.id)

    def signed_in(self, client: FlaskClient, account: Account) -> None:
        """Give a browser a session of this account."""
        token = f"token-{next(self._numbers)}"
        body = {"values": {"_user_id": account.id, "_fresh": True}, "started": self.now.isoformat()}
        id = hashlib.sha256(token.encode()).hexdigest()
        due, expires = self.now + timedelta(minutes=10), self.now + sessions.IDLE
        record = Record(kind=sessions.KIND, id=id, body=body, owner=account.id, due=due, expires=expires)
        self.services.store.commit(None, put=[record])
        client.set_cookie(sessions.COOKIE, token, domain="localhost")

    def with_route(self, path: str, view: Callable[[], str]) -> Place:
        """The same place with one more route, which the shared application does not take."""
        app = create_app(self.services, CHEAP)
        app.test_client_class = Visitor
        app.add_url_rule(f"/<lang:lang>{path}", path, view)
        return Place(services=self.services, app=app)

    def put(self, kind: str, id: str, /, **fields: object) -> None:
        """Store an entry of the network and take it into memory."""
        self._write(Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields))

    def hide(self, kind: str, id: str) -> None:
        """Leave an entry to coordination alone."""
        hidden = {"audience": "coordination"}
        self._write(Change(kind=Kind(kind), id=EntryId(id), before={"audience": None}, after=hidden))

    def _write(self, change: Change) -> None:
        op = OpId(f"put-{next(self._numbers)}")
        changes = ChangeSet(op=op, who="", at=self.now, why=Why(code="why.test"), source="form", changes=(change,))
        self.services.store.commit(changes)
        self.services.live.refresh()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder that lies in memory where the system has such a place.

    Nothing here is about what survives a crash, and waiting for the disk at every commit took six times as long as
    the tests themselves.
    """
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=shared, prefix="knotenpunkt-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One application for all tests: compiling its routes and templates costs more than most tests."""
    app = create_app(open_services(Config(data=tmp_path_factory.mktemp("application"))), CHEAP)
    app.test_client_class = Visitor
    return app


@pytest.fixture
def place(application: Flask, memory: Path) -> Iterator[Place]:
    """The application as an own network that is still empty."""
    config = Config(data=memory)
    store = open_store(config.url)
    numbers = itertools.count(1)
    made: list[Place] = []
    services = Services(
        config=config,
        store=store,
        live=Live(store),
        now=lambda: made[0].now if made else NOW,
        new_id=lambda: f"id-{next(numbers)}",
    )
    application.extensions["knotenpunkt"] = services
    made.append(Place(services=services, app=application))
    yield made[0]
    store.close()
