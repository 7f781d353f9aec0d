"""The demo: the shipped network, taken in whole by the importer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from graph.network import Network
from importers.workbook.check import main
from webapp import demo
from webapp.config import Config
from webapp.opening import open_application
from webapp.services import Services


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Flask]]:
    services, app = open_application(Config(data=tmp_path_factory.mktemp("demo"), mode="demo"), lambda *_: None)
    yield services, app
    services.store.close()


def network(shown: tuple[Services, Flask]) -> Network:
    return shown[0].live.current().network


def test_the_folder_has_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(demo.NETWORK)]) == 0, capsys.readouterr().out


def test_the_demo_is_a_whole_county(shown: tuple[Services, Flask]) -> None:
    found = network(shown)
    actors = found.of_kind("actor").values()
    assert len(actors) >= 130 and len({actor.fields["sector"] for actor in actors}) == 3
    assert len(found.of_kind("service")) >= 300 and len(found.of_kind("referral")) >= 500
    assert sum(area.fields["level"] == "municipality" for area in found.of_kind("area").values()) == 33


def test_its_keys_are_the_entries_ids(shown: tuple[Services, Flask]) -> None:
    assert network(shown).entry("psz-lichtblick-therapie").fields["provider"] == "psz-lichtblick"  # type: ignore[arg-type]


def test_a_second_start_changes_nothing(shown: tuple[Services, Flask]) -> None:
    services, _ = shown
    before = services.store.revision()
    demo.build(services, lambda *_: None)
    assert services.store.revision() == before


def test_its_pages_say_that_all_is_invented_and_keep_the_volunteers_number(shown: tuple[Services, Flask]) -> None:
    client = shown[1].test_client()
    for path in ("/de/", "/de/search?q=Elsteraue", "/de/actor/helfer-elsteraue"):
        answer = client.get(path, headers={"Host": "localhost"})
        said = answer.get_data(as_text=True)
        assert answer.status_code == 200, path
        assert "Alle Stellen, Nummern und Adressen sind erfunden" in said, path
        assert "3920050" not in said.replace(" ", "") and "kastanienhof" not in said.lower(), path
