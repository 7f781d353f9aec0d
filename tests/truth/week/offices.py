"""Two offices' lists of 120 rows each, 15 actors in both: office a's workbook, office b's CSV, the pairs."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import csv
import io
import random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.truth.week import amt, cells, words
from tests.truth.week.shared import ALIKE, SHARED, Row

SEED, ROWS = 20261123, 120
HEAD_A = ("Organisation", "Ansprechpartner/in", "Telefon", "E-Mail", "Straße", "PLZ", "Ort", "Sprechzeiten", "Angebot")
HEAD_B = ("Name der Einrichtung", "Kontaktperson", "Tel.", "Mail", "Anschrift", "Öffnungszeiten", "Leistungen")
FIELDS = ("name", "person", "phones", "mails", "address", "hours", "service")
# Names the vocabulary could draw that a reader would take for one of the actors written by hand.
NEAR = (
    "Mehrgenerationenhaus Teuchern", "Tafel Hohenmölsen – Ausgabestelle", "Jugendmigrationsdienst, Außenstelle Zeitz",
    "Volkshochschule, Regionalstelle Zeitz", "Begegnungsstätte Naumburg", "Begegnungsstätte Zeitz", "Suchtberatung Weißenfels",
    "Kita „Spatzennest“ Teuchern", "Kita „Spatzennest“ Lützen", "Sprachcafé Tröglitz", "Lernwerk Naumburg gGmbH",
    "Lernwerk Hohenmölsen gGmbH", "Freundeskreis Asyl Tröglitz", "Migrationsberatung Naumburg", "Migrationsberatung Weißenfels",
    "Migrationsberatung Zeitz", "Patenschaftsprojekt Hand in Hand Nebra", "Kleiderkammer Weißenfels",
)  # fmt: skip
TOWNS = tuple((town, city) for _, city, towns in words.SECTIONS for town in towns)


def offices() -> tuple[Workbook, str, dict[str, Any]]:
    """Office a's workbook, office b's CSV text and the truth of both."""
    m = amt.Maker(rng=random.Random(SEED), taken=_by_hand())
    rest = ROWS - len(SHARED) - len(ALIKE)
    a = [s[0] for s in SHARED] + [s[0] for s in ALIKE] + [_drawn(m) for _ in range(rest)]
    b = [s[1] for s in SHARED] + [s[1] for s in ALIKE] + [_drawn(m) for _ in range(rest)]
    m.rng.shuffle(a)
    m.rng.shuffle(b)
    return _workbook(a), _csv(b), _truth(a, b)


def _by_hand() -> set[str]:
    """Names and addresses written by hand, which no drawn row may have, and names that are too near to them."""
    rows = [row for one, two, _ in (*SHARED, *ALIKE) for row in (one, two)]
    addresses = {f"{row[6].split(' (')[0]} {row[4].replace('str.', 'straße')}" for row in rows}
    return addresses | {row[0] for row in rows} | set(NEAR)


def _drawn(m: amt.Maker) -> Row:
    """A row of one list alone: nothing it says occurs in another row, apart from hours and services."""
    (postcode, town), _ = m.rng.choice(TOWNS)
    name, domain, work = m.organisation(town)
    house, human = m.house(), m.human()
    street, number = m.address(town)
    services = ", ".join(m.rng.choice(words.WORK[work])[0])
    person = cells.one_person(m.rng.choice(("both", "full", "turned")), human)[0]
    return (name, person, cells.phone(m.rng.choice(("stem", "plain", "brackets", "plus")), house)[0], f"info@{domain}",
            f"{street} {number}", postcode, town, m.rng.choice(words.HOURS)[0], services)  # fmt: skip


def _workbook(rows: list[Row]) -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Netzwerk Büro A"
    sheet.append(HEAD_A)
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    return book


def _csv(rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD_B)
    for name, person, phone, mail, street, postcode, town, hours, service in rows:
        address = ", ".join(part for part in (street, f"{postcode} {town}".strip()) if part)
        writer.writerow((name, person, phone, mail, address, hours, service))
    return out.getvalue()


def _truth(a: list[Row], b: list[Row]) -> dict[str, Any]:
    """Row numbers as a spreadsheet shows them, the heading being row 1."""
    at_a, at_b = ({row: n for n, row in enumerate(rows, start=2)} for rows in (a, b))
    pairs = [
        {"a": at_a[one], "b": at_b[two], "a_name": one[0], "b_name": two[0], "why": why, "differ": _differ(one, two)}
        for one, two, why in SHARED
    ]
    apart = [
        {"a": at_a[one], "b": at_b[two], "a_name": one[0], "b_name": two[0], "why": why} for one, two, why in ALIKE
    ]
    return {"rows": ROWS, "actors_in_both": 2 * ROWS - len(SHARED), "pairs": pairs, "never": apart}


def _differ(one: Row, two: Row) -> list[str]:
    """The fields in which both lists say something that is not the same, character by character."""
    said = [(*row[:4], ", ".join((*row[4:7],)), *row[7:]) for row in (one, two)]
    return [name for name, x, y in zip(FIELDS, *said, strict=True) if x and y and x != y]
