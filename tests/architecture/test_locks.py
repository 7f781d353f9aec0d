"""The lock files: whole, universal and free of addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-tests.txt"]


def _pins(lock: str) -> set[str]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return {line.removesuffix(" \\") for line in lines if line[:1].isalnum()}


def _releases(lock: str) -> set[str]:
    """Name and version; the systems a package is for may be more among the tests."""
    return {pin.split(" ;")[0] for pin in _pins(lock)}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[ ;<>=\[]", requirement)[0] for requirement in requirements}


def test_the_tests_use_the_same_releases_as_the_application() -> None:
    assert _releases("requirements.txt") <= _releases("requirements-tests.txt")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert _names(project["project"]["dependencies"]) <= _names([*_pins("requirements.txt")])
    assert _names(project["dependency-groups"]["tests"]) <= _names([*_pins("requirements-tests.txt")])


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8").lower()
    wanted = _names(project["project"]["dependencies"] + project["dependency-groups"]["tests"])
    assert {name for name in wanted if name not in readme} == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_line_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text and "index-url" not in text and "find-links" not in text
    assert len(re.findall(r"== ?\S+.*\\\n +--hash=sha256:", text)) == len(_pins(lock))
