"""What is written is read back as it was, sign by sign; what can't be is refused with a clear message."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.model.canonical import canonical
from graph.model.errors import Invalid, KnotenpunktError
from graph.model.sentences import say
from graph.store import Store
from tests.contract.making import changeset, created, entries, record, updated, whole, write

ODD = {
    "composed umlauts": "Größe",
    "decomposed umlauts": "Gro\u0308ße",
    "Cyrillic and Arabic": "Допомога مساعدة",
    "beyond the first plane": "👩‍👩‍👧 𝔎",
    "an empty text": "",
    "spaces and line ends": " \t a\r\nb\u2028c ",
    "the NUL sign": "a\x00b",
    "signs of other languages": "'; DROP TABLE entry; -- %_ {{ $x }} \\u0041 \"",
    "a long text": "lang " * 100_000,
    "a whole number beyond 64 bits": 2**80,
    "a small decimal number": 5e-324,
    "a decimal number without fraction": 1.0,
    "a coordinate": 48.83333333333333,
    "no": False,
    "zero": 0,
    "an empty list": [],
    "nested values": {"Spalte": {"x": [1, {"y": [None, True, "ü"]}]}, "": {}},
}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_comes_back_as_written(store: Store, value: Any) -> None:
    write(store, created("a", name="a", extra=value))
    assert canonical(entries(store)["a"]["extra"]) == canonical(value)
    (applied,) = store.history(None, None, 1)
    assert applied.changes.changes[0].after == {"name": "a", "extra": value}
    write(store, updated("a", {"extra": value}, {"extra": "else"}))
    assert store.verify() is None


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_is_a_personal_value_like_any_other(store: Store, value: Any) -> None:
    write(store, created("a"), created("c", "contact", function="f", actor="a", person=value))
    (applied,) = store.history(None, None, 1)
    assert canonical(applied.changes.changes[1].after) == canonical({"function": "f", "actor": "a", "person": value})
    assert store.verify() is None


def test_composed_and_decomposed_umlauts_are_two_ids_and_two_values(store: Store) -> None:
    write(store, created("ü", name="ü"), created("u\u0308", name="u\u0308"))
    assert entries(store) == {"ü": {"name": "ü"}, "u\u0308": {"name": "u\u0308"}}


def test_a_record_body_comes_back_as_written(store: Store) -> None:
    store.commit(None, put=[record(body=ODD)])
    stored = store.get("job", "r")
    assert stored is not None
    assert canonical(stored.body) == canonical(ODD)


def _nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


REFUSED = {
    "half a sign": "a\ud800b",
    "half a sign deep inside": {"x": ["\udfff"]},
    "not a number": float("nan"),
    "an infinite number": float("inf"),
    "a date": date(2026, 11, 3),
    "bytes": b"x",
    "a set": {1},
    "a number of 5,000 digits": 10**5000,
    "nesting deeper than any list": _nested(70),
    "nesting deeper than the stack": _nested(100_000),
}


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize(("kind", "field"), [("actor", "note"), ("contact", "person")], ids=["open", "personal"])
def test_is_refused_by_name_of_entry_and_field(store: Store, kind: str, field: str, value: Any) -> None:
    before = whole(store)
    with pytest.raises(Invalid) as caught:
        write(store, created("x"), created("a", kind, **{"name": "a", field: value}))
    assert [(caught.value.params["entry"], f.field) for f in caught.value.faults] == [("'a'", field)]
    assert "gespeichert" in say("store.invalid", "de", **caught.value.params)
    assert say(caught.value.faults[0].code, "de") != caught.value.faults[0].code
    assert (whole(store), store.verify()) == (before, None)


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
def test_is_refused_in_a_record(store: Store, value: Any) -> None:
    with pytest.raises(Invalid) as caught:
        store.commit(changeset(created("a")), put=[record(body={"fine": 1, "bad": value})])
    assert [f.field for f in caught.value.faults] == ["bad"]
    assert entries(store) == {}


def test_an_unknown_kind_is_refused(store: Store) -> None:
    with pytest.raises(Invalid):
        write(store, created("a", "nonsense"))


def test_half_a_sign_is_refused_wherever_it_stands(store: Store) -> None:
    half = "\ud800"
    for changes in (changeset(created(half)), changeset(created("a"), op=half), changeset(created("a", **{half: "x"}))):
        with pytest.raises(KnotenpunktError):
            store.commit(changes)
    for odd in (record(half), record(kind=half), record(owner=half)):
        with pytest.raises(KnotenpunktError):
            store.commit(None, put=[odd])
    with pytest.raises(KnotenpunktError):
        store.get("job", half)
    assert store.revision() == 0
