"""The commands beside `serve`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.model.changes import Record
from webapp.cli import environment, main


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def test_a_person_is_invited_and_listed(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["add", "Anna@example.org", "--name", "Anna", "--role", "coordinator", "--invite"]
    assert main(["user", *arguments, "--data", str(memory)]) == 0
    assert "http://127.0.0.1:8000/de/invitation/" in capsys.readouterr().out
    assert main(["user", "list", "--data", str(memory)]) == 0
    assert capsys.readouterr().out == "anna@example.org  Anna  Koordination (eingeladen)\n"


def test_another_role_ends_the_sessions_of_an_account(memory: Path) -> None:
    arguments = ["user", "add", "anna@example.org", "--data", str(memory)]
    assert main([*arguments, "--role", "partner", "--invite"]) == 0
    store = open_store(str(memory / "own.sqlite"))
    owner = store.find("account")[0].id
    store.commit(None, put=[Record(kind="session", id="s", body={}, owner=owner)])
    assert main([*arguments, "--role", "coordinator"]) == 0
    assert store.find("session") == []
    store.close()


def test_a_weak_password_is_refused_and_nobody_added(
    memory: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: "kurz")
    assert main(["user", "add", "a@example.org", "--role", "partner", "--data", str(memory)]) == 1
    assert "mindestens 12 Zeichen" in capsys.readouterr().err
    main(["user", "list", "--data", str(memory)])
    assert capsys.readouterr().out == "Noch keine Konten.\n"


def test_an_unknown_actor_is_said(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["user", "add", "a@example.org", "--role", "partner", "--actor", "Nix", "--invite"]
    assert main([*arguments, "--data", str(memory)]) == 1
    assert "„Nix“" in capsys.readouterr().err


def test_a_change_is_taken_back(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["user", "list", "--data", str(memory)])  # makes the network with its topics
    assert main(["undo", "1", "--data", str(memory)]) == 0
    assert "Neuer Stand: 2." in capsys.readouterr().out
    assert main(["undo", "9", "--data", str(memory)]) == 1


def test_the_doctor_names_versions_and_checks_what_is_there(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(memory)]) == 0
    assert "Noch kein Netzwerk" in capsys.readouterr().out
    main(["user", "list", "--data", str(memory)])
    assert main(["doctor", "--data", str(memory)]) == 0
    assert "SQLite 3." in (out := capsys.readouterr().out) and "Verlauf unversehrt." in out


def test_help_needs_no_installed_package() -> None:
    code = "import sys, webapp.cli; webapp.cli.parser(); assert 'flask' not in sys.modules"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=environment.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_network_is_exported_once_and_replaced_only_when_told(
    memory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Netzwerk.xlsx"
    assert main(["export", str(file), "--data", str(memory)]) == 0
    assert "Einträge, Stand 1, in" in capsys.readouterr().out
    assert (file.read_bytes()[:2], file.stat().st_mode & 0o777) == (b"PK", 0o600)
    assert main(["export", str(file), "--data", str(memory)]) == 1
    assert "Mit --force" in capsys.readouterr().err
    assert main(["export", str(file), "--force", "--data", str(memory)]) == 0


@pytest.mark.parametrize(
    ("name", "sentence"), [("Netzwerk.csv", "muss auf .xlsx enden"), ("nix/N.xlsx", "nicht schreiben")]
)
def test_an_export_to_nowhere_says_so(
    name: str, sentence: str, memory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / name), "--data", str(memory)]) == 1
    assert sentence in capsys.readouterr().err


def test_a_network_in_a_file_does_not_wait_for_the_driver_of_a_server(memory: Path) -> None:
    code = "import sys, webapp.app, graph.connect as c; c.open_store(sys.argv[1]); assert 'neo4j' not in sys.modules"
    command = [sys.executable, "-c", code, str(memory / "own.sqlite")]
    done = subprocess.run(command, cwd=environment.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
