"""What a file is to this project before it is read: outlines of areas, or a table."""

from __future__ import annotations

from importers.files.content import format_of


def is_geojson(content: bytes) -> bool:
    """Whether a file's bytes are GeoJSON. Raises ReadError for what is no list at all."""
    return format_of(content) == "geojson"
