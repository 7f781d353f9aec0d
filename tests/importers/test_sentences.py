from __future__ import annotations

import re
from pathlib import Path

from graph.model.sentences import sentences

SOURCES = Path(__file__).resolve().parents[2] / "importers"


def test_every_code_of_reading_has_its_sentence_and_each_sentence_its_code() -> None:
    text = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    used = set(re.findall(r'"((?:read|child)\.(?!py)\w+)"', text)) | {f"read.kind_{kind}" for kind in _kinds(text)}
    stated = {code for code in sentences() if code.startswith(("read.", "child."))}
    assert used == stated


def test_both_languages_take_the_same_parameters() -> None:
    for code, (german, english) in sentences().items():
        if code.startswith(("read.", "child.")):
            assert sorted(re.findall(r"{(\w+)}", german)) == sorted(re.findall(r"{(\w+)}", english)), code


def _kinds(text: str) -> set[str]:
    listed = re.search(r"_MAGIC = \((.*?)\n\)", text, re.DOTALL)
    assert listed
    named = re.findall(r'b".*", "(\w+)"\)', listed[1])
    returned = re.search(r"def _zip_kind.*?\n\n\n", text, re.DOTALL)
    assert returned
    return {*named, *re.findall(r'return "(\w+)"', returned[0])}
