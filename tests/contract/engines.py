"""The engines that the contract is tested on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Engine:
    """`fresh` gives the URL of a store that does not exist yet; `open_store(url)` makes it, here or in another process.

    `remains` gives every byte the store keeps, for looking whether something is really gone.
    """

    name: str
    fresh: Callable[[], AbstractContextManager[str]]
    remains: Callable[[str], bytes]
    unhurried: Callable[[], AbstractContextManager[None]] = nullcontext
    """Lifts time limits, which a busy machine would break."""
    needs: tuple[str, ...] = ()
    """Names from tests/system.py that the machine must have."""


def memory_folder() -> str | None:
    """A folder in memory if the machine has one: the contract asks what is stored, not how fast the disk is."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()


@contextmanager
def _file() -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        yield f"file:{Path(folder) / 'store.db'}"


def _file_bytes(url: str) -> bytes:
    path = Path(url.removeprefix("file:"))
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(path.name + "*")))


EMBEDDED = Engine(name="embedded", fresh=_file, remains=_file_bytes)


def chosen() -> Engine:
    """The engine of this run: the unit tests take the embedded one, the stage `neo4j` the other."""
    if os.environ.get("KNOTENPUNKT_TEST_ENGINE") != "neo4j":
        return EMBEDDED
    from tests import neo4j_stores  # its driver is loaded only where it is used

    return Engine(
        name="neo4j",
        fresh=neo4j_stores.fresh,
        remains=neo4j_stores.everything,
        unhurried=neo4j_stores.unhurried,
        needs=neo4j_stores.needs(),
    )
