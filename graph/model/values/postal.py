"""Postal addresses: one German cell taken apart, nothing added to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line, strip_edges, tidy


@dataclass(frozen=True, kw_only=True)
class Address:
    """The parts of an address; what is not given is empty. `localities` only where there are several."""

    name: str = ""
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    locality: str = ""
    note: str = ""
    localities: tuple[str, ...] = ()


_POSTCODE = re.compile(r"(?:0[1-9]|[1-9]\d)\d{3}")
_NUMBER = r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-/+]\s?\d{1,4}\s?[a-zA-Z]?)*(?:\s?1/2)?"
_PLACE = re.compile(r"(?:^|(?<=[\s,]))(?:D\s?-\s?)?((?:0[1-9]|[1-9]\d)\d{3})\s+([^\d\s][^,|;]*)")
# "Albertstraße 871522 Backnang": the last five digits of the run are the postcode.
_RUN = re.compile(r"(?<=[^\W\d_. ]|[.\s,]) ?(\d{1,3}[a-z]?)((?:0[1-9]|[1-9]\d)\d{3})(?= \D)")
_STREET_NUMBER = re.compile(rf"(?P<street>\D*?(?:\d+\.\s?\D+?)?[^\W\d_][.)]?)\s*,?\s*(?P<number>{_NUMBER})")
_STREETISH = re.compile(
    r"(?:straße|strasse|str|weg|gasse|gäßle|gässle|platz|allee|ring|damm|ufer|steig|graben|hof|markt|chaussee|promenade)"
    r"\.?$"
    r"|^(?:am|an der|an den|im|in der|in den|auf dem|auf der|unter|zum|zur|hinter)\s",
    re.I,
)
_SURELY_STREET = re.compile(r"(?:straße|strasse|str\.|str|weg|gasse|allee|chaussee|promenade)\.?$", re.I)
_BOX = re.compile(r"\b(?:postfach|pf|p\.?\s?o\.?\s?box)\.?:?\s*(\d[\d ]*\d|\d)(?=\s*(?:[,|]|$))", re.I)
_NOTE = re.compile(r"\s*\(([^()]*)\)")
# Brackets that belong to a town's name, "Naumburg (Saale)", against notes such as "(6. Etage)".
_NOTE_WORDS = re.compile(
    r"\d|etage|stock|eingang|erdgeschoss|\b(?:og|eg|ug)\b|raum|zimmer|gebäude|haus|hinter|neben|aufgang|klingel|büro",
    re.I,
)
_REMARK = re.compile(
    r"\s*(?:,|\s-|\s)\s*-?\s*((?:bei bedarf|außerdem|ausserdem|sowie nach|und im ganzen|nach absprache|online)\b.*)",
    re.I,
)
_LABEL = re.compile(r"^(?:anschrift|adresse|standort|ort)\s*:\s*", re.I)

_BREAK = re.compile(r"\s*\n\s*")
_PART = re.compile(r"[,|]")
_LETTER_DOT = re.compile(r"[^\W\d_]\.$")
_SLASH = re.compile(r"\s*/\s*")
_LONE_POSTCODE = re.compile(r"(?:^|[,|]\s*)((?:0[1-9]|[1-9]\d)\d{3})$")
_TOWNS_APART = re.compile(r"\s+und\s+|\s*&\s*|\s+/\s+")
_ONLY_NUMBER = re.compile(_NUMBER)
# "Marktplatz 1, 73635 Rudersberg", "Lange Straße 3, Backnang" and "Backnang": most addresses are no harder to read.
_WORDS = r"[^\W\d_]+(?:[ -][^\W\d_]+)*"
_PLAIN = re.compile(
    rf"(?:(?P<street>{_WORDS}\.?) (?P<number>\d{{1,4}}[a-z]?), (?:(?P<postcode>(?:0[1-9]|[1-9]\d)\d{{3}}) )?)?"
    rf"(?P<town>{_WORDS})"
)
_NOT_PLAIN = frozenset(
    "bei ausserdem sowie und oder nach online postfach pf box deutschland germany brd eingang".split()
)
"""Words that say more than street and town, whatever stands around them."""

# "Raum 204", "1. OG": inside a building, so neither its name nor its street.
_INSIDE = re.compile(
    r"(?:haus|raum|zimmer|zi\.|gebäude|block|etage|stock|aufgang|eingang|geb\.)\s*(?:\d|[a-z]$).*"
    r"|\d{1,2}\.\s*(?:og|ug|stock|etage|obergeschoss).*|(?:eg|ug|erdgeschoss|hinterhaus|eingang\b.*)",
    re.I,
)
_COUNTRY = re.compile(r"(?:deutschland|germany|brd)", re.I)
_STREET_AND_TOWN = re.compile(
    rf"(?P<street>.*(?:straße|strasse|str\.|weg|platz|gasse|allee|ring))\s(?P<number>{_NUMBER})\s(?P<town>[A-ZÄÖÜ][^\d,]+)"
)


def clean_postcode(raw: str) -> tuple[str | None, list[Problem]]:
    """Return a German postcode of five digits; a lost leading zero is reported, not put back."""
    text = re.sub(r"^D\s?-\s?", "", one_line(raw), flags=re.I).removesuffix(".0")
    if not text or _POSTCODE.fullmatch(text):
        return text or None, []
    return None, [problem("postcode_not_understood", text=text)]


def clean_address(raw: str, known: frozenset[str] = frozenset()) -> tuple[Address, list[Problem]]:
    """Take the address of one cell apart.

    `known` are names of localities; with them a lone "Schorndorf" is told from a building's name.
    Without them one word alone counts as a name, which is reported.
    """
    tidied = tidy(raw)
    if plain := _read_plain(tidied, known):
        return plain, []
    text = _LABEL.sub("", _BREAK.sub(", ", tidied))
    text, note = _take_notes(" ".join(text.split()))
    text, further = _take_further(_part_run(text))
    address, rest = _take_place(text, Address(note=", ".join(part for part in (note, further) if part)))
    address, rest = _take_box(address, rest)
    parts = [part for part in (strip_edges_keep_dot(part) for part in _PART.split(rest)) if part]
    parts = [part for part in parts if not _COUNTRY.fullmatch(part)]
    inside = [part for part in parts if _INSIDE.fullmatch(part)]
    if inside and len(parts) > len(inside):
        address = replace(address, note=", ".join(part for part in (*inside, address.note) if part))
        parts = [part for part in parts if part not in inside]
    address = _read_parts(address, parts, _folded(known))
    problems = _problems(address, text)
    return address, [problem("address_several", text=further), *problems] if further else problems


def strip_edges_keep_dot(text: str) -> str:
    """The part of an address without separators at its edges; "Str." keeps its dot."""
    bare = strip_edges(text)
    return f"{bare}." if bare and _LETTER_DOT.search(text.strip()) else bare


def _read_plain(text: str, known: frozenset[str]) -> Address | None:
    """A plain address as the longer way would read it; None where that has more to look at."""
    found = _PLAIN.fullmatch(text)
    if not found or not _NOT_PLAIN.isdisjoint(text.casefold().replace("-", " ").replace(".", " ").split()):
        return None
    street, number, postcode, town = found.group("street", "number", "postcode", "town")
    if street and _INSIDE.fullmatch(f"{street} {number}") or _INSIDE.fullmatch(town):
        return None
    if not postcode and (town.casefold() not in _folded(known) or (not street and _SURELY_STREET.search(town))):
        return None
    return Address(street=street or "", house_number=number or "", postcode=postcode or "", locality=town)


@lru_cache(maxsize=4)
def _folded(known: frozenset[str]) -> frozenset[str]:
    # A whole list asks with the same thousand names, row by row.
    return frozenset(name.casefold() for name in known)


def _take_notes(text: str) -> tuple[str, str]:
    notes: list[str] = []

    def keep_or_cut(match: re.Match[str]) -> str:
        if not _NOTE_WORDS.search(match.group(1)):
            return match.group()
        notes.append(match.group(1).strip())
        return ""

    text = _NOTE.sub(keep_or_cut, text)
    remark = _REMARK.search(text)
    if remark and remark.start():
        notes.append(strip_edges(remark.group(1)))
        text = text[: remark.start()]
    return strip_edges_keep_dot(text), ", ".join(note for note in notes if note)


def _part_run(text: str) -> str:
    if _PLACE.search(text):
        return text
    return _RUN.sub(r" \1, \2", text, count=1)


def _take_further(text: str) -> tuple[str, str]:
    """Cut at the end of the first place where there are several: only the first is taken."""
    places = list(_PLACE.finditer(text))
    if len(places) < 2:
        return text, ""
    joined = re.search(r"\s(?:und|sowie|oder)\s", places[0][2])
    end = places[0].start(2) + joined.start() if joined else places[0].end()
    return text[:end], re.sub(r"^[\s,;|/]*(?:und|sowie|oder)?\s+", "", text[end:]).strip()


def _take_place(text: str, address: Address) -> tuple[Address, str]:
    """Cut "71384 Weinstadt" out of the text."""
    places = list(_PLACE.finditer(text))
    if not places:
        lone = _LONE_POSTCODE.search(text)
        return (replace(address, postcode=lone[1]), text[: lone.start()]) if lone else (address, text)
    found = places[-1]
    locality = strip_edges_keep_dot(_SLASH.sub("/", found[2]))
    rest = f"{text[: found.start()]}, {text[found.end() :]}"
    return replace(address, postcode=found[1], locality=locality), rest


def _take_box(address: Address, text: str) -> tuple[Address, str]:
    found = _BOX.search(text)
    if found is None:
        return address, text
    number = found[1].strip()
    return replace(address, street="Postfach", house_number=number), f"{text[: found.start()]}, {text[found.end() :]}"


def _read_parts(address: Address, parts: list[str], known: frozenset[str]) -> Address:
    """Give each comma-separated part its place: street, locality, or the building's name."""
    if not parts:
        return address
    parts = _parted_town(parts, known) if not address.locality else parts
    towns = _towns(parts, known)
    if len(towns) > 1 and not address.postcode and not address.street:
        return replace(address, localities=towns)
    names: list[str] = []
    for position, part in enumerate(parts):
        found = _street_of(part, parts, position)
        if found and not address.street:
            address = replace(address, street=found[0], house_number=found[1])
        elif not address.locality and _is_locality(part, address, known):
            address = replace(address, locality=part)
        else:
            names.append(part)
    lone = names[-1] if names and not re.search(r"\d", names[-1]) else ""
    if not address.street and address.postcode and _STREETISH.search(lone):
        address = replace(address, street=names.pop())
    return replace(address, name=", ".join(names))


