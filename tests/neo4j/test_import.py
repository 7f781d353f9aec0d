"""A list is read into a network on a server by the child processes that jobs use."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model.changes import EVERYTHING
from graph.store import Store
from webapp import cli

LIST = "Name;Telefon;Ort\nSprachcafé Zwiebelturm;07181 4711;Schorndorf\nBeratung am Markt;07151 12345;Waiblingen\n"


def test_a_list_is_imported_and_taken_back(
    url: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scheme, _, rest = url.partition("://")
    credentials, _, address = rest.rpartition("@")
    user, _, password = credentials.partition(":")
    monkeypatch.setenv("KNOTENPUNKT_STORE", f"{scheme}://{address}")
    monkeypatch.setenv("KNOTENPUNKT_NEO4J_USER", user)
    monkeypatch.setenv("KNOTENPUNKT_NEO4J_PASSWORD", password)
    monkeypatch.setenv("KNOTENPUNKT_DATA", str(tmp_path))
    (tmp_path / "liste.csv").write_text(LIST, "utf-8")
    assert cli.main(["import", str(tmp_path / "liste.csv"), "--apply"]) == 0, capsys.readouterr()
    names = {e.fields.get("name") for e in store.load(EVERYTHING)[1] if e.kind == "actor"}
    assert names == {"Sprachcafé Zwiebelturm", "Beratung am Markt"}
    assert cli.main(["undo", str(store.revision())]) == 0
    assert not [e for e in store.load(EVERYTHING)[1] if e.kind == "actor"]
