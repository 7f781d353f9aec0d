"""What the columns of a list mean: guessed from German and English headings, else from the values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice, pairwise

from graph.model.clean import clean
from graph.model.fields import Type as T
from graph.model.values.mail import clean_mails
from graph.model.values.persons import split_person, split_persons
from graph.model.values.phone import clean_phones
from graph.model.values.postal import clean_address
from graph.model.values.web import clean_websites
from importers.files.table import Sheet
from importers.lists.aliases import coded
from importers.lists.headings import (
    WORDS,
    is_business,
    is_carrier,
    is_extension,
    is_idle,
    name_rank,
    of_the_person,
    says_nothing,
    special_target,
    without_business,
)
from importers.lists.mapping import ADDRESS, KEY, KINDS, field_of
from importers.lists.mapping import targets as all_targets
from importers.lists.tidy import says_nothing as nothing_said

_REPEATED = frozenset({T.PHONES, T.MAILS, T.WEBSITES, T.LANGUAGES, T.REFS, T.CODES, T.PROSE, T.HOURS})
_CHECKED = frozenset({T.PHONES, T.MAILS, T.WEBSITES, T.LANGUAGES, T.CODE, T.CODES, T.DAY, T.COUNT, T.NUMBER, T.FLAG})
"""Types whose values show whether the heading meant them: "Status" may be one of residence, or "aktiv"."""
_SAMPLE = 60
_MOST = 0.6
_SOME = 0.4
_HOURS = re.compile(r"\b(?:mo|di|mi|do|fr|montag|dienstag|mittwoch|donnerstag|freitag|werktags|uhr)\b", re.I)
_NUMBER_HEADINGS = frozenset({"nr", "nr.", "hnr", "hausnr", "hausnr.", "nummer", "no", "no."})
_NAME_HEADINGS = frozenset({"name", "namen", "titel", "title"})


def heading_words() -> frozenset[str]:
    """All words the vocabulary knows as headings."""
    return frozenset(_known()) | {"vorname", "mobil", "fax", "telefax"}


def guess(sheet: Sheet) -> tuple[str, ...]:
    """A target for each column, "" where nothing fits."""
    found = [_by_heading(heading) for heading in sheet.headings]
    _by_neighbours(sheet, found)
    for column, target in enumerate(found):
        if target and not is_extension(sheet.headings[column]) and not _fits(target, _values(sheet, column)):
            found[column] = target = ""
        if not target and not says_nothing(sheet.headings[column]) and not is_idle(sheet.headings[column]):
            found[column] = _by_values(_values(sheet, column))
    if _is_address_book(sheet):
        found = [of_the_person(h, target) for h, target in zip(sheet.headings, found, strict=True)]
    return tuple(_settled(sheet, found))


def guess_key(sheet: Sheet, targets: Sequence[str]) -> tuple[int, ...]:
    """The columns that name a row: a key column, else as few as make every row's name its own.

    A column that only counts the rows names none: the next list counts anew.
    """
    keys = [n for n, t in enumerate(targets) if t == KEY and _unique(sheet, [n]) and _full(sheet, n)]
    if keys and not _counts(sheet, keys[0]):
        return tuple(keys[:1])
    order = ["actor.name", "service.name", ADDRESS, "place.street", "place.locality", "actor.short_name"]
    chosen: list[int] = []
    for target in order:
        chosen.extend(n for n, t in enumerate(targets) if t == target)
        if chosen and _unique(sheet, chosen):
            break
    return tuple(chosen)


@cache
def _known() -> dict[str, str]:
    """Word → target, what an actor is called before what a contact is."""
    allowed = all_targets()
    words: dict[str, str] = {}
    for target, own in WORDS.items():
        words.update((w, target) for w in own)
    for name in KINDS:
        for target in (t for t in allowed if t.startswith(f"{name}.") and t != ADDRESS):
            for word in field_of(target).headings:
                words.setdefault(word, target)
    return words


@cache
def _by_heading(heading: str) -> str:
    plain = _folded(heading)
    bare = _folded(re.sub(r"\([^)]*\)", " ", heading))
    numberless = re.sub(r"\s*\d+$", "", bare)
    known = _known()
    if says_nothing(plain) or is_idle(plain):
        return ""
    if is_extension(heading):
        return "contact.phones"
    for text in (plain, bare, numberless, without_business(numberless)):
        if text in known:
            return known[text]
    special = special_target(heading)
    if special:
        return special
    # "Telefon Zentrale", "Kontakt: E-Mail": the longest known word that begins or ends the heading.
    ends = [(w, t) for w, t in known.items() if len(w) > 3]
    fitting = [(len(w), t) for w, t in ends if bare.startswith(f"{w} ") or bare.endswith(f" {w}")]
    return max(fitting)[1] if fitting else ""


def _by_neighbours(sheet: Sheet, found: list[str]) -> None:
    """Words that mean something else beside others: "Nr." after the street, "Name" beside "Vorname"."""
    headings = [_folded(h) for h in sheet.headings]
    for column in range(1, len(found)):
        if found[column - 1] == "place.street" and headings[column] in _NUMBER_HEADINGS:
            found[column] = "place.house_number"
    if any(name_rank(h) == 2 for h in headings):
        for column, heading in enumerate(headings):
            if heading in _NAME_HEADINGS or name_rank(heading) < 2:
                found[column] = "contact.person"
    for column, heading in enumerate(headings):
        if heading == "name" and found[column] == "actor.name" and _are_persons(_values(sheet, column)):
            found[column] = "contact.person"
    carriers = [column for column, heading in enumerate(headings) if is_carrier(heading)]
    if any(target == "actor.name" and column not in carriers for column, target in enumerate(found)):
        for column in carriers:
            found[column] = "actor.parent"


def _fits(target: str, values: list[str]) -> bool:
    """Whether the values are what the heading says; an empty column says what its heading says."""
    if target in (ADDRESS, KEY) or not values or field_of(target).type not in _CHECKED:
        return True
    name, _, field_name = target.partition(".")
    codes = field_of(target).type in (T.CODE, T.CODES)
    texts = [coded(target, value) if codes else value for value in values]
    taken = [clean(name, {field_name: text}).fields.get(field_name) for text in texts]
    return sum(value is not None for value in taken) >= _SOME * len(values)


def _by_values(values: list[str]) -> str:
    if not values:
        return ""
    for target, fits in _TESTS:
        if sum(map(fits, values)) >= _MOST * len(values):
            return target
    return ""


def _settled(sheet: Sheet, found: list[str]) -> list[str]:
    """One column a single-valued field; a list without a name column takes its first text column as one."""
    seen: set[str] = set()
    for column, target in enumerate(found):
        if target and target in seen and not _may_repeat(target):
            found[column] = ""
        seen.add(found[column])
    if "actor.name" not in seen:
        # A list of services is a list of their actors' services; without an actor column the service names both.
        persons = "contact.person" in seen
        for column, target in enumerate(found):
            if target in ("service.name", "actor.parent") or (
                target == "" and not persons and _may_name(sheet, column)
            ):
                found[column] = "actor.name"
                break
    return found


def _may_repeat(target: str) -> bool:
    if target in (ADDRESS, "contact.person", "contact.function"):
        return True
    return target != KEY and field_of(target).type in _REPEATED


def _may_name(sheet: Sheet, column: int) -> bool:
    values = _values(sheet, column)
    text = bool(values) and sum(any(c.isalpha() for c in v) for v in values) >= 0.8 * len(values)
    return text and not says_nothing(sheet.headings[column]) and not _are_persons(values)


def _are_persons(values: list[str]) -> bool:
    return bool(values) and sum(bool(split_persons(v)) for v in values) >= 0.5 * len(values)


def _values(sheet: Sheet, column: int) -> list[str]:
    cells = (row.cells[column] for row in sheet.rows if row.cells[column] and not nothing_said(row.cells[column]))
    return list(islice(cells, _SAMPLE))


def _is_address_book(sheet: Sheet) -> bool:
    """A person in each row, as mail programs and telephones export them."""
    return any(name_rank(h) == 2 for h in sheet.headings) and any(map(is_business, sheet.headings))


def _full(sheet: Sheet, column: int) -> bool:
    return all(row.cells[column] for row in sheet.rows)


def _unique(sheet: Sheet, columns: Sequence[int]) -> bool:
    keys = [tuple(row.cells[c].strip().casefold() for c in columns) for row in sheet.rows]
    return len(set(keys)) == len(keys)


def _counts(sheet: Sheet, column: int) -> bool:
    """Whether a column numbers the rows one after the other."""
    numbers = [cell.rstrip(".") for row in sheet.rows if (cell := row.cells[column].strip())]
    if len(numbers) < 2 or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in numbers):
        return False
    steps = [int(b) - int(a) for a, b in pairwise(numbers)]
    return int(numbers[0]) <= 1 and sum(step == 1 for step in steps) >= 0.9 * len(steps)


def _folded(heading: str) -> str:
    return " ".join(heading.casefold().replace(":", " ").replace("*", " ").split())


def _address(value: str) -> bool:
    address, _ = clean_address(value)
    return bool(address.street and (address.house_number or address.postcode))


def _hours(value: str) -> bool:
    return len(_HOURS.findall(value)) > 1 and any(c.isdigit() for c in value)


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("actor.mails", lambda v: "@" in v and bool(clean_mails(v)[0]) and len(v.split()) < 6),
    ("actor.websites", lambda v: ("http" in v or "www." in v) and bool(clean_websites(v)[0])),
    ("place.postcode", lambda v: bool(re.fullmatch(r"\d{5}", v))),
    ("actor.hours", _hours),
    (ADDRESS, _address),
    ("actor.phones", lambda v: sum(c.isdigit() for c in v) >= 6 and bool(clean_phones(v)[0]) and v[:1] in "0+(TtF"),
    ("contact.person", lambda v: split_person(v) is not None),
)
