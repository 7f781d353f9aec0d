"""Cleaning whole sets of fields."""

from __future__ import annotations

import pytest

from graph.model.clean import as_text, clean, missing
from graph.model.schema import kind


@pytest.mark.parametrize(
    ("name", "field", "raw", "value"),
    [
        ("actor", "name", " A\u200b  B ", "A B"),
        ("place", "latitude", "48,137", 48.137),
        ("place", "latitude", "91", None),
        ("place", "latitude", "nan", None),
        ("place", "postcode", "6712", None),
        ("service", "capacity", "12,5", None),
        ("actor", "sector", "nonsense", None),
        ("service", "target_groups", ["women", "nonsense"], ["women"]),
        ("event", "starts", "3.11.2026 14:30", "2026-11-03T14:30"),
        ("event", "starts", "2026-11-03T14:30", "2026-11-03T14:30"),
        ("event", "starts", "3.11.2026 25:00", None),
        ("actor", "entry_point", "ja", True),
        ("actor", "about", " a \n\n\n\n b ", "a\n\nb"),
        ("topic", "synonyms", "a\n b\na", ["a", "b"]),
        ("actor", "name", "x" * 501, None),
        ("actor", "phones", " ", None),
    ],
)
def test_a_value_is_cleaned_or_told(name: str, field: str, raw: str | list[str], value: object) -> None:
    done = clean(name, {field: raw})
    assert done.fields[field] == value
    if value is None and str(raw).strip():
        assert done.faults


def test_hours_that_are_read_whole_leave_no_wording() -> None:
    assert clean("actor", {"hours": "Mo 8-12 Uhr"}).fields == {"hours": "Mo 08:00-12:00", "hours_text": None}
    assert clean("actor", {"hours": "je nach Lage"}).fields["hours_text"] == "je nach Lage"
    assert clean("actor", {"hours": ""}).fields == {"hours": None, "hours_text": None}


def test_a_required_field_is_missed() -> None:
    assert [f.code for f in clean("actor", {"name": " "}).faults] == ["value.required"]
    assert [f.field for f in missing("service", {"name": "A"})] == ["provider"]


def test_what_is_shown_for_editing_is_read_back_the_same() -> None:
    fields = clean(
        "actor", {"phones": "03441 1234, 03441 12345", "entry_point": "ja", "hours": "Mo 8-12", "name": "A"}
    ).fields
    for name in ("phones", "entry_point", "hours", "name"):
        text = as_text(kind("actor").field(name), fields)
        assert clean("actor", {name: text}).fields[name] == fields[name]
    assert as_text(kind("actor").field("mails"), fields) == ""


@pytest.mark.parametrize("text", ["9" * 400, "-1", "1000000001"])
def test_a_count_that_counts_nothing_real_is_a_fault(text: str) -> None:
    cleaned = clean("service", {"capacity": text})
    assert [f.code for f in cleaned.faults] == ["value.out_of_range"]
    assert cleaned.fields.get("capacity") is None
