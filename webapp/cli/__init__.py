"""The command `knotenpunkt`. Importing this needs no installed package: the environment is made from here."""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code."""
    print("knotenpunkt:", arguments)
    return 0
