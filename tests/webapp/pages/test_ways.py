"""Ways and structure: what everyone reads names no actor, what coordinators read does; a case is answered at once."""

from __future__ import annotations

import html
import re

import pytest

from graph.analysis.council.report import PARTS
from graph.analysis.council.structure import structure_part
from graph.analysis.council.ways import journeys_part, ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.fields import Audience
from tests.webapp.conftest import Place, Visitor
from webapp.access import Role
from webapp.figures import assumed, keeping

NAMES = ("Willkommenshaus", "Teestube", "Sprachschule", "Rastlos")


@pytest.fixture
def county(place: Place) -> Place:
    """A welcome house sends to a café; nobody sends to the school, which has the course. Two clubs go in a circle."""
    place.put("area", "county", name="Kreis", level="county")
    place.put("area", "town", name="Mittelstadt", level="municipality", parent="county")
    place.put("topic", "course", name="Sprachkurs", heading="german")
    place.put("topic", "law", name="Recht", heading="advice")
    place.put("topic", "tea", name="Begegnung beim Tee", heading="community")
    for id, name, sector in zip(("house", "cafe", "school", "club"), NAMES, ("administration", "civil_society") * 2, strict=True):  # fmt: skip # noqa: E501
        place.put("actor", id, name=name, areas=["town"], sector=sector, phones=["+4934451234"], entry_point=id == "house")  # fmt: skip # noqa: E501
    place.put("service", "s-tea", name="Teenachmittag", provider="cafe", topics=["tea"], languages=["uk"])
    place.put("service", "s-course", name="Deutsch am Abend", provider="school", topics=["course"])
    place.put("referral", "r1", sender="house", receiver="s-tea", waiting_weeks=2, waiting_on="2026-11-03")
    place.put("referral", "r2", sender="cafe", receiver="club")
    place.put("referral", "r3", sender="club", receiver="cafe")
    place.put("journey", "way", name="Ankommen", start="house")
    place.put("step", "st1", name="Tee trinken", journey="way", position=1, topic="tea", checked_on="2026-10-01", legal_basis="§ 1")  # fmt: skip # noqa: E501
    place.put("step", "st2", name="Deutsch lernen", journey="way", position=2, topic="course")
    return place


def compute(place: Place) -> None:
    """As the job does, with the parts that these pages read."""
    assert {"ways", "journeys", "structure"} <= set(PARTS)
    whole = place.services.live.refresh()
    day = place.now.date()
    for audience in Audience:
        if audience is Audience.COORDINATION or audience in (Audience.PUBLIC, Audience.NETWORK):
            seen = whole.seen_by(audience)
            data = ways_part(seen, day, Assumptions()) | journeys_part(seen, day) | structure_part(seen, day)
            data |= {"hanging": [["course", "school"]], "confirmation": {"both": 0, "one": 0, "none": 3}}
            head = keeping.Head(
                key=keeping.key_of(audience), number="1", revision=int(whole.revision), day=day, moment=place.now,
                assumed=assumed.Assumed().body, settings=0,
            )  # fmt: skip
            keeping.keep(place.services.store, head, data)


def text(visitor: Visitor, path: str) -> str:
    answer = visitor.get(path)
    assert answer.status_code == 200, path
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True))))


PAGES = ("/de/ways", "/de/ways/journey/way", "/de/ways/topics", "/de/ways/topic/tea", "/de/ways/topic/course", "/de/structure")  # fmt: skip # noqa: E501


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.PARTNER])
def test_who_does_not_coordinate_reads_topics_and_places_only(county: Place, role: Role) -> None:
    compute(county)
    visitor = county.visitor(role)
    for path in PAGES:
        page = visitor.get(path).get_data(as_text=True)
        assert not [name for name in NAMES if name in page], path
    assert "Mittelstadt" in text(visitor, "/de/ways/topic/tea")


def test_coordinators_read_the_names(county: Place) -> None:
    compute(county)
    visitor = county.visitor(Role.COORDINATOR)
    assert "Teestube , Rastlos vermitteln nur untereinander" in text(visitor, "/de/ways")  # each a link
    assert "Sprachschule" in text(visitor, "/de/structure")
    assert "Willkommenshaus → Teestube" in text(visitor, "/de/ways/journey/way")


