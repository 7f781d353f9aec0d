"""A report is plain data that says the same when it is read again."""

from __future__ import annotations

import json
from datetime import date

from graph.analysis.council.indicators import INDICATORS, indicators
from graph.analysis.council.report import PARTS, report
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.finding import Finding, told
from graph.network import Network
from tests.generator import generate

TODAY = date(2026, 11, 23)


def test_a_report_is_json_and_its_findings_can_be_said_again() -> None:
    network = Network(generate(25))
    steps: list[str] = []
    found = json.loads(json.dumps(report(network, TODAY, Assumptions(), lambda d, t, s: steps.append(s))))
    assert steps == [f"figures.{part}" for part in PARTS]
    assert found["structure"]["actors"] == 25
    said = {told(network, Finding(**topic["finding"]), lang) for topic in found["ways"] for lang in ("de", "en")}
    assert all(said)


def test_an_empty_network_has_a_report_without_claims() -> None:
    found = report(Network(), TODAY, Assumptions())
    assert found["coverage"] == found["gaps"] == found["journeys"] == []
    assert found["indicators"]["need"] is None and found["structure"]["density"] == 0


def test_every_indicator_has_a_value_or_says_that_there_is_none() -> None:
    assert set(indicators(Network(), TODAY, Assumptions()).values) == set(INDICATORS)
