from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from graph.model import values
from graph.model.sentences_values import SENTENCES

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(values.__file__).parent.glob("*.py"))


def test_every_problem_has_a_sentence_and_every_sentence_a_problem() -> None:
    assert {f"value.{code}" for code in re.findall(r'problem\(\s*"(\w+)"', SOURCES)} == SENTENCES.keys()


def test_both_languages_name_the_same_parameters() -> None:
    for german, english in SENTENCES.values():
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (german, english)]
        assert fields[0] == fields[1]
