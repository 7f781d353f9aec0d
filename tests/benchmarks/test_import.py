"""What an import costs beside its bare parts, and a row of a long list beside a row of a short one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import _lru_cache_wrapper
from itertools import count
from pathlib import Path
from statistics import median

from graph.connect import open_store
from graph.engines.embedded.sqlite import PRAGMAS, sqlite3
from graph.model.changes import EVERYTHING, ChangeSet, OpId, Why
from graph.model.values.hours import clean_hours
from graph.model.values.phone import clean_phones
from graph.network import Network
from importers.files.read import read
from importers.files.table import Sheet
from importers.lists.columns import guess, guess_key, heading_words
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from tests.benchmarks.figures import Figures
from tests.benchmarks.grounds import LARGE, MIDDLE
from tests.benchmarks.timing import Compared, quiet, seconds
from tests.generator import as_table, fill, generate
from tests.generator.filling import AT

_REMEMBERING = ("graph.model.values", "graph.search.analyser", "importers")


@dataclass(kw_only=True)
class _List:
    """A list, a store that knows its areas and topics, and a folder for copies of it."""

    content: bytes
    store: Path
    folder: Path
    rows: int


def test_an_import_costs_at_most_three_times_its_bare_parts(figures: Figures, disk: Path) -> None:
    short = _list(MIDDLE, disk)

    def measure(rounds: int) -> Compared:
        ours: list[float] = []
        parts: list[list[float]] = []
        with quiet():
            for _ in range(rounds):
                taken, copy = _imported(short)
                ours.append(taken)
                parts.append([_fresh(work) for work in _bare(short, copy)])
        bare = [median(part) for part in zip(*parts, strict=True)]
        names = ("reading the file", "parsing phones", "parsing hours", "inserting rows")
        said = ", ".join(f"{name} {1e3 * part:.0f} ms" for name, part in zip(names, bare, strict=True))
        figures.note(f"  {said}")
        ratios = [a / sum(b) for a, b in zip(ours, parts, strict=True)]
        return Compared(ours=median(ours), theirs=sum(bare), ratio=median(ratios))

    figures.holds(f"import of {short.rows} rows : its bare parts", 3.0, measure, 3)


def test_a_row_of_a_long_list_costs_little_more_than_one_of_a_short_list(figures: Figures, disk: Path) -> None:
    short, long = _list(MIDDLE, disk), _list(LARGE, disk)

    def measure(rounds: int) -> Compared:
        with quiet():
            pairs = [(_imported(short)[0], _imported(long)[0], _imported(short)[0]) for _ in range(max(1, rounds))]
        per_row = [(b / long.rows, (a + c) / 2 / short.rows) for a, b, c in pairs]
        ours, theirs = median(a for a, _ in per_row), median(b for _, b in per_row)
        return Compared(ours=ours, theirs=theirs, ratio=ours / theirs)

    figures.holds(f"import per row, {long.rows} rows : {short.rows} rows", 1.25, measure, 1)


def _list(actors: int, folder: Path) -> _List:
    entries = generate(actors, joined=False)
    store = folder / f"{actors}.sqlite"
    opened = open_store(str(store))
    fill(opened, [e for e in entries if e.kind in ("area", "topic")])
    opened.close()  # type: ignore[attr-defined]
    rows = sum(e.kind == "service" for e in entries)
    return _List(content=as_table(entries), store=store, folder=folder, rows=rows)


_numbers = count(1)


def _imported(wanted: _List) -> tuple[float, Path]:
    """(CPU seconds of reading, proposing and committing a list into a fresh copy of its store, the copy)."""
    copy = wanted.folder / f"copy-{next(_numbers)}.sqlite"
    shutil.copy(wanted.store, copy)
    store = open_store(str(copy))
    revision, entries = store.load(EVERYTHING)
    network = Network(entries, revision=revision)

    def work() -> None:
        sheet = read(wanted.content, "liste.csv", known=heading_words()).sheets[0]
        targets = guess(sheet)
        mapping = Mapping(targets=targets, key=guess_key(sheet, targets), source_name="Liste", basis="published")
        found = propose(
            network, sheet, mapping, file="liste.csv", today=date(2026, 11, 3), new_id=lambda: f"{next(_numbers):016x}"
        )
        assert found.counts()["new"] == wanted.rows
        why, op = Why(code="why.import"), OpId(f"import-{next(_numbers)}")
        store.commit(ChangeSet(op=op, who="", at=AT, why=why, source="import:1", changes=found.changes))

    taken = _fresh(work)
    store.close()  # type: ignore[attr-defined]
    return taken, copy


def _bare(wanted: _List, imported: Path) -> list[Callable[[], object]]:
    """The parts alone: reading the file, parsing its phones and its hours, inserting the rows that the import wrote."""
    sheets: list[Sheet] = []

    def reading() -> None:
        sheets[:] = read(wanted.content, "liste.csv", known=heading_words()).sheets

    def phones() -> None:
        for text in _column(sheets[0], "Telefon"):
            clean_phones(text)

    def hours() -> None:
        for text in _column(sheets[0], "Öffnungszeiten"):
            clean_hours(text)

    return [reading, phones, hours, _inserting(wanted, imported)]


def _column(sheet: Sheet, heading: str) -> list[str]:
    at = sheet.headings.index(heading)
    return [row.cells[at] for row in sheet.rows if row.cells[at]]


def _inserting(wanted: _List, imported: Path) -> Callable[[], None]:
    done = sqlite3.connect(str(imported))
    known = {id for (id,) in sqlite3.connect(str(wanted.store)).execute("SELECT id FROM entry")}
    rows = {
        "entry": [row for row in done.execute("SELECT * FROM entry") if row[0] not in known],
        "link": [row for row in done.execute("SELECT * FROM link") if row[0] not in known],
        "log": done.execute("SELECT * FROM log WHERE revision = 2").fetchall(),
        "log_row": done.execute("SELECT * FROM log_row WHERE revision = 2").fetchall(),
        "personal": done.execute("SELECT * FROM personal WHERE revision = 2").fetchall(),
    }
    done.close()
    copy = wanted.folder / f"copy-{next(_numbers)}.sqlite"
    shutil.copy(wanted.store, copy)
    connection = sqlite3.connect(str(copy), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        connection.execute(pragma)

    def work() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        connection.execute("COMMIT")

    return work


def _fresh(work: Callable[[], object]) -> float:
    """CPU seconds of work that nobody did before: what values and words were remembered is forgotten."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_REMEMBERING):
            for each in vars(module).values():
                if isinstance(each, _lru_cache_wrapper):
                    each.cache_clear()
    return seconds(work)
