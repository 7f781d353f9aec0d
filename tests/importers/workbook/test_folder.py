"""A folder of CSV files as a workbook."""

from __future__ import annotations

from importers.workbook.folder import read_files

ROW = b'"Schl\xc3\xbcssel","Name"\n"amt","Amt"\n'


def test_a_kind_may_come_in_parts() -> None:
    filled = read_files({"actor_a.csv": ROW, "actor_b.csv": ROW.replace(b"amt", b"rat")})
    assert [(sheet.kind, sheet.name, len(sheet.rows)) for sheet in filled.sheets] == [
        ("actor", "actor_a.csv", 1),
        ("actor", "actor_b.csv", 1),
    ]


def test_a_part_of_no_kind_is_told() -> None:
    filled = read_files({"wetter_a.csv": ROW})
    assert not filled.sheets
    assert [problem.params["sheet"] for problem in filled.problems] == ["wetter_a.csv"]
