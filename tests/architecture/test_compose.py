"""`compose.yaml` and the Dockerfile say what the application understands. No container engine is started here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from webapp.cli import parser

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


@pytest.fixture
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return found


def test_application_and_server_are_started_together(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"app", "neo4j"}
    assert compose["services"]["app"]["environment"]["KNOTENPUNKT_STORE"] == "bolt://neo4j:7687"
    assert compose["services"]["neo4j"]["image"].startswith("neo4j:5.26")


def test_every_port_is_open_to_this_machine_alone(compose: dict[str, Any]) -> None:
    assert all(port.startswith("127.0.0.1:") for each in compose["services"].values() for port in each["ports"])


def test_every_volume_is_declared(compose: dict[str, Any]) -> None:
    used = {volume.partition(":")[0] for each in compose["services"].values() for volume in each["volumes"]}
    assert used == set(compose["volumes"])


def test_every_setting_is_one_that_the_sources_read(compose: dict[str, Any]) -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "graph").rglob("*.py"))
    sources += (ROOT / "webapp" / "config.py").read_text("utf-8")
    assert {name for name in compose["services"]["app"]["environment"] if name not in sources} == set()


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    stated = [compose["services"]["app"]["environment"]["KNOTENPUNKT_NEO4J_PASSWORD"]]
    stated.append(compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"].partition("/")[2])
    assert all(value.startswith("${NEO4J_PASSWORD:?") for value in stated)


def test_the_image_holds_the_packages_and_its_command_is_understood() -> None:
    copied = set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE))
    assert copied == {"graph", "importers", "dashboards", "webapp"}
    command = re.search(r"^CMD \[(.*)\]$", DOCKERFILE, re.MULTILINE)
    assert command
    words = re.findall(r'"([^"]*)"', command[1])
    assert words[0] == "knotenpunkt"
    assert parser().parse_args(words[1:]).port == 8000
