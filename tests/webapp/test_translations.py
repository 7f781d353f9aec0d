"""Every text of the pages has its English, and English pages say nothing in German but what entries say."""

from __future__ import annotations

import gettext
import re
from html.parser import HTMLParser

import pytest

from graph.model.sentences import sentences
from tests import translations
from tests.translations import Said, in_python, in_template
from tests.webapp.conftest import Place
from webapp.access import Role

SAID = translations.said()
CATALOGUE = translations.read()

GERMAN = re.compile(
    r"\b(und|oder|der|die|das|den|dem|ein|eine|nicht|kein|keine|ist|sind|wird|Sie|Ihre?|für|mit|von|zu)\b"
)
"""Words that nearly every German sentence has and no English one."""

NAMES = ("Rat und Tat", "Hilfe mit der Miete")
"""What entries are called. Proper names need no mark; where people only read they carry one nevertheless."""

READ = (
    "",
    "search",
    "search?q=Mietschulden",
    "search?q=nirgends&heading=health",
    "search?heading=housing&area=x",
    "areas",
    "area/x",
    "actor/a",
    "actor/b",
    "service/s",
    "about",
    "privacy",
    "accessibility",
    "sign-in",
    "nowhere",
)
KEPT = (
    "entries",
    "entries/actor",
    "entries/service/new",
    "entries/topic/new",
    "entry/c/edit",
    "entry/a/delete",
    "entry/c/erase",
    "entry/c/history",
    "history",
    "history?at=1",
    "history/2",
    "history/10/undo",
    "import",
    "account",
    "accounts",
    "accounts/new",
    "survey",
    "survey/actor/a",
    "survey/actor/b/services",
    "survey/tasks",
    "survey/tasks?state=unheard",
    "survey/sheets",
    "survey/enter",
    "calls?new",
    "answer/nothing",
)


@pytest.fixture
def town(place: Place) -> Place:
    """Two actors of a town, whose entries speak German."""
    german = "Hilft nicht nur bei der Miete."
    place.put("area", "k", name="Musterkreis", level="county")
    place.put("area", "x", name="Xdorf", level="municipality", parent="k", population=7177)
    place.put("topic", "t", name="Mietschulden", name_en="Rent arrears", heading="housing")
    place.put("source", "q", name="Alte Liste", received_on="2023-06-01")
    place.put("place", "p", street="Lange Gasse", postcode="73553", locality="Xdorf", area="x", protected=True)
    place.put("actor", "a", name="Rat und Tat", about=german, places=["p"], hours="Mo 14:00-16:00", sector="business",
              phones=["+497181887717"], phone_hours_text=german, languages=["uk:interpreter:3"], by_appointment=True,
              entry_point=True, origin={"q": {"key": "1", "fields": {}}})  # fmt: skip
    place.put("actor", "b", name="Rathaus", parent="a", confirmed_on="2026-11-02")
    place.put("service", "s", name="Hilfe mit der Miete", provider="a", topics=["t"], documents=german, cost=german,
              about=german, statuses=["eu"], channels=["phone"], capacity=4, capacity_unit="persons", duty="mandatory",
              funder=german, areas=["x"], target_groups=["women"])  # fmt: skip
    place.put("referral", "r", sender="b", receiver="s", kind="refers", waiting_weeks=3, waiting_on="2026-11-01")
    place.put("contact", "c", function="Leitung", actor="b", absent_until="2026-12-01", letters="A-K")
    return place


def test_every_text_of_the_sources_has_its_english_and_no_other_is_kept() -> None:
    assert {message.id for message in CATALOGUE if message.id} == {
        message.id for message in translations.updated(CATALOGUE, SAID) if message.id
    }, "run python3 -m tests.translations"
    assert [m.id for m in CATALOGUE if m.id and (m.fuzzy or not translations.translated(m))] == []


def test_no_text_is_put_together_where_no_catalogue_can_know_it() -> None:
    assert [f"{each.file}:{each.line}" for each in SAID if each.text is None] == []


def test_what_python_reads_is_what_people_edit() -> None:
    with translations.MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in CATALOGUE:
        if message.pluralizable:
            assert [compiled.ngettext(*message.id, n) for n in (1, 2)] == list(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string


def test_both_languages_fill_in_the_same() -> None:
    pairs = [(m.id, m.string) for m in CATALOGUE if m.id and not m.pluralizable]
    pairs += [pair for m in CATALOGUE if m.pluralizable for pair in zip(m.id, m.string, strict=True)]
    pairs += sentences().values()
    assert [german for german, english in pairs if _names(german) != _names(english)] == []


def test_texts_are_found_in_templates_and_in_python() -> None:
    template = "{{ _('Ja, {n}', n=1) }}{% if x %}{{ _n('eins', 'viele', 2) }}{% endif %}{{ _('a' ~ b) }}"
    assert [each.text for each in in_template("t", template)] == ["Ja, {n}", ("eins", "viele"), None]
    module = 'here._("Ja")\ntranslator(lang)("Nein")\nM = N_("Da")\n_(M)\n_(f"{x}")\n_("a" + b)\n_n("eins", "viele", 2)'
    found = {each.line: each.text for each in in_python("m", module)}
    assert found == {1: "Ja", 2: "Nein", 3: "Da", 5: None, 6: None, 7: ("eins", "viele")}
    assert translations.updated(CATALOGUE, [Said("m", 1, "Ja")]).get("Ja")


@pytest.mark.parametrize("path", READ)
def test_what_entries_say_in_german_is_marked_as_german(path: str, town: Place) -> None:
    assert [text for text in _english(town, path, Role.ANYONE) if GERMAN.search(text)] == []


@pytest.mark.parametrize("path", KEPT)
def test_an_english_page_says_nothing_in_german_but_names(path: str, town: Place) -> None:
    assert [
        text for text in _english(town, path, Role.ADMINISTRATOR) if GERMAN.search(re.sub("|".join(NAMES), "", text))
    ] == []


def _english(town: Place, path: str, role: Role) -> list[str]:
    page = _Words()
    page.feed(town.visitor(role).get(f"/en/{path}").get_data(as_text=True))
    assert page.english
    return page.english


def _names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))


class _Words(HTMLParser):
    """The texts of a page outside what is marked as German, those of attributes that are read aloud too.

    The title of the window and the lettering of a drawing can't be marked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.english: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        inherited = bool(self._open) and self._open[-1][1]
        foreign = given.get("lang") == "de" or (inherited and "lang" not in given)
        if not foreign:
            self.english += [given[name] or "" for name in ("aria-label", "placeholder", "title") if name in given]
        if tag not in _VOID:
            self._open.append((tag, foreign))

    def handle_endtag(self, tag: str) -> None:
        while tag not in _VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if (
            data.strip()
            and self._open
            and not self._open[-1][1]
            and not {"script", "style", "title", "svg"} & {tag for tag, _ in self._open}
        ):
            self.english.append(data.strip())


_VOID = {"meta", "link", "input", "img", "br", "hr", "path", "circle", "rect", "use", "wbr"}
