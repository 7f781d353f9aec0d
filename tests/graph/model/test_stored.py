from __future__ import annotations

from typing import Any

import pytest

from graph.model.clean import clean
from graph.model.schema import kind
from graph.model.stored import stored_form

HOSTILE: list[tuple[str, str, list[Any]]] = [
    ("actor", "hours", ["<script>zz", "Mo-Fr 99:99-88:77", "", 'PH,SH week 1-53/2 sunrise-sunset || "a" zz']),
    ("actor", "phones", [["<script>"], [], {}]),
    ("actor", "phones", [["+49;ext=\r\nEMAIL:evil@x"], [""], ["tel\0"], ["+"], ["0171 3920012"]]),
    ("actor", "mails", [["A@B.de"]]),
    ("actor", "mails", [["a@b.de\r\nBcc: evil@x.de"], ["a@b.de; evil@x.de"], ["Anna <anna@gmx.de>"], ["x"]]),
    ("actor", "websites", [["http://"], ["http://[::1"], ['https://\0"><script>'], ["javascript:alert(1)"]]),
    ("actor", "languages", [["zz:zz:zz"], ["::"], ["de:staff:-1"], [""], ["Deutsch"], ["de", "de"]]),
    ("actor", "confirmed_on", ["zzzz", "2026-99-99", "0000-00-00", "2026-11-23T99", "", "3.11.2026", 2026]),
    ("actor", "name", ["\0", "  ", "\r\nBEGIN:VCARD", "", "a  b", "x" * 501, None]),
    ("actor", "about", ["\0\ufffe\u202e<script>", "x" * 20_001]),
    ("actor", "extra", [{"": ""}, {"a": ["b"]}, {" a": "b"}, {"a": "b\0"}, {}]),
    ("actor", "origin", [{"": {}}, {"x": {"keys": ["<b>"], "on": "zz"}}]),
    ("actor", "origin", [{"a": {"licence": "x", "keys": [], "fields": {}}}]),
    ("service", "by_appointment", ["true", 1]),
    ("service", "capacity", [-5, 99999999999999999, 1.5, True]),
    ("contact", "letters", ["Z-A außer", "((((", "a-k"]),
    ("referral", "waiting_weeks", [1e308, -1, float("nan"), float("inf"), True, "3"]),
    ("place", "latitude", [1e300, 999]),
    ("place", "postcode", ["6712", "06712\0"]),
    ("event", "starts", ["zz", "2026-01-01T99:99", "2026-01-01"]),
    ("service", "statuses", [["nix"], ["toleration", "toleration"], "toleration"]),
    ("service", "provider", ["", "a b", "a\n", ["a"]]),
    ("service", "topics", [[], [""], ["a b"], "t"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "field", "value"), [(k, f, v) for k, f, values in HOSTILE for v in values])
def test_what_no_cleaner_would_make_is_no_stored_form(name: str, field: str, value: Any) -> None:
    assert not stored_form(kind(name).field(field), value)


def test_what_cleaning_makes_is_a_stored_form() -> None:
    typed = {
        "name": " Stadt  Zeitz ", "phones": "03441 83-0; 030 23125 123 App. 12; 112", "mails": "A@B.de",
        "about": "a\r\nb ",
        "websites": "www.zeitz.de", "languages": "Deutsch, Ukrainisch (Dolmetscher)", "confirmed_on": "3.11.2026",
        "hours": "Mo, Di 8-12 Uhr, Do ab 14 Uhr",
    }  # fmt: skip
    fields = clean("actor", typed).fields
    assert all(stored_form(kind("actor").field(name), value) for name, value in fields.items() if value is not None)
    assert stored_form(
        kind("actor").field("origin"), {"s": {"keys": ["1"], "fields": {"name": "ab12"}, "taken": {"name": ""}}}
    )
