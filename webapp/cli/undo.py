"""`knotenpunkt undo REVISION`: take a change back."""

from __future__ import annotations

import argparse

from webapp.cli.choice import add_choice, config_of
from webapp.cli.speech import Refused, said, tell, write

NAME = "undo"
HELP = ("eine Änderung zurücknehmen", "undo a change")

_UNKNOWN = ("Eine Änderung {revision} gibt es nicht.", "There is no change {revision}.")
_NOTHING = (
    "Es gibt nichts zurückzunehmen: Alles daran wurde seitdem geändert oder schon zurückgenommen.",
    "There is nothing to undo: all of it has changed since or has already been undone.",
)
_DONE = (
    "Zurückgenommen. Einträge: {count}. Neuer Stand: {revision}.",
    "Undone. Entries: {count}. New revision: {revision}.",
)
_KEPT = ("Bleibt, weil es sich seitdem geändert hat:", "Kept because it has changed since:")


def add(parser: argparse.ArgumentParser) -> None:
    """Which change."""
    parser.add_argument(
        "revision", type=int, help=said(("Nummer der Änderung im Verlauf", "number of the change in the history"))
    )
    add_choice(parser)


def run(options: argparse.Namespace) -> int:
    """Take back what still can be, and list what stays."""
    from graph.model.changes import Revision
    from graph.network import name_of
    from graph.operations import undo
    from webapp.opening import open_network

    services = open_network(config_of(options))
    found = services.store.history(None, Revision(options.revision + 1), 1)
    if not found or found[0].revision != options.revision:
        raise Refused(_UNKNOWN, revision=options.revision)
    network = services.live.refresh()
    planned = undo.plan(network, found[0])
    if not planned.changes:
        raise Refused(_NOTHING)
    changes = undo.changeset(planned, found[0], services.op(), "", services.now())
    revision = services.store.commit(changes)
    tell(_DONE, count=len({change.id for change in planned.changes}), revision=revision)
    if planned.kept:
        tell(_KEPT)
        for clash in planned.kept:
            write(f"  {name_of(network, clash.id) or clash.id}  {clash.field or ''}".rstrip())
    return 0
