from __future__ import annotations

from graph.model.codes import HEADINGS
from graph.model.topics import starting_topics


def test_every_heading_has_topics_and_every_topic_a_heading() -> None:
    assert {topic.heading for topic in starting_topics()} == set(HEADINGS)


def test_codes_and_names_are_unique() -> None:
    topics = starting_topics()
    assert len({topic.code for topic in topics}) == len({topic.name for topic in topics}) == len(topics)


def test_a_parent_comes_before_its_topic_beneath_the_same_heading_and_has_none_itself() -> None:
    seen = {}
    for topic in starting_topics():
        if topic.parent:
            assert seen[topic.parent].heading == topic.heading
            assert seen[topic.parent].parent is None
        seen[topic.code] = topic


def test_no_topic_says_a_synonym_twice() -> None:
    for topic in starting_topics():
        names = [topic.name, topic.name_en, *topic.synonyms]
        assert len(set(names)) == len(names), topic.code
