"""The vocabulary holds together, and what it says of links, personal fields and audiences is true."""

from __future__ import annotations

import pytest

from graph.model import schema
from graph.model.changes import Fields
from graph.model.fields import Audience, Field, KindSpec, Type

ALL = list(schema.kinds().values())
FIELDS = [pytest.param(kind, field, id=f"{kind.name}.{field.name}") for kind in ALL for field in kind.fields]


def test_every_kind_of_the_design_is_there_under_its_own_name() -> None:
    assert {"actor", "service", "contact", "place", "area", "topic", "referral", "agreement"} <= set(schema.kinds())
    assert [schema.kind(name).name for name in schema.kinds()] == list(schema.kinds())
    with pytest.raises(KeyError):
        schema.kind("person")


def test_field_names_are_unique_in_a_kind() -> None:
    for kind in ALL:
        names = [f.name for f in kind.fields]
        assert len(names) == len(set(names)), kind.name


def test_every_kind_carries_what_all_carry() -> None:
    for kind in ALL:
        assert {"audience", "note", "extra", "origin"} <= {f.name for f in kind.fields}, kind.name


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_field_is_said_in_both_languages_and_is_what_its_type_needs(kind: KindSpec, field: Field) -> None:
    assert all(field.label)
    assert bool(field.help[0]) == bool(field.help[1])
    assert bool(field.codes) == (field.type in (Type.CODE, Type.CODES))
    assert bool(field.refs) == (field.type in (Type.REF, Type.REFS))
    assert set(field.refs) <= set(schema.kinds())
    if field.codes:
        assert all(all(label) for label in field.options.values())
    assert kind.field(field.name) is field


def test_kinds_are_called_by_fields_they_have() -> None:
    for kind in ALL:
        for name in kind.titled_by:
            assert kind.field(name)
    with pytest.raises(KeyError):
        ALL[0].field("nonsense")


def test_references_are_found_in_single_fields_and_lists() -> None:
    fields: Fields = {"name": "x", "provider": "a", "topics": ["t", "u"], "places": [], "areas": None}
    assert sorted(schema.references("service", fields)) == [("provider", "a"), ("topics", "t"), ("topics", "u")]
    assert list(schema.references("actor", {"name": "x"})) == []


def test_persons_and_their_numbers_are_personal_and_offices_are_not() -> None:
    assert {"person", "phones", "mobiles", "mails"} <= schema.personal_fields("contact")
    assert schema.personal_fields("actor") == frozenset()
    assert "function" not in schema.personal_fields("contact")


def test_an_entry_is_called_by_its_name() -> None:
    topic = {"name": "Wohnen", "name_en": "Housing"}
    assert (schema.title("topic", topic), schema.title("topic", topic, "en")) == ("Wohnen", "Housing")
    assert schema.title("topic", {"name": "Wohnen"}, "en") == "Wohnen"
    assert schema.title("actor", {}) == ""


def test_an_entry_narrows_its_audience_and_a_call_back_is_for_coordination() -> None:
    stated = [{}, {"audience": "network"}, {"audience": "callback"}, {"audience": "coordination"}]
    assert [schema.entry_audience(f).rank for f in stated] == [0, 1, 2, 2]


def test_the_narrower_audience_of_field_and_entry_wins() -> None:
    fields = {"name": "Amt", "note": "intern"}
    assert schema.visible("actor", fields, Audience.PUBLIC) == {"name": "Amt"}
    assert schema.visible("actor", fields, Audience.COORDINATION) is fields
    narrowed = {**fields, "audience": "coordination"}
    assert schema.visible("actor", narrowed, Audience.NETWORK) is None
    assert schema.visible("actor", narrowed, Audience.COORDINATION) is narrowed
    assert schema.visible("actor", {"name": "Amt"}, Audience.PUBLIC) == {"name": "Amt"}


def test_a_protected_place_is_exact_for_coordination_only() -> None:
    place = {
        "name": "Haus",
        "street": "Weg",
        "house_number": "1",
        "latitude": 48.8,
        "longitude": 9.4,
        "protected": True,
    }
    for audience in (Audience.PUBLIC, Audience.NETWORK):
        assert {"street", "house_number", "latitude", "longitude"}.isdisjoint(
            schema.visible("place", place, audience) or {}
        )
    assert schema.visible("place", place, Audience.COORDINATION) == place
    open_place = {**place, "protected": False}
    assert schema.visible("place", open_place, Audience.PUBLIC) == open_place
