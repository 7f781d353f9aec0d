"""The test command's own promises: it counts right, and what did not run is said and fails where CI is set."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import conftest, stages, system

REPORT = """<testsuites><testsuite tests="4" failures="1" errors="1" skipped="1" time="2.5">
<testcase><skipped message="NOT RUN: tests/browser needs the Debian package chromium"/></testcase>
</testsuite></testsuites>"""


def test_passed_failed_and_skipped_tests_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)
    outcome, seconds = stages._read_report(tmp_path / "report.xml")
    assert (outcome.passed, outcome.failed, outcome.skipped, seconds) == (1, 2, 1, 2.5)
    assert outcome.notes == ["NOT RUN: tests/browser needs the Debian package chromium (1 skipped)"]


def test_a_stage_without_its_folder_fails() -> None:
    assert stages._tests(Path(sys.executable), ["tests/nowhere"], [], None, "embedded").failed == 1


def test_a_command_that_hangs_is_ended() -> None:
    assert stages._call([sys.executable, "-c", "import time; time.sleep(9)"], seconds=0.1) == "no end within 0.1 s"


def test_a_java_older_than_17_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = subprocess.CompletedProcess([], 0, stdout="", stderr='openjdk version "11.0.2"')
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/java")
    monkeypatch.setattr(system.subprocess, "run", lambda *_args, **_options: answer)
    assert system.missing(["java"]) == ["java"]


@pytest.mark.parametrize(("ci", "result"), [("", "skipped"), ("true", "failed")])
def test_what_the_machine_lacks_is_not_run_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, ci: str, result: str
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setitem(system.NEEDS, "moon", system.Need(package="moon-dev", found=lambda: False))
    request.node.add_marker(pytest.mark.needs("moon"))
    raised = pytest.skip.Exception if result == "skipped" else pytest.fail.Exception
    with pytest.raises(raised, match=r"^NOT RUN: tests/architecture needs the Debian package moon-dev$"):
        conftest.pytest_runtest_setup(request.node)
