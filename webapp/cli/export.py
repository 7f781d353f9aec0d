"""`knotenpunkt export FILE.xlsx`: the whole network as a workbook."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from webapp.cli.choice import add_choice, config_of
from webapp.cli.speech import Refused, said, tell

NAME = "export"
HELP = ("das Netzwerk als Arbeitsmappe schreiben", "write the network as a workbook")

_THERE = (
    "{file} gibt es schon. Mit --force wird die Datei ersetzt.",
    "{file} exists already. Use --force to replace it.",
)
_ENDING = ("Die Datei muss auf .xlsx enden: {file}", "The file must end in .xlsx: {file}")
_CANNOT = ("{file} lässt sich nicht schreiben: {reason}", "{file} can’t be written: {reason}")
_DONE = (
    "{count} Einträge, Stand {revision}, in {file}. Die Datei enthält auch, was nur die Koordination sieht.",
    "{count} entries, revision {revision}, in {file}. The file also holds what only coordination sees.",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Which file."""
    parser.add_argument("file", type=Path, metavar=said(("DATEI.xlsx", "FILE.xlsx")))
    parser.add_argument(
        "--force", action="store_true", help=said(("eine vorhandene Datei ersetzen", "replace an existing file"))
    )
    add_choice(parser)


def run(options: argparse.Namespace) -> int:
    """Write it, readable by this account only."""
    from importers.workbook.write import write
    from webapp.imports.proof import proof
    from webapp.opening import open_network
    from webapp.texts import ZONE

    file: Path = options.file
    if file.suffix.lower() != ".xlsx":
        raise Refused(_ENDING, file=file)
    if file.exists() and not options.force:
        raise Refused(_THERE, file=file)
    services = open_network(config_of(options))
    network = services.live.refresh()
    today, ids = services.now().astimezone(ZONE).date(), (entry.id for entry in network.entries())
    sealed = proof(services.store, network.revision, network.audience, today.isoformat(), ids)
    content = write(network, today=today, op=sealed, progress=_progress)
    _put(file, content)
    tell(_DONE, count=len(network), revision=network.revision, file=file)
    services.store.close()
    return 0


def _put(file: Path, content: bytes) -> None:
    """The whole file or none of it."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.touch(mode=0o600)
        part.write_bytes(content)
        os.replace(part, file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refused(_CANNOT, file=file, reason=error.strerror or error) from error


def _progress(done: int, total: int, step: str) -> None:
    if sys.stderr.isatty() and total:
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)
