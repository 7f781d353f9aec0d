"""How well the search answers questions as people type them."""

from __future__ import annotations

import pytest

from graph.model.topics import starting_topics
from graph.search.index import Index
from tests.graph.search.collection import QUESTIONS, collection

LEAST = 0.93


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(collection(), {topic.name: (topic.name_en, *topic.synonyms) for topic in starting_topics()})


def test_nearly_every_hard_question_finds_its_answer_among_the_first_three(index: Index) -> None:
    missed = {
        q: answer for q, answer in QUESTIONS.items() if answer not in [hit.id for hit in index.search(q, limit=3)]
    }
    assert len(missed) <= (1 - LEAST) * len(QUESTIONS), missed
