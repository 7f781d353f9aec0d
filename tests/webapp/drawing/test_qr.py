"""A QR code is the library's matrix, drawn as one path that the page's policy allows."""

from __future__ import annotations

import re

import segno

from webapp.drawing.qr import QUIET, qr_svg

ADDRESS = "https://example.org/de/merkzettel?e=1a2b3c4d5e6f7a8b,99aabbccddeeff00"


def test_the_dark_modules_are_those_of_the_code() -> None:
    drawn = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-", str(qr_svg(ADDRESS, "Code"))):
        drawn |= {(int(x) - QUIET + step, int(y) - QUIET) for step in range(int(width))}
    matrix = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def test_a_code_has_a_title_and_no_style_of_its_own() -> None:
    svg = str(qr_svg(ADDRESS, 'Seite "Zeitz" <b>'))
    assert "<title>Seite &#34;Zeitz&#34; &lt;b&gt;</title>" in svg and 'role="img"' in svg
    assert "style" not in svg and "<script" not in svg
