from __future__ import annotations

import pytest

from graph.model.topics import starting_topics
from graph.search.classify import Classifier

CLASSIFIER = Classifier({topic.code: (topic.name, topic.name_en, *topic.synonyms) for topic in starting_topics()})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Schuldnerberatung in Waiblingen", {"debt"}),
        ("Suchtberatungsstelle", {"addiction"}),
        ("Kinderbetreuung, Schule und Studium", {"childcare", "school", "university"}),
        ("Bildungs- und Teilhabepaket (BuT)", {"education-package"}),
        ("Jugendmigrationsdienst", {"youth-migration-service"}),
        ("Volkshochschulen", {"adult-education"}),
        ("mira - Mit Recht bei der Arbeit", {"labour-law"}),
        ("Schulsozialarbeit", {"school-social-work"}),
        ("German lessons for beginners", {"german-course"}),
    ],
)
def test_a_text_that_names_topics_is_about_these(text: str, codes: set[str]) -> None:
    assert {code for code, _ in CLASSIFIER.topics_for(text)} == codes


@pytest.mark.parametrize(
    "text",
    ["", "Beratungsstellen und Hilfsangebote", "Städte und Gemeinden", "Stadt Welzheim", "open but late", "Behörden"],
)
def test_a_text_that_names_no_topic_is_about_none(text: str) -> None:
    assert CLASSIFIER.topics_for(text) == []


def test_a_name_is_surer_than_a_synonym_and_this_than_a_part_of_a_word() -> None:
    debt = Classifier({"debt": ("Schulden", "Insolvenz")})
    scores = [debt.topics_for(text)[0][1] for text in ("Schulden", "Insolvenz", "Insolvenzberatungsstelle")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
