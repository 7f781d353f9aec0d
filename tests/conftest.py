"""For every test: what the machine lacks is said as NOT RUN, and fails where CI is set."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests import system

HERE = Path(__file__).parent
settings.register_profile("quick", settings.get_profile("ci"), max_examples=12)
"""Of the unit tests; the stage that measures coverage tries every property with a hundred values."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test before its fixtures start anything that is not there."""
    folder = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
    names = {*system.FOLDER_NEEDS.get(folder, [])}
    for marker in item.iter_markers("needs"):
        names |= set(marker.args)
    lacking = [system.NEEDS[name].package for name in sorted(names) if not _found(name)]
    if lacking:
        plural = "s" if len(lacking) > 1 else ""
        message = f"NOT RUN: tests/{folder} needs the Debian package{plural} {', '.join(lacking)}"
        if os.environ.get("CI"):
            pytest.fail(message, pytrace=False)
        pytest.skip(message)


@functools.cache
def _found(name: str) -> bool:
    return not system.missing([name])
