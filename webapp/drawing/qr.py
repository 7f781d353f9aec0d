"""QR codes as SVG: drawn here, so that no address is told to anybody else."""

from __future__ import annotations

import segno
from markupsafe import Markup

QUIET = 4
"""Empty modules around the code, which readers need."""


def qr_svg(text: str, title: str) -> Markup:
    """A QR code with a title for those who do not see it. Its size is set by the style sheet (`.kp-qr`).

    Any text, up to about 2,300 bytes. Raises segno.DataOverflowError for a longer one.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    rows = list(code.matrix)
    size = len(rows) + 2 * QUIET
    path = "".join(_run(x, y, width) for y, row in enumerate(rows) for x, width in _runs(row))
    return Markup(
        '<svg class="kp-qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img"'
        ' shape-rendering="crispEdges"><title>{title}</title><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        '<path fill="#000" d="{path}"/></svg>'
    ).format(size=size, title=title, path=path)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """(start, length) of the dark stretches of a row."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((x, 1))
    return found


def _run(x: int, y: int, width: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{width}v1h-{width}z"
