"""Organisations that stand twice in an invented office's list, against the truth made apart from the importer."""

from __future__ import annotations

import json
from pathlib import Path

from tests.importers.test_twins import proposed

WEEK = Path(__file__).parents[1] / "truth" / "week"


def test_every_organisation_that_stands_twice_in_an_offices_list_is_asked_about_and_no_other() -> None:
    truth = json.loads((WEEK / "amt_liste_truth.json").read_text("utf-8"))["same"]
    found = proposed((WEEK / "amt_liste.csv").read_bytes())
    pairs = [[row.beside["number"], row.number] for row in found.rows if row.likes]
    assert sorted(pairs) == sorted(truth)
