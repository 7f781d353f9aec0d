"""How well the search answers questions as people type them."""

from __future__ import annotations

import pytest

from graph.model.topics import starting_topics
from graph.search.index import Index
from tests.graph.search.collection import MORE_QUESTIONS, QUESTIONS, collection

LEAST = 0.93


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(collection(), {topic.name: (topic.name_en, *topic.synonyms) for topic in starting_topics()})


@pytest.mark.parametrize("questions", [QUESTIONS, MORE_QUESTIONS], ids=["first", "more"])
def test_nearly_every_hard_question_finds_its_answer_among_the_first_three(
    index: Index, questions: dict[str, str]
) -> None:
    missed = [q for q, answer in questions.items() if answer not in {hit.id for hit in index.search(q, limit=3)}]
    assert len(missed) <= (1 - LEAST) * len(questions), missed
