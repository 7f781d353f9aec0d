"""What a commit costs beside the bare rows it writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from graph.connect import open_store
from graph.engines.embedded.sqlite import PRAGMAS, sqlite3
from graph.model.changes import Change, ChangeSet, Entry, OpId, Why
from tests.benchmarks.figures import Figures
from tests.benchmarks.timing import Compared, in_pairs, wall
from tests.generator import fill, generate
from tests.generator.filling import AT


def test_a_commit_of_one_field_costs_at_most_twice_its_bare_rows(figures: Figures, disk: Path) -> None:
    entries = generate(2000)
    store = open_store(str(disk / "ours.sqlite"))
    fill(store, entries)
    actors = [e for e in entries if e.kind == "actor"]
    commits = _commits(store.commit, actors)
    next(commits)()
    written = _written(disk / "ours.sqlite")
    store.close()  # type: ignore[attr-defined]
    shutil.copy(disk / "ours.sqlite", disk / "bare.sqlite")
    store = open_store(str(disk / "ours.sqlite"))
    bare = _bare(disk / "bare.sqlite", written)
    commits = _commits(store.commit, actors)

    def measure(rounds: int) -> Compared:
        return in_pairs([(lambda: next(commits)(), lambda: next(bare)())], rounds, wall)

    measure(20)
    figures.holds("commit of one field : its bare rows", 2.0, measure, 150)


def _commits(commit: Callable[[ChangeSet], object], actors: list[Entry]) -> Iterator[Callable[[], object]]:
    """Commits of one field each, of different actors."""
    for n in count():
        actor, about = actors[n % len(actors)], f"Neu beschrieben zum {n}. Mal."
        known = actor.fields.get("about") if n < len(actors) else f"Neu beschrieben zum {n - len(actors)}. Mal."
        change = Change(kind=actor.kind, id=actor.id, before={"about": known}, after={"about": about})
        changes = ChangeSet(
            op=OpId(f"{next(_numbers):032x}"),
            who="a" * 16,
            at=AT,
            why=Why(code="why.edit"),
            source="form",
            changes=(change,),
        )
        actors[n % len(actors)] = Entry(kind=actor.kind, id=actor.id, fields={**actor.fields, "about": about})
        yield lambda changes=changes: commit(changes)  # type: ignore[misc]


_numbers = count(1)


def _written(path: Path) -> dict[str, tuple[Any, ...]]:
    """The rows that the last commit wrote, by table."""
    connection = sqlite3.connect(str(path))
    row = connection.execute("SELECT * FROM log ORDER BY revision DESC LIMIT 1").fetchone()
    log_row = connection.execute("SELECT * FROM log_row WHERE revision = ?", (row[0],)).fetchone()
    entry = connection.execute("SELECT * FROM entry WHERE id = ?", (log_row[2],)).fetchone()
    connection.close()
    return {"log": row, "log_row": log_row, "entry": entry}


def _bare(path: Path, rows: dict[str, tuple[Any, ...]]) -> Iterator[Callable[[], object]]:
    """The same rows again and again with new numbers, each time in one transaction of a bare connection."""
    connection = sqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    ids = [id for (id,) in connection.execute("SELECT id FROM entry WHERE kind = 'actor'")]
    (revision,) = connection.execute("SELECT max(revision) FROM log").fetchone()
    for n in count(1):
        number, id, op = revision + n, ids[n % len(ids)], f"bare{n:028x}"

        def write(number: int = number, id: str = id, op: str = op) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                (id, *rows["entry"][1:]),
            )
            connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", (number, op, *rows["log"][2:]))
            connection.execute("INSERT INTO log_row VALUES (?, ?, ?, ?)", (number, 0, id, rows["log_row"][3]))
            connection.execute("COMMIT")

        yield write
