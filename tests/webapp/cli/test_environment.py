from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from webapp.cli import environment, progress


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def test_the_first_command_starts_without_any_installed_package() -> None:
    code = "import webapp.__main__, tests.__main__"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=environment.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_pip_says_is_told_package_by_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], german: None
) -> None:
    said = [
        "Collecting flask==3.1.3 (from -r x)\n",
        "  Downloading f\n",
        "Installing collected packages: a, b\n",
        "ok\n",
    ]
    assert progress.follow(said, tmp_path / "log")[-1] == "ok"
    assert capsys.readouterr().out.splitlines()[:2] == [
        "       1  flask 3.1.3",
        "      2 Pakete einspielen, das dauert bis zu einer Minute …",
    ]


@pytest.mark.parametrize(
    ("name", "expected"), [("de_AT.UTF-8", "de"), ("C.UTF-8", "de"), ("en_GB", "en"), ("uk_UA", "en")]
)
def test_german_is_spoken_unless_the_system_speaks_another_language(
    monkeypatch: pytest.MonkeyPatch, name: str, expected: str
) -> None:
    monkeypatch.setenv("LC_ALL", name)
    assert progress.language() == expected


def test_a_half_installed_package_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("whole", "half"):
        (tmp_path / f"{name}.dist-info").mkdir()
        (tmp_path / f"{name}.dist-info/METADATA").touch()
    (tmp_path / "whole.dist-info/INSTALLER").touch()
    monkeypatch.setattr(environment, "_site_packages", lambda: tmp_path)
    environment._drop_half_installed()
    assert [path.name for path in tmp_path.iterdir()] == ["whole.dist-info"]


def test_a_changed_lock_file_asks_for_a_new_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    (tmp_path / "lock.txt").write_text("a==1")
    (tmp_path / "lock.txt.stamp").write_text(environment._fingerprint("lock.txt"))
    assert environment._stamped("lock.txt")
    (tmp_path / "lock.txt").write_text("a==2")
    assert not environment._stamped("lock.txt")


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("a+b") as first, (tmp_path / "lock").open("a+b") as second:
        assert environment._try_lock(first.fileno())
        assert not environment._try_lock(second.fileno())


@pytest.mark.skipif(os.name == "nt", reason="a shell's file")
def test_the_command_runs_from_a_path_with_blanks_and_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "it's a place"
    place.mkdir()
    (place / "python").symlink_to(sys.executable)
    (place / "webapp/cli").mkdir(parents=True)
    (place / "webapp/cli/__init__.py").write_text("main = lambda: print('reached')")
    monkeypatch.setattr(environment, "PYTHON", place / "python")
    monkeypatch.setattr(environment, "COMMAND", place / "knotenpunkt")
    monkeypatch.setattr(environment, "_site_packages", lambda: tmp_path)
    environment._write_command()
    done = subprocess.run([place / "knotenpunkt"], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": ""})
    assert done.stdout == "reached\n", done.stderr