def test_a_journey_tells_its_broken_step_and_whether_the_law_was_checked(county: Place) -> None:
    compute(county)
    page = text(county.visitor(), "/de/ways/journey/way")
    assert "Einer von 2 Schritten ist nicht erreichbar: „Deutsch lernen“" in page
    assert "Hier fehlt ein Anschluss" in page
    assert "Rechtsstand geprüft am 1.10.2026" in page and "Rechtsstand nicht geprüft" in page
    assert "Alles an einem Schalter" in page


def test_who_is_named_can_be_called_and_what_is_missing_entered(county: Place) -> None:
    county.put("actor", "more", name="Volkshochschule <Mitte>, Haus Süd", areas=["town"])
    county.put("service", "s-more", name="Mehr", provider="more", topics=["course"])
    compute(county)
    page = county.visitor(Role.COORDINATOR).get("/de/ways").get_data(as_text=True)
    assert '<a href="/de/actor/cafe">Teestube</a>, <a href="/de/actor/club">Rastlos</a> vermitteln nur' in page
    assert '<a href="/de/actor/more">Volkshochschule &lt;Mitte&gt;, Haus Süd</a>; <a href="/de/actor/school">' in page
    assert "tel:+4934451234" in page and "/de/entries/referral/new?receiver=school" in page


def test_the_shortest_walk_marks_what_is_not_confirmed(county: Place) -> None:
    county.put("referral", "r4", sender="cafe", receiver="s-course", sender_confirmed_until="2027-12-01")
    compute(county)
    page = text(county.visitor(Role.COORDINATOR), "/de/ways/journey/way")
    walk = page.partition("Kürzester Gang")[2]
    assert "Teestube (noch nicht bestätigt) → Sprachschule (von einer Seite bestätigt)" in walk
    assert "Keine der 2 Vermittlungen auf dem kürzesten Gang ist von beiden Seiten bestätigt" in walk


def test_a_step_leads_to_whom_it_lists_from_where_one_is(county: Place) -> None:
    county.put("service", "s-other", name="Deutsch nebenan", provider="house", topics=["course"])
    county.put("step", "st3", name="Deutsch reden", journey="way", position=1, topic="course", services=["s-course"])
    county.put("referral", "r4", sender="cafe", receiver="s-course")
    compute(county)
    page = county.visitor().get("/de/ways/journey/way").get_data(as_text=True)
    (link,) = [each for each in re.findall(r'href="([^"]*/ways/find[^"]*)"', page) if "st3" in each]
    answer = text(county.visitor(), html.unescape(link))
    assert "So führt der Weg zum Schritt „Deutsch reden“. Ankommen" in answer
    assert "Sprachkurs: eine Vermittlung" in answer and "Deutsch am Abend" in answer
    assert "Deutsch nebenan" not in answer


def test_what_nobody_is_known_to_offer_is_not_told_as_missing(county: Place) -> None:
    county.put("step", "st3", name="Rat suchen", journey="way", position=3, topic="law")
    compute(county)
    assert "Dazu ist kein Angebot bekannt; ob es eines gibt, ist offen" in text(
        county.visitor(), "/de/ways/journey/way"
    )


def test_what_is_confirmed_not_to_be_there_is_told_as_missing(county: Place) -> None:
    county.put("step", "st3", name="Rat suchen", journey="way", position=3, topic="law")
    county.put("absence", "a1", topic="law", area="county", stated_on="2026-11-01")
    compute(county)
    assert "Hier fehlt ein Angebot; das ist für alle Gebiete bestätigt" in text(
        county.visitor(), "/de/ways/journey/way"
    )


def test_no_way_and_no_service_are_told_apart(county: Place) -> None:
    county.put("demand", "d1", area="town", target_group="families", persons=10, language="ti")
    compute(county)
    assert re.search(r"Sprachkurs kein Weg", text(county.visitor(), "/de/ways/topics"))
    tea = text(county.visitor(), "/de/ways/topic/tea")
    assert re.search(r"auch nicht mit Dolmetschen: Tigrinya", tea)
    assert re.search(r"Hier gebraucht.*Tigrinya.*Sonst angeboten.*Ukrainisch", topics := county.visitor().get("/de/ways/topics").get_data(as_text=True), re.S), topics  # fmt: skip # noqa: E501


