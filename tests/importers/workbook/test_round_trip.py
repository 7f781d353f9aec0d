from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.model.canonical import entries_hash
from graph.model.fields import Field, KindSpec
from graph.model.schema import kind, kinds
from graph.model.stored import stored_form
from graph.network import Network
from importers.workbook import cells
from importers.workbook.names import Names
from tests.importers.workbook.making import ODD, clean_value_of, entry, networks, taken_in, value_of, written

_FIELDS = [(spec, field) for spec in kinds().values() for field in spec.fields if not field.refs]
_NOBODY = Names(Network(), {}, {})


@given(st.data(), st.sampled_from(_FIELDS))
def test_a_cell_says_any_value_of_any_field_exactly(data: Any, at: tuple[KindSpec, Field]) -> None:
    spec, field = at
    value = data.draw(value_of(field))
    fields = {field.name: value}
    text = cells.text_of(cells.show(spec.name, field, fields, _NOBODY))
    assert not text[:1].isspace() and not text[-1:].isspace()
    found, faults, _ = cells.read(spec.name, field, text, _NOBODY, fields)
    assert not faults
    assert cells.same(found[field.name], value)


@given(st.data(), st.sampled_from(_FIELDS))
def test_a_cell_says_what_cleaning_makes_to_whoever_does_not_know_it(data: Any, at: tuple[KindSpec, Field]) -> None:
    spec, field = at
    value = data.draw(clean_value_of(field))
    text = cells.text_of(cells.show(spec.name, field, {field.name: value}, _NOBODY))
    found, faults, _ = cells.read(spec.name, field, text, _NOBODY)
    assert not faults
    assert cells.same(found[field.name], value)


@settings(max_examples=4)
@given(networks())
def test_any_network_comes_back_from_its_workbook_into_an_empty_store(network: Network) -> None:
    assume(len(network))
    filled = written(network)
    into_empty = Network().apply(taken_in(Network(), filled).changes)
    assert entries_hash(into_empty.entries()) == entries_hash(network.entries())
    assert taken_in(network, filled).changes == ()
    assert taken_in(network, filled, base=network).changes == ()


def test_every_odd_text_that_stands_here_may_stay_and_none_comes_in_anew() -> None:
    odd = [entry("actor", f"a{n}", name=text or "x", about=text) for n, text in enumerate(ODD)]
    network = Network([*odd, entry("topic", "t", name="T", heading="work", synonyms=list(ODD))])
    filled = written(network)
    assert taken_in(network, filled).changes == ()
    assert {row.outcome for row in taken_in(network, filled).rows} == {"unchanged"}
    back = Network().apply(taken_in(Network(), filled).changes)
    name = kind("actor").field("name")
    assert {e.fields["name"] for e in back.of_kind("actor").values()} <= {t for t in ODD if stored_form(name, t)} | {
        "x"
    }


def test_two_entries_of_the_same_name_keep_their_links_apart() -> None:
    actors = [entry("actor", id, name="Jobcenter") for id in ("one", "two")]
    network = Network([*actors, entry("service", "s", name="Rat", provider="two"), entry("actor", "u", name="Amt")])
    back = Network().apply(taken_in(Network(), written(network)).changes)
    assert back.entry("s").fields["provider"] == "two"


@pytest.mark.parametrize("text", ["Deutsch; Ukrainisch (Dolmetschen vor Ort, 3 Tage)", "de; uk:interpreter:3"])
def test_languages_are_read_as_people_write_them_and_as_codes(text: str) -> None:
    field = kind("actor").field("languages")
    assert cells.read("actor", field, text, _NOBODY)[0]["languages"] == ["de", "uk:interpreter:3"]


def test_people_read_labels_names_and_wordings_not_codes() -> None:
    network = Network([entry("actor", "a1", name="Amt"), entry("topic", "t1", name="Wohnung", heading="housing")])
    names = Names(network, {}, {})
    service = {
        "provider": "a1", "topics": ["t1"], "statuses": ["toleration", "work_study"], "languages": ["uk:interpreter:3"],
        "by_appointment": True, "hours": "Mo,Tu 08:00-12:00", "hours_text": "Mo, Di 8-12 Uhr, Mi, Do",
    }  # fmt: skip
    shown = {f: cells.show("service", kind("service").field(f), service, names) for f in service if f != "hours_text"}
    assert shown == {
        "provider": "Amt", "topics": "Wohnung", "statuses": "Duldung; Arbeit, Ausbildung, Studium",
        "languages": "Ukrainisch (Dolmetschen vor Ort, 3 Tage)", "by_appointment": "ja",
        "hours": "Mo, Di 8-12 Uhr, Mi, Do",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("websites", 'json:["javascript:alert(1)"]'), ("origin", '{"liste":5}'), ("origin", '{"l":{"keys":[1]}}'),
        ("extra", '{"a":["b"]}'), ("sector", 'json:"nix"'), ("name", "json:" + "[" * 500), ("name", "json:NaN"),
        ("phones", "json:{}"), ("hours", 'json:{"hours":1}'),
    ],
)  # fmt: skip
def test_an_exact_value_that_the_field_can_not_hold_is_refused(name: str, text: str) -> None:
    found, faults, _ = cells.read("actor", kind("actor").field(name), text, _NOBODY)
    assert [fault.code for fault in faults] == ["value.not_exact"]
    assert found.get(name) is None
