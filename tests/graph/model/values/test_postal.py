from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.postal import Address, clean_address, clean_postcode

KNOWN = frozenset({"Backnang", "Schorndorf", "Waiblingen", "Weinstadt"})


def parts(raw: str) -> dict[str, object]:
    return {name: value for name, value in vars(clean_address(raw, KNOWN)[0]).items() if value}


@pytest.mark.parametrize(
    ("raw", "street", "number", "postcode", "locality"),
    [
        ("Karlstraße 19, 73614 Schorndorf", "Karlstraße", "19", "73614", "Schorndorf"),
        ("Albertstraße 871522 Backnang", "Albertstraße", "8", "71522", "Backnang"),
        ("Schlossstraße, 1271570 Oppenweiler", "Schlossstraße", "12", "71570", "Oppenweiler"),
        ("Alter Postplatz 10 | 71332 Waiblingen", "Alter Postplatz", "10", "71332", "Waiblingen"),
        ("Marktstraße 47,71364 Winnenden", "Marktstraße", "47", "71364", "Winnenden"),
        ("Zügernbergstr. 36/2, 71384 Weinstadt", "Zügernbergstr.", "36/2", "71384", "Weinstadt"),
        ("Kirchberg 2 - 4, 71554 Weissach im Tal", "Kirchberg", "2-4", "71554", "Weissach im Tal"),
        ("Straße des 17. Juni 135, 10623 Berlin", "Straße des 17. Juni", "135", "10623", "Berlin"),
        ("Markt 1\nD-06618 Naumburg (Saale)", "Markt", "1", "06618", "Naumburg (Saale)"),
        ("71384 Weinstadt, Bahnhofstr. 19 a", "Bahnhofstr.", "19a", "71384", "Weinstadt"),
        ("Am Markt, 06618 Naumburg", "Am Markt", "", "06618", "Naumburg"),
        ("PF 1234, 06618 Naumburg", "Postfach", "1234", "06618", "Naumburg"),
        ("Marktplatz 1, Weinstadt", "Marktplatz", "1", "", "Weinstadt"),
        ("Straße der Jugend, 12a, 06667 Weißenfels", "Straße der Jugend", "12a", "06667", "Weißenfels"),
        ("Talstraße 5 Waiblingen", "Talstraße", "5", "", "Waiblingen"),
        ("Markt 1, 06618 Naumburg, Deutschland", "Markt", "1", "06618", "Naumburg"),
        ("J.-F.-Weishaar-Straße 7-9", "J.-F.-Weishaar-Straße", "7-9", "", ""),
        ("71384 Weinstadt-Endersbach", "", "", "71384", "Weinstadt-Endersbach"),
        ("Backnang", "", "", "", "Backnang"),
    ],
)
def test_addresses_are_taken_apart(raw: str, street: str, number: str, postcode: str, locality: str) -> None:
    expected = Address(street=street, house_number=number, postcode=postcode, locality=locality)
    assert clean_address(raw, KNOWN) == (expected, [])


def test_a_floor_in_brackets_is_a_note() -> None:
    assert parts("Hauptstr. 1 (6. Etage)") == {"street": "Hauptstr.", "house_number": "1", "note": "6. Etage"}


def test_a_room_is_a_note_and_no_name() -> None:
    expected = {"street": "Talstr.", "house_number": "12", "postcode": "71332", "locality": "Waiblingen"}
    assert parts("Talstr. 12, Raum 204, 71332 Waiblingen") == expected | {"note": "Raum 204"}
    assert parts("Talstr. 12, 1. OG, 71332 Waiblingen") == expected | {"note": "1. OG"}


def test_several_localities_are_no_street() -> None:
    assert parts("Waiblingen, Backnang und Schorndorf") == {"localities": ("Waiblingen", "Backnang", "Schorndorf")}


def test_a_remark_behind_a_locality_is_a_note() -> None:
    expected = {"locality": "Schorndorf", "note": "bei Bedarf im ganzen Rems-Murr-Kreis"}
    assert parts("Schorndorf, bei Bedarf im ganzen Rems-Murr-Kreis") == expected


def test_a_building_before_the_street_is_the_name() -> None:
    assert parts("Am Rems-Murr-Klinikum Winnenden, Am Jakobsweg 1") == {
        "name": "Am Rems-Murr-Klinikum Winnenden",
        "street": "Am Jakobsweg",
        "house_number": "1",
    }


@pytest.mark.parametrize("raw", ["Landratsamt Rems-Murr-Kreis", "Gesundheitsamt", "Jobcenter Waiblingen"])
def test_a_building_alone_is_a_name_and_reported(raw: str) -> None:
    address, problems = clean_address(raw, KNOWN)
    assert address == Address(name=raw)
    assert [problem.code for problem in problems] == ["value.address_only_name"]


def test_of_two_addresses_the_first_is_taken_and_the_second_kept_as_note() -> None:
    address, problems = clean_address("Karlstr. 3, 73614 Schorndorf und Marktplatz 1, 71332 Waiblingen")
    assert (address.street, address.locality) == ("Karlstr.", "Schorndorf")
    assert address.note == "Marktplatz 1, 71332 Waiblingen"
    assert [problem.code for problem in problems] == ["value.address_several"]


def test_a_postcode_that_lost_its_zero_is_reported() -> None:
    assert clean_postcode("D-06618") == ("06618", [])
    assert clean_postcode("6618")[1][0].code == "value.postcode_not_understood"
    assert clean_address("Markt 1, 6618 Naumburg")[1][0].code == "value.postcode_not_understood"


@given(st.text(max_size=80) | st.text("Aa. ,|-/()1\n", max_size=50))
def test_any_text_is_answered(raw: str) -> None:
    address, _ = clean_address(raw, KNOWN)
    postcode, _ = clean_postcode(raw)
    assert address.postcode == "" or clean_postcode(address.postcode) == (address.postcode, [])
    assert postcode is None or clean_postcode(postcode) == (postcode, [])
