"""A seeded network of any size, in the manner of the real list of a county: for the tests of all areas."""

from __future__ import annotations

from tests.generator.filling import changeset, fill
from tests.generator.network import generate
from tests.generator.table import as_table

__all__ = ["as_table", "changeset", "fill", "generate"]
