"""The office's long list: 302 and more rows as CSV, with the truth of every row and a drawn sample of 60."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from tests.truth.week import cells as c
from tests.truth.week import words as w

GROUPS = ["Einrichtung", "", "Ansprechpartner", "", "", "Anschrift", "", "", "Erreichbarkeit", "", "", "", "Angebot", "", "", "", "Bemerkungen"]  # fmt: skip
HEADINGS = ["Name der Einrichtung", "Träger", "Name", "Funktion", "Durchwahl / mobil", "Straße, Nr.", "PLZ", "Ort", "Telefon", "E-Mail", "Internet", "Sprechzeiten", "Was", "Thema", "Zielgruppe", "Sprachen", ""]  # fmt: skip
COLUMNS = [*HEADINGS[:-1], "Bemerkungen"]


@dataclass(kw_only=True)
class Row:
    """One organisation's row: its cells and their truth; `area` is its municipality where the list says so."""

    cells: dict[str, c.Cell]
    area: str | None
    styles: set[str]
    name: str = ""


@dataclass(kw_only=True)
class Maker:
    """Draws rows from the vocabulary; every line, name and mobile number is used once."""

    rng: random.Random
    lines: int = 0
    mobiles: int = 0
    taken: set[str] = field(default_factory=set)

    def house(self) -> c.Line:
        self.lines += 1
        return c.line(self.lines + 49)

    def mobile(self) -> str:
        self.mobiles += 1
        assert self.mobiles <= 100, "only 100 mobile numbers are reserved for fiction"
        return f"0171 39200{self.mobiles - 1:02d}"

    def human(self) -> c.Human:
        """Nobody twice."""
        while True:
            (sal, given), family = self.rng.choice(w.GIVEN), self.rng.choice(w.FAMILY)
            if f"{given} {family}" not in self.taken:
                self.taken.add(f"{given} {family}")
                return c.Human(sal=sal, given=given, family=family)

    def address(self, town: str) -> tuple[str, str]:
        while True:
            street, house = self.rng.choice(w.STREETS), self.rng.choice(w.HOUSES)
            if f"{town} {street} {house}" not in self.taken:
                self.taken.add(f"{town} {street} {house}")
                return street, house

    def organisation(self, town: str) -> tuple[str, str, str]:
        """(name, domain, kind of work) of an organisation the list does not have yet."""
        while True:
            name, slug, work = self.rng.choice(w.ORGS)
            name = name.format(ort=town)
            if name not in self.taken:
                self.taken.add(name)
                domain = f"{slug.format(o=c.slug(town))}.example.{self.rng.choice(('org', 'net', 'com'))}"
                return name, domain, work


def row(m: Maker, town: tuple[str, str], city: str) -> Row:
    """One drawn row at a locality."""
    rng, (postcode, ort) = m.rng, town
    name, domain, work = m.organisation(ort)
    house, people = m.house(), _people(rng)
    humans = [m.human() for _ in range(people)]
    while people == 2 and humans[0].family == humans[1].family:
        humans[1] = m.human()
    made = Row(cells={}, area=city, styles=set(), name=name)
    made.cells["Name der Einrichtung"] = (_untidy(rng, name), [c.item("actor", "name", name)])
    _carrier(made, rng, city)
    phone = rng.choice(c.PHONE_STYLES if people else [s for s in c.PHONE_STYLES if s != "fax_mobile"])
    if phone == "fax_mobile" and people == 2:
        phone = "fax"
    _persons(made, m, humans, house, phone)
    style = rng.choice(c.ADDRESS_STYLES)
    made.styles |= {f"phone {phone}", f"address {style}"}
    _put(made, ("Straße, Nr.", "PLZ", "Ort"), c.address(style, *m.address(ort), postcode, ort, city))
    _put(made, ("Telefon",), (c.phone(phone, house, m.mobile() if phone == "fax_mobile" else ""),))
    _reach(made, rng, domain, humans)
    _offer(made, rng, work)
    return made


def _people(rng: random.Random) -> int:
    return rng.choice((0, 1, 1, 1, 1, 2, 2))


def _untidy(rng: random.Random, text: str) -> str:
    return rng.choice(
        (text,) * 6 + (f"{text}  ", text.replace(" ", "\u00a0", 1), f" {text}", text.replace(" ", "  ", 1))
    )


def _put(made: Row, columns: tuple[str, ...], found: tuple[c.Cell, ...]) -> None:
    for column, cell in zip(columns, found, strict=True):
        if cell[0]:
            made.cells[column] = cell


def _carrier(made: Row, rng: random.Random, city: str) -> None:
    if rng.random() < 0.35:
        name = rng.choice(w.CARRIERS).format(gemeinde=city.removesuffix(" (Saale)").removesuffix(" (Unstrut)"))
        made.cells["Träger"] = (name, [c.item("actor", "parent", name, or_extra=True)])


