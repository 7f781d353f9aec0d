"""The tables of the index: analysed tokens, folded trigrams and telephone numbers, in SQLite's memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graph.search.analyser import Word, analyse
from graph.search.question import national_digits
from graph.search.sqlite import connect

WEIGHTS: Final = {"name": 10.0, "topic": 6.0, "service": 5.0, "place": 4.0, "text": 1.0}
"""Weight classes of text, the heaviest first; what stands in a name counts most."""
PHONE: Final = "phone"
"""The class of telephone numbers: found by their digits, never by words."""
MANY: Final = 20_000
"""Documents above which trigrams hold names only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What is found: an entry's id and its texts, each with a weight class of `WEIGHTS` or `PHONE`."""

    id: str
    fields: tuple[tuple[str, str], ...]
    facets: tuple[str, ...] = ()
    """What it is filtered by: "heading:money", "area:<id>"."""
    sort: str = ""
    """The name it is listed by."""


class Tables:
    """Rows by number; which number is which document, the index knows. One thread at a time."""

    def __init__(self, names_only: bool) -> None:
        self._trigram_classes = ("name",) if names_only else ("name", "topic", "service", "place")
        self._db = connect()
        for statement in _SCHEMA:
            self._db.execute(statement)

    def write(self, rows: Iterable[tuple[int, Document]], learn: Callable[[Iterable[tuple[str, str]]], None]) -> None:
        """Enter documents; `learn` is told each one's words, folded and as written."""
        self._db.execute("BEGIN")
        for row, document in rows:
            self._write(row, document, learn)
        self._db.execute("COMMIT")

    def drop(self, rows: Iterable[int], forget: Callable[[Iterable[str]], None]) -> None:
        """Take documents out; `forget` is told the words each one had."""
        self._db.execute("BEGIN")
        for row in rows:
            (surfaces,) = self._db.execute("SELECT surfaces FROM words WHERE rowid = ?", (row,)).fetchone()
            forget(surfaces.split())
            self._db.execute("DELETE FROM words WHERE rowid = ?", (row,))
            self._db.execute("DELETE FROM trigrams WHERE rowid = ?", (row,))
            self._db.execute("DELETE FROM numbers WHERE row = ?", (row,))
        self._db.execute("COMMIT")

    def matching(self, expression: str) -> Iterator[int]:
        """Rows that answer a full-text expression, best first by BM25 over the weighted classes."""
        found = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid", (expression,))
        return (row for (row,) in found)

    def occurs(self, expression: str) -> bool:
        """Whether any row answers."""
        return bool(self._db.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (expression,)).fetchone())

    def containing(self, pieces: Iterable[str]) -> Iterator[int]:
        """Rows whose folded text contains all pieces, each of at least three letters, anywhere in a word."""
        quoted = " AND ".join(f'"{piece}"' for piece in pieces)
        found = self._db.execute("SELECT rowid FROM trigrams WHERE trigrams MATCH ? ORDER BY rank, rowid", (quoted,))
        return (row for (row,) in found)

    def dialled(self, digits: str) -> Iterator[int]:
        """Rows with this number, then those whose number begins or ends so."""
        found = self._db.execute(_DIALLED, {"digits": digits, "reversed": digits[::-1], "after": "\x7f"})
        return (row for (row,) in found)

    def _write(self, row: int, document: Document, learn: Callable[[Iterable[tuple[str, str]]], None]) -> None:
        words = [(name, word) for name, text in document.fields if name != PHONE for word in analyse(text)]
        surfaces = {word.surface: word.written for _, word in words}
        learn(surfaces.items())
        columns = (_tokens(words, name) for name in WEIGHTS)
        self._db.execute(_INSERT_WORDS, (row, *columns, " ".join(surfaces)))
        folded = " ".join(word.surface for name, word in words if name in self._trigram_classes)
        self._db.execute("INSERT INTO trigrams(rowid, text) VALUES (?, ?)", (row, folded))
        numbers = {national_digits(text) for name, text in document.fields if name == PHONE}
        self._db.executemany(
            "INSERT INTO numbers VALUES (?, ?, ?)", [(row, digits, digits[::-1]) for digits in sorted(numbers)]
        )


def _tokens(words: Iterable[tuple[str, Word]], wanted: str) -> str:
    return " ".join(token for name, word in words if name == wanted for token in word.tokens)


# The ascii tokenizer takes every letter of other scripts as it is, so that one token of ours stays one token.
_SCHEMA: Final = (
    f"CREATE VIRTUAL TABLE words USING fts5({', '.join(WEIGHTS)}, surfaces UNINDEXED, tokenize='ascii')",
    f"INSERT INTO words(words, rank) VALUES ('rank', 'bm25({', '.join(map(str, WEIGHTS.values()))}, 0)')",
    "CREATE VIRTUAL TABLE trigrams USING fts5(text, tokenize='trigram')",
    "CREATE TABLE numbers(row INTEGER, digits TEXT, reversed TEXT)",
    "CREATE INDEX numbers_row ON numbers(row)",
    "CREATE INDEX numbers_digits ON numbers(digits)",
    "CREATE INDEX numbers_reversed ON numbers(reversed)",
)
_PLACES: Final = ", ".join("?" * (len(WEIGHTS) + 2))
_INSERT_WORDS: Final = f"INSERT INTO words(rowid, {', '.join(WEIGHTS)}, surfaces) VALUES ({_PLACES})"
_DIALLED: Final = """
SELECT row FROM (
  SELECT row, digits <> :digits AS part FROM numbers WHERE digits >= :digits AND digits < :digits || :after
  UNION ALL SELECT row, 1 FROM numbers WHERE reversed >= :reversed AND reversed < :reversed || :after
) GROUP BY row ORDER BY min(part), row
"""
