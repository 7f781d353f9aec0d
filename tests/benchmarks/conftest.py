"""One table for the whole run, and networks of three sizes made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figures
from tests.benchmarks.grounds import Ground, Grounds

_FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """Where measures are written down."""
    return pytestconfig.stash.setdefault(_FIGURES, Figures())


@pytest.fixture(scope="session")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    """Applications over networks by size, each opened when first asked for."""
    made = Grounds(on_disk(tmp_path_factory.mktemp("grounds")))
    yield made
    made.close()


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder on a real disk, where a commit waits for it."""
    return on_disk(tmp_path)


def on_disk(folder: Path) -> Path:
    """The folder, if no memory stands in for a disk there; else this measures nothing."""
    mounts = (
        [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
        if Path("/proc/mounts").exists()
        else []
    )
    holding = max((m for m in mounts if folder.is_relative_to(m[0])), key=lambda m: len(m[0]), default=["/", ""])
    if holding[1] in ("tmpfs", "ramfs"):
        pytest.fail(f"{folder} lies in memory: set TMPDIR to a folder on a disk", pytrace=False)
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table below everything else."""
    if found := config.stash.get(_FIGURES, None):
        terminalreporter.section("figures")
        for line in found.table():
            terminalreporter.write_line(line)


__all__ = ["Ground"]
