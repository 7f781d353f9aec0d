"""`knotenpunkt move FROM TO`: take a network with everything in it to another store."""

from __future__ import annotations

import argparse
import time

from webapp.cli.speech import Pair, Refused, said, tell

NAME = "move"
HELP = (
    "ein Netzwerk mit allem, was dazugehört, in eine andere Datenhaltung bringen",
    "take a network with everything in it to another store",
)

_FROM = ("woher: Datei oder bolt://…", "from where: a file or bolt://…")
_TO = ("wohin: leere Datei oder leere Datenbank", "where to: an empty file or an empty database")
_NO_SOURCE = ("„{url}“ gibt es nicht.", "There is no “{url}”.")
_STEPS: dict[str, Pair] = {
    "write": ("Übertragen: {count} Zeilen", "Copying: {count} lines"),
    "compare": ("Vergleichen: {count} Zeilen", "Comparing: {count} lines"),
}
_DONE = (
    "Umgezogen: {lines} Zeilen, beide Seiten gleich ({hash}). Ab jetzt: KNOTENPUNKT_STORE={url}",
    "Moved: {lines} lines, both sides the same ({hash}). From now on: KNOTENPUNKT_STORE={url}",
)
_EVERY = 2.0  # seconds between two lines of progress


def add(parser: argparse.ArgumentParser) -> None:
    """From where and where to."""
    parser.add_argument("source", metavar=said(("VON", "FROM")), help=said(_FROM))
    parser.add_argument("target", metavar=said(("NACH", "TO")), help=said(_TO))


def run(options: argparse.Namespace) -> int:
    """Move, tell how far it is, and compare both sides."""
    from graph.connect import exists, open_store, shown
    from graph.model.errors import KnotenpunktError
    from graph.operations.move import move

    if not exists(options.source):
        raise Refused(_NO_SOURCE, url=shown(options.source))
    source = open_store(options.source)
    try:
        if options.source == options.target:
            raise KnotenpunktError("move.same")
        target = open_store(options.target)
        try:
            moved = move(source, target, _Progress())
        finally:
            target.close()
    finally:
        source.close()
    tell(_DONE, lines=moved.lines, hash=moved.hash[:12], url=shown(options.target))
    return 0


class _Progress:
    """Tells now and then how far a step is."""

    def __init__(self) -> None:
        self._step = ""
        self._next = 0.0

    def __call__(self, step: str, lines: int) -> None:
        now = time.monotonic()
        if step != self._step or now >= self._next:
            self._step, self._next = step, now + _EVERY
            tell(_STEPS[step], count=lines)
