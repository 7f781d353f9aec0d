"""One value, one text; one content, one hash."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.canonical import canonical, digest, entries_hash
from graph.model.changes import Entry, EntryId, Kind


def _entry(id: str, kind: str = "actor", **fields: object) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def test_keys_are_sorted_and_letters_stay_letters() -> None:
    assert canonical({"b": [1, 1.0, True, None], "a": {"z": "ü\n", "y": ""}}) == (
        '{"a":{"y":"","z":"ü\\n"},"b":[1,1.0,true,null]}'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_json_has_no_word_for_is_refused(value: float) -> None:
    with pytest.raises(ValueError):
        canonical({"a": value})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(_JSON)
def test_the_text_of_a_value_read_back_is_the_same_text(value: object) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_a_digest_is_sha256_in_hexadecimal() -> None:
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_hash_of_entries_does_not_depend_on_order() -> None:
    a, b = _entry("a", name="x", note="y"), _entry("b")
    again = _entry("a", note="y", name="x")
    assert entries_hash([a, b]) == entries_hash([b, again])
    assert entries_hash(iter([a, b])) == entries_hash([a, b])


@pytest.mark.parametrize("other", [_entry("b", name="x"), _entry("a", "place", name="x"), _entry("a", name="y"), None])
def test_the_hash_of_entries_depends_on_everything_they_say(other: Entry | None) -> None:
    assert entries_hash([_entry("a", name="x")]) != entries_hash([other] if other else [])


def test_an_entry_can_not_pass_as_another_by_spaces_or_line_ends() -> None:
    assert entries_hash([_entry("a place", "actor")]) != entries_hash([_entry("a", "place actor")])
    assert entries_hash([_entry("a\nb"), _entry("c")]) != entries_hash([_entry("a"), _entry("b\nc")])
