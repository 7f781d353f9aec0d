"""`knotenpunkt import FILE`: what a list would do, or with --apply, take it in."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from webapp.cli.choice import add_choice, config_of
from webapp.cli.progress import language
from webapp.cli.speech import Pair, Refused, said, tell

if TYPE_CHECKING:
    from importers.proposal import Proposal, RowReport
    from webapp.config import Config
    from webapp.imports.read_file import Found

NAME = "import"
HELP = (
    "eine Liste (CSV, XLSX, XLS, ODS) oder Umrisse (GeoJSON) einlesen; ohne --apply nur die Vorschau",
    "import a list (CSV, XLSX, XLS, ODS) or outlines (GeoJSON); without --apply only the preview",
)

_COUNTS = (
    "{file}: {new} neu, {changed} geändert, {unchanged} unverändert, {duplicate} vielleicht doppelt, "
    "{rejected} nicht übernommen",
    "{file}: {new} new, {changed} changed, {unchanged} unchanged, {duplicate} possible duplicates, {rejected} rejected",
)
_ROW = ("{file}, Zeile {row}, {name}: {reason}", "{file}, row {row}, {name}: {reason}")
_LIKE = ("vielleicht dieselbe Stelle wie „{name}“; ausgelassen", "perhaps the same organisation as “{name}”; left out")
_PERSONS = (
    "Kontakte mit Personenbezug: {n}; sichtbar nur für die Koordination.",
    "Contacts with personal data: {n}; visible to coordination only.",
)
_SEEN = (
    "Kontakte mit Personenbezug, die nach der Spalte „Sichtbarkeit“ nicht nur die Koordination sieht: {n}.",
    "Contacts with personal data that, by the column “Sichtbarkeit”, not only coordination sees: {n}.",
)
_LEFT_OUT = (
    "Angaben zu Personen bleiben draußen, weil keine Rechtsgrundlage genannt ist (--basis): {n}.",
    "Details of persons are left out because no legal basis is named (--basis): {n}.",
)
_MISSING = (
    "Zeilen der früheren Fassung, die jetzt fehlen: {n}. Gelöscht wird nichts.",
    "Rows of the earlier version that are missing now: {n}. Nothing is deleted.",
)
_PREVIEW = (
    "Vorschau: Es wurde nichts übernommen. Mit --apply wird die Liste eingelesen.",
    "Preview: nothing was imported. Use --apply to import the list.",
)
_NOTHING = ("Es gibt nichts zu übernehmen.", "There is nothing to import.")
_DONE = (
    "Eingelesen. Neuer Stand: {revision}. Zurücknehmen: knotenpunkt undo {revision}",
    "Imported. New revision: {revision}. To undo it: knotenpunkt undo {revision}",
)
_NO_COLUMN = (
    "Die Spalte „{column}“ gibt es in {file} nicht. Es gibt: {columns}",
    "There is no column “{column}” in {file}. There are: {columns}",
)
_NO_TARGET = (
    "„{target}“ kann eine Spalte nicht bedeuten. Möglich sind: {targets}",
    "A column cannot mean “{target}”. It can mean: {targets}",
)
_NO_PAIR = ("„{text}“ hat nicht die Form LINKS=RECHTS.", "“{text}” is not of the form LEFT=RIGHT.")


def add(parser: argparse.ArgumentParser) -> None:
    """Which file, how to read it, and whether to write."""
    from graph.model.codes import BASES

    parser.add_argument("file", type=Path, metavar=said(("DATEI", "FILE")))
    parser.add_argument("--apply", action="store_true", help=said(("einlesen", "import it")))
    for option, help in _TEXTS.items():
        parser.add_argument(f"--{option}", help=said(help))
    parser.add_argument(
        "--basis", choices=list(BASES), help=said(("Rechtsgrundlage der Personen", "legal basis of persons"))
    )
    parser.add_argument("--header", type=int, help=said(("Zeile der Überschriften", "row of the headings")))
    for option, metavar, help in _SEVERAL:
        parser.add_argument(f"--{option}", action="append", default=[], metavar=said(metavar), help=said(help))
    parser.add_argument("--store", metavar="URL", help=said(("Ort der Datenhaltung", "where the network is kept")))
    add_choice(parser)


def run(options: argparse.Namespace) -> int:
    """Show what the file would do, and do it if asked. 1 when a row was rejected."""
    from webapp.imports import direct
    from webapp.opening import open_network

    services = open_network(_config(options))
    name = options.file.name
    found = _read(options)
    stated = _stated(options, found)
    now = services.now()
    made = direct.prepare(services.store, services.op(), name, found, stated, now, _progress)
    _report(name, made.proposal, found.shown.get("parts", ()))
    if not options.apply:
        tell(_PREVIEW)
    elif not made.proposal.changes:
        tell(_NOTHING)
    else:
        tell(_DONE, revision=direct.write(services.store, made, now))
    services.store.close()
    return 1 if made.proposal.counts()["rejected"] else 0


_TEXTS: dict[str, Pair] = {
    "source": ("Name der Quelle", "name of the source"),
    "licence": ("Lizenz der Liste", "licence of the list"),
    "attribution": ("Quellenvermerk", "attribution"),
    "received-on": ("Stand der Liste, JJJJ-MM-TT", "date of the list, YYYY-MM-DD"),
    "sheet": ("Tabellenblatt", "sheet"),
    "encoding": ("Zeichenkodierung einer CSV-Datei", "encoding of a CSV file"),
    "separator": ("Trennzeichen einer CSV-Datei", "separator of a CSV file"),
}
_SEVERAL: tuple[tuple[str, Pair, Pair], ...] = (
    ("key", ("SPALTE", "COLUMN"), ("Spalte, an der eine Zeile wiedererkannt wird", "column that identifies a row")),
    (
        "map",
        ("SPALTE=ZIEL", "COLUMN=TARGET"),
        ("Bedeutung einer Spalte, etwa Tel=actor.phones", "what a column means, such as Tel=actor.phones"),
    ),
    (
        "county-name",
        ("KREIS=NAME", "COUNTY=NAME"),
        ("Name eines Kreises, etwa 08119=Rems-Murr-Kreis", "name of a county, such as 08119=Rems-Murr-Kreis"),
    ),
)


def _config(options: argparse.Namespace) -> Config:
    config = config_of(options)
    return dataclasses.replace(config, store_url=options.store) if options.store else config


def _read(options: argparse.Namespace) -> Found:
    from importers.child import bounded
    from importers.child.stopped import Stopped
    from importers.files.content import load
    from importers.files.read import STOPPED
    from importers.files.table import ReadError
    from webapp.imports.read_file import Found

    name = options.file.name
    how = {key: getattr(options, key) for key in ("sheet", "encoding", "separator", "header")}
    given = {key: value for key, value in how.items() if value is not None}
    try:
        content = load(options.file)
        answer = bounded.run("webapp.tasks.reading:found", content, arguments={"name": name, "options": given})
    except ReadError as error:
        raise error.naming(name) from error
    except Stopped as stopped:
        params = {key: value for key, value in stopped.params.items() if key != "file"}
        raise ReadError(STOPPED.get(stopped.code, stopped.code), file=name, **params) from stopped
    return Found(**answer)


def _stated(options: argparse.Namespace, found: Found) -> dict[str, Any]:
    headings: list[str] = found.shown.get("headings", [])
    pairs = {
        "source_name": options.source,
        "licence": options.licence,
        "attribution": options.attribution,
        "received_on": options.received_on,
        "basis": options.basis,
        "county_names": dict(_pair(text) for text in options.county_name),
        "key": [_column(options, headings, text) for text in options.key],
    }
    stated = {key: value for key, value in pairs.items() if value}
    return stated | ({"targets": _targets(options, found, headings)} if options.map else {})


def _targets(options: argparse.Namespace, found: Found, headings: list[str]) -> list[str]:
    from importers.lists.mapping import targets

    chosen = list(found.shown.get("guess", ()))
    for text in options.map:
        column, target = _pair(text)
        if target and target not in targets():
            raise Refused(_NO_TARGET, target=target, targets=", ".join(targets()))
        chosen[_column(options, headings, column)] = target
    return chosen


def _column(options: argparse.Namespace, headings: list[str], name: str) -> int:
    folded = [heading.strip().casefold() for heading in headings]
    if name.strip().casefold() not in folded:
        raise Refused(_NO_COLUMN, column=name, file=options.file.name, columns=", ".join(headings) or "–")
    return folded.index(name.strip().casefold())


def _pair(text: str) -> tuple[str, str]:
    left, sign, right = text.rpartition("=")
    if not sign:
        raise Refused(_NO_PAIR, text=text)
    return left.strip(), right.strip()


def _progress(done: int, total: int, step: str) -> None:
    if sys.stderr.isatty() and total:
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _report(file: str, proposal: Proposal, parts: Sequence[str]) -> None:
    from importers.files.together import row_name

    for row in proposal.rows:
        for reason in _reasons(row):
            tell(_ROW, file=file, row=row_name(row.number, parts), name=row.name or "–", reason=reason)
    tell(_COUNTS, file=file, **proposal.counts())
    told = (
        (_PERSONS, proposal.persons),
        (_SEEN, proposal.persons_seen),
        (_LEFT_OUT, proposal.persons_left_out),
        (_MISSING, proposal.missing),
    )
    for pair, n in told:
        if n:
            tell(pair, n=n)


def _reasons(row: RowReport) -> Iterator[str]:
    from graph.model.sentences import say

    if row.outcome == "duplicate" and row.like:
        yield said(_LIKE, name=row.like_name)
    for remark in row.remarks:
        text = say(remark.code, language(), **remark.params)
        yield f"{remark.column}: {text}" if remark.column else text
