"""Every error says in words what happened, in both languages."""

from __future__ import annotations

from string import Formatter

import pytest

from graph.model.changes import EntryId
from graph.model.errors import (
    Conflict,
    Dangling,
    Denied,
    Invalid,
    KnotenpunktError,
    Missing,
    RecordConflict,
    Unavailable,
)
from graph.model.sentences import say, sentences

ERRORS = [
    Conflict([]),
    Dangling(EntryId("a"), "parent", EntryId("b")),
    Denied("edit"),
    Invalid([]),
    Missing("actor", "a"),
    RecordConflict("job", "r"),
    Unavailable(),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_an_error_is_said_in_both_languages(error: KnotenpunktError) -> None:
    german, english = (say(error.code, lang, **error.params) for lang in ("de", "en"))
    assert german != english == str(error)
    assert error.code not in german + english


@pytest.mark.parametrize("code", [code for code in sentences() if code.startswith("store.")])
def test_both_sentences_of_the_store_take_the_same_parameters(code: str) -> None:
    german, english = ({name for _, name, _, _ in Formatter().parse(text)} for text in sentences()[code])
    assert german == english
