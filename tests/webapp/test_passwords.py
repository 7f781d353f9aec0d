"""Which passwords are taken, and at what cost they are kept."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import CHEAP
from webapp.accounts.passwords import STANDARD, Owner, fault_of

ANNA = Owner(mail="anna.muster@kreis-beispiel.de", name="Anna Muster-Schmidt")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("lampe wiese motor", ""),
        ("lampewiesemotor", ""),
        ("ключ от квартиры", ""),
        ("Muster vogel kanne", ""),
        ("elfzeichen1", "password.too_short"),
        ("", "password.too_short"),
        ("x" * 257, "password.too_long"),
        ("Passwort1234", "password.common"),
        ("aaaaaaaaaaaaaa", "password.common"),
        ("abababababab", "password.common"),
        ("123456789012", "password.common"),
        ("345678901234", "password.common"),
        ("anna.muster@kreis-beispiel.de", "password.own"),
        ("Muster-Schmidt", "password.own"),
        ("AnnaMuster2026", "password.own"),
        ("Knotenpunkt2026", "password.own"),
    ],
)
def test_a_password_is_judged_by_length_and_by_what_everyone_would_try(password: str, code: str) -> None:
    assert fault_of(password, ANNA) == code


def test_passwords_are_kept_at_the_full_cost() -> None:
    kept = STANDARD.hash("lampe wiese motor")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert STANDARD.matches(kept, "lampe wiese motor") and not STANDARD.matches(kept, "lampe wiese moto")


def test_a_password_kept_at_another_cost_is_outdated() -> None:
    assert STANDARD.is_outdated(CHEAP.hash("x")) and not CHEAP.is_outdated(CHEAP.hash("x"))


def test_nothing_matches_where_no_password_is() -> None:
    assert not CHEAP.matches("", "nobody's password") and not CHEAP.matches("damaged", "x")


def test_the_same_letters_from_another_keyboard_match() -> None:
    assert CHEAP.matches(CHEAP.hash("Tür zum Gärtchen"), "Tür zum Gärtchen")