def _persons(made: Row, m: Maker, humans: list[c.Human], house: c.Line, phone: str) -> None:
    if not humans:
        return _no_person(made, m.rng)
    if len(humans) == 1:
        return _one(made, m, humans[0], house, phone)
    style = m.rng.choice([s for s in c.TWO if s != "inline" or phone in c.WITH_STEM])
    made.styles.add(f"two {style}")
    made.cells["Name"] = c.two_persons(style, humans[0], humans[1], house)
    if style != "inline" and phone in c.WITH_STEM and m.rng.random() < 0.6:
        values = [[house.canonical(2)], [house.canonical(4)]]
        both = [*values[0], *values[1]]
        items = [c.item("contact", "phones", v, c.item("contact", "phones", both, of=h.family), of=h.family) for v, h in zip(values, humans, strict=True)]  # fmt: skip
        made.cells["Durchwahl / mobil"] = (f"-{house.direct(2)} / -{house.direct(4)}", items)
        made.styles.add("direct two")
    if m.rng.random() < 0.5:
        first, second = m.rng.sample(w.FUNCTIONS, 2)
        text = f"{first} / {second}"
        items = [c.item("contact", "function", f, c.item("contact", "function", text, of=h.family), of=h.family) for f, h in zip((first, second), humans, strict=True)]  # fmt: skip
        made.cells["Funktion"] = (text, items)
        made.styles.add("function two")


def _no_person(made: Row, rng: random.Random) -> None:
    text = rng.choice(("", "Sekretariat", "N.N.", "Büro", "k.A."))
    made.styles.add(f"nobody {text}")
    if text in ("Sekretariat", "Büro"):
        made.cells["Name"] = (text, [c.item("contact", "function", text, or_extra=True)])
    elif text:
        made.cells["Name"] = (text, [])


def _one(made: Row, m: Maker, human: c.Human, house: c.Line, phone: str) -> None:
    style = m.rng.choice(c.ONE)
    made.styles.add(f"one {style}")
    made.cells["Name"] = c.one_person(style, human)
    if style != "role" and m.rng.random() < 0.6:
        function = m.rng.choice(w.FUNCTIONS)
        made.cells["Funktion"] = (function, [c.item("contact", "function", function, of=human.family)])
    direct = m.rng.choice(("short", "short", "full", "mobile", "both", "", "", "")) if phone != "fax_mobile" else ""
    if direct == "short" and phone not in c.WITH_STEM:
        direct = "full"
    if direct:
        made.styles.add(f"direct {direct}")
        made.cells["Durchwahl / mobil"] = _direct(direct, human, house, m)


def _direct(style: str, human: c.Human, house: c.Line, m: Maker) -> c.Cell:
    number, told = f"{house.area} {house.stem}-{house.direct(2)}", {"of": human.family}
    own = c.item("contact", "phones", [house.canonical(2)], **told)
    if style in ("short", "full"):
        return (f"-{house.direct(2)}" if style == "short" else number), [own]
    mobile = m.mobile()
    dialled = c.e164(mobile)
    moving = c.item("contact", "mobiles", [dialled], **told)
    if style == "mobile":
        return m.rng.choice((mobile, mobile.replace(" ", "/"), f"mobil: {mobile} ", f"+49 {mobile[1:]}")), [moving]
    both = c.item("contact", "phones", [house.canonical(2), dialled], **told)
    return f"{number}, mobil {mobile}", [{**own, "alternatives": [both]}, {**moving, "alternatives": [both]}]


def _reach(made: Row, rng: random.Random, domain: str, humans: list[c.Human]) -> None:
    style = rng.choice(c.MAIL_STYLES)
    if rng.random() < 0.85:
        made.cells["E-Mail"] = c.mail(style, domain, humans[0] if humans else None)
        made.styles.add(f"mail {style}")
    if rng.random() < 0.5:
        made.cells["Internet"] = c.web(rng.randrange(4), domain)
    if rng.random() < 0.8:
        entry = rng.choice(w.HOURS)
        made.cells["Sprechzeiten"] = c.hours(entry)
        made.styles.add(f"hours {entry[0]}")


def _offer(made: Row, rng: random.Random, work: str) -> None:
    names, topic = rng.choice(w.WORK[work])
    made.cells["Was"] = c.services(names, rng)
    if rng.random() < 0.85:
        made.cells["Thema"] = c.topics(topic)
    if rng.random() < 0.5:
        entry = rng.choice(w.TARGETS)
        made.cells["Zielgruppe"] = c.codes("target_groups", entry)
    elif rng.random() < 0.3:
        everyone = c.item("service", "target_groups", None)
        made.cells["Zielgruppe"] = (rng.choice(w.EVERYONE), [everyone])
    if rng.random() < 0.55:
        spoken = rng.choice(w.LANGUAGES)
        made.cells["Sprachen"] = c.codes("languages", spoken)
        made.styles.add(f"languages {spoken[0]}")
    if rng.random() < 0.3:
        made.cells["Bemerkungen"] = c.remark(rng.choice(w.REMARKS))
    for column in (
        "Träger",
        "Funktion",
        "Internet",
        "Sprachen",
        "Durchwahl / mobil",
        "Bemerkungen",
        "E-Mail",
        "Sprechzeiten",
    ):
        if column not in made.cells and rng.random() < 0.06:
            made.cells[column] = (rng.choice(w.NOTHING), [])
            made.styles.add("nothing")


def truth_row(number: int, made: Row) -> dict[str, Any]:
    """The row's truth; `nothing` are cells that only say that there is nothing."""
    said = {column: made.cells[column] for column in COLUMNS if column in made.cells}
    return {
        "row": number,
        "area": made.area,
        "cells": {column: items for column, (_, items) in said.items() if items},
        "nothing": [column for column, (_, items) in said.items() if not items],
    }
