"""What another process writes while the server runs."""

from __future__ import annotations

import re
import time
from pathlib import Path

from graph.connect import open_store
from graph.store import Store
from tests.browser.browsing import Windows
from tests.browser.serving import Server, begun, serving
from tests.generator import as_table, generate
from webapp.config import Config

ACTORS = 10_000  # with a row each at the least
WITHIN = 5.0
_CATCHING_UP = "Neue Einträge werden gerade übernommen"
_FOUND = re.compile(r"([\d.]+) Stellen?")


def test_a_list_from_the_command_line_is_there_at_the_next_request(
    data: Path, tmp_path: Path, windows: Windows
) -> None:
    path = tmp_path / "Liste.csv"
    path.write_text("Name;Ort\nStrickstube vom Befehl;Backnang\n", "utf-8")
    with serving(data, "--own") as server:
        page = windows.open(f"{server.url}/de/search")
        assert begun(data, "import", str(path), "--apply").wait(60) == 0
        page.reload()
        assert "Strickstube vom Befehl" in page.locator("main").inner_text()


def test_ten_thousand_rows_are_there_within_five_seconds_and_said_until_then(
    data: Path, tmp_path: Path, windows: Windows
) -> None:
    path = tmp_path / "Liste.csv"
    path.write_bytes(as_table(generate(ACTORS, joined=False)))
    with serving(data, "--own") as server:
        store = open_store(Config(data=data).url)
        page = windows.open(f"{server.url}/de/search", script=False)
        importing = begun(data, "import", str(path), "--apply")
        _wait_for_the_next(store)
        store.close()  # type: ignore[attr-defined]
        until, ended, said = time.monotonic() + 60, None, False
        while not (found := _FOUND.search(page.locator("h2").first.inner_text())) and time.monotonic() < until:
            time.sleep(0.2)
            if ended is None and importing.poll() is not None:
                ended = _clocks(server)
            page.reload()
            said = said or _CATCHING_UP in page.locator("body").inner_text()
        seconds = [after - before for before, after in zip(ended or _clocks(server), _clocks(server), strict=True)]
        importing.wait(60)
    assert found and int(found[1].replace(".", "")) > ACTORS // 2
    assert said
    # On a machine that is busy with other things the clock measures these: then what the server worked counts.
    assert min(seconds) < WITHIN, seconds


def _clocks(server: Server) -> tuple[float, float]:
    return time.monotonic(), server.worked()


def _wait_for_the_next(store: Store, most: float = 180.0) -> None:
    before, until = store.revision(), time.monotonic() + most
    while store.revision() == before:
        assert time.monotonic() < until, "nothing was written"
        time.sleep(0.02)