def _parted_town(parts: list[str], known: frozenset[str]) -> list[str]:
    """ "Talstraße 5 Waiblingen" in two, where nothing says the last word is no town."""
    found = _STREET_AND_TOWN.fullmatch(parts[-1])
    if found is None or (known and found["town"].casefold() not in known):
        return parts
    return [*parts[:-1], f"{found['street']} {found['number']}", found["town"]]


def _towns(parts: list[str], known: frozenset[str]) -> tuple[str, ...]:
    """The names when the parts are nothing but a list of localities."""
    names = [name.strip() for part in parts for name in _TOWNS_APART.split(part)]
    if known:
        return tuple(names) if all(name.casefold() in known for name in names) else ()
    plain = all(re.fullmatch(r"[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?", name) for name in names)
    streets = any(_STREETISH.search(name) for name in names)
    return tuple(names) if plain and not streets and len(names) > 1 else ()


def _street_of(part: str, parts: list[str], position: int) -> tuple[str, str] | None:
    if _POSTCODE.fullmatch(part):
        return None
    numbered = _STREET_NUMBER.fullmatch(part)
    if numbered and not _INSIDE.fullmatch(part):
        return numbered["street"].strip(" ,"), _house_number(numbered["number"])
    following = parts[position + 1] if position + 1 < len(parts) else ""
    # "Schlossstraße, 12": the number stands behind a comma.
    if _ONLY_NUMBER.fullmatch(following) and not re.search(r"\d", part):
        parts.pop(position + 1)
        return part, _house_number(following)
    return (part, "") if _SURELY_STREET.search(part) else None


def _house_number(text: str) -> str:
    return re.sub(r"(?<=\d)\s+(?=[a-zA-Z]\b)", "", re.sub(r"\s*([-/+])\s*", r"\1", text)).strip()


def _is_locality(part: str, address: Address, known: frozenset[str]) -> bool:
    if part.casefold() in known:
        return True
    # "Marktplatz 1, Weinstadt": after a street the next word is the town, unless names are known.
    plain = bool(re.fullmatch(r"[A-ZÄÖÜ][^\W\d_]+(?:[- /][^\W\d_]+){0,4}(?:\s\([^()]+\))?", part))
    return bool(address.street) and not address.postcode and plain and not known


def _problems(address: Address, text: str) -> list[Problem]:
    short = re.search(r"(?:^|, )(\d{4} [A-ZÄÖÜ][^\W\d_]+.*)", address.name)
    if short:
        return [problem("postcode_not_understood", text=short[1])]
    if not text or address.street or address.localities:
        return []
    if address.name and not address.locality:
        return [problem("address_only_name", text=address.name)]
    return []
