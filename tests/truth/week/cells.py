"""One fact, two sides: the cell as a tired person types it, and what has to come of it."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]
Cell = tuple[str, list[Item]]
STEMS = (("030", "23125", "+493023125"), ("040", "66969", "+494066969"), ("069", "90009", "+496990009"), ("0221", "4710", "+492214710"), ("089", "99998", "+498999998"))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Line:
    """Ten numbers of one house: the last digit is the extension's."""

    area: str
    stem: str
    e164: str
    block: str

    def direct(self, last: int) -> str:
        return f"{self.block}{last}"

    def canonical(self, last: int) -> str:
        return f"{self.e164}{self.block}{last}"


def line(number: int) -> Line:
    """The house's line of a running number below 500."""
    area, stem, e164 = STEMS[number % 5]
    return Line(area=area, stem=stem, e164=e164, block=f"{number // 5:02d}")


def item(kind: str, field: str, value: Any, *alternatives: Item, **more: Any) -> Item:
    made = {"kind": kind, "field": field, "value": value, **more}
    return {**made, "alternatives": list(alternatives)} if alternatives else made


# Telephones of the house. Those with a hyphen let "-112" in the next cell be read.
WITH_STEM = ("stem", "fax", "fax_mobile", "double_zero", "or", "labels", "plus_zero", "three", "t_f")
PHONE_STYLES = (*WITH_STEM, "plain", "brackets", "plus", "note", "spaced", "slash")


def phone(style: str, house: Line, mobile: str = "") -> Cell:
    a, s, main = house.area, house.stem, house.direct(0)
    stem, got = f"{a}/{s}-{main}", [0]
    if style in ("or", "three"):
        got = [0, 2] if style == "or" else [0, 2, 4]
    text = {
        "stem": stem,
        "fax": f"{stem}, Fax -{house.direct(1)}",
        "fax_mobile": f"{stem}, Fax -{house.direct(1)}, mobil {mobile}",
        "double_zero": f"0049 {a[1:]} {s}-{main}",
        "or": f"{stem} oder -{house.direct(2)}",
        "labels": f"Tel.: {a} {s}-{main}\nFax: {a} {s}-{house.direct(1)}",
        "plus_zero": f"+49 (0){a[1:]} {s}-{main}",
        "three": f"{stem}, -{house.direct(2)} und -{house.direct(4)}",
        "t_f": f"T {a} {s}-{main} / F {a} {s}-{house.direct(1)}",
        "plain": f"{a} {s}{main}",
        "brackets": f"({a}) {s} {main}",
        "plus": f"+49 {a[1:]} {s}{main}",
        "note": f"{a}-{s}{main} (vormittags)",
        "spaced": f"{a} - {_spaced(s + main)}",
        "slash": f"{a}/{s}{main} ",
    }[style]
    numbers = [house.canonical(n) for n in got]
    if style != "fax_mobile":
        return text, [item("actor", "phones", numbers)]
    dialled = e164(mobile)
    both = item("actor", "phones", [*numbers, dialled])
    return text, [
        item("actor", "phones", numbers, both),
        item("contact", "mobiles", [dialled], item("contact", "phones", [dialled]), both),
    ]


def _spaced(digits: str) -> str:
    return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))


def e164(mobile: str) -> str:
    return "+49" + "".join(c for c in mobile if c.isdigit())[1:]


@dataclass(frozen=True, kw_only=True)
class Human:
    sal: str
    given: str
    family: str
    title: str = ""

    def item(self, *parts: str) -> Item:
        """The person with the parts that the cell names, and the shorter ways to write the same."""
        named = {"sal": self.sal, "title": self.title, "given": self.given, "initial": f"{self.given[0]}."}
        whole = [named[p] for p in parts if named[p]] + [self.family]
        value = " ".join(whole)
        shorter = [value.removeprefix(f"{self.sal} "), " ".join(w for w in whole if w not in (self.sal, self.title))]
        others = [s for s in dict.fromkeys(shorter) if s != value]
        return item("contact", "person", value, *(item("contact", "person", o) for o in others))


