"""What readers ask for does not fill the memory that everyone shares."""

from __future__ import annotations

from graph.analysis.coverage.states import EVERYONE
from graph.model.fields import Audience
from tests.webapp.conftest import Place
from webapp.pages.missing.wish import Wish


def test_neither_a_case_nor_a_question_is_kept_for_later_readers(place: Place) -> None:
    place.put("topic", "course", name="Sprachkurs", heading="language_learning")
    place.put("area", "town", name="Stadt", level="municipality")
    place.put("actor", "school", name="Schule", entry_point=True)
    place.put("service", "s", name="Kurs", provider="school", topics=["course"], languages=["uk", "ar"])
    asked = (
        "/de/ways/find?topic=course&language={}",
        "/de/missing?heading=language_learning&language={}&interpreters=no",
    )
    network, kept = place.services.live.refresh().seen_by(Audience.PUBLIC), []
    for language in ("uk", "ar"):
        for address in asked:
            assert place.visitor().get(address.format(language)).status_code == 200
        kept.append(len(network._memo))
    assert kept[0] == kept[1]


def test_without_a_language_interpreters_make_no_other_question() -> None:
    assert Wish(interpreters=False).question == EVERYONE
