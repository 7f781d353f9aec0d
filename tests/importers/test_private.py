"""What tells of a person."""

from __future__ import annotations

import pytest

from importers.lists.private import is_personal, is_personal_mail


@pytest.mark.parametrize(
    "text",
    [
        "Anmeldung bei Frau Yilmaz",
        "FRAU MÜLLER",
        "0171 3920012",
        "+49 171 3920012",
        "0049 (0)171/3920012",
        "x@gmx.de",
        "anna.mueller@amt.example.org",
        "x (at) web.de",
        "Olga Müller",
        "c/o Müller",
    ],
)
def test_a_person_is_seen_in_a_text(text: str) -> None:
    assert is_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anne Frank Schule",
        "Karl Marx Straße 5",
        "03441 83-0",
        "01705 Freital",
        "info@amt.example.org",
        "Mo 8-12",
        "Frauen und Kinder",
        "Frauenhaus",
        "Haus Sonne",
    ],
)
def test_what_is_called_after_persons_or_looks_like_a_number_is_none(text: str) -> None:
    assert not is_personal(text)


def test_a_mail_with_the_family_name_of_the_row_is_its_persons() -> None:
    assert is_personal_mail("kovtun@amt.example.org", ["kovtun"])
    assert not is_personal_mail("info@amt.example.org", ["kovtun"])
