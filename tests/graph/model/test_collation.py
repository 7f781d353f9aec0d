"""German order: DIN 5007-1."""

from __future__ import annotations

from graph.model.collation import plain, sort_key


def test_umlauts_stand_with_their_letter_and_sharp_s_as_two() -> None:
    names = ["Zoo", "Ärztehaus", "Arbeitsamt", "Strasse 2", "Straße 1", "Öko", "Oma", "łódź", "Lodz-Ost"]
    assert sorted(names, key=sort_key) == [
        "Arbeitsamt", "Ärztehaus", "łódź", "Lodz-Ost", "Öko", "Oma", "Straße 1", "Strasse 2", "Zoo",
    ]  # fmt: skip


def test_signs_and_case_do_not_count() -> None:
    assert plain("„Café“ – AWO e. V.") == "cafe awo e v"
