"""A web process without its pages: it looks at its live network, writes, and says what it saw.

    python -m tests.neo4j.alternating URL NAME

For each line on its input, an entry that another process has just written, it answers `seen` or `late` after one
request, and writes an entry of its own.
"""

from __future__ import annotations

import sys

from graph.connect import open_store
from graph.live import Live
from graph.store import Store
from tests.contract.making import created, write


def main() -> None:
    """Answer until the input ends."""
    url, name = sys.argv[1:]
    store = open_store(url)
    live = Live(store)
    print("ready", flush=True)
    for number, line in enumerate(sys.stdin):
        print(turn(store, live, line.strip(), f"{name}-{number}"), flush=True)
    store.close()


def turn(store: Store, live: Live, theirs: str, own: str) -> str:
    """One request that looks for the other's entry, and one write."""
    seen = theirs in live.current().network
    write(store, created(own), op=own)
    return "seen" if seen else "late"


if __name__ == "__main__":
    main()
