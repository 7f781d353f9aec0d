"""Each hostile or broken file ends in a clear sentence, within limits, or is read with a word of warning."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import importers.files.read
from graph.model.sentences import say
from importers.child import bounded
from importers.files.geojson import read_outlines_bounded
from importers.files.read import read_bounded
from importers.files.table import ReadError
from tests.hostile.files import LISTS, OUTLINES, Hostile, flipped_books

MEMORY, SECONDS = 768 * 2**20, 30
Reading = Callable[[Any, str], Any]


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bounded.Usage]]:
    found: list[bounded.Usage] = []
    monkeypatch.setattr(
        importers.files.read, "run", lambda *given, **named: bounded.run(*given, **named, on_end=found.append)
    )
    yield found
    assert all(usage.peak <= MEMORY for usage in found)
    assert all(usage.wall <= SECONDS for usage in found)


@pytest.mark.parametrize("hostile", LISTS, ids=lambda hostile: hostile.name)
def test_a_hostile_list_is_refused_or_read_with_a_warning(hostile: Hostile, used: list[bounded.Usage]) -> None:
    _check(hostile, read_bounded)


@pytest.mark.parametrize("hostile", OUTLINES, ids=lambda hostile: hostile.name)
def test_hostile_outlines_are_refused_or_read_with_a_warning(hostile: Hostile, used: list[bounded.Usage]) -> None:
    _check(hostile, read_outlines_bounded)


@pytest.mark.parametrize(("name", "content"), flipped_books(12), ids=[name for name, _ in flipped_books(12)])
def test_a_workbook_with_changed_bytes_is_read_or_refused(name: str, content: bytes, used: list[bounded.Usage]) -> None:
    try:
        assert read_bounded(content, name).sheets
    except ReadError as error:
        assert name in say(error.code, "de", **error.params)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("/etc/passwd"), os.mkfifo])
def test_what_is_no_regular_file_is_not_opened(make: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    make(path)
    with pytest.raises(ReadError) as caught:
        read_bounded(path, path.name)
    assert caught.value.code == "read.not_a_file"


def _check(hostile: Hostile, read: Reading) -> None:
    content = hostile.make()
    began = time.monotonic()
    if hostile.error:
        with pytest.raises(ReadError) as caught:
            read(content, hostile.name)
        assert caught.value.code in hostile.error
        _check_sentence(caught.value, hostile.name)
    else:
        codes = [problem.code for problem in read(content, hostile.name).problems]
        assert codes == ([hostile.warning] if hostile.warning else [])
        assert all(say(code, "de") for code in codes)
    assert time.monotonic() - began < SECONDS


def _check_sentence(error: ReadError, name: str) -> None:
    for lang in ("de", "en"):
        sentence = say(error.code, lang, **error.params)
        assert name in sentence
        assert "…" not in sentence
