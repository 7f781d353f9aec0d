"""The persons of a cell with their numbers and functions: "Frau Yilmaz (Leitung), 0171 3920012, yilmaz@gmx.de"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from graph.model.clean import one_line, prose
from graph.model.values.mail import clean_mails
from graph.model.values.persons import Person, names_function, split_person
from graph.model.values.phone import clean_phones, is_mobile, spelled_out

_LINES = re.compile(r"[\n;|]+")
_PIECES = re.compile(
    r"\s*(?:/|\s(?:und|oder|sowie|and|or|u\.|&|\+)\s)\s*|,\s*(?=(?:frau|herrn?|fr\.|hr\.)\s)|(?<=\x00)\s*,\s*", re.I
)
_MAIL = re.compile(r"[^\s,;<>()\[\]]+(?:@|\s?[(\[](?:at|ät)[)\]]\s?)[\w.-]+\.[a-z]{2,}", re.I)
_FAX = re.compile(r"\b(?:tele)?fax[.:\s]*[\d\s()/+.-]{6,}", re.I)
_NUMBER = re.compile(r"(?:\+|\(?0)[\d\s()/.-]{5,}\d(?:\s*(?:dw|durchwahl|app|ext)\.?\s*\d+)?", re.I)
_LABEL = re.compile(r"\b(?:tel(?:efon)?|fon|phone|mobil(?:telefon)?|handy|e-?mail|mail|mailto)\b[.:\s]*|<|>", re.I)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|von|van|de|der|el|al|bin|ten|zu|da)"
_SHAPE = re.compile(rf"{_NAME}(?:\s+{_NAME}){{0,4}}")
_MARK = re.compile("\x00(\\d+)\x00")
_DEPUTY = re.compile(r"(?:vertr(?:etung|eter(?:in)?|\.)?|stellv\w*\.?|stv\.?|i\.\s?v\.)\s*:?\s*(?:durch\s)?", re.I)
_LONGEST = 2000

DEPUTY = "deputy_of_first"
"""Of a contact on its way: stands in for the first contact of the row."""


@dataclass(kw_only=True, slots=True)
class People:
    """What a cell says: contacts with their own numbers, numbers of nobody, and words that are neither."""

    contacts: list[dict[str, Any]] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def read_people(text: str, whole_name: bool = False, switchboard: str = "") -> People:
    """Everybody in a cell of a column of persons. `whole_name`: the text is one name, put together of columns.

    `switchboard`: the organisation's number as written, which lone extensions belong to.
    """
    found = People()
    if whole_name:
        found.contacts.append({"person": one_line(text)})
        return found
    if len(text) > _LONGEST:
        found.left_over.append(text)
        return found
    for line in _LINES.split(prose(text)):
        _read_line(spelled_out(line, switchboard), found)
    return found


def _read_line(line: str, found: People) -> None:
    """One line: each person with the numbers behind the name, or all numbers with the first of them."""
    reach: list[tuple[str, str]] = []
    line = _FAX.sub(" ", line)
    line = _MAIL.sub(lambda m: _marked(reach, [("mails", each) for each in clean_mails(m[0])[0]]), line)
    line = _NUMBER.sub(lambda m: _marked(reach, [("phones", p) for p in clean_phones(m[0])[0]]) or m[0], line)
    before = len(found.contacts)
    owners: dict[int, int] = {}
    for piece in _PIECES.split(_LABEL.sub(" ", line)):
        marks = [int(n) for n in _MARK.findall(piece)]
        known = len(found.contacts)
        _read_piece(one_line(_MARK.sub(" ", piece)).strip(" ,:-–()"), found)
        own = known if len(found.contacts) > known else len(found.contacts) - 1
        owners |= dict.fromkeys(marks, own)
    made = len(found.contacts) - before
    if made > 1 and len(set(owners.values())) == 1:  # all numbers stand behind the last name
        each = len(reach) == made
        owners = {n: before + (n if each else 0) for n in range(len(reach))}
    for n, (name, value) in enumerate(reach):
        owner = owners.get(n, -1)
        if 0 <= owner < len(found.contacts):
            _give(found.contacts[max(owner, before) if made else owner], name, value)
        else:
            (found.phones if name == "phones" else found.mails).append(value)


def _marked(reach: list[tuple[str, str]], values: list[tuple[str, str]]) -> str:
    """Marks in the place of numbers, so that it shows behind whose name they stood. "" where there are none."""
    first = len(reach)
    reach += values
    return "".join(f" \x00{n}\x00 " for n in range(first, len(reach)))


def _read_piece(piece: str, found: People) -> None:
    if not any(c.isalpha() for c in piece):
        return
    brackets = [
        one_line(b) for b in _BRACKETS.findall(piece + ")" * (piece.count("(") - piece.count(")"))) if b.strip()
    ]
    deputies = [deputy for b in brackets if (deputy := _deputy(b)) is not None]
    function = ", ".join(b for b in brackets if _deputy(b) is None)
    bare = one_line(_BRACKETS.sub(" ", piece.replace("(", " (").rstrip("("))).split(" (")[0].strip(" ,:")
    first = len(found.contacts)
    _read_bare(bare, function, piece, found)
    if len(found.contacts) > first:
        found.contacts += [{"person": str(deputy)[:500], DEPUTY: True} for deputy in deputies]
    else:
        found.left_over += [str(deputy) for deputy in deputies]


def _deputy(text: str) -> Person | None:
    """ "Vertr.: Herr Schulz" names who stands in."""
    said = _DEPUTY.match(text)
    return split_person(text[said.end() :]) if said else None


def _read_bare(bare: str, function: str, piece: str, found: People) -> None:
    stands_in = _DEPUTY.match(bare) if found.contacts else None
    person = split_person(bare[stands_in.end() :] if stands_in else bare)
    if person is not None:
        more = {DEPUTY: True} if stands_in else {}
        found.contacts.append(_contact(str(person), person.role or function) | more)
        return
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    people = [(part, split_person(part)) for part in parts]
    if any(p for _, p in people):
        _read_parts(people, function, found)
    elif names_function(bare):
        found.contacts.append({"function": bare[:500]})
    elif _SHAPE.fullmatch(bare) or (len(parts) == 2 and all(_SHAPE.fullmatch(p) for p in parts)):
        found.contacts.append(_contact(bare, function))  # in a column of persons such words are a name
    else:
        found.left_over.append(piece)


def _read_parts(people: list[tuple[str, Person | None]], function: str, found: People) -> None:
    for part, person in people:
        if person is not None:
            found.contacts.append(_contact(str(person), person.role or function))
        elif found.contacts and "function" not in found.contacts[-1]:
            found.contacts[-1]["function"] = part[:500]
        else:
            found.left_over.append(part)


def _contact(person: str, function: str) -> dict[str, Any]:
    return {"person": person[:500], **({"function": function[:500]} if function else {})}


def _give(contact: dict[str, Any], name: str, value: str) -> None:
    name = "mobiles" if name == "phones" and is_mobile(value) else name
    contact[name] = list(dict.fromkeys([*contact.get(name, ()), value]))
