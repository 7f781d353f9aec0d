"""What README must not forget: every command and every setting."""

from __future__ import annotations

import re
from pathlib import Path

from webapp import cli

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_stands_in_the_readme() -> None:
    names = {module.NAME for module in cli._modules()}
    assert {name for name in names if f"| `{name}" not in README} == set()


def test_the_settings_of_the_readme_are_those_the_program_reads() -> None:
    read = set(re.findall(r"KNOTENPUNKT_[A-Z]+", (ROOT / "webapp" / "config.py").read_text("utf-8")))
    assert set(re.findall(r"^\| `(KNOTENPUNKT_[A-Z]+)`", README, re.M)) == read
