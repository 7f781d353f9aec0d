"""Puts the office's list together: title, merged headings, group rows, empty rows, duplicates, footer."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import csv
import io
import random
from typing import Any

from tests.truth.week import amt, words
from tests.truth.week import cells as c

SEED = 20261012
# Written twice in the list, differently: (name first, name later, carrier's domain).
TWICE = (
    ("AWO Kreisverband Burgenlandkreis e. V., Migrationsberatung", "Arbeiterwohlfahrt KV Burgenlandkreis – Migrationsberatung", "awo-blk.example.org", "beratung"),
    ("Deutsches Rotes Kreuz, Kreisverband Beispielland", "DRK KV Beispielland e.V.", "drk-beispiel.example.org", "hilfe"),
    ("Caritasverband Region Unstrut e. V.", "Caritas Unstrut", "caritas-unstrut.example.net", "beratung"),
    ("Volkshochschule Burgenlandkreis „Dr. Invent“", "VHS BLK (Dr. Invent)", "vhs-blk.example.com", "sprache"),
    ("Internationaler Frauentreff Weinland", "Int. Frauentreff Weinland e.V.", "frauentreff-weinland.example.org", "familie"),
    ("Bildungswerk Elster e. V.", "Elster-Bildungswerk", "bw-elster.example.org", "sprache"),
    ("Diakonie Saaletal gGmbH – Flüchtlingssozialarbeit", "Diakonie Saaletal, Flüchtlingssozialarb.", "diakonie-saaletal.example.net", "beratung"),
    ("Kreissportbund Weinland", "KSB Weinland e. V.", "ksb-weinland.example.com", "sport"),
)  # fmt: skip
TITLE = ("Landkreis Burgenlandkreis – Netzwerk Migration", "Stand: 12.10.2026", "")
FOOTER = ("", "Änderungen bitte an integration@landkreis.example.org oder telefonisch unter 030/23125-999", "* alle Angaben ohne Gewähr")  # fmt: skip
LETTERS = "ABCDEFGHIJKLMNOPQ"


def county() -> tuple[str, dict[str, Any]]:
    """The CSV's text and its truth."""
    m = amt.Maker(rng=random.Random(SEED))
    sheet, drawn, groups, same = [[t] for t in TITLE], [], [], []
    sheet += [list(amt.GROUPS), list(amt.HEADINGS)]
    first, later = _twice(m)
    blocks: list[tuple[str, str, Any, int]] = [(g, city, towns, 22) for g, city, towns in words.SECTIONS]
    every = tuple((t, city) for _, city, towns in words.SECTIONS for t in towns)
    blocks += [(g, "", (), 14) for g in words.THEMES]
    for number, (group, city, towns, count) in enumerate(blocks):
        sheet.append([group])
        groups.append(len(sheet))
        made = [_any(m, every) if not city else amt.row(m, m.rng.choice(towns), city) for _ in range(count)]
        made += [first[number]] if number < len(first) else []
        made += later[:4] if number == 13 else later[4:] if number == 14 else []
        m.rng.shuffle(made)
        for one in made:
            sheet.append([one.cells.get(h, ("", []))[0] for h in amt.COLUMNS])
            drawn.append((len(sheet), one))
        if number % 3 == 1:
            sheet.append([""])
    sheet += [[t] for t in FOOTER]
    at = {id(one): row for row, one in drawn}
    same = [[at[id(a)], at[id(b)]] for a, b in zip(first, later, strict=True)]
    return _csv(sheet), _truth(drawn, groups, same, len(sheet), m.rng)


def _any(m: amt.Maker, every: Any) -> amt.Row:
    """A row under a heading of a theme: a row without a town says nothing of its municipality."""
    town, city = m.rng.choice(every)
    made = amt.row(m, town, city)
    return made if {"Ort", "PLZ"} & set(made.cells) or "address one_cell" in made.styles else _somewhere(made)


def _somewhere(made: amt.Row) -> amt.Row:
    made.area = None
    return made


def _twice(m: amt.Maker) -> tuple[list[amt.Row], list[amt.Row]]:
    """The organisations that the list has twice: the later row has another name and another service."""
    first, later = [], []
    for number, (name, again, domain, work) in enumerate(TWICE):
        _, city, towns = words.SECTIONS[number]
        one, two = amt.row(m, towns[0], city), amt.row(m, towns[0], city)
        for made, shown in ((one, name), (two, again)):
            made.cells["Name der Einrichtung"] = (
                shown,
                [c.item("actor", "name", name, c.item("actor", "name", again))],
            )
            made.cells["E-Mail"] = (f"info@{domain}", [c.item("actor", "mails", [f"info@{domain}"])])
            made.cells["Was"] = c.services(m.rng.choice(words.WORK[work])[0], m.rng)
            made.cells.pop("Internet", None), made.cells.pop("Thema", None), made.cells.pop("Träger", None)
            made.styles = {s for s in made.styles if not s.startswith("mail")} | {"twice"}
        _same_house(one, two, number, m, towns[0], city)
        first.append(one)
        later.append(two)
    return first, later


def _same_house(one: amt.Row, two: amt.Row, number: int, m: amt.Maker, town: tuple[str, str], city: str) -> None:
    """Both rows have one house and one telephone; their persons differ, as in a list kept by two people."""
    line, styles = m.house(), (("stem", "abbreviated"), ("brackets", "split"))
    place = m.address(town[1])
    for made, (phone, address) in zip((one, two), styles, strict=True):
        for column in ("Telefon", "Straße, Nr.", "PLZ", "Ort", "Durchwahl / mobil", "Name", "Funktion"):
            made.cells.pop(column, None)
        amt._put(made, ("Telefon",), (c.phone(phone, line),))
        amt._put(made, ("Straße, Nr.", "PLZ", "Ort"), c.address(address, *place, town[0], town[1], city))
        made.cells["Name"] = c.one_person("both" if number % 2 else "sal", m.human())


def _csv(sheet: list[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    width = len(amt.COLUMNS)
    writer.writerows([*cells, *[""] * (width - len(cells))] for cells in sheet)
    return out.getvalue()


def _truth(drawn: Any, groups: list[int], same: list[list[int]], last: int, rng: random.Random) -> dict[str, Any]:
    sample = _sample(drawn, rng)
    return {
        "columns": dict(zip(LETTERS, amt.COLUMNS, strict=True)),
        "data_rows": len(drawn),
        "group_rows": groups,
        "no_entries": [1, 2, 3, 4, 5, last - 2, last - 1, last],
        "same": same,
        "rows": [amt.truth_row(number, made) for number, made in drawn if number in sample],
    }


def _sample(drawn: Any, rng: random.Random) -> list[int]:
    """60 rows: first those that show a way of writing no row before them shows, rarest ways first; the rest drawn."""
    left = {s for _, made in drawn for s in made.styles}
    chosen: list[int] = []
    while left and len(chosen) < 52:
        number, made = max(drawn, key=lambda d: (len(d[1].styles & left), -d[0]))
        left -= made.styles
        chosen.append(number)
    rest = sorted({number for number, _ in drawn} - set(chosen))
    return sorted([*chosen, *rng.sample(rest, 60 - len(chosen))])
