"""Sentences about entries that become one."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "merge.not_these": (
        "Diese beiden Einträge lassen sich nicht zusammenführen.",
        "These two entries can’t be merged.",
    ),
}
