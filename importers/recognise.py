"""What a file is to this project: outlines of areas, a table of localities, or a list of actors."""

from __future__ import annotations

from typing import Literal

from importers.areas.localities import is_locality_table
from importers.files.content import format_of
from importers.files.table import Table

What = Literal["outlines", "localities", "list"]


def is_geojson(content: bytes) -> bool:
    """Whether a file's bytes are GeoJSON. Raises ReadError for what is no list at all."""
    return format_of(content) == "geojson"


def what_table(table: Table) -> What:
    """What a read table is."""
    return "localities" if is_locality_table(table.sheets[0].headings) else "list"