def test_languages_that_say_the_same_are_one_column(county: Place) -> None:
    county.put("service", "s-tea2", name="Tee bei uns", provider="house", topics=["tea"], languages=["ar", "ps"])
    county.put("service", "s-tea3", name="Tee auch hier", provider="cafe", topics=["tea"], languages=["ar"])
    compute(county)
    page = county.visitor().get("/de/ways/topic/tea").get_data(as_text=True)
    heads = re.findall(r'<th scope="col" class="kern-table__header">([^<]*)</th>', page)
    assert heads == ["Anlaufstellen in", "gleich welche Sprache", "Ukrainisch"]
    assert "Ebenso weit wie in gleich welcher Sprache ist es in: Arabisch, Paschtu." in text(
        county.visitor(), "/de/ways/topic/tea"
    )


def test_who_cannot_be_found_by_asking_traps_nobody(county: Place) -> None:
    compute(county)
    page = text(county.visitor(), "/de/ways/topic/course")
    assert "An keine Stelle, die es anbietet, vermittelt bisher jemand" in page
    assert "Eine erste Vermittlung dorthin hilft" in page and "führen alle Wege an Stellen ohne Anschluss" not in page


def test_unconfirmed_ways_say_from_where(county: Place) -> None:
    compute(county)
    path = "/de/ways/topic/tea"
    assert "von beiden Seiten bestätigt (Mittelstadt)." in text(county.visitor(), path)
    assert "von beiden Seiten bestätigt: Willkommenshaus" in text(county.visitor(Role.COORDINATOR), path)


def test_before_the_first_run_pages_say_so(county: Place) -> None:
    for path in (*PAGES, "/de/structure"):
        assert "Noch sind keine Zahlen berechnet" in text(county.visitor(), path), path


def test_a_case_is_answered_with_numbers_to_call(county: Place) -> None:
    page = text(county.visitor(), "/de/ways/find?topic=tea&language=uk")
    assert "Begegnung beim Tee: eine Vermittlung" in page
    assert "Willkommenshaus" in page and "Teenachmittag" in page and "03445 1234" in page
    assert "noch nicht von beiden Seiten bestätigt" in page
    assert "Wartezeit etwa 2 Wochen, eigene Angabe vom 3.11.2026" in page


def test_where_nobody_refers_one_may_call_oneself(county: Place) -> None:
    page = text(county.visitor(), "/de/ways/find?topic=course&language=uk")
    assert "Sprachkurs: hier fehlt ein Anschluss" in page
    assert "Sprachschule" in page and "Sprachen nicht angegeben, bitte nachfragen" in page


def test_where_nobody_speaks_it_the_next_best_is_offered_and_marked(county: Place) -> None:
    county.put(
        "service", "s-law", name="Rechtsrat", provider="cafe", topics=["law"], languages=["de", "ar:interpreter"]
    )
    for language, said in {
        "uk": ("kein Angebot in dieser Sprache bekannt (Ukrainisch)", "spricht: Arabisch, Deutsch"),
        "ar": ("Recht: eine Vermittlung", "mit Dolmetschen"),
    }.items():
        page = text(county.visitor(), f"/de/ways/find?topic=law&language={language}")
        assert all(each in page for each in (*said, "Rechtsrat", "03445 1234")), page
        assert "hier fehlt" not in page


def test_what_names_nothing_is_left_out(county: Place) -> None:
    page = text(county.visitor(), "/de/ways/find?topic=nothing&start=tea&status=x&language=zz")
    assert "hier fehlt" not in page
    assert county.visitor().get("/de/ways/journey/house").status_code == 404
    assert county.visitor().get("/de/ways/topic/house").status_code == 404


def test_a_hidden_actor_is_on_nobodys_way(county: Place) -> None:
    county.hide("actor", "cafe")
    assert "Teestube" not in text(county.visitor(), "/de/ways/find?topic=tea")
    assert "Teestube" in text(county.visitor(Role.COORDINATOR), "/de/ways/find?topic=tea")


