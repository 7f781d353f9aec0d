"""Links handed to people who have no account: whoever holds the token may do one thing until a day.

The token stands in the link alone. The store keeps its hash, so that neither a backup nor a list of links opens one.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import request

from graph.model.changes import Record
from graph.model.sentences import say
from graph.store import Store
from webapp.accounts import throttle
from webapp.render import page
from webapp.visit import Visit

_MOST = 1000
WRONG_LINKS = 60
"""So many links that open nothing are answered from one address in a quarter of an hour."""


def make(
    store: Store,
    purpose: str,
    body: Mapping[str, Any],
    owner: str,
    now: datetime,
    lasts: timedelta,
    instead_of: Sequence[Record] = (),
) -> str:
    """The token of a new link, told this once. `purpose` is the record's kind: each of them has its own page.

    Links given in `instead_of` end with it. Raises RecordConflict when one of these is used at the same moment.
    """
    token = secrets.token_urlsafe(32)
    record = Record(kind=purpose, id=hashed(token), body=body, owner=owner, expires=now + lasts)
    store.commit(None, put=[record], drop=instead_of)
    return token


def find(store: Store, purpose: str, token: str, now: datetime) -> Record | None:
    """The link behind a token; None when it was never made, was withdrawn or has expired."""
    return _valid(store.get(purpose, hashed(token)), now)


def listed(store: Store, purpose: str, now: datetime, owner: str | None = None) -> list[Record]:
    """The links of a purpose that still open, of one owner if given: the first to expire comes first."""
    found = (_valid(record, now) for record in store.find(purpose, owner=owner, limit=_MOST))
    return sorted((record for record in found if record), key=lambda record: str(record.expires))


def withdraw(store: Store, purpose: str, id: str) -> None:
    """End a link by its record's id; one that is gone already stays so. Raises RecordConflict when it is being used."""
    record = store.get(purpose, id)
    if record is not None:
        store.commit(None, drop=[record])


def nothing(here: Visit) -> tuple[str, int]:
    """The page of every link that opens nothing, whatever it was for: counted by address, so that none is guessed."""
    near = throttle.neighbourhood(request.remote_addr or "")
    if throttle.counted(here.services.store, "handed", near, WRONG_LINKS, here.now):
        return too_often(here)
    return page("handed/void.html", text=say("handed.void", here.lang), noindex=True), 404


def too_often(here: Visit) -> tuple[str, int]:
    """The page of who tries too many links, or one too often."""
    return page("handed/void.html", text=say("handed.too_often", here.lang), noindex=True), 429


def hashed(token: str) -> str:
    """The id of a token's record."""
    return hashlib.sha256(token.encode()).hexdigest()


def _valid(record: Record | None, now: datetime) -> Record | None:
    return record if record is not None and record.expires is not None and record.expires > now else None
