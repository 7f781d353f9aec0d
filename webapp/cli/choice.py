"""Which network a command is about: `--data`, `--demo`, `--own`."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.cli.speech import said

if TYPE_CHECKING:
    from webapp.config import Config, Mode


def add_choice(parser: argparse.ArgumentParser) -> None:
    """The options that choose the network."""
    parser.add_argument(
        "--data",
        metavar=said(("ORDNER", "FOLDER")),
        type=Path,
        help=said(
            (
                "Ordner der Daten (sonst KNOTENPUNKT_DATA oder data)",
                "folder of the data (otherwise KNOTENPUNKT_DATA or data)",
            )
        ),
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--demo", dest="mode", action="store_const", const="demo", help=said(("die Vorführung", "the demo"))
    )
    which.add_argument(
        "--own", dest="mode", action="store_const", const="own", help=said(("das eigene Netzwerk", "your own network"))
    )


def config_of(options: argparse.Namespace) -> Config:
    """The configuration chosen, else the own network; the demo when that is all there is."""
    config = base(options)
    return dataclasses.replace(config, mode=options.mode or decided(config) or _only(config))


def base(options: argparse.Namespace) -> Config:
    """The configuration of the environment with the chosen folder."""
    from webapp.config import from_environment

    config = from_environment()
    return dataclasses.replace(config, data=options.data.resolve()) if options.data else config


def decided(config: Config) -> Mode | None:
    """The mode that needs no question: the own network where it exists or its place was told."""
    return "own" if config.store_url or (config.data / "own.sqlite").exists() else None


def _only(config: Config) -> Mode:
    return "demo" if (config.data / "demo.sqlite").exists() else "own"
