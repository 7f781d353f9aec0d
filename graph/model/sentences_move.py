"""Sentences about moving a network from one store to another."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "move.differs": (
        "Quelle und Ziel sind nach dem Umzug nicht gleich ({source} und {target}). Bitte das Ziel leeren und den Umzug"
        " wiederholen, während niemand schreibt. Die Quelle ist unverändert.",
        "Source and target are not the same after the move ({source} and {target}). Please empty the target and move"
        " again while nobody writes. The source is unchanged.",
    ),
    "move.same": ("Quelle und Ziel sind dieselbe Datenhaltung.", "Source and target are the same store."),
}
