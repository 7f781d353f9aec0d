"""The pages' texts and their English: `python3 -m tests.translations` brings the catalogue up to the sources.

German is what the sources say; new texts enter the catalogue without English, texts that are no more leave it. It is
compiled as well: what Python reads is `messages.mo`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "webapp/translations/en/LC_MESSAGES"
PO, MO = FOLDER / "messages.po", FOLDER / "messages.mo"

_TEXTS = {"_": 1, "N_": 1, "translator": 1, "_n": 2, "plural_translator": 2}
"""Who says texts, and how many of its first arguments are one. `translator(lang)("…")` counts like `_("…")`."""

Id = str | tuple[str, str]
"""A text, or its singular and plural."""


class Said(NamedTuple):
    """One place of a text. `text` is None where it is put together while running, so that no catalogue can know it."""

    file: str
    line: int
    text: Id | None


def said() -> list[Said]:
    """Every place in templates and Python that says a text of the pages."""
    templates = (said for file, text in _sources("*.html") for said in in_template(file, text))
    modules = (said for file, text in _sources("*.py") for said in in_python(file, text))
    return [*templates, *modules]


def in_template(file: str, source: str) -> Iterator[Said]:
    """The texts of a template."""
    for call in Environment().parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in _TEXTS:
            texts = [each.value if isinstance(each, nodes.Const) else None for each in call.args]
            yield Said(file, call.lineno, _id(texts, _TEXTS[call.node.name]))


def in_python(file: str, source: str) -> Iterator[Said]:
    """The texts of a module. A variable as the only text is taken to be marked by `N_` where it was written."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = _called(call.func)
        if name in _TEXTS and not isinstance(call.args[0], ast.Name):
            texts = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
            yield Said(file, call.lineno, _id(texts, _TEXTS[name]))


def read(path: Path = PO) -> Catalog:
    """The catalogue as it is."""
    with path.open("rb") as stream:
        return read_po(stream, locale="en")


def updated(old: Catalog, texts: list[Said]) -> Catalog:
    """The catalogue of these texts with the English that is known."""
    new = Catalog(
        locale="en",
        project="Knotenpunkt",
        version="1",
        header_comment="# What the pages say, in English. Made by python3 -m tests.translations.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
        creation_date=old.creation_date,
        revision_date=old.creation_date,
    )
    for file, _, text in sorted(texts, key=lambda each: (each.file, each.line)):
        if text is not None:
            known = old.get(text if isinstance(text, str) else text[0])
            new.add(text, known.string if known else None, locations=[(file, None)])
    return new


def _sources(pattern: str) -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "webapp").rglob(pattern)):
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def _called(function: ast.expr) -> str:
    """`_` of `_(…)` and `here._(…)`, `translator` of `translator(lang)(…)`."""
    if isinstance(function, ast.Call):
        return _name_of(function.func) if _name_of(function.func).endswith("translator") else ""
    return "" if _name_of(function).endswith("translator") else _name_of(function)


def _name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _id(texts: list[object], count: int) -> Id | None:
    if not all(isinstance(each, str) for each in texts[:count]) or len(texts) < count:
        return None
    return texts[0] if count == 1 else (texts[0], texts[1])  # type: ignore[return-value]


def main() -> int:
    """Bring the catalogue up to the sources; say what has no English yet."""
    catalogue = updated(read() if PO.exists() else Catalog(locale="en"), said())
    FOLDER.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as stream:
        write_po(stream, catalogue, width=120)
    with MO.open("wb") as stream:
        write_mo(stream, catalogue)
    missing = [message for message in catalogue if message.id and not translated(message)]
    print(*(f"{message.locations[0][0]}: {message.id}" for message in missing), sep="\n")
    return len(missing) and 1


def translated(message: Message) -> bool:
    """Whether a text has its English, in every form that English has."""
    return all(message.string) if message.pluralizable else bool(message.string)


if __name__ == "__main__":
    sys.exit(main())
