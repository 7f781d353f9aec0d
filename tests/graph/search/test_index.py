from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.search.index import Document, Index


def doc(id: str, **fields: str) -> Document:
    return Document(id=id, fields=tuple(fields.items()))


def ids(index: Index, query: str, **options: object) -> list[str]:
    return [hit.id for hit in index.search(query, **options)]  # type: ignore[arg-type]


DOCUMENTS = [
    doc("tafel", name="Tafelladen Murrhardt", topic="Tafel und Lebensmittel", phone="+497192930550"),
    doc("schuldner", name="Schuldnerberatung", place="Waiblingen", phone="+49715195919124"),
    doc("jmd", name="Jugendmigrationsdienst", place="Waiblingen", text="auch Fragen zu Schulden"),
]


@pytest.fixture
def index() -> Index:
    return Index.build(DOCUMENTS, {"Schulden": ("Insolvenz", "zu viele Rechnungen"), "Tafel": ("food bank",)})


def test_what_stands_in_a_name_comes_before_what_stands_in_a_text(index: Index) -> None:
    assert ids(index, "Schulden") == ["schuldner", "jmd"]


def test_a_synonym_of_several_words_finds_what_its_topic_finds(index: Index) -> None:
    assert "tafel" in ids(index, "Where is a food bank?")


def test_the_last_word_need_not_be_finished(index: Index) -> None:
    assert ids(index, "Waiblingen jugendmig")[0] == "jmd"


def test_a_finished_word_is_not_continued(index: Index) -> None:
    assert "begins" not in {why for hit in index.search("Jugend ") for why in hit.why}


def test_a_word_typed_wrong_is_corrected(index: Index) -> None:
    assert index.search("Murhardt")[0].why[0] == "spelling"


def test_a_part_of_a_word_is_found_where_nothing_better_is(index: Index) -> None:
    assert ids(index, "migrationsd ") == ["jmd"]


@pytest.mark.parametrize(
    "number", ["07151 95919124", "+49 (0)7151/95919-124", "0049715195919124", "07151 959", "919124"]
)
def test_a_number_is_found_however_it_is_written(index: Index, number: str) -> None:
    assert ids(index, number) == ["schuldner"]


def test_only_what_is_asked_within_is_found(index: Index) -> None:
    assert ids(index, "Waiblingen", within={"jmd", "unknown"}) == ["jmd"]


def test_no_more_than_the_limit_are_found(index: Index) -> None:
    assert len(ids(index, "Waiblingen", limit=1)) == 1


@pytest.mark.parametrize("nothing", ["", "   ", "und oder", "?!", "\0", "%"])
def test_a_question_without_words_finds_nothing(index: Index, nothing: str) -> None:
    assert ids(index, nothing) == []


def test_a_changed_document_is_found_by_its_new_words_only(index: Index) -> None:
    index.update([doc("tafel", name="Sozialkaufhaus")])
    assert (ids(index, "Sozialkaufhaus"), ids(index, "Murrhardt"), len(index)) == (["tafel"], [], 3)


def test_a_removed_document_leaves_neither_hits_nor_suggestions(index: Index) -> None:
    index.update([], removed=["tafel", "unknown"])
    assert (ids(index, "Murrhardt"), ids(index, "07192 930550"), index.suggest("Murhardt")) == ([], [], ())


def test_a_question_that_finds_nothing_is_answered_with_what_may_be_meant(index: Index) -> None:
    assert index.suggest("Schuldnerberatng Waiblingn") == (
        "Schuldnerberatung Waiblingen", "Schuldnerberatung", "Waiblingen",
    )  # fmt: skip


def test_nothing_is_suggested_for_words_that_are_known(index: Index) -> None:
    assert index.suggest("Waiblingen") == ()


@pytest.mark.parametrize(
    "typed", ['Waiblingen" OR "x', "name:Waiblingen", "NEAR(Waiblingen)", "Waiblingen*", "(Waiblingen"]
)
def test_search_syntax_is_only_words(index: Index, typed: str) -> None:
    assert set(ids(index, typed)) >= {"schuldner", "jmd"}


def test_a_question_of_many_thousand_letters_is_cut(index: Index) -> None:
    assert "jmd" in ids(index, "Waiblingen " * 5_000)


def test_many_threads_search_while_documents_change(index: Index) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(ids, index, "Waiblingen") for _ in range(40)]
        for each in range(20):
            index.update([doc("new", name=f"Treff {each}")])
        assert {tuple(answer.result()) for answer in found} == {("schuldner", "jmd")}


SHARED = Index.build(DOCUMENTS, {"Schulden": ("Insolvenz", "§ 24")})


@settings(max_examples=60)
@given(st.text() | st.text(alphabet='"*^:(){}+-ANDORNET \0§24äß\ud800', max_size=60))
def test_every_text_is_answered(text: str) -> None:
    assert isinstance(SHARED.search(text), list)
    assert isinstance(SHARED.suggest(text), tuple)


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_every_text_can_be_stored_and_forgotten(text: str) -> None:
    SHARED.update([doc("any", name=text, phone=text)])
    SHARED.update([], removed=["any"])
    assert len(SHARED) == 3
