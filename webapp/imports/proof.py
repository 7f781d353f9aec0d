"""What an export says of itself, sealed: what it was made of, for whom, on which day, and which entries it holds.

The secret lies in the store, so that the seal also tells one network from another. A file whose hidden sheet somebody
changed is read like one that says nothing of itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Iterable

from graph.model.canonical import canonical
from graph.model.changes import Record, Revision
from graph.model.errors import RecordConflict
from graph.store import Store

_KIND, _ID = "seal", "workbook"


def proof(store: Store, revision: int, audience: str, day: str, ids: Iterable[str]) -> str:
    """The line of the hidden sheet that nobody else can make; "" for an empty network."""
    latest = store.history(None, Revision(revision + 1), 1)
    if not latest:
        return ""
    said = canonical([latest[0].changes.op, revision, audience, day, sorted(ids)])
    return hmac.new(_secret(store), said.encode(), hashlib.sha256).hexdigest()


def proves(store: Store, line: str, revision: int, audience: str, day: str, ids: Iterable[str]) -> bool:
    """Whether the line is the one that `proof` made of the same."""
    return line.isascii() and bool(line) and hmac.compare_digest(line, proof(store, revision, audience, day, ids))


def _secret(store: Store) -> bytes:
    """This network's own, made when it is first needed."""
    found = store.get(_KIND, _ID)
    if found is None:
        made = Record(kind=_KIND, id=_ID, body={"secret": secrets.token_hex(32)})
        with contextlib.suppress(RecordConflict):  # another process was first
            store.commit(None, put=[made])
        found = store.get(_KIND, _ID) or made
    return bytes.fromhex(found.body["secret"])
