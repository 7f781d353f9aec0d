"""A web process without its pages: it looks at its live network, writes, and says what it saw.

    python -m tests.neo4j.alternating URL NAME

For each line on its input, an entry that another process has just written, it answers after one request, and writes an
entry of its own: `seen`, `told` where the page says that newer things are on their way, or `late`.
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
    state = live.current()
    write(store, created(own), op=own)
    if theirs in state.network:
        return "seen"
    return "told" if state.catching_up or state.since else "late"


if __name__ == "__main__":
    main()
