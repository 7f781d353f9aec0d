"""Who made a change, by name."""

from __future__ import annotations

from webapp.accounts import accounts
from webapp.visit import Visit


def name_of_account(here: Visit, who: str) -> str:
    """The name of the account that signed a change; "" where none did, or it is gone."""
    found = accounts.find(here.services.store, who) if who else None
    return found.name if found else ""
