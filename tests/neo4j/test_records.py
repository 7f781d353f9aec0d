"""What another transaction changes while one waits for its lock is looked at again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from graph.engines.neo4j.records import text
from graph.store import Store
from tests.contract.making import HOUR, NOW, record
from tests.neo4j_stores import connected


@contextmanager
def _meanwhile(url: str, change: str) -> Iterator[Callable[[Callable[[], object]], None]]:
    """Start something while a transaction holds the record, and let it go on when that is committed."""
    with connected(url) as server, server.session(database="neo4j") as session, session.begin_transaction() as other:
        other.run(f"MATCH (r:Record) SET {change}", later=text(NOW + 2 * HOUR)).consume()
        waiting: list[Thread] = []

        def start(action: Callable[[], object]) -> None:
            waiting.append(Thread(target=action))
            waiting[0].start()
            time.sleep(0.5)

        yield start
        other.commit()
        waiting[0].join()


def test_a_record_that_is_prolonged_meanwhile_is_not_purged(store: Store, url: str) -> None:
    store.commit(None, put=[record("a", expires=NOW)])
    with _meanwhile(url, "r.expires = $later") as start:
        start(lambda: store.purge(NOW))
    assert store.get("job", "a") is not None


def test_a_record_that_is_put_off_meanwhile_is_not_claimed(store: Store, url: str) -> None:
    store.commit(None, put=[record("a", due=NOW)])
    claimed: list[object] = []
    with _meanwhile(url, "r.due = $later") as start:
        start(lambda: claimed.append(store.claim("job", NOW, HOUR)))
    assert claimed == [None]
