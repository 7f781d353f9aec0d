"""Sentences of the commands: pairs of German and English, said in the user's language."""

from __future__ import annotations

import sys
from typing import TextIO

from webapp.cli.progress import language

Pair = tuple[str, str]


class Refused(Exception):
    """A command can't do what was asked; the text says why."""

    def __init__(self, pair: Pair, **params: object) -> None:
        super().__init__(said(pair, **params))


def said(pair: Pair, **params: object) -> str:
    """The sentence in the user's language."""
    return pair[language() == "en"].format(**params)


def tell(pair: Pair, **params: object) -> None:
    """Print a sentence at once."""
    write(said(pair, **params))


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a text at once; a sign that the terminal lacks is replaced."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
