"""The council's overview, its reports and links: the same for everybody, frozen for good, safe for small groups."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from graph.analysis.publishing.small_cells import SMALL, audit
from graph.model.changes import Change, EntryId, Kind
from graph.model.errors import RecordConflict
from graph.model.fields import Audience
from tests.graph.analysis.publishing.attacker import Table, narrowest
from tests.webapp.conftest import NOW, Place, Visitor
from tests.webapp.doing import inline
from webapp.access import Role
from webapp.council import reports, snapshots
from webapp.figures import assumed, keeping, renewing
from webapp.figures.assumed import Assumed
from webapp.worker import Worker

EXACT = {
    ("town", "uk"): 122, ("town", "ar"): 3, ("town", "fa"): 41,
    ("village", "uk"): 83, ("village", "ar"): 21, ("village", "fa"): 2,
    ("hamlet", "uk"): 17, ("hamlet", "ar"): 34, ("hamlet", "fa"): 68,
}  # fmt: skip
NAMES = {"town": "Weitfeld", "village": "Enghausen", "hamlet": "Altrode"}
LANGUAGES = {"uk": "Ukrainisch", "ar": "Arabisch", "fa": "Persisch"}


@pytest.fixture
def county(place: Place) -> Place:
    """Three places, three languages, two counts of a handful; a course, a link and a project."""
    for id, name in NAMES.items():
        place.put("area", id, name=name, level="municipality")
    place.put("topic", "course", name="Deutschkurs", heading="german")
    place.put("share", "share", topic="course", percent=100)
    for (area, language), persons in EXACT.items():
        place.put("demand", f"{area}-{language}", area=area, persons=persons, language=language)
    place.put("actor", "hall", name="Rathaus Grauhain", entry_point=True, areas=["town"])
    place.put("actor", "school", name="Sprachschule Blum", areas=["town"])
    place.put("service", "kurs", name="Kurs bei Blum", provider="school", topics=["course"], areas=["town"],
              funded_until="2027-01-31")  # fmt: skip
    place.put("referral", "link", sender="hall", receiver="kurs", waiting_weeks=9, waiting_on="2026-11-01")
    place.put("measure", "m", name="Blum zieht um", topic="course", areas=["village"], owner="school", yearly_cost=9000)
    place.now = NOW + timedelta(minutes=2)
    run(place)
    return place


def run(place: Place) -> None:
    renewing.start(place.services, "anna")
    Worker(place.services, inline).work_off()


def freeze(place: Place, visitor: Visitor, op: str = "op-1") -> str:
    """Freeze what the overview shows; the address of the report."""
    number = re.search(r'name="figures" value="(\w+)"', visitor.get("/de/overview").text)
    assert number
    answer = visitor.post("/de/reports", data={"figures": number[1], "op": op})
    assert answer.status_code == 303
    return str(answer.location)


def everything_public(place: Place) -> Iterator[str]:
    """Every byte about people that anybody or the council gets, and what is kept for it."""
    visitor = place.visitor(Role.COORDINATOR)
    report = freeze(place, visitor)
    link = re.search(r"/de/shared/report/[\w-]+", visitor.post(f"{report}/link", data={"days": "30"}).text)
    assert link
    for lang in ("de", "en"):
        for role in (Role.ANYONE, Role.COUNCIL, Role.PARTNER):
            reader = place.visitor(role)
            paths = [
                "/overview",
                "/overview/people",
                link[0][3:],
                "/missing",
                "/missing/course",
                "/missing/course/town",
                "/ways",
                "/ways/topic/course",
                "/structure",
                "/areas",
                "/area/town",
                "/search",
                "/take/offline.html",
            ]
            paths += ["/reports", report[3:]] if role is Role.COUNCIL else []
            for path in paths:
                yield reader.get(f"/{lang}{path}").text
    store = place.services.store
    for audience in (Audience.PUBLIC, Audience.NETWORK):
        head = keeping.head_of(store, audience.value)
        assert head is not None
        yield from (json.dumps(keeping.part_of(store, head, name)) for name in head.parts)
    for kind in (reports.KIND, reports.BODY_KIND, snapshots.KIND):
        yield from (json.dumps(record.body) for record in store.find(kind))


def test_no_exact_count_is_in_any_byte_that_the_public_or_the_council_gets(county: Place) -> None:
    totals = [sum(n for (a, _), n in EXACT.items() if a == area) for area in NAMES]
    totals += [sum(n for (_, s), n in EXACT.items() if s == language) for language in LANGUAGES]
    told = {n for n in [*EXACT.values(), *totals, sum(EXACT.values())] if n % 5 and n > 40}
    pattern = re.compile(r"(?<![\w.#-])(" + "|".join(map(str, sorted(told))) + r")(?:\.0)?(?![\w.%-])")
    for text in everything_public(county):
        found = pattern.search(re.sub(r'"(revision|seconds)": ?[\d.]+', "", text))
        assert not found, text[max(0, found.start() - 80) : found.end() + 40]


def test_an_attacker_who_adds_up_all_tables_learns_no_hidden_count_to_less_than_five(county: Place) -> None:
    page = county.visitor().get("/de/overview/people").text
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", page)]
    shown = {tuple(row[:-1]): row[-1] for row in rows}
    cells: dict[tuple[str, ...], int] = {}
    sums: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for (area, language), n in EXACT.items():
        cell = (NAMES[area], "nicht angegeben", LANGUAGES[language], "alle")
        cells[cell] = n
        for total in ((NAMES[area],), (LANGUAGES[language],), ("nicht angegeben",)):
            sums.setdefault(total, []).append(cell)
    cells |= {total: sum(cells[c] for c in some) for total, some in sums.items()}
    assert shown.keys() >= cells.keys()
    hidden = [cell for cell in cells if shown[cell] == "verborgen"]
    small = [cell for cell, n in cells.items() if n < SMALL]
    assert len(small) == 2 and set(small) <= set(hidden)
    # Stronger than any reader: knows what is shown exactly, not rounded.
    assert all(high - low >= SMALL - 1e-6 for low, high in audit(cells, sums, hidden).values())
    assert all(int(shown[c].replace(".", "")) % 5 == 0 for c in cells if c not in hidden)
    assert not any(row[-1] in "1234" for row in rows)


def published_page(place: Place, exact: dict[tuple[str, str], int]) -> Table:
    """The counts as the page of them hides them, named as the attacker names them."""
    page = place.visitor().get("/de/overview/people").text
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", page)]
    kinds = dict.fromkeys(NAMES.values(), "unit") | dict.fromkeys(LANGUAGES.values(), "language")
    hidden = {tuple(row[:-1]) for row in rows if row[-1] == "verborgen"}
    hidden |= (
        set() if re.search(r"Rund [\d.]+ Menschen gehören", place.visitor().get("/de/overview").text) else {("all",)}
    )
    cells = {(NAMES[area], "nicht angegeben", LANGUAGES[lang], "alle"): n for (area, lang), n in exact.items()}
    named = {(kinds.get(one[0], "status"), one[0]) if len(one) == 1 and one != ("all",) else one for one in hidden}
    return cells, frozenset(named)


def test_whoever_keeps_the_pages_of_two_days_learns_no_hidden_count_to_less_than_five(county: Place) -> None:
    first = published_page(county, EXACT)
    county.put("demand", "come", area="hamlet", persons=3, language="ru")
    run(county)
    LANGUAGES["ru"] = "Russisch"
    try:
        second = published_page(county, EXACT | {("hamlet", "ru"): 3})
    finally:
        del LANGUAGES["ru"]
    assert first[1] and second[1] and first[1] != second[1]
    assert narrowest([first, second]) >= SMALL


def test_equal_counts_are_published_equally_so_that_two_reports_tell_no_more_than_one(county: Place) -> None:
    def page() -> list[str]:
        return re.findall(r"<tr>.*?</tr>", county.visitor().get("/de/overview/people").text)

    before = page()
    county.put("actor", "new", name="Neu")
    run(county)
    assert page() == before


def test_the_overview_names_topics_and_places_for_everybody_alike(county: Place) -> None:
    pages = {role: county.visitor(role).get("/de/overview").text for role in Role}
    mains = {re.search(r'<div class="kp-council">.*</section>', text, re.S)[0] for text in pages.values()}  # type: ignore[index]
    assert len(mains) == 1
    (main,) = mains
    assert "Deutschkurs in Enghausen" in main and "9 Wochen" in main
    assert not any(name in main for name in ("Blum", "Rathaus", "Kurs bei"))
    assert "Als Bericht festschreiben" not in pages[Role.COUNCIL]


def test_council_members_find_the_overview_first_in_the_menu(county: Place) -> None:
    menus = {role: re.findall(r'kp-nav__link" href="([^"]+)"', county.visitor(role).get("/de/areas").text)
             for role in (Role.ANYONE, Role.COUNCIL)}  # fmt: skip
    assert menus[Role.COUNCIL][0] == "/de/overview" and "/de/overview" in menus[Role.ANYONE][1:]


def test_a_report_stays_as_it_was_whatever_happens_to_the_network(county: Place) -> None:
    report = freeze(county, county.visitor(Role.COORDINATOR))
    assert report == "/de/report/2026-1"
    before = {lang: county.visitor(Role.COUNCIL).get(f"/{lang}/report/2026-1").text for lang in ("de", "en")}
    link = re.search(r"/de/shared/report/[\w-]+", county.visitor(Role.COORDINATOR).post(f"{report}/link").text)
    assert link
    shared = county.visitor().get(link[0]).data
    assert "Bericht 1/2026" in before["de"] and "Report 1/2026" in before["en"]
    county.put("service", "neu", name="Neu", provider="school", topics=["course"], areas=["village", "hamlet"])
    county.put("demand", "more", area="town", persons=900, language="ru")
    assumed.save(county.services.store, Assumed(threshold=10))
    county.now += timedelta(hours=2)
    run(county)
    after = {lang: county.visitor(Role.COUNCIL).get(f"/{lang}/report/2026-1").text for lang in ("de", "en")}
    assert [_content(after[lang]) for lang in after] == [_content(before[lang]) for lang in before]
    assert county.visitor().get(link[0]).data == shared
    assert _content(county.visitor().get("/de/overview").text) != _content(before["de"])


def _content(page: str) -> str:
    return page[page.index('<dl class="kp-council__tiles"') : page.index("<footer")]


def test_what_changed_is_told_since_the_last_report(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    assert "noch keinen früheren Bericht" in visitor.get("/de/overview").text
    freeze(county, visitor)
    county.put("service", "neu", name="Neu", provider="school", topics=["course"], areas=["village"])
    county.now += timedelta(days=40)
    run(county)
    visitor = county.visitor(Role.COORDINATOR)
    text = visitor.get("/de/overview").text
    assert "Seit Bericht 1/2026 vom 23.11.2026 – Angebote: 1 neu" in text and "Deutschkurs in Enghausen" in text
    assert freeze(county, visitor, "op-2") == "/de/report/2027-1"
    assert visitor.get("/de/reports").text.count('<a href="/de/report/20') == 2


def test_a_form_that_is_sent_twice_makes_one_report_and_an_old_one_none(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    number = re.search(r'name="figures" value="(\w+)"', visitor.get("/de/overview").text)
    assert number
    form = {"figures": number[1], "op": "once"}
    assert visitor.post("/de/reports", data=form).location == visitor.post("/de/reports", data=form).location
    run(county)
    answer = visitor.post("/de/reports", data=form | {"op": "later"}, follow_redirects=True)
    assert "neuere Zahlen" in answer.text
    assert len(reports.listed(county.services.store, "public")) == 1


def test_a_link_opens_the_report_without_account_until_it_is_withdrawn(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    report = freeze(county, visitor)
    link = re.search(r"/de/shared/report/[\w-]+", visitor.post(f"{report}/link", data={"days": "30"}).text)
    assert link
    read = county.visitor().get(link[0])
    assert _content(read.text) == _content(county.visitor(Role.COUNCIL).get(report).text)
    assert "Link machen" not in read.text and "Set-Cookie" not in read.headers
    id = re.search(r'action="(/de/report/2026-1/link/\w+/withdraw)"', visitor.get(report).text)
    assert id and visitor.post(id[1]).status_code == 303
    assert county.visitor().get(link[0]).status_code == 404


def test_a_link_ends_by_itself(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    link = re.search(r"/de/shared/report/[\w-]+", visitor.post(f"{freeze(county, visitor)}/link").text)
    assert link
    county.now += timedelta(days=91)
    assert county.visitor().get(link[0]).status_code == 404


def test_a_snapshot_is_kept_each_month_and_outlives_everything(county: Place) -> None:
    store = county.services.store
    run(county)
    assert [kept.day.isoformat() for kept in snapshots.listed(store, "public")] == ["2026-11-23"]
    freeze(county, county.visitor(Role.COORDINATOR))
    county.now += timedelta(days=10)
    run(county)
    store.purge(county.now + timedelta(days=10_000))
    kept = snapshots.listed(store, "public")
    assert [(one.day.isoformat(), one.report) for one in kept] == [
        ("2026-11-23", ""), ("2026-11-23", "1/2026"), ("2026-12-03", ""),
    ]  # fmt: skip
    assert all(b'"snapshot"' not in line or b"2026" in line for line in store.dump())
    run(county)
    assert "Bedarf erreicht: am 23.11.2026 " in county.visitor().get("/de/overview").text


def test_before_the_first_run_the_page_says_when_there_will_be_one(place: Place) -> None:
    assert "Noch sind keine Zahlen berechnet" in place.visitor().get("/de/overview").text
    assert "noch keinen Bericht" in place.visitor(Role.COUNCIL).get("/de/reports").text
    assert place.visitor(Role.COUNCIL).get("/de/report/2026-9").status_code == 404


def test_where_counts_are_not_published_the_page_says_so(county: Place) -> None:
    assumed.save(county.services.store, Assumed(publish=False))
    run(county)
    assert "werden nicht veröffentlicht" in county.visitor().get("/de/overview").text
    assert "keine Zahlen veröffentlicht" in county.visitor().get("/de/overview/people").text


def test_a_shared_report_is_kept_nowhere_and_its_link_goes_nowhere(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    made = visitor.post(f"{freeze(county, visitor)}/link", data={"days": "30"})
    link = re.search(r"/de/shared/report/[\w-]+", made.text)
    assert link and made.headers["Cache-Control"] == "no-store"
    read = county.visitor().get(link[0])
    headers = {name: read.headers.get(name) for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")}
    assert headers == {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    assert '<meta name="robots" content="noindex">' in read.text


def test_no_link_is_guessed_and_none_of_another_purpose_opens_a_report(county: Place) -> None:
    visitor, reader = county.visitor(Role.COORDINATOR), county.visitor()
    freeze(county, visitor)
    other = re.search(r"/de/shared/([\w-]+)", visitor.post("/de/shares", data={"days": "7"}).text)
    assert other and reader.get(f"/de/shared/report/{other[1]}").status_code == 404
    for _ in range(60):
        last = reader.get("/de/shared/report/2026-1")
    assert last.status_code == 429


def test_of_two_reports_frozen_at_once_one_gets_the_number_and_nothing_of_the_other_is_kept(county: Place) -> None:
    store = county.services.store
    freeze(county, county.visitor(Role.COORDINATOR))
    first = reports.listed(store, "public")
    kept = [record.body for kind in (reports.BODY_KIND, snapshots.KIND) for record in store.find(kind)]
    with pytest.raises(RecordConflict):
        reports.freeze(store, "public", first[0], {"de": {}, "en": {}}, snapshots.listed(store, "public")[-1])
    assert reports.listed(store, "public") == first
    assert [record.body for kind in (reports.BODY_KIND, snapshots.KIND) for record in store.find(kind)] == kept


def test_a_report_has_the_same_figures_in_both_languages(county: Place) -> None:
    freeze(county, county.visitor(Role.COORDINATOR))
    pages = {lang: reports.page_of(county.services.store, "public", "2026-1", lang) for lang in ("de", "en")}

    def figures(page: reports.Page) -> list[list[str]]:
        cells = [cell for section in page["sections"] for row in section["rows"] for cell in row]
        data = [section["drawing"].partition('"layout"')[0] for section in page["sections"]]
        drawn = [re.findall(r"-?\d+(?:\.\d+)?", text) for text in data]
        return [[c.replace(".", "").replace(",", "") for c in cells if re.fullmatch(r"\d{1,3}([.,]\d{3})*", c)], *drawn]

    assert figures(pages["de"]) == figures(pages["en"]) and any(figures(pages["de"]))


def test_coordination_is_told_before_freezing_what_earlier_tables_give_away(place: Place) -> None:
    for id in ("town", "village"):
        place.put("area", id, name=NAMES[id], level="municipality")
    place.put("demand", "few", area="town", persons=5, language="uk")
    place.put("demand", "many", area="village", persons=40, language="uk")
    run(place)
    assert "nicht mehr zu schützen" not in place.visitor(Role.COORDINATOR).get("/de/overview").text
    place._write(Change(kind=Kind("demand"), id=EntryId("few"), before={"persons": 5}, after={"persons": 3}))
    place.put("demand", "split", area="town", persons=2, language="ar")
    run(place)
    for path in ("/de/overview", "/de/reports"):
        said = place.visitor(Role.COORDINATOR).get(path).text
        assert "2 kleine Gruppen sind nicht mehr zu schützen" in said
        assert "wie viele es sind: Weitfeld, Arabisch; Weitfeld, Ukrainisch." in said
    for role in (Role.ANYONE, Role.COUNCIL, Role.PARTNER):
        assert "nicht mehr zu schützen" not in place.visitor(role).get("/de/overview").text
