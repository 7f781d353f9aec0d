"""A running server over a network that has everything: a real list, an entry of every kind, people of every role."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page

from graph.connect import open_store
from graph.live import Live
from graph.model.changes import Record
from graph.network import Network
from tests.browser import contents
from tests.browser.serving import Server, serving
from tests.webapp.conftest import CHEAP, Place, Visitor
from webapp import sessions
from webapp.access import Role
from webapp.accounts.model import Account
from webapp.app import create_app
from webapp.config import Config
from webapp.services import Services

PASSWORD = "blaue Blumen am Bahnhof"


@dataclass(kw_only=True)
class House:
    """The server, and the same store open in the test's own process as another process has it."""

    server: Server
    place: Place
    names: dict[str, str]
    """What addresses are filled with: name → id."""
    accounts: dict[Role, Account]
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def url(self) -> str:
        """Where it answers."""
        return self.server.url

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return self.place.services.live.refresh()

    def revision(self) -> int:
        """The newest revision."""
        return int(self.place.services.store.revision())

    def enter(self, page: Page, role: Role = Role.ADMINISTRATOR) -> Page:
        """Give a window the session of somebody with this role, without the cost of a password."""
        if role is not Role.ANYONE:
            page.context.add_cookies([{"name": sessions.COOKIE, "value": self.token(role), "url": self.url}])
        return page

    def token(self, role: Role = Role.ADMINISTRATOR) -> str:
        """What the cookie of a new session of this role holds."""
        account, now = self.accounts[role], datetime.now(UTC)
        token = f"token-{next(self._numbers)}-{now.timestamp()}"
        body = {"values": {"_user_id": account.id, "_fresh": True}, "started": now.isoformat()}
        id = hashlib.sha256(token.encode()).hexdigest()
        due, expires = now + timedelta(hours=1), now + sessions.IDLE
        record = Record(kind=sessions.KIND, id=id, body=body, owner=account.id, due=due, expires=expires)
        self.place.services.store.commit(None, put=[record])
        return token


@contextmanager
def open_house(data: Path) -> Iterator[House]:
    """Fill a network and serve it."""
    place = empty(data)
    accounts = {
        role: place.account(f"{role.value}@example.org", role, password=PASSWORD)
        for role in Role
        if role is not Role.ANYONE
    }
    names = contents.fill(place, accounts[Role.ADMINISTRATOR])
    with serving(data, "--own") as server:
        yield House(server=server, place=place, names=names, accounts=accounts)
    place.services.store.close()


def empty(data: Path) -> Place:
    """A store with nothing in it, open in this process."""
    config = Config(data=data)
    store = open_store(config.url)
    services = Services(config=config, store=store, live=Live(store))
    app = create_app(services, CHEAP)
    app.test_client_class = Visitor
    return Place(services=services, app=app, now=datetime.now(UTC))
