"""A network moves between the engines and back without a difference, odd values and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connect import open_store
from graph.model.changes import Change, EntryId, Kind, OpId
from graph.model.errors import KnotenpunktError
from graph.operations.move import move, store_hash
from graph.store import Store
from tests.contract.making import HOUR, NOW, created, deleted, record, updated, write
from tests.contract.test_values import ODD
from tests.generator import fill, generate
from webapp import cli

DAYS = ["2026-11-03", "2026-11", "2026", "0001-01-01", "9999-12-31", "2026-02-30", "+2026-11-03", "20261103", ""]


@pytest.fixture
def file(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "first.db"))


def _odd(store: Store) -> None:
    """Everything that an engine could read back otherwise than it was written."""
    write(store, *(created(f"a{n}", name="a", extra=value, odd=value) for n, value in enumerate(ODD.values())))
    write(store, *(created(f"n{n}", name=value, about=value) for n, value in enumerate(ODD.values())))
    write(store, *(created(f"d{n}", name="d", confirmed_on=day) for n, day in enumerate(DAYS)))
    write(store, created("ü", name="ü"), created("u\u0308", name="u\u0308", parent="ü"))
    write(store, created("empty", name="", phones=[], languages=[""], entry_point=False), created("missing", name="x"))
    write(store, *_links())
    write(store, created("c", "contact", function="f", actor="ü", person="Jemand", phones=["+497181"]), op="person")
    store.erase([(EntryId("c"), "person")], OpId("gone"), NOW)
    write(store, updated("d0", {"confirmed_on": "2026-11-03"}, {"confirmed_on": None}), deleted("missing", name="x"))
    store.commit(None, put=[record("r", owner="ü", due=NOW, expires=NOW + HOUR, body=ODD), record("s")])
    store.add("visits", 2**62, NOW, NOW + HOUR)


def _links() -> list[Change]:
    both = {"sender": "ü", "receiver": "u\u0308"}
    return [
        _referral("r1", **both, kind="recommendation", waiting_weeks=1.0, extra={"x": 2**70}),
        _referral("r2", **both, kind="recommendation", waiting_weeks=1),
        _referral("r3", sender="ü", receiver="ü"),
        _referral("r4", sender="ü"),
        created("self", name="self", parent="self"),
        created("s", "service", name="s", provider="ü", topics=["t", "u", "t"]),
        created("t", "topic", name="t"),
        created("u", "topic", name="u", parent="t"),
        created("g", "group", name="g", members=["self", "ü", "self"], chair="self"),
    ]


def _referral(id: str, **fields: object) -> Change:
    return Change(kind=Kind("referral"), id=EntryId(id), before=None, after=fields)


def _there_and_back(file: Store, store: Store, tmp_path: Path) -> None:
    there = move(file, store)
    back = open_store(str(tmp_path / "second.db"))
    again = move(store, back)
    assert there == again
    assert list(back.dump()) == list(file.dump())
    assert (back.verify(), store.verify()) == (None, None)
    back.close()


def test_odd_values_go_there_and_back(file: Store, store: Store, tmp_path: Path) -> None:
    _odd(file)
    _there_and_back(file, store, tmp_path)
    file.close()


def test_what_was_written_on_the_server_has_the_same_hash_but_for_the_salts(file: Store, store: Store) -> None:
    for each in (file, store):
        write(each, *_links(), created("ü", name="ü"), created("u\u0308", name="u\u0308"), op="same")
    assert store_hash(file) == store_hash(store)
    file.close()


def test_a_generated_county_goes_there_and_back(file: Store, store: Store, tmp_path: Path) -> None:
    fill(file, generate(130))
    _there_and_back(file, store, tmp_path)
    file.close()


def test_a_store_goes_on_after_its_move(file: Store, store: Store) -> None:
    _odd(file)
    move(file, store)
    for each in (file, store):
        write(each, updated("ü", {"name": "ü"}, {"name": "neu"}), op="next")
    assert store_hash(file) == store_hash(store)
    file.close()


def test_a_source_that_is_written_meanwhile_is_refused(file: Store, store: Store) -> None:
    write(file, created("a"))
    with pytest.raises(KnotenpunktError) as caught:
        move(file, store, lambda step, n: write(file, created("b")) if (step, n) == ("write", 2) else None)
    assert caught.value.code == "move.differs"
    file.close()


def test_the_command_tells_how_far_it_is(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE")
    first = open_store(str(tmp_path / "first.db"))
    fill(first, generate(20))
    first.close()
    assert cli.main(["move", str(tmp_path / "first.db"), url]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("Übertragen", "Vergleichen", "beide Seiten gleich"))
    assert "nur-zum-Testen" not in said
    assert cli.main(["move", url, str(tmp_path / "second.db")]) == 0
    assert cli.main(["move", url, str(tmp_path / "second.db")]) == 1
    assert "nicht leer" in capsys.readouterr().err
    assert cli.main(["move", str(tmp_path / "nothing.db"), url]) == 1
    assert not (tmp_path / "nothing.db").exists()
