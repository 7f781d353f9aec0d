"""The persons of a cell with their numbers and functions: "Frau Yilmaz (Leitung), 0171 3920012, yilmaz@gmx.de"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from graph.model.clean import one_line, prose
from graph.model.values.mail import clean_mails
from graph.model.values.persons import Person, names_function, split_person
from graph.model.values.phone import clean_phones, is_mobile

_LINES = re.compile(r"[\n;|]+")
_PIECES = re.compile(r"\s*(?:/|\s(?:und|oder|sowie|and|or|u\.|&|\+)\s)\s*|,\s*(?=(?:frau|herrn?|fr\.|hr\.)\s)", re.I)
_MAIL = re.compile(r"[^\s,;<>()\[\]]+(?:@|\s?[(\[](?:at|ät)[)\]]\s?)[\w.-]+\.[a-z]{2,}", re.I)
_FAX = re.compile(r"\b(?:tele)?fax[.:\s]*[\d\s()/+.-]{6,}", re.I)
_NUMBER = re.compile(r"(?:\+|\(?0)[\d\s()/.-]{5,}\d(?:\s*(?:dw|durchwahl|app|ext)\.?\s*\d+)?", re.I)
_LABEL = re.compile(r"\b(?:tel(?:efon)?|fon|phone|mobil(?:telefon)?|handy|e-?mail|mail|mailto)\b[.:\s]*|<|>", re.I)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|von|van|de|der|el|al|bin|ten|zu|da)"
_SHAPE = re.compile(rf"{_NAME}(?:\s+{_NAME}){{0,4}}")
_LONGEST = 2000


@dataclass(kw_only=True, slots=True)
class People:
    """What a cell says: contacts with their own numbers, numbers of nobody, and words that are neither."""

    contacts: list[dict[str, Any]] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def read_people(text: str, whole_name: bool = False) -> People:
    """Everybody in a cell of a column of persons. `whole_name`: the text is one name, put together of columns."""
    found = People()
    if whole_name:
        found.contacts.append({"person": one_line(text)})
        return found
    if len(text) > _LONGEST:
        found.left_over.append(text)
        return found
    for line in _LINES.split(prose(text)):
        _read_line(line, found)
    return found


def _read_line(line: str, found: People) -> None:
    line = _FAX.sub(" ", line)
    mails = [mail for each in _MAIL.findall(line) for mail in clean_mails(each)[0]]
    line = _MAIL.sub(" ", line)
    phones = [phone for each in _NUMBER.findall(line) for phone in clean_phones(each)[0]]
    line = _NUMBER.sub(lambda m: " " if clean_phones(m[0])[0] else m[0], line)
    words = _LABEL.sub(" ", line)
    before = len(found.contacts)
    for piece in _PIECES.split(words):
        _read_piece(one_line(piece).strip(" ,:-–()"), found)
    if len(found.contacts) > before:
        _give(found.contacts[before], phones, mails)
    elif found.contacts:
        _give(found.contacts[-1], phones, mails)
    else:
        found.phones += phones
        found.mails += mails


def _read_piece(piece: str, found: People) -> None:
    if not any(c.isalpha() for c in piece):
        return
    function = ", ".join(one_line(b) for b in _BRACKETS.findall(piece + ")" * (piece.count("(") - piece.count(")"))))
    bare = one_line(_BRACKETS.sub(" ", piece.replace("(", " (").rstrip("("))).split(" (")[0].strip(" ,:")
    person = split_person(bare)
    if person is not None:
        found.contacts.append(_contact(str(person), person.role or function))
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


def _give(contact: dict[str, Any], phones: list[str], mails: list[str]) -> None:
    for name, values in (
        ("mobiles", [p for p in phones if is_mobile(p)]),
        ("phones", [p for p in phones if not is_mobile(p)]),
        ("mails", mails),
    ):
        if values:
            contact[name] = list(dict.fromkeys([*contact.get(name, ()), *values]))
