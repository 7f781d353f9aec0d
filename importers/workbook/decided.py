"""What is known of a workbook beside its cells: what people decided, and what an export was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.changes import EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """How to take a workbook in."""

    source: str = ""
    """Id of the source that an earlier reading made; empty: a new one."""
    source_name: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    """Licence and the like of a new source."""
    same: Mapping[str, str] = field(default_factory=dict)
    """Row → the actor it is, "new" for none, "" to leave the row out: what was decided of likely duplicates."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Entry → field → whose value stands: "keep" the stored one, "drop" it, or "both"."""
    keep_keys: bool = False
    """Keys of new rows become the entries' ids."""
    struck: bool = False
    """Rows that are struck out are taken in all the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """What an export was made of: the network as its reader saw it, and the fields that were erased since.

    So that what changed here since is kept. No network where nothing proves that the file was made of it.
    """

    network: Network | None = None
    gone: frozenset[str] = frozenset()
    """Keys in the file that were entries here once, and are none any more: deleted, or merged into another."""
    erased: frozenset[tuple[EntryId, str]] = frozenset()
