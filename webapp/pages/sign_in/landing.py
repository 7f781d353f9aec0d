"""Where a visit with an account begins, unless one wanted to go somewhere."""

from __future__ import annotations

from webapp.access import Role
from webapp.accounts import grants
from webapp.visit import Visit


def landing(here: Visit, account: str) -> str:
    """The overview for who is here for the council alone, else the search."""
    roles = {grant.role for grant in grants.of(here.services.store, account)}
    return f"/{here.lang}/overview" if roles == {Role.COUNCIL} else f"/{here.lang}/"