ONE = ("sal", "full", "turned", "short", "doctor", "initial", "both", "role", "blank")
TWO = ("slash", "und", "comma", "break", "u.", "turned2", "vertretung", "inline")


def one_person(style: str, h: Human) -> Cell:
    short = {"Frau": "Fr.", "Herr": "Hr."}[h.sal]
    title = Human(sal=h.sal, given=h.given, family=h.family, title="Dr.")
    texts: dict[str, Cell] = {
        "sal": (f"{h.sal} {h.family}", [h.item("sal")]),
        "full": (f"{h.given} {h.family}", [h.item("given")]),
        "turned": (f"{h.family}, {h.given}", [h.item("given")]),
        "short": (f"{short} {h.family}", [h.item("sal")]),
        "doctor": (f"{short} Dr. {h.family}", [title.item("sal", "title")]),
        "initial": (f"{h.sal} {h.given[0]}. {h.family}", [h.item("sal", "initial")]),
        "both": (f"{h.sal} {h.given} {h.family}", [h.item("sal", "given")]),
        "role": (f"{short} {h.family} (Leitung)", [h.item("sal"), _leads(h)]),
        "blank": (f" {h.sal}\u00a0{h.given} {h.family}  ", [h.item("sal", "given")]),
    }
    return texts[style]


def _leads(h: Human) -> Item:
    return item("contact", "function", "Leitung", item("contact", "note", "Leitung", within=True), of=h.family)


def two_persons(style: str, a: Human, b: Human, house: Line) -> Cell:
    short = {"Frau": "Fr.", "Herr": "Hr."}
    dr = Human(sal=b.sal, given=b.given, family=b.family, title="Dr.")
    sals, givens = [a.item("sal"), b.item("sal")], [a.item("given"), b.item("given")]
    told = [item("contact", "phones", [house.canonical(n)], of=h.family) for n, h in ((2, a), (4, b))]
    texts: dict[str, Cell] = {
        "slash": (f"{a.sal} {a.family} / {short[b.sal]} Dr. {b.family}", [a.item("sal"), dr.item("sal", "title")]),
        "und": (f"{a.given} {a.family} und {b.given} {b.family}", givens),
        "comma": (f"{short[a.sal]} {a.family}, {short[b.sal]} {b.family}", sals),
        "break": (f"{a.sal} {a.family}\n{b.sal} {b.family}", sals),
        "u.": (f"{a.sal} {a.family} u. {b.sal} {b.family}", sals),
        "turned2": (f"{a.family}, {a.given}; {b.family}, {b.given}", givens),
        "vertretung": (f"{a.sal} {a.family} (Vertr.: {b.sal} {b.family})", sals),
        "inline": (f"{a.given} {a.family}, Tel. -{house.direct(2)}; {b.given} {b.family} -{house.direct(4)}", [*givens, *told]),
    }  # fmt: skip
    return texts[style]


MAIL_STYLES = ("plain", "plain", "plain", "at", "upper", "brackets", "two", "person", "trailing", "break", "mailto")


def mail(style: str, domain: str, h: Human | None) -> Cell:
    info, second = f"info@{domain}", f"kontakt@{domain}"
    if style == "person" and h is not None:
        own = f"{slug(h.given)[0]}.{slug(h.family)}@{domain}"
        both = item("actor", "mails", [info, own])
        return f"{info}; {own}", [item("actor", "mails", [info], both), item("contact", "mails", [own], both)]
    if style in ("two", "break"):
        return (f"{info}, {second}" if style == "two" else f"{info}\n{second}"), [
            item("actor", "mails", [info, second])
        ]
    text = {
        "at": f"info(at){domain}",
        "upper": f"Info@{domain.title()}",
        "brackets": f"info [at] {domain}",
        "trailing": f"{info} \u00a0",
        "mailto": f"mailto:{info}",
    }.get(style, info)
    return text, [item("actor", "mails", [info])]


def slug(text: str) -> str:
    for a, b in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), (" ", "-")):
        text = text.lower().replace(a, b)
    return "".join(c for c in text if c.isalnum() or c == "-")


