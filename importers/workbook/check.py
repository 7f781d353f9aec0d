"""Check a folder of CSVs in the workbook's columns: `python -m importers.workbook.check FOLDER [AREAS.geojson …]`.

Every problem with file, row, column and reason; exit code 1 when there is one. Links may go to the starting topics and
to the areas given; without any, to those of the Burgenlandkreis that come along.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from graph.model.changes import Change
from graph.model.sentences import say
from graph.network import Network
from graph.operations.seed import changeset
from importers.areas.outlines import propose_outlines
from importers.files.geojson import read_outlines
from importers.files.table import ReadError
from importers.workbook.decided import Decided
from importers.workbook.filled import Filled, has_key, twice
from importers.workbook.folder import read_folder
from importers.workbook.propose import propose

_SAMPLES = Path(__file__).parents[1] / "samples" / "burgenlandkreis"
_DAY = date(2026, 1, 1)
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_KEPT = Decided(keep_keys=True)
_GOOD = frozenset({"new", "changed", "unchanged"})


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong with a folder, else what it would make."""
    if not arguments:
        print(__doc__)
        return 2
    areas = [Path(each) for each in arguments[1:]] or sorted(_SAMPLES.glob("*.geojson"), reverse=True)
    try:
        filled = read_folder(Path(arguments[0]))
        found = list(problems(filled, with_areas(areas)))
    except ReadError as error:
        print(say(error.code, "de", **error.params))
        return 1
    for line in found:
        print(line)
    rows = Counter(sheet.kind for sheet in filled.sheets for _ in sheet.rows)
    print(f"{len(found)} Mängel; Zeilen: " + ", ".join(f"{kind} {n}" for kind, n in rows.items()))
    return 1 if found else 0


def problems(filled: Filled, network: Network) -> Iterator[str]:
    """Everything that is wrong with a workbook, one line each, in German."""
    for sheet in filled.sheets:
        if not has_key(sheet):
            yield f"{sheet.name}: {say('workbook.no_key', 'de', sheet=sheet.name)}"
        for heading, column in zip(sheet.headings, sheet.columns, strict=True):
            if column is None:
                yield f"{sheet.name}, Spalte „{heading}“: {say('workbook.unknown_column', 'de', column=heading)}"
        for heading in twice(sheet):
            yield f"{sheet.name}: {say('workbook.column_twice', 'de', sheet=sheet.name, column=heading)}"
    for told in filled.problems:
        where = f", Zeile {told.row}" if told.row else ""
        yield f"{say(told.code, 'de', **told.params)}{where}"
    yield from _rows(filled, network)


def with_areas(files: Sequence[Path]) -> Network:
    """A network with the starting topics and these areas."""
    network = Network().apply(changeset(_NOW).changes)
    ids = count(1)
    for file in files:
        outlines = read_outlines(file.read_bytes(), file.name)
        changes: tuple[Change, ...] = propose_outlines(
            network, outlines, file=file.name, source_name=file.stem, new_id=lambda: f"area-{next(ids)}",
            county_names={"15084": "Burgenlandkreis"},
        ).changes  # fmt: skip
        network = network.apply(changes)
    return network


def _rows(filled: Filled, network: Network) -> Iterator[str]:
    ids = count(1)
    made = propose(network, filled, file="", today=_DAY, new_id=lambda: f"new-{next(ids)}", decided=_KEPT)
    for row in made.rows:
        for remark in row.remarks:
            column = f", Spalte „{remark.column}“" if remark.column else ""
            said = say(remark.code, "de", **remark.params)
            yield f"{row.sheet}, Zeile {row.number} ({row.name}){column}: {said}"
        if row.outcome not in _GOOD and not row.remarks:
            yield f"{row.sheet}, Zeile {row.number} ({row.name}): {row.outcome}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
