"""The engines that the contract is tested on. A second engine plugs in by one line here."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Engine:
    """`fresh` gives the URL of a store that does not exist yet; `open_store(url)` makes it, here or in another process.

    `remains` gives every byte the store keeps, for looking whether something is really gone; None where that can't be.
    """

    name: str
    fresh: Callable[[Path], str]
    remains: Callable[[str], bytes] | None
    needs: tuple[str, ...] = ()
    """Names from tests/system.py that the machine must have."""


def memory_folder() -> str | None:
    """A folder in memory if the machine has one: the contract asks what is stored, not how fast the disk is."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()


def _file_url(folder: Path) -> str:
    return f"file:{folder / 'store.db'}"


def _file_bytes(url: str) -> bytes:
    path = Path(url.removeprefix("file:"))
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(path.name + "*")))


ENGINES = [
    Engine(name="embedded", fresh=_file_url, remains=_file_bytes),
]
