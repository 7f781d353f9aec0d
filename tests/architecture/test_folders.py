"""Where things lie: the top level, and every folder of tests in a stage."""

from __future__ import annotations

from pathlib import Path

from tests import stages

ROOT = Path(__file__).resolve().parents[2]
MADE = {"__pycache__", "build", "data"}  # data: of whoever tried the application before its tests


def _folders(place: Path) -> set[str]:
    names = {path.name for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")}
    return {name for name in names - MADE if not name.endswith(".egg-info")}


def test_the_top_level_holds_the_four_packages_and_the_tests() -> None:
    assert _folders(ROOT) == {"graph", "importers", "dashboards", "webapp", "tests"}


def test_every_folder_with_tests_is_run_by_a_stage() -> None:
    holding = {path.relative_to(ROOT).parts[1] for path in (ROOT / "tests").rglob("test_*.py")}
    assert holding <= {Path(folder).name for folder in stages.UNIT} | set(stages.STAGES)
