"""Typesets a phone book as PDF, in a child process of its own: it takes seconds for thousands, and untrusted text.

`phone_book.typ` gets the book as one JSON string and sets its texts as strings, so nothing in them is markup.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.model.errors import Unavailable
from importers.child import bounded

_HERE = Path(__file__).parent
_MB = 2**20
_MEMORY = 2048 * _MB
_CPU_SECONDS = 60
_WALL_SECONDS = 60
_PATIENCE_SECONDS = 20
_AT_ONCE = threading.BoundedSemaphore(2)
_WAITING = threading.BoundedSemaphore(1)
"""Anyone may ask for a file: two are made at a time and one more waits, so that of the server's threads most are free
for who reads pages. Whoever comes beyond is told to come again.
"""


def phone_book(book: Mapping[str, Any]) -> bytes:
    """The PDF of a book (shapes: `book.py`). Raises Stopped; Unavailable where too many ask at once."""
    with taking_turns():
        answer = bounded.run(
            "webapp.outputs.typesetting:typeset",
            json.dumps(book).encode(),
            memory=_MEMORY,
            cpu=_CPU_SECONDS,
            wall=_WALL_SECONDS,
        )
    return base64.b64decode(answer)


@contextmanager
def taking_turns() -> Iterator[None]:
    """Two files at a time are made in child processes. Raises Unavailable where it is not one's turn soon."""
    if not _AT_ONCE.acquire(blocking=False):
        _wait()
    try:
        yield
    finally:
        _AT_ONCE.release()


def _wait() -> None:
    if not _WAITING.acquire(blocking=False):
        raise Unavailable("output.busy")
    try:
        if not _AT_ONCE.acquire(timeout=_PATIENCE_SECONDS):
            raise Unavailable("output.busy")
    finally:
        _WAITING.release()


def typeset(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """The PDF in base64. Tagged for screen readers (PDF/UA-1) unless it holds signs that no font here can show."""
    import typst  # 81 MB that only this child needs

    def pdf(*standards: str) -> bytes:
        made = typst.compile(
            str(_HERE / "phone_book.typ"),
            root=str(_HERE),
            font_paths=[str(_HERE / "fonts")],
            ignore_system_fonts=True,
            sys_inputs={"book": payload.decode()},
            pdf_standards=list(standards),
            timestamp=0,
        )
        return bytes(made)

    try:
        made = pdf("ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        made = pdf()
    return base64.b64encode(made).decode("ascii")
