"""The stages of `python3 -m tests`: checks of the source, then the tests, folder by folder, and what came of them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
UNIT: list[str] = SETTINGS["pytest"]["ini_options"]["testpaths"]
UNIT_SECONDS = 10
BUSY = 1.5  # how much longer a busy machine may take before the stage fails
GRAPH_COVERAGE = 90
STAGE_SECONDS = 1200
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(kw_only=True)
class Outcome:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    notes: list[str] = field(default_factory=list)  # said again at the very end

    def check(self, good: bool, note: str) -> Outcome:
        """Count one thing beyond the single tests, and keep the note when it is not good."""
        self.passed += good
        self.failed += not good
        self.notes += [] if good else [note]
        return self


Stage = Callable[[Path, list[str]], Outcome]


def run(python: Path, names: list[str], arguments: list[str]) -> int:
    """Run the named stages (none: all but soak), print each and the sum, and return the exit code."""
    total = Outcome()
    _call(
        [str(python), "-m", "compileall", "-q", *SETTINGS["mypy"]["packages"], "webapp"]
    )  # else each stage does it anew
    for name in names or [name for name in STAGES if name != "soak"]:
        print(f"\n=== {name}", flush=True)
        started = time.monotonic()
        outcome = STAGES[name](python, arguments)
        seconds = time.monotonic() - started
        total.passed += outcome.passed
        total.failed += outcome.failed
        total.skipped += outcome.skipped
        total.notes += [f"{name}: {note}" for note in outcome.notes]
        print(f"--- {name}: {'FAILED' if outcome.failed else 'ok'}, {seconds:.1f} s", flush=True)
    print("", *total.notes, "", sep="\n")
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped", flush=True)
    return 1 if total.failed else 0


def _command(*words: str) -> Stage:
    def stage(python: Path, arguments: list[str]) -> Outcome:
        return _check([str(python), "-m", *words], " ".join(words))

    return stage


def _folders(
    *folders: str, seconds: int | None = None, options: tuple[str, ...] = (), engine: str = "embedded"
) -> Stage:
    def stage(python: Path, arguments: list[str]) -> Outcome:
        return _tests(python, [*folders], [*options, *arguments], seconds, engine)

    return stage


def _layers(python: Path, arguments: list[str]) -> Outcome:
    return _check([str(python.with_name("lint-imports")), "--no-cache"], "lint-imports")


def _check(command: list[str], name: str) -> Outcome:
    code = _call(command)
    return Outcome().check(code == 0, f"{name} ended with {code}")


def _call(command: list[str], seconds: float = STAGE_SECONDS, engine: str = "embedded") -> int | str:
    """Run without input; a command that hangs counts as failed, it must not hang whoever waits for it."""
    try:
        environment = ENVIRON | {"KNOTENPUNKT_TEST_ENGINE": engine}
        return subprocess.run(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, timeout=seconds, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return f"no end within {seconds} s"


def _coverage(python: Path, arguments: list[str]) -> Outcome:
    """Measure apart from the unit stage, whose seconds count without the cost of measuring."""
    measured = [folder for folder in ("tests/graph", "tests/contract") if (ROOT / folder).is_dir()]
    coverage = [str(python), "-m", "coverage"]
    code = _call([*coverage, "run", "-m", "pytest", "-q", "--no-header", "--hypothesis-profile=ci", *measured])
    outcome = Outcome().check(code == 0, f"tests under coverage ended with {code}")
    _call([*coverage, "report"])
    percent = _branches_covered(coverage)
    print(f"{percent:.1f} % of the branches of graph are covered")
    return outcome.check(percent >= GRAPH_COVERAGE, f"{percent:.1f} % of graph's branches, at least {GRAPH_COVERAGE}")


def _branches_covered(coverage: list[str]) -> float:
    """Return the percentage of branches alone; coverage's own total counts statements, too."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "coverage.json"
        if _call([*coverage, "json", "-q", "-o", str(report)]) != 0:
            return 0.0
        totals = json.loads(report.read_text("utf-8"))["totals"]
    return 100 * totals["covered_branches"] / max(1, totals["num_branches"])


def _tests(python: Path, folders: list[str], arguments: list[str], seconds_allowed: int | None, engine: str) -> Outcome:
    present = [folder for folder in folders if (ROOT / folder).is_dir()]
    if not present:
        return Outcome().check(False, f"{', '.join(folders)}: no such folder")
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        limit = STAGE_SECONDS if present != ["tests/soak"] else 24 * 3600
        command = [str(python), "-m", "pytest", "-q", "--no-header", f"--junitxml={report}"]
        code = _call([*command, *arguments, *present], limit, engine)
        outcome, seconds = _read_report(report)
    if code != 0 and not outcome.failed:
        outcome.check(False, f"pytest ended with {code}")
    if seconds_allowed is not None:
        print(f"{seconds:.1f} of {seconds_allowed} s used{' !' if seconds > seconds_allowed else ''}")
        outcome.check(seconds <= BUSY * seconds_allowed, f"took {seconds:.1f} s, allowed are {seconds_allowed} s")
    return outcome


def _read_report(report: Path) -> tuple[Outcome, float]:
    """Return what pytest counted, with why tests were skipped, and its own seconds."""
    if not report.exists():
        return Outcome(), 0.0
    outcome, seconds = Outcome(), 0.0
    reasons: Counter[str] = Counter()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed, skipped = int(suite.attrib["failures"]) + int(suite.attrib["errors"]), int(suite.attrib["skipped"])
        outcome.passed += max(0, int(suite.attrib["tests"]) - failed - skipped)
        outcome.failed += failed
        outcome.skipped += skipped
        seconds += float(suite.attrib["time"])
        reasons.update(skip.get("message", "") for skip in suite.iter("skipped"))
    outcome.notes += [f"{reason} ({count} skipped)" for reason, count in reasons.items()]
    return outcome, seconds


STAGES: dict[str, Stage] = {
    "style": _command("ruff", "check"),
    "format": _command("ruff", "format", "--check"),
    "types": _command("mypy"),
    "layers": _layers,
    "unit": _folders(*UNIT, seconds=UNIT_SECONDS, options=("-n", "2")),
    "webapp": _folders("tests/webapp", seconds=UNIT_SECONDS, options=("-n", "2")),
    "coverage": _coverage,
    "neo4j": _folders("tests/contract", "tests/neo4j", engine="neo4j"),
    "lists": _folders("tests/lists"),
    "processes": _folders("tests/processes"),
    "hostile": _folders("tests/hostile"),
    "concurrency": _folders("tests/concurrency"),
    "browser": _folders("tests/browser"),
    "reference": _folders("tests/reference"),
    "benchmarks": _folders("tests/benchmarks"),
    "soak": _folders("tests/soak", options=("-o", "faulthandler_timeout=0")),  # hours, and only when named
}
