"""`knotenpunkt import`: a preview unless told to write, every reason with file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.doing import inline
from webapp.cli import main

LIST = "Name;Ort;Telefon\nCaritas;Backnang;07191 1234\n;Waiblingen;\n"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    def run(task: str, payload: bytes, *, arguments: dict[str, object]) -> object:
        return inline(task, payload, arguments=arguments, on_progress=lambda *_: None, cancelled=lambda: False)

    monkeypatch.setattr("importers.child.bounded.run", run)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "Liste.csv"
    path.write_text(LIST, "utf-8")
    return path


def test_without_apply_nothing_is_written_and_a_rejected_row_is_told(
    listed: Path, memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["import", str(listed), "--data", str(memory)]) == 1
        said = capsys.readouterr().out
        assert "Liste.csv, Zeile 3, –: Ohne Namen" in said
        assert "1 neu, 0 geändert" in said
        assert "nichts übernommen" in said


def test_with_apply_it_is_one_change_that_undo_takes_back(
    listed: Path, memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(listed), "--data", str(memory), "--apply", "--source", "Probe"])
    assert "Zurücknehmen: knotenpunkt undo 2" in capsys.readouterr().out
    main(["import", str(listed), "--data", str(memory), "--source", "Probe"])
    assert "0 neu, 0 geändert, 1 unverändert" in capsys.readouterr().out
    assert main(["undo", "2", "--data", str(memory)]) == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--key", "Nix"], "Die Spalte „Nix“ gibt es in Liste.csv nicht"),
        (["--map", "Ort=actor.nix"], "„actor.nix“ kann eine Spalte nicht bedeuten"),
        (["--map", "Ort"], "hat nicht die Form"),
        (["--encoding", "ebcdic"], "ebcdic"),
    ],
)
def test_what_can_not_be_done_is_said(
    listed: Path, memory: Path, capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    assert main(["import", str(listed), "--data", str(memory), *more]) == 1
    assert sentence in capsys.readouterr().err


def test_a_file_that_is_none_is_refused(memory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path / "fehlt.csv"), "--data", str(memory)]) == 1
    assert "„fehlt.csv“ gibt es nicht" in capsys.readouterr().err
