"""The demo network as text: what is invented stays recognisable, what is planted stays planted."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "importers" / "samples" / "burgenlandkreis_demo"
RESERVED = re.compile(
    r"030 23125\d{3}|040 66969\d{3}|069 90009\d{3}|0221 4710\d{3}|089 99998\d{3}|0171 39200\d{2}"  # for fiction only
)
WETHAUTAL = {
    "Verbandsgemeinde Wethautal",
    "Meineweh",
    "Mertendorf",
    "Molauer Land",
    "Osterfeld",
    "Schönburg",
    "Stößen",
    "Wethau",
}
UNSTRUTTAL = {
    "Verbandsgemeinde Unstruttal",
    "Balgstädt",
    "Freyburg (Unstrut)",
    "Gleina",
    "Goseck",
    "Karsdorf",
    "Laucha an der Unstrut",
    "Nebra (Unstrut)",
}
SOUTH = {"Burgenlandkreis", "Zeitz", "Elsteraue", "Verbandsgemeinde Droyßiger-Zeitzer Forst"}
PROTECTED = ("Stille Gasse", "Amselhag", "Treidlersteig", "Haferkamp", "Schilfrohrweg")

Row = dict[str, str]


def test_every_telephone_number_is_reserved_for_fiction() -> None:
    for row in _all():
        for column in ("Telefon", "Mobil"):
            for number in _parts(row, column):
                assert RESERVED.fullmatch(number), number


def test_every_mail_and_website_lies_under_an_example_domain() -> None:
    for row in _all():
        for column in ("E-Mail", "Internet"):
            for each in _parts(row, column):
                assert re.search(r"[@/.]example\.(org|net|com)(/|$)", each), each


def test_a_mobile_number_is_never_public() -> None:
    for contact in _rows("contact"):
        if contact.get("Mobil"):
            assert contact["Sichtbarkeit"] not in ("", "öffentlich"), contact["Schlüssel"]


def test_a_person_is_named_with_basis_source_and_day_of_review() -> None:
    for contact in _rows("contact"):
        if contact.get("Name der Person"):
            assert all(contact[c] for c in ("Rechtsgrundlage", "Quelle", "Zu prüfen bis")), contact["Schlüssel"]


def test_a_protected_street_stands_in_its_place_only_and_without_coordinates() -> None:
    for street in PROTECTED:
        rows = [row for row in _all() if any(street in cell for cell in row.values())]
        assert [row["Straße"] for row in rows] == [street]
        assert rows[0]["Geschützter Ort"] == "ja" and not rows[0]["Breitengrad"]


def test_nothing_is_known_of_the_wethautal() -> None:
    for kind, column in (
        ("actor", "Sitz im Gebiet"),
        ("place", "Gebiet"),
        ("service", "Zuständig für"),
        ("contact", "Zuständig für Gebiete"),
        ("absence", "Gebiet"),
    ):
        for row in _rows(kind):
            assert WETHAUTAL.isdisjoint(_parts(row, column)), row["Schlüssel"]
    assert any(row["Gebiet"] in WETHAUTAL for row in _rows("demand"))


def test_what_is_confirmed_to_be_missing_is_offered_by_nobody() -> None:
    none = {(row["Thema"], row["Gebiet"]) for row in _rows("absence") if not row["Sprache (Kürzel)"]}
    assert sum(area == "Verbandsgemeinde Unstruttal" for _, area in none) == 14
    for row in _rows("service"):
        areas = set(_parts(row, "Zuständig für"))
        served = areas | ({"Verbandsgemeinde Unstruttal"} if areas & UNSTRUTTAL else set())
        for topic, area in none:
            if topic in _parts(row, "Themen"):
                assert served.isdisjoint({area, "Burgenlandkreis"}), (row["Schlüssel"], topic)


def test_the_planted_topics_are_missing() -> None:
    for row in _rows("service"):
        topics, languages = _parts(row, "Themen"), _parts(row, "Sprachen")
        assert "Pass und Botschaft" not in topics
        assert not {"ti", "ti:staff"} & set(languages) and not any(each.startswith("ps") for each in languages)
        if "Berufssprachkurs" in topics:
            assert SOUTH.isdisjoint(_parts(row, "Zuständig für")), row["Schlüssel"]
        if "Schulden" in topics:
            assert languages in ([], ["de"]), row["Schlüssel"]
        if "Psychische Gesundheit" in topics:
            assert not any(each.split(":")[0] in ("ar", "prs", "fa") for each in languages), row["Schlüssel"]


def _rows(kind: str) -> list[Row]:
    """A kind's rows, from all parts of it."""
    return [row for name, rows in _files().items() if name.split("_")[0] == kind for row in rows]


def _all() -> Iterator[Row]:
    for rows in _files().values():
        yield from rows


def _parts(row: Row, column: str) -> list[str]:
    return [part.strip() for part in row.get(column, "").split(";") if part.strip()]


@cache
def _files() -> dict[str, list[Row]]:
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.csv"))}


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
