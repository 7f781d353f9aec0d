"""`knotenpunkt doctor`: versions, and whether the stores are whole."""

from __future__ import annotations

import argparse
import dataclasses
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.cli.choice import add_choice, base
from webapp.cli.speech import tell

if TYPE_CHECKING:
    from webapp.config import Config

NAME = "doctor"
HELP = ("Versionen zeigen und die Datenhaltung prüfen", "show versions and check the data stores")

_NO_STORE = ("Noch kein Netzwerk in {data}.", "No network in {data} yet.")
_STORE = (
    "{url}: Stand {revision}, Einträge: {entries}, Konten: {accounts}",
    "{url}: revision {revision}, entries: {entries}, accounts: {accounts}",
)
_WHOLE = ("  Verlauf unversehrt.", "  History is intact.")
_BROKEN = (
    "  Der Verlauf ist ab Stand {revision} beschädigt. Bitte die letzte Sicherung bereithalten.",
    "  The history is damaged from revision {revision} onwards. Please have the last backup at hand.",
)
_OLD = (
    "  Vor 3.51.3 können mehrere Schreibende die Datei beschädigen; Knotenpunkt lässt sie nacheinander schreiben.",
    "  Before 3.51.3 several writers can damage the file; Knotenpunkt lets them take turns.",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Which network; without a choice all of the folder."""
    add_choice(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 when a store is damaged."""
    from graph.connect import sqlite_version, writes_alone

    tell(("Python {version}", "Python {version}"), version=platform.python_version())
    tell(("SQLite {version}", "SQLite {version}"), version=sqlite_version())
    if writes_alone():
        tell(_OLD)
    config = base(options)
    found = [each for each in _configs(config, options.mode) if each.store_url or Path(each.url).exists()]
    if not found:
        tell(_NO_STORE, data=config.data)
    return max([0, *map(_check, found)])


def _configs(config: Config, mode: str | None) -> list[Config]:
    if config.store_url:
        return [config]
    return [dataclasses.replace(config, mode=each) for each in ("own", "demo") if mode in (None, each)]


def _check(config: Config) -> int:
    from graph.connect import open_store, shown
    from graph.model.changes import EVERYTHING
    from webapp.accounts import accounts

    store = open_store(config.url)
    entries = sum(1 for _ in store.load(EVERYTHING)[1])
    known = len(accounts.everyone(store))
    tell(_STORE, url=shown(config.url), revision=store.revision(), entries=entries, accounts=known)
    broken = store.verify()
    if broken is None:
        tell(_WHOLE)
    else:
        tell(_BROKEN, revision=broken)
    store.close()
    return int(broken is not None)
