"""Links that show a search to people without account, until a day: always what is public, as of now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Final

from graph.model.changes import Record
from graph.network import Network
from graph.search.results import Wish, understood
from graph.store import Store
from webapp import handed

KIND: Final = "shared_list"
DAYS: Final = (7, 14, 30, 90)


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """A link that was handed out. `id` ends it, but does not open it."""

    id: str
    wish: Wish
    owner: str
    made: datetime
    expires: datetime


def make(store: Store, wish: Wish, days: int, owner: str, now: datetime) -> str:
    """The token of a new link."""
    body = {"wish": {field.name: getattr(wish, field.name) for field in fields(Wish)}, "made": now.isoformat()}
    return handed.make(store, KIND, body, owner, now, timedelta(days=days))


def find(store: Store, token: str, now: datetime) -> Share | None:
    """The link behind a token while it is valid."""
    record = handed.find(store, KIND, token, now)
    return _share(record) if record else None


def listed(store: Store, now: datetime) -> list[Share]:
    """The links that still open, of everybody: who coordinates answers for all of them."""
    return [_share(record) for record in handed.listed(store, KIND, now)]


def withdraw(store: Store, id: str) -> None:
    """End a link."""
    handed.withdraw(store, KIND, id)


def still_means(network: Network, wish: Wish) -> bool:
    """Whether all that was chosen is still there. A filter that fell away would show more than was handed out."""
    return understood(network, wish) == wish


def as_query(wish: Wish) -> Mapping[str, str]:
    """The wish as a page's address states it."""
    return {"q": wish.words, **wish.chosen()}


def _share(record: Record) -> Share:
    assert record.expires is not None
    return Share(
        id=record.id,
        wish=Wish(**record.body["wish"]),
        owner=record.owner,
        made=datetime.fromisoformat(record.body["made"]),
        expires=record.expires,
    )
