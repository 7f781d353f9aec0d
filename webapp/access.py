"""Who may do what: one table, and a gate that denies every route which is not in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from graph.model.fields import Audience

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What an account is for the network. Whoever has no account is `anyone`."""

    ANYONE = "anyone"
    PARTNER = "partner"
    COUNCIL = "council"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What a route asks for."""

    READ = "read"  # pages that answer from the Network of the reader's audience, and what is taken from them
    SIGN_IN = "sign_in"
    ACCOUNT = "account"  # the own account
    INSIDE = "inside"  # what members of the network hand on among themselves
    ANSWER = "answer"  # the link survey, for the own actor
    MAILS = "mails"  # mail addresses in bulk
    SHARE = "share"  # links for people without account
    EDIT = "edit"  # create, change and delete entries
    IMPORT = "import"  # lists in, and the jobs that read them
    HISTORY = "history"  # who changed what, undo, past states
    PLAN = "plan"  # plans, proposals, projects of change
    REPORTS = "reports"  # the council's frozen reports
    ACCOUNTS = "accounts"  # other people's accounts and grants


_EVERYONE = frozenset(Role)
_SIGNED_IN = _EVERYONE - {Role.ANYONE}
_COORDINATION = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})

PERMISSIONS: dict[Permission, frozenset[Role]] = {
    Permission.READ: _EVERYONE,
    Permission.SIGN_IN: _EVERYONE,
    Permission.ACCOUNT: _SIGNED_IN,
    Permission.INSIDE: _COORDINATION | {Role.PARTNER},
    Permission.ANSWER: _COORDINATION | {Role.PARTNER},
    Permission.MAILS: _SIGNED_IN,
    Permission.SHARE: _COORDINATION,
    Permission.EDIT: _COORDINATION,
    Permission.IMPORT: _COORDINATION,
    Permission.HISTORY: _COORDINATION,
    Permission.PLAN: _COORDINATION,
    Permission.REPORTS: _SIGNED_IN,
    Permission.ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
}

AUDIENCES: dict[Role, Audience] = {
    Role.ANYONE: Audience.PUBLIC,
    Role.COUNCIL: Audience.PUBLIC,
    Role.PARTNER: Audience.NETWORK,
    Role.COORDINATOR: Audience.COORDINATION,
    Role.ADMINISTRATOR: Audience.COORDINATION,
}

ROLE_LABELS: dict[Role, tuple[str, str]] = {
    Role.ANYONE: ("ohne Konto", "no account"),
    Role.PARTNER: ("Partner", "Partner"),
    Role.COUNCIL: ("Rat", "Council"),
    Role.COORDINATOR: ("Koordination", "Coordinator"),
    Role.ADMINISTRATOR: ("Administration", "Administrator"),
}


LIMITED_BY: dict[Role, frozenset[str]] = {
    Role.PARTNER: frozenset({"area", "actor"}),
    Role.COUNCIL: frozenset({"area"}),
    Role.COORDINATOR: frozenset(),
    Role.ADMINISTRATOR: frozenset(),
}
"""The roles that can be granted, in the order they are offered, and what each may be limited to.

What changes the network is not limited yet, so who may do that may do it everywhere.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """A role of an account, in an area or for an actor, or everywhere (both empty)."""

    id: str
    account: str
    role: Role
    area: str = ""
    actor: str = ""


def roles_of(grants: tuple[Grant, ...]) -> frozenset[Role]:
    """The roles of a visitor: those granted, else `anyone`."""
    return frozenset(g.role for g in grants) or frozenset({Role.ANYONE})


def allowed(permission: Permission, roles: frozenset[Role]) -> bool:
    """Whether one of these roles has a permission."""
    return not PERMISSIONS[permission].isdisjoint(roles)


def audience_of(roles: frozenset[Role]) -> Audience:
    """The widest audience that these roles belong to."""
    return max((AUDIENCES[r] for r in roles), key=lambda a: a.rank)


def needs(permission: Permission) -> Callable[[View], View]:
    """Declare what a view asks for. A view without it is denied to everyone."""

    def declare(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return declare