def test_who_steers_is_kept_beside_the_centralisation(county: Place) -> None:
    compute(county)
    visitor = county.visitor(Role.COORDINATOR)
    answer = visitor.post("/de/structure/governance", data={"decisions": "shared", "goals": "x", "version": "0"})
    assert answer.status_code == 303
    page = text(visitor, "/de/structure/research")
    assert "gemeinsam: Die Beteiligten steuern selbst: 1" in page and "Grenzwerte dafür gibt es nicht" in page
    visitor.post("/de/structure/governance", data={"decisions": "lead_organisation", "version": "0"})
    assert "federführend: Eine der Stellen steuert für alle: 0" in text(visitor, "/de/structure/research")


def test_a_queue_is_told_in_the_steady_state_only(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    steady = text(visitor, "/de/structure/research?arrivals=12&minutes=10&desks=3")
    assert "Mittlere Wartezeit 4,4 Minuten" in steady
    assert "Die Schlange wächst" in text(visitor, "/de/structure/research?arrivals=40&minutes=25&desks=6")
    assert "die ersten drei Zahlen" in text(visitor, "/de/structure/research?arrivals=2&minutes=25")
    wrong = text(visitor, "/de/structure/research?arrivals=-1&minutes=25&desks=6&share=150")
    assert "Zahl von 0,1 bis 10.000" in wrong and "Zahl von 0 bis 100" in wrong and "ersten drei" not in wrong


def test_two_offices_in_a_row_are_told_together(county: Place) -> None:
    visitor, first = county.visitor(Role.COORDINATOR), "/de/structure/research?arrivals=2&minutes=20&desks=1&share=100"
    both = text(visitor, f"{first}&minutes2=15&desks2=1")  # Jackson's tandem: 1 and 0.5 hours
    assert "Zweite Stelle: Mittlere Zeit im Haus 30 Minuten" in both and "über alle 90 Minuten" in both
    assert "für eine zweite Stelle alle sechs" in text(visitor, first)
    assert "An der zweiten Stelle kommen auf Dauer mehr" in text(visitor, f"{first}&minutes2=45&desks2=1")


def test_a_partner_reads_what_is_said_of_the_own_actor_and_no_other_name(county: Place) -> None:
    compute(county)
    visitor = county.visitor(Role.PARTNER, actor="school")
    ways, structure = text(visitor, "/de/ways"), text(visitor, "/de/structure")
    assert "Ihre Stelle: Sprachschule" in ways and "Zu Ihrer Stelle führt von keiner Anlaufstelle" in ways
    assert "Nur von Ihrer Stelle ist ein Angebot zu diesen Themen bekannt: Sprachkurs" in structure
    circle = text(county.visitor(Role.PARTNER, actor="cafe"), "/de/ways")
    assert "Ihre Stelle gehört zu 2 Stellen, die nur untereinander vermitteln" in circle
    for page in (ways, structure):
        assert not [name for name in NAMES if name in page.replace("Sprachschule", "")]
    assert "Rastlos" not in circle and "Willkommenshaus" not in circle


def test_who_speaks_for_nobody_is_told_of_nobody(county: Place) -> None:
    compute(county)
    for role in (Role.ANYONE, Role.COUNCIL, Role.COORDINATOR):
        assert "Ihre Stelle:" not in text(county.visitor(role), "/de/ways")


def test_network_research_stands_apart(county: Place) -> None:
    compute(county)
    coordinator = county.visitor(Role.COORDINATOR)
    steering, research = text(coordinator, "/de/structure"), text(coordinator, "/de/structure/research")
    assert "Dichte" in steering and "Wenn mehrere zugleich ausfallen" in steering
    for name in ("Hierarchie", "Verbundenheit", "Kern und Rand", "Strukturelle Löcher", "unter sich"):
        assert name in research and name not in steering, name


def test_of_many_places_a_matrix_shows_the_areas_above_them(county: Place) -> None:
    for n in range(21):
        county.put("area", f"a{n}", name=f"Ort {n:02}", level="municipality", parent="county")
        county.put("actor", f"p{n}", name=f"Stelle {n}", areas=[f"a{n}"], entry_point=True)
    compute(county)
    page = text(county.visitor(), "/de/ways/topics")
    assert "Ort 07" not in page and "Kreis" in page
