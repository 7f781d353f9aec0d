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


def test_at_least_two_projects_are_done_and_can_show_whether_they_worked() -> None:
    told = ("Soll sich zeigen an", "Wert vorher", "Stand des Werts vorher", "Erwarteter Wert")
    done = [row for row in _rows("measure") if all(row[column] for column in told) and row["Fertig bis"] < "2026-11-23"]
    assert len(done) >= 2


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


def test_the_network_has_the_size_of_a_county() -> None:
    assert len(_rows("actor")) >= 130
    assert {row["Sektor"] for row in _rows("actor")} == {"Verwaltung", "Zivilgesellschaft", "Wirtschaft"}
    assert len(_rows("service")) >= 300 and len(_rows("referral")) >= 500
    assert len(_rows("group")) >= 10 and len(_rows("event")) >= 15


def test_a_third_of_the_links_is_confirmed_by_both_sides_a_third_by_one_a_third_by_none() -> None:
    sides = [_sides(row) for row in _rows("referral")]
    assert [sides.count(n) for n in (2, 1, 0)] == [307, 307, 308]


def test_three_in_the_forest_send_people_round_in_a_circle_and_nowhere_else() -> None:
    circle = ("nachbarschaft-droyssig", "fahrdienst-forst", "kirchspiel-schnaudertal")
    assert [_sent_by(each) for each in circle] == [[circle[1]], [circle[2]], [circle[0]]]
    assert any(row["Vermittelt an"] in circle and row["Vermittelt von"] not in circle for row in _rows("referral"))


def test_who_seeks_a_flat_in_zeitz_comes_back_to_where_the_search_began() -> None:
    assert "zeitz-wohnen-beratung" in _sent_by("ma-wohnen")
    assert "elsterhof-wohnung" in _sent_by("zeitz-wohnen")
    assert _sent_by("elsterhof") == ["ma-wohnen-auszug"]


def test_nebra_is_sent_to_and_sends_to_nobody() -> None:
    assert sum(_provider(row["Vermittelt an"]) == "willkommen-nebra" for row in _rows("referral")) >= 5
    assert not _sent_by("willkommen-nebra")


def test_after_the_integration_course_in_zeitz_nothing_follows() -> None:
    providers = {row["Anbieter"] for row in _rows("service") if "Berufssprachkurs" in _parts(row, "Themen")}
    assert providers and providers.isdisjoint(map(_provider, _sent_by("sprachwerk")))


def test_long_waits_are_told_alike_by_everyone_who_sends_there() -> None:
    told: dict[str, set[tuple[str, str]]] = {}
    for row in _rows("referral"):
        wait = row["Wartezeit in Wochen, eigene Angabe"], row["Wartezeit angegeben am"]
        told.setdefault(row["Vermittelt an"], set()).add(wait)
    assert told["psz-lichtblick-therapie"] == {("34", "2026-11-03")}
    assert told["sprachwerk-integrationskurs"] == {("16", "2026-11-05")}
    assert told["kreis-einbuergerung-antrag"] == {("60", "2026-10-15")}


def test_entry_points_lead_to_every_topic_but_one() -> None:
    reached = {row["Schlüssel"] for row in _rows("actor") if row["Anlaufstelle"] == "ja"}
    while more := {_provider(to) for each in reached for to in _sent_by(each)} - reached:
        reached |= more
    led_to = {topic for row in _rows("service") if row["Anbieter"] in reached for topic in _parts(row, "Themen")}
    assert {topic for row in _rows("service") for topic in _parts(row, "Themen")} - led_to == {"Studium"}


def test_a_volunteers_private_number_stands_with_the_coordination_only() -> None:
    (volunteer,) = (row for row in _rows("contact") if row["Akteur"] == "helfer-elsteraue")
    assert volunteer["Mobil"] and not volunteer["Telefon"]
    assert volunteer["Sichtbarkeit"] == "nur für die Koordination"
    for secret in (volunteer["Mobil"], volunteer["E-Mail"]):
        assert sum(secret in cell for row in _all() for cell in row.values()) == 1


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


def _sides(referral: Row) -> int:
    """How many sides confirm it on the day that the trouble is seen from."""
    until = (referral[f"Von der {side} Stelle bestätigt bis"] for side in ("abgebenden", "annehmenden"))
    return sum(day >= "2026-11-23" for day in until)


def _sent_by(actor: str) -> list[str]:
    return _sending().get(actor, [])


@cache
def _sending() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _rows("referral"):
        found.setdefault(row["Vermittelt von"], []).append(row["Vermittelt an"])
    return found


@cache
def _provider(receiver: str) -> str:
    """The actor at whom a link arrives."""
    return next((row["Anbieter"] for row in _rows("service") if row["Schlüssel"] == receiver), receiver)
