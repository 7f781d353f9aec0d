"""One request and who makes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import cast

from flask import g

from graph.live import State
from graph.model.changes import EntryId
from graph.network import Network
from graph.operations.owning import belongs_to, owned
from graph.search.index import Index
from webapp.access import Grant, Permission, Role, allowed, audience_of, roles_of
from webapp.accounts.model import Account
from webapp.services import Services
from webapp.texts import ZONE, Translate, translator


@dataclass(kw_only=True)
class Visit:
    """What views read of a request. One state of the network from its start to its end."""

    services: Services
    state: State
    lang: str
    now: datetime
    account: Account | None = None
    grants: tuple[Grant, ...] = field(default=())
    about: str = ""
    """The id in the address of the page."""

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The visitor's roles."""
        return roles_of(self.grants)

    @cached_property
    def network(self) -> Network:
        """What the visitor may see. Reading pages know no other.

        On a page about what belongs to an actor, whoever speaks for that actor sees all of it.
        """
        audience = audience_of(self.roles)
        for grant in self.grants:
            if belongs_to(self.whole, self.about, grant.actor):
                return self.whole.memo(owned, audience, EntryId(grant.actor))
        return self.whole.seen_by(audience)

    @property
    def whole(self) -> Network:
        """Everything, for writing: conflicts, cascades and history need what a reader may not see."""
        return self.state.network

    @cached_property
    def index(self) -> Index:
        """The search index over what the visitor may see."""
        return self.services.live.index(self.network)

    @cached_property
    def _(self) -> Translate:
        """Says a text of the pages in the visitor's language."""
        return translator(self.lang)

    @property
    def demo_mark(self) -> str:
        """What stands on everything that leaves a demo, also on paper; "" in a network of one's own."""
        return self._("Vorführung – nicht zum Gebrauch") if self.services.config.mode == "demo" else ""

    @property
    def today(self) -> date:
        """The date at the place."""
        return self.now.astimezone(ZONE).date()

    @property
    def who(self) -> str:
        """The id that ChangeSets are signed with."""
        return self.account.id if self.account else ""

    def may(self, permission: Permission) -> bool:
        """Whether one of the visitor's roles has a permission."""
        return allowed(permission, self.roles)


def visit() -> Visit:
    """The visit of this request."""
    return cast(Visit, g.visit)