def web(style: int, domain: str) -> Cell:
    text, value = (
        (f"www.{domain}", f"https://www.{domain}"),
        (f"https://{domain}/", f"https://{domain}/"),
        (f"{domain}/migration", f"https://{domain}/migration"),
        (f"http://www.{domain}", f"http://www.{domain}"),
    )[style]
    bare = value.split("://")[1].rstrip("/")
    others = [f"{p}://{bare}{e}" for p in ("https", "http") for e in ("", "/")]
    return text, [item("actor", "websites", [value], *(item("actor", "websites", [o]) for o in others if o != value))]


ADDRESS_STYLES = (
    "split", "split", "split", "abbreviated", "no_postcode", "one_cell", "town_cell", "lost_zero", "two_lines", "district",
    "no_town", "blanks",
)  # fmt: skip


def address(style: str, street: str, house: str, postcode: str, town: str, city: str) -> tuple[Cell, Cell, Cell]:
    """The cells street, postcode and town."""
    s, n = item("place", "street", street), item("place", "house_number", house)
    p, o = item("place", "postcode", postcode), item("place", "locality", town)
    split: tuple[Cell, Cell, Cell] = (f"{street} {house}", [s, n]), (postcode, [p]), (town, [o])
    if style == "abbreviated":
        shown = street.replace("straße", "str.").replace("Straße", "Str.")
        return (f"{shown} {house}", [s, n]), split[1], split[2]
    if style == "no_postcode":
        return split[0], ("", []), split[2]
    if style == "no_town":
        return split[0], ("", []), ("", [])
    if style == "one_cell":
        return (f"{street} {house}, {postcode} {town}", [s, n, p, o]), ("", []), ("", [])
    if style == "town_cell":
        return split[0], ("", []), (f"{postcode} {town}", [p, o])
    if style == "lost_zero":
        return split[0], (postcode[1:], [p]), split[2]
    if style == "two_lines":
        room = item("place", "directions", "Zimmer 12", item("place", "name", "Zimmer 12"), item("place", "directions", "Zi. 12"), item("place", "name", "Zi. 12"), or_extra=True)  # fmt: skip
        return (f"{street} {house}\nZi. 12", [s, n, room]), split[1], split[2]
    if style == "district" and town != city and "(" not in city:
        either = item("place", "locality", town, *(item("place", "locality", f"{city}{x}{town}") for x in (" OT ", "-", ", OT ")), item("place", "locality", city))  # fmt: skip
        return split[0], split[1], (f"{city} OT {town}", [either])
    if style == "blanks":
        return (f"{street}\u00a0{house} ", [s, n]), (f" {postcode}", [p]), (f"{town}  ", [o])
    return split


def hours(entry: tuple[str, str, bool]) -> Cell:
    text, osm, appointment = entry
    items = [item("actor", "hours", osm, item("service", "hours", osm))] if osm else []
    if appointment:
        items.append(item("actor", "by_appointment", True, item("service", "by_appointment", True)))
    return text, items


def services(names: tuple[str, ...], rng: random.Random) -> Cell:
    """One service or several; several may also stay one service that names them all."""
    if len(names) == 1:
        return names[0], [item("service", "name", names[0])]
    text = rng.choice((", ".join(names), "\n".join(f"- {n}" for n in names), "; ".join(names), "\n".join(names)))
    return text, [
        item("service", "name", n, *(item("service", f, n, within=True) for f in ("name", "about"))) for n in names
    ]


def topics(entry: tuple[str, tuple[str, ...]]) -> Cell:
    return entry[0], [item("service", "topics", heading) for heading in entry[1]]


def codes(field: str, entry: tuple[str, list[str], tuple[list[str], ...]]) -> Cell:
    text, value, others = entry
    answers = [value, *others]
    kinds = ("service", "actor") if field == "languages" else ("service",)
    choices = [item(kind, field, answer) for kind in kinds for answer in answers]
    return text, [item("service", field, value, *choices[1:])]


def remark(text: str) -> Cell:
    kinds = ("actor", "service", "contact", "place")
    return text, [item("actor", "note", text, *(item(k, "note", text, within=True) for k in kinds), or_extra=True)]
